import type { DuplicateReason } from "../../contract/membership.ts";
import type { Parting } from "../../contract/sync.ts";
import { isAgeRecipient } from "../../crypto/sealing.ts";
import { replaceKnownOffices, replaceSuggestions } from "../../data/answers.ts";
import { insertCardKey } from "../../data/cards.ts";
import { takeReceivedAccounts } from "../../data/cashbook/chart.ts";
import { takeReceivedProjects } from "../../data/cashbook/projects.ts";
import { takeReceivedPlans } from "../../data/insurance/plans.ts";
import { readHashAt, readLastEntry } from "../../data/journal.ts";
import { CHAIN_START } from "../../data/journalWriter.ts";
import { takeReceivedProgrammes } from "../../data/literacy/programmes.ts";
import { takeReceivedHolidays } from "../../data/literacy/surroundings.ts";
import { clearLocal, writeLocal } from "../../data/localState.ts";
import { takeReceivedTargets } from "../../data/reporting/targets.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { AnswerContent } from "./answersReading.ts";
import { readHeadquarters } from "./keys.ts";
import type { Manifest } from "./manifest.ts";
import { readEpoch } from "./syncState.ts";

/** Where the journal and headquarters' copy part; null where they agree. */
function partingFrom(door: WriteDoor, { epoch, range, chain }: Manifest): Parting | null {
  const own = readLastEntry(door)?.seq ?? 0;
  const held = range.last;
  if (own < held) return { kind: "behind", held, own };
  const hash = held === 0 ? CHAIN_START : readHashAt(door, held);
  const agrees = epoch === readEpoch(door) && hash === chain.after;
  return agrees ? null : { kind: "forked", held, own };
}

/**
 * What headquarters holds of this office, against the office's own journal. It may hold less than it did, where its
 * own laptop was put back to a backup: it gets all that again, and a snapshot that it knows no more anew.
 */
export function takeAcknowledgement(door: WriteDoor, manifest: Manifest): void {
  if (manifest.epoch < readEpoch(door)) {
    writeLocal(door, "acknowledged", "0");
    return;
  }
  const parting = partingFrom(door, manifest);
  if (parting !== null) {
    writeLocal(door, "parting", JSON.stringify(parting));
    writeLocal(door, "heldEpoch", String(manifest.epoch));
    return;
  }
  clearLocal(door, "parting");
  clearLocal(door, "heldEpoch");
  writeLocal(door, "acknowledged", String(manifest.range.last));
}

/** The association's offices, the keys of their cards, and the recipients that each tier is sealed to from now on. */
function takeOffices(door: WriteDoor, content: AnswerContent): void {
  const branches = content.of("branch");
  replaceKnownOffices(
    door,
    branches.map(({ code, name, region, parent_code }) => ({ code, name, region, parentCode: parent_code })),
  );
  for (const { code, card_key } of branches) if (card_key !== null) insertCardKey(door, code, card_key);
  const pinned = readHeadquarters(door);
  if (pinned === null) return;
  const recipients = content.of("tier_recipient").map(({ tier, recipient }) => [tier, recipient]);
  const keys = {
    ...pinned.keys,
    recipients: { ...pinned.keys.recipients, ...Object.fromEntries(recipients) },
  };
  writeLocal(door, "headquarters", JSON.stringify({ ...pinned, keys }));
}

/** Whether every recipient is one that parts can be sealed to. */
export function hasFitTiers(content: AnswerContent): boolean {
  return content.of("tier_recipient").every(({ recipient }) => isAgeRecipient(recipient));
}

/** What an answer tells about the association; suggestions only by who may read them there. */
export function takeReferences(door: WriteDoor, content: AnswerContent): void {
  takeOffices(door, content);
  const headquarters = readHeadquarters(door);
  if (headquarters !== null) takeReceivedPlans(door, headquarters.code, content.of("plan_version"));
  takeReceivedAccounts(door, content.of("ledger_account"));
  takeReceivedProjects(door, content.of("project"));
  takeReceivedProgrammes(door, content.of("programme"));
  takeReceivedHolidays(door, content.of("holiday"));
  takeReceivedTargets(door, content.of("indicator_target"));
  if (!content.tiers.includes("identity")) return;
  replaceSuggestions(
    door,
    content.of("suggestion").map(({ member_id, other_office, reasons }) => ({
      memberId: member_id,
      otherOffice: other_office,
      reasons: JSON.parse(reasons) as DuplicateReason[],
    })),
  );
}
