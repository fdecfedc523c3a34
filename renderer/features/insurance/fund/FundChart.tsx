import { useTranslation } from "react-i18next";
import type { FundView } from "../../../../src/contract/insurancePolicies.ts";
import type { ChartPicture } from "../../../../src/domain/reporting/chartPicture.ts";
import { monthCategory } from "../../../../src/domain/reporting/reportPictures.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { ChartPlot } from "../../../ui/ChartPlot.tsx";
import classes from "./Fund.module.css";

type Months = FundView["months"];
type Sum = "contributions" | "benefits" | "balance";

function Part({ picture, height }: { readonly picture: ChartPicture; readonly height: number }) {
  return (
    <figure className={classes.chart}>
      <figcaption>{picture.title}</figcaption>
      <ChartPlot picture={picture} height={height} label={null} />
    </figure>
  );
}

/**
 * What came in and went out, month by month, and below it what the fund held: francs on two scales in one picture would
 * compare what cannot be compared. For who cannot see it the table below says the same.
 */
export function FundChart({ months }: { readonly months: Months }) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const about = {
    unit: "francs",
    target: null,
    categories: months.map(({ month }) => monthCategory(month, language)),
  } as const;
  const valuesOf = (sum: Sum) => ({ label: t(`fund.${sum}`), values: months.map((one) => one[sum]) });
  const movements: ChartPicture = {
    ...{ ...about, title: t("fund.movements"), kind: "bars" },
    series: [
      { ...valuesOf("contributions"), look: "solid", as: "bar" },
      { ...valuesOf("benefits"), look: "hatched", as: "bar" },
    ],
  };
  const balance: ChartPicture = {
    ...{ ...about, title: t("fund.atEnd"), kind: "lines" },
    series: [{ ...valuesOf("balance"), look: "solid", as: "line" }],
  };
  return (
    <div role="img" aria-label={t("fund.chart")} className={classes.charts}>
      <Part picture={movements} height={210} />
      <Part picture={balance} height={180} />
    </div>
  );
}
