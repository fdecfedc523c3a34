import type { User } from "../../contract/access.ts";
import type { InputOf } from "../../contract/index.ts";
import { HEADQUARTERS_ROLES, type Role } from "../../contract/permissions.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { addUserSlot, removeUserSlot } from "../../crypto/keyring.ts";
import type { Keyring } from "../../crypto/keyringFile.ts";
import { removePerson, settlePerson } from "../../crypto/tierKeyring.ts";
import type { TierKeyring } from "../../crypto/tierKeyringFile.ts";
import { type AuditAction, insertAudit } from "../../data/journal.ts";
import {
  countActiveCoordinators,
  insertUser,
  listUsers as listAll,
  readUser,
  readUserByLogin,
  updateUser as update,
} from "../../data/users.ts";
import type { Call } from "../call.ts";
import { onDisk } from "../office/diskRefusals.ts";
import { requireStrong } from "./passphraseStrength.ts";
import { provePassphrase, readKeyring, writeKeyring } from "./signIn.ts";
import { changeTiers, readTierKeyring } from "./tierFile.ts";
import {
  admitPerson,
  isAlone,
  lockAnew,
  moveTiers,
  type NewKeys,
  planMove,
  renewPerson,
} from "./tierSteps.ts";

export function listUsers(call: Call): Result<User[]> {
  return accept(listAll(call.office.reader));
}

function roleFits(call: Call, role: Role): Result<null> {
  const fits = call.identity.headquarters || !HEADQUARTERS_ROLES.includes(role);
  return fits ? accept(null) : refuse("access.roleNotHere", { field: "role" });
}

/** Changes the keyring on disk; the old one stays whole when the disk refuses. */
async function changeKeyring(
  call: Call,
  change: (keyring: Keyring) => Promise<Keyring> | Keyring,
): Promise<Result<void>> {
  const keyring = readKeyring(call.office.dataDir);
  if (!keyring.ok) return keyring;
  return onDisk(null, async () => writeKeyring(call.office.dataDir, await change(keyring.value)));
}

function giveSlot(call: Call, keyring: Keyring, login: string, passphrase: string): Promise<Keyring> {
  const { office, world } = call;
  const user = { login, passphrase, databaseKey: office.databaseKey };
  return addUserSlot(keyring, user, world.random, world.passphraseCost);
}

export function noteAudit(
  call: Call,
  action: AuditAction,
  about: { reference?: string; rows?: number } = {},
): void {
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action, ...about })),
  );
}

/** Adds a person who may sign in. The same request twice adds her once. */
export async function addUser(call: Call, input: InputOf<"access.addUser">): Promise<Result<User>> {
  const fits = roleFits(call, input.role);
  if (!fits.ok) return fits;
  const existing = readUser(call.office.reader, input.id);
  if (existing !== undefined)
    return existing.login === input.login
      ? accept(existing)
      : refuse("access.loginTaken", { field: "login" });
  if (readUserByLogin(call.office.reader, input.login) !== undefined)
    return refuse("access.loginTaken", { field: "login" });
  const strong = await requireStrong(input.passphrase, [input.login, input.name], "passphrase");
  if (!strong.ok) return strong;
  const { login, passphrase, role } = input;
  // The register of people comes last: cut off before, the request can be made again and begins anew.
  const tiers = await changeTiers(call, (keyring) =>
    admitPerson(keyring, { login, passphrase, role }, call.tierSecrets, call.world),
  );
  if (!tiers.ok) return tiers;
  const slot = await changeKeyring(call, (keyring) => giveSlot(call, keyring, login, passphrase));
  if (!slot.ok) return slot;
  return call.office.write(call.user.id, call.world.now(), (door) => {
    insertUser(door, { id: input.id, login, name: input.name, role: input.role, active: true });
    const user = readUser(door, input.id);
    return user === undefined ? refuse("access.userNotFound") : accept(user);
  });
}

function staysWithCoordinator(call: Call, before: User, input: InputOf<"access.updateUser">): Result<null> {
  const staysCoordinator = input.role === "coordinator" && input.active;
  const isLast =
    before.role === "coordinator" &&
    !staysCoordinator &&
    countActiveCoordinators(call.office.reader, input.id) === 0;
  return isLast
    ? refuse("access.lastCoordinator", { field: input.active ? "role" : "active" })
    : accept(null);
}

function writeUser(call: Call, input: InputOf<"access.updateUser">): Result<User> {
  return call.office.write(call.user.id, call.world.now(), (door) => {
    update(door, input);
    const user = readUser(door, input.id);
    return user === undefined ? refuse("access.userNotFound") : accept(user);
  });
}

/** The tiers of her new role, at headquarters. */
async function followRole(call: Call, login: string, role: Role): Promise<Result<void>> {
  const found = tiersOfOffice(call);
  if (!found.ok || found.value === null) return found.ok ? accept(undefined) : found;
  const plan = planMove(found.value, { login, role }, call.tierSecrets);
  if (!plan.ok) return plan;
  const moved = await changeTiers(call, (keyring) => moveTiers(keyring, login, plan.value, call.tierSecrets));
  if (moved.ok && login === call.user.login) call.forgetTiers(plan.value.losses);
  return moved;
}

