import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { sha256Hex } from "../../../src/crypto/digests.ts";
import { writeBundle } from "../../../src/services/sync/bundleFile.ts";
import { FORMAT, type Manifest, NO_ENTRIES } from "../../../src/services/sync/manifest.ts";

import { makeFolder, makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { Headquarters, leaveNoFolders } from "./headquarters.ts";
import { exportTo, makeJoined } from "./joined.ts";

const hq = new Headquarters();
afterAll(leaveNoFolders);

const SEED = new Uint8Array(32).fill(7);
const KEY = `SHA256:${"A".repeat(43)}`;

interface About {
  readonly kind: "journal" | "snapshot" | "receipt" | "enrolment";
  readonly from: string;
  readonly to: string;
  readonly number: number;
  /** As a later version of the program may write it. */
  readonly format?: string;
}

/** A bundle without parts: what a stick's list needs to know of it. */
function put(folder: string, name: string, { kind, from, to, number, format = FORMAT }: About): void {
  const head = {
    ...NO_ENTRIES,
    parts: [],
    format: format as typeof FORMAT,
    from: { office: from, key: KEY },
    to: { office: to, key: KEY },
    number,
    range: { first: 1, last: number * 10 },
    createdAt: "2026-11-12T09:00:00.000Z",
    schema: 10,
    app: "0.0.0-test",
  };
  const signing = `ssh-ed25519 ${"A".repeat(68)}`;
  const answers = `age1${"q".repeat(58)}`;
  const manifest: Manifest =
    kind === "enrolment" ? { ...head, kind, keys: { signing, answers, card: signing } } : { ...head, kind };
  writeFileSync(join(folder, name), writeBundle(manifest, [], SEED));
}

/** Digests of all that lies on the stick, to show that nothing was touched. */
function stateOf(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => {
      const { mtimeMs } = statSync(join(folder, name));
      return `${name} ${mtimeMs} ${sha256Hex(readFileSync(join(folder, name)))}`;
    });
}

/** The bundles that an office finds on the stick, `!` for those that it would take. */
async function namesOn(office: TestOffice, folder: string): Promise<string[]> {
  return words((await office.must("sync.lookAtStick", { folder })).files);
}

function words(files: readonly { name: string; forUs: boolean }[]): string[] {
  return files.map(({ name, forUs }) => `${name}${forUs ? " !" : ""}`);
}

