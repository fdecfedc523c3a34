import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import type { NewOffice, OfficeIdentity, Settings } from "../../contract/office.ts";
import { HEADQUARTERS_ROLES } from "../../contract/permissions.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { addUserSlot, emptyKeyring, setRecoverySlot } from "../../crypto/keyring.ts";
import { type Keyring, serializeKeyring } from "../../crypto/keyringFile.ts";
import { makeRecoveryCode } from "../../crypto/recoveryCode.ts";
import { generateAgeIdentity } from "../../crypto/sealing.ts";
import { generateSigningKey, publicKeyOf, sshPublicKey } from "../../crypto/signing.ts";
import type { TierSecret } from "../../crypto/tierKeyring.ts";
import { insertCardKey } from "../../data/cards.ts";
import { createDatabase } from "../../data/database.ts";
import { writeLocal } from "../../data/localState.ts";
import { nationalPaths } from "../../data/national/stores.ts";
import { insertOffice, writeSettings } from "../../data/officeRecord.ts";
import { insertUser } from "../../data/users.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { foundTiers } from "../access/foundTiers.ts";
import { writeNationalKey } from "../access/ownTiers.ts";
import { writeTierKeyring } from "../access/tierFile.ts";
import type { SignedIn, Surroundings } from "../call.ts";
import { onDisk } from "./diskRefusals.ts";
import { officePaths, removeWhole, writeWhole } from "./officeFiles.ts";
import { holdOffice, type OpenOffice } from "./openOffice.ts";

export interface Opened {
  readonly office: OpenOffice;
  readonly user: SignedIn;
  /** The tiers' keys that are sealed to her; none outside of headquarters. */
  readonly tierSecrets: readonly TierSecret[];
}

/** Prices are defaults until the coordinator sets her own ("à confirmer par le siège"). */
function firstSettings(input: NewOffice): Settings {
  return {
    cardPrice: 2_500,
    cardTermMonths: 12,
    graceMonths: 1,
    replacementPrice: 1_000,
    fiscalYearStart: 1,
    idleMinutes: 5,
    foundAddress: `Antenne de ${input.name}`,
    printedName: "Danaya So",
    language: input.language,
  };
}

/** Keys that belong to the office and live only inside its encrypted database. */
function writeKeys(door: WriteDoor, random: (length: number) => Uint8Array, ageIdentity: string): void {
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
  const cardSeed = generateSigningKey(random);
  writeLocal(door, "signingSeed", hex(generateSigningKey(random)));
  writeLocal(door, "cardSeed", hex(cardSeed));
  writeLocal(door, "ageIdentity", ageIdentity);
  writeLocal(door, "importKey", hex(random(32)));
  writeLocal(door, "epoch", "1");
  insertCardKey(door, door.author.office, sshPublicKey(publicKeyOf(cardSeed)));
}

/** Clears what an interrupted creation or restoration left; an office that was finished is never touched. */
export function clearInterrupted(paths: ReturnType<typeof officePaths>): void {
  if (!existsSync(paths.creating)) return;
  const { database } = paths;
  for (const file of [paths.keyring, database, `${database}-wal`, `${database}-shm`, paths.tiers]) {
    rmSync(file, { force: true });
  }
  rmSync(nationalPaths(dirname(database)).folder, { recursive: true, force: true });
}

async function makeKeyring(
  input: NewOffice,
  databaseKey: Uint8Array,
  recoveryCode: string,
  world: Surroundings,
): Promise<Keyring> {
  const { login } = input.person;
  const withUser = await addUserSlot(
    emptyKeyring(input.code),
    { login, passphrase: input.passphrase, databaseKey },
    world.random,
    world.passphraseCost,
  );
  return setRecoverySlot(withUser, recoveryCode, databaseKey, world.random, world.passphraseCost);
}

function makeTiers({ code, person, passphrase }: NewOffice, recoveryCode: string, world: Surroundings) {
  const { login, role } = person;
  return foundTiers({ code, person: { login, role, passphrase }, recoveryCode }, world);
}

/**
 * Makes an office in an empty folder and opens it for its first person.
 * Refuses a folder that has one already, a parent that is the office itself, a role that only headquarters has,
 * and a disk that is full or not writable (nothing is left behind then).
 * @returns the open office and the recovery code, which is stored nowhere
 */
export async function createOffice(
  dataDir: string,
  input: NewOffice,
  world: Surroundings,
): Promise<Result<Opened & { recoveryCode: string }>> {
  if (input.parentCode === input.code) return refuse("office.parentIsSelf", { field: "parentCode" });
  if (!input.headquarters && HEADQUARTERS_ROLES.includes(input.person.role)) {
    return refuse("access.roleNotHere", { field: "person.role" });
  }
  const paths = officePaths(dataDir);
  clearInterrupted(paths);
  if ([paths.keyring, paths.database, paths.tiers].some(existsSync)) return refuse("office.alreadyExists");

  const recoveryCode = makeRecoveryCode(world.random);
  const databaseKey = world.random(32);
  const keyring = await makeKeyring(input, databaseKey, recoveryCode, world);
  const tiers = input.headquarters ? await makeTiers(input, recoveryCode, world) : null;
  const ageIdentity = (await generateAgeIdentity()).identity;
  const made = await onDisk(null, async () => {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeWhole(paths.creating, "");
    const opened = fillOffice(dataDir, input, databaseKey, ageIdentity, world);
    // The keyring makes an office of it: it comes last.
    if (tiers !== null) writeTierKeyring(dataDir, tiers.keyring, databaseKey);
    writeWhole(paths.keyring, serializeKeyring(keyring));
    removeWhole(paths.creating);
    return { ...opened, tierSecrets: tiers?.secrets ?? [] };
  });
  if (!made.ok) {
    clearInterrupted(paths);
    rmSync(paths.creating, { force: true });
    return made;
  }
  return accept({ ...made.value, recoveryCode });
}

function fillOffice(
  dataDir: string,
  input: NewOffice,
  databaseKey: Uint8Array,
  ageIdentity: string,
  world: Surroundings,
): Omit<Opened, "tierSecrets"> {
  const connection = createDatabase(officePaths(dataDir).database, databaseKey);
  const office = holdOffice(connection, { dataDir, code: input.code, databaseKey, random: world.random });
  const user: SignedIn = { id: world.newId(), ...input.person };
  const { code, name, region, parentCode, headquarters } = input;
  const identity: OfficeIdentity = { code, name, region, parentCode, headquarters };
  try {
    office.write(user.id, world.now(), (door) => {
      insertOffice(door, world.newId(), identity);
      insertUser(door, { ...user, active: true });
      writeSettings(door, firstSettings(input), world.newId);
      writeKeys(door, world.random, ageIdentity);
      if (headquarters) writeNationalKey(door, world.random);
      return accept(null);
    });
  } catch (error) {
    office.close();
    throw error;
  }
  return { office, user };
}

/** Whether the folder holds an office, nothing, or the rest of an office without its keyring. */
export function lookAtFolder(dataDir: string): "empty" | "office" | "incomplete" {
  const paths = officePaths(dataDir);
  if (existsSync(paths.creating)) return "empty";
  if (existsSync(paths.keyring)) return existsSync(paths.database) ? "office" : "incomplete";
  const others = existsSync(dataDir)
    ? readdirSync(dataDir).filter((name) => name.startsWith("danaya.db") || name === "tiers.json")
    : [];
  return others.length === 0 ? "empty" : "incomplete";
}
