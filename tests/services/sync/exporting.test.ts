import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { schemaVersion } from "../../../src/data/database.ts";
import { writeLocal } from "../../../src/data/localState.ts";
import { Cancelled } from "../../../src/services/call.ts";
import { ask } from "../../crypto/stockTools.ts";
import { makeFolder, makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  canonical,
  Headquarters,
  leaveNoFolders,
  sha256,
  TIERS,
  type TierName,
  type Unpacked,
} from "./headquarters.ts";
import { exportTo, fill, makeJoined, PHOTO, SECRETS } from "./joined.ts";

const hq = new Headquarters();
afterAll(leaveNoFolders);
const START_OF_CHAIN = "0".repeat(64);

function signersOf(office: TestOffice): string {
  const own = office.call.office.reader.get("SELECT value FROM local_state WHERE name = 'headquarters'");
  expect(own).toBeDefined();
  const enrolled = readSigningLine(office);
  return `# nos bureaux\nKTL namespaces="danaya-bundle" ${enrolled}\n`;
}

/** The office's public key as its enrolment tells it. */
const signingLines = new WeakMap<TestOffice, string>();
function readSigningLine(office: TestOffice): string {
  return signingLines.get(office) ?? "";
}

async function joinedOffice(): Promise<TestOffice> {
  const office = await makeJoined(hq);
  const file = await office.must("sync.join", { bytes: hq.invite("KTL"), fingerprint: hq.fingerprint });
  using enrolment = hq.unpack(file.bytes);
  signingLines.set(office, (enrolment.manifest.keys as { signing: string }).signing);
  return office;
}

interface ChainLine {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly entity: string;
  readonly id: string;
  readonly op: string;
  readonly shared: string | null;
  readonly local: string | null;
}

/** The chain worked out anew from its lines, as docs/bundles.md says. */
function hashAfter(before: string, lines: readonly ChainLine[]): string {
  return lines.reduce((hash, line) => sha256(canonical({ ...line, before: hash })), before);
}

function chainOf(unpacked: Unpacked): ChainLine[] {
  return hq.open(unpacked, "chain.age", "programme") as unknown as ChainLine[];
}

type ValueLine = { seq: number; salt: string; values: Record<string, string | number | null> };
const isValue = (line: object): line is ValueLine => "values" in line;

const PART_KEYS: readonly (readonly [string, TierName])[] = [
  ["identity.age", "identity"],
  ["finance.age", "finance"],
  ["programme.age", "programme"],
];

