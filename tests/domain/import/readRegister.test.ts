import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemberDetails } from "../../../src/contract/membership.ts";
import type { FieldChoice } from "../../../src/domain/import/columns.ts";
import {
  countRows,
  type RegisterReading,
  readRegister,
  withDuplicate,
} from "../../../src/domain/import/readRegister.ts";
import type { Cell } from "../../../src/domain/import/table.ts";
import { dayStyle, inventedWomen, phoneStyle, registerRows, tableOf } from "../../support/registers.ts";

const TODAY = "2026-11-23";

function read(
  rows: readonly (readonly Cell[])[],
  choice: readonly FieldChoice[] | null = null,
): RegisterReading {
  const reading = readRegister(tableOf(rows), choice, TODAY);
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.value;
}

function refusalOf(
  rows: readonly (readonly Cell[])[],
  choice: readonly FieldChoice[] | null = null,
): string | null {
  const reading = readRegister(tableOf(rows), choice, TODAY);
  return reading.ok ? null : reading.refusal.code;
}

const HEADER = ["N°", "Nom", "Prénom", "Date de naissance", "Téléphone", "Quartier", "Date d'adhésion"];
const AWA = ["1", "DIARRA", "Awa", "12/03/1985", "76 12 34 56", "Koko", "20/01/2018"];

/** The good row with some cells changed: what is said about it. */
function codesOf(change: Readonly<Record<number, Cell>>): { outcome: string | undefined; codes: string[] } {
  const cells: Cell[] = [...AWA, null, null];
  for (const [index, cell] of Object.entries(change)) cells[Number(index)] = cell;
  const [row] = read([HEADER, cells]).rows;
  return { outcome: row?.outcome, codes: row?.remarks.map(({ code }) => code) ?? [] };
}

describe("a row of a register", () => {
  it("becomes a member's details that the contract takes", () => {
    const [row] = read([HEADER, AWA]).rows;
    expect(row).toMatchObject({ row: 2, outcome: "create", remarks: [] });
    expect(MemberDetails.parse(row?.details)).toMatchObject({
      surname: "Diarra",
      firstNames: "Awa",
      birth: { kind: "exact", on: "1985-03-12" },
      phone: "+22376123456",
      locality: "Koko",
      joinedOn: "2018-01-20",
      consentSigned: false,
      notes: "N°\u00a0: 1",
    });
    expect(row?.shown).toEqual({
      surname: "Diarra",
      firstNames: "Awa",
      birth: "12/03/1985",
      phone: "76 12 34 56",
      joinedOn: "20/01/2018",
    });
  });

  it.each<[string, Readonly<Record<number, Cell>>, string]>([
    ["without surname", { 1: "" }, "noSurname"],
    ["with a dash for a surname", { 1: "-" }, "noSurname"],
    ["with a number for a surname", { 1: "12" }, "noSurname"],
    ["without first name", { 2: "" }, "noFirstName"],
    ["born on 31 February", { 3: "31/02/1988" }, "impossibleDate"],
    ["born in the American way", { 3: "02/25/1988" }, "impossibleDate"],
    ["born tomorrow", { 3: "24/11/2026" }, "futureDate"],
    ["born in 1900", { 3: "1900" }, "tooOld"],
    ["not yet eighteen", { 3: "24/11/2008" }, "minor"],
  ])("%s is refused", (_, change, code) => {
    expect(codesOf(change)).toMatchObject({ outcome: "refused", codes: expect.arrayContaining([code]) });
  });

  it.each<[string, Readonly<Record<number, Cell>>, string]>([
    ["without birth date", { 3: "" }, "noBirth"],
    ["born in a year that leaves her age open", { 3: "2008", 6: "" }, "perhapsMinor"],
    ["with seven digits for a phone", { 4: "7612345" }, "badPhone"],
    ["joined before she was born", { 6: "01/01/1984" }, "impossibleJoined"],
    [
      "joined before she was born, after the founding",
      { 3: "12/03/2001", 6: "01/01/1999" },
      "joinedBeforeBirth",
    ],
    ["joined tomorrow", { 6: "24/11/2026" }, "impossibleJoined"],
    ["joined on an unreadable day", { 6: "jadis" }, "impossibleJoined"],
    ["with a cell under no heading", { 8: "Koko" }, "extraCells"],
  ])("%s is doubtful", (_, change, code) => {
    expect(codesOf(change)).toEqual({ outcome: "doubtful", codes: expect.arrayContaining([code]) });
  });

  it.each<[string, Readonly<Record<number, Cell>>, string]>([
    ["with two digits for the year", { 3: "12/03/85" }, "centuryAdded"],
    ["with the year of joining alone", { 6: "2018" }, "joinedYearOnly"],
    ["without joining day", { 6: "" }, "joinedMissing"],
    ["who joined before eighteen", { 3: "12/03/2002" }, "joinedBeforeAdult"],
    ["with an age in years", { 3: "41 ans" }, "ageOnly"],
    ["with a name that is too long", { 1: "Nabouchodonosor".repeat(5) }, "textCut"],
  ])("%s is created, with a remark", (_, change, code) => {
    expect(codesOf(change)).toEqual({ outcome: "create", codes: expect.arrayContaining([code]) });
  });

  it("loses nothing that the record has no place for", () => {
    const [row] = read([
      [...HEADER, "Carte payée", "Tél 2", "Sexe", "Observations", "Enfants", "Niveau"],
      [
        "7",
        "Diarra",
        "Awa",
        "12/03/1985",
        "7612345",
        "Koko",
        "jadis",
        "oui",
        "66 12 34 57",
        "F",
        "veuve",
        "beaucoup",
        "bon",
      ],
    ]).rows;
    expect(row?.details?.notes.split("\n")).toEqual([
      "N°\u00a0: 7",
      "Carte payée\u00a0: oui",
      "Tél 2\u00a0: 66 12 34 57",
      "Sexe\u00a0: F",
      "veuve",
      "Téléphone\u00a0: 7612345",
      "Date d'adhésion\u00a0: jadis",
      "Enfants\u00a0: beaucoup",
      "Niveau\u00a0: bon",
    ]);
    expect(row?.details).toMatchObject({ phone: "", joinedOn: TODAY, childrenInCare: null, literacy: null });
  });

  it("brings every field of the contract", () => {
    const [row] = read([
      [
        "Nom et prénom",
        "Surnom",
        "Âge",
        "Pays",
        "Langues",
        "Enfants",
        "Alphabétisée",
        "NINA",
        "Personne à prévenir",
      ],
      [
        "DIARRA Awa",
        "Mama",
        35,
        "Côte d'Ivoire",
        "bambara, français",
        "3 enfants",
        "lit et écrit",
        "12345",
        "Oumou (sœur) 76 00 00 01",
      ],
    ]).rows;
    expect(row?.details).toMatchObject({
      alsoKnownAs: "Mama",
      birth: { kind: "estimated", year: 1991 },
      nationality: "CI",
      languages: ["Bambara", "Français"],
      childrenInCare: 3,
      literacy: "readsAndWrites",
      paperKind: "nina",
      paperNumber: "12345",
      emergencyName: "Oumou (sœur)",
      emergencyPhone: "+22376000001",
    });
  });
});

