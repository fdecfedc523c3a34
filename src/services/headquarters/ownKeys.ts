import { z } from "zod";
import type { OutputOf } from "../../contract/index.ts";
import { accept, type Result } from "../../contract/results.ts";
import { generateSigningKey, publicKeyOf, spokenFingerprint } from "../../crypto/signing.ts";
import { insertAudit } from "../../data/journal.ts";
import { readLocal, writeLocal } from "../../data/localState.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";
import { readSigningSeed } from "../sync/keys.ts";
import { requireNational } from "./require.ts";

const Seeds = z.array(z.string().regex(/^[0-9a-f]{64}$/));

/** Signing keys that headquarters had before, the newest first: offices that still trust one are told of the present. */
export function readFormerSeeds(reader: Reader): Uint8Array[] {
  const seeds = Seeds.parse(JSON.parse(readLocal(reader, "formerKeys") ?? "[]"));
  return seeds.map((hex) => new Uint8Array(Buffer.from(hex, "hex")));
}

/** A new signing key. Every office gets it with its next answer, signed by the key that it trusts. */
export function renewOwnKey(call: Call): Result<OutputOf<"headquarters.renewKey">> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const fresh = generateSigningKey(call.world.random);
  return call.office.write(call.user.id, call.world.now(), (door) => {
    const former = [readSigningSeed(door), ...readFormerSeeds(door)];
    const hex = (seed: Uint8Array) => Buffer.from(seed).toString("hex");
    writeLocal(door, "formerKeys", JSON.stringify(former.map(hex)));
    writeLocal(door, "signingSeed", hex(fresh));
    insertAudit(door, { id: call.world.newId(), action: "renewKey", reference: call.office.code });
    return accept({ fingerprint: spokenFingerprint(publicKeyOf(fresh)) });
  });
}
