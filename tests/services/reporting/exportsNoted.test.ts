import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { operations } from "../../../src/contract/index.ts";
import { DescribedList } from "../../../src/contract/reporting.ts";
import type { TestOffice } from "../../support/office.ts";
import {
  exported,
  makeExportedOffice,
  SPREADSHEETS,
  sheetNames,
  sheetOf,
  titleOf,
} from "./exportedOffice.ts";

let office: TestOffice;
beforeAll(async () => {
  office = await makeExportedOffice((index) => `Nom ${index}`);
});
afterAll(() => office.close());

const latest = async () => (await office.must("access.listAudit", { before: null, limit: 1 }))[0];

/** Operations whose input has a format that may be CSV. */
function inFormats(): string[] {
  return [...operations]
    .filter(([, { input }]) =>
      JSON.stringify(input.toJSONSchema({ unrepresentable: "any" })).includes('"csv"'),
    )
    .map(([name]) => name);
}

describe("every request for a spreadsheet", () => {
  test("has a typical one here", () => {
    const names = inFormats().filter((name) => name !== "imports.preview" && name !== "imports.run");
    expect(names.sort()).toEqual([...new Set(SPREADSHEETS.map(({ name }) => name))].sort());
    expect(names.length).toBeGreaterThan(7);
  });

  test.each(SPREADSHEETS.map((request) => [titleOf(request), request] as const))(
    "%s is noted with who, what and how many rows, in both formats",
    async (_, request) => {
      for (const format of ["csv", "xlsx"] as const) {
        const before = await latest();
        const file = await exported(office, request, format);
        const noted = await latest();
        expect(noted?.seq).toBe((before?.seq ?? 0) + 1);
        expect(noted).toMatchObject({ office: "BKO", by: office.call.user.name, entity: "audit_event" });
        expect(noted?.action).toMatch(/^export/);
        const lines = sheetOf(file).length - 1;
        expect(noted?.rows).toBe(lines);
        expect(lines).toBeGreaterThan(0);
        expect(file.fileName).toMatch(new RegExp(`^[A-Za-z0-9-]+\\.${format}$`));
        if (noted?.action === "exportList") expect(noted.reference).toBe(file.fileName.replace(/\.\w+$/, ""));
      }
    },
  );

  test("brings what its columns mean on a second sheet, for every column of the first", async () => {
    for (const request of SPREADSHEETS) {
      if (request.name === "reporting.codebook" || request.name === "imports.refusedRows") continue;
      const file = await exported(office, request, "xlsx");
      const codebook = request.name === "reporting.exportIndicators" ? "Définitions" : "Colonnes";
      expect([titleOf(request), sheetNames(file)[1]]).toEqual([titleOf(request), codebook]);
    }
  });
});

describe("the codebook", () => {
  test.each(DescribedList.options)(
    "of %s says of every column what it means and of which sort it is",
    async (of) => {
      const file = await office.must("reporting.codebook", { of, format: "csv" });
      const [, ...lines] = sheetOf(file);
      const columns = lines.filter((cells) => cells[1] !== "");
      expect(columns.length).toBeGreaterThan(5);
      for (const [column, meaning, type] of columns)
        expect([column, meaning, type].every(Boolean)).toBe(true);
      const names = columns.map(([column]) => column);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  test("has the columns of the list in their order, and each code with its word", async () => {
    for (const list of ["policies", "claims", "accounts", "offices"] as const) {
      const [headings = []] = sheetOf(await office.must("reporting.exportList", { list, format: "csv" }));
      const [, ...lines] = sheetOf(await office.must("reporting.codebook", { of: list, format: "csv" }));
      const columns = lines.filter((cells) => cells[1] !== "").map(([column]) => column);
      expect(columns.filter((column) => headings.includes(column ?? ""))).toEqual(headings);
    }
    const [, ...lines] = sheetOf(await office.must("reporting.codebook", { of: "policies", format: "csv" }));
    expect(lines.filter((cells) => cells[0] === "Situation").map((cells) => cells.slice(3))).toEqual([
      ["", ""],
      ...[
        ["en attente", "pending"],
        ["actif", "active"],
        ["suspendu", "suspended"],
      ],
      ...[
        ["caduc", "lapsed"],
        ["terminé", "ended"],
      ],
    ]);
  });

  test("of the indicators defines every one", async () => {
    const [headings, ...lines] = sheetOf(
      await office.must("reporting.codebook", { of: "indicators", format: "csv" }),
    );
    expect(headings).toEqual([
      ...["Code", "Indicateur", "Domaine", "Unité", "Définition", "Ce qui est compté", "Se détaille par"],
    ]);
    expect(lines.length).toBeGreaterThan(40);
    expect(lines.flat()).not.toContain("undefined");
  });
});

test("a list on paper is noted, too", async () => {
  const year = { from: "2026-01-01", to: "2026-12-31" };
  await office.must("rental.printRoll", { month: "2026-11" });
  expect(await latest()).toMatchObject({ action: "printList", reference: "BKO-loyers-2026-11", rows: 1 });
  await office.must("rental.printArrears", { on: "2026-11-23" });
  expect(await latest()).toMatchObject({ action: "printList", reference: "BKO-impayes-2026-11-23" });
  await office.must("cashbook.printBook", year);
  expect(await latest()).toMatchObject({ action: "printList", reference: expect.stringContaining("livre") });
  const budget = { year: 2026, on: "2026-11-23", project: null };
  await office.must("cashbook.printBudget", budget);
  expect(await latest()).toMatchObject({ action: "printList", reference: "BKO-caisse-budget-2026" });
});
