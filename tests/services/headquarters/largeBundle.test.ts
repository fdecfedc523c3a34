import { afterAll, beforeAll, expect, test } from "vitest";
import { columnsOf } from "../../../src/data/registry.ts";
import { Cancelled } from "../../../src/services/call.ts";
import { fillJournal } from "../../bench/journalOffice.ts";
import type { TestOffice } from "../../support/office.ts";
import {
  consolidated,
  copyOf,
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";

const ENTRIES = 5_000;

let hq: TestOffice;
let office: TestOffice;
let stick: string;

beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  office = await makeEnrolled(hq, KOUTIALA, { shared: true });
  fillJournal(office.call, ENTRIES);
  stick = await send(office);
});
afterAll(() => {
  for (const opened of [hq, office]) opened.close();
});

/** Runs a test before a copy of headquarters. */
async function withCopy(work: (copy: TestOffice) => Promise<void>): Promise<void> {
  const copy = await copyOf(hq);
  try {
    await work(copy);
  } finally {
    copy.close();
  }
}

test("One large bundle tells how far it has come while it is taken in", () =>
  withCopy(async (copy) => {
    const { entries } = await receive(copy, stick);
    const told = copy.progress.map(({ done }) => done);
    expect(new Set(copy.progress.map(({ total }) => total))).toEqual(new Set([2 * entries]));
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(new Set(told).size).toBeGreaterThan(5);
    expect(told.at(-1)).toBe(2 * entries);
  }));

test("A stick that is cancelled anywhere leaves nothing behind, and is taken in whole afterwards", () =>
  withCopy(async (copy) => {
    const before = consolidated(copy);
    let breaths = 0;
    let after = before;
    await withCopy(async (whole) => {
      whole.onBreath = () => {
        breaths += 1;
      };
      await receive(whole, stick);
      after = consolidated(whole);
    });
    for (const last of [2, breaths >> 1, breaths]) {
      let left = last;
      copy.onBreath = () => {
        left -= 1;
        if (left === 0) throw new Cancelled();
      };
      expect(await copy.refused("headquarters.receive", { files: [stick] })).toBe("request.cancelled");
      expect(consolidated(copy)).toEqual(before);
    }
    copy.onBreath = () => {};
    await receive(copy, stick);
    expect(consolidated(copy)).toEqual(after);
  }));

test("Members stand at headquarters as their office left them, whatever came after their first entry", () =>
  withCopy(async (copy) => {
    await receive(copy, stick);
    const national = copy.call.national();
    const { shared } = columnsOf("member");
    const sql = `SELECT ${shared.join(", ")}, sort_name FROM member WHERE office = 'KTL' ORDER BY id`;
    const theirs = office.call.office.reader.all(sql);
    expect(theirs.length).toBeGreaterThan(900);
    expect(theirs.every((row) => row.left_on !== null)).toBe(true);
    expect(national?.reader.all(sql)).toEqual(theirs);
  }));
