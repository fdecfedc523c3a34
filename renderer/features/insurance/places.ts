/** The pages of the insurance, in the order of a working day, and what each needs. */
const PLACES = [
  { to: "/insurance", word: "policies", needs: "insurance.read" },
  { to: "/insurance/reminders", word: "reminders", needs: "insurance.read" },
  { to: "/insurance/claims", word: "claims", needs: "claims.read" },
  { to: "/insurance/pay", word: "pay", needs: "claims.pay" },
  { to: "/insurance/fund", word: "fund", needs: "insurance.read" },
  { to: "/insurance/booklet", word: "booklet", needs: "checkups.read" },
  { to: "/insurance/summary", word: "summary", needs: "insurance.read" },
] as const;

export function placesFor(permissions: readonly string[]): readonly (typeof PLACES)[number][] {
  return PLACES.filter((place) => permissions.includes(place.needs));
}
