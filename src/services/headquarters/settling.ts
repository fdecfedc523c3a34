import type { DuplicatePair, Transfer } from "../../contract/headquarters.ts";
import type { InputOf } from "../../contract/index.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertAudit } from "../../data/journal.ts";
import { readListed } from "../../data/memberLists.ts";
import { readMember } from "../../data/members.ts";
import { readBranch } from "../../data/national/branches.ts";
import { listOpenPairs, markDistinct } from "../../data/national/traces.ts";
import {
  insertTransfer,
  listTransfers as listAll,
  listOpenTransfers,
  readTransfer,
  type StoredTransfer,
} from "../../data/national/transfers.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { Call } from "../call.ts";
import { rowOf, termRules } from "../membership/views.ts";
import { doOwnTransfers } from "./ownTransfers.ts";
import { requireNational } from "./require.ts";
import type { NationalStore } from "./store.ts";

/** Pairs of records in two offices that may be one woman, the likeliest first. */
export function listDuplicates(call: Call): Result<DuplicatePair[]> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const { reader, tiers } = national.value;
  if (!tiers.has("identity")) return refuse("headquarters.noTier");
  const rules = termRules(readSettings(call.office.reader));
  const shown = (id: string) => {
    const listed = readListed(reader, id);
    return listed === undefined ? null : rowOf(listed, rules, call.today());
  };
  return accept(
    listOpenPairs(reader).flatMap(({ id, one, other, reasons, likelihood }) => {
      const [first, second] = [shown(one), shown(other)];
      if (first === null || second === null) return [];
      const settling = listOpenTransfers(reader, [one, other]).length > 0;
      return [{ id, one: first, other: second, reasons: [...reasons], likelihood, settling }];
    }),
  );
}

/** Two women: the pair is never suggested again. */
export function settleDistinct(
  call: Call,
  input: InputOf<"headquarters.settleDistinct">,
): Result<Record<string, never>> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const settled = national.value.write((door) =>
    markDistinct(door, input.id) ? accept(null) : refuse("headquarters.duplicateUnknown"),
  );
  if (!settled.ok) return settled;
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(insertAudit(door, { id: call.world.newId(), action: "settleDistinct" })),
  );
  return accept({});
}

function transferOf(store: NationalStore, stored: StoredTransfer): Transfer {
  const { id, memberId, from, to, decidedAt, departed, arrived } = stored;
  const number = readMember(store.reader, memberId)?.number ?? null;
  const state = departed ? (arrived ? "done" : "leaving") : arrived ? "arriving" : "decided";
  return { id, memberId, number, from, to, decidedAt, state };
}

export function listTransfers(call: Call): Result<Transfer[]> {
  const national = requireNational(call);
  if (!national.ok) return national;
  return accept(listAll(national.value.reader).map((stored) => transferOf(national.value, stored)));
}

function checkTransfer(
  store: NationalStore,
  input: InputOf<"headquarters.transfer">,
): Result<{ from: string }> {
  const member = readMember(store.reader, input.memberId);
  if (member === undefined || member.mergedInto !== null || member.erasedAt !== null)
    return refuse("headquarters.notANationalMember", { field: "memberId" });
  const receiving = readBranch(store.reader, input.to);
  if (receiving === undefined || receiving.standing !== "active")
    return refuse("headquarters.officeUnknown", { field: "to", values: { office: input.to } });
  if (member.office === input.to) return refuse("headquarters.transferSame", { field: "to" });
  const into = input.mergeInto === null ? null : readMember(store.reader, input.mergeInto);
  if (into !== null && (into === undefined || into.office !== input.to || into.mergedInto !== null))
    return refuse("headquarters.notANationalMember", { field: "mergeInto" });
  const concerned = [input.memberId, ...(input.mergeInto === null ? [] : [input.mergeInto])];
  if (listOpenTransfers(store.reader, concerned).length > 0)
    return refuse("headquarters.transferOpen", { field: "memberId" });
  return accept({ from: member.office });
}

/**
 * Decides that a member goes to another office. The giving office learns it with its next answer, the receiving one
 * with the answer after the giving office has let her go, so that nothing is sold to her in between that does not go
 * with her. Until both have done their part no other transfer of her is decided. The same request twice decides once.
 */
export function transferMember(call: Call, input: InputOf<"headquarters.transfer">): Result<Transfer> {
  const national = requireNational(call);
  if (!national.ok) return national;
  const store = national.value;
  if (!store.tiers.has("identity")) return refuse("headquarters.noTier");
  const known = readTransfer(store.reader, input.id);
  if (known !== undefined) return accept(transferOf(store, known));
  const checked = checkTransfer(store, input);
  if (!checked.ok) return checked;
  const { id, memberId, to, mergeInto } = input;
  store.write((door) =>
    accept(
      insertTransfer(door, {
        id,
        memberId,
        from: checked.value.from,
        to,
        mergeInto,
        decidedAt: call.world.now(),
      }),
    ),
  );
  const number = readMember(store.reader, memberId)?.number;
  call.office.write(call.user.id, call.world.now(), (door) =>
    accept(
      insertAudit(door, { id: call.world.newId(), action: "transfer", ...(number && { reference: number }) }),
    ),
  );
  doOwnTransfers(call, store);
  const decided = readTransfer(store.reader, id);
  return decided === undefined
    ? refuse("headquarters.notANationalMember")
    : accept(transferOf(store, decided));
}
