import type { CardCheck, CardVerdict } from "../../contract/cards.ts";
import { accept, type Result } from "../../contract/results.ts";
import { type CardRead, isCardGenuine, readCard as readSeal } from "../../crypto/cardSeal.ts";
import { parseSshPublicKey } from "../../crypto/signing.ts";
import { listCardKeys, readCard } from "../../data/cards.ts";
import { readListed } from "../../data/memberLists.ts";
import { readMember } from "../../data/members.ts";
import { readOfficeIdentity, readSettings } from "../../data/officeRecord.ts";
import type { Reader } from "../../data/reader.ts";
import type { Call } from "../call.ts";
import { rowOf, termRules } from "../membership/views.ts";

const UNREADABLE: CardCheck = {
  verdict: "unreadable",
  number: null,
  issue: null,
  validUntil: null,
  member: null,
};

function isSealed(reader: Reader, read: CardRead): "yes" | "no" | "unknownOffice" {
  const keys = listCardKeys(reader, read.office).flatMap((line) => parseSshPublicKey(line) ?? []);
  if (keys.length === 0) return "unknownOffice";
  return keys.some((key) => isCardGenuine(read, key)) ? "yes" : "no";
}

/** What this office's own register adds to a genuine seal: replaced cards, members who left or were erased. */
function ownVerdict(reader: Reader, read: CardRead, today: string): Pick<CardCheck, "verdict" | "member"> {
  const card = readCard(reader, read.number, read.issue);
  if (card === undefined) return { verdict: "forged", member: null };
  if (readMember(reader, card.memberId)?.erasedAt !== null) return { verdict: "memberLeft", member: null };
  const listed = readListed(reader, card.memberId);
  const member = listed === undefined ? null : rowOf(listed, termRules(readSettings(reader)), today);
  if (card.state !== "valid") return { verdict: "replaced", member };
  const hasLeft = member?.status === "left" || member?.status === "deceased";
  const verdict: CardVerdict = hasLeft ? "memberLeft" : read.validUntil < today ? "expired" : "valid";
  return { verdict, member };
}

/** Checks the text of a card's QR offline: the seal first, then what the register knows. */
export function checkCard(call: Call, input: { text: string }): Result<CardCheck> {
  const { reader } = call.office;
  const read = readSeal(input.text);
  if (read === null) return accept(UNREADABLE);
  const about = { number: read.number, issue: read.issue, validUntil: read.validUntil, member: null };
  const sealed = isSealed(reader, read);
  if (sealed !== "yes") return accept({ ...about, verdict: sealed === "no" ? "forged" : "unknownOffice" });
  if (readOfficeIdentity(reader)?.code === read.office) {
    return accept({ ...about, ...ownVerdict(reader, read, call.today()) });
  }
  return accept({ ...about, verdict: read.validUntil < call.today() ? "expired" : "valid" });
}
