import type { Content } from "pdfmake/interfaces.js";
import type { Correction, ReportContent } from "../../contract/reportingTerms.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import { remark, ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { withHeading } from "./parts.ts";
import { shortPeriod } from "./periodTitle.ts";
import { showShown } from "./shownValue.ts";

function nameOf({ code, key, label }: Correction, { language }: ReportContent): string {
  const name = indicatorOf(code)?.name[language] ?? code;
  return key === null ? name : `${name} – ${label?.[language] ?? key}`;
}

/** What has come since reports were issued; nothing where nothing has. */
export function correctionTable(content: ReportContent): Content[] {
  const { corrections, language } = content;
  if (corrections.length === 0) return [];
  const words = documentTexts(language).reporting;
  const own = words.corrections;
  const shown = (value: number | null, code: string) =>
    showShown({ value, masked: false }, indicatorOf(code)?.unit ?? "count", words, language);
  return withHeading(own.title, [
    remark(own.note),
    ruledTable({
      dense: true,
      columns: [
        { caption: own.report, width: 24 },
        { caption: own.period, width: 20 },
        { caption: own.what, width: "*" },
        { caption: own.was, width: 27, figures: true },
        { caption: own.is, width: 27, figures: true },
      ],
      rows: corrections.map((correction) => [
        correction.number,
        shortPeriod(correction.period, language),
        nameOf(correction, content),
        shown(correction.was, correction.code),
        shown(correction.is, correction.code),
      ]),
    }),
  ]);
}
