import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MemberDetails } from "../../../src/contract/membership.ts";
import { makeFolder, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  changeMember,
  consolidated,
  copyOf,
  filesIn,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  outcomeOf,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";

let hq: TestOffice;
let koutiala: TestOffice;
let mopti: TestOffice;
const open: TestOffice[] = [];
function kept(office: TestOffice): TestOffice {
  open.push(office);
  return office;
}

beforeAll(async () => {
  hq = kept(await makeHeadquarters({ shared: true }));
  koutiala = kept(await makeEnrolled(hq, KOUTIALA, { shared: true }));
  mopti = kept(await makeEnrolled(hq, MOPTI, { shared: true }));
});
afterAll(() => {
  for (const office of open) office.close();
});

type Woman = Partial<MemberDetails>;
const ON = (day: string) => ({ kind: "exact", on: day }) as const;

interface Met {
  readonly here: TestOffice;
  readonly one: string;
  readonly other: string;
  readonly sticks: readonly [string, string];
  readonly offices: readonly [TestOffice, TestOffice];
}

/** Two women, one in each office, and their sticks. Nothing is received yet. */
async function prepared(inKoutiala: Woman, inMopti: Woman): Promise<Met> {
  const here = kept(await copyOf(hq));
  const [first, second] = [kept(await copyOf(koutiala)), kept(await copyOf(mopti))];
  const one = (await register(first, inKoutiala)).member.id;
  const other = (await register(second, inMopti)).member.id;
  const sticks = [await send(first), await send(second)] as const;
  return { here, one, other, sticks, offices: [first, second] };
}

async function met(inKoutiala: Woman, inMopti: Woman): Promise<Met> {
  const met = await prepared(inKoutiala, inMopti);
  await receive(met.here, ...met.sticks);
  return met;
}

const pairs = (here: TestOffice) => here.must("headquarters.duplicates", {});

const FANTA: Woman = {
  surname: "Kouyaté",
  firstNames: "Fanta",
  birth: ON("1988-03-02"),
  phone: "76 11 22 33",
};

describe("the same woman in two offices", () => {
  test.each<[string, Woman, string[]]>([
    ["name and phone", { ...FANTA, birth: null }, ["sameName", "samePhone"]],
    ["name and day of birth", { ...FANTA, phone: "" }, ["sameName", "sameBirth"]],
    [
      "a like name and day of birth",
      { ...FANTA, surname: "KOUYATE", firstNames: "Fanta Mariam", phone: "" },
      ["similarName", "sameBirth"],
    ],
    [
      "names the other way round",
      { ...FANTA, surname: "Fanta", firstNames: "Kouyaté", phone: "" },
      ["sameName", "sameBirth"],
    ],
    ["all of it", FANTA, ["sameName", "samePhone", "sameBirth"]],
  ])("is suggested by %s", async (_, twin, reasons) => {
    const { here, one, other } = await met(FANTA, twin);
    const found = await pairs(here);
    expect(found).toMatchObject([{ reasons, settling: false }]);
    expect(
      found
        .flatMap((pair) => [pair.one, pair.other])
        .map(({ id }) => id)
        .sort(),
    ).toEqual([one, other].sort());
    expect(found.map((pair) => [pair.one.office, pair.other.office].sort())).toEqual([["KTL", "MPT"]]);
    expect(found[0]?.likelihood).toBeGreaterThanOrEqual(0.9);
  });

  test.each<[string, Woman]>([
    ["the name alone", { ...FANTA, birth: null, phone: "" }],
    [
      "the phone of a house alone",
      { surname: "Diallo", firstNames: "Awa", birth: null, phone: "76 11 22 33" },
    ],
    ["the day of birth alone", { surname: "Diallo", firstNames: "Awa", birth: ON("1988-03-02"), phone: "" }],
    ["mother and daughter of one name and phone", { ...FANTA, birth: ON("2008-03-02") }],
  ])("is not suggested by %s", async (_, woman) => {
    const { here } = await met(FANTA, woman);
    expect(await pairs(here)).toEqual([]);
  });

  test("is counted as new once, whichever stick came first, and again by none", async () => {
    const ways = await Promise.all([0, 1].map(async (way) => ({ way, ...(await prepared(FANTA, FANTA)) })));
    for (const { way, here, sticks } of ways) {
      const [first, second] = way === 0 ? sticks : sticks.toReversed();
      expect((await receive(here, first ?? "")).newDuplicates).toBe(0);
      expect((await receive(here, second ?? "")).newDuplicates).toBe(1);
      expect((await receive(here, ...sticks)).newDuplicates).toBe(0);
      expect(await pairs(here)).toHaveLength(1);
    }
    const [{ sticks, here: one }] = ways as [(typeof ways)[0]];
    const [a, b] = [kept(await copyOf(hq)), kept(await copyOf(hq))];
    await receive(a, sticks[0], sticks[1]);
    await receive(b, sticks[1]);
    await receive(b, sticks[0]);
    expect(consolidated(a)).toEqual(consolidated(b));
    expect(consolidated(one)).toEqual(consolidated(a));
  });

  test("is no pair any more once a record changed, was merged or erased", async () => {
    const { here, one, offices } = await met(FANTA, { ...FANTA, phone: "" });
    const [first] = offices;
    const { member } = await first.must("membership.readMember", { id: one });
    await changeMember(first, one, { birth: ON("1961-12-30"), phone: "66 00 00 00" });
    await receive(here, await send(first));
    expect(await pairs(here)).toEqual([]);
    await changeMember(first, one, FANTA);
    expect((await receive(here, await send(first))).newDuplicates).toBe(1);
    await first.must("membership.eraseMember", { id: one, number: member.number });
    await receive(here, await send(first));
    expect([await pairs(here), consolidated(here).duplicate]).toEqual([[], []]);
    const digests = here.call
      .national()
      ?.reader.number(
        "SELECT count(*) FROM identity.match_key JOIN identity.member USING (line) WHERE id = @one",
        { one },
      );
    expect(digests).toBe(0);
  });

  test("is found by digests that only headquarters can make: no name stands beside them", async () => {
    const { here } = await met(FANTA, FANTA);
    const keys = here.call.national()?.reader.all("SELECT * FROM identity.match_key") ?? [];
    expect(keys.length).toBeGreaterThan(6);
    for (const { key, line, office, ...rest } of keys) {
      expect([Number.isInteger(key), Number.isInteger(line), rest]).toEqual([true, true, {}]);
      expect(office).toMatch(/^[A-Z]{3}$/);
    }
    // The keys differ from one headquarters to another.
    const stranger = await makeHeadquarters();
    const matchKey = (office: TestOffice) =>
      office.call.office.reader.get("SELECT value FROM local_state WHERE name = 'matchKey'")?.value;
    stranger.call.national();
    expect([typeof matchKey(here), matchKey(here) === matchKey(stranger)]).toEqual(["string", false]);
  });
});

describe("two women whom a person told apart", () => {
  test("are never suggested again, whatever comes of them", async () => {
    const { here, one, offices } = await met(FANTA, FANTA);
    const id = (await pairs(here))[0]?.id ?? "";
    await here.must("headquarters.settleDistinct", { id });
    expect(await pairs(here)).toEqual([]);
    expect(await here.refused("headquarters.settleDistinct", { id })).toBe("headquarters.duplicateUnknown");
    expect(await here.refused("headquarters.settleDistinct", { id: "nobody" })).toBe(
      "headquarters.duplicateUnknown",
    );
    const [first] = offices;
    await changeMember(first, one, { locality: "Médine" });
    const { newDuplicates } = await receive(here, await send(first));
    expect([newDuplicates, await pairs(here)]).toEqual([0, []]);
    const trail = await here.must("access.listAudit", { before: null, limit: 5 });
    expect(trail.map(({ action }) => action)).toContain("settleDistinct");
  });
});

describe("a member who goes to another office", () => {
  const decide = (
    here: TestOffice,
    memberId: string,
    to: string,
    mergeInto: string | null = null,
    id = v7(),
  ) => ({
    id,
    memberId,
    to,
    mergeInto,
    ask: () => here.ask("headquarters.transfer", { id, memberId, to, mergeInto }),
  });
  const code = async (asked: Promise<Awaited<ReturnType<ReturnType<typeof decide>["ask"]>>>) => {
    const result = await asked;
    return result.ok ? result.value.state : `${result.refusal.code} @ ${result.refusal.field}`;
  };

  test("goes either way, with the other record taken in, once", async () => {
    for (const way of ["KTL", "MPT"] as const) {
      const { here, one, other } = await met(FANTA, FANTA);
      const [memberId, into, to] =
        way === "KTL" ? ([one, other, "MPT"] as const) : ([other, one, "KTL"] as const);
      const decision = decide(here, memberId, to, into);
      const decided = await decision.ask();
      expect(decided.ok && decided.value).toMatchObject({ memberId, from: way, to, state: "decided" });
      expect(await code(decision.ask())).toBe("decided");
      const listed = await here.must("headquarters.transfers", {});
      expect(listed).toMatchObject([{ id: decision.id, from: way, to, state: "decided" }]);
      expect(listed[0]?.number).toMatch(new RegExp(`^${way}-`));
      expect((await pairs(here)).map(({ settling }) => settling)).toEqual([true]);
    }
  });

  test("is not decided twice, nor to where she is, nor for whom nobody knows", async () => {
    const { here, one, other } = await met(FANTA, { surname: "Diallo", firstNames: "Awa", phone: "" });
    expect(await code(decide(here, one, "KTL").ask())).toBe("headquarters.transferSame @ to");
    expect(await code(decide(here, one, "SEG").ask())).toBe("headquarters.officeUnknown @ to");
    expect(await code(decide(here, v7(), "MPT").ask())).toBe("headquarters.notANationalMember @ memberId");
    expect(await code(decide(here, one, "MPT", v7()).ask())).toBe(
      "headquarters.notANationalMember @ mergeInto",
    );
    expect(await code(decide(here, one, "MPT", one).ask())).toBe(
      "headquarters.notANationalMember @ mergeInto",
    );
    expect(await here.must("headquarters.transfers", {})).toEqual([]);
    expect(await code(decide(here, one, "MPT").ask())).toBe("decided");
    expect(await code(decide(here, one, "BKO").ask())).toBe("headquarters.transferOpen @ memberId");
    expect(await code(decide(here, other, "KTL", one).ask())).toMatch(/transferOpen|notANationalMember/);
  });

  test("is nobody who was erased or merged away", async () => {
    const { here, one, offices } = await met(FANTA, { surname: "Diallo", firstNames: "Awa" });
    const { member } = await offices[0].must("membership.readMember", { id: one });
    await offices[0].must("membership.eraseMember", { id: one, number: member.number });
    await receive(here, await send(offices[0]));
    expect(await code(decide(here, one, "MPT").ask())).toBe("headquarters.notANationalMember @ memberId");
  });

  test("is told on from answer to answer until both offices have done their part", async () => {
    const { here, one, offices } = await met(FANTA, { surname: "Diallo", firstNames: "Awa" });
    const [giving, taking] = offices;
    expect(await code(decide(here, one, "MPT").ask())).toBe("decided");
    const { number } = (await giving.must("membership.readMember", { id: one })).member;
    const state = async () => (await here.must("headquarters.transfers", {})).map((each) => each.state);
    const early = makeFolder();
    await here.must("headquarters.answer", { offices: ["MPT"], folder: early });
    expect((await taking.must("sync.importAnswer", { files: filesIn(early) })).arrived).toEqual([]);
    const other = kept(await copyOf(here));
    await answerTo(here, giving);
    const left = await send(giving);
    expect(await outcomeOf(here, left)).toBe("applied");
    expect(await state()).toEqual(["leaving"]);
    const folder = makeFolder();
    await here.must("headquarters.answer", { offices: ["MPT"], folder });
    expect((await taking.must("sync.importAnswer", { files: filesIn(folder) })).arrived).toEqual([number]);
    const came = await send(taking);
    expect(await outcomeOf(here, came)).toBe("applied");
    expect(await state()).toEqual(["done"]);

    // Had the sticks come the other way round, all would stand as it does.
    expect(await outcomeOf(other, came)).toBe("applied");
    expect((await other.must("headquarters.transfers", {}))[0]?.state).toBe("arriving");
    expect(await outcomeOf(other, left)).toBe("applied");
    expect(consolidated(other)).toEqual(consolidated(here));

    const at = await here.must("membership.readMember", { id: one });
    expect([at.member.number, at.member.office]).toEqual([number, "MPT"]);
    // She is Mopti's now, and may go on from there.
    expect(await code(decide(here, one, "MPT").ask())).toBe("headquarters.transferSame @ to");
    expect(await code(decide(here, one, "KTL").ask())).toBe("decided");
  });
});
