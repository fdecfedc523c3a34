import { daysBetween, plusDays } from "../insurance/yearDays.ts";
import { type Agreement, accountOn, askedBy } from "../rental/notebook.ts";
import type { Book, LeaseNote, PremisesNote } from "./yearBook.ts";
import { counted, type Days, type Figure, isIn, type Line, lines, share, total } from "./yearCounts.ts";
import { accountBook } from "./yearRents.ts";

/* Rents by the tenants' accounts, premises by the calendar. */

/** Francs of a lease by the kind of its premises; every sum in the story has whole thirds where it is shared. */
const byKind = ({ premises }: LeaseNote, francs: number): Line[] =>
  premises.map(({ of, thirds }) => ({ value: (francs * thirds) / 3, group: of.kind }));

const asked = ({ leases }: Book, days: Days): Line[] =>
  leases.flatMap((lease) =>
    askedBy(accountBook(lease), days.to)
      .filter(({ on }) => isIn(on, days))
      .flatMap(({ francs }) => byKind(lease, francs)),
  );

const received = ({ leases }: Book, days: Days): Line[] =>
  leases.flatMap((lease) =>
    lease.received
      .filter(({ on, voucher }) => isIn(on, days) && !voucher.isTakenBack)
      .flatMap(({ francs }) => byKind(lease, francs)),
  );

const lateOn = (lease: LeaseNote, day: string) => accountOn(accountBook(lease), day).arrears;

const toCollect = (book: Book, days: Days): Line[] => [
  ...book.leases.flatMap((lease) => byKind(lease, lateOn(lease, plusDays(days.from, -1)))),
  ...asked(book, days),
];

const AGES = ["upTo30", "upTo60", "upTo90", "over90"];
const arrears = ({ leases }: Book, { to }: Days): Line[] =>
  leases.flatMap((lease) =>
    accountOn(accountBook(lease), to).ages.map((value, index) => ({ value, group: AGES[index] ?? "" })),
  );

const lateTenants = ({ leases }: Book, { to }: Days): Line[] => {
  const late = leases.filter((lease) => lateOn(lease, to) > 0).map(({ tenant }) => tenant);
  return [...new Set(late)].map(() => ({ value: 1 }));
};

const runs = ({ startsOn }: Agreement, endedOn: string | null, day: string) =>
  startsOn <= day && !(endedOn !== null && endedOn < day);

const running = ({ leases }: Book, { to }: Days): Line[] =>
  leases
    .filter(({ account: { agreement, endedOn } }) => runs(agreement, endedOn, to))
    .map(() => ({ value: 1 }));

const isInUse = ({ retiredOn }: PremisesNote, day: string) => retiredOn === null || day < retiredOn;

/** Days one by one, on which each of the premises was let, or could have been. */
const daysOf =
  (isCounted: (book: Book, premises: PremisesNote, day: string) => boolean) =>
  (book: Book, { from, to }: Days): Line[] =>
    book.premises.map((premises) => {
      const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, index) => plusDays(from, index));
      return { value: days.filter((day) => isCounted(book, premises, day)).length, group: premises.kind };
    });

const isLet = ({ leases }: Book, premises: PremisesNote, day: string) =>
  leases.some(
    ({ premises: held, account: { agreement, endedOn } }) =>
      held.some(({ of }) => of === premises) && runs(agreement, endedOn, day),
  );

export const RENTS: Readonly<Record<string, Figure>> = {
  "rental.asked": counted(asked),
  "rental.received": counted(received),
  "rental.recoveryRate": share(lines(received), lines(toCollect)),
  "rental.arrears": counted(arrears),
  "rental.tenantsInArrears": counted(lateTenants),
  "rental.writtenOff": counted(({ leases }, days) =>
    leases.flatMap(({ writtenOff }) =>
      writtenOff.filter(({ on }) => isIn(on, days)).map(({ francs }) => ({ value: francs })),
    ),
  ),
  "rental.leases": counted(running),
  "rental.premises": counted(({ premises }, { to }) =>
    premises.filter((one) => isInUse(one, to)).map(({ kind }) => ({ value: 1, group: kind })),
  ),
  "rental.occupancy": share(
    lines(daysOf(isLet)),
    lines(daysOf((_, premises, day) => isInUse(premises, day))),
  ),
  "rental.deposits": counted(({ leases }, { to }) => [
    {
      value: total(
        leases.flatMap(({ deposit }) => deposit.filter(({ on }) => on <= to).map(({ francs }) => francs)),
      ),
    },
  ]),
};
