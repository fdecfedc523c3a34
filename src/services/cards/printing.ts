import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { sealCard } from "../../crypto/cardSeal.ts";
import {
  countPrintable,
  listPrintable,
  markCardPrinted,
  readPrintable,
  type StoredCard,
} from "../../data/cards.ts";
import { insertAudit } from "../../data/journal.ts";
import { readMember } from "../../data/members.ts";
import { readSettings } from "../../data/officeRecord.ts";
import type { CardData } from "../../documents/card/cardFace.ts";
import { cardSheets, cardSingles } from "../../documents/card/cardLayout.ts";
import type { Call } from "../call.ts";
import { photoFor } from "../membership/papers.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { readCardSeed } from "../sync/keys.ts";

type Who = InputOf<"cards.print">["who"];

/** The cards to print, in the order of their numbers; a member who has none that is valid today is refused. */
function cardsOf(call: Call, who: Who): Result<StoredCard[]> {
  const { reader } = call.office;
  if (who === "notPrintedYet" || who === "allValid") {
    const cards = listPrintable(reader, call.today(), who === "notPrintedYet");
    return cards.length === 0 ? refuse("card.nothingToPrint") : accept(cards);
  }
  const found = who.memberIds.map((memberId) => readPrintable(reader, memberId, call.today()));
  const cards = found.filter((card) => card !== undefined);
  return cards.length === found.length ? accept(cards) : refuse("card.none");
}

function faceOf(call: Call, card: StoredCard, seed: Uint8Array): CardData {
  const member = readMember(call.office.reader, card.memberId);
  if (member === undefined) throw new Error("a card without a member");
  const { number, issue, validUntil } = card;
  return {
    number,
    issue,
    validUntil,
    surname: member.details.surname,
    firstNames: member.details.firstNames,
    photo: photoFor(call.office.reader, member.photoSha256),
    qrText: sealCard({ number, issue, validUntil }, seed),
  };
}

/** Cards as A4 sheets of ten or one a page; they count as printed from then on. */
export async function printCards(call: Call, input: InputOf<"cards.print">): Promise<Result<FileOutput>> {
  const cards = cardsOf(call, input.who);
  if (!cards.ok) return cards;
  const seed = readCardSeed(call.office.reader);
  const context = paperContext(call);
  const issuer = { ...context, foundAddress: readSettings(call.office.reader).foundAddress };
  const faces = cards.value.map((card) => faceOf(call, card, seed));
  const definition = input.layout === "sheet" ? cardSheets(faces, issuer) : cardSingles(faces, issuer);
  const paper = await pdfFile(call.world, `${call.office.code}-cartes-${call.today()}`, definition);
  return call.office.write(call.user.id, call.world.now(), (door) => {
    for (const { id } of cards.value) markCardPrinted(door, id);
    insertAudit(door, { id: call.world.newId(), action: "printCards", rows: cards.value.length });
    return accept(paper);
  });
}

export function countWaitingCards(call: Call): Result<OutputOf<"cards.waiting">> {
  const { reader } = call.office;
  const today = call.today();
  return accept({
    notPrintedYet: countPrintable(reader, today, true),
    allValid: countPrintable(reader, today, false),
  });
}