describe("a stick", () => {
  test("with bundles for several offices shows those for this one first", async () => {
    const office = await makeJoined(hq);
    const stick = makeFolder();
    put(stick, "a.danaya", { kind: "receipt", from: "BKO", to: "MPT", number: 3 });
    put(stick, "b.danaya", { kind: "receipt", from: "BKO", to: "KTL", number: 4 });
    put(stick, "c.DANAYA", { kind: "snapshot", from: "BKO", to: "KTL", number: 2 });
    put(stick, "d.danaya", { kind: "journal", from: "SEG", to: "BKO", number: 9 });
    put(stick, "e.danaya", { kind: "receipt", from: "SEG", to: "KTL", number: 1 });
    writeFileSync(join(stick, "KTL-invitation.danaya"), hq.invite("KTL"));
    const sent = await exportTo(office, stick);
    const before = stateOf(stick);
    const { files, unreadable } = await office.must("sync.lookAtStick", { folder: stick });
    expect(unreadable).toEqual([]);
    expect(words(files)).toEqual([
      "KTL-invitation.danaya !",
      "c.DANAYA !",
      "b.danaya !",
      "a.danaya",
      "KTL-000001.danaya",
      "d.danaya",
      "e.danaya",
    ]);
    expect(files.find(({ name }) => name === "KTL-000001.danaya")).toEqual({
      path: sent.file,
      name: "KTL-000001.danaya",
      bytes: sent.bytes,
      kind: "journal",
      from: "KTL",
      to: "BKO",
      number: 1,
      span: { first: 1, last: sent.last },
      createdAt: sent.createdAt,
      forUs: false,
    });
    expect(stateOf(stick)).toEqual(before);
  });

  test("may hold anything else, which is left out and left alone", async () => {
    const office = await makeJoined(hq);
    const stick = makeFolder();
    const elsewhere = makeFolder();
    put(elsewhere, "far.danaya", { kind: "receipt", from: "BKO", to: "KTL", number: 5 });
    put(stick, "here.danaya", { kind: "receipt", from: "BKO", to: "KTL", number: 6 });
    put(stick, "renamed.zip", { kind: "receipt", from: "BKO", to: "KTL", number: 7 });
    writeFileSync(join(stick, "photo.danaya"), "no bundle");
    writeFileSync(join(stick, "empty.danaya"), "");
    writeFileSync(join(stick, "rapport.docx"), "a letter");
    mkdirSync(join(stick, "folder.danaya"));
    mkdirSync(join(stick, "below"));
    put(join(stick, "below"), "deep.danaya", { kind: "receipt", from: "BKO", to: "KTL", number: 8 });
    symlinkSync(join(elsewhere, "far.danaya"), join(stick, "link.danaya"));
    expect(await namesOn(office, stick)).toEqual(["here.danaya !"]);
  });

  test("names the files that look like bundles and are damaged, too new or none, so that it never looks empty", async () => {
    const office = await makeJoined(hq);
    const stick = makeFolder();
    await exportTo(office, stick);
    const whole = readFileSync(join(stick, "KTL-000001.danaya"));
    const flipped = Buffer.from(whole);
    const inPart = whole.lastIndexOf("age-encryption.org") + 400;
    flipped.writeUInt8(whole.readUInt8(inPart) ^ 1, inPart);
    writeFileSync(join(stick, "KTL-000001.danaya"), flipped);
    writeFileSync(join(stick, "KTL-000002.danaya"), whole.subarray(0, 300));
    writeFileSync(join(stick, "KTL-000003.danaya"), "");
    const format = "danaya-bundle/2";
    put(stick, "KTL-000004.danaya", { kind: "receipt", from: "BKO", to: "KTL", number: 4, format });
    writeFileSync(join(stick, "KTL-000005.danaya"), whole.subarray(0, whole.length - 1));
    writeFileSync(join(stick, "photo.jpg"), "a photo");
    const { files, unreadable } = await office.must("sync.lookAtStick", { folder: stick });
    expect(words(files)).toEqual(["KTL-000001.danaya"]);
    expect(unreadable).toEqual([
      { name: "KTL-000002.danaya", code: "sync.notABundle" },
      { name: "KTL-000003.danaya", code: "sync.notABundle" },
      { name: "KTL-000004.danaya", code: "sync.newerFormat" },
      { name: "KTL-000005.danaya", code: "sync.notABundle" },
    ]);
  });

  test("that is not there is refused in its field, and so is a file", async () => {
    const office = await makeTestOffice();
    const stick = makeFolder();
    writeFileSync(join(stick, "letter.txt"), "a letter");
    const notFound = refusal("disk.notFound", "folder");
    expect(await office.refused("sync.lookAtStick", { folder: join(stick, "letter.txt") })).toBe(notFound);
    rmSync(stick, { recursive: true });
    expect(await office.refused("sync.lookAtStick", { folder: stick })).toBe(notFound);
  });

  test("with a thousand bundles and more is looked at as far as the thousandth", async () => {
    const office = await makeTestOffice();
    const stick = makeFolder();
    put(stick, "zz.danaya", { kind: "receipt", from: "BKO", to: "KTL", number: 1 });
    for (let at = 0; at < 1_000; at += 1) writeFileSync(join(stick, `a${at}.danaya`), "");
    expect(await namesOn(office, stick)).toEqual([]);
    rmSync(join(stick, "a0.danaya"));
    expect(await namesOn(office, stick)).toHaveLength(1);
  });

  test("brings a new laptop its invitation before it knows headquarters", async () => {
    const office = await makeTestOffice();
    const stick = makeFolder();
    writeFileSync(join(stick, "KTL-invitation.danaya"), hq.invite("KTL"));
    writeFileSync(join(stick, "MPT-invitation.danaya"), hq.invite("MPT"));
    expect(await namesOn(office, stick)).toEqual(["KTL-invitation.danaya !", "MPT-invitation.danaya"]);
  });
});

describe("a stick at headquarters", () => {
  test("shows what the offices sent, by office and number, and never takes its own", async () => {
    const office = await makeTestOffice({ office: { code: "BKO", name: "Bamako", headquarters: true } });
    const stick = makeFolder();
    put(stick, "1.danaya", { kind: "journal", from: "SEG", to: "BKO", number: 1 });
    put(stick, "2.danaya", { kind: "journal", from: "KTL", to: "BKO", number: 12 });
    put(stick, "3.danaya", { kind: "snapshot", from: "KTL", to: "BKO", number: 11 });
    put(stick, "4.danaya", { kind: "enrolment", from: "MPT", to: "BKO", number: 0 });
    put(stick, "5.danaya", { kind: "receipt", from: "BKO", to: "KTL", number: 3 });
    put(stick, "6.danaya", { kind: "journal", from: "BKO", to: "BKO", number: 4 });
    put(stick, "7.danaya", { kind: "receipt", from: "KTL", to: "BKO", number: 5 });
    expect(await namesOn(office, stick)).toEqual([
      "3.danaya !",
      "2.danaya !",
      "4.danaya !",
      "1.danaya !",
      "6.danaya",
      "5.danaya",
      "7.danaya",
    ]);
  });
});
