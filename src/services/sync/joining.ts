import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { InvitationPreview } from "../../contract/sync.ts";
import { setHeadquartersSlot } from "../../crypto/keyring.ts";
import { isAgeRecipient, recipientOf } from "../../crypto/sealing.ts";
import {
  parseSshPublicKey,
  publicKeyOf,
  spokenFingerprint,
  sshFingerprint,
  sshPublicKey,
} from "../../crypto/signing.ts";
import { insertCardKey } from "../../data/cards.ts";
import { schemaVersion } from "../../data/database.ts";
import { insertAudit } from "../../data/journal.ts";
import { readLocal, writeLocal } from "../../data/localState.ts";
import { readKeyring, writeKeyring } from "../access/signIn.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { type ReadBundle, readBundle, writeBundle } from "./bundleFile.ts";
import { type Headquarters, ownSigningKey, readCardSeed, readHeadquarters, readSigningSeed } from "./keys.ts";
import { FORMAT, type Invitation, type Manifest, NO_ENTRIES } from "./manifest.ts";

interface CheckedInvitation {
  readonly manifest: Invitation;
  readonly key: Uint8Array;
}

/** An invitation signed by the very key that it brings, for this office, with recipients that age takes. */
function checkInvitation(bundle: ReadBundle, office: string): Result<CheckedInvitation> {
  const { manifest, signer } = bundle;
  if (manifest.kind !== "invitation") return refuse("sync.notAnInvitation");
  const key = parseSshPublicKey(manifest.keys.signing);
  if (key === null || !Buffer.from(key).equals(signer)) return refuse("sync.badSignature");
  const recipients = Object.values(manifest.keys.recipients);
  if (!recipients.every((recipient) => recipient === undefined || isAgeRecipient(recipient)))
    return refuse("sync.notAnInvitation");
  return manifest.to.office === office
    ? accept({ manifest, key })
    : refuse("sync.forAnotherOffice", { values: { office: manifest.to.office } });
}

function openInvitation(call: Call, bytes: Uint8Array): Result<CheckedInvitation> {
  const bundle = readBundle(bytes);
  return bundle.ok ? checkInvitation(bundle.value, call.office.code) : bundle;
}

/** What an invitation says, and the fingerprint to compare on the phone. Trusts nothing yet. */
export function previewInvitation(call: Call, bytes: Uint8Array): Result<InvitationPreview> {
  const invitation = openInvitation(call, bytes);
  if (!invitation.ok) return invitation;
  const { manifest, key } = invitation.value;
  return accept({
    from: manifest.from.office,
    forOffice: manifest.to.office,
    createdAt: manifest.createdAt,
    fingerprint: spokenFingerprint(key),
  });
}

async function enrolmentFile(call: Call, headquarters: { office: string; key: string }): Promise<FileOutput> {
  const { reader } = call.office;
  const identity = readLocal(reader, "ageIdentity");
  if (identity === null) throw new Error("ageIdentity is missing");
  const manifest: Manifest = {
    ...NO_ENTRIES,
    parts: [],
    format: FORMAT,
    kind: "enrolment",
    from: { office: call.office.code, key: sshFingerprint(ownSigningKey(reader)) },
    to: headquarters,
    createdAt: call.world.now(),
    schema: schemaVersion(),
    app: call.world.version,
    keys: {
      signing: sshPublicKey(ownSigningKey(reader)),
      answers: await recipientOf(identity),
      card: sshPublicKey(publicKeyOf(readCardSeed(reader))),
    },
  };
  return {
    fileName: `${call.office.code}-inscription.danaya`,
    mediaType: "application/octet-stream",
    bytes: writeBundle(manifest, [], readSigningSeed(reader)),
  };
}

/** Gives headquarters its slot in the keyring, so that it can open this office's laptop in need. */
async function giveSlot(call: Call, recipient: string | undefined): Promise<Result<void>> {
  if (recipient === undefined) return accept(undefined);
  const keyring = readKeyring(call.office.dataDir);
  if (!keyring.ok) return keyring;
  return onDisk(null, async () =>
    writeKeyring(
      call.office.dataDir,
      await setHeadquartersSlot(keyring.value, recipient, call.office.databaseKey),
    ),
  );
}

/**
 * Pins headquarters' keys after a person confirmed the fingerprint, and hands back the enrolment. The same
 * invitation again gives the enrolment again; another headquarters is refused.
 */
export async function join(
  call: Call,
  input: { bytes: Uint8Array; fingerprint: string },
): Promise<Result<FileOutput>> {
  const invitation = openInvitation(call, input.bytes);
  if (!invitation.ok) return invitation;
  const { manifest, key } = invitation.value;
  if (spokenFingerprint(key) !== input.fingerprint)
    return refuse("sync.fingerprintMismatch", { field: "fingerprint" });
  const known = readHeadquarters(call.office.reader);
  if (known !== null && known.keys.signing !== manifest.keys.signing) return refuse("sync.alreadyJoined");
  const pinned: Headquarters = {
    code: manifest.from.office,
    joinedAt: known?.joinedAt ?? call.world.now(),
    keys: manifest.keys,
  };
  const joined = await call.office.writeLong(call.user.id, call.world.now(), async (door) => {
    writeLocal(door, "headquarters", JSON.stringify(pinned));
    for (const card of manifest.keys.cards ?? []) insertCardKey(door, card.office, card.key);
    insertAudit(door, { id: call.world.newId(), action: "join", reference: manifest.from.office });
    return giveSlot(call, manifest.keys.recipients.recovery);
  });
  if (!joined.ok) return joined;
  return accept(await enrolmentFile(call, manifest.from));
}
