import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { requireIndicator } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { figuresOf as plannedFigures, REPORT_PLANS } from "../../../src/domain/reporting/reportPlan.ts";
import { pdfText } from "../../documents/poppler.ts";
import { refusal } from "../../support/office.ts";
import { KOUTIALA, MOPTI, makeEnrolled, makeHeadquarters, receive, send } from "../../support/roundTrip.ts";
import { closeMonth, receive as receiveMoney, record } from "../cashbook/book.ts";
import { signInAs } from "../insurance/enrolled.ts";
import { draftOf, issue, issueRefused, keyOf, makeLivedOffice, saveProject } from "./issued.ts";
import { columnOf, figuresOf, live, on } from "./lived.ts";

describe("a draft", () => {
  test("has every figure and breakdown that the tables of indicators have, hidden where it leaves the office so", async () => {
    const office = await makeLivedOffice();
    const { content } = await draftOf(office);
    const table = await figuresOf(office);
    const [now, before] = [columnOf(table, 0), columnOf(table, 1)];
    expect(content.figures.map(({ code }) => code)).toEqual(plannedFigures(REPORT_PLANS.activity));
    for (const figure of content.figures) {
      if (!figure.now.masked) expect(figure.now.value, figure.code).toBe(now[figure.code]);
      if (!figure.before.masked) expect(figure.before.value, figure.code).toBe(before[figure.code]);
    }
    for (const { code, by, rows, totals } of content.tables) {
      const divided = columnOf(await figuresOf(office, { codes: [code], by }));
      for (const { key, cells } of rows)
        if (cells[0]?.masked === false)
          expect(cells[0].value, `${code} ${key}`).toBe(divided[`${code} ${key}`] ?? 0);
      if (totals[0]?.masked === false) expect(totals[0].value, code).toBe(now[code]);
    }
    const shown = [...content.figures.map(({ code, now: cell }) => ({ code, cell }))].concat(
      content.tables.flatMap(({ code, rows }) =>
        rows.map(({ cells }) => ({ code, cell: cells[0] ?? { value: null, masked: false } })),
      ),
    );
    const sensitive = shown.filter(({ code }) => requireIndicator(code).sensitive);
    expect(sensitive.some(({ cell }) => cell.masked)).toBe(true);
    for (const { code, cell } of sensitive)
      if (requireIndicator(code).unit === "count" && cell.value !== null)
        expect(cell.value, code).toBeGreaterThanOrEqual(5);
  });

  test("has thirteen months for its pictures, as their own page says", async () => {
    const office = await makeLivedOffice();
    const { content } = await draftOf(office);
    const months = columnsOfMonths(await figuresOf(office, { from: "2025-11", to: "2026-11" }));
    for (const { code, points } of content.series) {
      expect(points).toHaveLength(13);
      expect(points.map(({ shown }) => shown.value)).toEqual(months.get(code));
    }
  });

  test("keeps what is written, section by section, beside what stood there the period before", async () => {
    const office = await makeLivedOffice();
    const save = (period: string, text: string) =>
      office.must("reporting.saveText", { ...keyOf({ period }), section: "summary", text });
    await save("2026-10", "Octobre calme.");
    await save("2026-11", "Premier jet.");
    await save("2026-11", "Novembre animé.");
    const { sections, beforePeriod, content } = await draftOf(office);
    expect(beforePeriod).toBe("2026-10");
    expect(sections.map(({ section }) => section)).toEqual([
      ...["summary", "members", "insurance", "rental", "literacy", "money", "difficulties", "outlook"],
    ]);
    expect(sections[0]).toEqual({ section: "summary", text: "Novembre animé.", before: "Octobre calme." });
    expect(content.texts).toEqual([{ section: "summary", text: "Novembre animé." }]);
    expect(
      await office.refused("reporting.saveText", {
        ...keyOf({ kind: "notice", period: "2026" }),
        ...{ section: "insurance", text: "…" },
      }),
    ).toBe(refusal("request.invalid", "section"));
  });

  test("tells which months are open, whether the period is over, and draws itself without a number", async () => {
    const office = await makeLivedOffice();
    await record(office, { datedOn: "2026-10-15", amount: 2_000 });
    const quarter = () => draftOf(office, { period: "2026-Q4" });
    expect(await quarter()).toMatchObject({
      isOver: false,
      issued: null,
      openMonths: ["2026-10", "2026-11"],
    });
    await closeMonth(office, "2026-10");
    expect((await quarter()).openMonths).toEqual(["2026-11"]);
    expect((await draftOf(office)).isOver).toBe(true);
    const file = await office.must("reporting.preview", keyOf());
    expect(file.fileName).toBe("KTL-activity-2026-11-projet.pdf");
    expect(pdfText(file.bytes)).toContain("ce rapport n’est pas émis");
    expect(await office.must("reporting.reports", {})).toEqual([]);
  });
});

function columnsOfMonths(table: Awaited<ReturnType<typeof figuresOf>>) {
  return new Map(table.rows.map(({ code, cells }) => [code, cells.map(({ value }) => value)]));
}

