import { describe, expect, it } from "vitest";
import type { NameOrder } from "../../../src/domain/import/headings.ts";
import { learnJointName, readJointName } from "../../../src/domain/import/jointName.ts";
import { createNameWords } from "../../../src/domain/import/nameWords.ts";

function read(text: string, order: NameOrder = "surnameFirst", others: readonly string[] = []) {
  const known = createNameWords();
  for (const other of [...others, text]) learnJointName(other, order, known);
  return readJointName(text, order, known);
}

describe("a joint name", () => {
  it.each<[string, NameOrder, string, string]>([
    ["DAO Ya", "surnameFirst", "DAO", "Ya"],
    ["Konaté N'Deye", "surnameFirst", "Konaté", "N’Deye"],
    ["TEMBÉLY Tata Hawa", "surnameFirst", "TEMBÉLY", "Tata Hawa"],
    ["N'GUESSAN Adjoua", "surnameFirst", "N’GUESSAN", "Adjoua"],
    ["FOFANA ZEINABOU", "surnameFirst", "FOFANA", "ZEINABOU"],
    ["ADDO BOATENG Efua", "surnameFirst", "ADDO BOATENG", "Efua"],
    ["Ya DAO", "firstNamesFirst", "DAO", "Ya"],
    ["Marie-Laure Amani", "firstNamesFirst", "Amani", "Marie-Laure"],
    ["Ya DAO", "surnameFirst", "DAO", "Ya"],
    ["DAO Ya", "firstNamesFirst", "DAO", "Ya"],
    ["Tounkara MAÏMOUNA", "surnameFirst", "Tounkara", "MAÏMOUNA"],
    ["Hawa Mah DEMBÉLÉ", "unknown", "DEMBÉLÉ", "Hawa Mah"],
    ["Hawa Dembélé", "unknown", "Dembélé", "Hawa"],
    ["DIARRA, Awa Fanta", "unknown", "DIARRA", "Awa Fanta"],
    ["Mme Diarra Awa", "surnameFirst", "Diarra", "Awa"],
    ["Ould Ahmed Fatma", "surnameFirst", "Ould Ahmed", "Fatma"],
  ])("%s under a heading of order %s is %s, %s", (text, order, surname, firstNames) => {
    expect(read(text, order)).toMatchObject({ surname, firstNames, isUnsure: false });
  });

  it.each([
    ["Diarra Awa dite Mama", "Mama"],
    ["Diarra Awa (Mama)", "Mama"],
    ["Diarra Awa alias La Belle", "La Belle"],
    ["Diarra Awa née Koné", "née Koné"],
    ["Diarra Awa épouse Koné", "épouse Koné"],
  ])("%s keeps what else she is called", (text, alsoKnownAs) => {
    expect(read(text)).toMatchObject({ surname: "Diarra", firstNames: "Awa", alsoKnownAs });
  });

  it.each([
    ["Maïmouna", "", "Maïmouna"],
    ["DIARRA", "DIARRA", ""],
    ["TOTAL : 612 membres", "TOTAL", ""],
    ["123", "", ""],
  ])("%s is not whole", (text, surname, firstNames) => {
    expect(read(text)).toMatchObject({ surname, firstNames });
  });

  it("whose first word is a first name everywhere else is doubtful, never turned round silently", () => {
    const others = ["DAO Awa", "SY Awa", "Koné Oumou", "Sow Oumou"];
    expect(read("Awa Korotimi", "surnameFirst", others)).toMatchObject({ surname: "Awa", isUnsure: true });
    expect(read("Awa Koné", "surnameFirst", others)).toMatchObject({
      surname: "Koné",
      firstNames: "Awa",
      isUnsure: true,
    });
    expect(read("Amani Awa", "surnameFirst", others)).toMatchObject({ surname: "Amani", isUnsure: false });
  });

  it("in capitals against the heading is doubtful when no word is known as a surname", () => {
    expect(read("Essi AGBODJAN")).toMatchObject({ surname: "AGBODJAN", firstNames: "Essi", isUnsure: true });
    expect(read("Essi AGBODJAN", "surnameFirst", ["AGBODJAN Afi"])).toMatchObject({
      surname: "AGBODJAN",
      isUnsure: false,
    });
  });

  it("under a heading without order is doubtful when nothing settles it", () => {
    expect(read("Essi Agbodjan", "unknown")).toMatchObject({ isUnsure: true });
  });

  it("parts one capital word too many by what the register knows", () => {
    const others = ["SY Awa", "DAO Awa"];
    expect(read("TOURÉ AWA Saran", "surnameFirst", others)).toMatchObject({
      surname: "TOURÉ",
      firstNames: "AWA Saran",
    });
  });
});
