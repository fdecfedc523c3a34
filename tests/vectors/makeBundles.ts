import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Desk } from "../../src/application/desk.ts";
import { dispatch } from "../../src/application/dispatch.ts";
import { systemWorld } from "../../src/application/world.ts";
import type { InputOf, OperationName, OutputOf } from "../../src/contract/index.ts";
import { allowedSignersLine } from "../../src/crypto/allowedSigners.ts";
import { generateAgeIdentity } from "../../src/crypto/sealing.ts";
import { publicKeyOf, sshFingerprint, sshPublicKey } from "../../src/crypto/signing.ts";
import { openBundleBytes, writeBundle } from "../../src/services/sync/bundleFile.ts";
import { readSigningSeed } from "../../src/services/sync/keys.ts";
import { FORMAT, NAMESPACE, NO_ENTRIES } from "../../src/services/sync/manifest.ts";
import { TIERS } from "../../src/services/sync/parts.ts";
import { makeJpeg } from "../support/photos.ts";

/*
 * Made `bundles/` once, from fixed seeds and a fixed clock. Run again it makes others (age draws its own randomness),
 * so it stays here to show how the vectors came about: a vector that has to be made anew means a new format.
 */

const FOLDER = fileURLToPath(new URL("./bundles/", import.meta.url));
const RESOURCES = fileURLToPath(new URL("../../resources", import.meta.url));
const PASSPHRASE = "quatre mangues sous le karité";
const HEADQUARTERS_SEED = new Uint8Array(32).fill(0x48);

/** SHA-256 in counter mode: the same bytes each time. */
function fixedRandom(): (length: number) => Uint8Array {
  let counter = 0;
  return (length) => {
    const blocks: Buffer[] = [];
    for (let have = 0; have < length; have += 32)
      blocks.push(createHash("sha256").update(`vector ${counter++}`).digest());
    return new Uint8Array(Buffer.concat(blocks).subarray(0, length));
  };
}

let ids = 0;
const newId = () => `018fd000-0000-7000-8000-${String(++ids).padStart(12, "0")}`;
const world = {
  ...systemWorld("0.1.0", RESOURCES),
  now: () => "2026-11-23T08:15:00.000Z",
  newId,
  random: fixedRandom(),
};
const dataDir = mkdtempSync(join(tmpdir(), "danaya-vectors-"));
const desk = new Desk({ dataDir, demo: false, world });
const waiting = { progress: () => {}, breathe: async () => {} };

async function must<N extends OperationName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
  const result = await dispatch(desk, { name, input }, waiting, (_, error) => {
    throw error;
  });
  if (!result.ok) throw new Error(`${name}: ${result.refusal.code}`);
  return result.value as OutputOf<N>;
}

async function invite(): Promise<{ invitation: Uint8Array; identities: Record<string, string> }> {
  const pairs = await Promise.all(
    [...TIERS, "recovery" as const].map(async (tier) => [tier, await generateAgeIdentity()] as const),
  );
  const key = publicKeyOf(HEADQUARTERS_SEED);
  const recipients = Object.fromEntries(pairs.map(([tier, { recipient }]) => [tier, recipient]));
  const manifest = {
    ...NO_ENTRIES,
    parts: [],
    format: FORMAT,
    kind: "invitation",
    from: { office: "BKO", key: sshFingerprint(key) },
    to: { office: "KTL" },
    createdAt: "2026-11-20T10:00:00.000Z",
    schema: 10,
    app: "0.1.0",
    keys: { signing: sshPublicKey(key), recipients },
  } as unknown as Parameters<typeof writeBundle>[0];
  const identities = Object.fromEntries(pairs.map(([tier, { identity }]) => [tier, identity]));
  return { invitation: writeBundle(manifest, [], HEADQUARTERS_SEED), identities };
}

const person = (surname: string, firstNames: string) => ({
  surname,
  firstNames,
  alsoKnownAs: "Ɲɛlɛ",
  birth: { kind: "estimated" as const, year: 1980 },
  nationality: "ML",
  languages: ["Bamanankan", "Français"],
  phone: "+22376123456",
  locality: "Koko",
  workSetting: "street" as const,
  childrenInCare: 3,
  literacy: "reads" as const,
  emergencyName: "",
  emergencyPhone: "",
  emergencyRelation: "",
  paperKind: null,
  paperNumber: "",
  consentOn: "2026-11-20",
  consentSigned: true,
  joinedOn: "2020-01-02",
  notes: "reste au bureau",
});

async function live(): Promise<void> {
  const one = { id: newId(), details: person("Coulibaly", "Fanta"), confirmedNotDuplicate: true };
  const two = { id: newId(), details: person("Diarra", "Sira"), confirmedNotDuplicate: true };
  await must("membership.registerMember", one);
  const { member } = await must("membership.registerMember", two);
  await must("membership.setPhoto", { id: one.id, jpeg: makeJpeg(350, 450, 64) });
  const { price } = await must("cards.quote", { memberId: one.id });
  await must("cards.sellTerm", { id: newId(), memberId: one.id, price, method: "cash", reference: "" });
  await must("membership.eraseMember", { id: two.id, number: member.number });
}

if (!desk.take()) throw new Error("the folder is taken");
await must("office.create", {
  code: "KTL",
  name: "Koutiala",
  region: "Koutiala",
  parentCode: null,
  headquarters: false,
  language: "fr",
  person: { name: "Awa Sissoko", login: "awa", role: "coordinator" },
  passphrase: PASSPHRASE,
});
const { invitation, identities } = await invite();
const { fingerprint } = await must("sync.previewInvitation", { bytes: invitation });
const enrolment = await must("sync.join", { bytes: invitation, fingerprint });
await live();
const { file } = await must("sync.export", { folder: dataDir });
const bundle = new Uint8Array(readFileSync(file));
const officeSeed = readSigningSeed(desk.call(waiting)?.office.reader ?? raise("nobody is signed in"));

const read = openBundleBytes(bundle);
if (!read.ok) throw new Error(read.refusal.code);
const lines: Record<string, unknown[]> = {};
for (const { name, tier } of read.value.manifest.parts) {
  const identity = identities[tier === "chain" ? "identity" : tier] ?? "";
  const opened: unknown[] = [];
  for await (const line of read.value.lines(tier, [identity])) opened.push(JSON.parse(line));
  lines[name] = opened;
}
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const facts = {
  fingerprint,
  seeds: { BKO: hex(HEADQUARTERS_SEED), KTL: hex(officeSeed) },
  identities,
  manifest: read.value.manifest,
  lines,
};
const signers = [
  allowedSignersLine("BKO", publicKeyOf(HEADQUARTERS_SEED), NAMESPACE),
  allowedSignersLine("KTL", publicKeyOf(officeSeed), NAMESPACE),
];
writeFileSync(join(FOLDER, "KTL-invitation.danaya"), invitation);
writeFileSync(join(FOLDER, "KTL-inscription.danaya"), enrolment.bytes);
writeFileSync(join(FOLDER, "KTL-000001.danaya"), bundle);
writeFileSync(join(FOLDER, "allowed_signers"), `${signers.join("\n")}\n`);
writeFileSync(join(FOLDER, "expected.json"), `${JSON.stringify(facts, null, 1)}\n`);
desk.close();
rmSync(dataDir, { recursive: true, force: true });

function raise(message: string): never {
  throw new Error(message);
}
