import { join } from "node:path";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { generateSigningKey, publicKeyOf, sshFingerprint } from "../../crypto/signing.ts";
import { insertAudit } from "../../data/journal.ts";
import { readLocal, writeLocal } from "../../data/localState.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { writeWhole } from "../office/officeFiles.ts";
import { openBundleBytes, writeBundle } from "./bundleFile.ts";
import { enrolmentManifest } from "./enrolment.ts";
import { readHeadquarters, readSigningSeed } from "./keys.ts";
import { pinnedKey } from "./syncState.ts";

function renewalName(code: string): string {
  return `${code}-renouvellement.danaya`;
}

/** The enrolment of a new key that headquarters does not answer to yet. */
function readRenewal(reader: Reader): Uint8Array | null {
  const base64 = readLocal(reader, "renewal");
  return base64 === null ? null : new Uint8Array(Buffer.from(base64, "base64"));
}

/** The fingerprint of the key before a renewal under way: headquarters may still answer to it. */
export function formerKeyName(reader: Reader): string | null {
  const bytes = readRenewal(reader);
  if (bytes === null) return null;
  const bundle = openBundleBytes(bytes);
  if (!bundle.ok) throw new Error("the renewal is damaged");
  return bundle.value.manifest.from.key;
}

function fileOf(call: Call, bytes: Uint8Array): FileOutput {
  return { fileName: renewalName(call.office.code), mediaType: "application/octet-stream", bytes };
}

/**
 * A new signing key for this office. Its enrolment is signed by the old key, so that headquarters pins it without a
 * phone call; it signs all that is written from now on. While a renewal is under way its enrolment is handed out
 * again: headquarters knows no key in between.
 */
export async function renewKey(call: Call): Promise<Result<FileOutput>> {
  const { reader } = call.office;
  const headquarters = readHeadquarters(reader);
  if (headquarters === null) return refuse("sync.notJoined");
  const pending = readRenewal(reader);
  if (pending !== null) return accept(fileOf(call, pending));
  const oldSeed = readSigningSeed(reader);
  const seed = generateSigningKey(call.world.random);
  const manifest = await enrolmentManifest(call, {
    to: { office: headquarters.code, key: sshFingerprint(pinnedKey(headquarters)) },
    signedBy: publicKeyOf(oldSeed),
    brings: publicKeyOf(seed),
  });
  const bytes = writeBundle(manifest, [], oldSeed);
  return call.office.write(call.user.id, call.world.now(), (door) => {
    writeLocal(door, "signingSeed", Buffer.from(seed).toString("hex"));
    writeLocal(door, "renewal", Buffer.from(bytes).toString("base64"));
    insertAudit(door, { id: call.world.newId(), action: "renewKey" });
    return accept(fileOf(call, bytes));
  });
}

/** The new key's enrolment goes beside every bundle that it signed, until headquarters answers to it. */
export async function carryRenewal(call: Call, folder: string): Promise<Result<void>> {
  const bytes = readRenewal(call.office.reader);
  if (bytes === null) return accept(undefined);
  return onDisk("folder", () => writeWhole(join(folder, renewalName(call.office.code)), bytes));
}
