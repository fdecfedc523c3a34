import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readLastEntry } from "../../../src/data/journal.ts";
import type { TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import {
  acknowledge,
  changeMember,
  consolidated,
  copyOf,
  fileOf,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { sellCard } from "../sync/joined.ts";

/*
 * Sticks travel by bus: they come late, twice, in whatever order, some of them broken. What headquarters holds in the
 * end depends on which ones came, and on nothing else.
 */

const SISTER: typeof KOUTIALA = { code: "SKS", name: "Sikasso" };
const SEED = 20_261_123;
const RUNS = 12;

let hq: TestOffice;
const offices: TestOffice[] = [];
/** Every office's sticks in the order in which they were written. */
const sticks: string[] = [];
const broken: string[] = [];

/** What the people of an office may do between two sticks, by a number that is drawn. */
async function work(office: TestOffice, women: string[], drawn: number): Promise<void> {
  const pick = women[drawn % Math.max(1, women.length)];
  const register1 = async () => {
    const names = ["Traoré", "Coulibaly", "Diarra", "Traore"] as const;
    const surname = names[drawn % names.length] ?? "Traoré";
    const phone = drawn % 2 === 0 ? "76 00 00 01" : "";
    const { member } = await register(office, { surname, phone, notes: `n${drawn}` });
    women.push(member.id);
  };
  if (pick === undefined) return register1();
  const { member } = await office.must("membership.readMember", { id: pick });
  const { number, id } = member;
  const acts = [
    register1,
    () => changeMember(office, id, { locality: `Quartier ${drawn}` }).catch(() => {}),
    () => office.ask("membership.setPhoto", { id, jpeg: makeJpeg(350, 450, 100 + drawn, drawn % 200) }),
    () => sellCard(office, id).catch(() => {}),
    () => office.ask("membership.recordDeparture", { id, on: "2026-11-20", reason: "moved" }),
    () => office.ask("membership.eraseMember", { id, number }),
    () =>
      office.ask("membership.mergeMembers", {
        keepId: id,
        mergeId: women[(drawn >> 3) % women.length] ?? id,
      }),
  ];
  await acts[drawn % acts.length]?.();
}

/** An office's year: work, a stick, more work; headquarters' receipts come back for some of them. */
async function live(office: TestOffice, draws: readonly number[], at: number): Promise<void> {
  const women: string[] = [];
  let acknowledged = 0;
  for (const stick of [0, 1, 2, 3]) {
    for (const drawn of draws.slice(stick * 6, stick * 6 + 6)) await work(office, women, drawn);
    office.clock.move({ days: 3 });
    const file = await send(office);
    sticks.push(file);
    const last = readLastEntry(office.call.office.reader)?.seq ?? 0;
    // Overlapping sticks, then ones that follow each other.
    if ((stick + at) % 2 === 0) {
      acknowledge(office, acknowledged);
      acknowledged = last;
    } else acknowledge(office, last);
  }
}

beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  for (const about of [KOUTIALA, MOPTI, SISTER])
    offices.push(await makeEnrolled(hq, about, { shared: true }));
  const draws = fc.sample(fc.array(fc.nat(10_000), { minLength: 24, maxLength: 24 }), {
    numRuns: offices.length,
    seed: SEED,
  });
  for (const [at, office] of offices.entries()) await live(office, draws[at] ?? [], at);
  for (const file of sticks) {
    const bytes = readFileSync(file);
    const bent = Buffer.from(bytes);
    const middle = bent.length >> 1;
    bent[middle] = (bent[middle] ?? 0) ^ 1;
    broken.push(fileOf("bent.danaya", bent), fileOf("cut.danaya", bytes.subarray(0, middle)));
  }
});
afterAll(() => {
  for (const office of [hq, ...offices]) office.close();
});

/** What stands at a fresh headquarters after these sticks came in these goes. */
async function after(goes: readonly (readonly string[])[]): Promise<unknown> {
  const here = await copyOf(hq);
  try {
    for (const files of goes) if (files.length > 0) await receive(here, ...files);
    const lines = await here.must("headquarters.offices", {});
    const seen = lines
      .filter(({ own }) => !own)
      .map(({ code, held, missing, waitingBundles, forked, totals }) => ({
        code,
        held,
        missing,
        waitingBundles,
        forked,
        totals,
      }));
    return { seen, stores: consolidated(here) };
  } finally {
    here.close();
  }
}

