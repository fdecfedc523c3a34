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
import { keptTogether, MARGIN, noticeBox, signatures, withHeading, writtenText } from "./parts.ts";
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
  const measured = others.filter(({ figures }) => figures.length > 0);
  return [
    ...(first === undefined ? [] : part(content, first, words)),
    ...withHeading(words.keyFigures, figureTable(content, plan.keyFigures)),
    ...comparison(content, words),
    ...maskNote(content, { figures: plan.keyFigures, tables: [] }, words),
    ...gallery(data.charts),
    ...measured.flatMap((one) => part(content, one, words)),
    ...(plan.budget && !measured.some(({ section }) => section === "money") ? budgetTable(content) : []),
    ...correctionTable(content),
    ...closing(
      data,
      others.filter((one) => !measured.includes(one)),
      words,
    ),
  ];
}

/** What is written below all figures, and who signs: nobody signs a page on which nothing stands. */
function closing(data: ReportPaperData, parts: readonly PlanPart[], words: ReportWords): Content[] {
  const { content } = data;
  const last = parts.at(-1);
  const ending = last === undefined ? [] : part(content, last, words);
  const isShort = textOf(content, last?.section).length <= SHORT_TEXT;
  const signed = [...ending, signatures(content, data)];
  return [
    ...parts.slice(0, -1).flatMap((one) => part(content, one, words)),
    ...(isShort ? [keptTogether(signed)] : signed),
  ];
}

/** With what the figures of a period that is not over are compared. */
function comparison({ before, span }: ReportContent, words: ReportWords): Content[] {
  const partial = { from: showDay(before.from), to: showDay(before.to) };
  return span.partial ? [remark(fill(words.figures.partialNote, partial))] : [];
}

/** What a hidden figure means, below the figures and tables where one is. */
function maskNote(
  { figures, tables }: ReportContent,
  { figures: codes, tables: planned }: Pick<PlanPart, "figures" | "tables">,
  words: ReportWords,
): Content[] {
  const own = figures.filter(({ code }) => codes.includes(code)).flatMap(({ now, before }) => [now, before]);
  const divided = tables
    .filter(({ code, by }) => planned.some((one) => one.by === by && one.codes.includes(code)))
    .flatMap(({ rows, totals }) => [...rows.flatMap(({ cells }) => cells), ...totals]);
  return [...own, ...divided].some(({ masked }) => masked) ? [remark(words.masked.note)] : [];
}

function gallery(charts: readonly DrawnChart[]): Content[] {
  return Array.from({ length: Math.ceil(charts.length / 2) }, (_, index): Content[] => {
    const [left, right] = charts.slice(index * 2, index * 2 + 2);
    return left === undefined ? [] : [chartPair(left, right ?? null)];
  }).flat();
}

/** Characters: a text up to here stays on the page of what belongs to it. */
const SHORT_TEXT = 1_200;

const textOf = ({ texts }: ReportContent, section: PlanPart["section"] | undefined): string =>
  texts.find((one) => one.section === section)?.text ?? "";

/** What was written for a part with its figures. */
function opening(content: ReportContent, { section, figures }: PlanPart): Content[] {
  const blocks = [...writtenText(content, section), ...figureTable(content, figures)];
  const isShort = textOf(content, section).length <= SHORT_TEXT;
  return isShort && blocks.length > 0 ? [keptTogether(blocks)] : blocks;
}

/** A part is left out where there is nothing to say. */
function part(content: ReportContent, planned: PlanPart, words: ReportWords): Content[] {
  const isMoney = planned.section === "money";
  return withHeading(words.section[planned.section], [
    ...opening(content, planned),
    ...breakdownTables(content, planned.tables),
    ...maskNote(content, planned, words),
    ...(isMoney && REPORT_PLANS[content.key.kind].budget ? budgetTable(content) : []),
  ]);
}
