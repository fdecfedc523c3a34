import fc from "fast-check";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { accept, refuse } from "../../src/contract/results.ts";
import { chainHash, sealValues } from "../../src/crypto/digests.ts";
import { eachEntry, readLastEntry } from "../../src/data/journal.ts";
import { CHAIN_START } from "../../src/data/journalWriter.ts";
import { takeMemberNumber, takeVoucherNumber } from "../../src/data/numbers.ts";
import { ENTITY_NAMES, REGISTRY, type Row } from "../../src/data/registry.ts";
import type { WriteDoor } from "../../src/data/writeDoor.ts";
import { makeTestOffice, START, type TestOffice } from "../support/office.ts";
import { newDetails, register } from "../support/women.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
});

function write<T>(work: (door: WriteDoor) => T, at = office.clock.now()): T {
  const result = office.call.office.write(office.call.user.id, at, (door) => accept(work(door)));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const entries = () => {
  const { reader } = office.call.office;
  return [...eachEntry(reader, { first: 1, last: readLastEntry(reader)?.seq ?? 0 })];
};

const audit = (changes: Record<string, string | number | null> = {}): Row => ({
  id: v7(),
  office: "KTL",
  action: "printFile",
  reference: null,
  rows: null,
  ...changes,
});

describe("the write door", () => {
  test("writes a row and its journal entry together, with the values sealed", () => {
    const row = audit({ reference: "KTL-00042-6", rows: 3 });
    write((door) => door.insert("audit_event", row));
    const entry = entries().at(-1);
    expect(entry).toMatchObject({ entity: "audit_event", op: "insert", id: row.id, by: office.call.user.id });
    expect(JSON.parse(entry?.sharedValues ?? "")).toEqual(row);
    expect(entry?.sharedSalt?.length).toBe(16);
    expect(sealValues(entry?.sharedSalt ?? new Uint8Array(), entry?.sharedValues ?? "")).toBe(entry?.shared);
  });

  test("keeps what may never leave the office apart from what may", async () => {
    await register(office, { notes: "préfère le soir", workSetting: "bar" });
    const entry = entries().findLast(({ entity }) => entity === "member");
    expect(entry?.sharedValues).not.toContain("préfère");
    expect(JSON.parse(entry?.localValues ?? "{}")).toEqual({ notes: "préfère le soir", work_setting: "bar" });
    expect(entry?.local).not.toBe(entry?.shared);
  });

  test("uses a salt once", async () => {
    await register(office);
    await register(office);
    const salts = entries().flatMap(({ sharedSalt, localSalt }) => [sharedSalt, localSalt]);
    const shown = salts.filter((salt) => salt !== null).map((salt) => Buffer.from(salt).toString("hex"));
    expect(new Set(shown).size).toBe(shown.length);
  });

  test("takes back the row, the entry and the counters when the work is refused", async () => {
    await register(office);
    const before = entries().length;
    const { reader } = office.call.office;
    const counter = () => reader.all("SELECT name, value FROM counter ORDER BY name");
    const counters = counter();
    const result = office.call.office.write(office.call.user.id, office.clock.now(), (door) => {
      takeMemberNumber(door);
      takeVoucherNumber(door, "2026-11-23");
      door.insert("audit_event", audit());
      return refuse("card.none");
    });
    expect(result.ok).toBe(false);
    expect(entries().length).toBe(before);
    expect(counter()).toEqual(counters);
    expect(reader.number("SELECT count(*) FROM audit_event")).toBe(0);
  });

  test("takes everything back when the work fails, and can be used again", () => {
    const before = entries().length;
    expect(() =>
      write((door) => {
        door.insert("audit_event", audit());
        throw new Error("half way");
      }),
    ).toThrow("half way");
    expect(entries().length).toBe(before);
    write((door) => door.insert("audit_event", audit()));
    expect(entries().length).toBe(before + 1);
  });

  test("takes everything back when long work fails after a pause", async () => {
    const before = entries().length;
    const long = office.call.office.writeLong(office.call.user.id, office.clock.now(), async (door) => {
      door.insert("audit_event", audit());
      await Promise.resolve();
      throw new Error("stick pulled out");
    });
    await expect(long).rejects.toThrow("stick pulled out");
    expect(entries().length).toBe(before);
  });

  test("lets no second transaction begin, and the first one go on", async () => {
    const { office: open, user } = office.call;
    const at = office.clock.now();
    const long = open.writeLong(user.id, at, async (door) => {
      door.insert("audit_event", audit());
      await Promise.resolve();
      expect(() => open.write(user.id, at, () => accept(null))).toThrow();
      door.insert("audit_event", audit());
      return accept(null);
    });
    expect((await long).ok).toBe(true);
    expect(office.call.office.reader.number("SELECT count(*) FROM audit_event")).toBe(2);
  });

  test("refuses a column that is not registered, one that is missing, and another office's row", () => {
    const without: Record<string, string | number | null> = { ...audit() };
    delete without.rows;
    expect(() => write((door) => door.insert("audit_event", { ...audit(), secret: "x" }))).toThrow(
      "registered",
    );
    expect(() => write((door) => door.insert("audit_event", without))).toThrow("registered");
    expect(() => write((door) => door.insert("audit_event", { ...without, other: 1 }))).toThrow("missing");
    expect(() => write((door) => door.insert("audit_event", audit({ office: "BKO" })))).toThrow(
      "another office",
    );
    expect(office.call.office.reader.number("SELECT count(*) FROM audit_event")).toBe(0);
  });

  test("hands a record over as this office's last entry, and takes it back with what never left", async () => {
    const { member } = await register(office, { notes: "préfère le soir" });
    const stands = () =>
      office.call.office.reader.get("SELECT office, notes, locality FROM member WHERE id = @id", {
        id: member.id,
      });
    expect(() => write((door) => door.update("member", member.id, { office: "MPT" }))).toThrow("handed over");
    expect(() => write((door) => door.takeBack("member", member.id, {}))).toThrow("not theirs");
    write((door) => door.handOver("member", member.id, { office: "MPT" }));
    expect(entries().at(-1)).toMatchObject({ op: "update", id: member.id });
    expect(entries().at(-1)?.sharedValues).toContain('"office":"MPT"');
    expect(() => write((door) => door.handOver("member", member.id, { office: "SKO" }))).toThrow("not ours");
    write((door) => door.takeBack("member", member.id, { locality: "Sévaré" }));
    expect(stands()).toEqual({ office: "KTL", notes: "préfère le soir", locality: "Sévaré" });
    expect(entries().at(-1)).toMatchObject({ op: "update", id: member.id });
  });

  test("changes no row of another office and none that is not there", async () => {
    const { member } = await register(office);
    const foreign = { ...office.call, office: office.call.office };
    foreign.office.connection.prepare("UPDATE member SET office = 'BKO' WHERE id = ?").run(member.id);
    expect(() => write((door) => door.update("member", member.id, { notes: "x" }))).toThrow("not ours");
    expect(() => write((door) => door.update("member", v7(), { notes: "x" }))).toThrow("not there");
    foreign.office.connection.prepare("UPDATE member SET office = 'KTL' WHERE id = ?").run(member.id);
  });

  test("changes no column that the registry does not name", async () => {
    const { member } = await register(office);
    expect(() => write((door) => door.update("member", member.id, { line: 9 }))).toThrow("no column");
    expect(() => write((door) => door.update("member", member.id, { "notes = '' --": "x" }))).toThrow(
      "no column",
    );
  });

  test.each([
    "INSERT INTO member (id) VALUES ('x')",
    "UPDATE member SET notes = ''",
    "UPDATE OR IGNORE member SET notes = ''",
    "DELETE FROM voucher",
    "REPLACE INTO term (id) VALUES ('x')",
    "INSERT OR REPLACE INTO card (id) VALUES ('x')",
    "UPDATE card SET state = 'lost'",
    "UPDATE card SET printed_at = '', state = 'lost'",
    "UPDATE voucher SET receipt_prints = 0, amount = 1",
    "DELETE FROM journal",
    "UPDATE journal SET at = ''",
    'DELETE FROM "member"',
    "DELETE FROM main.member",
    "DROP TABLE member",
  ])("runs no statement past the journal: %s", (sql) => {
    expect(() => write((door) => door.run(sql))).toThrow();
  });

  test("is the only way: a reader writes nothing", () => {
    const { reader } = office.call.office;
    for (const sql of [
      "DELETE FROM member",
      "INSERT INTO counter VALUES ('x', 1)",
      "UPDATE setting SET value = '1'",
    ]) {
      expect(() => reader.all(sql)).toThrow();
      expect(() => reader.get(sql)).toThrow();
      expect(() => [...reader.each(sql)]).toThrow();
    }
  });
});

describe("the journal", () => {
  test("refuses to be changed or shortened, whoever holds the connection", async () => {
    await register(office);
    const { connection } = office.call.office;
    const refused = "append-only";
    expect(() => connection.exec("DELETE FROM journal WHERE seq = 1")).toThrow(refused);
    for (const change of [
      "at = 'x'",
      "hash = ''",
      "by = 'x'",
      "shared = NULL",
      "shared_values = '{}'",
      "seq = 99",
    ]) {
      expect(() => connection.exec(`UPDATE journal SET ${change} WHERE seq = 2`)).toThrow(refused);
    }
    expect(() => connection.exec("UPDATE journal SET shared_salt = NULL, shared_values = NULL")).toThrow(
      refused,
    );
  });

  test("is one chain from its first entry to its last", async () => {
    await register(office);
    await register(office, { surname: "Diarra" });
    let before = CHAIN_START;
    for (const [index, entry] of entries().entries()) {
      const { seq, at, by, entity, id, op, shared, local } = entry;
      expect(seq).toBe(index + 1);
      expect(entry.before).toBe(before);
      expect(chainHash({ seq, at, by, entity, id, op, shared, local, before })).toBe(entry.hash);
      before = entry.hash;
    }
  });

  test("stays in order when the clock jumps about", async () => {
    const jumps = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(jumps, async (days) => {
        office.clock.set(START);
        for (const jump of days) {
          office.clock.move({ days: jump });
          write((door) => door.insert("audit_event", audit()));
        }
        const times = entries().map(({ at }) => at);
        expect(times).toEqual([...times].sort());
      }),
      { numRuns: 15 },
    );
  });

  test("says that the clock is behind once it was set back", async () => {
    await register(office);
    const state = await office.must("office.state", {});
    expect(state).toMatchObject({ stage: "open", clockBehind: false });
    office.clock.move({ days: -400 });
    expect(await office.must("office.state", {})).toMatchObject({ clockBehind: true });
  });
});

test("the registry names columns that its tables have, id and office first, each column once", () => {
  const { reader } = office.call.office;
  for (const name of ENTITY_NAMES) {
    const { table, shared, local } = REGISTRY[name];
    const columns = reader.all(`SELECT name FROM pragma_table_info('${table}')`).map((row) => row.name);
    const named: readonly string[] = [...shared, ...local];
    expect(named.slice(0, 2)).toEqual(["id", "office"]);
    expect(new Set(named).size).toBe(named.length);
    expect(columns).toEqual(expect.arrayContaining([...named]));
  }
});

test("health, work and notes stay local: no shareable column holds them", () => {
  const shared: readonly string[] = REGISTRY.member.shared;
  expect(shared).not.toContain("work_setting");
  expect(shared).not.toContain("notes");
  expect(newDetails()).toHaveProperty("workSetting");
});
