import { describe, expect, test } from "vitest";
import { type MonthFacts, type WatchedPlace, warningsOf } from "../../../src/domain/cashbook/warnings.ts";

const QUIET: MonthFacts = {
  ...{ gaps: [], places: [], earlierOpen: null, remittances: [], withoutPaper: 0, asClosed: true },
};
const CASH: WatchedPlace = {
  ...{ till: "cash", kind: "cash", lastCount: "2026-10-30" },
  days: [
    { on: "2026-10-02", balance: 4_000 },
    { on: "2026-10-30", balance: 1_500 },
  ],
};
const withPlace = (changes: Partial<WatchedPlace>) =>
  warningsOf({ ...QUIET, places: [{ ...CASH, ...changes }] });

describe("a month is warned of", () => {
  test("never without a cause", () => {
    expect(warningsOf(QUIET)).toEqual([]);
    expect(withPlace({})).toEqual([]);
  });

  test("when a cash box or a mobile account ended a day below nothing, with the first such day", () => {
    const days = [
      { on: "2026-10-02", balance: -500 },
      { on: "2026-10-30", balance: -900 },
    ];
    const warning = { code: "negativeCash", till: "cash", values: { on: "2026-10-02", balance: -500 } };
    expect(withPlace({ days })).toEqual([warning]);
    expect(withPlace({ days, till: "wave", kind: "wave" })).toMatchObject([{ till: "wave" }]);
    expect(withPlace({ days, till: "bank", kind: "bank" })).toEqual([]);
  });

  test("when a cash box was not counted after its last movement; an account's statement is nobody's pieces", () => {
    const late = [{ code: "notCounted", till: "cash", values: { lastCount: "2026-10-29" } }];
    expect(withPlace({ lastCount: "2026-10-29" })).toEqual(late);
    expect(withPlace({ lastCount: null })).toEqual([{ code: "notCounted", till: "cash", values: {} }]);
    expect(withPlace({ lastCount: null, days: [] })).toEqual([]);
    expect(withPlace({ lastCount: null, kind: "bank" })).toEqual([]);
  });

  test("of missing numbers, earlier months, remittances, papers and a changed past, the gravest first", () => {
    const warnings = warningsOf({
      ...QUIET,
      asClosed: false,
      gaps: [{ after: "KTL-2026-00003", missing: 2 }],
      earlierOpen: "2026-09",
      remittances: [{ office: "KTL", number: "KTL-2026-00007", amount: 90_000 }],
      withoutPaper: 3,
    });
    expect(warnings.map(({ code, values }) => [code, values])).toEqual([
      ["notAsClosed", {}],
      ["gap", { after: "KTL-2026-00003", missing: 2 }],
      ["earlierMonthOpen", { month: "2026-09" }],
      ["remittanceOpen", { office: "KTL", number: "KTL-2026-00007", amount: 90_000 }],
      ["paperMissing", { vouchers: 3 }],
    ]);
  });
});
