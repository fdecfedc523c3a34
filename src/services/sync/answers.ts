import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { AnswerReport, OwnSuggestion, ReceivedAnswer } from "../../contract/sync.ts";
import { sshFingerprint } from "../../crypto/signing.ts";
import {
  countKnownOffices,
  insertReceivedAnswer,
  listSuggestions as listOwnSuggestions,
  listReceivedAnswers,
} from "../../data/answers.ts";
import { insertAudit, readEntryTime, readLastEntry } from "../../data/journal.ts";
import { clearLocal, readLocal, writeLocal } from "../../data/localState.ts";
import type { Reader } from "../../data/reader.ts";
import { listUsers } from "../../data/users.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { takeReopenings } from "../cashbook/reopening.ts";
import { takeRulings } from "../insurance/rulings.ts";
import { type ChosenAnswers, chooseAnswers } from "./answersFiles.ts";
import { type AnswerContent, readAnswer, refusalOfContent } from "./answersReading.ts";
import { hasFitTiers, takeAcknowledgement, takeReferences } from "./answersStanding.ts";
import { type Moved, takeTransfers } from "./answersTransfers.ts";
import type { OpenBundle } from "./bundleFile.ts";
import { readAnswersIdentity } from "./enrolment.ts";
import { giveSlot, pinInvitation } from "./joining.ts";
import { type Headquarters, ownSigningKey, readHeadquarters } from "./keys.ts";
import type { Invitation } from "./manifest.ts";
import { replaceOffice, requireFresh, settleRecovered } from "./recovering.ts";
import { readAcknowledged, readParting } from "./syncState.ts";

export function listAnswers(call: Call): Result<ReceivedAnswer[]> {
  return accept(listReceivedAnswers(call.office.reader));
}

/** Members of this office who may be enrolled elsewhere too, as the last answer named them. */
export function listSuggestions(call: Call): Result<OwnSuggestion[]> {
  return accept(listOwnSuggestions(call.office.reader, call.office.code));
}

/** What an import did beside what the office's state tells afterwards. */
interface Done extends Moved {
  keyRenewed: boolean;
  recovered: number | null;
}

function reportOf(reader: Reader, code: string, done: Done): AnswerReport {
  const acknowledged = readAcknowledged(reader);
  return {
    acknowledged,
    acknowledgedUntil: readEntryTime(reader, acknowledged) ?? null,
    notAcknowledged: Math.max(0, (readLastEntry(reader)?.seq ?? 0) - acknowledged),
    ...done,
    suggestions: listOwnSuggestions(reader, code).length,
    offices: countKnownOffices(reader),
    parting: readParting(reader),
  };
}

/** Headquarters' renewed keys take the place of those that vouched for them. */
function takeRenewals(call: Call, door: WriteDoor, renewals: readonly Invitation[]): void {
  for (const renewal of renewals) {
    pinInvitation(door, renewal);
    insertAudit(door, { id: call.world.newId(), action: "importAnswer", reference: renewal.from.office });
  }
}

/** Headquarters answers to the new key: its enrolment need not travel any more. */
function endRenewal(door: WriteDoor, { manifest }: OpenBundle): boolean {
  if (readLocal(door, "renewal") === null || manifest.kind === "invitation") return false;
  if (manifest.to.key !== sshFingerprint(ownSigningKey(door))) return false;
  clearLocal(door, "renewal");
  return true;
}

function noteAnswer(call: Call, door: WriteDoor, { manifest }: OpenBundle): void {
  const { number, kind, createdAt } = manifest;
  insertReceivedAnswer(door, {
    number,
    kind: kind === "snapshot" ? "snapshot" : "receipt",
    createdAt,
    importedAt: call.world.now(),
    acknowledged: readAcknowledged(door),
  });
  writeLocal(door, "lastAnswerAt", createdAt);
}

function rulingsIn(content: AnswerContent) {
  return content.of("claim_ruling").map(({ claim_id, outcome, granted, decided_on, note }) => ({
    ...{ claimId: claim_id, outcome, granted, decidedOn: decided_on, note },
  }));
}

/** Of this office only: an answer is for whom it was sealed, and says so row by row. */
function reopeningsIn(content: AnswerContent, office: string) {
  return content
    .of("month_reopening")
    .filter(({ for_office }) => for_office === office)
    .map(({ closing_id, reason }) => ({ closingId: closing_id, reason }));
}

