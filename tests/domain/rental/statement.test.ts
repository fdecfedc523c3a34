import { expect, test } from "vitest";
import { statementOf } from "../../../src/domain/rental/statement.ts";
import { endedOn, leaseOf, settlement } from "./leases.ts";

test("a statement brings forward what was owed and adds up what is asked, paid, given up and given back", () => {
  const history = leaseOf(
    { penalty: { kind: "fixed", graceDays: 10, amount: 1_000 } },
    endedOn("2027-03-31"),
  );
  const settlements = [
    { ...settlement(1, "2027-01-05", 20_000, { "rent:2027-01": 20_000 }), voucherNumber: "KTL-2027-00001" },
    {
      ...settlement(2, "2027-02-05", 41_000, { "rent:2027-01": 10_000, "rent:2027-02": 30_000 }),
      voucherNumber: "KTL-2027-00002",
    },
    { ...settlement(3, "2027-03-31", 500, { "penalty:rent:2027-01": 500 }, "writeOff"), voucherNumber: "" },
    { ...settlement(4, "2027-03-31", 40_000, { "rent:2027-03": 30_000 }), voucherNumber: "KTL-2027-00003" },
    { ...settlement(5, "2027-04-02", 8_500, {}, "refund"), voucherNumber: "KTL-2027-00004" },
  ];
  const { opening, lines, closing } = statementOf(history, settlements, "2027-02-01", "2027-04-30");
  expect(opening).toBe(11_000);
  expect(
    lines.map(({ on, what, from, voucherNumber, debit, credit, balance }) => [
      ...[on, what, from, voucherNumber.slice(-1)],
      ...[debit, credit, balance],
    ]),
  ).toEqual([
    ["2027-02-05", "rent", "2027-02-01", "", 30_000, 0, 41_000],
    ["2027-02-05", "payment", null, "2", 0, 41_000, 0],
    ["2027-03-05", "rent", "2027-03-01", "", 30_000, 0, 30_000],
    ["2027-03-16", "penalty", "2027-03-01", "", 1_000, 0, 31_000],
    ["2027-03-31", "payment", null, "3", 0, 40_000, -9_000],
    ["2027-03-31", "writeOff", null, "", 0, 500, -9_500],
    ["2027-04-02", "refund", null, "4", 8_500, 0, -1_000],
  ]);
  expect(closing).toBe(-1_000);
});
