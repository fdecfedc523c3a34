import type { ClaimRow } from "../../contract/insuranceClaims.ts";
import type { CheckupRow, PolicyRow } from "../../contract/insurancePolicies.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import { showPhone } from "../../domain/phone.ts";
import type { DocumentTexts } from "../texts/documentTexts.ts";
import type { ListColumn, ListSpec, ListWords } from "./listTable.ts";

/* The insurance's lists as spreadsheets have them. What a claim was for is in none of them. */

/** One period that was paid on a policy. */
export interface ContributionRow {
  readonly office: string;
  readonly policyNumber: string;
  readonly memberNumber: string;
  readonly planCode: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly amount: Francs;
  readonly paidOn: CalendarDate;
  /** `null` where the voucher is not to be read here. */
  readonly voucherNumber: string | null;
  /** Paid back: it covers nothing. */
  readonly refundedOn: CalendarDate | null;
}

/** A member with her last check-up, with the office that follows her. */
export type FollowedRow = CheckupRow & { readonly office: string };

type Texts = DocumentTexts["exports"]["insurance"];
type Key = keyof Texts["headings"];
type Column<Row> = ListColumn<Row, Key>;

const wordsOf =
  (list: keyof Texts["titles"]) =>
  ({ exports }: DocumentTexts): ListWords<Key> => ({
    ...exports.insurance,
    title: exports.insurance.titles[list],
  });

const office: Column<{ readonly office: string }> = {
  ...{ key: "office", type: "text", only: "offices" },
  value: (row) => row.office,
};
const member: Column<{ readonly memberNumber: string }> = {
  ...{ key: "memberNumber", type: "text" },
  value: (row) => row.memberNumber,
};
const names: readonly Column<{ readonly surname: string; readonly firstNames: string }>[] = [
  { key: "surname", type: "text", only: "names", value: ({ surname }) => surname },
  { key: "firstNames", type: "text", only: "names", value: ({ firstNames }) => firstNames },
];
const phone: Column<{ readonly phone: string }> = {
  ...{ key: "phone", type: "text", only: "names" },
  value: (row) => showPhone(row.phone),
};

export const POLICIES: ListSpec<PolicyRow, Key> = {
  words: wordsOf("policies"),
  columns: [
    office,
    { key: "policyNumber", type: "text", value: ({ number }) => number },
    ...[member, ...names, phone],
    { key: "planCode", type: "text", value: ({ planCode }) => planCode },
    { key: "planName", type: "text", value: ({ planName }) => planName },
    {
      ...{ key: "planKind", type: "code", codes: ({ exports }) => exports.insurance.planKind },
      value: ({ kind }) => kind,
    },
    { key: "effectiveOn", type: "day", value: ({ effectiveOn }) => effectiveOn },
    {
      ...{ key: "policyState", type: "code", codes: ({ exports }) => exports.insurance.policyState },
      value: ({ state }) => state,
    },
    { key: "paidUntil", type: "day", value: ({ paidUntil }) => paidUntil },
    { key: "overdue", type: "francs", value: ({ overdue }) => overdue },
    { key: "lateDays", type: "count", value: ({ lateDays }) => lateDays },
  ],
};

export const CONTRIBUTIONS: ListSpec<ContributionRow, Key> = {
  words: wordsOf("contributions"),
  columns: [
    office,
    { key: "policyNumber", type: "text", value: ({ policyNumber }) => policyNumber },
    member,
    { key: "planCode", type: "text", value: ({ planCode }) => planCode },
    { key: "from", type: "day", value: ({ from }) => from },
    { key: "to", type: "day", value: ({ to }) => to },
    { key: "amount", type: "francs", value: ({ amount }) => amount },
    { key: "paidOn", type: "day", value: ({ paidOn }) => paidOn },
    { key: "voucherNumber", type: "text", value: ({ voucherNumber }) => voucherNumber },
    { key: "refundedOn", type: "day", value: ({ refundedOn }) => refundedOn },
  ],
};

export const CLAIMS: ListSpec<ClaimRow, Key> = {
  words: wordsOf("claims"),
  columns: [
    office,
    { key: "claimNumber", type: "text", value: ({ number }) => number },
    ...[member, ...names],
    { key: "planCode", type: "text", value: ({ planCode }) => planCode },
    { key: "careOn", type: "day", value: ({ careOn }) => careOn },
    {
      ...{ key: "claimState", type: "code", codes: ({ exports }) => exports.insurance.claimState },
      value: ({ state }) => state,
    },
    {
      ...{ key: "outcome", type: "code", codes: ({ exports }) => exports.insurance.outcome },
      value: ({ outcome }) => outcome,
    },
    { key: "asked", type: "francs", value: ({ asked }) => asked },
    { key: "granted", type: "francs", value: ({ granted }) => granted },
    { key: "paid", type: "francs", value: ({ paid }) => paid },
  ],
};

export const CHECKUPS: ListSpec<FollowedRow, Key> = {
  words: wordsOf("checkups"),
  columns: [
    ...[office, member, ...names, phone],
    { key: "lastOn", type: "day", value: ({ lastOn }) => lastOn },
    { key: "dueOn", type: "day", value: ({ dueOn }) => dueOn },
    {
      ...{ key: "checkupState", type: "code", codes: ({ exports }) => exports.insurance.checkupState },
      value: ({ state }) => state,
    },
  ],
};
