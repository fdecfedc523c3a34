import { UnstyledButton } from "@mantine/core";
import { IconChartBar, IconTable } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ChartPicture } from "../../src/domain/reporting/chartPicture.ts";
import { useLanguage } from "../lib/refusals.ts";
import classes from "./ChartFigure.module.css";
import { ChartPlot } from "./ChartPlot.tsx";
import { chartTable } from "./chartTable.ts";

interface ChartFigureProps {
  readonly picture: ChartPicture;
  /** Pixels; the width is what the page has. */
  readonly height?: number;
  /** Below the chart: where the figures come from, what is missing. */
  readonly note?: ReactNode;
}

/**
 * A chart on a page, with the table behind it: for who cannot see the picture, and for who wants the exact number.
 */
export function ChartFigure({ picture, height = 240, note }: ChartFigureProps) {
  const { t } = useTranslation("common");
  const [isTable, setTable] = useState(false);
  const tableId = useId();
  const Icon = isTable ? IconChartBar : IconTable;
  return (
    <figure className={classes.figure}>
      <figcaption className={classes.head}>
        <span className={classes.title}>{picture.title}</span>
        <UnstyledButton
          className={classes.toggle ?? ""}
          aria-expanded={isTable}
          aria-controls={tableId}
          aria-label={`${t(isTable ? "chart.hideTable" : "chart.showTable")} – ${picture.title}`}
          onClick={() => setTable(!isTable)}
        >
          <Icon size={15} aria-hidden />
          {t(isTable ? "chart.hideTable" : "chart.showTable")}
        </UnstyledButton>
      </figcaption>
      <ChartPlot picture={picture} height={height} label={t("chart.label", { title: picture.title })} />
      <div id={tableId}>{isTable && <ChartNumbers picture={picture} />}</div>
      {note && <p className={classes.note}>{note}</p>}
    </figure>
  );
}

function ChartNumbers({ picture }: { readonly picture: ChartPicture }) {
  const { t } = useTranslation("common");
  const language = useLanguage();
  const table = chartTable(picture, language, { dash: t("dash"), currency: t("currency") });
  return (
    // A wide table scrolls on its own, by the keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable
    <section className={classes.scroll} tabIndex={0} aria-label={`${t("chart.table")} – ${picture.title}`}>
      <table className={`${classes.table} numerals`}>
        <thead>
          <tr>
            <td />
            {table.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two series may have the same name
              <th key={index} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are places of the axis
            <tr key={at}>
              <th scope="row">{row.name}</th>
              {row.values.map((value, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: one cell a column
                <td key={index}>{value}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
