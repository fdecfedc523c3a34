/** The pages of the cash book, in the order of their tabs; headquarters alone receives what offices send. */
const PLACES = [
  { to: "/cashbook", word: "journal", headquarters: false },
  { to: "/cashbook/tills", word: "tills", headquarters: false },
  { to: "/cashbook/months", word: "months", headquarters: false },
  { to: "/cashbook/budget", word: "budget", headquarters: false },
  { to: "/cashbook/remittances", word: "remittances", headquarters: true },
] as const;

export type CashPlace = (typeof PLACES)[number];

export function placesAt(headquarters: boolean): readonly CashPlace[] {
  return PLACES.filter((place) => headquarters || !place.headquarters);
}
