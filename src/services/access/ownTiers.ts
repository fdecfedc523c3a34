import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  addPerson,
  openPerson,
  openRecovery,
  openTiers,
  settlePerson,
  type TierSecret,
  tiersOf,
} from "../../crypto/tierKeyring.ts";
import type { TierKeyring } from "../../crypto/tierKeyringFile.ts";
import { readLocal, writeLocal } from "../../data/localState.ts";
import { readOfficeIdentity } from "../../data/officeRecord.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { SignedIn, Surroundings } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import type { OpenOffice } from "../office/openOffice.ts";
import { foundTiers } from "./foundTiers.ts";
import { readTierKeyring, writeTierKeyring } from "./tierFile.ts";
import { renewPerson } from "./tierSteps.ts";

/** Somebody who just opened the office, and what she opened it with. */
interface Arrival {
  readonly office: OpenOffice;
  readonly user: SignedIn;
  readonly passphrase: string;
}

function isHeadquarters(office: OpenOffice): boolean {
  return readOfficeIdentity(office.reader)?.headquarters === true;
}

/** The key of the chain of all offices lives in the encrypted database; an older headquarters has none yet. */
async function requireNationalKey(office: OpenOffice, userId: string, world: Surroundings): Promise<void> {
  if (readLocal(office.reader, "nationalKey") !== null) return;
  // A full disk must not keep her out: the next sign-in tries again.
  await onDisk(null, () =>
    office.write(userId, world.now(), (door) => accept(writeNationalKey(door, world.random))),
  );
}

export function writeNationalKey(door: WriteDoor, random: Surroundings["random"]): void {
  writeLocal(door, "nationalKey", Buffer.from(random(32)).toString("hex"));
}

/**
 * The tier keyring of a headquarters; null where there is none yet and none can be made. One that is lost is not made
 * anew: the stores of all offices lie under its keys.
 */
function readOwn(office: OpenOffice): Result<TierKeyring | null> {
  const keyring = readTierKeyring(office.dataDir, office.databaseKey);
  if (!keyring.ok || keyring.value !== null) return keyring;
  return readLocal(office.reader, "nationalKey") === null ? keyring : refuse("database.incomplete");
}

/** What is written at a sign-in can wait for the next one: a full disk must not keep her out. */
async function writeIfItGoes(office: OpenOffice, keyring: TierKeyring): Promise<boolean> {
  return (await onDisk(null, () => writeTierKeyring(office.dataDir, keyring, office.databaseKey))).ok;
}

/**
 * A headquarters from before there were tiers gets them from the first coordinator who comes. The file is written
 * before the database knows of it (`nationalKey`): cut off in between, the next sign-in finds the file and goes on.
 */
async function foundLate(
  { office, user, passphrase }: Arrival,
  recoveryCode: string | null,
  world: Surroundings,
): Promise<TierSecret[]> {
  if (user.role !== "coordinator") return [];
  const person = { login: user.login, role: user.role, passphrase };
  const { keyring, secrets } = await foundTiers({ code: office.code, person, recoveryCode }, world);
  if (!(await writeIfItGoes(office, keyring))) return [];
  await requireNationalKey(office, user.id, world);
  return secrets;
}

/**
 * The tiers of somebody who signed in; none at an antenna. Whoever has no key of her own yet gets one, which holds
 * nothing; what a power cut left of a change of passphrase is tidied up.
 * Refuses a damaged tier keyring (`access.keyringDamaged`) and one that is lost (`database.incomplete`).
 */
export async function openOwnTiers(arrival: Arrival, world: Surroundings): Promise<Result<TierSecret[]>> {
  const { office, user, passphrase } = arrival;
  if (!isHeadquarters(office)) return accept([]);
  const found = readOwn(office);
  if (!found.ok) return found;
  if (found.value === null) return accept(await foundLate(arrival, null, world));
  await requireNationalKey(office, user.id, world);
  const keys = await openPerson(found.value, user.login, passphrase);
  if (keys.length === 0) {
    const { login } = user;
    const added = await addPerson(found.value, { login, passphrase }, world.random, world.passphraseCost);
    await writeIfItGoes(office, added.keyring);
    return accept([]);
  }
  const identities = keys.map(({ identity }) => identity);
  const secrets = await openTiers(found.value, identities);
  const settled = await settlePerson(found.value, user.login, keys, { secrets, onlySuperseded: true });
  if (settled !== found.value) await writeIfItGoes(office, settled);
  return accept(secrets);
}

/** What `recoverTiers` did and is still to do. */
export interface RecoveredTiers {
  readonly secrets: readonly TierSecret[];
  /** Takes her former key away; once the database's keyring has her new passphrase. */
  settle(): Promise<void>;
}

/**
 * A new key for somebody who came with the recovery code: it holds what her old one held. The old one stays until
 * `settle`, so that a power cut in between leaves the former passphrase whole.
 * @param arrival with the passphrase that she chose
 */
export async function recoverTiers(
  arrival: Arrival,
  recoveryCode: string,
  world: Surroundings,
): Promise<Result<RecoveredTiers>> {
  const { office, user, passphrase } = arrival;
  const done = async (): Promise<void> => {};
  if (!isHeadquarters(office)) return accept({ secrets: [], settle: done });
  const found = readOwn(office);
  if (!found.ok) return found;
  if (found.value === null)
    return accept({ secrets: await foundLate(arrival, recoveryCode, world), settle: done });
  await requireNationalKey(office, user.id, world);
  const recovery = await openRecovery(found.value, recoveryCode);
  const all = await openTiers(found.value, recovery === null ? [] : [recovery]);
  const { login, role } = user;
  const { keyring, keys } = await renewPerson(found.value, { login, role, passphrase }, all, world);
  const written = await onDisk(null, () => writeTierKeyring(office.dataDir, keyring, office.databaseKey));
  if (!written.ok) return written;
  const held = tiersOf(keyring, login);
  return accept({
    secrets: all.filter(({ tier }) => held.includes(tier)),
    settle: async () => {
      // Where the code opened no tier, her old key is the one way to them and stays.
      const settled = await settlePerson(keyring, login, keys, { secrets: all, onlySuperseded: true });
      if (settled !== keyring) await writeIfItGoes(office, settled);
    },
  });
}
