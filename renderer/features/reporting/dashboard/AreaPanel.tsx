import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { IndicatorArea, PeriodName, ReportFigure } from "../../../../src/contract/reportingTerms.ts";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { ChangeNote } from "../../../ui/ChangeNote.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { indicatorAddress } from "../addresses.ts";
import { FigureLink } from "../FigureLink.tsx";
import { useWordOf } from "../indicatorWords.ts";
import { TargetNote } from "../TargetNote.tsx";
import classes from "./Dashboard.module.css";

interface AreaPanelProps {
  readonly area: IndicatorArea;
  /** The first one is the one that people ask for first. */
  readonly figures: readonly ReportFigure[];
  readonly period: PeriodName;
  readonly office: OfficeScope | undefined;
}

/** One area's figures of the period. */
export function AreaPanel({ area, figures, period, office }: AreaPanelProps) {
  const { t } = useTranslation("reporting");
  return (
    <Panel title={t(`areas.${area}`)}>
      <ul className={classes.figures}>
        {figures.map((figure, at) => (
          <FigureLine key={figure.code} figure={figure} isFirst={at === 0} period={period} office={office} />
        ))}
      </ul>
    </Panel>
  );
}

interface FigureLineProps extends Pick<AreaPanelProps, "period" | "office"> {
  readonly figure: ReportFigure;
  readonly isFirst: boolean;
}

function FigureLine({ figure, isFirst, period, office }: FigureLineProps) {
  const wordOf = useWordOf();
  const { code, now, before, target } = figure;
  const indicator = indicatorOf(code);
  if (indicator === undefined) return null;
  const name = wordOf(indicator.name);
  return (
    <li className={`${classes.figure} ${isFirst ? classes.first : ""}`}>
      <div className={classes.line}>
        <Link to={indicatorAddress(code, { period, office })} className={classes.name}>
          {name}
        </Link>
        <FigureLink
          figure={{ code, period, by: null, key: "", office }}
          shown={now}
          unit={indicator.unit}
          name={name}
          className={classes.number}
        />
      </div>
      <div className={classes.about}>
        <ChangeNote now={now} before={before} indicator={indicator} />
        <TargetNote value={now.value} target={target} indicator={indicator} />
      </div>
    </li>
  );
}
