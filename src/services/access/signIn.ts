import { accept, type Refusal, type Result, refuse } from "../../contract/results.ts";
import { addUserSlot, openRecoverySlot, openUserSlot } from "../../crypto/keyring.ts";
import { type Keyring, parseKeyring, serializeKeyring } from "../../crypto/keyringFile.ts";
import { normalizeRecoveryCode } from "../../crypto/recoveryCode.ts";
import { openDatabase } from "../../data/database.ts";
import { insertAudit } from "../../data/journal.ts";
import { readUserByLogin } from "../../data/users.ts";
import type { Call, SignedIn, Surroundings } from "../call.ts";
import { lookAtFolder, type Opened } from "../office/createOffice.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { officePaths, readIfThere, writeWhole } from "../office/officeFiles.ts";
import { holdOffice, type OpenOffice } from "../office/openOffice.ts";
import { openOwnTiers, recoverTiers } from "./ownTiers.ts";
import { countWrongTry, forgetTries, waitSeconds } from "./tries.ts";

/** The keyring of the folder; refuses a folder without an office and a damaged keyring. */
export function readKeyring(dataDir: string): Result<Keyring> {
  const found = lookAtFolder(dataDir);
  if (found === "empty") return refuse("office.notFound");
  const text = readIfThere(officePaths(dataDir).keyring);
  if (found === "incomplete" || text === null) return refuse("database.incomplete");
  const keyring = parseKeyring(text);
  return keyring === null ? refuse("access.keyringDamaged") : accept(keyring);
}

export function writeKeyring(dataDir: string, keyring: Keyring): void {
  writeWhole(officePaths(dataDir).keyring, serializeKeyring(keyring));
}

async function openWithKey(
  dataDir: string,
  code: string,
  databaseKey: Uint8Array,
  world: Surroundings,
): Promise<Result<OpenOffice>> {
  const opened = await openDatabase(officePaths(dataDir).database, databaseKey);
  if (!opened.ok) return opened;
  return accept(holdOffice(opened.value, { dataDir, code, databaseKey, random: world.random }));
}

function userOf(office: OpenOffice, login: string): SignedIn | null {
  const user = readUserByLogin(office.reader, login);
  return user === undefined || !user.active
    ? null
    : { id: user.id, name: user.name, login: user.login, role: user.role };
}

/** The keyring, once the wait after wrong tries is over. */
function readKeyringInTurn(dataDir: string, now: string, field: string): Result<Keyring> {
  const keyring = readKeyring(dataDir);
  if (!keyring.ok) return keyring;
  const seconds = waitSeconds(dataDir, now);
  return seconds > 0 ? refuse("access.tooManyTries", { field, values: { seconds } }) : keyring;
}

/** Opens with the key for one person; the key alone opens nothing for somebody who is not on the list. */
async function openFor(
  about: { dataDir: string; code: string; login: string; databaseKey: Uint8Array; unknown: Refusal },
  world: Surroundings,
): Promise<Result<Omit<Opened, "tierSecrets">>> {
  forgetTries(about.dataDir);
  const office = await openWithKey(about.dataDir, about.code, about.databaseKey, world);
  if (!office.ok) return office;
  const user = userOf(office.value, about.login);
  if (user !== null) return accept({ office: office.value, user });
  office.value.close();
  return { ok: false, refusal: about.unknown };
}

/**
 * Opens the office with a person's passphrase. An unknown login, a wrong passphrase and a person who may no
 * longer sign in are told apart by nothing. Wrong tries slow down the next.
 */
export async function signIn(
  dataDir: string,
  input: { login: string; passphrase: string },
  world: Surroundings,
): Promise<Result<Opened>> {
  const wrong = refuse("access.wrongPassphrase", { field: "passphrase" });
  const keyring = readKeyringInTurn(dataDir, world.now(), "passphrase");
  if (!keyring.ok) return keyring;
  const databaseKey = await openUserSlot(keyring.value, input.login, input.passphrase);
  if (databaseKey === null) {
    countWrongTry(dataDir, world.now());
    return wrong;
  }
  const { office: code } = keyring.value;
  const about = { dataDir, code, login: input.login, databaseKey, unknown: wrong.refusal };
  const opened = await openFor(about, world);
  if (!opened.ok) return opened;
  const tiers = await openOwnTiers({ ...opened.value, passphrase: input.passphrase }, world);
  if (tiers.ok) return accept({ ...opened.value, tierSecrets: tiers.value });
  opened.value.office.close();
  return tiers;
}

/**
 * Whoever is signed in proves her passphrase once more, before she changes what opens the office. Wrong tries slow
 * down the next, as at sign-in.
 * @returns the keyring and the key that her passphrase opened
 */
export async function provePassphrase(
  { office, user, world }: Call,
  passphrase: string,
  field: string,
): Promise<Result<{ keyring: Keyring; databaseKey: Uint8Array }>> {
  const keyring = readKeyringInTurn(office.dataDir, world.now(), field);
  if (!keyring.ok) return keyring;
  const databaseKey = await openUserSlot(keyring.value, user.login, passphrase);
  if (databaseKey === null) {
    countWrongTry(office.dataDir, world.now());
    return refuse("access.wrongPassphrase", { field });
  }
  forgetTries(office.dataDir);
  return accept({ keyring: keyring.value, databaseKey });
}

/** The database's key behind the printed recovery code; a wrong code counts as a wrong try. */
async function openWithCode(
  dataDir: string,
  typed: string,
  now: string,
): Promise<Result<{ keyring: Keyring; databaseKey: Uint8Array }>> {
  const field = "recoveryCode";
  const keyring = readKeyringInTurn(dataDir, now, field);
  if (!keyring.ok) return keyring;
  const code = normalizeRecoveryCode(typed);
  const databaseKey = code === null ? null : await openRecoverySlot(keyring.value, code);
  if (databaseKey !== null) return accept({ keyring: keyring.value, databaseKey });
  // A slip of the pen shows in the check characters and costs no try.
  if (code !== null) countWrongTry(dataDir, now);
  return refuse("access.wrongRecoveryCode", { field });
}

/** Opens with the printed recovery code and gives `login` a new passphrase. */
export async function recover(
  dataDir: string,
  input: { recoveryCode: string; login: string; passphrase: string },
  world: Surroundings,
): Promise<Result<Opened>> {
  const found = await openWithCode(dataDir, input.recoveryCode, world.now());
  if (!found.ok) return found;
  const { keyring, databaseKey } = found.value;
  const unknown = refuse("access.userNotFound", { field: "login" }).refusal;
  const about = { dataDir, code: keyring.office, login: input.login, databaseKey, unknown };
  const opened = await openFor(about, world);
  if (!opened.ok) return opened;
  const { office, user } = opened.value;
  const { login, passphrase } = input;
  const shut = <T>(refused: T): T => {
    office.close();
    return refused;
  };
  const tiers = await recoverTiers({ office, user, passphrase }, input.recoveryCode, world);
  if (!tiers.ok) return shut(tiers);
  const written = await onDisk(null, async () => {
    const slot = { login, passphrase, databaseKey };
    writeKeyring(dataDir, await addUserSlot(keyring, slot, world.random, world.passphraseCost));
  });
  if (!written.ok) return shut(written);
  await tiers.value.settle();
  office.write(user.id, world.now(), (door) =>
    accept(insertAudit(door, { id: world.newId(), action: "recovered" })),
  );
  return accept({ office, user, tierSecrets: tiers.value.secrets });
}
