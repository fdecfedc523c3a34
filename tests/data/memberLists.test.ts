import fc from "fast-check";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DepartureReason, MembershipStatus } from "../../src/contract/membership.ts";
import { accept, refuse } from "../../src/contract/results.ts";
import { insertTerm, readPaidUntil } from "../../src/data/cards.ts";
import { countMembers, listMembers, readStatusFigures, searchQuery } from "../../src/data/memberLists.ts";
import { insertMember, readMember, updateDeparture } from "../../src/data/members.ts";
import { takeMemberNumber } from "../../src/data/numbers.ts";
import { addDays } from "../../src/domain/calendar.ts";
import { earliestEndInGrace, membershipStatus } from "../../src/domain/membership/terms.ts";
import { makeTestOffice, type TestOffice, TODAY } from "../support/office.ts";
import { NO_FILTER, newDetails, register } from "../support/women.ts";

const STATUSES: readonly MembershipStatus[] = ["new", "current", "grace", "expired", "left", "deceased"];

describe("the status in a list", () => {
  const nearToday = fc.integer({ min: -90, max: 90 }).map((days) => addDays(TODAY, days));
  const woman = fc.record({
    ends: fc.array(nearToday, { maxLength: 2 }),
    left: fc.option(fc.tuple(nearToday, fc.constantFrom<DepartureReason>("moved", "deceased", "other"))),
  });

  test("is the one that the rules give, for any dates and any grace", async () => {
    const office = await makeTestOffice();
    const { office: open, user } = office.call;
    fc.assert(
      fc.property(fc.array(woman, { minLength: 1, maxLength: 12 }), fc.nat(3), (women, graceMonths) => {
        const rules = { termMonths: 12, graceMonths };
        const days = { today: TODAY, graceFrom: earliestEndInGrace(TODAY, rules) };
        open.write(user.id, office.clock.now(), (door) => {
          for (const { ends, left } of women) {
            const id = v7();
            insertMember(door, { id, number: takeMemberNumber(door), details: newDetails() });
            for (const endsOn of ends)
              insertTerm(door, {
                id: v7(),
                memberId: id,
                startsOn: addDays(endsOn, -30),
                endsOn,
                price: 0,
                voucherId: null,
              });
            if (left !== null) updateDeparture(door, id, { on: left[0], reason: left[1] });
          }
          const order = { sort: "name", descending: false } as const;
          const counts = readStatusFigures(door, days, TODAY);
          for (const status of STATUSES) {
            const listed = listMembers(door, { ...NO_FILTER, statuses: [status] }, days, order);
            expect(counts.get(status)?.members ?? 0).toBe(listed.length);
            for (const { id } of listed) {
              const member = readMember(door, id);
              const { leftOn, leftReason } = member ?? { leftOn: null, leftReason: null };
              const departure = leftOn && leftReason ? { on: leftOn, reason: leftReason } : null;
              expect(membershipStatus(readPaidUntil(door, id), departure, TODAY, rules)).toBe(status);
            }
          }
          expect(countMembers(door, NO_FILTER, days)).toBe(women.length);
          return refuse("card.none");
        });
      }),
      { numRuns: 30 },
    );
  });
});

