import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, describe, expect, test } from "vitest";
import { sha256Hex } from "../../src/crypto/digests.ts";
import { openBundleFile } from "../../src/services/sync/bundleFile.ts";
import { Headquarters, leaveNoFolders } from "../services/sync/headquarters.ts";
import { makeJoined } from "../services/sync/joined.ts";
import {
  AWA,
  expectHealthy,
  makeFolder,
  makeTestOffice,
  NEW_OFFICE,
  openDesk,
  type TestOffice,
} from "../support/office.ts";
import { csvText, inventedWomen, registerRows } from "../support/registers.ts";
import { NO_FILTER } from "../support/women.ts";
import { Child } from "./child.ts";

/*
 * The power goes: a program is killed at any moment of its work, again and again. Afterwards what it confirmed is
 * there, what it did not is wholly absent, and the office's own check-up finds nothing wrong.
 */

const hq = new Headquarters();
afterAll(leaveNoFolders);
/** Moments after the work began, in milliseconds: from its first step to well into it. */
const MOMENTS = [3, 60, 170];

async function madeFolder(): Promise<string> {
  const office = await makeTestOffice({ shared: true });
  office.close();
  return office.dir;
}

async function joinedFolder(): Promise<string> {
  const office = await makeJoined(hq, true);
  office.close();
  return office.dir;
}

/** Starts the work, kills it `afterMs` later, and hands over what it had confirmed by then. */
async function killed(dir: string, afterMs: number, action: string, ...more: string[]): Promise<string[]> {
  const child = new Child(dir, action, ...more);
  await child.said((lines) => lines.includes("ready"));
  await pause(afterMs);
  await child.kill();
  return child.confirmed.map(String);
}

/** The office as the next start finds it. */
async function reopened(dir: string, who: { login: string; passphrase: string } = AWA): Promise<TestOffice> {
  const office = openDesk(dir);
  const signedIn = await office.signIn(who);
  expect(signedIn).toMatchObject({ ok: true });
  await expectHealthy(office.ask);
  return office;
}

const LIST = { filter: NO_FILTER, sort: "number", descending: false, offset: 0, limit: 500 } as const;

