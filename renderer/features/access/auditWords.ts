import type { AuditEntry } from "../../../src/contract/access.ts";

const EVENTS = [
  "exportMembers",
  "printMembers",
  "printFile",
  "referral",
  "importRegister",
  "erase",
  "merge",
  "exportBundle",
  "join",
  "renewRecoveryCode",
  "recovered",
  "passphraseChanged",
  "passphraseReset",
  "printCards",
  "receive",
  "answer",
  "importAnswer",
  "snapshot",
  "renewKey",
  "invite",
  "enrol",
  "revokeKey",
  "confirmSnapshot",
  "transfer",
  "settleDistinct",
  "grantTier",
  "withdrawTier",
  "exportIdentity",
  "exportSigners",
  "exportRental",
  "exportJournal",
  "exportLiteracy",
  "exportReport",
  "exportIndicators",
  "exportList",
  "exportDhis2",
  "printReport",
  "printList",
] as const;
const ENTITIES = ["office", "setting", "user", "member", "voucher", "term", "card"] as const;

type EventWord = `audit.event.${(typeof EVENTS)[number]}`;
type ChangeWord = `audit.change.${(typeof ENTITIES)[number]}.${"made" | "changed"}`;

/** The catalogue's key for what was done; null for an action that this screen does not know. */
export function auditWord({
  action,
  entity,
}: Pick<AuditEntry, "action" | "entity">): EventWord | ChangeWord | null {
  const event = EVENTS.find((known) => known === action);
  if (event) return `audit.event.${event}`;
  const known = ENTITIES.find((name) => name === entity);
  if (!known) return null;
  return `audit.change.${known}.${action.endsWith("insert") ? "made" : "changed"}`;
}
