import { cpSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ReceiveReport } from "../../src/contract/headquarters.ts";
import { MemberDetails } from "../../src/contract/membership.ts";
import type { NewOffice } from "../../src/contract/office.ts";
import { accept } from "../../src/contract/results.ts";
import { Tier } from "../../src/contract/sync.ts";
import { writeLocal } from "../../src/data/localState.ts";
import { ENTITY_NAMES, entityOf } from "../../src/data/registry.ts";
import { makeClock, makeFolder, makeTestOffice, openDesk, type TestOffice } from "./office.ts";

/*
 * Headquarters and offices as their people play them: invitation, enrolment, sticks there and back, each side in a
 * data folder of its own.
 */

interface Shared {
  readonly shared?: boolean;
}

export function makeHeadquarters(options: Shared = {}): Promise<TestOffice> {
  return makeTestOffice({
    ...options,
    office: { code: "BKO", name: "Bamako", region: "Bamako", headquarters: true },
  });
}

export interface Antenna {
  readonly code: string;
  readonly name: string;
  readonly parentCode?: string;
}

export const KOUTIALA: Antenna = { code: "KTL", name: "Koutiala" };
export const MOPTI: Antenna = { code: "MPT", name: "Mopti" };

export function makeAntenna(about: Antenna, options: Shared = {}): Promise<TestOffice> {
  const office: Partial<NewOffice> = {
    code: about.code,
    name: about.name,
    region: about.name,
    parentCode: about.parentCode ?? null,
  };
  return makeTestOffice({ ...options, office });
}

/** Invitation, phone call, enrolment, phone call. */
export async function enrol(hq: TestOffice, office: TestOffice, about: Antenna): Promise<void> {
  const { code, name, parentCode = null } = about;
  const invitation = await hq.must("headquarters.invite", { code, name, region: name, parentCode });
  const { bytes } = invitation;
  const { fingerprint } = await office.must("sync.previewInvitation", { bytes });
  const enrolment = await office.must("sync.join", { bytes, fingerprint });
  const preview = await hq.must("headquarters.previewEnrolment", { bytes: enrolment.bytes });
  await hq.must("headquarters.enrol", { bytes: enrolment.bytes, fingerprint: preview.fingerprint });
}

/** An office that headquarters knows. */
export async function makeEnrolled(
  hq: TestOffice,
  about: Antenna,
  options: Shared = {},
): Promise<TestOffice> {
  const office = await makeAntenna(about, options);
  await enrol(hq, office, about);
  return office;
}

/** The office writes a stick. @returns its one new file */
export async function send(office: TestOffice, folder = makeFolder()): Promise<string> {
  return (await office.must("sync.export", { folder })).file;
}

export function receive(hq: TestOffice, ...files: string[]): Promise<ReceiveReport> {
  return hq.must("headquarters.receive", { files });
}

/** What became of one file, with the refusal's code where it was refused: `applied`, `refused headquarters.fork`. */
export async function outcomeOf(hq: TestOffice, file: string): Promise<string> {
  const { files } = await receive(hq, file);
  return files
    .map(({ outcome, refusal }) => (refusal === null ? outcome : `${outcome} ${refusal.code}`))
    .join(", ");
}

/** Headquarters answers one office, and the office reads it. */
export async function answerTo(hq: TestOffice, office: TestOffice): Promise<void> {
  const folder = makeFolder();
  await hq.must("headquarters.answer", { offices: [office.call.office.code], folder });
  await office.must("sync.importAnswer", { files: filesIn(folder) });
}

export function filesIn(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name));
}

/** A file with these bytes in a folder of its own. */
export function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, bytes);
  return path;
}

/** Another desk before a copy of this folder as it lies there now: a backup that was put back, or a second laptop. */
export async function copyOf(office: TestOffice): Promise<TestOffice> {
  const dir = join(makeFolder(), "office");
  cpSync(office.dir, dir, { recursive: true });
  const copy = openDesk(dir, makeClock(office.clock.now()), office.recoveryCode);
  const signedIn = await copy.signIn();
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
  return copy;
}

/** Changes some of what an office's register says of a member. */
export async function changeMember(
  office: TestOffice,
  id: string,
  changes: Partial<MemberDetails>,
): Promise<void> {
  const { member } = await office.must("membership.readMember", { id });
  const known = Object.keys(MemberDetails.shape).map((field) => [
    field,
    member[field as keyof MemberDetails],
  ]);
  const details = MemberDetails.parse({ ...Object.fromEntries(known), ...changes });
  await office.must("membership.updateMember", { id, details });
}

/** As if a receipt had told the office that headquarters holds its entries up to this one. */
export function acknowledge(office: TestOffice, through: number): void {
  office.call.office.write(office.call.user.id, office.clock.now(), (door) => {
    writeLocal(door, "acknowledged", String(through));
    return accept(null);
  });
}

const OF_OTHERS = "office <> @own";
const STORES: Readonly<Record<string, string>> = {
  branch: "SELECT code, standing, epoch, head_seq, head_hash, head_at FROM branch WHERE code <> @own",
  branch_key: `SELECT office, public_key, state FROM branch_key WHERE ${OF_OTHERS}`,
  entry: `SELECT * FROM entry WHERE ${OF_OTHERS}`,
  tier_position: `SELECT * FROM tier_position WHERE ${OF_OTHERS}`,
  transfer: "SELECT * FROM transfer",
  duplicate: "SELECT * FROM identity.duplicate",
  photo: "SELECT sha256, hex(jpeg) AS jpeg FROM identity.photo",
  match_key: `SELECT key, member.id FROM identity.match_key JOIN identity.member USING (line, office)
    WHERE ${OF_OTHERS}`,
  match_keys: `SELECT keys, member.id FROM identity.match_keys JOIN identity.member USING (line, office)
    WHERE ${OF_OTHERS}`,
  member_search: `SELECT member.id FROM identity.member_search JOIN identity.member
    ON member.line = member_search.rowid WHERE ${OF_OTHERS}`,
};

/**
 * All that headquarters' stores hold of other offices, table by table: the chain, each tier's entries and records, and
 * what is derived of them. Left out are the notes about bundles that came, and the place of a row in its table.
 */
export function consolidated(hq: TestOffice): Record<string, string[]> {
  const national = hq.call.national();
  if (national === null) throw new Error("this is no headquarters");
  const own = hq.call.office.code;
  const queries = { ...STORES };
  for (const tier of Tier.options)
    queries[`${tier}.entry_values`] =
      `SELECT office, epoch, seq, hex(salt) AS salt, vals FROM ${tier}.entry_values WHERE ${OF_OTHERS}`;
  for (const name of ENTITY_NAMES) {
    const { tier, table } = entityOf(name);
    queries[`${tier}.${table}`] = `SELECT * FROM ${tier}.${table} WHERE ${OF_OTHERS}`;
  }
  return Object.fromEntries(
    Object.entries(queries).map(([name, sql]) => {
      const rows = national.reader.all(sql, sql.includes("@own") ? { own } : {});
      return [name, rows.map(({ line: _, ...row }) => JSON.stringify(row)).sort()];
    }),
  );
}
