import type { z } from "zod";
import { type MemberChange, MemberDetails } from "../../../../src/contract/membership.ts";

type Change = z.infer<typeof MemberChange>;

/** What was done, as a key below `history.` of the catalogue. */
export type HistoryWord =
  | "registered"
  | "changed"
  | "photo"
  | "departure"
  | "transferred"
  | "merged"
  | "erased"
  | "term"
  | "voucher"
  | "card"
  | "cardChanged"
  | "other";

export type NamedField = keyof z.infer<typeof MemberDetails>;

/** One line of the history: what one person did at one moment. */
export interface HistoryLine {
  /** `seq` counts within its office. */
  readonly key: string;
  readonly at: string;
  /** Who did it; the office's code where another office did, whose people are not known here. */
  readonly by: string;
  readonly words: readonly HistoryWord[];
  /** Fields of the form that changed. */
  readonly fields: readonly NamedField[];
}

/** Fields with a name on the form; others (the photograph's digest, the merge) are said in their own words. */
const NAMED = new Set<string>(Object.keys(MemberDetails.shape));

function isNamed(field: string): field is NamedField {
  return NAMED.has(field);
}

function ofMember({ op, fields }: Change): HistoryWord {
  if (fields.includes("office")) return "transferred";
  if (op === "insert") return "registered";
  if (op === "erase" || fields.includes("erasedAt")) return "erased";
  if (fields.includes("mergedInto")) return "merged";
  if (fields.includes("leftOn")) return "departure";
  return fields.includes("photoSha256") && fields.length === 1 ? "photo" : "changed";
}

function wordOf(change: Change): HistoryWord {
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

/** A renewal takes the old card out of use; the new one says it all. */
function withoutTheObvious(words: readonly HistoryWord[]): HistoryWord[] {
  const different = [...new Set(words)];
  return different.includes("card") ? different.filter((word) => word !== "cardChanged") : different;
}

/**
 * Her history in the words of the office: what was done in one go (a sale books a term and makes a card) is one line.
 * @param changes newest first, as the service gives them
 */
export function historyLines(changes: readonly Change[]): HistoryLine[] {
  const together = new Map<string, Change[]>();
  for (const change of changes) {
    const moment = `${change.at} ${change.office} ${change.by}`;
    together.set(moment, [change, ...(together.get(moment) ?? [])]);
  }
  return [...together.values()].map((group) => {
    const [first] = group as [Change];
    const fields = group.filter((change) => wordOf(change) === "changed").flatMap((change) => change.fields);
    return {
      key: `${first.office}-${first.seq}`,
      at: first.at,
      by: first.by || first.office,
      words: withoutTheObvious(group.map(wordOf)),
      fields: [...new Set(fields.filter(isNamed))],
    };
  });
}
