import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import SQLite from "better-sqlite3";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createDatabase, openDatabase, schemaVersion } from "../../src/data/database.ts";
import { AWA, makeFolder, makeTestOffice, openDesk, type TestOffice } from "../support/office.ts";
import { register } from "../support/women.ts";

const KEY = new Uint8Array(32).fill(7);
const OTHER_KEY = new Uint8Array(32).fill(8);

function makeFile(): string {
  const path = join(makeFolder(), "danaya.db");
  const connection = createDatabase(path, KEY);
  for (let index = 0; index < 300; index += 1) {
    connection.prepare("INSERT INTO local_state VALUES (?, ?)").run(`name ${index}`, "x".repeat(200));
  }
  connection.close();
  return path;
}

let whole: string;
beforeAll(() => {
  whole = makeFile();
});

function copyOfWhole(): string {
  const path = join(makeFolder(), "danaya.db");
  copyFileSync(whole, path);
  return path;
}

async function codeOf(path: string, key = KEY): Promise<string> {
  const opened = await openDatabase(path, key);
  if (!opened.ok) return opened.refusal.code;
  opened.value.close();
  return "opened";
}

describe("a database file", () => {
  test("opens with its key and no other; a refusal changes no byte of it", async () => {
    const path = copyOfWhole();
    const before = readFileSync(path);
    expect(await codeOf(path, OTHER_KEY)).toBe("database.wrongKey");
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(await codeOf(path)).toBe("opened");
  });

  test("has no readable word in it", () => {
    const bytes = readFileSync(whole);
    expect(bytes.includes("SQLite format 3")).toBe(false);
    expect(bytes.includes("local_state")).toBe(false);
  });

  test("from a newer version is refused as such and stays as it is", async () => {
    const path = copyOfWhole();
    const opened = await openDatabase(path, KEY);
    if (!opened.ok) throw new Error(opened.refusal.code);
    opened.value.pragma(`user_version = ${schemaVersion() + 10}`);
    opened.value.close();
    const before = readFileSync(path);
    expect(await codeOf(path)).toBe("database.newerVersion");
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(join(path, "..")).filter((name) => name !== "danaya.db")).toEqual([]);
  });

  test("from an older version is copied before it is changed", async () => {
    const folder = makeFolder();
    const path = join(folder, "danaya.db");
    const old = new SQLite(path);
    old.pragma(`key = 'raw:${Buffer.from(KEY).toString("hex")}'`);
    old.exec("CREATE TABLE of_old (word TEXT); INSERT INTO of_old VALUES ('kept')");
    old.close();
    expect(await codeOf(path)).toBe("opened");
    const [copy = ""] = readdirSync(join(folder, "backups"));
    const opened = await openDatabase(join(folder, "backups", copy), KEY);
    if (!opened.ok) throw new Error(opened.refusal.code);
    expect(opened.value.prepare("SELECT word FROM of_old").get()).toEqual({ word: "kept" });
    opened.value.close();
  });

  test.each([
    ["a text", Buffer.from("Nom;Prénom\n".repeat(2_000))],
    ["a PNG's beginning", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(9_000, 1)])],
    ["zeros", Buffer.alloc(8_192)],
    ["one byte", Buffer.from("x")],
  ])("that is %s is refused and stays as it is", async (_, bytes) => {
    const path = join(makeFolder(), "danaya.db");
    writeFileSync(path, bytes);
    expect(await codeOf(path)).toMatch(/^database\.(wrongKey|damaged|incomplete)$/);
    expect(readFileSync(path).equals(bytes)).toBe(true);
  });

  test("that is a SQLite file without encryption is refused", async () => {
    const path = join(makeFolder(), "danaya.db");
    const plain = new SQLite(path);
    plain.exec("CREATE TABLE member (id TEXT)");
    plain.close();
    expect(await codeOf(path)).toBe("database.wrongKey");
  });

  test("that is missing or empty is refused as incomplete", async () => {
    const path = join(makeFolder(), "danaya.db");
    expect(await codeOf(path)).toBe("database.incomplete");
    writeFileSync(path, "");
    expect(await codeOf(path)).toBe("database.incomplete");
  });

  test("cut off anywhere is refused and stays as it is", async () => {
    const { length } = readFileSync(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: length - 1 }), async (kept) => {
        const path = copyOfWhole();
        truncateSync(path, kept);
        const before = readFileSync(path);
        expect(await codeOf(path)).toMatch(/^database\.(wrongKey|damaged|incomplete)$/);
        expect(readFileSync(path).equals(before)).toBe(true);
      }),
      {
        numRuns: 40,
        examples: [[1], [100], [4_095], [4_096], [4_097], [8_192], [length - 1], [length - 4_096]],
      },
    );
  });
});

