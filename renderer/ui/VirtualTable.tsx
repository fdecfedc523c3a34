import { useTable } from "@tanstack/react-table";
import { useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useId, useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { showCount } from "../lib/format.ts";
import { useLanguage } from "../lib/refusals.ts";
import { TableHead, type TableSort } from "./TableHead.tsx";
import { TableRow } from "./TableRow.tsx";
import { features, type Place, type TableColumn, tracks } from "./tableColumns.ts";
import { useRowKeys } from "./useRowKeys.ts";
import classes from "./VirtualTable.module.css";

interface VirtualTableProps<Row, SortKey extends string> {
  /** Read out as the table's name. */
  readonly label: string;
  /** Keep it stable (`useMemo`, or outside of the component). */
  readonly columns: readonly TableColumn<Row, SortKey>[];
  /** Rows in the whole list. */
  readonly count: number;
  readonly rowAt: (index: number) => Row | undefined;
  /** Which rows are on screen, so that their pieces can be fetched. */
  readonly onShow?: (from: number, to: number) => void;
  /** Enter or a click on a row. */
  readonly onOpen?: (row: Row) => void;
  readonly sort?: TableSort<SortKey>;
  readonly rowHeight?: number;
  /** Which row the keys stand on, where the page moves it too; left out, the table keeps it. */
  readonly active?: readonly [number | null, (index: number) => void];
  /** Beside the count, below the rows: sums. */
  readonly foot?: ReactNode;
}

/**
 * A list of any length: only the rows on screen are drawn. Up, down, page and home keys move, Enter opens;
 * headings sort. Fills the height that it is given.
 */
export function VirtualTable<Row, SortKey extends string = never>(props: VirtualTableProps<Row, SortKey>) {
  const { count, rowAt, onShow, onOpen, columns, rowHeight = 44 } = props;
  const id = useId();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollPaddingStart: 40,
  });
  const shown = virtual.getVirtualItems();
  useShown(shown, onShow);
  const { active, onKeyDown, choose } = useActiveRow(props, virtual.scrollToIndex);
  const rows = useCells(
    columns,
    shown.map((item) => ({ index: item.index, row: rowAt(item.index) })),
  );
  const template = tracks(columns);
  // A table whose rows are chosen by keys is a grid to a screen reader (ARIA in HTML allows it on a table).
  const grid = {
    role: "grid",
    tabIndex: 0,
    "aria-rowcount": count + 1,
    "aria-activedescendant": shown.some((item) => item.index === active) ? `${id}-${active}` : undefined,
  };

  return (
    <div className={classes.box}>
      <div ref={scroll} className={classes.scroll}>
        <table {...grid} className={classes.grid} aria-label={props.label} onKeyDown={onKeyDown}>
          <TableHead columns={columns} template={template} sort={props.sort} />
          <tbody className={classes.body} style={{ height: virtual.getTotalSize() }}>
            {shown.map((item, at) => (
              <TableRow
                key={item.key}
                id={`${id}-${item.index}`}
                item={item}
                template={template}
                cells={rows[at]}
                active={active === item.index}
                columns={columns}
                onChoose={onOpen ? () => choose(item.index) : undefined}
              />
            ))}
          </tbody>
        </table>
      </div>
      <TableFoot count={count}>{props.foot}</TableFoot>
    </div>
  );
}

/** Which row the keys stand on, and what opens it. */
function useActiveRow<Row, SortKey extends string>(
  { count, rowAt, onOpen, active: held }: VirtualTableProps<Row, SortKey>,
  reveal: (index: number) => void,
) {
  const own = useState<number | null>(null);
  const [active, setActive] = held ?? own;
  // Moved by the page, it may lie outside of what is shown.
  const moved = held?.[0] ?? null;
  useEffect(() => {
    if (moved !== null) reveal(moved);
  }, [moved, reveal]);
  const open = (index: number) => {
    const row = rowAt(index);
    if (row !== undefined) onOpen?.(row);
  };
  const choose = (index: number) => {
    setActive(index);
    open(index);
  };
  const onKeyDown = useRowKeys({ count, active, setActive, open, reveal });
  return { active, onKeyDown, choose };
}

/** TanStack's model of the rows on screen → what stands in each cell. */
function useCells<Row, SortKey extends string>(
  columns: readonly TableColumn<Row, SortKey>[],
  places: Place<Row>[],
): (readonly ReactNode[] | null)[] {
  const definitions = useMemo(
    () =>
      columns.map((column) => ({
        id: column.id,
        header: column.heading,
        accessorFn: (place: Place<Row>) => (place.row === undefined ? null : column.cell(place.row)),
      })),
    [columns],
  );
  const table = useTable({ features, columns: definitions, data: places });
  return table
    .getRowModel()
    .rows.map((row) =>
      row.original.row === undefined ? null : row.getAllCells().map((cell) => cell.getValue() as ReactNode),
    );
}

function useShown(shown: readonly VirtualItem[], onShow: ((from: number, to: number) => void) | undefined) {
  const from = shown[0]?.index ?? 0;
  const to = shown.at(-1)?.index ?? 0;
  useEffect(() => onShow?.(from, to), [from, to, onShow]);
}

function TableFoot({ count, children }: { readonly count: number; readonly children: ReactNode }) {
  const { t } = useTranslation("common");
  const language = useLanguage();
  return (
    <div className={`${classes.foot} numerals`}>
      <span aria-live="polite">{t("table.rows", { count, shown: showCount(count, language) })}</span>
      {children}
    </div>
  );
}
