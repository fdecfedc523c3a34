import { describe, expect, it } from "vitest";
import { readNationality } from "../../../src/domain/import/nationality.ts";
import {
  paperKindOf,
  readChildren,
  readEmergency,
  readLanguages,
  readLiteracy,
  saysPaid,
} from "../../../src/domain/import/smallFields.ts";

describe("a nationality", () => {
  it.each([
    ["Malienne", "ML"],
    ["MALI", "ML"],
    ["ml", "ML"],
    ["Côte d’Ivoire", "CI"],
    ["Ivoirienne", "CI"],
    ["Nigéria", "NG"],
    ["Nigérienne", "NE"],
    ["Nigériane", "NG"],
    ["Guinée", "GN"],
    ["Guinée-Bissau", "GW"],
    ["Burkinabè", "BF"],
    ["Bozo", "Bozo"],
    ["", ""],
  ])("%j is kept as %j", (text, kept) => {
    expect(readNationality(text)).toBe(kept === "NG" && text === "Nigériane" ? "NG" : kept);
  });
});

describe("a column that says whether the card is paid", () => {
  it.each(["oui", "OUI", "O", "x", "payée", "Yes", "1"])("takes %j for yes", (text) => {
    expect(saysPaid(text)).toBe(true);
  });

  it.each(["non", "N", "", "0", "2500", "2025", "oui mais pas tout", "?"])(
    "does not take %j for yes",
    (text) => {
      expect(saysPaid(text)).toBe(false);
    },
  );
});

describe("the smaller columns", () => {
  it.each([
    ["3", 3],
    ["3 enfants", 3],
    ["aucun", 0],
    ["0", 0],
    ["trois", null],
    ["99", null],
  ])("children %j are %j", (text, count) => {
    expect(readChildren(text)).toBe(count);
  });

  it.each([
    ["oui", "readsAndWrites"],
    ["Non", "none"],
    ["analphabète", "none"],
    ["Ne sait pas lire", "none"],
    ["un peu", "some"],
    ["sait lire", "reads"],
    ["Lit et écrit", "readsAndWrites"],
    ["9e année", "readsAndWrites"],
    ["bonne", null],
  ])("literacy %j is %j", (text, level) => {
    expect(readLiteracy(text)).toBe(level);
  });

  it("languages are parted, unless there are too many to keep", () => {
    expect(readLanguages("bambara, Français et PEUL / sénoufo")).toEqual([
      "Bambara",
      "Français",
      "Peul",
      "Sénoufo",
    ]);
    expect(readLanguages("x,".repeat(20))).toBeNull();
  });

  it.each([
    ["Oumou Koné 76 12 34 56", "Oumou Koné", "+22376123456"],
    ["Oumou (sœur), tél : 76123456", "Oumou (sœur)", "+22376123456"],
    ["+225 07 08 09 10 11 Moussa", "Moussa", "+2250708091011"],
    ["sa mère", "sa mère", ""],
  ])("whom to tell, %j, is %j at %j", (text, name, phone) => {
    expect(readEmergency(text)).toEqual({ name, phone });
  });

  it.each([
    ["12345", "N° NINA", "nina"],
    ["CNI 12345", "Pièce", "nationalCard"],
    ["passeport B123", "Pièce d'identité", "passport"],
    ["12345", "Pièce", null],
  ])("the paper %j under %j is %j", (cell, heading, kind) => {
    expect(paperKindOf(cell, heading)).toBe(kind);
  });
});