function takeReceipt(
  call: Call,
  door: WriteDoor,
  { answer, content }: { answer: OpenBundle; content: AnswerContent },
): Result<Moved> {
  if (!hasFitTiers(content)) return refuse("sync.contentDamaged");
  try {
    takeAcknowledgement(door, answer.manifest);
    const moved = takeTransfers(call, door, content);
    takeReferences(door, content);
    // After the plans: headquarters judged by those that this very answer may bring.
    takeRulings(call, door, rulingsIn(content));
    takeReopenings(call, door, reopeningsIn(content, call.office.code));
    return accept(moved);
  } catch (error) {
    return refusalOfContent(error);
  }
}

/** The answers in their order; a snapshot has been put in the office's place by now. */
async function takeAnswers(
  call: Call,
  door: WriteDoor,
  chosen: ChosenAnswers,
  people: ReturnType<typeof listUsers>,
): Promise<Result<Done>> {
  const done: Done = { arrived: [], departed: [], keyRenewed: chosen.renewals.length > 0, recovered: null };
  takeRenewals(call, door, chosen.renewals);
  const identities = [readAnswersIdentity(door)];
  for (const answer of chosen.answers) {
    await call.breathe();
    const { kind, range, epoch } = answer.manifest;
    if (kind === "snapshot") {
      await settleRecovered(call, door, { people, last: range.last, epoch });
      done.recovered = range.last;
    } else {
      const content = await readAnswer(answer, identities);
      if (!content.ok) return content;
      const moved = takeReceipt(call, door, { answer, content: content.value });
      if (!moved.ok) return moved;
      done.arrived.push(...moved.value.arrived);
      done.departed.push(...moved.value.departed);
    }
    if (endRenewal(door, answer)) done.keyRenewed = true;
    noteAnswer(call, door, answer);
  }
  return accept(done);
}

/** The new recipient of the slot by which headquarters opens this laptop in need, where it changed. */
async function renewSlot(
  call: Call,
  known: Headquarters,
  renewals: readonly Invitation[],
): Promise<Result<void>> {
  const recovery = renewals.at(-1)?.keys.recipients.recovery;
  return recovery === known.keys.recipients.recovery ? accept(undefined) : giveSlot(call, recovery);
}

/** A snapshot stands for all that came before it. */
function fromSnapshot(chosen: ChosenAnswers): { chosen: ChosenAnswers; snapshot: OpenBundle | null } {
  const at = chosen.answers.findLastIndex(({ manifest }) => manifest.kind === "snapshot");
  const snapshot = chosen.answers[at] ?? null;
  return { chosen: { ...chosen, answers: chosen.answers.slice(Math.max(0, at)) }, snapshot };
}

async function importChosen(
  call: Call,
  all: ChosenAnswers,
  known: Headquarters,
): Promise<Result<AnswerReport>> {
  const { reader, code } = call.office;
  const { chosen, snapshot } = fromSnapshot(all);
  if (snapshot !== null) {
    const fresh = requireFresh(call);
    if (!fresh.ok) return fresh;
  }
  const people = listUsers(reader);
  return call.office.writeLong(
    call.user.id,
    call.world.now(),
    async (door) => {
      const done = await takeAnswers(call, door, chosen, people);
      if (!done.ok) return done;
      const slot = await renewSlot(call, known, chosen.renewals);
      return slot.ok ? accept(reportOf(door, code, done.value)) : slot;
    },
    async () =>
      snapshot === null ? accept(null) : replaceOffice(call, snapshot, [readAnswersIdentity(reader)]),
  );
}

/**
 * Takes in headquarters' answers among these files, in the order of their numbers, in one transaction. Files of
 * others are passed over; an answer that is damaged, or made by a newer program, refuses them all.
 */
export async function importAnswer(
  call: Call,
  input: InputOf<"sync.importAnswer">,
): Promise<Result<AnswerReport>> {
  const headquarters = readHeadquarters(call.office.reader);
  if (headquarters === null) return refuse("sync.notJoined");
  const chosen = chooseAnswers(call, headquarters, input.files);
  if (!chosen.ok) return chosen;
  try {
    return await importChosen(call, chosen.value, headquarters);
  } finally {
    chosen.value.close();
  }
}
