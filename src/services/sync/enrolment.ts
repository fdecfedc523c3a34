import { recipientOf } from "../../crypto/sealing.ts";
import { publicKeyOf, sshFingerprint, sshPublicKey } from "../../crypto/signing.ts";
import { schemaVersion } from "../../data/database.ts";
import { readLocal } from "../../data/localState.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";
import { readCardSeed } from "./keys.ts";
import { FORMAT, type Manifest, NO_ENTRIES } from "./manifest.ts";

/** Opens what headquarters seals to this office. */
export function readAnswersIdentity(reader: Reader): string {
  const identity = readLocal(reader, "ageIdentity");
  if (identity === null) throw new Error("ageIdentity is missing");
  return identity;
}

/**
 * What this office tells headquarters about its keys.
 * @param about `signedBy`: the key that signs it; `brings`: the one to pin, another where it is renewed
 */
export async function enrolmentManifest(
  call: Call,
  about: { to: { office: string; key: string }; signedBy: Uint8Array; brings: Uint8Array },
): Promise<Manifest> {
  const { reader, code } = call.office;
  return {
    ...NO_ENTRIES,
    parts: [],
    format: FORMAT,
    kind: "enrolment",
    from: { office: code, key: sshFingerprint(about.signedBy) },
    to: about.to,
    createdAt: call.world.now(),
    schema: schemaVersion(),
    app: call.world.version,
    keys: {
      signing: sshPublicKey(about.brings),
      answers: await recipientOf(readAnswersIdentity(reader)),
      card: sshPublicKey(publicKeyOf(readCardSeed(reader))),
    },
  };
}
