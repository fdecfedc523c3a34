import { accept, type Result, refuse } from "../../contract/results.ts";
import { parseSshPublicKey, publicKeyOf, sshFingerprint } from "../../crypto/signing.ts";
import { schemaVersion } from "../../data/database.ts";
import { type Branch, listBranchKeys, readBranch } from "../../data/national/branches.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";
import type { OpenBundle } from "../sync/bundleFile.ts";
import { ownSigningKey } from "../sync/keys.ts";
import { readFormerSeeds } from "./ownKeys.ts";

/** Fingerprints that bundles for this headquarters may name: its key, and those that it had before. */
export function ownFingerprints(reader: Reader): string[] {
  return [ownSigningKey(reader), ...readFormerSeeds(reader).map(publicKeyOf)].map(sshFingerprint);
}

/**
 * Whether headquarters may look into a bundle: for us, by a key that it pinned and nobody revoked, of a version that
 * this program knows.
 */
export function checkSender(call: Call, national: Reader, bundle: OpenBundle): Result<Branch> {
  const { manifest, signer } = bundle;
  const office = manifest.from.office;
  const isForUs =
    manifest.kind !== "invitation" &&
    manifest.to.office === call.office.code &&
    ownFingerprints(call.office.reader).includes(manifest.to.key);
  if (!isForUs || office === call.office.code)
    return refuse("sync.notForHere", { values: { office: manifest.to.office } });
  const branch = readBranch(national, office);
  if (branch === undefined) return refuse("headquarters.officeUnknown", { values: { office } });
  const key = listBranchKeys(national, office).find(({ publicKey }) =>
    Buffer.from(parseSshPublicKey(publicKey) ?? []).equals(signer),
  );
  if (key === undefined) return refuse("headquarters.keyUnknown", { values: { office } });
  if (key.state === "revoked") return refuse("headquarters.keyRevoked", { values: { office } });
  return manifest.schema > schemaVersion() ? refuse("sync.newerSchema") : accept(branch);
}