describe("a bundle on the stick", () => {
  test("is checked and opened with unzip, ssh-keygen, sha256sum, age and gunzip alone", async () => {
    const office = await joinedOffice();
    await fill(office);
    const sent = await exportTo(office);
    expect(sent.file).toMatch(/KTL-000001\.danaya$/);
    using bundle = hq.unpack(readFileSync(sent.file));
    expect(bundle.names).toEqual([
      "LISEZMOI.txt",
      "manifest.json",
      "manifest.json.sig",
      "chain.age",
      "identity.age",
      "finance.age",
      "programme.age",
    ]);
    expect(hq.verifies(bundle, "KTL", signersOf(office))).toBe(true);
    expect(hq.verifies(bundle, "MPT", signersOf(office))).toBe(false);
    const files = bundle.manifest.parts.map((part) => part.name);
    const sums = ask("sha256sum", files, "", bundle.folder.at("in")).toString();
    const said = bundle.manifest.parts.map((part) => `${part.sha256}  ${part.name}\n`).join("");
    expect(sums).toBe(said);
    for (const { name, bytes } of bundle.manifest.parts)
      expect(statSync(bundle.folder.at(`in/${name}`)).size).toBe(bytes);
    const text = readFileSync(bundle.folder.at("in/manifest.json"), "utf8");
    expect(text).toBe(canonical(JSON.parse(text)));
    expect(bundle.manifest).toMatchObject({
      format: "danaya-bundle/1",
      kind: "journal",
      to: { office: "BKO", key: hq.keyName },
      number: 1,
      epoch: 1,
      schema: schemaVersion(),
      range: { first: 1, last: sent.last },
    });
    expect(bundle.manifest.from.office).toBe("KTL");
  });

  test("holds every entry since the last receipt, and its chain continues where headquarters' copy ends", async () => {
    const office = await joinedOffice();
    await fill(office);
    using bundle = hq.unpack(readFileSync((await exportTo(office)).file));
    const lines = chainOf(bundle);
    expect(lines.map((line) => line.seq)).toEqual(lines.map((_, index) => index + 1));
    expect(bundle.manifest.chain.before).toBe(START_OF_CHAIN);
    expect(hashAfter(START_OF_CHAIN, lines)).toBe(bundle.manifest.chain.after);
    expect(lines.length).toBe((await office.must("sync.state", {})).entries);

    const acknowledged = lines.length - 4;
    office.call.office.write(office.call.user.id, office.clock.now(), (door) => {
      writeLocal(door, "acknowledged", String(acknowledged));
      return { ok: true, value: null };
    });
    using next = hq.unpack(readFileSync((await exportTo(office)).file));
    const rest = chainOf(next);
    expect(rest).toEqual(lines.slice(acknowledged));
    expect(next.manifest.range).toEqual({ first: acknowledged + 1, last: lines.length });
    expect(next.manifest.chain.before).toBe(hashAfter(START_OF_CHAIN, lines.slice(0, acknowledged)));
    expect(next.manifest.chain.after).toBe(bundle.manifest.chain.after);
  });

  test("carries values whose salted digests are those of the chain, and no value that stays in the office", async () => {
    const office = await joinedOffice();
    const { first } = await fill(office);
    const { bytes } = { bytes: readFileSync((await exportTo(office)).file) };
    using bundle = hq.unpack(bytes);
    const digests = new Map(chainOf(bundle).map((line) => [line.seq, line.shared]));
    const seen: number[] = [];
    let plain = "";
    for (const [part, key] of PART_KEYS) {
      const lines = hq.open(bundle, part, key);
      plain += JSON.stringify(lines);
      for (const line of lines.filter(isValue)) {
        const { seq, salt, values } = line;
        expect(salt).toMatch(/^[0-9a-f]{32}$/);
        expect(sha256(Buffer.from(salt, "hex"), canonical(values))).toBe(digests.get(seq));
        expect(Object.keys(line).sort()).toEqual(["salt", "seq", "values"]);
        for (const column of ["work_setting", "notes", "login", "name"])
          if (values.role !== undefined || values.surname !== undefined)
            expect(values).not.toHaveProperty(column);
        seen.push(seq);
      }
    }
    expect(seen.sort((a, b) => a - b)).toEqual([...digests.keys()]);
    expect(plain).toContain(SECRETS.surname);
    for (const secret of [SECRETS.notes, SECRETS.workSetting, "awa", "Awa Sissoko"])
      expect(plain).not.toContain(secret);
    expect(plain).toContain(first);
    for (const secret of Object.values(SECRETS)) expect(bytes.includes(secret)).toBe(false);
  });

  test("carries a photograph once, under its SHA-256, in the identity part alone", async () => {
    const office = await joinedOffice();
    await fill(office);
    using bundle = hq.unpack(readFileSync((await exportTo(office)).file));
    const photos = (part: string, key: TierName) =>
      hq.open(bundle, part, key).filter((line) => "jpeg" in line);
    expect(photos("identity.age", "identity")).toEqual([
      { sha256: sha256(PHOTO), jpeg: Buffer.from(PHOTO).toString("base64") },
    ]);
    expect(photos("programme.age", "programme")).toEqual([]);
    expect(photos("finance.age", "finance")).toEqual([]);
  });

  test("opens tier by tier with that tier's key alone, and the chain with each of them", async () => {
    const office = await joinedOffice();
    await fill(office);
    using bundle = hq.unpack(readFileSync((await exportTo(office)).file));
    for (const [part, key] of PART_KEYS)
      for (const other of [...TIERS, "recovery"] as const)
        expect([part, other, hq.opens(bundle, part, other)]).toEqual([part, other, other === key]);
    for (const tier of TIERS) expect(hq.opens(bundle, "chain.age", tier)).toBe(true);
    expect(hq.opens(bundle, "chain.age", "recovery")).toBe(false);
  });

  test("no longer holds the values of a member who was erased, and its chain still does", async () => {
    const office = await joinedOffice();
    const { first } = await fill(office);
    const before = chainOf(hq.unpack(readFileSync((await exportTo(office)).file)));
    const { member } = await office.must("membership.readMember", { id: first });
    await office.must("membership.eraseMember", { id: first, number: member.number });
    using bundle = hq.unpack(readFileSync((await exportTo(office)).file));
    const chain = chainOf(bundle);
    expect(chain.slice(0, before.length)).toEqual(before);
    expect(hashAfter(START_OF_CHAIN, chain)).toBe(bundle.manifest.chain.after);
    const identity = hq.open(bundle, "identity.age", "identity");
    expect(JSON.stringify(identity)).not.toContain(SECRETS.surname);
    expect(identity.filter((line) => "jpeg" in line)).toEqual([]);
    const about = chain.filter((line) => line.id === first);
    const told = identity.filter(isValue).filter((line) => line.values.id === first);
    expect(told.map((line) => line.seq)).toEqual([about.at(-1)?.seq]);
    expect(about.at(-1)?.op).toBe("erase");
    expect(told[0]?.values).toMatchObject({ surname: "", first_names: "", phone: "", photo_sha256: null });
  });

  test("goes again whole when no receipt came, under the next number", async () => {
    const office = await joinedOffice();
    await fill(office);
    const folder = makeFolder();
    const first = await exportTo(office, folder);
    const second = await exportTo(office, folder);
    expect([first.number, second.number]).toEqual([1, 2]);
    expect([second.first, second.last]).toEqual([first.first, first.last]);
    using one = hq.unpack(readFileSync(first.file));
    using two = hq.unpack(readFileSync(second.file));
    expect(chainOf(two)).toEqual(chainOf(one));
    for (const [part, key] of PART_KEYS) expect(hq.open(two, part, key)).toEqual(hq.open(one, part, key));
    expect(await office.must("sync.history", {})).toEqual([second, first]);
    expect(readdirSync(folder).sort()).toEqual(["KTL-000001.danaya", "KTL-000002.danaya"]);
  });

  test("never overwrites a file of the stick: an office restored from an old backup goes on behind it", async () => {
    const office = await joinedOffice();
    await fill(office);
    const folder = makeFolder();
    writeFileSync(join(folder, "KTL-000001.danaya"), "the only copy of what the lost laptop knew");
    const sent = await exportTo(office, folder);
    expect(sent.number).toBe(2);
    expect(readFileSync(join(folder, "KTL-000001.danaya"), "utf8")).toMatch(/^the only copy/);
  });

  test("tells whoever finds it what it is and how to check it, in French and without a name", async () => {
    const office = await joinedOffice();
    await fill(office);
    using bundle = hq.unpack(readFileSync((await exportTo(office)).file));
    const text = readFileSync(bundle.folder.at("in/LISEZMOI.txt"), "utf8");
    expect(text).toContain("ssh-keygen -Y verify -f allowed_signers -I KTL -n danaya-bundle");
    expect(text).toContain("age -d -i");
    expect(text).not.toMatch(/Koutiala|Awa|femme/);
  });
});

