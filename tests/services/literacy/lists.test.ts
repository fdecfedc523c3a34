import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellText } from "../../../src/domain/import/table.ts";
import { readTable } from "../../../src/spreadsheets/readTable.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  assess,
  attend,
  CASH,
  joinClass,
  type Learner,
  makeClass,
  makeProgramme,
  makeTrainer,
  NOVEMBER,
  TODAY,
} from "./classBook.ts";

let office: TestOffice;
let cohortId: string;
let number: string;
let women: Learner[];
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  const programmeId = await makeProgramme(office);
  const trainerId = await makeTrainer(office);
  const about = { trainerId, fee: 2_000, allowance: 1_000 };
  ({ id: cohortId, number } = await makeClass(office, programmeId, about));
  await makeClass(office, programmeId, { name: "=CLASSE", startsOn: "2027-01-04", endsOn: "2027-02-04" });
  women = [];
  for (const surname of ["Bagayoko", "Camara", "Diabaté"])
    women.push(await joinClass(office, cohortId, { surname }));
  const [one, two, three] = women;
  await attend(office, cohortId, [one?.enrolmentId ?? "", two?.enrolmentId ?? ""]);
  await office.must("literacy.payFee", {
    ...{ id: v7(), enrolmentId: one?.enrolmentId ?? "", amount: 2_000, ...CASH },
  });
  await office.must("literacy.payAllowance", {
    ...{ id: v7(), cohortId, trainerId, to: TODAY, amount: 6_000, ...CASH },
  });
  await assess(office, cohortId, "end", { [one?.enrolmentId ?? ""]: 80, [two?.enrolmentId ?? ""]: 10 });
  await office.must("literacy.issueCertificates", { cohortId, on: TODAY });
  await office.must("literacy.leave", { id: three?.enrolmentId ?? "", on: "2026-11-20", reason: "work" });
});
afterAll(() => office.close());

type List = "cohorts" | "learners" | "results" | "figures";
const input = (list: List, changes: object = {}) => ({
  ...{ list, cohortId: null, ...NOVEMBER, format: "csv" as const },
  ...changes,
});

async function table(list: List, changes: object = {}) {
  const { bytes, fileName } = await office.must("literacy.exportList", input(list, changes));
  const lines = new TextDecoder().decode(bytes).trimEnd().split("\r\n");
  const [headings = [], ...rows] = lines.map((line) => line.split(";"));
  return { fileName, rows: rows.map((cells) => Object.fromEntries(headings.map((h, i) => [h, cells[i]]))) };
}

const latest = async () => (await office.must("access.listAudit", { before: null, limit: 1 }))[0];