describe("the report to a donor", () => {
  test("has the project's part of each figure, its budget, and what was planned as its target", async () => {
    const office = await makeLivedOffice();
    const project = await saveProject(office);
    await office.must("cashbook.saveBudgetLine", {
      ...{ id: v7(), year: 2026, account: "supplies", project, amount: 1_200_000, note: "" },
    });
    await record(office, { amount: 30_000, datedOn: "2026-11-12", project });
    await record(office, { amount: 5_000, datedOn: "2026-11-13" });
    await receiveMoney(office, 80_000, { datedOn: "2026-11-02", account: "grant", project });
    await office.must("reporting.saveTarget", {
      ...{ id: v7(), forOffice: "KTL", year: 2026, code: "literacy.enrolled", value: 40 },
    });
    const { content } = await draftOf(office, { kind: "donor", project });
    const figure = (code: string) => content.figures.find((one) => one.code === code);
    expect(figure("cashbook.expense")?.now.value).toBe(30_000);
    expect(figure("cashbook.income")?.now.value).toBe(80_000);
    expect(figure("cashbook.expense")?.target).toBeGreaterThan(90_000);
    // The office's own targets are not the project's.
    expect(figure("literacy.enrolled")?.target).toBeNull();
    const whole = (await draftOf(office)).content.figures;
    expect(whole.find(({ code }) => code === "literacy.enrolled")?.target).toBe(40);
    expect(content.project).toEqual({ code: "EAU", name: "Eau et savoir", donor: "Caritas" });
    expect(content.budget.map(({ account, used }) => [account, used])).toEqual([
      ["grant", 80_000],
      ["supplies", 30_000],
    ]);
    const { number, id } = await issue(office, { kind: "donor", project });
    expect(number).toBe("KTL-R00001");
    const { bytes } = await office.must("reporting.print", { id });
    expect(pdfText(bytes)).toContain("EAU – Eau et savoir");
    // Another project's report is another report.
    const other = await saveProject(office, "RIZ");
    expect((await draftOf(office, { kind: "donor", project: other })).issued).toBeNull();
  });
});

describe("at headquarters", () => {
  test("the consolidated report adds up the offices, names who is late, and offices' reports are read without their paper", async () => {
    const hq = await makeHeadquarters();
    const office = await makeEnrolled(hq, KOUTIALA);
    await makeEnrolled(hq, MOPTI);
    await live(office);
    await on(office, "2026-12-01");
    await on(hq, "2026-12-01");
    const issued = await issue(office);
    await receive(hq, await send(office));
    const { content } = await draftOf(hq, { kind: "consolidated" });
    expect(content).toMatchObject({ scope: "all", office: { code: "BKO" }, incomplete: ["MPT"] });
    const whole = columnOf(await figuresOf(hq, { office: "all" }));
    for (const { code, now } of content.figures) if (!now.masked) expect(now.value, code).toBe(whole[code]);
    const offices = content.tables.find(({ code, by }) => code === "members.registered" && by === "office");
    expect(offices?.rows.map(({ key }) => key).sort()).toEqual(["BKO", "KTL", "MPT"]);
    const consolidated = await issue(hq, { kind: "consolidated" });
    expect(consolidated.number).toBe("BKO-R00001");
    const { bytes } = await hq.must("reporting.print", { id: consolidated.id });
    expect(pdfText(bytes)).toContain("pour la période : Mopti (MPT).");
    const all = await hq.must("reporting.reports", { office: "all" });
    expect(all.map(({ number, kept, issuedBy }) => [number, kept, issuedBy])).toEqual([
      ["KTL-R00001", false, ""],
      ["BKO-R00001", true, "Awa Sissoko"],
    ]);
    const theirs = await hq.must("reporting.report", { id: issued.id });
    expect(theirs).toMatchObject({ report: { number: "KTL-R00001" }, corrections: [] });
    expect(theirs.content).toEqual((await office.must("reporting.report", { id: issued.id })).content);
    expect(await hq.refused("reporting.print", { id: issued.id })).toBe(refusal("reporting.paperElsewhere"));
    expect(await office.refused("reporting.reports", { office: "all" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
  });

  test("nobody issues what she may not read whole: by her role, or for want of a tier", async () => {
    const hq = await makeHeadquarters();
    const project = await saveProject(hq);
    await on(hq, "2026-12-01");
    await signInAs(hq, "accountant");
    expect(await issueRefused(hq)).toBe(refusal("reporting.notForYou"));
    expect(await issueRefused(hq, { kind: "donor", project })).toBe(refusal("headquarters.noTier"));
    const { content } = await draftOf(hq);
    expect(content.figures.some(({ code }) => code.startsWith("members."))).toBe(false);
    expect(content.figures.some(({ code }) => code.startsWith("cashbook."))).toBe(true);
  });
});

test("who may not read the cash book is shown the notices alone", async () => {
  const office = await makeLivedOffice();
  const activity = await issue(office);
  const notice = await issue(office, { kind: "notice" });
  await signInAs(office, "trainer");
  const listed = await office.must("reporting.reports", {});
  expect(listed.map(({ number }) => number)).toEqual([notice.number]);
  expect(await office.refused("reporting.print", { id: activity.id })).toBe(
    refusal("reporting.notForYou", "id"),
  );
  expect((await office.must("reporting.print", { id: notice.id })).bytes.length).toBeGreaterThan(1000);
});
