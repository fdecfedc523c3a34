import { describe, expect, test } from "vitest";
import {
  previewOf,
  proposedAmount,
  quittanceMonths,
} from "../../renderer/features/rental/collect/preview.ts";
import { errorPlace } from "../../renderer/features/rental/errorPlace.ts";
import { paperOf, scheduleShown } from "../../renderer/features/rental/lease/account/scheduleShown.ts";
import { proposedShares, restOf } from "../../renderer/features/rental/lease/deposit/settling.ts";
import {
  itemsInput,
  startingItems,
  withLine,
} from "../../renderer/features/rental/lease/inspections/inspectionForm.ts";
import { lastIndex, readingLines } from "../../renderer/features/rental/lease/meters/readingLines.ts";
import { nextDue } from "../../renderer/features/rental/lease/nextDue.ts";
import { monthOfKey, showPeriod, showRate } from "../../renderer/features/rental/words.ts";
import type { ChargeStanding, MeterReading } from "../../src/contract/rentalTerms.ts";
import type { Inspection } from "../../src/contract/rentalViews.ts";

const B03 = "0198f000-0000-7000-8000-000000000003";
const B04 = "0198f000-0000-7000-8000-000000000004";

/** A rent of 50 000 of a month of 2026, due on the fifth. */
function rent(month: number, about: Partial<ChargeStanding> = {}): ChargeStanding {
  const two = String(month).padStart(2, "0");
  const amount = about.amount ?? 50_000;
  return {
    key: `rent:2026-${two}`,
    kind: "rent",
    from: `2026-${two}-01`,
    to: `2026-${two}-28`,
    dueOn: `2026-${two}-05`,
    amount,
    paid: 0,
    writtenOff: 0,
    left: amount,
    state: "coming",
    settledOn: null,
    ...about,
  };
}

const settled = (month: number) => rent(month, { paid: 50_000, left: 0, state: "settled" });

describe("collecting a rent", () => {
  test("proposes what is late, otherwise all that falls due next", () => {
    expect(proposedAmount({ arrears: 75_000, charges: [rent(1)] })).toBe(75_000);
    const charges = {
      ...rent(2),
      key: "charges:2026-02",
      kind: "charges" as const,
      amount: 5000,
      left: 5000,
    };
    expect(proposedAmount({ arrears: 0, charges: [settled(1), rent(2), charges, rent(3)] })).toBe(55_000);
    expect(proposedAmount({ arrears: 0, charges: [settled(1)] })).toBe(0);
  });

  test("shows what an amount pays, oldest first, and what is left of the last", () => {
    const { lines, advance } = previewOf([settled(1), rent(2), rent(3)], 70_000);
    expect(lines.map(({ charge, paid, left }) => [charge.key, paid, left])).toEqual([
      ["rent:2026-02", 50_000, 0],
      ["rent:2026-03", 20_000, 30_000],
    ]);
    expect(advance).toBe(0);
  });

  test("shows as an advance what nothing asks for yet", () => {
    expect(previewOf([rent(2)], 60_000).advance).toBe(10_000);
  });

  test("offers one quittance a month, whatever was paid in it", () => {
    expect(quittanceMonths(["rent:2026-03", "charges:2026-03", "rent:2026-02"])).toEqual([
      "2026-02",
      "2026-03",
    ]);
    expect(quittanceMonths([`water:${B03}`, "penalty:rent:2026-01"])).toEqual([]);
  });
});

describe("a lease's schedule", () => {
  test("shows what is open, the latest settled and the first to come, the newest first", () => {
    const charges = [
      ...[1, 2, 3, 4, 5, 6].map(settled),
      rent(7, { state: "late" }),
      ...[8, 9, 10, 11].map((month) => rent(month)),
    ];
    expect(scheduleShown(charges, false).map(({ key }) => key.slice(-2))).toEqual([
      "09",
      "08",
      "07",
      "06",
      "05",
      "04",
      "03",
    ]);
    expect(scheduleShown(charges, true)).toHaveLength(charges.length);
  });

  test("gives a quittance once rent and charges of the period are paid, until then a notice", () => {
    const charges = { ...rent(1), key: "charges:2026-01", kind: "charges" as const };
    expect(paperOf(settled(1), [settled(1)])).toEqual({ kind: "quittance", month: "2026-01" });
    expect(paperOf(settled(1), [settled(1), charges])).toEqual({ kind: "notice", month: "2026-01" });
    expect(paperOf(charges, [settled(1), charges])).toBeNull();
  });

  test("says what falls due next, all of one day together", () => {
    const charges = {
      ...rent(3),
      key: "charges:2026-03",
      kind: "charges" as const,
      amount: 5000,
      left: 5000,
    };
    expect(nextDue({ charges: [rent(2, { state: "late" }), rent(3), charges, rent(4)] })).toEqual({
      on: "2026-03-05",
      amount: 55_000,
    });
    expect(nextDue({ charges: [settled(1)] })).toBeNull();
  });
});