describe("an office whose files are damaged", () => {
  let office: TestOffice;
  beforeAll(async () => {
    office = await makeTestOffice({ shared: true });
    for (let index = 0; index < 40; index += 1) await register(office, { surname: `Membre${index}` });
    office.close();
  });
  afterAll(() => office.close());

  async function openWith(change: (dir: string) => void): Promise<string> {
    const dir = makeFolder();
    for (const name of ["danaya.db", "keyring.json"]) copyFileSync(join(office.dir, name), join(dir, name));
    change(dir);
    const desk = openDesk(dir);
    try {
      const signedIn = await desk.ask("access.signIn", AWA);
      if (!signedIn.ok) return signedIn.refusal.code;
      const checked = await desk.ask("office.checkUp", {});
      if (!checked.ok) return checked.refusal.code;
      return checked.value.faults.length > 0 ? "faults" : "healthy";
    } finally {
      desk.close();
    }
  }

  test("opens when nothing was done to them", async () => {
    expect(await openWith(() => {})).toBe("healthy");
  });

  test("tells a lost keyring or database from no office at all", async () => {
    expect(await openWith((dir) => rmSync(join(dir, "keyring.json")))).toBe("database.incomplete");
    expect(await openWith((dir) => rmSync(join(dir, "danaya.db")))).toBe("database.incomplete");
  });

  test.each(["", "{}", "not json", "[]"])("says so when the keyring reads « %s »", async (text) => {
    expect(await openWith((dir) => writeFileSync(join(dir, "keyring.json"), text))).toBe(
      "access.keyringDamaged",
    );
  });

  test("never passes for healthy when any byte of the database flipped", async () => {
    const { length } = readFileSync(join(office.dir, "danaya.db"));
    await fc.assert(
      fc.asyncProperty(fc.nat(length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
        const verdict = await openWith((dir) => {
          const bytes = readFileSync(join(dir, "danaya.db"));
          bytes[place] = (bytes[place] ?? 0) ^ flip;
          writeFileSync(join(dir, "danaya.db"), bytes);
        });
        expect(verdict).toMatch(/^(database\.(wrongKey|damaged|incomplete)|faults)$/);
      }),
      { numRuns: 40 },
    );
  });
});

describe("a data folder", () => {
  test("is held by one window or command at a time, and free again after it", async () => {
    const office = await makeTestOffice();
    const second = openDesk(office.dir);
    expect(await second.refused("office.state", {})).toBe("office.inUse");
    expect(await second.refused("access.signIn", AWA)).toBe("office.inUse");
    office.close();
    expect(await second.must("office.state", {})).toMatchObject({ stage: "locked" });
    expect(await office.refused("office.state", {})).toBe("office.inUse");
    second.close();
    await office.signIn();
  });

  test("leaves no write-ahead log behind when it is closed", async () => {
    const office = await makeTestOffice();
    await register(office);
    expect(existsSync(join(office.dir, "danaya.db-wal"))).toBe(true);
    office.close();
    expect(readdirSync(office.dir).sort()).toEqual(["danaya.db", "keyring.json", "lock"]);
  });
});
