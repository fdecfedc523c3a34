import type { Account, LedgerLine, TillKey } from "../../contract/cashbookTerms.ts";
import type { Language, OfficeCode } from "../../contract/primitives.ts";
import type { JournalLine } from "../../documents/cashbook/journalPage.ts";
import type { NamedAccount } from "../../documents/cashbook/wording.ts";
import { fill } from "../../documents/design/paper.ts";
import { documentTexts } from "../../documents/texts/documentTexts.ts";
import type { Call } from "../call.ts";
import { chartBook } from "./chartBook.ts";
import { officesOf, type Place, placesOf } from "./places.ts";
import type { OpenBook } from "./vouchers.ts";

/** How keys of a book are called on its papers. */
export interface PaperNames {
  account(code: string): NamedAccount & Pick<Account, "side">;
  place(office: OfficeCode, key: TillKey): string;
}

/** A principal place that nobody renamed is called by its method. */
export function placeName({ name, kind }: Pick<Place, "name" | "kind">, language: Language): string {
  return name || documentTexts(language).words.method[kind];
}

/** The names of a book's accounts and places; in all offices' book a place says whose it is. */
export function paperNames(call: Call, book: OpenBook, language: Language): PaperNames {
  const chart = chartBook(call);
  const places = new Map(
    officesOf(book)
      .flatMap((office) => placesOf(book.reader, office))
      .map((place) => [`${place.office}/${place.key}`, placeName(place, language)]),
  );
  return {
    account: (code) => {
      const known = chart.find(code);
      // An account of another office's chart that this one does not know (yet) is called by its key.
      if (known === undefined) return { number: "", name: code, side: "balance" };
      const name = language === "fr" ? known.name : known.nameEn;
      return { number: known.number, name, side: known.side };
    },
    place: (office, key) => {
      const name = places.get(`${office}/${key}`) ?? key;
      return book.office === "all" ? `${office} · ${name}` : name;
    },
  };
}

/** A voucher as the journal tells it: a member by her number, nobody by name. */
export function journalLine(voucher: LedgerLine, names: PaperNames, language: Language): JournalLine {
  const own = documentTexts(language).cashbook.journal;
  const { number, name } = names.account(voucher.account);
  const words = [
    voucher.words,
    voucher.memberNumber ?? "",
    voucher.project === null ? "" : fill(own.project, { code: voucher.project }),
    voucher.reference,
    voucher.kind === "reversal" ? own.reversal : "",
    voucher.reversedById === null ? "" : own.reversed,
  ];
  return {
    number: voucher.number,
    datedOn: voucher.datedOn,
    account: { number, name },
    words: words.filter((word) => word !== ""),
    place: names.place(voucher.office, voucher.till),
    moneyIn: voucher.direction === "in" ? voucher.amount : 0,
    moneyOut: voucher.direction === "out" ? voucher.amount : 0,
    balance: voucher.balance,
  };
}
