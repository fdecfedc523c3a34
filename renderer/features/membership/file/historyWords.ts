import type { z } from "zod";
import { type MemberChange, MemberDetails, type MemberFile } from "../../../../src/contract/membership.ts";

type Change = z.infer<typeof MemberChange>;

/** What was done, as a key below `history.` of the catalogue; `changed` names its fields. */
export type HistoryWord =
  | "registered"
  | "changed"
  | "photo"
  | "departure"
  | "merged"
  | "erased"
  | "term"
  | "voucher"
  | "card"
  | "cardChanged"
  | "other";

/** Fields with a name on the form; others (the photograph's digest, the merge) are said in their own words. */
export type NamedField = keyof z.infer<typeof MemberDetails>;

const NAMED = new Set<string>(Object.keys(MemberDetails.shape));

function isNamed(field: string): field is NamedField {
  return NAMED.has(field);
}

export function namedFields(change: Change): NamedField[] {
  return change.fields.filter(isNamed);
}

function ofMember({ op, fields }: Change): HistoryWord {
  if (op === "insert") return "registered";
  if (op === "erase" || fields.includes("erasedAt")) return "erased";
  if (fields.includes("mergedInto")) return "merged";
  if (fields.includes("leftOn")) return "departure";
  return fields.includes("photoSha256") && fields.length === 1 ? "photo" : "changed";
}

/** One line of the history in the words of the office. */
export function historyWord(change: MemberFile["history"][number]): HistoryWord {
  switch (change.entity) {
    case "member":
      return ofMember(change);
    case "term":
      return "term";
    case "voucher":
      return "voucher";
    case "card":
      return change.op === "insert" ? "card" : "cardChanged";
    default:
      return "other";
  }
}
