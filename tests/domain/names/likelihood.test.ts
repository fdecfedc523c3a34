import { describe, expect, it } from "vitest";
import type { BirthDate } from "../../../src/contract/membership.ts";
import { blockingKeys } from "../../../src/domain/names/blockingKeys.ts";
import { createDuplicateIndex } from "../../../src/domain/names/duplicateIndex.ts";
import { LIKELY, likelihood, type Person, traitsOf } from "../../../src/domain/names/likelihood.ts";
import { type InventedWoman, inventedWomen, pick, randomFrom } from "../../support/registers.ts";

const born = (on: string): BirthDate => ({ kind: "exact", on });
const inYear = (year: number): BirthDate => ({ kind: "year", year });
const about = (year: number): BirthDate => ({ kind: "estimated", year });

function person(name: string, birth: BirthDate | null, phone = ""): Person {
  const [surname = "", ...first] = name.split(" ");
  return { surname, firstNames: first.join(" "), birth, phone };
}

const AWA = person("Diarra Awa", born("1985-03-12"), "+22376123456");

describe("two records", () => {
  it.each<[string, Person, Person]>([
    ["same name and birth", AWA, person("DIARRA awa", born("1985-03-12"))],
    ["another spelling, same birth", AWA, person("Djarra Hawa", born("1985-03-12"), "+22399999999")],
    [
      "a first name left out, same birth",
      person("Koné Fanta", born("1985-03-12")),
      person("Kone Fanta Sira", born("1985-03-12")),
    ],
    [
      "first names in another order",
      person("Koné Fanta Sira", born("1985-03-12")),
      person("Kone Sira Fanta", born("1985-03-12")),
    ],
    ["name columns exchanged", AWA, person("Awa Diarra", born("1985-03-12"))],
    ["same name and phone, no birth", AWA, person("Diarra Awa", null, AWA.phone)],
    ["same name and phone, only the year", AWA, person("Diara Awa", inYear(1985), AWA.phone)],
    ["day and month exchanged, no other phone", AWA, person("Diarra Awa", born("1985-12-03"))],
    ["one digit of the birth different", AWA, person("Diarra Awa", born("1985-03-13"))],
    ["only the year known, and no other phone", AWA, person("Diarra Awa", inYear(1985))],
    ["the year estimated beside it", AWA, person("Diarra Awa", about(1986), "")],
  ])("are likely one woman: %s", (_, a, b) => {
    expect(likelihood(a, b).likelihood).toBeGreaterThanOrEqual(LIKELY);
    expect(likelihood(b, a)).toEqual(likelihood(a, b));
  });

  it.each<[string, Person, Person]>([
    ["same name, other birth, other phone", AWA, person("Diarra Awa", born("1992-07-01"), "+22399999999")],
    ["same name, nothing else known", person("Diarra Awa", null), person("Diarra Awa", null)],
    ["same phone, another name", AWA, person("Touré Oumou", born("1990-01-01"), AWA.phone)],
    ["same phone and name, births far apart", AWA, person("Diarra Awa", born("2004-08-20"), AWA.phone)],
    ["same name and year only, other phone", AWA, person("Diarra Awa", inYear(1985), "+22399999999")],
    ["same birth, another name", AWA, person("Sidibé Rokia", born("1985-03-12"))],
  ])("are not: %s", (_, a, b) => {
    expect(likelihood(a, b).likelihood).toBeLessThan(LIKELY);
    expect(likelihood(b, a)).toEqual(likelihood(a, b));
  });

  it("say why", () => {
    expect(likelihood(AWA, person("Djarra Awa", born("1985-03-12"), AWA.phone)).reasons).toEqual([
      "similarName",
      "samePhone",
      "sameBirth",
    ]);
    expect(likelihood(AWA, person("Diarra Awa", inYear(1985))).reasons).toEqual(["sameName", "nearBirth"]);
    expect(likelihood(AWA, person("Touré Oumou", null, AWA.phone)).reasons).toEqual(["samePhone"]);
  });
});

function asPerson(woman: InventedWoman): Person {
  return { ...woman, birth: born(woman.birth), phone: woman.phone && `+223${woman.phone}` };
}

/** The ways in which one woman is entered a second time. */
const SLIPS: readonly ((woman: Person) => Person)[] = [
  (woman) => ({ ...woman, surname: woman.surname.toUpperCase() }),
  (woman) => ({ ...woman, firstNames: woman.firstNames.normalize("NFD").replace(/\p{M}/gu, "") }),
  (woman) => ({ ...woman, surname: woman.surname.replace("ou", "u").replace("C", "K"), phone: "" }),
  (woman) => ({ ...woman, firstNames: woman.firstNames.replace("Di", "Dj").replace("ss", "s"), phone: "" }),
  (woman) => ({ ...woman, firstNames: `${woman.firstNames} Nana` }),
  (woman) => ({ ...woman, birth: null }),
  (woman) => ({
    ...woman,
    birth: inYear(woman.birth?.kind === "exact" ? Number(woman.birth.on.slice(0, 4)) : 0),
  }),
  (woman) => ({ ...woman, phone: "" }),
];

describe("the search for duplicates in a register of small name pools", () => {
  it("raises a false alarm for less than one row in a hundred", () => {
    let alarms = 0;
    const registers = 20;
    for (let seed = 1; seed <= registers; seed += 1) {
      const index = createDuplicateIndex<number>();
      for (const [at, woman] of inventedWomen(600, seed).entries()) {
        if (index.findThenAdd(traitsOf(asPerson(woman)), at)) alarms += 1;
      }
    }
    expect(alarms / (registers * 600)).toBeLessThan(0.01);
  });

  it("finds more than 95 of a hundred women who were entered twice, by index and by stored keys", () => {
    const random = randomFrom(7);
    const women = inventedWomen(600, 3)
      .filter(({ phone }) => phone !== "")
      .map(asPerson);
    const index = createDuplicateIndex<Person>();
    for (const woman of women) index.add(traitsOf(woman), woman);
    let found = 0;
    let sharing = 0;
    for (const woman of women) {
      const again = pick(random, SLIPS)(woman);
      if (index.find(traitsOf(again))?.ref === woman) found += 1;
      const keys = blockingKeys(woman);
      if (blockingKeys(again).some((key) => keys.includes(key))) sharing += 1;
    }
    expect(found / women.length).toBeGreaterThan(0.95);
    expect(sharing / women.length).toBeGreaterThan(0.99);
  });

  it("names the first of several equal ones", () => {
    const index = createDuplicateIndex<string>();
    expect(index.findThenAdd(traitsOf(AWA), "first")).toBeNull();
    expect(index.findThenAdd(traitsOf(AWA), "second")?.ref).toBe("first");
    expect(index.find(traitsOf(AWA))?.ref).toBe("first");
  });

  it("is not slowed down by a phone and a birth date that everybody was given", () => {
    const index = createDuplicateIndex<number>();
    const everyone = inventedWomen(3000, 5).map((woman) => ({
      ...asPerson(woman),
      birth: born("1980-01-01"),
      phone: "+22320000000",
    }));
    for (const [at, woman] of everyone.entries()) index.add(traitsOf(woman), at);
    const [, , third] = everyone;
    expect(third && index.find(traitsOf(third))?.likelihood).toBeGreaterThan(LIKELY);
  });
});
