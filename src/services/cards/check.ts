import type { CardCheck, CardVerdict } from "../../contract/cards.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import { accept, type Result } from "../../contract/results.ts";
import { type CardRead, isCardGenuine, readCard as readSeal } from "../../crypto/cardSeal.ts";
import { parseSshPublicKey } from "../../crypto/signing.ts";
import { listCardKeys, readCard, type StoredCard } from "../../data/cards.ts";
import { type PaidBy, readListed } from "../../data/memberLists.ts";
import { readMember, readMemberByNumber } from "../../data/members.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { Reader } from "../../data/reader.ts";
import type { TermRules } from "../../domain/membership/terms.ts";
import type { Call } from "../call.ts";
import { rowOf, termRules } from "../membership/views.ts";
import { nationalWith, paidBy } from "../scope.ts";
import { checkCertificate } from "./certificateCheck.ts";

const UNREADABLE: CardCheck = {
  verdict: "unreadable",
  number: null,
  issue: null,
  validUntil: null,
  member: null,
  certificate: null,
};

/**
 * Whether an office of the association sealed it: the one whose number it is, or one that took its member over and
 * printed her card there.
 */
function isSealed(reader: Reader, read: CardRead): "yes" | "no" | "unknownOffice" {
  const keys = listCardKeys(reader, read.office);
  const seals = keys.some(({ publicKey }) => {
    const key = parseSshPublicKey(publicKey);
    return key !== null && isCardGenuine(read, key);
  });
  if (seals) return "yes";
  return keys.some(({ office }) => office === read.office) ? "no" : "unknownOffice";
}

type Judgement = { readonly verdict: CardVerdict; readonly member: CardCheck["member"] };

/** What a card is worth by itself, its seal being genuine. */
function bySeal(read: CardRead, today: string): Judgement {
  return { verdict: read.validUntil < today ? "expired" : "valid", member: null };
}

interface Known {
  readonly reader: Reader;
  readonly paidBy: PaidBy;
  readonly rules: TermRules;
}

/** What a register that follows her adds to a genuine seal: replaced cards, members who left or were erased. */
function byRecord({ reader, paidBy: by, rules }: Known, card: StoredCard, today: string): Judgement {
  const { validUntil } = card;
  if (readMember(reader, card.memberId)?.erasedAt !== null) return { verdict: "memberLeft", member: null };
  const listed = readListed(reader, card.memberId, by);
  const member = listed === undefined ? null : rowOf(listed, rules, today);
  if (card.state !== "valid") return { verdict: "replaced", member };
  const hasLeft = member?.status === "left" || member?.status === "deceased";
  const verdict: CardVerdict = hasLeft ? "memberLeft" : validUntil < today ? "expired" : "valid";
  return { verdict, member };
}

/** The verdict of this office's register on its own members' cards; null where another office follows her. */
function ownVerdict(known: Known, read: CardRead, own: OfficeCode, today: string): Judgement | null {
  const { reader } = known;
  const card = readCard(reader, read.number, read.issue);
  if (card === undefined) {
    const follows = readMemberByNumber(reader, read.number, own)?.office;
    const isOurs = follows === own || (follows === undefined && read.office === own);
    return isOurs ? { verdict: "forged", member: null } : null;
  }
  if (readMember(reader, card.memberId)?.office === own) return byRecord(known, card, today);
  // A card that was replaced before she went elsewhere stays so, whatever is printed there.
  return card.state === "valid" ? null : { verdict: "replaced", member: null };
}

/** What headquarters' copies add; a card that they do not have yet may be newer than the last stick. */
function nationalVerdict(call: Call, rules: TermRules, read: CardRead): Judgement | null {
  const national = nationalWith(call, "identity");
  if (national === null) return null;
  const { reader } = national;
  const card = readCard(reader, read.number, read.issue);
  return card === undefined
    ? null
    : byRecord({ reader, paidBy: paidBy(national), rules }, card, call.today());
}

/** Checks the text of a card's QR, or of a certificate's, offline: the seal first, then what the register knows. */
export function checkCard(call: Call, input: { text: string }): Result<CardCheck> {
  const { reader, code } = call.office;
  const read = readSeal(input.text);
  if (read === null) return accept(checkCertificate(call, input.text) ?? UNREADABLE);
  const { number, issue, validUntil } = read;
  const about = { number, issue, validUntil, member: null, certificate: null };
  const sealed = isSealed(reader, read);
  if (sealed !== "yes") return accept({ ...about, verdict: sealed === "no" ? "forged" : "unknownOffice" });
  const rules = termRules(readSettings(reader));
  const judged =
    ownVerdict({ reader, paidBy: "term", rules }, read, code, call.today()) ??
    nationalVerdict(call, rules, read) ??
    bySeal(read, call.today());
  return accept({ ...about, ...judged });
}
