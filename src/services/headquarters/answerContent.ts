import type { Tier } from "../../contract/sync.ts";
import { canonicalJson, sha256Hex } from "../../crypto/digests.ts";
import { publicKeyOf, sshPublicKey } from "../../crypto/signing.ts";
import { listAccountRows } from "../../data/cashbook/chart.ts";
import { listProjectRows } from "../../data/cashbook/projects.ts";
import { listOpenReopenings } from "../../data/cashbook/reopenings.ts";
import { listConfirmedPlanRows, listPlanRows } from "../../data/insurance/plans.ts";
import { listOpenRulings } from "../../data/insurance/rulings.ts";
import { listProgrammeRows } from "../../data/literacy/programmes.ts";
import { listHolidayRows } from "../../data/literacy/surroundings.ts";
import {
  listHistoryOf,
  listMovingRows,
  listSuggestionsFor,
  listTransfersFor,
} from "../../data/national/answerRows.ts";
import { listLate } from "../../data/national/arriving.ts";
import { type Branch, listBranches, listBranchKeys, readBranch } from "../../data/national/branches.ts";
import { entityOf, type Row } from "../../data/registry.ts";
import { listTargetRows } from "../../data/reporting/targets.ts";
import type { Call } from "../call.ts";
import { ownSigningKey, readCardSeed } from "../sync/keys.ts";
import { tierRecipients } from "./recipients.ts";
import type { NationalStore } from "./store.ts";

/** One row of an answer, in the tier's part where it travels. */
export interface AnswerContentRow {
  readonly tier: Tier;
  readonly entity: string;
  readonly values: Row;
}

/** What headquarters has to tell one office beside its receipt. */
export interface AnswerContent {
  readonly rows: readonly AnswerContentRow[];
  /** SHA-256 of the photographs of members who arrive. */
  readonly photos: readonly string[];
  /** The same while there is nothing new to tell. */
  readonly digest: string;
}

/** Tiers that have to be open for everything that an answer may hold. */
const NEEDED: readonly Tier[] = ["identity", "finance", "health"];

function branchRows(call: Call, store: NationalStore): AnswerContentRow[] {
  return listBranches(store.reader).map(({ code, name, region, parentCode, cardKey }) => {
    const isOwn = code === call.office.code;
    const current = listBranchKeys(store.reader, code).find(({ state }) => state === "current");
    return {
      tier: "programme",
      entity: "branch",
      values: {
        id: code,
        code,
        name,
        region,
        parent_code: parentCode,
        signing_key: isOwn ? sshPublicKey(ownSigningKey(call.office.reader)) : (current?.publicKey ?? null),
        card_key: isOwn ? sshPublicKey(publicKeyOf(readCardSeed(call.office.reader))) : cardKey,
      },
    };
  });
}

function recipientRows(call: Call): AnswerContentRow[] {
  const recipients = tierRecipients(call);
  if (!recipients.ok) return [];
  return Object.entries(recipients.value).map(([tier, recipient]) => ({
    tier: "programme",
    entity: "tier_recipient",
    values: { id: tier, tier, recipient },
  }));
}

const planRow = (values: Row): AnswerContentRow => ({ tier: "programme", entity: "plan_version", values });

/** The plans that headquarters confirmed. */
function planRows(call: Call): AnswerContentRow[] {
  return listConfirmedPlanRows(call.office.reader, call.office.code).map(planRow);
}

/** Headquarters' chart of accounts and projects, which every office books by. */
function bookRows(call: Call): AnswerContentRow[] {
  const { reader, code } = call.office;
  const row = (entity: string) => (values: Row) => ({ tier: "programme" as const, entity, values });
  return [
    ...listAccountRows(reader, code).map(row("ledger_account")),
    ...listProjectRows(reader, code).map(row("project")),
  ];
}

/** Headquarters' word that this office opens a month again. */
function reopeningRows(call: Call, store: NationalStore, office: string): AnswerContentRow[] {
  return listOpenReopenings(store.reader, office).map((reopening) => ({
    tier: "finance",
    entity: "month_reopening",
    values: {
      id: reopening.id,
      office: call.office.code,
      for_office: reopening.forOffice,
      month: reopening.month,
      closing_id: reopening.closingId,
      reason: reopening.reason,
      decided_on: reopening.decidedOn,
    },
  }));
}

/** Programmes and feasts of headquarters' own. */
function literacyRows(call: Call): AnswerContentRow[] {
  const { reader, code } = call.office;
  const rowsAs = (entity: string, rows: readonly Row[]) =>
    rows.map((values): AnswerContentRow => ({ tier: "programme", entity, values }));
  return [
    ...rowsAs("programme", listProgrammeRows(reader, code)),
    ...rowsAs("holiday", listHolidayRows(reader, code)),
  ];
}

