import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../../src/contract/permissions.ts";
import { connect } from "../../../src/data/database.ts";
import { nationalPaths } from "../../../src/data/national/stores.ts";
import type { TestOffice } from "../../support/office.ts";
import {
  acknowledge,
  consolidated,
  copyOf,
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { NO_FILTER, register } from "../../support/women.ts";
import { fill, SECRETS, sellCard } from "../sync/joined.ts";
import { addColleague, type Colleague } from "./siege.ts";

/*
 * Who keeps the cash book never opens a name: what she receives of identities lies sealed until somebody comes who may
 * read it.
 */

let hq: TestOffice;
let office: TestOffice;
const sticks: string[] = [];
const people = new Map<Role, Colleague>();
let whole: ReturnType<typeof consolidated>;
const open: TestOffice[] = [];

function lastOf(where: TestOffice): number {
  return where.call.office.reader.number("SELECT max(seq) FROM journal");
}

beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  for (const role of ["accountant", "healthCoordinator", "secretary"] as const)
    people.set(role, await addColleague(hq, role));
  office = await makeEnrolled(hq, KOUTIALA, { shared: true });
  open.push(hq, office);
  const { second } = await fill(office);
  sticks.push(await send(office));
  acknowledge(office, lastOf(office));
  office.clock.move({ days: 1 });
  const { member } = await register(office, { surname: "Kéméran", phone: "76 98 76 54" });
  await sellCard(office, member.id);
  await office.must("membership.readMember", { id: second });
  sticks.push(await send(office));
  hq.clock.move({ days: 1 });
  const coordinator = await fresh();
  await receive(coordinator, ...sticks);
  whole = consolidated(coordinator);
});
afterAll(() => {
  for (const where of open) where.close();
});

async function fresh(): Promise<TestOffice> {
  const copy = await copyOf(hq);
  open.push(copy);
  return copy;
}

async function as(where: TestOffice, role: Role): Promise<void> {
  const who = people.get(role);
  if (who === undefined) throw new Error(role);
  await where.must("access.signIn", { login: who.login, passphrase: who.passphrase });
}

const aboutMembers = (where: TestOffice) =>
  where.ask("membership.listMembers", {
    filter: { ...NO_FILTER, office: "all" },
    sort: "name",
    descending: false,
    offset: 0,
    limit: 10,
  });

const ALL_VOUCHERS = { from: "2026-01-01", to: "2026-12-31", office: "all", offset: 0, limit: 10 } as const;

/** Bytes of the files below headquarters' copies, by name. */
function nationalFiles(where: TestOffice): [string, Buffer][] {
  const { folder } = nationalPaths(where.dir);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => [entry.name, readFileSync(join(entry.parentPath, entry.name))]);
}

describe("the accountant at headquarters", () => {
  test("receives a stick: its money is read, the rest waits for whoever may open it", async () => {
    const here = await fresh();
    await as(here, "accountant");
    const { files } = await receive(here, ...sticks);
    const sealedTiers = ["identity"];
    expect(files).toMatchObject([
      { outcome: "applied", sealedTiers },
      { outcome: "applied", sealedTiers },
    ]);
    const { line } = await here.must("headquarters.office", { office: "KTL" });
    expect(line.sealedTiers).toEqual(sealedTiers);
    expect(line).toMatchObject({ held: lastOf(office), waitingBundles: 0, missing: null });
    expect(line.totals).toEqual({
      members: null,
      paid: null,
      cardsThisYear: null,
      cashIn: 5_000,
      cashOut: 0,
    });
    const { "finance.voucher": vouchers, "identity.member": members, photo } = consolidated(here);
    expect([vouchers, members, photo]).toEqual([whole["finance.voucher"], [], []]);
    expect(await here.refused("headquarters.duplicates", {})).toBe("access.forbidden");
    expect((await aboutMembers(here)).ok).toBe(false);
  });

  test("has no key that opens a name, and no byte on the disk tells one", async () => {
    const here = await fresh();
    await as(here, "accountant");
    await receive(here, ...sticks);
    const { tierSecrets, office: own } = here.call;
    expect(tierSecrets.map(({ tier }) => tier)).toEqual(["finance", "programme"]);
    const keys = [
      ...tierSecrets.map(({ storeKey }) => Buffer.from(storeKey, "hex")),
      Buffer.from(own.databaseKey),
      ...own.reader
        .all("SELECT value FROM local_state")
        .map(({ value }) => String(value))
        .filter((value) => /^[0-9a-f]{64}$/.test(value))
        .map((value) => Buffer.from(value, "hex")),
    ];
    expect(keys.length).toBeGreaterThan(4);
    const paths = nationalPaths(here.dir);
    for (const tier of ["identity", "health", "rights"] as const)
      for (const key of keys) {
        const connection = connect(paths.store(tier), key);
        expect(() => connection.prepare("SELECT count(*) FROM sqlite_schema").get()).toThrow();
        connection.close();
      }
    const secrets = [SECRETS.surname, SECRETS.otherSurname, "Kéméran", "+22376987654", "KTL-00001"];
    const files = nationalFiles(here);
    expect(files.map(([name]) => name)).toEqual(
      expect.arrayContaining(["national.db", "finance.db", "identity.db"]),
    );
    expect(files.filter(([name]) => name.endsWith(".danaya"))).toHaveLength(2);
    for (const [name, bytes] of files)
      for (const secret of secrets)
        expect([name, secret, bytes.includes(secret)]).toEqual([name, secret, false]);
    here.close();
  });

  test("may bring a stick twice, and out of order, before anybody else comes", async () => {
    const here = await fresh();
    await as(here, "accountant");
    await receive(here, ...sticks.slice(1));
    await receive(here, ...sticks);
    await receive(here, ...sticks);
    await here.signIn();
    const [, line] = await here.must("headquarters.offices", {});
    expect([line?.sealedTiers, line?.waitingBundles]).toEqual([[], 0]);
    expect(consolidated(here)).toEqual(whole);
  });
});