describe("settling a deposit", () => {
  test("proposes to take what is owed and to give back the rest", () => {
    expect(proposedShares({ depositHeld: 100_000, arrears: 30_000 })).toEqual({
      toArrears: 30_000,
      withheld: "",
      refunded: 70_000,
    });
    expect(proposedShares({ depositHeld: 20_000, arrears: 30_000 })).toEqual({
      toArrears: 20_000,
      withheld: "",
      refunded: "",
    });
  });

  test("counts what stays held, below nothing when too much is shared out", () => {
    expect(restOf(100_000, { toArrears: 30_000, withheld: "", refunded: 60_000 })).toBe(10_000);
    expect(restOf(100_000, { toArrears: 30_000, withheld: 5000, refunded: 70_000 })).toBe(-5000);
  });
});

describe("meters", () => {
  const reading = (
    id: string,
    readOn: string,
    index: number,
    about: Partial<MeterReading> = {},
  ): MeterReading => ({
    id,
    premisesId: B03,
    meter: "water",
    readOn,
    index,
    initial: false,
    ...about,
  });
  const premises = [{ id: B03, code: "B-03", kind: "shop" as const }];
  const readings = [
    reading("a", "2026-01-01", 100, { initial: true }),
    reading("b", "2026-02-01", 112),
    reading("c", "2026-02-03", 0, { initial: true }),
    reading("d", "2026-03-01", 7),
  ];

  test("show what was used since the reading before; a new meter starts anew", () => {
    const lines = readingLines({ readings, premises, charges: [] });
    expect(lines.map(({ reading: { id }, used }) => [id, used])).toEqual([
      ["d", 7],
      ["c", null],
      ["b", 12],
      ["a", null],
    ]);
  });

  test("remember what they showed last, each for itself", () => {
    expect(lastIndex({ readings }, B03, "water")).toBe(7);
    expect(lastIndex({ readings }, B03, "power")).toBeNull();
    expect(lastIndex({ readings }, B04, "water")).toBeNull();
  });
});

describe("an inspection's sheet", () => {
  const before: Inspection = {
    id: "0198f000-0000-7000-8000-00000000000a",
    premisesId: B03,
    kind: "entry",
    on: "2026-01-01",
    keys: 2,
    items: [{ item: "Comptoir", condition: "fair", remark: "rayé" }],
    remarks: "",
  };

  test("starts from what was looked at before, otherwise from what is usual", () => {
    const usual = ["Porte", "Murs"];
    expect(
      startingItems({ inspections: [before] }, B03, usual).map(({ item, condition }) => [item, condition]),
    ).toEqual([["Comptoir", "fair"]]);
    expect(startingItems({ inspections: [before] }, B04, usual).map(({ item }) => item)).toEqual(usual);
  });

  test("leaves out lines without a name, and numbers new ones apart", () => {
    const items = withLine(withLine([]));
    expect(items.map(({ line }) => line)).toEqual([0, 1]);
    expect(itemsInput([...items, { line: 2, item: "Porte", condition: "poor", remark: "" }])).toEqual([
      { item: "Porte", condition: "poor", remark: "" },
    ]);
  });
});

describe("the words of the rental", () => {
  test("name a period by its months, however it is cut", () => {
    expect(showPeriod("2026-11-14", "2026-11-30", "fr")).toBe("novembre 2026");
    expect(showPeriod("2026-11-01", "2027-01-31", "en")).toBe("Nov 2026 – Jan 2027");
  });

  test("write a rate as people do", () => {
    expect(showRate(250, "fr")).toBe("2,5\u00a0%");
    expect(showRate(-1000, "en")).toBe("-10%");
  });

  test("find the month of a rent's key, and none for a meter's", () => {
    expect(monthOfKey("rent:2026-03")).toBe("2026-03");
    expect(monthOfKey("penalty:rent:2026-03")).toBeNull();
    expect(monthOfKey(`water:${B03}`)).toBeNull();
  });

  test("an error stands at the field of the form that it speaks of", () => {
    expect(errorPlace("details.code", ["code"])).toBe("code");
    expect(errorPlace("terms.premises.0.share", ["premises"])).toBe("premises");
    expect(errorPlace("month", ["amount"])).toBeNull();
    expect(errorPlace(undefined, ["amount"])).toBeNull();
  });
});
