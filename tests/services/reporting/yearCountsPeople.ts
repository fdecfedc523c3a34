import { plusMonths } from "../insurance/yearDays.ts";
import type { Book, WomanNote } from "./yearBook.ts";
import { bandOf, counted, type Days, type Figure, isIn, type Line, lines, share } from "./yearCounts.ts";

/* Members and cards, as somebody with the register and the receipts would count them. */

const isMember = (woman: WomanNote, day: string) =>
  woman.joinedOn <= day &&
  !woman.isMergedAway &&
  !(woman.left !== null && woman.left.on <= day) &&
  !(woman.erasedOn !== null && woman.erasedOn <= day);

function statusOf({ terms }: WomanNote, day: string): string {
  const ends = terms
    .filter(({ paidOn, voucher }) => paidOn <= day && !voucher.isTakenBack)
    .map(({ endsOn }) => endsOn);
  const last = ends.sort().at(-1);
  if (last === undefined) return "new";
  if (day <= last) return "current";
  return day <= plusMonths(last, 1) ? "grace" : "expired";
}

const standing =
  (isCounted: (woman: WomanNote, day: string) => boolean) =>
  ({ women }: Book, { to }: Days): Line[] =>
    women
      .filter((woman) => isMember(woman, to) && isCounted(woman, to))
      .map((woman) => ({ value: 1, band: bandOf(woman.birth, to), group: statusOf(woman, to) }));

const registered = standing(() => true);
const upToDate = standing((woman, day) => statusOf(woman, day) === "current");

const joined = ({ women }: Book, days: Days): Line[] =>
  women
    .filter(({ joinedOn, isMergedAway }) => isIn(joinedOn, days) && !isMergedAway)
    .map(({ joinedOn, birth }) => ({ value: 1, band: bandOf(birth, joinedOn) }));

const left = ({ women }: Book, days: Days): Line[] =>
  women.flatMap(({ left: departure, birth }) => {
    if (departure === null || !isIn(departure.on, days)) return [];
    return [{ value: 1, group: departure.reason, band: bandOf(birth, departure.on) }];
  });

const sold = ({ women }: Book, days: Days): Line[] =>
  women
    .flatMap(({ terms }) => terms)
    .filter(({ paidOn, voucher }) => isIn(paidOn, days) && !voucher.isTakenBack)
    .map(({ kind }) => ({ value: 1, group: kind }));

const CARD_MONEY = ["membershipCard", "cardReplacement"];
const income = ({ vouchers }: Book, days: Days): Line[] =>
  vouchers
    .filter(({ account, on }) => CARD_MONEY.includes(account) && isIn(on, days))
    .map(({ account, sign, amount }) => ({ value: sign * amount, group: account }));

const made =
  (only: "all" | "replacements") =>
  ({ cards }: Book, days: Days): Line[] =>
    cards
      .filter(({ on, isReplacement }) => isIn(on, days) && (only === "all" || isReplacement))
      .map(() => ({ value: 1 }));

export const PEOPLE: Readonly<Record<string, Figure>> = {
  "members.registered": counted(registered),
  "members.upToDate": counted(upToDate),
  "members.upToDateRate": share(lines(upToDate), lines(registered)),
  "members.joined": counted(joined),
  "members.left": counted(left),
  "members.withConsent": counted(standing(({ hasSigned }) => hasSigned)),
  "cards.sold": counted(sold),
  "cards.income": counted(income),
  "cards.issued": counted(made("all")),
  "cards.replaced": counted(made("replacements")),
};
