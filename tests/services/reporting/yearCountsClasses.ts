import type { LiteracyFigures } from "../../../src/contract/literacyTerms.ts";
import type { CohortNote, Notes } from "../literacy/yearNotes.ts";
import { figuresFrom, presence } from "../literacy/yearSums.ts";
import type { Book } from "./yearBook.ts";
import {
  type By,
  bandOf,
  type Counting,
  counted,
  type Days,
  type Figure,
  isIn,
  share,
  total,
} from "./yearCounts.ts";

/* Classes by docs/literacy.md: women are counted, never stays, so each group is counted for itself. */

interface Part {
  readonly key: string;
  readonly notes: Notes;
  readonly cohorts: readonly CohortNote[];
}

const donorOf = ({ projects }: Book, { id }: CohortNote) => projects.get(id) ?? "none";
const birthOf = ({ women }: Book, id: string) => women.find((woman) => woman.id === id)?.birth ?? null;

/** The classes that are counted together; by age all of them, with the women of a band alone. */
function partsOf(book: Book, { to }: Days, by: By): Part[] {
  const { classes } = book;
  const together = (keyOf: (cohort: CohortNote) => string) =>
    [...Map.groupBy(classes.cohorts, keyOf)].map(([key, cohorts]) => ({ key, notes: classes, cohorts }));
  if (by === "group") return together(({ programme }) => programme.code);
  if (by === "donor") return together((cohort) => donorOf(book, cohort));
  if (by !== "ageBand") return together(() => (by === "office" ? book.office : ""));
  const byBand = Map.groupBy(classes.stays, ({ woman }) => bandOf(birthOf(book, woman), to));
  return [...byBand].map(([key, stays]) => ({ key, notes: { ...classes, stays }, cohorts: classes.cohorts }));
}

const ofParts =
  (count: (part: Part, days: Days, book: Book, by: By) => number): Counting =>
  (books, days, by) => {
    const sums = new Map<string, number>();
    for (const book of books)
      for (const part of partsOf(book, days, by))
        sums.set(part.key, (sums.get(part.key) ?? 0) + count(part, days, book, by));
    return sums;
  };

/** Counted once, however many indicators are made of it. */
const known = new WeakMap<Book, Map<string, LiteracyFigures>>();

function figuresOf(book: Book, { key, notes, cohorts }: Part, days: Days, by: By): LiteracyFigures {
  const hers = known.get(book) ?? new Map<string, LiteracyFigures>();
  known.set(book, hers);
  const name = `${by} ${key} ${days.from} ${days.to}`;
  const figures = hers.get(name) ?? figuresFrom(notes, cohorts, days);
  hers.set(name, figures);
  return figures;
}

type Counted =
  | "cohorts"
  | "enrolled"
  | "attending"
  | "dropouts"
  | "assessed"
  | "passed"
  | "fees"
  | "cost"
  | "minutesTaught";
const ofFigures = (name: Counted): Counting =>
  ofParts((part, days, book, by) => figuresOf(book, part, days, by)[name]);

const marks = (what: "came" | "of"): Counting =>
  ofParts(({ notes, cohorts }, days) =>
    total(
      notes.stays
        .filter(({ cohort }) => cohorts.includes(cohort))
        .map((stay) => presence(notes, stay, days)[what]),
    ),
  );

/** Of all classes together, by her reason; by anything else as everything is. */
const dropouts: Counting = (books, days, by) => {
  if (by !== "group") return ofFigures("dropouts")(books, days, by);
  const sums = new Map<string, number>();
  for (const book of books)
    for (const whole of partsOf(book, days, null))
      for (const { reason, women } of figuresOf(book, whole, days, null).reasons)
        sums.set(reason, (sums.get(reason) ?? 0) + women);
  return sums;
};

const count = (counting: Counting): Figure => ({ kind: "count", count: counting });
const enrolled = ofFigures("enrolled");
const assessed = ofFigures("assessed");
const passed = ofFigures("passed");
const cost = ofFigures("cost");
const hours: Counting = (books, days, by) =>
  new Map([...ofFigures("minutesTaught")(books, days, by)].map(([key, minutes]) => [key, minutes / 60]));

export const CLASSES: Readonly<Record<string, Figure>> = {
  "literacy.cohorts": count(ofFigures("cohorts")),
  "literacy.enrolled": count(enrolled),
  "literacy.attending": count(ofFigures("attending")),
  "literacy.attendanceRate": share(marks("came"), marks("of")),
  "literacy.dropouts": count(dropouts),
  "literacy.dropoutRate": share(ofFigures("dropouts"), enrolled),
  "literacy.assessed": count(assessed),
  "literacy.passed": count(passed),
  "literacy.completionRate": share(passed, enrolled),
  "literacy.successRate": share(passed, assessed),
  "literacy.hours": count(hours),
  "literacy.certificates": counted((book, days) =>
    book.certificates
      .filter(({ on }) => isIn(on, days))
      .map(({ stay: { cohort, woman } }) => ({
        ...{ value: 1, group: cohort.programme.code, donor: donorOf(book, cohort) },
        band: bandOf(birthOf(book, woman), days.to),
      })),
  ),
  "literacy.fees": count(ofFigures("fees")),
  "literacy.cost": count(cost),
  "literacy.costPerLearner": share(cost, enrolled, { times: 1, decimals: 0 }),
};
