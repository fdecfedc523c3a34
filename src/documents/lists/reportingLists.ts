import type { AuditEntry } from "../../contract/access.ts";
import type { OfficeLine } from "../../contract/headquarters.ts";
import type { IndicatorTarget } from "../../contract/reportingViews.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";
import type { ListSpec, ListWords } from "./listTable.ts";

/* Lists of what is to be reached, of what was done, and of the offices, as spreadsheets have them. */

type Texts = DocumentTexts["exports"]["reporting"];
type Key = keyof Texts["headings"];

const wordsOf =
  (list: keyof Texts["titles"]) =>
  ({ exports }: DocumentTexts): ListWords<Key> => ({
    ...exports.reporting,
    title: exports.reporting.titles[list],
  });

export const TARGETS: ListSpec<IndicatorTarget, Key> = {
  words: wordsOf("targets"),
  columns: [
    {
      ...{ key: "forOffice", type: "text" },
      value: ({ forOffice }, language) =>
        forOffice === "all" ? documentTexts(language).reporting.head.allOffices : forOffice,
    },
    { key: "year", type: "text", value: ({ year }) => String(year) },
    { key: "code", type: "text", value: ({ code }) => code },
    {
      ...{ key: "indicator", type: "text" },
      value: ({ code }, language) => indicatorOf(code)?.name[language] ?? code,
    },
    { key: "value", type: "number", value: ({ value }) => value },
    {
      ...{ key: "unit", type: "code", codes: ({ reporting }) => reporting.unit },
      value: ({ code }) => indicatorOf(code)?.unit ?? null,
    },
    { key: "setBy", type: "text", value: ({ office }) => office },
  ],
};

export const AUDIT: ListSpec<AuditEntry, Key> = {
  words: wordsOf("audit"),
  columns: [
    { key: "office", type: "text", value: ({ office }) => office },
    { key: "seq", type: "count", value: ({ seq }) => seq },
    { key: "at", type: "moment", value: ({ at }) => at },
    { key: "by", type: "text", value: ({ by }) => by },
    { key: "action", type: "code", codes: ({ auditWords }) => auditWords, value: ({ action }) => action },
    { key: "reference", type: "text", value: ({ reference }) => reference },
    { key: "rows", type: "count", value: ({ rows }) => rows },
  ],
};

export const OFFICES: ListSpec<OfficeLine, Key> = {
  words: wordsOf("offices"),
  columns: [
    { key: "office", type: "text", value: ({ code }) => code },
    { key: "officeName", type: "text", value: ({ name }) => name },
    { key: "region", type: "text", value: ({ region }) => region },
    { key: "parent", type: "text", value: ({ parentCode }) => parentCode },
    {
      ...{ key: "standing", type: "code", codes: ({ exports }) => exports.reporting.standings },
      value: ({ standing }) => standing,
    },
    { key: "bundle", type: "count", value: ({ lastBundle }) => lastBundle?.number ?? null },
    { key: "bundleMadeAt", type: "moment", value: ({ lastBundle }) => lastBundle?.createdAt ?? null },
    { key: "bundleReceivedAt", type: "moment", value: ({ lastBundle }) => lastBundle?.receivedAt ?? null },
    { key: "daysSince", type: "count", value: ({ daysSince }) => daysSince },
    { key: "held", type: "count", value: ({ held }) => held },
    { key: "heldUntil", type: "moment", value: ({ heldUntil }) => heldUntil },
    { key: "waitingBundles", type: "count", value: ({ waitingBundles }) => waitingBundles },
    { key: "members", type: "count", value: ({ totals }) => totals.members },
    { key: "paidMembers", type: "count", value: ({ totals }) => totals.paid },
    { key: "cardsThisYear", type: "count", value: ({ totals }) => totals.cardsThisYear },
    { key: "cashIn", type: "francs", value: ({ totals }) => totals.cashIn },
    { key: "cashOut", type: "francs", value: ({ totals }) => totals.cashOut },
  ],
};
