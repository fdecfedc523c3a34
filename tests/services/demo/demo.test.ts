import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { makeDemo } from "../../../src/application/demoOffice.ts";
import { DEMO_SIGN_IN } from "../../../src/contract/office.ts";
import { isAdult } from "../../../src/domain/membership/age.ts";
import { checkDetails } from "../../../src/services/membership/details.ts";
import { expectHealthy, makeFolder, openDesk, TODAY } from "../../support/office.ts";
import { NO_FILTER } from "../../support/women.ts";

async function demoOffice(seed: number, members = 120) {
  const desk = openDesk(join(makeFolder(), "demo"));
  desk.desk.take();
  const made = await makeDemo(desk.desk, { members, seed, passphrase: DEMO_SIGN_IN.passphrase });
  expect(made.ok).toBe(true);
  await desk.must("access.signIn", DEMO_SIGN_IN);
  return desk;
}

async function women(desk: Awaited<ReturnType<typeof demoOffice>>) {
  const about = { filter: NO_FILTER, sort: "number", descending: false, offset: 0, limit: 500 } as const;
  const { rows } = await desk.must("membership.listMembers", about);
  return Promise.all(rows.map(({ id }) => desk.must("membership.readMember", { id })));
}

describe("a training office", () => {
  test("holds women who could be members, in every status, with two years of cards behind them", async () => {
    const desk = await demoOffice(3);
    const files = await women(desk);
    expect(files).toHaveLength(120);
    for (const { member, terms, cards } of files) {
      const {
        id: _id,
        number: _n,
        photoSha256: _p,
        leftOn: _l,
        leftReason: _r,
        erased: _e,
        status: _s,
        ...rest
      } = member;
      const { paidUntil: _u, ...details } = rest;
      expect(checkDetails(details, TODAY).ok).toBe(true);
      if (details.birth !== null) expect(isAdult(details.birth, details.joinedOn)).toBe("yes");
      expect(terms.every(({ startsOn }) => startsOn >= details.joinedOn)).toBe(true);
      expect(cards.filter(({ state }) => state === "valid").length).toBeLessThanOrEqual(1);
      expect(cards.length).toBe(terms.length);
    }
    const { members, cardsThisMonth } = await desk.must("office.overview", {});
    expect(members.current).toBeGreaterThan(30);
    expect(members.expired + members.grace).toBeGreaterThan(0);
    expect(members.left + members.deceased).toBeGreaterThan(0);
    expect(cardsThisMonth.count).toBeGreaterThan(0);
    await expectHealthy(desk.ask);
    desk.close();
  });

  test("of the same seed holds the same women, of another one others", async () => {
    const people = async (seed: number) => {
      const desk = await demoOffice(seed, 30);
      const files = await women(desk);
      desk.close();
      return files.map(({ member, terms }) => {
        const { id: _id, ...shown } = member;
        return [shown, terms.map(({ startsOn, endsOn, voucherNumber }) => [startsOn, endsOn, voucherNumber])];
      });
    };
    const first = await people(11);
    expect(await people(11)).toEqual(first);
    expect(await people(12)).not.toEqual(first);
  });

  test("may be empty", async () => {
    const desk = await demoOffice(1, 0);
    expect(await women(desk)).toEqual([]);
    desk.close();
  });
});
