import { describe, expect, test } from "vitest";
import { mayDo } from "../../../src/contract/permissions.ts";
import { requireIndicator } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import {
  DASHBOARD_BREAKDOWNS,
  DASHBOARD_BY_OFFICE,
  DASHBOARD_FIGURES,
  DASHBOARD_SERIES,
} from "../../../src/domain/reporting/dashboards.ts";
import { makeTestOffice, refusal } from "../../support/office.ts";
import { KOUTIALA, MOPTI, makeEnrolled, makeHeadquarters, receive, send } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { signInAs } from "../insurance/enrolled.ts";
import { columnOf, figuresOf, live, recordsOf, sellCard, wholeOf } from "./lived.ts";

const MONTHS = [
  ...["2025-11", "2025-12", "2026-01", "2026-02", "2026-03", "2026-04", "2026-05", "2026-06", "2026-07"],
  ...["2026-08", "2026-09", "2026-10", "2026-11"],
];

describe("the dashboard of an antenna", () => {
  test("shows the same figures as the tables of indicators, beside the same days of the month before", async () => {
    const office = await makeTestOffice();
    await live(office);
    const board = await office.must("reporting.dashboard", { period: "2026-11" });
    expect(board).toMatchObject({
      ...{ scope: "KTL", omitted: [], incomplete: [] },
      span: { name: "2026-11", from: "2026-11-01", to: "2026-11-23", partial: true },
      before: { name: "2026-10", from: "2026-10-01", to: "2026-10-23", partial: true },
    });
    const table = await figuresOf(office);
    const [now, before] = [columnOf(table, 0), columnOf(table, 1)];
    expect(board.figures.map(({ code }) => code)).toEqual(DASHBOARD_FIGURES);
    for (const figure of board.figures) {
      expect(figure.now, figure.code).toEqual({ value: now[figure.code], masked: false });
      expect(figure.before, figure.code).toEqual({ value: before[figure.code], masked: false });
    }
  });

  test("has thirteen months up to the period's last, each as its own page says", async () => {
    const office = await makeTestOffice();
    await live(office);
    const { series } = await office.must("reporting.dashboard", { period: "2026" });
    expect(series.map(({ code }) => code)).toEqual(DASHBOARD_SERIES);
    const table = await figuresOf(office, { from: "2025-11", to: "2026-11" });
    for (const { code, points } of series) {
      expect(points.map(({ month }) => month)).toEqual(MONTHS);
      expect(points.map(({ shown }) => shown)).toEqual(table.rows.find((row) => row.code === code)?.cells);
    }
    const past = await office.must("reporting.dashboard", { period: "2026-Q1" });
    expect(past.series[0]?.points.at(-1)?.month).toBe("2026-03");
  });

  test("divides the period's figures as their own tables do, with the whole beneath", async () => {
    const office = await makeTestOffice();
    await live(office);
    const { tables } = await office.must("reporting.dashboard", { period: "2026-11" });
    expect(tables.map(({ code, by }) => ({ code, by }))).toEqual(DASHBOARD_BREAKDOWNS);
    const whole = await wholeOf(office);
    for (const { code, by, rows, totals } of tables) {
      const { rows: lines } = await figuresOf(office, { codes: [code], by });
      const groups = lines.filter(({ label }) => label !== null);
      expect(rows.map(({ key, label, cells }) => [key, label, cells[0]])).toEqual(
        groups.map(({ key, label, cells }) => [key, label, cells[0]]),
      );
      expect(totals).toEqual([{ value: whole[code], masked: false }]);
    }
    // Groups that the catalogue lists are there with nought, in its order.
    expect(tables[0]?.rows.map(({ key }) => key)).toEqual(["new", "current", "grace", "expired"]);
  });

  test("shows a role what it may read", async () => {
    const office = await makeTestOffice();
    await live(office);
    await signInAs(office, "healthWorker");
    const { figures, series, tables, omitted } = await office.must("reporting.dashboard", {
      period: "2026-11",
    });
    const shown = [...figures, ...series, ...tables].map(({ code }) => code);
    for (const code of shown)
      expect(mayDo("healthWorker", requireIndicator(code).permission), code).toBe(true);
    expect(shown).toContain("insurance.claims");
    expect(omitted).toContainEqual({ code: "cashbook.income", why: "role" });
    expect(figures.length + omitted.length).toBe(DASHBOARD_FIGURES.length);
  });

  test("is of a period that has begun, and of this office", async () => {
    const office = await makeTestOffice();
    expect(await office.refused("reporting.dashboard", { period: "2026-12" })).toBe(
      refusal("reporting.periodAhead", "period"),
    );
    expect(await office.refused("reporting.dashboard", { period: "2026-11", office: "all" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
  });
});

/** Headquarters with its own member, and two offices whose sticks have come. */
async function consolidated() {
  const hq = await makeHeadquarters();
  const koutiala = await makeEnrolled(hq, KOUTIALA);
  const mopti = await makeEnrolled(hq, MOPTI);
  await live(koutiala);
  await sellCard(mopti, (await register(mopti, { surname: "Deuxième" })).member.id);
  await register(hq, { surname: "Siège" });
  await receive(hq, await send(koutiala), await send(mopti));
  return { hq, koutiala, mopti };
}

describe("headquarters", () => {
  test("has of an office the figures that the office has itself", async () => {
    const { hq, koutiala, mopti } = await consolidated();
    for (const office of [koutiala, mopti]) {
      const of = office.call.office.code;
      for (const period of ["2026-10", "2026-11", "2026"])
        for (const by of [null, "group", "ageBand", "office", "donor"] as const)
          expect(columnOf(await figuresOf(hq, { office: of, period, by })), `${of} ${period} ${by}`).toEqual(
            columnOf(await figuresOf(office, { period, by })),
          );
    }
  });

  test("has of all offices the sum of them, office by office", async () => {
    const { hq } = await consolidated();
    const board = await hq.must("reporting.dashboard", { period: "2026-11", office: "all" });
    expect(board.scope).toBe("all");
    expect(board.tables.map(({ code, by }) => ({ code, by }))).toEqual([
      ...DASHBOARD_BREAKDOWNS,
      ...DASHBOARD_BY_OFFICE,
    ]);
    const registered = board.tables.find(({ code, by }) => code === "members.registered" && by === "office");
    expect(registered?.rows.map(({ key, label, cells }) => [key, label.fr, cells[0]?.value])).toEqual([
      ["BKO", "Bamako", 1],
      ["KTL", "Koutiala", 8],
      ["MPT", "Mopti", 1],
    ]);
    expect(registered?.totals[0]?.value).toBe(10);
    const records = await recordsOf(hq, {
      code: "members.registered",
      office: "all",
      by: "office",
      key: "KTL",
    });
    expect([records.records, records.figure]).toEqual([8, 8]);
    const own = await hq.must("reporting.dashboard", { period: "2026-11" });
    expect(own.scope).toBe("BKO");
    expect(own.figures.find(({ code }) => code === "members.registered")?.now.value).toBe(1);
    expect(await hq.refused("reporting.dashboard", { period: "2026-11", office: "XYZ" })).toBe(
      refusal("reporting.officeUnknown", "office"),
    );
  });
});