describe("a program that is killed", () => {
  test("while it registers members has each one that it confirmed, and at most one more", async () => {
    const dir = await madeFolder();
    const confirmed: string[] = [];
    for (const [round, moment] of MOMENTS.entries()) {
      confirmed.push(...(await killed(dir, moment, "register")));
      const office = await reopened(dir);
      const { rows } = await office.must("membership.listMembers", LIST);
      const numbers = rows.map((row) => row.number);
      expect(numbers).toEqual(expect.arrayContaining(confirmed));
      expect(numbers.length - confirmed.length).toBeLessThanOrEqual(round + 1);
      office.close();
    }
    expect(confirmed.length).toBeGreaterThan(0);
  });

  test("while it sells cards has no voucher without its term and card, and no number twice or missing", async () => {
    const dir = await madeFolder();
    const confirmed: string[] = [];
    for (const moment of MOMENTS) {
      confirmed.push(...(await killed(dir, moment, "sell")));
      const office = await reopened(dir);
      const { reader } = office.call.office;
      const vouchers = reader.all("SELECT id, number FROM voucher ORDER BY counter");
      expect(vouchers.map((row) => row.number)).toEqual(expect.arrayContaining(confirmed));
      expect(vouchers.length).toBe(reader.number("SELECT max(counter) FROM voucher"));
      for (const { id } of vouchers)
        expect(
          reader.number(
            `SELECT count(*) FROM term JOIN card ON card.member_id = term.member_id WHERE voucher_id = @id`,
            { id: id ?? null },
          ),
        ).toBe(1);
      office.close();
    }
  });

  test("while it issues reports has each one that it confirmed, every one with its paper, and no number missing", async () => {
    const dir = await madeFolder();
    const confirmed: string[] = [];
    for (const moment of MOMENTS) {
      const child = new Child(dir, "issue");
      await child.said(() => child.confirmed.length > 0);
      await pause(moment);
      await child.kill();
      confirmed.push(...child.confirmed.map(String));
      const office = await reopened(dir);
      const reports = await office.must("reporting.reports", {});
      const numbers = reports.map(({ number }) => number).sort();
      expect(numbers).toEqual(expect.arrayContaining(confirmed));
      expect(numbers).toEqual(numbers.map((_, at) => `KTL-R${String(at + 1).padStart(5, "0")}`));
      for (const { id, sha256 } of reports)
        expect(sha256Hex((await office.must("reporting.print", { id })).bytes)).toBe(sha256);
      office.close();
    }
  });

  test("while it imports a register has all of its rows or none", async () => {
    const dir = await madeFolder();
    const file = join(makeFolder(), "registre.csv");
    writeFileSync(file, csvText(registerRows(inventedWomen(2_500, 7)), ";"));
    for (const moment of [20, 400, 900, 1_400]) {
      const confirmed = await killed(dir, moment, "import", file);
      const office = await reopened(dir);
      const { total } = await office.must("membership.listMembers", { ...LIST, limit: 1 });
      expect([0, 2_500]).toContain(total);
      if (confirmed.length > 0) expect(total).toBe(2_500);
      office.close();
    }
  });

  test("while it writes bundles leaves only whole ones on the stick, and goes on under the next number", async () => {
    const dir = await joinedFolder();
    const stick = makeFolder();
    const confirmed: string[] = [];
    for (const moment of MOMENTS) {
      confirmed.push(...(await killed(dir, moment, "export", stick)));
      const office = await reopened(dir);
      const history = await office.must("sync.history", {});
      expect(history.map((sent) => sent.file)).toEqual(expect.arrayContaining(confirmed));
      const there = readdirSync(stick).filter((name) => name.endsWith(".danaya"));
      for (const name of there) expect(openBundleFile(join(stick, name))).toMatchObject({ ok: true });
      const next = await office.must("sync.export", { folder: stick });
      expect(there).not.toContain(next.file.split("/").at(-1));
      confirmed.push(next.file);
      office.close();
    }
    expect(readdirSync(stick).filter((name) => !name.endsWith(".danaya"))).toEqual([]);
  });

  test("while it writes the keyring can always be opened with the passphrase", async () => {
    const dir = await joinedFolder();
    const invitation = join(makeFolder(), "invitation.danaya");
    writeFileSync(invitation, hq.invite("KTL"));
    for (const moment of MOMENTS) {
      await killed(dir, moment, "join", invitation, hq.fingerprint);
      (await reopened(dir)).close();
    }
  });

  test("while a passphrase is changed opens with the old one or the new one", async () => {
    for (const moment of [250, 900]) {
      const dir = await madeFolder();
      const child = new Child(dir, "passphrase");
      await child.said((lines) => lines.length > 1);
      await pause(moment);
      await child.kill();
      const tried = child.lines.flatMap((line) =>
        typeof line === "object" && line !== null && "trying" in line ? [String(line.trying)] : [],
      );
      const last = child.confirmed.length;
      const possible = [[AWA.passphrase, ...tried][last], tried[last]].filter((text) => text !== undefined);
      const opens: boolean[] = [];
      for (const passphrase of possible) {
        const office = openDesk(dir);
        opens.push((await office.signIn({ login: AWA.login, passphrase })).ok);
        if (opens.at(-1)) await expectHealthy(office.ask);
        office.close();
      }
      expect(opens.filter(Boolean)).toHaveLength(1);
    }
  });

  test("while it copies the office leaves whole copies, and half of one is never taken for one", async () => {
    const dir = await madeFolder();
    const stick = makeFolder();
    const confirmed: string[] = [];
    for (const moment of MOMENTS) confirmed.push(...(await killed(dir, moment, "backup", stick)));
    for (const path of confirmed) (await reopened(path)).close();
    for (const name of readdirSync(stick)) {
      const path = join(stick, name);
      if (confirmed.includes(path)) continue;
      const restored = openDesk(join(makeFolder(), "new"));
      const taken = await restored.ask("office.restore", { folder: path });
      if (taken.ok) await expect(restored.signIn()).resolves.toMatchObject({ ok: true });
      else expect(taken.refusal.code).toBe("backup.notFound");
      restored.close();
    }
    (await reopened(dir)).close();
  });

  test("while it makes an office has made it whole, or lets it be made again", async () => {
    for (const moment of [0, 8, 25, 60]) {
      const dir = join(makeFolder(), "office");
      mkdirSync(dir);
      const child = new Child(dir, "create", JSON.stringify(NEW_OFFICE));
      await child.said((lines) => lines.includes("ready"));
      while (child.isRunning && child.confirmed.length === 0 && !existsSync(join(dir, "creating")))
        await pause(1);
      await pause(moment);
      await child.kill();
      const office = openDesk(dir);
      const state = await office.must("office.state", {});
      if (state.stage === "empty") {
        expect(child.confirmed).toEqual([]);
        await office.must("office.create", NEW_OFFICE);
      } else await office.signIn();
      await expectHealthy(office.ask);
      office.close();
    }
  });
});
