import type { OfficeFile } from "../../contract/headquarters.ts";
import type { InputOf } from "../../contract/index.ts";
import type { FileOutput, OfficeCode } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { allowedSignersLine } from "../../crypto/allowedSigners.ts";
import { parseSshPublicKey, publicKeyOf, sshFingerprint, sshPublicKey } from "../../crypto/signing.ts";
import { schemaVersion } from "../../data/database.ts";
import { insertAudit } from "../../data/journal.ts";
import {
  listBranches,
  listBranchKeys,
  readBranch,
  revokeKey,
  upsertBranch,
} from "../../data/national/branches.ts";
import type { Call } from "../call.ts";
import { writeBundle } from "../sync/bundleFile.ts";
import { ownSigningKey, readCardSeed, readSigningSeed } from "../sync/keys.ts";
import { FORMAT, type InvitationKeys, type Manifest, NAMESPACE, NO_ENTRIES } from "../sync/manifest.ts";
import { fingerprintOfLine, readOffice } from "./offices.ts";
import { tierRecipients } from "./recipients.ts";
import { requireNational } from "./require.ts";
import type { NationalStore } from "./store.ts";

/** The keys by which members' cards of all offices are checked. */
function cardKeys(call: Call, store: NationalStore): NonNullable<InvitationKeys["cards"]> {
  const own = { office: call.office.code, key: sshPublicKey(publicKeyOf(readCardSeed(call.office.reader))) };
  const others = listBranches(store.reader).flatMap(({ code, cardKey }) =>
    cardKey === null ? [] : [{ office: code, key: cardKey }],
  );
  return [own, ...others];
}

/**
 * An invitation's file: who headquarters is and to whom an office seals.
 * @param seed signs it: the present key, or for an office that trusts an earlier one that one
 */
export function invitationFile(
  call: Call,
  store: NationalStore,
  to: { office: OfficeCode; seed: Uint8Array },
): Result<FileOutput> {
  const recipients = tierRecipients(call);
  if (!recipients.ok) return recipients;
  const manifest: Manifest = {
    ...NO_ENTRIES,
    parts: [],
    format: FORMAT,
    kind: "invitation",
    from: { office: call.office.code, key: sshFingerprint(publicKeyOf(to.seed)) },
    to: { office: to.office },
    createdAt: call.world.now(),
    schema: schemaVersion(),
    app: call.world.version,
    keys: {
      signing: sshPublicKey(ownSigningKey(call.office.reader)),
      // Whoever reads identities at headquarters may open a laptop whose people are gone.
      recipients: { ...recipients.value, recovery: recipients.value.identity },
      cards: cardKeys(call, store),
    },
  };
  return accept({
    fileName: `${call.office.code}-${to.office}-invitation.danaya`,
    mediaType: "application/octet-stream",
    bytes: writeBundle(manifest, [], to.seed),
  });
}

/**
 * Invites an office, or makes its invitation again. A sub-branch names the antenna that it belongs to, which must be
 * known.
 */
export function invite(call: Call, input: InputOf<"headquarters.invite">): Result<FileOutput> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const store = national.value;
  const { code, parentCode } = input;
  if (code === call.office.code) return refuse("headquarters.ownOffice", { field: "code" });
  if (parentCode === code) return refuse("office.parentIsSelf", { field: "parentCode" });
  if (parentCode !== null && readBranch(store.reader, parentCode) === undefined)
    return refuse("headquarters.parentUnknown", { field: "parentCode" });
  const file = invitationFile(call, store, { office: code, seed: readSigningSeed(call.office.reader) });
  if (!file.ok) return file;
  store.write((door) => accept(upsertBranch(door, input, "invited", call.world.now())));
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action: "invite", reference: code })),
  );
  return file;
}

/** A lost laptop: nothing that this key signs is taken from now on. Its office can be invited anew. */
export function revokeOfficeKey(call: Call, input: InputOf<"headquarters.revokeKey">): Result<OfficeFile> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const store = national.value;
  const key = listBranchKeys(store.reader, input.office).find(
    ({ publicKey, state }) => state !== "revoked" && fingerprintOfLine(publicKey) === input.fingerprint,
  );
  if (key === undefined) return refuse("headquarters.keyUnknown", { values: { office: input.office } });
  store.write((door) => {
    revokeKey(door, input.office, key.publicKey, call.world.now());
    return accept(null);
  });
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action: "revokeKey", reference: input.office })),
  );
  return readOffice(call, { office: input.office });
}

/** `allowed_signers` for `ssh-keygen -Y verify`: every key that counts, those that were renewed until then. */
export function exportSigners(call: Call): Result<FileOutput> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const own = allowedSignersLine(call.office.code, ownSigningKey(call.office.reader), NAMESPACE);
  const others = listBranchKeys(national.value.reader, null).flatMap(
    ({ office, publicKey, state, until }) => {
      const key = parseSshPublicKey(publicKey);
      return state === "revoked" || key === null
        ? []
        : [allowedSignersLine(office, key, NAMESPACE, state === "renewed" ? until : null)];
    },
  );
  const text = [own, ...others].map((line) => `${line}\n`).join("");
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action: "exportSigners", rows: others.length + 1 })),
  );
  return accept({
    fileName: "allowed_signers",
    mediaType: "application/octet-stream",
    bytes: new TextEncoder().encode(text),
  });
}
