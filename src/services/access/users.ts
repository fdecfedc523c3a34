import type { User } from "../../contract/access.ts";
import type { InputOf } from "../../contract/index.ts";
import { HEADQUARTERS_ROLES, type Role } from "../../contract/permissions.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { addUserSlot, removeUserSlot } from "../../crypto/keyring.ts";
import type { Keyring } from "../../crypto/keyringFile.ts";
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
  const { login, passphrase } = input;
  const slot = await changeKeyring(call, (keyring) => giveSlot(call, keyring, login, passphrase));
  if (!slot.ok) return slot;
  return call.office.write(call.user.id, call.world.now(), (door) => {
    insertUser(door, { id: input.id, login, name: input.name, role: input.role, active: true });
    const user = readUser(door, input.id);
    return user === undefined ? refuse("access.userNotFound") : accept(user);
  });
}

/** Name, role, and whether she may sign in. A person who may not loses her slot: her passphrase opens nothing. */
export async function updateUser(call: Call, input: InputOf<"access.updateUser">): Promise<Result<User>> {
  const before = readUser(call.office.reader, input.id);
  if (before === undefined) return refuse("access.userNotFound");
  const fits = roleFits(call, input.role);
  if (!fits.ok) return fits;
  const staysCoordinator = input.role === "coordinator" && input.active;
  if (
    before.role === "coordinator" &&
    !staysCoordinator &&
    countActiveCoordinators(call.office.reader, input.id) === 0
  ) {
    return refuse("access.lastCoordinator", { field: input.active ? "role" : "active" });
  }
  const written = call.office.write(call.user.id, call.world.now(), (door) => {
    update(door, input);
    const user = readUser(door, input.id);
    return user === undefined ? refuse("access.userNotFound") : accept(user);
  });
  if (!written.ok || input.active) return written;
  const removed = await changeKeyring(call, (keyring) => removeUserSlot(keyring, before.login));
  return removed.ok ? written : removed;
}

async function setPassphrase(
  call: Call,
  login: string,
  passphrase: string,
  action: AuditAction,
): Promise<Result<Record<string, never>>> {
  const changed = await changeKeyring(call, (keyring) => giveSlot(call, keyring, login, passphrase));
  if (!changed.ok) return changed;
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
  const strong = await requireStrong(input.next, [call.user.login, call.user.name], "next");
  return strong.ok ? setPassphrase(call, call.user.login, input.next, "passphraseChanged") : strong;
}

/** A coordinator gives somebody a new passphrase; an inactive person must be made active first. */
export async function resetPassphrase(
  call: Call,
  input: InputOf<"access.resetPassphrase">,
): Promise<Result<Record<string, never>>> {
  const user = readUser(call.office.reader, input.id);
  if (user === undefined || !user.active) return refuse("access.userNotFound", { field: "id" });
  const strong = await requireStrong(input.passphrase, [user.login, user.name], "passphrase");
  return strong.ok ? setPassphrase(call, user.login, input.passphrase, "passphraseReset") : strong;
}
