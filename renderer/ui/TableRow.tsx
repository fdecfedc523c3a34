import type { VirtualItem } from "@tanstack/react-virtual";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import classes from "./VirtualTable.module.css";

interface TableRowProps {
  readonly id: string;
  readonly item: VirtualItem;
  readonly template: string;
  /** Null while the row is on the way. */
  readonly cells: readonly ReactNode[] | null | undefined;
  readonly columns: readonly { readonly id: string; readonly align?: "left" | "right" }[];
  readonly active: boolean;
  readonly onChoose: (() => void) | undefined;
}

/** One row of a `VirtualTable`, at its place. Keys are handled by the table, which holds the focus. */
export function TableRow({ id, item, template, cells, columns, active, onChoose }: TableRowProps) {
  const { t } = useTranslation("common");
  const look = [classes.row, active && classes.active, onChoose && classes.opens].filter(Boolean).join(" ");
  return (
    // The table takes the keys (aria-activedescendant); a row only needs the pointer.
    <tr
      id={id}
      aria-rowindex={item.index + 2}
      aria-selected={active}
      className={look}
      style={{ gridTemplateColumns: template, height: item.size, transform: `translateY(${item.start}px)` }}
      onClick={onChoose}
    >
      {columns.map((column, at) => (
        <td
          key={column.id}
          className={`${classes.cell} ${column.align === "right" ? `${classes.right} numerals` : ""}`}
        >
          {cells ? (
            cells[at]
          ) : (
            <span className={classes.wait} role="img" aria-label={t("table.loadingRow")} />
          )}
        </td>
      ))}
    </tr>
  );
}
