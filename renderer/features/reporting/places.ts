/** The pages of figures and reports; which office has sent which month is looked at in Bamako alone. */
const PLACES = [
  { to: "/reporting", word: "dashboard", headquarters: false },
  { to: "/reporting/indicators", word: "indicators", headquarters: false },
  { to: "/reporting/reports", word: "reports", headquarters: false },
  { to: "/reporting/completeness", word: "completeness", headquarters: true },
] as const;

export type ReportingPlace = (typeof PLACES)[number];

export function placesAt(headquarters: boolean): readonly ReportingPlace[] {
  return PLACES.filter((place) => headquarters || !place.headquarters);
}
