/*
 * The counts of one sensitive indicator as cells: the finest ones (a slot of time, an office, a group) are the unknowns of
 * whoever tries to work out a masked one, and everything that can be shown is a sum of them.
 */

/** A stretch of slots under the name of its period, both ends included. */
export interface SlotSpan {
  readonly name: string;
  readonly first: number;
  readonly last: number;
}

/** Ways to divide the counts; each adds up to the same whole figure. */
export interface CountedBy {
  readonly by: string;
  readonly groups: readonly string[];
}

/** Where a count is: `by` and `group` are empty for the whole figure, `office` is `all` for all together. */
export interface CellPlace {
  readonly span: string;
  readonly office: string;
  readonly by: string;
  readonly group: string;
}

export interface CountTable {
  /** How many months of a fiscal year are over, or one slot alone where counts do not add up over time. */
  readonly slots: number;
  /**
   * Every slot of the whole year, and what they add up to, also those that are not over yet: what is decided of a month
   * does not depend on them, but on their being. Spans that end earlier come first, and of those the shorter.
   */
  readonly spans: readonly SlotSpan[];
  readonly offices: readonly string[];
  readonly breakdowns: readonly CountedBy[];
  /** Whole numbers from 0. */
  count(slot: number, office: string, by: string, group: string): number;
}

export const ALL_OFFICES = "all";

export const cellKey = ({ span, office, by, group }: CellPlace): string =>
  [span, office, by, group].join("\n");

/** One that may be shown or hidden: the finest cells that it is the sum of. */
export interface Cell {
  readonly key: string;
  readonly parts: readonly number[];
  readonly value: number;
  /** One group of a breakdown, not the whole figure. */
  readonly isGroup: boolean;
  /** The same cell of the next longer span that this one is within; null where there is none. */
  readonly within: string | null;
  /** Of all offices: the same cell of each of them. Empty for an office's own. */
  readonly ofOffices: readonly string[];
}

/** Two sums that are known to be the same: the whole figure by one breakdown and by another. */
export interface SameSum {
  readonly left: readonly number[];
  readonly right: readonly number[];
}

/** What is decided together: cells of an office, or of all, of one span. */
export interface CellBlock {
  readonly office: string;
  readonly last: number;
  /** Of the shortest span there is. */
  readonly isSlot: boolean;
  readonly cells: readonly Cell[];
}

export interface CellTable {
  /** The true values of the finest cells. */
  readonly values: readonly number[];
  readonly same: readonly SameSum[];
  /** In the order in which they are decided: earlier ends first, the whole figure before its groups. */
  readonly blocks: readonly CellBlock[];
  /** Finest cells that no group names: what a breakdown leaves over. They are never shown. */
  readonly unnamed: readonly { readonly part: number; readonly office: string; readonly slot: number }[];
  /** Breakdowns whose groups overlap: they say more than their sum, so nothing of them is shown. */
  readonly overlapping: readonly string[];
}

interface Parts {
  /** Of an office's slot, by breakdown: the finest cell of each group. */
  readonly of: ReadonlyMap<string, readonly number[]>;
  /** All finest cells of one breakdown: they add up to the whole figure. */
  readonly whole: readonly number[];
}

const overlaps = (table: CountTable, { by, groups }: CountedBy): boolean =>
  table.offices.some((office) =>
    Array.from({ length: table.slots }, (_, slot) => slot).some(
      (slot) =>
        groups.reduce((sum, group) => sum + table.count(slot, office, by, group), 0) >
        table.count(slot, office, "", ""),
    ),
  );

const totalOf = (values: readonly number[], parts: readonly number[]): number =>
  parts.reduce((sum, part) => sum + (values[part] ?? 0), 0);

const lengthOf = ({ first, last }: SlotSpan) => last - first + 1;

function nextLonger(spans: readonly SlotSpan[], span: SlotSpan): SlotSpan | null {
  const longer = spans.filter(
    (other) => lengthOf(other) > lengthOf(span) && other.first <= span.first && span.last <= other.last,
  );
  return longer.sort((a, b) => lengthOf(a) - lengthOf(b))[0] ?? null;
}

/** Numbers the finest cells of a table and says which sums of them can be shown, in the order of deciding. */
export function cellsOf(table: CountTable): CellTable {
  const overlapping = table.breakdowns.filter((one) => overlaps(table, one)).map(({ by }) => by);
  const divided = table.breakdowns.filter(({ by }) => !overlapping.includes(by));
  const values: number[] = [];
  const same: SameSum[] = [];
  const unnamed: { part: number; office: string; slot: number }[] = [];
  const partsAt = new Map<string, Parts>();

  const number = (value: number): number => values.push(value) - 1;
  const divide = (slot: number, office: string, { by, groups }: CountedBy) => {
    const named = groups.map((group) => number(table.count(slot, office, by, group)));
    const rest = table.count(slot, office, "", "") - totalOf(values, named);
    if (rest <= 0) return { named, whole: named };
    const part = number(rest);
    unnamed.push({ part, office, slot });
    return { named, whole: [...named, part] };
  };
  for (let slot = 0; slot < table.slots; slot++)
    for (const office of table.offices) {
      const ways = divided.map((one) => ({ by: one.by, ...divide(slot, office, one) }));
      const whole = ways[0]?.whole ?? [number(table.count(slot, office, "", ""))];
      for (const way of ways.slice(1)) same.push({ left: whole, right: way.whole });
      partsAt.set(`${slot} ${office}`, { of: new Map(ways.map(({ by, named }) => [by, named])), whole });
    }

  const within = (span: SlotSpan, offices: readonly string[]): Parts[] =>
    offices.flatMap((office) =>
      Array.from({ length: span.last - span.first + 1 }, (_, index) => {
        const parts = partsAt.get(`${span.first + index} ${office}`);
        return parts === undefined ? [] : [parts];
      }).flat(),
    );
  const block = (span: SlotSpan, office: string, offices: readonly string[]): CellBlock => {
    const held = within(span, offices);
    const longer = nextLonger(table.spans, span);
    const cell = (by: string, group: string, parts: readonly number[]): Cell => ({
      key: cellKey({ span: span.name, office, by, group }),
      parts,
      value: totalOf(values, parts),
      isGroup: by !== "",
      within: longer === null ? null : cellKey({ span: longer.name, office, by, group }),
      ofOffices:
        office === ALL_OFFICES
          ? offices.map((one) => cellKey({ span: span.name, office: one, by, group }))
          : [],
    });
    const groupCells = divided.flatMap(({ by, groups }) =>
      groups.map((group, index) =>
        cell(
          by,
          group,
          held.flatMap((parts) => parts.of.get(by)?.[index] ?? []),
        ),
      ),
    );
    const whole = held.flatMap((parts) => parts.whole);
    return {
      office,
      last: span.last,
      isSlot: lengthOf(span) === 1,
      cells: [cell("", "", whole), ...groupCells],
    };
  };
  const over = table.spans.filter(({ last }) => last < table.slots);
  const blocks = over.flatMap((span) => [
    ...table.offices.map((office) => block(span, office, [office])),
    ...(table.offices.length > 1 ? [block(span, ALL_OFFICES, table.offices)] : []),
  ]);
  return { values, same, blocks, unnamed, overlapping };
}
