import { z } from "zod";
import { Login, NewPerson, Passphrase, Session } from "./office.ts";
import { command, query } from "./operations.ts";
import { Role } from "./permissions.ts";
import { FileOutput, Id, Instant, OfficeCode, OfficeScope, shortText } from "./primitives.ts";

export const User = z.strictObject({
  id: Id,
  name: z.string(),
  login: z.string(),
  role: Role,
  active: z.boolean(),
  createdAt: Instant,
});
export type User = z.infer<typeof User>;

export const AuditEntry = z.strictObject({
  /** The office that wrote it; `seq` counts within it. */
  office: OfficeCode,
  seq: z.int(),
  at: Instant,
  by: z.string(),
  /** What was done: `export`, `import`, `erase`, or the entity's operation `member.insert`. */
  action: z.string(),
  entity: z.string(),
  /** A number that a person can look up (member, voucher), when the record has one. */
  reference: z.string().nullable(),
  rows: z.int().nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const access = {
  signIn: command({
    input: z.strictObject({ login: Login, passphrase: Passphrase }),
    output: Session,
    permission: "anyone",
  }),
  /** Forgets the key: nothing can be read until the next passphrase. */
  lock: command({ input: z.strictObject({}), output: z.strictObject({}), permission: "anyone" }),
  /** Tells the service that the person is still there (keys and pointer), so that idle time starts anew. */
  stillHere: query({ input: z.strictObject({}), output: z.strictObject({}), permission: "signedIn" }),
  changePassphrase: command({
    input: z.strictObject({ current: Passphrase, next: Passphrase }),
    output: z.strictObject({}),
    permission: "signedIn",
  }),
  /** The printed recovery code opens the office for `login`, who chooses a new passphrase. */
  recover: command({
    input: z.strictObject({ recoveryCode: z.string().trim().max(100), login: Login, passphrase: Passphrase }),
    output: Session,
    permission: "anyone",
  }),
  /** A new recovery code; the old paper is worth nothing from then on. */
  renewRecoveryCode: command({
    input: z.strictObject({ passphrase: Passphrase }),
    output: z.strictObject({ recoveryCode: z.string(), sheet: FileOutput }),
    permission: "access.users",
  }),
  listUsers: query({ input: z.strictObject({}), output: z.array(User), permission: "access.users" }),
  addUser: command({
    input: z.strictObject({ id: Id, ...NewPerson.shape, passphrase: Passphrase }),
    output: User,
    permission: "access.users",
  }),
  /** Name, role, and whether she may still sign in. The last active coordinator stays. */
  updateUser: command({
    input: z.strictObject({ id: Id, name: shortText(80).min(1), role: Role, active: z.boolean() }),
    output: User,
    permission: "access.users",
  }),
  resetPassphrase: command({
    input: z.strictObject({ id: Id, passphrase: Passphrase }),
    output: z.strictObject({}),
    permission: "access.users",
  }),
  listAudit: query({
    input: z.strictObject({
      /** Absent for this office's own trail. */
      office: OfficeScope.optional(),
      /** The last entry of the piece before, of one office's trail. */
      before: z.int().nullable(),
      /** Lines that were shown already, of all offices' trail: their entries share no numbers. */
      skip: z.int().min(0).optional(),
      limit: z.int().min(1).max(500),
    }),
    output: z.array(AuditEntry),
    permission: "audit.read",
  }),
};
