import { systemRandom } from "../../src/crypto/entropy.ts";
import { generateAgeIdentity } from "../../src/crypto/sealing.ts";
import {
  generateSigningKey,
  publicKeyOf,
  spokenFingerprint,
  sshFingerprint,
  sshPublicKey,
} from "../../src/crypto/signing.ts";
import { writeBundle } from "../../src/services/sync/bundleFile.ts";
import { FORMAT, type Manifest, NO_ENTRIES } from "../../src/services/sync/manifest.ts";

export interface PlayedHeadquarters {
  /** The invitation file for the office. */
  readonly invitation: Uint8Array;
  /** As headquarters reads it aloud. */
  readonly fingerprint: string;
  /** Opens everything that the office seals: `AGE-SECRET-KEY-1…`. */
  readonly identity: string;
}

/** A test plays headquarters: its keys, and the invitation that it gives to one office. */
export async function playHeadquarters(office: string): Promise<PlayedHeadquarters> {
  const seed = generateSigningKey(systemRandom);
  const key = publicKeyOf(seed);
  const { identity, recipient } = await generateAgeIdentity();
  const manifest: Manifest = {
    ...NO_ENTRIES,
    parts: [],
    format: FORMAT,
    kind: "invitation",
    from: { office: "BKO", key: sshFingerprint(key) },
    to: { office },
    createdAt: "2026-11-02T09:00:00.000Z",
    schema: 1,
    app: "0.1.0",
    keys: {
      signing: sshPublicKey(key),
      recipients: {
        identity: recipient,
        finance: recipient,
        health: recipient,
        rights: recipient,
        programme: recipient,
        recovery: recipient,
      },
    },
  };
  return { invitation: writeBundle(manifest, [], seed), fingerprint: spokenFingerprint(key), identity };
}
