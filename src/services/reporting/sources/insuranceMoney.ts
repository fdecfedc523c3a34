import type { CalendarDate } from "../../../contract/primitives.ts";
import type { BothLanguages } from "../../../contract/reportingTerms.ts";
import { INSURANCE_MEASURES } from "../../../data/reporting/insurance.ts";
import { addDays, addMonths } from "../../../domain/calendar.ts";
import { versionOn } from "../../../domain/insurance/planVersions.ts";
import { nationalPlanBook, ownPlanBook, type PlanBook } from "../../insurance/planBook.ts";
import type { MeasuredPlace } from "../measuring.ts";
import { sqlSource } from "./sqlSource.ts";

/** The plans of a place. */
export const planBookOf = ({ call, reader, isOwn }: MeasuredPlace): PlanBook =>
  isOwn ? ownPlanBook(call, reader) : nationalPlanBook(call, reader);

/** Plans by their name today. */
function planNames(place: MeasuredPlace): ReadonlyMap<string, BothLanguages> {
  const book = planBookOf(place);
  const home = place.office === "all" ? place.call.office.code : place.office;
  const today = place.call.today();
  return new Map(
    book.codes(home).map((code) => {
      const versions = book.versions(home, code);
      const name = (versionOn(versions, today) ?? versions[0])?.name ?? code;
      return [code, { fr: name, en: name }];
    }),
  );
}

/** The fund's rate is that of the last twelve months, the day itself included. */
export const rateStart = (day: CalendarDate): CalendarDate => addDays(addMonths(day, -12), 1);

/** Counted with the reserve, in one walk over the vouchers; its records are listed here. */
export const FUND_BALANCE = "insurance.balance";

/** Policies by day, money, claims and check-ups: what SQL counts. */
export const moneySource = sqlSource({
  names: INSURANCE_MEASURES.map(({ name }) => name).filter((name) => name !== FUND_BALANCE),
  measures: () => INSURANCE_MEASURES,
  bound: (_place, { to }) => rateStart(to),
  groupNames: (place, by) => (by === "group" ? planNames(place) : new Map()),
});
