import { useRef, useState } from "react";
import type { Cell } from "./gridMove.ts";

/**
 * One cell of a grid takes the keyboard's way in and out; the others are reached by arrows.
 * Cells carry `data-cell="ROW:COLUMN"`.
 */
export function useGridFocus<Element extends HTMLElement>(first: () => Cell) {
  const grid = useRef<Element>(null);
  const [active, setActive] = useState(first);
  const goTo = (cell: Cell) => {
    setActive(cell);
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell.row}:${cell.column}"]`)?.focus();
  };
  const isActive = ({ row, column }: Cell) => active.row === row && active.column === column;
  return { grid, setActive, goTo, isActive };
}
