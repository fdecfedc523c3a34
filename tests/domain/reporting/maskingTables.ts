import fc from "fast-check";
import {
  ALL_OFFICES,
  type CellPlace,
  type CountTable,
  cellKey,
  type SlotSpan,
} from "../../../src/domain/reporting/maskingTable.ts";

/* Tables of counts to mask, and everything that a paper could show of them, made without the code that masks. */

/** Months, quarters of three and a year of all of them, in the order in which they end. */
export function spansOf(months: number): SlotSpan[] {
  const spans: SlotSpan[] = [];
  for (let month = 0; month < months; month++) {
    spans.push({ name: `m${month}`, first: month, last: month });
    if (month % 3 === 2) spans.push({ name: `q${(month - 2) / 3}`, first: month - 2, last: month });
    if (month === months - 1 && months > 3) spans.push({ name: "y", first: 0, last: month });
  }
  return spans;
}

/** `counts[slot][office][way]` are the counts of a breakdown's groups; every way adds up to the same. */
export interface Counts {
  readonly counts: readonly (readonly (readonly (readonly number[])[])[])[];
  readonly offices: readonly string[];
}

export const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

export function tableOf({ counts, offices }: Counts, over = counts.length): CountTable {
  const ways = counts[0]?.[0] ?? [];
  return {
    slots: over,
    spans: spansOf(counts.length),
    offices,
    breakdowns: ways.map((groups, way) => ({
      by: `by${way}`,
      groups: groups.map((_, group) => `g${group}`),
    })),
    count: (slot, office, by, group) => {
      const of = counts[slot]?.[offices.indexOf(office)] ?? [];
      if (by === "") return sum(of[0] ?? []);
      return of[Number(by.slice("by".length))]?.[Number(group.slice(1))] ?? 0;
    },
  };
}

/** A cell by the unknowns that it is the sum of, each named by its slot, office, breakdown and group. */
export interface SumCell extends CellPlace {
  readonly key: string;
  readonly unknowns: readonly string[];
  readonly value: number;
}

const unknown = (slot: number, office: string, by: string, group: string) =>
  `${slot} ${office} ${by} ${group}`;

export function everyCell(table: CountTable): SumCell[] {
  const { offices, breakdowns } = table;
  const scopes = offices.length > 1 ? [...offices, ALL_OFFICES] : offices;
  const ways = [
    { by: "", groups: [""] },
    ...breakdowns.map(({ by, groups }) => ({ by, groups: [...groups] })),
  ];
  return table.spans
    .filter(({ last }) => last < table.slots)
    .flatMap((span) =>
      scopes.flatMap((office) =>
        ways.flatMap(({ by, groups }) =>
          groups.map((group) => {
            const place = { span: span.name, office, by, group };
            const slots = Array.from(
              { length: span.last - span.first + 1 },
              (_, index) => span.first + index,
            );
            const within = office === ALL_OFFICES ? offices : [office];
            const at = slots.flatMap((slot) => within.map((one) => ({ slot, one })));
            // The whole figure by the first breakdown; that the others add up to the same is an equation of its own.
            const whole = breakdowns[0];
            const unknowns = at.flatMap(({ slot, one }) =>
              by === "" && whole !== undefined
                ? whole.groups.map((each) => unknown(slot, one, whole.by, each))
                : [unknown(slot, one, by, group)],
            );
            return {
              ...place,
              key: cellKey(place),
              unknowns,
              value: sum(at.map(({ slot, one }) => table.count(slot, one, by, group))),
            };
          }),
        ),
      ),
    );
}

/** What each unknown truly is. */
export function truthOf({ slots, offices, breakdowns, count }: CountTable): ReadonlyMap<string, number> {
  const slotsOf = Array.from({ length: slots }, (_, slot) => slot);
  return new Map(
    slotsOf.flatMap((slot) =>
      offices.flatMap((office) =>
        breakdowns.flatMap(({ by, groups }) =>
          groups.map((group) => [unknown(slot, office, by, group), count(slot, office, by, group)] as const),
        ),
      ),
    ),
  );
}

/** A sum of unknowns that is known: coefficients and what they come to. */
export interface Equation {
  readonly of: ReadonlyMap<string, number>;
  readonly is: number;
}

/** That every breakdown of a slot and office adds up to the same. */
export function sameWholes(table: CountTable): Equation[] {
  const [first, ...others] = table.breakdowns;
  if (first === undefined) return [];
  return Array.from({ length: table.slots }, (_, slot) => slot).flatMap((slot) =>
    table.offices.flatMap((office) =>
      others.map(({ by, groups }) => ({
        of: new Map([
          ...first.groups.map((group) => [unknown(slot, office, first.by, group), 1] as const),
          ...groups.map((group) => [unknown(slot, office, by, group), -1] as const),
        ]),
        is: 0,
      })),
    ),
  );
}

export const equationOf = ({ unknowns, value }: SumCell): Equation => ({
  of: new Map(unknowns.map((each) => [each, 1])),
  is: value,
});

/** Counts from small to ample, many of them nought. */
const smallOrAmple = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 4 }) },
  { weight: 3, arbitrary: fc.integer({ min: 5, max: 14 }) },
);

/** Another division of a whole into so many groups: where each cut falls is drawn. */
function divided(whole: number, cuts: readonly number[]): number[] {
  const at = cuts.map((cut) => Math.round((cut * whole) / 100)).sort((a, b) => a - b);
  return [...at, whole].map((end, index) => end - (at[index - 1] ?? 0));
}

export function countsArbitrary(about: {
  readonly months: readonly number[];
  readonly offices: number;
  readonly groups: readonly number[];
  /** Without the second breakdown of the same counts. */
  readonly oneWay?: boolean;
}): fc.Arbitrary<Counts> {
  return fc
    .record({
      months: fc.constantFrom(...about.months),
      groups: fc.constantFrom(...about.groups),
      others: fc.constantFrom(...about.groups),
    })
    .chain(({ months, groups, others }) =>
      fc
        .array(
          fc.array(
            fc.record({
              of: fc.array(smallOrAmple, { minLength: groups, maxLength: groups }),
              cuts: fc.array(fc.integer({ min: 0, max: 100 }), {
                minLength: others - 1,
                maxLength: others - 1,
              }),
            }),
            { minLength: about.offices, maxLength: about.offices },
          ),
          { minLength: months, maxLength: months },
        )
        .map((slots) => ({
          offices: Array.from({ length: about.offices }, (_, index) => `o${index}`),
          counts: slots.map((offices) =>
            offices.map(({ of, cuts }) => (about.oneWay === true ? [of] : [of, divided(sum(of), cuts)])),
          ),
        })),
    );
}
