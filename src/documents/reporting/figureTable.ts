import type { Content } from "pdfmake/interfaces.js";
import type { Language } from "../../contract/primitives.ts";
import type {
  IndicatorCode,
  ReportContent,
  ReportedSpan,
  ReportFigure,
} from "../../contract/reportingTerms.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import { REPORT_PLANS } from "../../domain/reporting/reportPlan.ts";
import { showNumber } from "../../domain/reporting/showNumber.ts";
import { ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { shortPeriod } from "./periodTitle.ts";
import { type ReportWords, showChange, showShown, showValue } from "./shownValue.ts";

/**
 * How much of a target is reached: for what adds up its share of it, for rates and for what is to be low whether it is
 * reached.
 */
function showReached(
  { now, target }: ReportFigure,
  { unit, better }: Indicator,
  words: ReportWords,
  language: Language,
): string {
  if (target === null || now.value === null) return words.figures.none;
  if (better === "less") return now.value <= target ? words.figures.isReached : words.figures.notReached;
  if (unit === "percent" || target <= 0)
    return now.value >= target ? words.figures.isReached : words.figures.notReached;
  const percent = showNumber(Math.floor((now.value * 100) / target), language);
  return language === "fr" ? `${percent}\u00a0%` : `${percent}%`;
}

interface KnownFigure {
  readonly figure: ReportFigure;
  readonly indicator: Indicator;
}

const saysNothing = ({ now, before, target }: ReportFigure) =>
  target === null && [now, before].every(({ value, masked }) => !masked && (value ?? 0) === 0);

/**
 * The figures of these codes that the content has, in their order. A project is not of everything: what it has nothing of
 * is left out.
 */
export function knownFigures(
  { key, figures }: ReportContent,
  codes: readonly IndicatorCode[],
): KnownFigure[] {
  const { ofProject } = REPORT_PLANS[key.kind];
  return codes.flatMap((code) => {
    const figure = figures.find((one) => one.code === code);
    const indicator = indicatorOf(code);
    if (figure === undefined || indicator === undefined || (ofProject && saysNothing(figure))) return [];
    return [{ figure, indicator }];
  });
}

/** Figures with the period before; the columns of targets only where one of them has a target. */
export function figureTable(content: ReportContent, codes: readonly IndicatorCode[]): Content[] {
  const { language } = content;
  const words = documentTexts(language).reporting;
  const known = knownFigures(content, codes);
  if (known.length === 0) return [];
  const hasTargets = known.some(({ figure }) => figure.target !== null);
  const { name, change, target, reached, none } = words.figures;
  const period = (of: ReportedSpan) => shortPeriod(of.name, language);
  const column = (caption: string, width: number) => ({ caption, width, figures: true });
  const table = ruledTable({
    dense: true,
    columns: [
      { caption: name, width: "*" },
      ...[column(period(content.span), 25), column(period(content.before), 25), column(change, 25)],
      ...(hasTargets ? [column(target, 25), column(reached, 18)] : []),
    ],
    rows: known.map(({ figure, indicator }) => [
      indicator.name[language],
      showShown(figure.now, indicator.unit, words, language),
      showShown(figure.before, indicator.unit, words, language),
      showChange(figure.now, figure.before, indicator.unit, words, language),
      ...(hasTargets
        ? [
            figure.target === null ? none : showValue(figure.target, indicator.unit, words, language),
            showReached(figure, indicator, words, language),
          ]
        : []),
    ]),
  });
  return [table];
}