describe("searching", () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await makeTestOffice({ shared: true });
    await register(office, { surname: "Coulibaly", firstNames: "Fatoumata Binta", phone: "76 12 34 56" });
    await register(office, {
      surname: "Traoré",
      firstNames: "Djénéba",
      alsoKnownAs: "La Belle",
      phone: "66010203",
    });
    await register(office, { surname: "N'Guessan", firstNames: "Marie-Laure", phone: "+225 07 08 09 10 11" });
    await register(office, { surname: "Kɔnɛ", firstNames: "Ɲɛlɛ", phone: "" });
    await register(office, { surname: "Sidibé", firstNames: "Awa", phone: "76 99 88 77" });
  });
  afterAll(() => office.close());

  async function find(text: string): Promise<string[]> {
    const { rows, total } = await office.must("membership.listMembers", {
      filter: { ...NO_FILTER, text },
      sort: "number",
      descending: false,
      offset: 0,
      limit: 50,
    });
    expect(total).toBe(rows.length);
    return rows.map(({ number }) => number.slice(4, 9));
  }

  test.each([
    ["coulibaly", ["00001"]],
    ["COULIBALY fatou", ["00001"]],
    ["fatou coul", ["00001"]],
    ["binta", ["00001"]],
    ["traore", ["00002"]],
    ["TRAORÉ djeneba", ["00002"]],
    ["belle la", ["00002"]],
    ["n'guessan", ["00003"]],
    ["n’guessan", ["00003"]],
    ["guessan marie", ["00003"]],
    ["marie-laure", ["00003"]],
    ["kone", ["00004"]],
    ["kɔnɛ ɲɛlɛ", ["00004"]],
    ["nele", ["00004"]],
  ])("« %s » finds by words in any order, accents and case ignored", async (text, numbers) => {
    expect(await find(text)).toEqual(numbers);
  });

  test.each([
    ["76123456", ["00001"]],
    ["76 12 34 56", ["00001"]],
    ["7612", ["00001"]],
    ["76 1", ["00001"]],
    ["+223 76 12 34 56", ["00001"]],
    ["0022376123456", ["00001"]],
    ["00223 76 12", ["00001"]],
    ["22376123456", ["00001"]],
    ["76.12.34.56", ["00001"]],
    ["+225 07 08", ["00003"]],
    ["00 225 07", ["00003"]],
    ["76", ["00001", "00005"]],
    ["sidibe 76 99", ["00005"]],
    ["awa 7699", ["00005"]],
    ["Awa 76 99 88 77", ["00005"]],
  ])("« %s » finds by phone", async (text, numbers) => {
    expect(await find(text)).toEqual(numbers);
  });

  test.each([
    "KTL-00002-4",
    "ktl-00002",
    "KTL00002",
    "ktl 2 4",
    "ktl 2",
    "00002",
    "00002-4",
    "000024",
    "2",
    "KTL-2",
  ])("« %s » finds by number", async (text) => {
    const spelled = text.replace("-4", `-${checkOf()}`).replace(/ 4$/, ` ${checkOf()}`);
    expect(await find(spelled === "000024" ? `00002${checkOf()}` : spelled)).toContain("00002");
  });

  function checkOf(): string {
    const row = office.call.office.reader.get("SELECT number FROM member WHERE number LIKE 'KTL-00002-%'");
    return String(row?.number).slice(-1);
  }

  test("a whole number finds her alone", async () => {
    expect(await find(`KTL-00002-${checkOf()}`)).toEqual(["00002"]);
  });

  test.each(["zzz", "coulibaly traore", "'", '"', "*", "(", "OR", "NOT fatou", "^", "%", "🙂", "---"])(
    "« %s » finds nobody and breaks nothing",
    async (text) => {
      expect(await find(text)).toEqual([]);
    },
  );

  test("any text at all is an answer, not a defect", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.string({ unit: "binary", maxLength: 60 }),
          fc.string({ unit: "grapheme", maxLength: 60 }),
          fc.stringMatching(/^[a-z0-9"*()^+:. -]{0,40}$/),
        ),
        async (text) => {
          const found = await find(text.slice(0, 200));
          expect(found.length).toBeLessThanOrEqual(5);
        },
      ),
      { numRuns: 150 },
    );
  });

  test.each(["a𞤀b", "𞤀𞤁", "aߊb", "x½y", "a\u0000b", "ا ب", "\ud800a", "Ⰰ\u19B0À", "a\u1CF2b"])(
    "« %s » is an answer, too",
    async (text) => {
      expect((await find(text)).length).toBeLessThanOrEqual(5);
    },
  );

  test("a name is found by any beginnings of its words", async () => {
    const name = fc.stringMatching(/^[a-zA-ZéèêëïôûçɛɔɲŋÉ]{1,12}( [a-zA-Zéɛɔ]{1,8})?$/);
    await fc.assert(
      fc.asyncProperty(name, name, fc.nat(), async (surname, firstNames, cut) => {
        const { member } = await register(office, { surname, firstNames });
        const words = `${firstNames} ${surname}`
          .split(" ")
          .map((word) => word.slice(0, 1 + (cut % word.length)));
        expect(await find(words.join(" "))).toContain(member.number.slice(4, 9));
        await office.must("membership.eraseMember", { id: member.id, number: member.number });
      }),
      { numRuns: 15 },
    );
  });

  test("an empty text is no condition", () => {
    expect(searchQuery("  ")).toBe("");
  });
});

describe("a list", () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await makeTestOffice({ shared: true });
    const { office: open, user } = office.call;
    open.write(user.id, office.clock.now(), (door) => {
      for (let index = 0; index < 120; index += 1) {
        insertMember(door, {
          id: v7(),
          number: takeMemberNumber(door),
          details: newDetails({
            surname: ["Éve", "eve", "Zara", "Aïcha", "O'Bar"][index % 5] ?? "",
            firstNames: `N${index % 7}`,
            joinedOn: addDays("2020-01-01", (index * 37) % 900),
            locality: ["Koko", "Darsalam", ""][index % 3] ?? "",
            consentSigned: index % 4 === 0,
          }),
        });
      }
      return accept(null);
    });
  });
  afterAll(() => office.close());

  test.each(["name", "number", "joinedOn", "paidUntil", "locality"] as const)(
    "sorted by %s is the same whole list, page by page and backwards",
    async (sort) => {
      const page = async (offset: number, limit: number, descending: boolean) =>
        (await office.must("membership.listMembers", { filter: NO_FILTER, sort, descending, offset, limit }))
          .rows;
      const all = await page(0, 500, false);
      const paged = [
        ...(await page(0, 50, false)),
        ...(await page(50, 50, false)),
        ...(await page(100, 50, false)),
      ];
      expect(paged.map(({ id }) => id)).toEqual(all.map(({ id }) => id));
      expect(new Set(all.map(({ id }) => id)).size).toBe(120);
      const backwards = await page(0, 500, true);
      if (sort === "number" || sort === "name")
        expect(backwards.map(({ id }) => id)).toEqual(all.map(({ id }) => id).reverse());
    },
  );

  test("sorts names without regard to accents and capitals", async () => {
    const { rows } = await office.must("membership.listMembers", {
      filter: NO_FILTER,
      sort: "name",
      descending: false,
      offset: 0,
      limit: 500,
    });
    const surnames = rows.map(({ surname }) => surname);
    expect(surnames[0]).toBe("Aïcha");
    expect(surnames.at(-1)).toBe("Zara");
    expect(
      surnames.slice(24, 72).every((name) => name.toLowerCase().startsWith("e") || name.startsWith("É")),
    ).toBe(true);
  });

  test("is narrowed by locality, missing consent and missing photograph together", async () => {
    const { rows, total } = await office.must("membership.listMembers", {
      filter: { ...NO_FILTER, locality: "Koko", withoutConsent: true, withoutPhoto: true },
      sort: "name",
      descending: false,
      offset: 0,
      limit: 10,
    });
    expect(rows.length).toBe(10);
    expect(total).toBe(30);
    expect(rows.every(({ locality }) => locality === "Koko")).toBe(true);
  });

  test("knows the localities that people wrote, and how many live there", async () => {
    expect(await office.must("membership.listLocalities", {})).toEqual([
      { name: "Darsalam", members: 40 },
      { name: "Koko", members: 40 },
    ]);
  });
});
