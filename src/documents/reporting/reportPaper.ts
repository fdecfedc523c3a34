import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { OfficeCode } from "../../contract/primitives.ts";
import type { ReportContent } from "../../contract/reportingTerms.ts";
import { showDay } from "../../domain/format.ts";
import { type PlanPart, REPORT_PLANS } from "../../domain/reporting/reportPlan.ts";
import { runningPages, title } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  FAMILIES,
  fill,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { factRow, remark } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { breakdownTables } from "./breakdownTables.ts";
import { budgetTable } from "./budgetTable.ts";
import { chartPair, type DrawnChart } from "./chartBlock.ts";
import { correctionTable } from "./correctionTable.ts";
import { figureTable } from "./figureTable.ts";
import { noticePage } from "./noticePage.ts";
import { MARGIN, noticeBox, signatures, withHeading, writtenText } from "./parts.ts";
import { periodTitle } from "./periodTitle.ts";
import type { ReportWords } from "./shownValue.ts";

/** How a report was issued; a draft has none of it. */
export interface IssueFacts {
  readonly number: string;
  readonly issuedBy: string;
  /** The number that it rectifies. */
  readonly replaces: string | null;
}

export interface ReportPaperData extends PaperContext {
  readonly content: ReportContent;
  /** Drawn of the content's months; none for kinds without pictures. */
  readonly charts: readonly DrawnChart[];
  /** What offices are called that are named for themselves. */
  readonly officeNames: ReadonlyMap<OfficeCode, string>;
  /** Null for a draft. */
  readonly issue: IssueFacts | null;
}

/** A report as paper, drawn from its content alone. A draft has its mark across every page and no number. */
export function reportPaper(data: ReportPaperData): PaperDefinition {
  const { content, issue } = data;
  const { language, key } = content;
  const words = documentTexts(language).reporting;
  const name = words.title[key.kind];
  const period = periodTitle(content.span, language);
  const footer =
    issue === null
      ? words.draft.footer
      : fill(words.issued.footer, { number: issue.number, title: name, period });
  const page: TDocumentDefinitions = {
    ...startDefinition(`${name} ${content.office.code} ${key.period}`, data.on, language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, language, footer),
    ...(issue === null ? { watermark: draftMark(words) } : {}),
    content:
      key.kind === "notice"
        ? [...head(data, words, period), ...noticePage(data)]
        : [...head(data, words, period), ...body(data, words)],
  };
  return { page, photos: new Map() };
}

/** Pale enough to read through, dark enough for a copying machine. */
function draftMark({ draft }: ReportWords): NonNullable<TDocumentDefinitions["watermark"]> {
  return { text: draft.mark, font: FAMILIES.text, bold: true, color: COLOURS.ink, opacity: 0.09, angle: -55 };
}

function head(
  { content, issue, on, officeNames }: ReportPaperData,
  words: ReportWords,
  period: string,
): Content[] {
  const own = words.head;
  const { project, scope, office, incomplete } = content;
  const sofar = content.span.partial ? fill(words.period.sofar, { day: showDay(content.span.to) }) : "";
  const whole = sofar === "" ? period : `${period}, ${sofar}`;
  return [
    title(words.title[content.key.kind], 1),
    { text: whole, fontSize: 13, margin: [0, 0, 0, 8] },
    scope === "all"
      ? factRow([
          [own.offices, own.allOffices],
          [own.headquarters, office.name],
        ])
      : factRow([
          [own.office, `${office.name} (${office.code})`],
          [own.region, office.region === "" ? own.none : office.region],
        ]),
    ...(project === null
      ? []
      : [
          factRow([
            [own.project, `${project.code} – ${project.name}`],
            [own.donor, project.donor === "" ? own.none : project.donor],
          ]),
        ]),
    ...(issue === null
      ? [noticeBox(fill(words.draft.note, { day: showDay(on) }))]
      : [
          factRow([
            [own.number, issue.number],
            [own.issuedOn, showDay(on)],
            [own.issuedBy, issue.issuedBy],
          ]),
        ]),
    ...(issue?.replaces ? [noticeBox(fill(words.rectified, { number: issue.replaces }))] : []),
    ...(incomplete.length === 0
      ? []
      : [
          noticeBox(
            fill(words.incomplete.text, { offices: named(incomplete, officeNames) }),
            words.incomplete.title,
          ),
        ]),
  ];
}

function named(codes: readonly OfficeCode[], names: ReportPaperData["officeNames"]): string {
  return codes.map((code) => (names.has(code) ? `${names.get(code)} (${code})` : code)).join(", ");
}

function body(data: ReportPaperData, words: ReportWords): Content[] {
  const { content } = data;
  const plan = REPORT_PLANS[content.key.kind];
  const [first, ...others] = plan.parts;
  return [
    ...(first === undefined ? [] : part(content, first, words)),
    ...withHeading(words.keyFigures, figureTable(content, plan.keyFigures)),
    ...remarks(content, words),
    ...gallery(data.charts),
    ...others.flatMap((one) => part(content, one, words)),
    ...(plan.budget && !plan.parts.some(({ section }) => section === "money") ? budgetTable(content) : []),
    ...correctionTable(content),
    signatures(content, data),
  ];
}

/** With what the figures are compared, and what a hidden one means. */
function remarks(content: ReportContent, words: ReportWords): Content[] {
  const { figures, tables, before, span } = content;
  const isMasked =
    figures.some(({ now, before: then }) => now.masked || then.masked) ||
    tables.some(({ rows, totals }) =>
      [...rows.flatMap(({ cells }) => cells), ...totals].some(({ masked }) => masked),
    );
  const partial = { from: showDay(before.from), to: showDay(before.to) };
  const notes = [
    ...(span.partial ? [fill(words.figures.partialNote, partial)] : []),
    ...(isMasked ? [words.masked.note] : []),
  ];
  return notes.length === 0 ? [] : [remark(notes.join(" "))];
}

function gallery(charts: readonly DrawnChart[]): Content[] {
  return Array.from({ length: Math.ceil(charts.length / 2) }, (_, index): Content[] => {
    const [left, right] = charts.slice(index * 2, index * 2 + 2);
    return left === undefined ? [] : [chartPair(left, right ?? null)];
  }).flat();
}

/** A part is left out where there is nothing to say. */
function part(content: ReportContent, planned: PlanPart, words: ReportWords): Content[] {
  const isMoney = planned.section === "money";
  return withHeading(words.section[planned.section], [
    ...writtenText(content, planned.section),
    ...figureTable(content, planned.figures),
    ...breakdownTables(content, planned.tables),
    ...(isMoney && REPORT_PLANS[content.key.kind].budget ? budgetTable(content) : []),
  ]);
}