describe("a register", () => {
  it("of invented women goes in whole, in every style of days and phones", () => {
    fc.assert(
      fc.property(fc.integer(), dayStyle, phoneStyle, (seed, days, phones) => {
        const women = inventedWomen(20, seed);
        const reading = read(registerRows(women, days, phones));
        for (const [index, row] of reading.rows.entries()) {
          const woman = women[index];
          expect(
            row.outcome === "doubtful" ? row.remarks.map(({ code }) => code) : ["duplicateOfRow"],
          ).toContain("duplicateOfRow");
          expect(row.details).toMatchObject({
            birth: { kind: "exact", on: woman?.birth },
            joinedOn: woman?.joinedOn,
            phone: woman?.phone && `+223${woman.phone}`,
          });
          expect(MemberDetails.safeParse(row.details).success).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  it("is the same line by line in every style of days and phones, so that it is known when it comes again", () => {
    const women = inventedWomen(50, 11);
    const digests = (days: "slashes" | "serial" | "iso", phones: "pairs" | "zeros") =>
      read(registerRows(women, days, phones)).rows.map(({ digestInput }) => digestInput);
    expect(digests("iso", "zeros")).toEqual(digests("slashes", "pairs"));
    expect(digests("serial", "pairs")).toEqual(digests("slashes", "pairs"));
    expect(new Set(digests("iso", "pairs")).size).toBe(50);
  });

  it("with joint names is the same line by line as with two columns", () => {
    const apart = read([HEADER, AWA]).rows[0];
    const [, surname, first, ...rest] = AWA;
    const joint = read([
      ["Nom et prénom", ...HEADER.slice(3)],
      [`${surname} ${first}`, ...rest],
    ]).rows[0];
    expect(joint?.digestInput).toBe(apart?.digestInput);
    expect(joint?.details).toMatchObject({ surname: "Diarra", firstNames: "Awa" });
  });

  it("marks the second of two lines of one woman and lets the first pass", () => {
    const reading = read([
      HEADER,
      AWA,
      ["2", "Koné", "Fanta", "1990"],
      ["3", "Djarra", "AWA", "12-03-85", "+22376123456"],
    ]);
    expect(reading.rows.map(({ outcome }) => outcome)).toEqual(["create", "create", "doubtful"]);
    expect(reading.rows[2]?.remarks).toContainEqual({
      code: "duplicateOfRow",
      column: null,
      found: "Djarra Awa",
      other: "2",
    });
    expect(countRows(reading.rows)).toEqual({ rows: 3, created: 2, doubtful: 1, refused: 0, unchanged: 0 });
  });

  it("does not take a refused line for the first of two", () => {
    const reading = read([
      HEADER,
      ["1", "DIARRA", "Awa", "31/02/1985", "76 12 34 56"],
      ["2", ...AWA.slice(1)],
    ]);
    expect(reading.rows.map(({ outcome }) => outcome)).toEqual(["refused", "create"]);
  });

  it("leaves out blank lines and repeated headers, keeps the sheet's numbers, and refuses a line of totals", () => {
    const reading = read([
      ["Registre 2026"],
      [],
      HEADER,
      AWA,
      [],
      HEADER,
      ["2", "Koné", "Fanta", "1990"],
      ["", "TOTAL", "", "2"],
    ]);
    expect(reading.headerRow).toBe(3);
    expect(reading.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [4, "create"],
      [7, "create"],
      [8, "refused"],
    ]);
  });

  it("of one name column takes it for whole names, and of a second phone column for notes", () => {
    const { columns } = read([
      ["Nom", "Tél", "Tél 2"],
      ["Koné Awa", "76123456", "66123457"],
    ]);
    expect(columns.map(({ field }) => field)).toEqual(["fullName", "phone", "notes"]);
    expect(columns[0]).toEqual({ index: 0, heading: "Nom", field: "fullName", samples: ["Koné Awa"] });
  });

  it("lets the person correct what a column is taken for", () => {
    const rows = [
      ["Appellation", "Prénom", "Lieu"],
      ["Koné", "Awa", "Koko"],
    ];
    expect(refusalOf(rows)).toBe("import.noNameColumn");
    const { columns, rows: read2 } = read(rows, [
      { index: 0, field: "surname" },
      { index: 2, field: "locality" },
    ]);
    expect(columns.map(({ field }) => field)).toEqual(["surname", "firstNames", "locality"]);
    expect(read2[0]?.details).toMatchObject({ surname: "Koné", locality: "Koko" });
  });

  it("gives one meaning to one column", () => {
    const twice = [
      { index: 4, field: "phone" as const },
      { index: 5, field: "phone" as const },
    ];
    expect(refusalOf([HEADER, AWA], twice)).toBe("import.columnTwice");
    expect(refusalOf([HEADER, AWA], [{ index: 5, field: "phone" }])).toBeNull();
    expect(
      refusalOf(
        [HEADER, AWA],
        twice.map(({ index }) => ({ index, field: "notes" as const })),
      ),
    ).toBeNull();
  });

  it("without header, or without anything, is refused", () => {
    expect(refusalOf([AWA, AWA])).toBe("import.noHeader");
    expect(refusalOf([])).toBe("import.empty");
    expect(
      refusalOf([
        ["Téléphone", "Quartier"],
        ["76123456", "Koko"],
      ]),
    ).toBe("import.noNameColumn");
  });

  it("is read whatever its cells hold, and only what the contract takes comes out", () => {
    const cell = fc.oneof(
      fc.string({ unit: "binary", maxLength: 120 }),
      fc.double({ noNaN: true }),
      fc.constant(null),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 8 }), (rows) => {
        const header = [
          ...HEADER,
          "Surnom",
          "Langues",
          "Enfants",
          "NINA",
          "Personne à prévenir",
          "Observations",
        ];
        const reading = read([header, ["1", "Koné", "Awa"], ...rows]);
        for (const row of reading.rows) {
          expect(row.details === null).toBe(row.outcome === "refused");
          if (row.details !== null) expect(MemberDetails.parse(row.details)).toEqual(row.details);
        }
      }),
    );
  });
});

describe("a row that a member already stands for", () => {
  it("becomes doubtful with the member's number, and stays refused when it was", () => {
    const [row] = read([HEADER, AWA]).rows;
    if (!row) throw new Error("no row");
    const marked = withDuplicate(row, "duplicateOfMember", "KTL-00042-8");
    expect(marked).toMatchObject({ outcome: "doubtful", details: row.details });
    expect(marked.remarks.at(-1)).toMatchObject({ code: "duplicateOfMember", other: "KTL-00042-8" });
  });
});
