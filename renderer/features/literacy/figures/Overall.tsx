import { useTranslation } from "react-i18next";
import type { LiteracyFigures } from "../../../../src/contract/literacyTerms.ts";
import { showCount, showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { showHours, showRate } from "../figuresShown.ts";
import classes from "./Figures.module.css";

/** All classes of the period as one. */
export function Overall({ figures }: { readonly figures: LiteracyFigures }) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const count = (value: number) => showCount(value, language);
  const rate = (value: LiteracyFigures["attendanceRate"]) => showRate(value, language);
  const hours = (minutes: number) => showHours(minutes, language);
  const francs = (value: number | null) => (value === null ? "—" : showFrancs(value, language));
  return (
    <Panel title={t("figures.overall")} text={t("figures.classes", { count: figures.cohorts })}>
      <dl className={classes.overall}>
        <Figure name={t("figures.enrolled")} value={count(figures.enrolled)}>
          {t("figures.attending", { count: figures.attending })}
        </Figure>
        <Figure name={t("figures.attendanceRate")} value={rate(figures.attendanceRate)}>
          {t("figures.attendanceHint")}
        </Figure>
        <Figure name={t("figures.dropoutRate")} value={rate(figures.dropoutRate)}>
          <Reasons figures={figures} />
        </Figure>
        <Figure name={t("figures.completionRate")} value={rate(figures.completionRate)}>
          {t("figures.completionHint", { passed: figures.passed, enrolled: figures.enrolled })}
        </Figure>
        <Figure name={t("figures.successRate")} value={rate(figures.successRate)}>
          {t("figures.successHint", { passed: figures.passed, assessed: figures.assessed })}
        </Figure>
        <Figure name={t("figures.hours")} value={hours(figures.minutesTaught)}>
          {t("figures.hoursHint", { planned: hours(figures.minutesPlanned) })}
        </Figure>
        <Figure name={t("figures.costPerLearner")} value={francs(figures.costPerLearner)}>
          {t("figures.costHint", { cost: francs(figures.cost) })}
        </Figure>
        <Figure name={t("figures.fees")} value={francs(figures.fees)}>
          {t("figures.feesHint")}
        </Figure>
      </dl>
    </Panel>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly children: React.ReactNode;
}

function Figure({ name, value, children }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <span className={`numerals ${classes.value}`}>{value}</span>
        <span className={classes.hint}>{children}</span>
      </dd>
    </div>
  );
}

/** How many stopped, and why. */
function Reasons({ figures }: { readonly figures: LiteracyFigures }) {
  const { t } = useTranslation("literacy");
  const given = figures.reasons.filter(({ women }) => women > 0);
  const words = given.map(({ reason, women }) => `${t(`ends.${reason}`)} ${women}`);
  const women = t("figures.dropouts", { count: figures.dropouts });
  return words.length === 0 ? women : t("figures.reasons", { women, reasons: words.join(", ") });
}
