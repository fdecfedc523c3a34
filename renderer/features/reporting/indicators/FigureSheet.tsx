import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { IndicatorTable } from "../../../../src/contract/reportingViews.ts";
import { daysBetween } from "../../../../src/domain/calendar.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { showShown } from "../../../lib/figuresShown.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { ChangeNote } from "../../../ui/ChangeNote.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { FigureLink } from "../FigureLink.tsx";
import { useWordOf } from "../indicatorWords.ts";
import { usePeriodName } from "../period/periodWords.ts";
import type { ChosenPeriod } from "../period/usePeriod.ts";
import { TargetNote } from "../TargetNote.tsx";
import classes from "./Indicators.module.css";

interface FigureSheetProps {
  readonly indicator: Indicator;
  readonly table: IndicatorTable;
  readonly chosen: ChosenPeriod;
  readonly office: OfficeScope | undefined;
}

/** The figure of the period, what changed, what is to be reached, and how it is counted. */
export function FigureSheet({ indicator, table, chosen, office }: FigureSheetProps) {
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  const wordOf = useWordOf();
  const nameOf = usePeriodName(chosen.fiscalStart);
  const [row] = table.rows;
  const [now, before] = row?.cells ?? [];
  const [, compared] = table.columns;
  if (row === undefined || now === undefined || before === undefined || compared === undefined) {
    const isTier = table.omitted.some(({ why }) => why === "tier");
    return <Notice>{t(isTier ? "indicators.withheld" : "indicators.notForYou")}</Notice>;
  }
  const { code, unit } = indicator;
  return (
    <Panel>
      <div className={classes.now}>
        <FigureLink
          figure={{ code, period: chosen.period, by: null, key: "", office }}
          shown={now}
          unit={unit}
          name={wordOf(indicator.name)}
          className={classes.figure}
        />
        <ChangeNote now={now} before={before} indicator={indicator} />
        <span className={`${classes.beforeFigure} numerals`}>
          {t(compared.partial ? "indicators.beforePart" : "indicators.before", {
            period: nameOf(compared.name),
            count: daysBetween(compared.from, compared.to) + 1,
            value: showShown(before, unit, language),
          })}
        </span>
        <TargetNote value={now.value} target={row.target} indicator={indicator} />
      </div>
      <p className={classes.meaning}>{wordOf(indicator.definition)}</p>
      <p className={classes.counted}>{t("indicators.counted", { counted: wordOf(indicator.counted) })}</p>
    </Panel>
  );
}
