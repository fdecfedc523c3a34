import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { makeTestOffice } from "../../support/office.ts";
import { makeHeadquarters } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { on } from "./lived.ts";

const key = { kind: "activity", period: "2026-11", project: null } as const;
const nothing = {
  ...{ reportKind: "activity", reportDue: null, begun: false, corrected: 0, incomplete: [], outliers: 0 },
};

describe("What the first page says of reports", () => {
  test("nothing of months before the office began, then the month that is over", async () => {
    const office = await makeTestOffice();
    expect(await office.must("reporting.tasks", {})).toEqual(nothing);
    await on(office, "2026-12-02");
    expect(await office.must("reporting.tasks", {})).toEqual({ ...nothing, reportDue: "2026-11" });
    await office.must("reporting.saveText", { ...key, section: "summary", text: "Un bon mois." });
    expect(await office.must("reporting.tasks", {})).toMatchObject({ reportDue: "2026-11", begun: true });
    await office.must("reporting.issue", { ...key, id: v7() });
    expect(await office.must("reporting.tasks", {})).toEqual(nothing);
  });

  test("that the figures of an issued report have changed, until it is rectified", async () => {
    const office = await makeTestOffice();
    await on(office, "2026-12-02");
    await office.must("reporting.issue", { ...key, id: v7() });
    await register(office, { joinedOn: "2026-11-20" });
    expect(await office.must("reporting.tasks", {})).toMatchObject({ corrected: 1 });
    await office.must("reporting.issue", { ...key, id: v7() });
    expect(await office.must("reporting.tasks", {})).toMatchObject({ corrected: 0 });
  });

  test("at headquarters, of the report on all offices", async () => {
    const hq = await makeHeadquarters();
    await on(hq, "2026-12-02");
    const due = { ...nothing, reportKind: "consolidated", reportDue: "2026-11" };
    expect(await hq.must("reporting.tasks", {})).toEqual(due);
    await hq.must("reporting.issue", { ...key, id: v7() });
    expect(await hq.must("reporting.tasks", {})).toEqual(due);
    await hq.must("reporting.issue", { ...key, kind: "consolidated", id: v7() });
    expect(await hq.must("reporting.tasks", {})).toMatchObject({ reportDue: null });
  });

  test("nothing to who does not issue them", async () => {
    const office = await makeTestOffice();
    await on(office, "2026-12-02");
    const { login, passphrase } = await office.addPerson("auditor");
    expect(await office.signIn({ login, passphrase })).toMatchObject({ ok: true });
    expect(await office.must("reporting.tasks", {})).toEqual(nothing);
    await office.signIn();
  });
});
