import { describe, expect, test } from "vitest";
import { ChargeKind, ChargeState } from "../../../src/contract/rentalTerms.ts";
import { standingOf } from "../../../src/domain/rental/standing.ts";
import { DOCUMENT, lease, opening, settlements, tables } from "./workedLease.ts";

describe("the worked lease of docs/rental.md", () => {
  test.each(Object.entries(tables()))("prints the table of %s as the rules compute it, whole", (_, rows) => {
    expect(rows.length).toBeGreaterThan(1);
    expect(DOCUMENT).toContain(`|\n${rows.join("\n")}\n\n`);
  });

  test("prints the balance that its statement begins with", () => {
    expect(DOCUMENT).toContain(opening());
  });

  test("leaves nothing open, and uses rent, water, a penalty, an advance and a write-off", () => {
    const { charges, arrears, advance } = standingOf(lease, settlements, "2028-06-30");
    expect({ arrears, advance }).toEqual({ arrears: 0, advance: 0 });
    expect(new Set(charges.map(({ kind }) => kind))).toEqual(new Set(["rent", "water", "penalty"]));
    expect(settlements.map(({ kind }) => kind)).toContain("writeOff");
  });

  test("is not outlived by a rule: every kind and state stands in the document", () => {
    for (const name of [...ChargeKind.options, ...ChargeState.options])
      expect(DOCUMENT).toContain(`\`${name}\``);
  });
});
