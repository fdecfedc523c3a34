import { z } from "zod";
import { command, query } from "./operations.ts";
import { Role } from "./permissions.ts";
import {
  CalendarDate,
  FileOutput,
  Francs,
  Id,
  Instant,
  Language,
  OfficeCode,
  shortText,
} from "./primitives.ts";
import { Parting, Tier } from "./sync.ts";

/** A sign-in name: lower-case letters, digits, dot, dash. */
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9.-]{1,29}$/);

/** At least 10 characters; its strength is scored apart (`access.passphraseWeak`). */
export const Passphrase = z.string().min(1).max(200);

export const NewPerson = z.strictObject({ name: shortText(80).min(1), login: Login, role: Role });

export const NewOffice = z.strictObject({
  code: OfficeCode,
  name: shortText(60).min(1),
  region: shortText(60),
  parentCode: OfficeCode.nullable(),
  headquarters: z.boolean(),
  language: Language,
  person: NewPerson,
  passphrase: Passphrase,
});
export type NewOffice = z.infer<typeof NewOffice>;

/** The training office opens with this sign-in; it holds invented people only. */
export const DEMO_SIGN_IN = { login: "awa", passphrase: "la maison de la confiance" } as const;

export const Session = z.strictObject({
  userId: Id,
  name: z.string(),
  login: z.string(),
  role: Role,
  permissions: z.array(z.string()),
  /** Tiers of all offices' data that she may read; none outside of headquarters. */
  tiers: z.array(Tier),
  idleMinutes: z.int().positive(),
});
export type Session = z.infer<typeof Session>;

export const OfficeIdentity = z.strictObject({
  code: OfficeCode,
  name: z.string(),
  region: z.string(),
  parentCode: OfficeCode.nullable(),
  headquarters: z.boolean(),
});
export type OfficeIdentity = z.infer<typeof OfficeIdentity>;

/** What runs here, in every stage. */
const about = {
  demo: z.boolean(),
  version: z.string(),
  /** The day that the installed program was made of; null where it runs from its sources. */
  builtOn: CalendarDate.nullable(),
};

export const OfficeState = z.discriminatedUnion("stage", [
  /** No office in this folder: the wizard. */
  z.strictObject({ stage: z.literal("empty"), ...about }),
  /** An office, nobody signed in. `code` alone is shown: names stay behind the passphrase. */
  z.strictObject({
    stage: z.literal("locked"),
    code: OfficeCode,
    ...about,
    /** Seconds until the next try is taken, after wrong passphrases. */
    waitSeconds: z.int().min(0),
  }),
  z.strictObject({
    stage: z.literal("open"),
    ...about,
    office: OfficeIdentity,
    session: Session,
    /** The clock of this machine stands before the journal's last entry. */
    clockBehind: z.boolean(),
  }),
]);
export type OfficeState = z.infer<typeof OfficeState>;

export const Settings = z.strictObject({
  cardPrice: Francs,
  cardTermMonths: z.int().min(1).max(120),
  graceMonths: z.int().min(0).max(12),
  replacementPrice: Francs,
  idleMinutes: z.int().min(1).max(60),
  /** Printed on the back of the card: where a finder may bring it. */
  foundAddress: shortText(160),
  /** Printed on the card's front and on receipts: a name that tells nothing of the trade. */
  printedName: shortText(40).min(1),
  language: Language,
  /** The month (1 to 12) in which the fiscal year begins. */
  fiscalYearStart: z.int().min(1).max(12).default(1),
});
export type Settings = z.infer<typeof Settings>;

export const Overview = z.strictObject({
  today: CalendarDate,
  members: z.strictObject({
    total: z.int(),
    new: z.int(),
    current: z.int(),
    grace: z.int(),
    expired: z.int(),
    left: z.int(),
    deceased: z.int(),
  }),
  /** Cards whose validity ends within 30 days. */
  endingSoon: z.int(),
  /** Members without a photograph. */
  withoutPhoto: z.int(),
  /** Members whose consent is not signed. */
  withoutConsent: z.int(),
  cardsThisMonth: z.strictObject({ count: z.int(), francs: Francs }),
  lastBackupAt: Instant.nullable(),
  lastExportAt: Instant.nullable(),
  /** When an answer of headquarters was last read here. */
  lastAnswerAt: Instant.nullable(),
  parting: Parting.nullable(),
  entriesWaiting: z.int(),
  headquartersKnown: z.boolean(),
});
export type Overview = z.infer<typeof Overview>;

export const Place = z.strictObject({
  path: z.string(),
  kind: z.enum(["removable", "home", "disk"]),
  label: z.string(),
  freeBytes: z.int().nullable(),
});

export const FolderListing = z.strictObject({
  path: z.string(),
  parent: z.string().nullable(),
  places: z.array(Place),
  folders: z.array(z.strictObject({ name: z.string(), path: z.string() })),
});
export type FolderListing = z.infer<typeof FolderListing>;

export const Fault = z.strictObject({
  check: z.enum(["sqlite", "foreignKeys", "journal", "vouchers", "search", "numbers", "closings"]),
  detail: z.string(),
});
export type Fault = z.infer<typeof Fault>;

export const CheckUp = z.strictObject({
  entries: z.int(),
  members: z.int(),
  vouchers: z.int(),
  faults: z.array(Fault),
});
export type CheckUp = z.infer<typeof CheckUp>;

export const office = {
  state: query({ input: z.strictObject({}), output: OfficeState, permission: "anyone" }),
  /** Makes the office and opens it for the first person. The recovery code is shown once and never stored. */
  create: command({
    input: NewOffice,
    output: z.strictObject({ session: Session, recoveryCode: z.string(), sheet: FileOutput }),
    permission: "anyone",
  }),
  overview: query({ input: z.strictObject({}), output: Overview, permission: "office.read" }),
  readSettings: query({ input: z.strictObject({}), output: Settings, permission: "signedIn" }),
  updateSettings: command({ input: Settings, output: Settings, permission: "office.settings" }),
  /**
   * Folders of this machine, for choosing where a stick's files go or where a backup lies; asked before sign-in too,
   * when a new laptop takes a backup. `path: null` is the person's home.
   */
  listFolders: query({
    input: z.strictObject({ path: z.string().max(4000).nullable() }),
    output: FolderListing,
    permission: "anyone",
  }),
  /** A new laptop takes over the office from a backup's folder. Its passphrases are those of the backup. */
  restore: command({
    input: z.strictObject({ folder: z.string().min(1).max(4000) }),
    output: z.strictObject({ code: OfficeCode }),
    permission: "anyone",
  }),
  /** A copy of the whole office (encrypted as it stands) into a dated folder below `folder`. */
  backUp: command({
    input: z.strictObject({ folder: z.string().max(4000) }),
    output: z.strictObject({ path: z.string(), bytes: z.int(), at: Instant }),
    permission: "office.backup",
  }),
  checkUp: query({ input: z.strictObject({}), output: CheckUp, permission: "office.check" }),
};