/** What headquarters wants this office's indicators to reach. */
function targetRows(call: Call, office: string): AnswerContentRow[] {
  const { reader, code: headquarters } = call.office;
  return listTargetRows(reader, { headquarters, office }).map((values) => ({
    ...{ tier: "programme", entity: "indicator_target", values },
  }));
}

/** Headquarters' word on claims that this office referred. */
function rulingRows(call: Call, store: NationalStore, office: string): AnswerContentRow[] {
  return listOpenRulings(store.reader, office).map((ruling) => ({
    tier: "health",
    entity: "claim_ruling",
    values: {
      id: ruling.id,
      office: call.office.code,
      claim_id: ruling.claimId,
      for_office: ruling.forOffice,
      outcome: ruling.outcome,
      granted: ruling.granted,
      decided_on: ruling.decidedOn,
      note: ruling.note,
    },
  }));
}

function inheritedRows(store: NationalStore, memberId: string, ids: readonly string[]): AnswerContentRow[] {
  return listHistoryOf(store.reader, ids).map((entry) => ({
    tier: "identity",
    entity: "inherited",
    values: {
      ...entry,
      id: `${entry.office}/${entry.epoch}/${entry.seq}`,
      member_id: memberId,
    },
  }));
}

/** A member who comes: her records, theirs that were merged into hers, the plans she is insured by, what was done. */
function arrivalRows(store: NationalStore, memberId: string, from: string): AnswerContentRow[] {
  const moving = listMovingRows(store.reader, memberId);
  const ids = moving.map(({ row }) => String(row.id));
  const codes = moving.flatMap(({ entity, row }) => (entity === "policy" ? [String(row.plan_code)] : []));
  return [
    ...listPlanRows(store.reader, from, codes).map(planRow),
    ...moving.map(({ entity, row }) => ({ tier: entityOf(entity).tier, entity, values: row })),
    ...inheritedRows(store, memberId, ids),
  ];
}

function transferRows(store: NationalStore, office: string, isComplete: boolean): AnswerContentRow[] {
  return listTransfersFor(store.reader, office)
    .filter(({ to }) => to !== office || isComplete)
    .flatMap((transfer) => [
      {
        tier: "programme" as const,
        entity: "transfer",
        values: {
          id: transfer.id,
          member_id: transfer.memberId,
          from_office: transfer.from,
          to_office: transfer.to,
          merge_into: transfer.mergeInto,
          decided_at: transfer.decidedAt,
        },
      },
      ...(transfer.to === office ? arrivalRows(store, transfer.memberId, transfer.from) : []),
    ]);
}

/** Of members who came: what the giving office sold or printed before it knew. */
function lateRows(store: NationalStore, office: string): AnswerContentRow[] {
  const epoch = readBranch(store.reader, office)?.epoch ?? 1;
  return listLate(store.reader, { office, epoch }).map(({ entity, row }) => ({
    tier: entityOf(entity).tier,
    entity,
    values: row,
  }));
}

function suggestionRows(store: NationalStore, office: string): AnswerContentRow[] {
  return listSuggestionsFor(store.reader, office).map(
    ({ member_id = null, other_office = null, reasons = null }) => ({
      tier: "identity",
      entity: "suggestion",
      values: { id: `${member_id}/${other_office}`, member_id, other_office, reasons },
    }),
  );
}

/** Everything that an answer to this office tells now, as far as the person's tiers open it. */
export function contentFor(call: Call, store: NationalStore, office: string): AnswerContent {
  const isComplete = NEEDED.every((tier) => store.tiers.has(tier));
  const rows = [
    ...branchRows(call, store),
    ...recipientRows(call),
    ...planRows(call),
    ...bookRows(call),
    ...literacyRows(call),
    ...targetRows(call, office),
    ...transferRows(store, office, isComplete),
    ...rulingRows(call, store, office),
    ...reopeningRows(call, store, office),
    ...(isComplete ? [...lateRows(store, office), ...suggestionRows(store, office)] : []),
  ];
  const photos = rows.flatMap(({ entity, values }) =>
    entity === "member" && typeof values.photo_sha256 === "string" ? [values.photo_sha256] : [],
  );
  const head: AnswerContentRow = {
    tier: "programme",
    entity: "answer",
    values: {
      id: "answer",
      tiers: JSON.stringify(isComplete ? [...store.tiers].sort() : []),
      key: sshPublicKey(ownSigningKey(call.office.reader)),
    },
  };
  const all = [head, ...rows];
  return { rows: all, photos: [...new Set(photos)], digest: sha256Hex(canonicalJson(all)) };
}

/** Whether the last answer that was written does not tell all that headquarters has for this office now. */
export function isAnswerDue(call: Call, store: NationalStore, branch: Branch): boolean {
  const isCurrent =
    branch.answerNumber > 0 && branch.answerSeq === branch.headSeq && branch.answerEpoch === branch.epoch;
  return (
    !isCurrent || branch.recovering || contentFor(call, store, branch.code).digest !== branch.answerDigest
  );
}
