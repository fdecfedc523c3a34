import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { TableColumn } from "./tableColumns.ts";
import classes from "./VirtualTable.module.css";

export interface TableSort<SortKey extends string> {
  readonly by: SortKey;
  readonly descending: boolean;
  readonly onSort: (by: SortKey, descending: boolean) => void;
}

interface TableHeadProps<Row, SortKey extends string> {
  readonly columns: readonly TableColumn<Row, SortKey>[];
  readonly template: string;
  readonly sort: TableSort<SortKey> | undefined;
}

/** The headings, which stay in view; those that sort are buttons. */
export function TableHead<Row, SortKey extends string>({
  columns,
  template,
  sort,
}: TableHeadProps<Row, SortKey>) {
  return (
    <thead className={classes.head}>
      <tr aria-rowindex={1} className={classes.headRow} style={{ gridTemplateColumns: template }}>
        {columns.map((column) => (
          <th
            key={column.id}
            scope="col"
            className={`${classes.heading} ${column.align === "right" ? classes.right : ""}`}
            aria-sort={ariaSort(column.sort, sort)}
          >
            {column.sort && sort ? (
              <SortButton column={column} by={column.sort} sort={sort} />
            ) : (
              column.heading
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface SortButtonProps<Row, SortKey extends string> {
  readonly column: TableColumn<Row, SortKey>;
  readonly by: SortKey;
  readonly sort: TableSort<SortKey>;
}

function SortButton<Row, SortKey extends string>({ column, by, sort }: SortButtonProps<Row, SortKey>) {
  const { t } = useTranslation("common");
  const here = sort.by === by;
  const Arrow = !here ? IconArrowsSort : sort.descending ? IconArrowDown : IconArrowUp;
  return (
    <button
      type="button"
      className={classes.sort}
      title={t("table.sortBy", { column: column.heading })}
      onClick={() => sort.onSort(by, here && !sort.descending)}
    >
      {column.heading}
      <Arrow size={14} stroke={here ? 2.2 : 1.4} aria-hidden />
    </button>
  );
}

function ariaSort<SortKey extends string>(by: SortKey | undefined, sort: TableSort<SortKey> | undefined) {
  if (!by || !sort) return undefined;
  if (sort.by !== by) return "none";
  return sort.descending ? "descending" : "ascending";
}
