import type { TFunction } from "i18next";
import type { Language } from "../../../../src/contract/primitives.ts";
import type { IndicatorRecords } from "../../../../src/contract/reportingViews.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { showValue } from "../../../lib/figuresShown.ts";
import { showDay } from "../../../lib/format.ts";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import classes from "./Records.module.css";

export type CountedRow = IndicatorRecords["rows"][number];

interface ColumnsOf {
  readonly indicator: Indicator;
  readonly t: TFunction<"reporting">;
  readonly language: Language;
  readonly withOffice: boolean;
}

/** A share is made of two counts, each in whole things. */
const unitOfPart = ({ nature, unit }: Indicator) =>
  nature === "rate" && unit === "percent" ? "count" : unit;

export function recordColumns({ indicator, t, language, withOffice }: ColumnsOf): TableColumn<CountedRow>[] {
  const isRate = indicator.nature === "rate";
  return [
    {
      id: "label",
      heading: t("records.record"),
      width: "minmax(14rem, 2fr)",
      cell: ({ label, link }) => (
        <span className={link === null ? "" : classes.linked}>
          <span className="numerals">{label}</span>
        </span>
      ),
    },
    {
      id: "kind",
      heading: t("records.kind"),
      width: "minmax(9rem, 1fr)",
      cell: ({ link }) => (link === null ? "" : t(`records.kinds.${link.to}`)),
    },
    {
      id: "on",
      heading: t("records.on"),
      width: "8rem",
      cell: ({ on }) => <span className="numerals">{on === null ? "" : showDay(on)}</span>,
    },
    ...(withOffice
      ? [
          {
            id: "office",
            heading: t("records.office"),
            width: "6rem",
            cell: ({ office }: CountedRow) => office,
          },
        ]
      : []),
    ...(isRate
      ? [
          {
            id: "part",
            heading: t("records.part"),
            width: "minmax(10rem, 1fr)",
            cell: ({ part }: CountedRow) => t(`records.parts.${part}`),
          },
        ]
      : []),
    {
      id: "value",
      heading: t("records.value"),
      width: "minmax(9rem, 1fr)",
      align: "right",
      cell: ({ value }) => showValue(value, unitOfPart(indicator), language),
    },
  ];
}
