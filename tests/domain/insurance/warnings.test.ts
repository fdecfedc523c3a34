import { describe, expect, test } from "vitest";
import { checkupStanding, monthsChecked } from "../../../src/domain/insurance/checkups.ts";
import { type ClaimTraces, claimWarnings } from "../../../src/domain/insurance/warnings.ts";

let counter = 0;
function traces(about: Partial<ClaimTraces> = {}): ClaimTraces {
  counter += 1;
  return {
    number: `C-${counter}`,
    policy: "P",
    patient: "woman",
    careOn: "2026-06-15",
    facility: "F1",
    receiptNumber: "",
    photos: [],
    ...about,
  };
}

describe("the same receipt number", () => {
  test.each<[string, Partial<ClaimTraces>, boolean]>([
    ["at the same facility", {}, true],
    ["written otherwise", { receiptNumber: " a-0042" }, true],
    ["at a facility that is not named", { facility: null }, true],
    ["at another facility", { facility: "F2" }, false],
    ["with another number", { receiptNumber: "A0043" }, false],
  ])("%s", (_, about, isWarned) => {
    const other = traces({ policy: "Q", receiptNumber: "A0042", ...about });
    const warned = claimWarnings(traces({ receiptNumber: "A 0042" }), [other]);
    expect(warned).toEqual(isWarned ? [{ code: "sameReceipt", claim: other.number }] : []);
  });

  test("is not an empty one, nor the claim's own", () => {
    const claim = traces({ receiptNumber: "7", photos: ["aa"] });
    expect(claimWarnings(claim, [claim])).toEqual([]);
    expect(claimWarnings(traces(), [traces()])).toEqual([]);
  });
});

test("the same photograph on two claims is told once for each claim", () => {
  const other = traces({ photos: ["aa", "bb", "cc"] });
  expect(claimWarnings(traces({ photos: ["bb", "cc"] }), [other, traces({ photos: ["dd"] })])).toEqual([
    { code: "samePhoto", claim: other.number },
  ]);
});

test("care on a day when the patient was elsewhere is told", () => {
  const presences = [
    { person: "woman", on: "2026-06-15", where: "Cours" },
    { person: "woman", on: "2026-06-14", where: "Veille" },
    { person: "child", on: "2026-06-15", where: "Ailleurs" },
  ];
  expect(claimWarnings(traces(), [], presences)).toEqual([{ code: "elsewhere", where: "Cours" }]);
});

describe("many claims", () => {
  const others = ["Q", "R", "S", "T"].map((policy) => traces({ policy }));
  const own = (count: number, careOn = "2026-06-01") =>
    Array.from({ length: count }, () => traces({ careOn }));

  test("are told from the fourth on, when it is more than three times the median", () => {
    expect(claimWarnings(traces(), [...others, ...own(2)])).toEqual([]);
    expect(claimWarnings(traces(), [...others, ...own(3)])).toEqual([
      { code: "frequent", claims: 4, median: 1 },
    ]);
    const busy = ["Q", "R", "S", "T"].flatMap((policy) => [traces({ policy }), traces({ policy })]);
    expect(claimWarnings(traces(), [...busy, ...own(5)])).toEqual([]);
    expect(claimWarnings(traces(), [...busy, ...own(6)])).toMatchObject([{ claims: 7, median: 2 }]);
  });

  test("count the 90 days that end with the day of care", () => {
    expect(claimWarnings(traces(), [...others, ...own(3, "2026-03-18")])).toHaveLength(1);
    expect(claimWarnings(traces(), [...others, ...own(3, "2026-03-17")])).toEqual([]);
    expect(claimWarnings(traces(), [...others, ...own(3, "2026-06-16")])).toEqual([]);
  });
});

describe("the monthly check-up", () => {
  test.each([
    ["2026-02-10", "2026-02-28", "done"],
    ["2026-02-10", "2026-03-01", "due"],
    ["2026-02-10", "2026-03-31", "due"],
    ["2026-02-10", "2026-04-01", "late"],
    [null, "2026-01-31", "due"],
    [null, "2026-02-01", "late"],
  ])("last on %s, is on %s « %s »", (lastOn, today, state) => {
    expect(checkupStanding(lastOn, "2026-01-15", today).state).toBe(state);
  });

  test("says from when until when it is in time", () => {
    expect(checkupStanding("2025-12-31", "2020-01-01", "2026-03-05")).toEqual({
      state: "late",
      dueFrom: "2026-01-01",
      dueUntil: "2026-01-31",
    });
  });

  test("the attestation names each month with a check-up once", () => {
    const days = ["2026-03-02", "2026-01-10", "2026-03-20", "2025-12-31"];
    expect(monthsChecked(days, "2026-01-01", "2026-03-31")).toEqual(["2026-01-01", "2026-03-01"]);
  });
});
