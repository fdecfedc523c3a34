import { describe, expect, it } from "vitest";
import { type RegisterReading, readRegister } from "../../../src/domain/import/readRegister.ts";
import { refusedTable } from "../../../src/domain/import/refusedTable.ts";
import type { Cell } from "../../../src/domain/import/table.ts";
import { tableOf } from "../../support/registers.ts";

function read(rows: readonly (readonly Cell[])[]): RegisterReading {
  const reading = readRegister(tableOf(rows), null, "2026-11-23");
  if (!reading.ok) throw new Error(reading.refusal.code);
  return reading.value;
}

const HEADER = ["N°", "Nom", "Prénom", "Date de naissance", "Téléphone", "Quartier", "Date d'adhésion"];
const AWA = ["1", "DIARRA", "Awa", "12/03/1985", "76 12 34 56", "Koko", "20/01/2018"];

describe("the file of refused rows", () => {
  const rows = [
    ["Liste"],
    [...HEADER, "Motif"],
    AWA,
    ["2", "", "Sira", { date: "1996-08-02" }, 62707968, "Koko", "24.07.2001", "ancien motif"],
  ];

  it("holds them as they stood, with the reason in the last column", () => {
    const refused = refusedTable(read(rows), "Motif", ({ outcome }) =>
      outcome === "refused" ? "Il manque le nom." : null,
    );
    expect(refused.headings).toEqual([...HEADER, "Motif"]);
    expect(refused.rows).toEqual([
      ["2", "", "Sira", "02/08/1996", "62707968", "Koko", "24.07.2001", "Il manque le nom."],
    ]);
  });

  it("is read again after correction, without a trace of the reason in either language", () => {
    for (const heading of ["Motif", "Reason"]) {
      const refused = refusedTable(read(rows), heading, ({ outcome }) =>
        outcome === "refused" ? "x" : null,
      );
      const corrected = refused.rows.map((cells) => ["2", "Traoré", ...cells.slice(2)]);
      const [row] = read([refused.headings, ...corrected]).rows;
      expect(row).toMatchObject({ outcome: "create", details: { surname: "Traoré", notes: "N°\u00a0: 2" } });
    }
  });
});
