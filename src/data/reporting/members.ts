import type { PaidBy } from "../memberLists.ts";
import { ageBandOn, type SqlMeasure, type SqlRecord } from "./sqlMeasures.ts";

/*
 * Members as they stood on a day. A term counts from the day of its voucher, or from its first where it has none: what a
 * woman paid in November changes nothing of her October.
 */

const PAID: Readonly<Record<PaidBy, string>> = {
  term: `SELECT term.member_id, coalesce(voucher.dated_on, term.starts_on) AS paid_on, term.ends_on
    FROM term LEFT JOIN voucher ON voucher.id = term.voucher_id WHERE term.voided = 0`,
  card: "SELECT member_id, issued_on AS paid_on, valid_until AS ends_on FROM card",
};

const paid = (by: PaidBy) => `paid AS MATERIALIZED (${PAID[by]})`;

/** Whether she had paid by a span's end, and up to a day or beyond where one is given. */
const hasPaid = (until?: string) => `EXISTS (SELECT 1 FROM paid WHERE paid.member_id = member.id
  AND paid.paid_on <= span.last${until === undefined ? "" : ` AND paid.ends_on >= ${until}`})`;

/** A record that was merged is another's; one that was erased counts until that day. */
const HERE = `member.joined_on <= span.last AND (member.left_on IS NULL OR member.left_on > span.last)
  AND member.merged_into IS NULL AND (member.erased_at IS NULL OR substr(member.erased_at, 1, 10) > span.last)`;

/** As `membershipStatus` has it; `span.bound` is the earliest end that is still within grace. */
const STATUS = `CASE WHEN ${hasPaid("span.last")} THEN 'current' WHEN ${hasPaid("span.bound")} THEN 'grace'
  WHEN ${hasPaid()} THEN 'expired' ELSE 'new' END`;

const MEMBER: SqlRecord = {
  ...{ id: "member.id", label: "member.number", on: "member.joined_on" },
  ...{ to: "member", toId: "member.id" },
};

const shared: Pick<SqlMeasure, "value" | "office" | "keepsThoseWhoWent" | "record"> = {
  ...{ value: "1", office: "member.office", keepsThoseWhoWent: true, record: MEMBER },
};

const standing = { ...shared, day: null, where: HERE, ageBand: { sql: ageBandOn("span.last") } };

/** @param by what tells until when she had paid: her terms, or her cards where those are closed to the reader */
export function memberMeasures(by: PaidBy): readonly SqlMeasure[] {
  return [
    {
      ...{ ...standing, name: "members.registered", from: "member", before: paid(by) },
      group: { sql: STATUS },
    },
    {
      ...{ ...standing, name: "members.upToDate", before: paid(by), distinct: "member.line" },
      from: "paid CROSS JOIN member ON member.id = paid.member_id",
      where: `paid.paid_on <= span.last AND paid.ends_on >= span.last AND ${HERE}`,
    },
    {
      ...{ ...standing, name: "members.withConsent", from: "member" },
      where: `${HERE} AND member.consent_signed = 1`,
    },
    {
      ...{ ...shared, name: "members.joined", from: "member", day: "member.joined_on" },
      where: "member.merged_into IS NULL",
      ageBand: { sql: ageBandOn("member.joined_on") },
    },
    {
      ...{ ...shared, name: "members.left", from: "member", day: "member.left_on" },
      where: "member.merged_into IS NULL",
      ageBand: { sql: ageBandOn("member.left_on") },
      group: { sql: "member.left_reason" },
      record: { ...MEMBER, on: "member.left_on" },
    },
  ];
}
