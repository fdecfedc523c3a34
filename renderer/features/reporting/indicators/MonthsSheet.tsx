import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { Indicator } from "../../../../src/domain/reporting/indicator.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { ChartFigure } from "../../../ui/ChartFigure.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useWordOf } from "../indicatorWords.ts";
import type { ChosenPeriod } from "../period/usePeriod.ts";
import { monthPicture, monthsBefore, monthTarget } from "./monthPicture.ts";

interface MonthsSheetProps {
  readonly indicator: Indicator;
  readonly chosen: ChosenPeriod;
  readonly office: OfficeScope | undefined;
  /** Of the period. */
  readonly target: number | null;
}

/** The months up to the period, drawn, with their table behind. */
export function MonthsSheet({ indicator, chosen, office, target }: MonthsSheetProps) {
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  const wordOf = useWordOf();
  const span = monthsBefore(chosen.period, chosen.today, chosen.fiscalStart);
  const whose = office === undefined ? {} : { office };
  const table = useAsk(
    "reporting.indicators",
    { codes: [indicator.code], ...span, by: null, ...whose },
    { keepPrevious: true },
  );
  const aimed = monthTarget(indicator, chosen.period, target);
  return (
    <Panel>
      <Asked of={table}>
        {(found) => (
          <ChartFigure
            picture={monthPicture({
              indicator,
              title: t("indicators.months", { name: wordOf(indicator.name) }),
              table: found,
              target: aimed === null ? null : { label: t("target.line"), value: aimed },
              language,
            })}
          />
        )}
      </Asked>
    </Panel>
  );
}
