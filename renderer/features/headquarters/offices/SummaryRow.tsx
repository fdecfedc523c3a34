import { useTranslation } from "react-i18next";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import { summaryOf } from "./attention.ts";
import classes from "./Offices.module.css";

const FIGURES = ["offices", "late", "forks", "toConfirm"] as const;

/** The whole association at a glance; what needs somebody stands out. */
export function SummaryRow({ lines }: { readonly lines: readonly OfficeLine[] }) {
  const { t } = useTranslation("headquarters");
  const summary = summaryOf(lines);
  return (
    <dl className={classes.summary} aria-label={t("summary.label")}>
      {FIGURES.map((figure) => {
        const wanted = figure !== "offices" && summary[figure] > 0;
        return (
          <div key={figure} className={`${classes.figure} ${wanted ? classes.wanted : ""}`}>
            <dt>{t(`summary.${figure}`)}</dt>
            <dd className="numerals">{summary[figure]}</dd>
          </div>
        );
      })}
    </dl>
  );
}
