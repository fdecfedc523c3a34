import { Checkbox } from "@mantine/core";
import type { TFunction } from "i18next";
import type { Language } from "../../../src/contract/primitives.ts";
import { Name, Private } from "../../ui/Name.tsx";
import type { TableColumn } from "../../ui/tableColumns.ts";
import classes from "./ImportPage.module.css";
import { remarkSentence } from "./remarkSentence.ts";
import type { Row } from "./source.ts";

interface Ticks {
  readonly ticked: ReadonlySet<number>;
  readonly onTick: (row: number) => void;
}

/** The columns of the rows' table. */
export function rowColumns(t: TFunction<"imports">, language: Language, ticks: Ticks): TableColumn<Row>[] {
  return [
    { id: "row", heading: t("rows.line"), width: "4.2rem", align: "right", cell: (row) => row.row },
    {
      id: "outcome",
      heading: t("rows.outcome"),
      width: "7rem",
      cell: (row) => <OutcomeCell row={row} ticks={ticks} t={t} />,
    },
    {
      id: "name",
      heading: t("rows.name"),
      width: "10.5rem",
      cell: (row) => <Name surname={row.surname} firstNames={row.firstNames} />,
    },
    { id: "birth", heading: t("rows.birth"), width: "6.6rem", cell: (row) => row.birth },
    { id: "phone", heading: t("rows.phone"), width: "7.8rem", cell: (row) => <Private>{row.phone}</Private> },
    { id: "joinedOn", heading: t("rows.joinedOn"), width: "7rem", cell: (row) => row.joinedOn },
    {
      id: "remarks",
      heading: t("rows.remarks"),
      width: "minmax(18rem, 1fr)",
      cell: (row) => {
        const said = row.remarks.map((remark) => remarkSentence(remark, language)).join(" ");
        return (
          <span className={classes.remarks} title={said}>
            {said}
          </span>
        );
      },
    },
  ];
}

function OutcomeCell({
  row,
  ticks,
  t,
}: {
  readonly row: Row;
  readonly ticks: Ticks;
  readonly t: TFunction<"imports">;
}) {
  if (row.outcome !== "doubtful") return t(`outcomes.${row.outcome}`);
  return (
    <Checkbox
      size="xs"
      label={t("rows.accept")}
      checked={ticks.ticked.has(row.row)}
      onChange={() => ticks.onTick(row.row)}
      // The row's own click ticks too; once is enough.
      onClick={(event) => event.stopPropagation()}
    />
  );
}
