import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, test } from "vitest";
import { Headquarters, leaveNoFolders } from "../services/sync/headquarters.ts";
import { AWA, makeFolder, makeTestOffice } from "../support/office.ts";
import { register } from "../support/women.ts";

const DANAYA = fileURLToPath(new URL("../../bin/danaya.js", import.meta.url));
const hq = new Headquarters();
afterAll(leaveNoFolders);

function danaya(...args: string[]): { exit: number | null; answer: Record<string, unknown>; said: string } {
  const env = { ...process.env, DANAYA_PASSPHRASE: AWA.passphrase };
  const { status, stdout, stderr } = spawnSync(process.execPath, [DANAYA, ...args, "--json"], {
    env,
    encoding: "utf8",
  });
  const line = stdout.trim();
  return { exit: status, answer: line.startsWith("{") ? JSON.parse(line) : {}, said: stdout + stderr };
}

/** A data folder of an office with two members, nobody in it. */
async function madeFolder(): Promise<string> {
  const office = await makeTestOffice({ shared: true });
  await register(office);
  await register(office, { surname: "Diallo" });
  office.close();
  return office.dir;
}

function inOffice(dir: string): string[] {
  return ["--data", dir, "--user", AWA.login];
}

function writeIn(folder: string, name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

describe("danaya sync and verify", () => {
  test("join headquarters, export a bundle, and vouch for it with the key of the enrolment", async () => {
    const dir = await madeFolder();
    const folder = makeFolder();
    const invitation = writeIn(folder, "invitation.danaya", hq.invite("KTL"));
    const enrolment = join(folder, "KTL-inscription.danaya");
    const joined = danaya("sync", "join", invitation, ...inOffice(dir), "--out", enrolment);
    expect(joined).toMatchObject({
      exit: 0,
      answer: { file: enrolment, headquarters: "BKO", fingerprint: hq.fingerprint },
    });
    using enrolled = hq.unpack(readFileSync(enrolment));
    const { signing } = enrolled.manifest.keys as { signing: string };
    const signers = writeIn(folder, "allowed_signers", `KTL namespaces="danaya-bundle" ${signing}\n`);
    expect(danaya("verify", enrolment, "--signers", signers)).toMatchObject({
      exit: 0,
      answer: { kind: "enrolment" },
    });

    const stick = makeFolder();
    const exported = danaya("sync", "export", ...inOffice(dir), "--out", stick);
    const file = join(stick, "KTL-000001.danaya");
    expect(exported).toMatchObject({ exit: 0, answer: { file, first: 1 } });
    expect(readdirSync(stick)).toEqual(["KTL-000001.danaya"]);
    using bundle = hq.unpack(readFileSync(file));
    expect(hq.verifies(bundle, "KTL", readFileSync(signers, "utf8"))).toBe(true);
    expect(hq.open(bundle, "chain.age", "identity").length).toBe(exported.answer.last);
    expect(danaya("verify", file, "--signers", signers)).toMatchObject({
      exit: 0,
      answer: { kind: "journal", number: 1, range: { first: 1, last: exported.answer.last } },
    });
    expect(danaya("doctor", ...inOffice(dir))).toMatchObject({ exit: 0, answer: { ok: true, faults: [] } });
  });

  test("refuse with exit code 1 what is not so, and leave nothing behind", async () => {
    const dir = await madeFolder();
    const folder = makeFolder();
    const out = join(folder, "out.danaya");
    expect(danaya("sync", "export", ...inOffice(dir), "--out", folder)).toMatchObject({
      exit: 1,
      answer: { refused: "sync.notJoined" },
    });
    const other = writeIn(folder, "mpt.danaya", hq.invite("MPT"));
    expect(danaya("sync", "join", other, ...inOffice(dir), "--out", out)).toMatchObject({
      exit: 1,
      answer: { refused: "sync.forAnotherOffice" },
    });
    const mine = writeIn(folder, "ktl.danaya", hq.invite("KTL"));
    const wrong = ["--fingerprint", "0000 0000 0000 0000 0000 0000 0000 0000"];
    expect(danaya("sync", "join", mine, ...inOffice(dir), "--out", out, ...wrong)).toMatchObject({
      exit: 1,
      answer: { refused: "sync.fingerprintMismatch" },
    });
    expect(
      danaya("sync", "join", mine, ...inOffice(dir), "--out", join(folder, "no", "where")),
    ).toMatchObject({
      exit: 1,
      answer: { refused: "disk.notFound" },
    });
    expect(danaya("sync", "export", ...inOffice(dir), "--out", folder)).toMatchObject({
      exit: 1,
      answer: { refused: "sync.notJoined" },
    });
    const newer = writeIn(folder, "newer.danaya", hq.invite("KTL", { format: "danaya-bundle/2" }));
    expect(danaya("verify", newer, "--signers", writeIn(folder, "signers", ""))).toMatchObject({
      exit: 1,
      answer: { refused: "sync.newerFormat" },
    });
    expect(danaya("verify", join(folder, "gone"), "--signers", newer).exit).toBe(1);
    expect(existsSync(out)).toBe(false);
    expect(danaya("doctor", ...inOffice(dir)).exit).toBe(0);
  });

  test("end with 3 for what is damaged or not authentic, and with 2 for a wrong command", () => {
    const folder = makeFolder();
    const signers = writeIn(folder, "signers", `BKO namespaces="danaya-bundle" ${hq.publicLine}\n`);
    const strangers = writeIn(folder, "strangers", `BKO ${new Headquarters("BKO").publicLine}\n`);
    const whole = hq.invite("KTL");
    const path = writeIn(folder, "whole.danaya", whole);
    expect(danaya("verify", path, "--signers", signers).exit).toBe(0);
    expect(danaya("verify", path, "--signers", strangers)).toMatchObject({
      exit: 3,
      answer: { refused: "sync.signerUnknown" },
    });
    const cut = writeIn(folder, "cut.danaya", whole.subarray(0, whole.length - 1));
    expect(danaya("verify", cut, "--signers", signers)).toMatchObject({
      exit: 3,
      answer: { refused: "sync.notABundle" },
    });
    const forged = writeIn(
      folder,
      "forged.danaya",
      hq.bundle(hq.invitationManifest("KTL"), {}, "autre chose"),
    );
    expect(danaya("verify", forged, "--signers", signers).exit).toBe(3);
    expect(danaya("verify", path).exit).toBe(2);
    expect(danaya("verify", "--signers", signers).exit).toBe(2);
    expect(danaya("verify", path, path, "--signers", signers).exit).toBe(2);
    expect(danaya("sync", "send", "--out", folder).exit).toBe(2);
    expect(danaya("sync", "export").exit).toBe(2);
  });
});