describe("an export is refused", () => {
  test("before headquarters is known, and into a folder that is not there", async () => {
    const office = await makeTestOffice();
    expect(await office.refused("sync.export", { folder: makeFolder() })).toBe(refusal("sync.notJoined"));
    const joined = await joinedOffice();
    const gone = join(makeFolder(), "gone");
    expect(await joined.refused("sync.export", { folder: gone })).toBe(refusal("disk.notFound", "folder"));
    writeFileSync(gone, "a file");
    expect(await joined.refused("sync.export", { folder: gone })).toBe(refusal("disk.notFound", "folder"));
    expect((await exportTo(joined)).number).toBe(1);
  });

  test("when the person stops it: nothing is left on the stick, and the number is given back", async () => {
    const office = await joinedOffice();
    await fill(office);
    const folder = makeFolder();
    for (const last of [1, 2, 4, 7]) {
      let breaths = 0;
      office.onBreath = () => {
        breaths += 1;
        if (breaths === last) throw new Cancelled();
      };
      expect(await office.refused("sync.export", { folder })).toBe(refusal("request.cancelled"));
      expect(readdirSync(folder)).toEqual([]);
    }
    office.onBreath = () => {};
    expect(await exportTo(office, folder)).toMatchObject({ number: 1 });
    expect(await office.must("sync.history", {})).toHaveLength(1);
  });

  test("when headquarters has everything already", async () => {
    const office = await joinedOffice();
    const { entries } = await office.must("sync.state", {});
    office.call.office.write(office.call.user.id, office.clock.now(), (door) => {
      writeLocal(door, "acknowledged", String(entries));
      return { ok: true, value: null };
    });
    expect(await office.refused("sync.export", { folder: makeFolder() })).toBe(refusal("sync.nothingToSend"));
  });
});
