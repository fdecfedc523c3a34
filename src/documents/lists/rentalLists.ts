import type { ArrearsLine, LeaseRow, Premises, RollLine } from "../../contract/rentalViews.ts";
import { showPhone } from "../../domain/phone.ts";
import type { DocumentTexts } from "../texts/documentTexts.ts";
import type { ListColumn, ListSpec, ListWords } from "./listTable.ts";

/* The rental's lists as spreadsheets have them. */

type Key = keyof DocumentTexts["rentalLists"]["columns"];
type List = keyof DocumentTexts["rentalLists"]["titles"];
type Column<Row> = ListColumn<Row, Key>;

const wordsOf =
  (list: List) =>
  ({ rentalLists, listMeanings }: DocumentTexts): ListWords<Key> => ({
    title: rentalLists.titles[list],
    headings: rentalLists.columns,
    meanings: listMeanings.rental,
  });

const office: Column<{ readonly office: string }> = {
  ...{ key: "office", type: "text", only: "offices" },
  value: (row) => row.office,
};
const number: Column<{ readonly number: string }> = {
  ...{ key: "number", type: "text" },
  value: (row) => row.number,
};
const tenant: Column<{ readonly tenantName: string }> = {
  ...{ key: "tenant", type: "text", only: "names" },
  value: (row) => row.tenantName,
};
const phone: Column<{ readonly tenantPhone: string }> = {
  ...{ key: "phone", type: "text", only: "names" },
  value: (row) => showPhone(row.tenantPhone),
};

export const RENT_ROLL: ListSpec<RollLine, Key> = {
  words: wordsOf("roll"),
  columns: [
    ...[office, number, tenant, phone],
    { key: "premises", type: "text", value: (row) => row.premises.join(", ") },
    { key: "brought", type: "francs", value: (row) => row.brought },
    { key: "due", type: "francs", value: (row) => row.due },
    { key: "received", type: "francs", value: (row) => row.received },
    { key: "left", type: "francs", value: (row) => row.left },
    { key: "advance", type: "francs", value: (row) => row.advance },
    { key: "lastPaidOn", type: "day", value: (row) => row.lastPaidOn },
  ],
};

export const ARREARS: ListSpec<ArrearsLine, Key> = {
  words: wordsOf("arrears"),
  columns: [
    ...[office, number, tenant, phone],
    { key: "guarantor", type: "text", only: "names", value: (row) => row.guarantorName },
    { key: "guarantorPhone", type: "text", only: "names", value: (row) => showPhone(row.guarantorPhone) },
    { key: "premises", type: "text", value: (row) => row.premises.join(", ") },
    { key: "arrears", type: "francs", value: (row) => row.total },
    { key: "upTo30", type: "francs", value: (row) => row.ages.upTo30 },
    { key: "upTo60", type: "francs", value: (row) => row.ages.upTo60 },
    { key: "upTo90", type: "francs", value: (row) => row.ages.upTo90 },
    { key: "over90", type: "francs", value: (row) => row.ages.over90 },
    { key: "oldestDueOn", type: "day", value: (row) => row.oldestDueOn },
    { key: "promisedOn", type: "day", value: (row) => row.lastReminder?.promisedOn ?? null },
    { key: "promised", type: "francs", value: (row) => row.lastReminder?.promised ?? null },
  ],
};

export const LEASES: ListSpec<LeaseRow, Key> = {
  words: wordsOf("leases"),
  columns: [
    ...[office, number, tenant, phone],
    { key: "premises", type: "text", value: (row) => row.premises.map(({ code }) => code).join(", ") },
    {
      ...{ key: "state", type: "code", codes: ({ rentalLists }) => rentalLists.leaseState },
      value: (row) => row.state,
    },
    { key: "startsOn", type: "day", value: (row) => row.startsOn },
    { key: "endsOn", type: "day", value: (row) => row.endsOn },
    { key: "rent", type: "francs", value: (row) => row.rent },
    {
      ...{ key: "period", type: "code", codes: ({ rentalLists }) => rentalLists.period },
      value: (row) => row.period,
    },
    { key: "arrears", type: "francs", value: (row) => row.arrears },
    { key: "advance", type: "francs", value: (row) => row.advance },
    { key: "deposit", type: "francs", value: (row) => row.deposit },
  ],
};

export const PREMISES: ListSpec<Premises, Key> = {
  words: wordsOf("premises"),
  columns: [
    office,
    { key: "code", type: "text", value: (row) => row.code },
    {
      ...{ key: "kind", type: "code", codes: ({ rentalLists }) => rentalLists.premisesKind },
      value: (row) => row.kind,
    },
    { key: "address", type: "text", value: (row) => row.address },
    { key: "surface", type: "number", value: (row) => row.surface },
    { key: "waterMeter", type: "text", value: (row) => row.waterMeter },
    { key: "powerMeter", type: "text", value: (row) => row.powerMeter },
    {
      ...{ key: "condition", type: "code", codes: ({ rentalLists }) => rentalLists.condition },
      value: (row) => row.condition,
    },
    { key: "guideRent", type: "francs", value: (row) => row.guideRent },
    {
      ...{ key: "state", type: "code", codes: ({ rentalLists }) => rentalLists.premisesState },
      value: (row) => row.state,
    },
    { key: "number", type: "text", value: (row) => row.lease?.number ?? null },
    { key: "tenant", type: "text", only: "names", value: (row) => row.lease?.tenantName ?? null },
    { key: "endsOn", type: "day", value: (row) => row.lease?.endsOn ?? null },
    { key: "vacantSince", type: "day", value: (row) => row.vacantSince },
  ],
};
