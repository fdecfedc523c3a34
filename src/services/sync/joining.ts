import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { InvitationPreview } from "../../contract/sync.ts";
import { setHeadquartersSlot } from "../../crypto/keyring.ts";
import { isAgeRecipient } from "../../crypto/sealing.ts";
import { parseSshPublicKey, spokenFingerprint } from "../../crypto/signing.ts";
import { insertCardKey } from "../../data/cards.ts";
import { insertAudit } from "../../data/journal.ts";
import { writeLocal } from "../../data/localState.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { readKeyring, writeKeyring } from "../access/signIn.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { type OpenBundle, openBundleBytes, writeBundle } from "./bundleFile.ts";
import { enrolmentManifest } from "./enrolment.ts";
import { type Headquarters, ownSigningKey, readHeadquarters, readSigningSeed } from "./keys.ts";
import type { Invitation } from "./manifest.ts";
import { pinnedKey } from "./syncState.ts";

interface CheckedInvitation {
  readonly manifest: Invitation;
  readonly key: Uint8Array;
  /** Signed by the key that is pinned already. */
  readonly isRenewal: boolean;
}

/**
 * An invitation for this office, with recipients that age takes, signed by the very key that it brings; or by the key
 * that is pinned, which vouches for a new one.
 */
function checkInvitation(call: Call, bundle: OpenBundle): Result<CheckedInvitation> {
  const { manifest, signer } = bundle;
  if (manifest.kind !== "invitation") return refuse("sync.notAnInvitation");
  const key = parseSshPublicKey(manifest.keys.signing);
  if (key === null) return refuse("sync.badSignature");
  const known = readHeadquarters(call.office.reader);
  const isRenewal = known?.code === manifest.from.office && Buffer.from(pinnedKey(known)).equals(signer);
  if (!isRenewal && !Buffer.from(key).equals(signer)) return refuse("sync.badSignature");
  if (!hasFitRecipients(manifest)) return refuse("sync.notAnInvitation");
  return manifest.to.office === call.office.code
    ? accept({ manifest, key, isRenewal })
    : refuse("sync.forAnotherOffice", { values: { office: manifest.to.office } });
}

export function hasFitRecipients({ keys }: Invitation): boolean {
  return Object.values(keys.recipients).every(
    (recipient) => recipient === undefined || isAgeRecipient(recipient),
  );
}

function openInvitation(call: Call, bytes: Uint8Array): Result<CheckedInvitation> {
  const bundle = openBundleBytes(bytes);
  return bundle.ok ? checkInvitation(call, bundle.value) : bundle;
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

async function enrolmentFile(call: Call, to: { office: string; key: string }): Promise<FileOutput> {
  const { reader, code } = call.office;
  const key = ownSigningKey(reader);
  const manifest = await enrolmentManifest(call, { to, signedBy: key, brings: key });
  return {
    fileName: `${code}-inscription.danaya`,
    mediaType: "application/octet-stream",
    bytes: writeBundle(manifest, [], readSigningSeed(reader)),
  };
}

/** Gives headquarters its slot in the keyring, so that it can open this office's laptop in need. */
export async function giveSlot(call: Call, recipient: string | undefined): Promise<Result<void>> {
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

/** Headquarters' keys as its invitation brings them, and those of the offices' cards. */
export function pinInvitation(door: WriteDoor, manifest: Invitation): void {
  const pinned: Headquarters = {
    code: manifest.from.office,
    joinedAt: readHeadquarters(door)?.joinedAt ?? door.author.at,
    keys: manifest.keys,
  };
  writeLocal(door, "headquarters", JSON.stringify(pinned));
  for (const card of manifest.keys.cards ?? []) insertCardKey(door, card.office, card.key);
}

/**
 * Pins headquarters' keys after a person confirmed the fingerprint, and hands back the enrolment. The same
 * invitation again gives the enrolment again, headquarters' renewed key takes the place of the one that signed it;
 * another headquarters is refused.
 */
export async function join(
  call: Call,
  input: { bytes: Uint8Array; fingerprint: string },
): Promise<Result<FileOutput>> {
  const invitation = openInvitation(call, input.bytes);
  if (!invitation.ok) return invitation;
  const { manifest, key, isRenewal } = invitation.value;
  if (spokenFingerprint(key) !== input.fingerprint)
    return refuse("sync.fingerprintMismatch", { field: "fingerprint" });
  const known = readHeadquarters(call.office.reader);
  if (known !== null && known.keys.signing !== manifest.keys.signing && !isRenewal)
    return refuse("sync.alreadyJoined");
  const joined = await call.office.writeLong(call.user.id, call.world.now(), async (door) => {
    pinInvitation(door, manifest);
    insertAudit(door, { id: call.world.newId(), action: "join", reference: manifest.from.office });
    return giveSlot(call, manifest.keys.recipients.recovery);
  });
  if (!joined.ok) return joined;
  return accept(await enrolmentFile(call, manifest.from));
}