describe("the coordinator who comes after her", () => {
  test("reads what waited when she looks at the offices, and all is as if she had received it", async () => {
    const here = await fresh();
    await as(here, "accountant");
    await receive(here, ...sticks);
    await here.signIn();
    const lines = await here.must("headquarters.offices", {});
    const line = lines.find(({ code }) => code === "KTL");
    expect(line).toMatchObject({ sealedTiers: [], totals: { members: 2, cashIn: 5_000 } });
    expect(consolidated(here)).toEqual(whole);
    expect(readdirSync(nationalPaths(here.dir).waiting)).toEqual([]);
  });

  test("brings the next stick: what waited before it is read first", async () => {
    const here = await fresh();
    await as(here, "accountant");
    await receive(here, ...sticks.slice(0, 1));
    await here.signIn();
    const { files } = await receive(here, ...sticks.slice(1));
    expect(files).toMatchObject([{ outcome: "applied", sealedTiers: [] }]);
    expect(consolidated(here)).toEqual(whole);
  });

  test("loses nothing where a kept part was lost: later ones wait for it, and the stick heals it", async () => {
    const here = await fresh();
    await as(here, "accountant");
    await receive(here, ...sticks.slice(0, 1));
    await here.signIn();
    const { waiting } = nationalPaths(here.dir);
    const [kept = ""] = readdirSync(waiting);
    writeFileSync(join(waiting, kept), "abîmé");
    const { files } = await receive(here, ...sticks.slice(1));
    expect(files).toMatchObject([{ outcome: "applied", sealedTiers: ["identity"] }]);
    const [, line] = await here.must("headquarters.offices", {});
    expect(line?.sealedTiers).toEqual(["identity"]);
    expect(consolidated(here)["identity.member"]).toEqual([]);
    await receive(here, ...sticks);
    expect((await here.must("headquarters.offices", {}))[1]?.sealedTiers).toEqual([]);
    expect(consolidated(here)).toEqual(whole);
  });
});

describe("others at headquarters", () => {
  test("the health coordinator receives a stick and reads neither money nor names", async () => {
    const here = await fresh();
    await as(here, "healthCoordinator");
    const { files } = await receive(here, ...sticks);
    expect(files[0]?.sealedTiers).toEqual(["identity", "finance"]);
    const { "finance.voucher": vouchers, "identity.member": members } = consolidated(here);
    expect([vouchers, members]).toEqual([[], []]);
    expect((await here.ask("cashbook.listVouchers", ALL_VOUCHERS)).ok).toBe(false);
    await as(here, "accountant");
    await here.must("headquarters.offices", {});
    await here.signIn();
    await here.must("headquarters.offices", {});
    expect(consolidated(here)).toEqual(whole);
  });

  test("the secretary, who holds no tier, may look at the offices and receives nothing", async () => {
    const here = await fresh();
    await as(here, "secretary");
    expect(await here.refused("headquarters.receive", { files: sticks })).toBe("access.forbidden");
    const lines = await here.must("headquarters.offices", {});
    expect(lines.map(({ code, held }) => [code, held])).toEqual([
      ["BKO", lines[0]?.held],
      ["KTL", 0],
    ]);
  });
});
