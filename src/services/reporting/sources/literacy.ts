import type { Stay } from "../../../contract/literacyTerms.ts";
import type { BothLanguages } from "../../../contract/reportingTerms.ts";
import { listCohorts } from "../../../data/literacy/cohorts.ts";
import { type CountedWomen, runsWithin, taughtIn } from "../../../domain/literacy/figures.ts";
import type { DaySpan } from "../../../domain/reporting/periods.ts";
import { type ClassRecord, sourceFor } from "../../literacy/classes.ts";
import { allowancesWithin, counted, feesWithin } from "../../literacy/figures.ts";
import type { CountedRecord, MeasuredBy, MeasuredPlace, MeasureSource, NamedSpan } from "../measuring.ts";
import { inBoth, projectNames } from "./groupNames.ts";
import { type ClassGroup, type LiteracyBook, openLiteracyBook, projectOf } from "./literacyBook.ts";
import { type Counting, type Tallied, tallySource } from "./tally.ts";

/*
 * What classes can be counted by: the rules are those of the figures of classes (docs/literacy.md). A woman is counted
 * once in what is counted together, so that groups may add up to more than the whole.
 */

/** A woman as a record: by her number alone, or her class's where the register that is read does not know her. */
function womanRow({ records }: ClassGroup, stay: Stay): CountedRecord {
  const record = records.find(({ cohort }) => cohort.id === stay.cohortId);
  const number = record?.stays.find(({ id }) => id === stay.id)?.number ?? "";
  return {
    ...{ id: stay.memberId, office: record?.cohort.office ?? "", on: stay.startsOn, value: 1 },
    label: number === "" ? (record?.cohort.number ?? "") : number,
    link: { to: "cohort", id: stay.cohortId },
  };
}

/** Women of what is counted together, each once. @param pick which of them, by their member ids */
const women =
  (pick: (counted: CountedWomen) => ReadonlyMap<string, Stay>): Counting<LiteracyBook> =>
  (book, span, by) =>
    book.groups(span, by).flatMap((group) =>
      [...pick(group.women())].map(([memberId, stay]) => ({
        ...womanRow(group, stay),
        key: by === "ageBand" ? book.ageBand(memberId, span.to) : group.key,
      })),
    );

const staysOfGone = ({ gone }: CountedWomen) =>
  new Map([...gone].map(([memberId, { stay }]) => [memberId, stay]));

/** Who dropped out, by her reason. */
const dropouts: Counting<LiteracyBook> = (book, span, by) => {
  if (by !== "group") return women(staysOfGone)(book, span, by);
  return book
    .groups(span, null)
    .flatMap((group) =>
      [...group.women().gone.values()].map(({ stay, reason }) => ({ ...womanRow(group, stay), key: reason })),
    );
};

/** Sessions at which women were, or that count for them; a stay is a record. */
const presence =
  (what: "attended" | "held"): Counting<LiteracyBook> =>
  (book, span, by) =>
    book.groups(span, by).flatMap((group) => {
      return group.presences().flatMap(({ stay, [what]: value }): Tallied[] => {
        const key = by === "ageBand" ? book.ageBand(stay.memberId, span.to) : group.key;
        return value === 0 ? [] : [{ ...womanRow(group, stay), id: stay.id, value, key }];
      });
    });

/** What classes add that is no woman's. */
const ofClasses =
  (
    rowsOf: (record: ClassRecord, span: DaySpan, book: LiteracyBook) => CountedRecord[],
  ): Counting<LiteracyBook> =>
  (book, span, by) =>
    by === "ageBand"
      ? []
      : book
          .groups(span, by)
          .flatMap(({ key, records }) =>
            records.flatMap((record) => rowsOf(record, span, book).map((row) => ({ ...row, key }))),
          );

const classRow = ({ cohort }: ClassRecord): Pick<CountedRecord, "office" | "label" | "link"> => ({
  office: cohort.office,
  label: cohort.number,
  link: { to: "cohort", id: cohort.id },
});

const running = (record: ClassRecord, span: DaySpan): CountedRecord[] => {
  const { id, details } = record.cohort;
  return runsWithin(counted(record, span), span)
    ? [{ ...classRow(record), id, on: details.startsOn, value: 1 }]
    : [];
};

const hours = (record: ClassRecord, span: DaySpan): CountedRecord[] =>
  taughtIn(counted(record, span), span).map(({ id, onDay, from, minutes }) => ({
    ...classRow(record),
    ...{ id: id ?? `${record.cohort.id} ${onDay} ${from}`, on: onDay, value: minutes / 60 },
  }));

const fees = (record: ClassRecord, span: DaySpan, book: LiteracyBook): CountedRecord[] =>
  feesWithin(record, span).map(({ voucherId, paidOn, amount }) => ({
    ...{ id: voucherId, office: record.cohort.office, on: paidOn, value: amount },
    ...{ label: book.voucherNumber(voucherId), link: { to: "voucher", id: voucherId } },
  }));

const cost = (record: ClassRecord, span: DaySpan): CountedRecord[] =>
  allowancesWithin(record, span).map(({ voucherId, voucherNumber, paidOn, amount }) => ({
    ...{ id: voucherId, office: record.cohort.office, on: paidOn, value: amount },
    ...{ label: voucherNumber, link: { to: "voucher", id: voucherId } },
  }));

/** By the day of issue: classes may be over by then. */
const certificates: Counting<LiteracyBook> = (book, { from, to }: NamedSpan, by) =>
  book
    .certificates()
    .filter(({ issuedOn }) => from <= issuedOn && issuedOn <= to)
    .map(({ id, office, number, issuedOn, cohortId, memberId }) => {
      const cohort = book.cohort(cohortId);
      const keys: Record<MeasuredBy, () => string> = {
        office: () => office,
        ageBand: () => book.ageBand(memberId, to),
        group: () => (cohort === undefined ? "" : book.programmeCode(cohort)),
        donor: () => (cohort === undefined ? "" : projectOf(cohort)),
      };
      return {
        ...{ id, office, on: issuedOn, label: number, value: 1, link: { to: "cohort", id: cohortId } },
        key: by === null ? "" : keys[by](),
      };
    });

/** Programmes by their codes; where offices wrote the same one differently, the words of the last. */
function programmeNames({ call, reader, office }: MeasuredPlace): ReadonlyMap<string, BothLanguages> {
  const { book } = sourceFor(call, reader);
  const offices = new Set(listCohorts(reader, { office }).map((cohort) => cohort.office));
  return new Map(
    [...offices]
      .flatMap((code) => book.standing(code))
      .map(({ details }) => [details.code, inBoth(details.name)]),
  );
}

export const literacySource: MeasureSource = tallySource<LiteracyBook>({
  open: openLiteracyBook,
  isShared: true,
  countings: {
    "literacy.cohorts": ofClasses(running),
    "literacy.enrolled": women(({ enrolled }) => enrolled),
    "literacy.attending": women(({ attending }) => attending),
    "literacy.sessionsAttended": presence("attended"),
    "literacy.sessionsCounted": presence("held"),
    "literacy.dropouts": dropouts,
    "literacy.dropoutsInProgramme": women(staysOfGone),
    "literacy.assessed": women(({ assessed }) => assessed),
    "literacy.passed": women(({ passed }) => passed),
    "literacy.hours": ofClasses(hours),
    "literacy.certificates": certificates,
    "literacy.fees": ofClasses(fees),
    "literacy.cost": ofClasses(cost),
  },
  groupNames: (place, by) => {
    if (by === "donor") return projectNames(place);
    return by === "group" ? programmeNames(place) : new Map();
  },
});