function tiersOfOffice(call: Call): Result<TierKeyring | null> {
  const { office, identity } = call;
  return identity.headquarters ? readTierKeyring(office.dataDir, office.databaseKey) : accept(null);
}

/** Shuts a person out: at once by the register of people, then her tiers and her slot go. */
async function shutOut(
  call: Call,
  login: string,
  input: InputOf<"access.updateUser">,
): Promise<Result<User>> {
  const found = tiersOfOffice(call);
  if (!found.ok) return found;
  const { value: tiers } = found;
  if (tiers?.tiers.some(({ tier }) => isAlone(tiers, tier, login)))
    return refuse("headquarters.tierAlone", { field: "active" });
  const written = writeUser(call, input);
  if (!written.ok) return written;
  const taken = await changeTiers(call, (keyring) => removePerson(keyring, login, call.tierSecrets));
  if (!taken.ok) return taken;
  const removed = await changeKeyring(call, (keyring) => removeUserSlot(keyring, login));
  return removed.ok ? written : removed;
}

/** Name, role, and whether she may sign in. A person who may not loses her slot: her passphrase opens nothing. */
export async function updateUser(call: Call, input: InputOf<"access.updateUser">): Promise<Result<User>> {
  const before = readUser(call.office.reader, input.id);
  if (before === undefined) return refuse("access.userNotFound");
  const fits = roleFits(call, input.role);
  if (!fits.ok) return fits;
  const stays = staysWithCoordinator(call, before, input);
  if (!stays.ok) return stays;
  if (!input.active) return shutOut(call, before.login, input);
  // Tiers before the register: cut off in between, the same request still sees that the role changes.
  const followed =
    input.role === before.role ? accept(undefined) : await followRole(call, before.login, input.role);
  return followed.ok ? writeUser(call, input) : followed;
}

/**
 * A new passphrase in both keyrings. The tiers' takes it in beside the old one, the database's is changed, then the
 * tiers' lets the old one go: wherever a power cut falls, the passphrase that opens the database opens the tiers.
 */
async function setPassphrase(
  call: Call,
  about: { login: string; passphrase: string; action: AuditAction },
  makeKeys: (keyring: TierKeyring) => Promise<NewKeys>,
  settle: (keyring: TierKeyring, made: NewKeys) => Promise<TierKeyring>,
): Promise<Result<Record<string, never>>> {
  const { login, passphrase, action } = about;
  let made: NewKeys | null = null;
  const begun = await changeTiers(call, async (keyring) => {
    made = await makeKeys(keyring);
    return made.keyring;
  });
  if (!begun.ok) return begun;
  const changed = await changeKeyring(call, (keyring) => giveSlot(call, keyring, login, passphrase));
  if (!changed.ok) return changed;
  // Should the disk refuse this last step, the new passphrase counts all the same; her next sign-in does it.
  await changeTiers(call, async (keyring) => (made === null ? keyring : settle(keyring, made)));
  noteAudit(call, action);
  return accept({});
}

export async function changePassphrase(
  call: Call,
  input: InputOf<"access.changePassphrase">,
): Promise<Result<Record<string, never>>> {
  const proved = await provePassphrase(call, input.current, "current");
  if (!proved.ok) return proved;
  if (input.current === input.next) return refuse("access.samePassphrase", { field: "next" });
  const { login, name } = call.user;
  const strong = await requireStrong(input.next, [login, name], "next");
  if (!strong.ok) return strong;
  const secrets = call.tierSecrets;
  return setPassphrase(
    call,
    { login, passphrase: input.next, action: "passphraseChanged" },
    (keyring) => lockAnew(keyring, { login, ...input }, call.world),
    (keyring, { keys }) => settlePerson(keyring, login, keys, { secrets, onlySuperseded: true }),
  );
}

/**
 * A coordinator gives somebody a new passphrase; an inactive person must be made active first. At headquarters she
 * gets a new key with it, and of her tiers those that the coordinator holds.
 */
export async function resetPassphrase(
  call: Call,
  input: InputOf<"access.resetPassphrase">,
): Promise<Result<Record<string, never>>> {
  const user = readUser(call.office.reader, input.id);
  if (user === undefined || !user.active) return refuse("access.userNotFound", { field: "id" });
  const { login, role } = user;
  const { passphrase } = input;
  const strong = await requireStrong(passphrase, [login, user.name], "passphrase");
  if (!strong.ok) return strong;
  const secrets = call.tierSecrets;
  return setPassphrase(
    call,
    { login, passphrase, action: "passphraseReset" },
    (keyring) => renewPerson(keyring, { login, role, passphrase }, secrets, call.world),
    // The old passphrase may be known to others, so its key goes; unless it alone would open a tier.
    (keyring, { keys }) =>
      settlePerson(keyring, login, keys, { secrets, onlySuperseded: keyring.recovery.length === 0 }),
  );
}
