import { beforeAll, describe, expect, test } from "vitest";
import { refusal, type TestOffice } from "../../support/office.ts";
import {
  KOUTIALA,
  makeAntenna,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { on, record } from "../cashbook/book.ts";

/** Months of an office that spends the same each month, but for the last; `2027-07-02` is the day of its stick. */
const MONTHS = ["2026-11", "2026-12", "2027-01", "2027-02", "2027-03", "2027-04", "2027-05", "2027-06"];

let hq: TestOffice;
let koutiala: TestOffice;
beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  koutiala = await makeEnrolled(hq, KOUTIALA, { shared: true });
  for (const month of MONTHS) {
    const day = month === "2026-11" ? "2026-11-25" : `${month}-10`;
    await on(koutiala, day);
    const amount = month === "2027-06" ? 90_000 : 5_000;
    await record(koutiala, { direction: "in", account: "donation", datedOn: day, amount });
  }
  await on(koutiala, "2027-07-02");
  await receive(hq, await send(koutiala));
  await on(hq, "2027-07-05");
  return () => {
    hq.close();
    koutiala.close();
  };
}, 60_000);

describe("Figures far from their own past", () => {
  test("are found with what is usual and the months that they are held against", async () => {
    const found = await hq.must("reporting.outliers", { month: "2027-06" });
    expect(found.map(({ office, code, value, usual }) => ({ office, code, value, usual }))).toEqual([
      { office: "KTL", code: "cashbook.income", value: 90_000, usual: 5_000 },
    ]);
    expect(found[0]?.distance).toBeGreaterThan(3.5);
    expect(found[0]?.past.map(({ month }) => month)).toEqual(MONTHS.slice(0, -1));
  });

  test("are not found where there is too little past, nor in a month that is not all here", async () => {
    expect(await hq.must("reporting.outliers", { month: "2027-03" })).toEqual([]);
    expect(await hq.must("reporting.outliers", { month: "2027-07" })).toEqual([]);
  });

  test("are counted on headquarters’ first page, with the offices that have sent too little", async () => {
    expect(await hq.must("reporting.tasks", {})).toMatchObject({ outliers: 1, incomplete: [] });
    await on(hq, "2027-08-02");
    expect(await hq.must("reporting.tasks", {})).toMatchObject({ outliers: 0, incomplete: ["KTL"] });
    await on(hq, "2027-07-05");
  });

  test("are looked for at headquarters only", async () => {
    const antenna = await makeAntenna(KOUTIALA);
    expect(await antenna.refused("reporting.outliers", { month: "2026-10" })).toBe(
      refusal("headquarters.notHere"),
    );
  });
});
