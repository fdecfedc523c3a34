import { type Deciding, decidingFor, SMALLEST_SHOWN } from "./maskingDecisions.ts";
import { type Cell, type CellBlock, type CellTable, type CountTable, cellsOf } from "./maskingTable.ts";

/*
 * Which counts may leave the office. Counts under five are masked, and as many others as it takes so that none of the
 * masked can be worked out from all that is shown: groups and their sum, months and the quarter or year, offices and all
 * together, one breakdown beside another. Both kinds look the same on paper.
 *
 * Cells are decided in a fixed order: a cell is shown when every masked one stays open with it, else it is masked too.
 * Spans that end earlier come first, so what was issued in October does not depend on November; an office's cells come
 * before those of all offices, so what an office shows does not depend on the others.
 */

/** While a month's group is shown, so much stays open that the quarter and the year have room to be shown too. */
const MONTH_GROUP_RANGE = 10;
/** Masked cells within a quarter or year that add up to this leave their sum free to be shown. */
const COMPANY = 10;

/**
 * One masked month alone would take its quarter's figure with it: it could be worked out. So the next one is masked
 * beside it, and the quarter is shown. The same for quarters within the year.
 */
function companyOf() {
  const masked = new Map<string, { cells: number; sum: number }>();
  return {
    isOwed({ within }: Cell): boolean {
      const beside = within === null ? undefined : masked.get(within);
      return beside !== undefined && (beside.cells === 1 || beside.sum < COMPANY);
    },
    add({ within, value }: Cell): void {
      if (within === null) return;
      const beside = masked.get(within) ?? { cells: 0, sum: 0 };
      masked.set(within, { cells: beside.cells + 1, sum: beside.sum + value });
    },
  };
}

/** Blocks that end together, in the order of their ends. */
const byEnd = (blocks: readonly CellBlock[]): [number, CellBlock[]][] =>
  [...Map.groupBy(blocks, ({ last }) => last)].sort(([a], [b]) => a - b);

const isSmall = ({ value }: Cell) => value < SMALLEST_SHOWN;

/** Small counts are masked before anything that ends with them is decided; so is what no group names. */
function maskSmall(deciding: Deciding, table: CellTable, blocks: readonly CellBlock[]): void {
  for (const cell of blocks.flatMap(({ cells }) => cells)) if (isSmall(cell)) deciding.mask(cell);
  const ended = new Set(blocks.map(({ office, last }) => `${office} ${last}`));
  for (const { part, office, slot } of table.unnamed)
    if (ended.has(`${office} ${slot}`))
      deciding.mask({ key: `unnamed ${part}`, parts: [part], value: table.values[part] ?? 0 });
}

/** What one office shows, whatever the others have. Keys of cells are added to `shown`. @returns what it masks */
function decideOffice(table: CellTable, office: string, shown: Set<string>): Deciding["guarded"] {
  const deciding = decidingFor(table, { shown: [], guarded: new Map() });
  const company = companyOf();
  const isShown = (cell: Cell, { isSlot }: CellBlock): boolean => {
    if (isSmall(cell)) return false;
    if (company.isOwed(cell) && deciding.mask(cell)) return false;
    const isMonthGroup = isSlot && cell.isGroup && cell.within !== null;
    return deciding.decide(cell, isMonthGroup ? MONTH_GROUP_RANGE : undefined);
  };
  for (const [, blocks] of byEnd(table.blocks.filter((block) => block.office === office))) {
    maskSmall(deciding, table, blocks);
    for (const block of blocks)
      for (const cell of block.cells)
        if (isShown(cell, block)) shown.add(cell.key);
        else company.add(cell);
  }
  return deciding.guarded;
}

/**
 * What is shown of all offices together. Within the year only sums of what every office shows: what an office will show of
 * the quarter and the year cannot be known yet, and could close what such a sum leaves open. Of the whole year, and of
 * what does not add up over time, whatever leaves all masked cells of all offices open.
 */
function decideAll(table: CellTable, shown: Set<string>, guarded: Deciding["guarded"]): void {
  const cells = table.blocks.flatMap((block) => block.cells);
  const ofAll = cells.filter(({ ofOffices }) => ofOffices.length > 0);
  const isSum = ({ ofOffices }: Cell) => ofOffices.every((key) => shown.has(key));
  for (const cell of ofAll) if (!isSmall(cell) && isSum(cell)) shown.add(cell.key);
  const isOpen = (cell: Cell) => cell.within === null && !isSmall(cell) && !shown.has(cell.key);
  const masked = new Map(guarded);
  for (const cell of ofAll) {
    const { key, parts, value, ofOffices } = cell;
    // Whatever changes a masked part of it changes the sum.
    const part = ofOffices.map((office) => guarded.get(office)).find((one) => one !== undefined);
    if (!shown.has(key) && !isOpen(cell) && part !== undefined) masked.set(key, { ...part, parts, value });
  }
  const deciding = decidingFor(table, { shown: cells.filter(({ key }) => shown.has(key)), guarded: masked });
  for (const cell of ofAll.filter(isOpen)) if (deciding.decide(cell)) shown.add(cell.key);
}

/**
 * The cells of a table that may be shown, by their keys; all others are masked.
 * @param table counts of one indicator within one fiscal year, as far as its spans are over
 */
export function protect(table: CountTable): ReadonlySet<string> {
  const cells = cellsOf(table);
  const shown = new Set<string>();
  const guarded = new Map(table.offices.flatMap((office) => [...decideOffice(cells, office, shown)]));
  if (table.offices.length > 1) decideAll(cells, shown, guarded);
  return shown;
}
