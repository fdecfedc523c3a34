/** A place on a grid: row and column from 0. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  /** Whether something can be typed there. */
  readonly isOpen: (cell: Cell) => boolean;
}

export type Move = "up" | "down" | "left" | "right" | "first" | "last" | "next";

const count = (length: number) => Array.from({ length }, (_, index) => index);

function firstOpen({ isOpen }: Grid, cells: readonly Cell[]): Cell | undefined {
  return cells.find(isOpen);
}

const columnCells = ({ rows }: Grid, column: number) => count(rows).map((row) => ({ row, column }));

/** From the top of the next column that takes anything. */
function nextColumn(grid: Grid, column: number): Cell | undefined {
  const later = count(grid.columns).slice(column + 1);
  return firstOpen(
    grid,
    later.flatMap((one) => columnCells(grid, one)),
  );
}

/**
 * Where a key leads from a cell, over cells that take nothing; the same cell where there is no other. `next` is what
 * follows something typed: down, and from the bottom to the top of the next column.
 */
export function moved(grid: Grid, at: Cell, move: Move): Cell {
  const { row, column } = at;
  const inColumn = columnCells(grid, column);
  const inRow = count(grid.columns).map((one) => ({ row, column: one }));
  switch (move) {
    case "up":
      return firstOpen(grid, inColumn.slice(0, row).reverse()) ?? at;
    case "down":
      return firstOpen(grid, inColumn.slice(row + 1)) ?? at;
    case "left":
      return firstOpen(grid, inRow.slice(0, column).reverse()) ?? at;
    case "right":
      return firstOpen(grid, inRow.slice(column + 1)) ?? at;
    case "first":
      return firstOpen(grid, inColumn) ?? at;
    case "last":
      return firstOpen(grid, inColumn.reverse()) ?? at;
    case "next":
      return firstOpen(grid, inColumn.slice(row + 1)) ?? nextColumn(grid, column) ?? at;
  }
}

/** The first cell that takes something; the one at the top where none does. */
export function startOf(grid: Grid, wanted: (cell: Cell) => boolean = () => true): Cell {
  const cells = count(grid.columns).flatMap((column) => columnCells(grid, column));
  return cells.find((cell) => grid.isOpen(cell) && wanted(cell)) ?? firstOpen(grid, cells) ?? cells[0] ?? TOP;
}

const TOP: Cell = { row: 0, column: 0 };

const KEYS: Readonly<Record<string, Move>> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
  Home: "first",
  End: "last",
  Enter: "next",
};

/** What a key means on a grid, where it means a movement. */
export function moveOf({ key, ctrlKey, metaKey, altKey }: PressedKey): Move | undefined {
  return ctrlKey || metaKey || altKey ? undefined : KEYS[key];
}

interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}
