import type { Language } from "../../contract/primitives.ts";
import type { PeriodName, ReportedSpan } from "../../contract/reportingTerms.ts";
import { addToMonth, monthOf } from "../../domain/calendar.ts";
import { kindOf } from "../../domain/reporting/periods.ts";
import { monthCategory } from "../../domain/reporting/reportPictures.ts";
import { monthName, monthTitle } from "../design/monthName.ts";
import { fill } from "../design/paper.ts";
import { documentTexts } from "../texts/documentTexts.ts";

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** `Octobre 2026`; `2e trimestre 2026 : avril à juin 2026`; `Année 2026`; `Exercice 2026 : juillet 2026 à juin 2027`. */
export function periodTitle({ name, from }: Pick<ReportedSpan, "name" | "from">, language: Language): string {
  const words = documentTexts(language).reporting.period;
  const kind = kindOf(name);
  const first = monthOf(from);
  if (kind === "month") return monthTitle(first, language);
  const last = addToMonth(first, MONTHS[kind] - 1);
  const isOneYear = first.slice(0, 4) === last.slice(0, 4);
  const about = {
    year: name.slice(0, 4),
    // The year stands once, behind the last month.
    from: isOneYear ? monthName(first, language).replace(/\s\d{4}$/, "") : monthName(first, language),
    to: monthName(last, language),
    index: words.quarterIndex[Number(name.slice(6)) - 1] ?? "",
  };
  if (kind === "quarter") return fill(words.quarter, about);
  return fill(first.endsWith("-01") ? words.year : words.fiscalYear, about);
}

/** At the head of a column: `oct. 2026`, `T4 2026`, `2026`. */
export function shortPeriod(name: PeriodName, language: Language): string {
  switch (kindOf(name)) {
    case "year":
      return name;
    case "quarter":
      return fill(documentTexts(language).reporting.period.shortQuarter, {
        index: name.slice(6),
        year: name.slice(0, 4),
      });
    case "month":
      return `${monthCategory(name, language).label}\u00a0${name.slice(0, 4)}`;
  }
}