describe("a list of the classes as a spreadsheet", () => {
  test("has those that run in the span, with what was counted of them", async () => {
    const { fileName, rows } = await table("cohorts");
    expect(fileName).toBe(`KTL-classes-${TODAY}.csv`);
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ Bureau: "KTL", Classe: number, Formatrice: "Kadidia Sangaré", Situation: "En cours" },
        ...{ Inscrites: "3", "En classe": "2", "Présence (%)": "100", "Heures prévues": "28" },
        ...{ "Heures faites": "12", Début: "02/11/2026" },
      }),
    ]);
    expect(await latest()).toMatchObject({ action: "exportLiteracy", rows: 1, reference: null });
    const all = await table("cohorts", { to: "2027-03-01" });
    expect(all.rows.map((row) => row["Nom de la classe"])).toEqual(["Médina, le soir", "'=CLASSE"]);
  });

  test("has the women of one class, noted under its number", async () => {
    const { fileName, rows } = await table("learners", { cohortId });
    expect(fileName).toBe(`${number}-apprenantes-${TODAY}.csv`);
    expect(rows.map((row) => [row.Nom, row.Situation, row.Raison, row["Frais payés (F CFA)"]])).toEqual([
      ["Bagayoko", "Inscrite", "", "2000"],
      ["Camara", "Inscrite", "", "0"],
      ["Diabaté", "Partie", "travail", "0"],
    ]);
    expect(await latest()).toMatchObject({ action: "exportLiteracy", rows: 3, reference: number });
  });

  test("has the results with the certificates", async () => {
    const { rows } = await table("results");
    expect(
      rows.map((row) => [row.Nom, row["Lecture (%)"], row.Admise, row.Attestation, row["Attestation du"]]),
    ).toEqual([
      ["Bagayoko", "80", "oui", "KTL-D00001", "23/11/2026"],
      ["Camara", "10", "non", "", ""],
      ["Diabaté", "", "", "", ""],
    ]);
  });

  test("has the figures, a line for each class and all together", async () => {
    const { rows } = await table("figures", { cohortId });
    expect(rows.map((row) => row.Classe)).toEqual([`${number} · Médina, le soir`, "Total"]);
    expect(rows[1]).toMatchObject({
      ...{ Inscrites: "3", Abandons: "1", "Abandon (%)": "33,33", "Abandons\u00a0: travail": "1" },
      ...{ Évaluées: "2", Admises: "1", "Réussite (%)": "50", "Coût (F CFA)": "6000" },
      ...{ "Coût par femme (F CFA)": "2000", "Frais de classe (F CFA)": "2000" },
    });
  });

  test("says of all classes what the screen says", async () => {
    for (const span of [NOVEMBER, { from: "2026-01-01", to: "2027-12-31" }]) {
      const { rows } = await table("figures", span);
      const [all] = await office.must("literacy.figures", { ...span, by: "all" });
      expect(rows.at(-1)).toMatchObject({
        Inscrites: String(all?.figures.enrolled),
        "Coût (F CFA)": String(all?.figures.cost),
        Classes: String(all?.figures.cohorts),
      });
    }
  });

  test("is a workbook as well, in the language of the office's papers", async () => {
    const settings = await office.must("office.readSettings", {});
    await office.must("office.updateSettings", { ...settings, language: "en" });
    const { bytes, fileName, mediaType } = await office.must(
      "literacy.exportList",
      input("figures", { format: "xlsx" }),
    );
    await office.must("office.updateSettings", settings);
    expect(fileName).toBe(`KTL-chiffres-${TODAY}.xlsx`);
    expect(mediaType).toContain("spreadsheetml");
    expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe("PK");
    const { headings, rows } = readBack(bytes);
    expect(headings).toContain("Dropout (%)");
    expect(rows.flat()).toContain("33.33");
  });

  test("is refused for a class that nobody knows, days in the wrong order, and too long a time", async () => {
    const refused = (changes: object) =>
      office.refused("literacy.exportList", input("cohorts", changes) as never);
    expect(await refused({ cohortId: v7() })).toBe(refusal("literacy.cohortUnknown", "cohortId"));
    expect(await refused({ from: "2026-12-01" })).toBe(refusal("literacy.spanWrong", "to"));
    expect(await refused({ from: "2020-01-01" })).toBe(refusal("literacy.spanTooLong", "to"));
    expect(await refused({ office: "all" })).toBe(refusal("headquarters.notHere", "office"));
  });
});

function readBack(bytes: Uint8Array): { headings: string[]; rows: string[][] } {
  const read = readTable(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const [headings = [], ...rows] = read.value.rows.map(({ cells }) => cells.map(cellText));
  return { headings, rows };
}

describe("the figures", () => {
  test("are asked by class, trainer, place, month and office", async () => {
    const keys = async (by: "cohort" | "trainer" | "place" | "month" | "office") =>
      (await office.must("literacy.figures", { from: "2026-10-15", to: "2027-01-31", by })).map(
        ({ label, figures }) => `${label}: ${figures.enrolled}`,
      );
    expect(await keys("cohort")).toEqual([
      `${number} · Médina, le soir: 3`,
      expect.stringMatching(/=CLASSE: 0$/),
    ]);
    expect(await keys("trainer")).toEqual([": 0", "Kadidia Sangaré: 3"]);
    expect(await keys("place")).toEqual(["Cour de l’école: 3"]);
    expect(await keys("office")).toEqual(["KTL: 3"]);
    // She who left in November, and the two whose class ends in December though nobody closed it yet.
    expect(await keys("month")).toEqual(["2026-10: 0", "2026-11: 3", "2026-12: 2", "2027-01: 0"]);
  });

  test("are refused for days in the wrong order and too long a time", async () => {
    const refused = (from: string, to: string) => office.refused("literacy.figures", { from, to, by: "all" });
    expect(await refused(TODAY, "2026-11-22")).toBe(refusal("literacy.spanWrong", "to"));
    expect(await refused("2020-01-01", "2026-01-01")).toBe(refusal("literacy.spanTooLong", "to"));
    expect(await office.refused("literacy.targets", { year: 2026, office: "MPT" })).toBe(
      refusal("headquarters.notHere", "office"),
    );
  });

  test("stand against targets, one for each year and indicator", async () => {
    const save = (id: string, value: number) =>
      office.must("literacy.saveTarget", { id, year: 2026, indicator: "enrolled", value });
    const id = v7();
    await save(id, 200);
    await save(id, 200);
    const targets = await save(v7(), 240);
    expect(targets).toEqual([{ id, office: "KTL", year: 2026, indicator: "enrolled", value: 240 }]);
    expect(await office.must("literacy.targets", { year: 2026 })).toEqual(targets);
    expect(await office.must("literacy.targets", { year: 2027 })).toEqual([]);
  });
});

test("the check-up finds nothing wrong after all this", async () => {
  expect((await office.must("office.checkUp", {})).faults).toEqual([]);
});