const known = new Map<string, Promise<unknown>>();
/** The same sticks once, in the order in which they were written, one at a time. */
function inOrder(subset: readonly string[]): Promise<unknown> {
  const key = subset.join();
  const result = known.get(key) ?? after(subset.map((file) => [file]));
  known.set(key, result);
  return result;
}

/** Some sticks, in any order, some of them twice, with broken copies between, in goes of any size. */
const travels = fc
  .record({
    left: fc.uniqueArray(fc.nat(11), { maxLength: 3 }),
    again: fc.array(fc.nat(11), { maxLength: 4 }),
    damaged: fc.array(fc.nat(23), { maxLength: 3 }),
    keys: fc.array(fc.nat(1_000_000), { minLength: 22, maxLength: 22 }),
    sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 22, maxLength: 22 }),
  })
  .map(({ left, again, damaged, keys, sizes }) => {
    const chosen = Array.from({ length: 12 }, (_, at) => at).filter((at) => !left.includes(at));
    const twice = again.filter((at) => chosen.includes(at));
    const all = [...[...chosen, ...twice].map((stick) => ({ stick })), ...damaged.map((copy) => ({ copy }))];
    const order = all
      .map((what, at) => ({ what, key: keys[at] ?? 0 }))
      .sort((a, b) => a.key - b.key)
      .map(({ what }) => what);
    return { chosen, order, sizes };
  });

describe("headquarters' copies of its offices", () => {
  test("depend on which sticks came, not on their order, number or company", {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(travels, async ({ chosen, order, sizes }) => {
        const files = order.map((what) =>
          "stick" in what ? (sticks[what.stick] ?? "") : (broken[what.copy] ?? ""),
        );
        const goes: string[][] = [];
        for (const size of sizes) goes.push(files.splice(0, size));
        const expected = await inOrder(chosen.map((at) => sticks[at] ?? ""));
        expect(await after(goes)).toEqual(expected);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  test("are whole once every stick came: each office's own records, and nothing of who was erased", async () => {
    const here = await copyOf(hq);
    await receive(here, ...sticks.toReversed());
    const stores = consolidated(here);
    const national = here.call.national()?.reader;
    for (const office of offices) {
      const { reader, code } = office.call.office;
      const own = (sql: string) => reader.all(sql).map((row) => JSON.stringify(row));
      const theirs = (sql: string) => national?.all(sql).map((row) => JSON.stringify(row));
      for (const table of ["voucher", "term", "card"]) {
        const order = "ORDER BY id";
        const columns = table === "voucher" ? "id, number, amount, member_id" : "id, member_id";
        const at = `SELECT ${columns} FROM ${table} WHERE office = '${code}' ${order}`;
        expect([code, table, theirs(at)]).toEqual([code, table, own(at)]);
      }
      const people = `SELECT id, number, surname, first_names, phone, locality, photo_sha256, left_on, merged_into, erased_at
        FROM member WHERE office = '${code}' ORDER BY id`;
      expect(theirs(people)).toEqual(own(people));
      const journal = "SELECT seq, hash, shared_values FROM journal ORDER BY seq";
      expect(
        theirs(`SELECT seq, hash, shared_values FROM journal WHERE office = '${code}' ORDER BY seq`),
      ).toEqual(own(journal));
    }
    const shown = new Set(
      offices.flatMap((office) =>
        office.call.office.reader.all("SELECT sha256 FROM photo").map(({ sha256 }) => sha256),
      ),
    );
    expect(stores.photo?.map((row) => (JSON.parse(row) as { sha256: string }).sha256)).toEqual(
      [...shown].sort(),
    );
    // The drawn years hold something of everything.
    const count = (table: string, where = "1") =>
      national?.number(`SELECT count(*) FROM ${table} WHERE ${where}`);
    for (const [table, where] of [
      ["member", "erased_at IS NOT NULL"],
      ["member", "merged_into IS NOT NULL"],
      ["member", "left_on IS NOT NULL"],
      ["voucher"],
      ["photo"],
      ["duplicate"],
    ] as const)
      expect([table, where, count(table, where) ?? 0]).not.toEqual([table, where, 0]);
    here.close();
  });
});
