import type {
  AssessmentKind,
  EnrolmentEnd,
  LeaveReason,
  Mark,
  Meeting,
} from "../../../src/contract/literacyTerms.ts";
import type { Programme } from "../../../src/contract/literacyViews.ts";

/*
 * What the test itself writes down while the year goes by, as a person with a paper register would. Nothing here asks
 * the product.
 */

const DAY = 86_400_000;
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

export interface CohortNote {
  readonly id: string;
  readonly place: string;
  readonly trainer: string;
  readonly level: number;
  readonly isSpring: boolean;
  /** The other class of its level in the season. */
  readonly siblingId: string;
  readonly programme: Programme;
  readonly meetings: readonly Meeting[];
  readonly startsOn: string;
  readonly endsOn: string;
  readonly capacity: number;
  readonly fee: number;
  readonly allowance: number;
  /** Who wants to come. */
  readonly women: readonly string[];
  /** The Sunday on which it is to be closed. */
  readonly closesOn: string;
  closedOn: string | null;
}

export interface StayNote {
  readonly id: string;
  readonly cohort: CohortNote;
  readonly woman: string;
  startsOn: string | null;
  endedOn: string | null;
  end: EnrolmentEnd | null;
}

export interface SessionNote {
  readonly id: string;
  readonly cohort: CohortNote;
  readonly onDay: string;
  readonly minutes: number;
  held: boolean;
  readonly trainer: string;
  readonly trainerAbsent: boolean;
  readonly marks: Map<string, Mark>;
  isPaid: boolean;
}

export interface PaperNote {
  readonly stay: StayNote;
  readonly kind: AssessmentKind;
  readonly onDay: string;
  readonly marks: ReadonlyMap<string, number>;
}

interface MoneyNote {
  readonly cohort: CohortNote;
  readonly on: string;
  readonly amount: number;
}

export interface Notes {
  readonly cohorts: CohortNote[];
  readonly stays: StayNote[];
  readonly sessions: SessionNote[];
  readonly papers: PaperNote[];
  readonly fees: (MoneyNote & { readonly stayId: string })[];
  readonly allowances: MoneyNote[];
  /** Stays with a certificate, in the order of issue. */
  readonly certified: Set<string>;
}

/** Public holidays of 2027 from a wall calendar, and the two feasts that were entered. */
const HOLIDAYS = new Set([
  ...["2027-01-01", "2027-01-14", "2027-01-20", "2027-03-26", "2027-03-29", "2027-05-01", "2027-05-25"],
  ...["2027-09-22", "2027-12-25", "2027-03-10", "2027-05-17"],
]);

export interface Slot {
  readonly onDay: string;
  readonly from: string;
  readonly minutes: number;
}

/** Meetings of a class in these days, day by day over the wall calendar. */
export function slotsWithin(cohort: CohortNote, from: string, to: string): Slot[] {
  const slots: Slot[] = [];
  for (let day = cohort.startsOn; day <= cohort.endsOn; day = plusDays(day, 1)) {
    if (day < from || day > to || HOLIDAYS.has(day)) continue;
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    for (const meeting of cohort.meetings)
      if (meeting.weekday === weekday)
        slots.push({ onDay: day, from: meeting.from, minutes: meeting.minutes });
  }
  return slots;
}

export function isThere({ startsOn, endedOn }: StayNote, day: string): boolean {
  return startsOn !== null && day >= startsOn && !(endedOn !== null && day > endedOn);
}

export function thereOn({ stays }: Notes, cohort: CohortNote, day: string): StayNote[] {
  return stays.filter((stay) => stay.cohort === cohort && isThere(stay, day));
}

export const hasPlace = (notes: Notes, cohort: CohortNote, day: string) =>
  thereOn(notes, cohort, day).length < cohort.capacity;

export const REASONS: readonly LeaveReason[] = ["moved", "work", "illness", "child", "lostInterest", "other"];
