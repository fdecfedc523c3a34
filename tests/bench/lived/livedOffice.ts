import { v7 } from "uuid";
import { insertVoucher } from "../../../src/data/vouchers.ts";
import { addDays } from "../../../src/domain/calendar.ts";
import type { Call } from "../../../src/services/call.ts";
import { letShop, methodOf, referenceOf, rentEvent, type Tenancy } from "../ledgerOffice.ts";
import { noteClasses } from "./classes.ts";
import { noteClaims, notePolicies } from "./insured.ts";
import { beginStory, firstOf, note, type Story, writeStory } from "./story.ts";
import { noteCheckups, noteWomen } from "./women.ts";

/** How much an office did in its months: everything that its dashboard shows. */
export interface LivedSize {
  readonly months: number;
  readonly members: number;
  readonly policies: number;
  readonly claimsAMonth: number;
  readonly checkupsAMonth: number;
  readonly leases: number;
  /** Classes that begin every half-year. */
  readonly classes: number;
  readonly learners: number;
  /** Vouchers of a month beside those of cards, insurance and rents. */
  readonly vouchersAMonth: number;
}

/** Five years of a busy office: about 100,000 entries in its journal. */
export const FIVE_YEARS: LivedSize = {
  ...{ months: 60, members: 4_500, policies: 450, claimsAMonth: 45, checkupsAMonth: 50, leases: 25 },
  ...{ classes: 2, learners: 25, vouchersAMonth: 150 },
};

/** Five years of one of eight offices: a quarter of that. */
export const FIVE_QUIET_YEARS: LivedSize = {
  ...{ months: 60, members: 1_100, policies: 110, claimsAMonth: 11, checkupsAMonth: 12, leases: 6 },
  ...{ classes: 1, learners: 12, vouchersAMonth: 37 },
};

/** A year and a half of a small office, for a quick run. */
export const SMALL_YEARS: LivedSize = {
  ...{ months: 18, members: 300, policies: 40, claimsAMonth: 5, checkupsAMonth: 10, leases: 5 },
  ...{ classes: 1, learners: 15, vouchersAMonth: 20 },
};

const SPENT_ON = [
  "supplies",
  "fuel",
  "transport",
  "telephone",
  "waterPower",
  "medicalSupplies",
  "meeting",
] as const;

function noteRents(story: Story, leases: number): void {
  const { dice } = story;
  let tenancies: Tenancy[] = [];
  note(story, firstOf(story), (door) => {
    tenancies = Array.from({ length: leases }, (_, place) => letShop(door, dice, place, firstOf(story)));
  });
  // What a tenant owes is known only once the months before are written.
  for (const first of story.months)
    note(story, first, (door) => {
      for (const tenancy of tenancies) rentEvent(tenancy, dice, first)?.book(door);
    });
}

function noteOthers(story: Story, aMonth: number): void {
  const { dice } = story;
  for (const first of story.months)
    for (let count = 0; count < aMonth; count += 1) {
      const [datedOn, method, isIncome] = [addDays(first, dice.roll(28)), methodOf(dice), dice.percent(12)];
      const voucher = {
        ...{ id: v7(), datedOn, method, reference: referenceOf(method, dice), memberId: null },
        ...(isIncome
          ? { direction: "in" as const, account: "donation", amount: 5_000 * (1 + dice.roll(20)) }
          : { direction: "out" as const, account: dice.pick(SPENT_ON), amount: 250 * (1 + dice.roll(40)) }),
        words: isIncome ? "Don" : "Achat du mois",
      };
      note(story, datedOn, (door) => insertVoucher(door, voucher));
    }
}

/** Fills an empty office with its years, up to the month before the running one. @returns entries of its journal */
export function fillYears(call: Call, size: LivedSize, seed = 20_261_124): number {
  const story = beginStory(call, size.months, seed);
  const women = noteWomen(story, size.members);
  const insured = notePolicies(story, women, size.policies);
  noteClaims(story, insured, women, size.claimsAMonth);
  noteCheckups(story, women, size.checkupsAMonth);
  noteRents(story, size.leases);
  noteClasses(story, women, size);
  noteOthers(story, size.vouchersAMonth);
  writeStory(call, story);
  return call.office.reader.number("SELECT max(seq) FROM journal");
}
