import type { CanvasElement, Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { AccountSide } from "../../contract/cashbookTerms.ts";
import type { CalendarDate, Francs, Language, OfficeScope } from "../../contract/primitives.ts";
import { showCount, showDay } from "../../domain/format.ts";
import { heading, runningPages } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
  TABULAR,
} from "../design/paper.ts";
import { remark } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type CashbookWords, MARGIN, type NamedAccount, paperHead, scopeName } from "./wording.ts";

export interface BudgetRow extends NamedAccount {
  readonly side: AccountSide;
  readonly project: string | null;
  readonly planned: Francs;
  /** What the year's plan makes up to the day. */
  readonly plannedToDate: Francs;
  readonly used: number;
  readonly note: string;
}

export interface BudgetSheetData extends PaperContext {
  readonly year: number;
  /** Up to this day; `on` is the paper's. */
  readonly usedUntil: CalendarDate;
  readonly scope: OfficeScope;
  /** Null for all projects. */
  readonly project: string | null;
  readonly rows: readonly BudgetRow[];
  readonly madeBy: string;
}

const SIDES: readonly AccountSide[] = ["income", "expense", "balance"];
/** Millimetres. */
const BAR = 40;
const COLUMNS = [28, 30, 30, 30, 30, 60] as const;

/** Budget against actual up to a day, line by line, on A4 lying on its long side. */
export function budgetSheet(data: BudgetSheetData): PaperDefinition {
  const words = documentTexts(data.language).cashbook;
  const own = words.budget;
  const about = fill(own.on, { year: data.year, day: showDay(data.usedUntil) });
  const project = data.project === null ? own.allProjects : fill(own.forProject, { code: data.project });
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own.title} ${data.year}`, data.on, data.language),
    ...runningPages(
      { width: A4.height, height: A4.width, margin: MARGIN },
      data.office,
      data.language,
      fill(words.shared.madeOn, { day: showDay(data.on), person: data.madeBy }),
    ),
    content: [
      ...paperHead(own.title, `${about} · ${scopeName(data.scope, data, words)} · F\u00a0CFA`, project),
      ...(data.rows.length === 0
        ? [{ text: own.empty, color: COLOURS.muted }]
        : [...SIDES.flatMap((side) => sideTable(data, side, words)), remark(own.note)]),
    ],
  };
  return { page, photos: new Map() };
}

function sideTable(data: BudgetSheetData, side: AccountSide, words: CashbookWords): Content[] {
  const own = words.budget;
  const rows = data.rows.filter((row) => row.side === side);
  if (rows.length === 0) return [];
  const sum = (of: "planned" | "plannedToDate" | "used") => rows.reduce((total, row) => total + row[of], 0);
  const total = { planned: sum("planned"), plannedToDate: sum("plannedToDate"), used: sum("used") };
  const captions = [own.line, own.project, own.planned, own.toDate, own.used, own.left, own.share];
  const isTotal = (line: number) => line === rows.length + 1;
  return [
    heading(own[side]),
    {
      fontSize: 9,
      table: {
        headerRows: 1,
        dontBreakRows: true,
        keepWithHeaderRows: 1,
        widths: ["*", ...COLUMNS.map((width) => mm(width) - 8)],
        body: [
          captions.map(
            (text, index): TableCell => ({
              text,
              bold: true,
              fontSize: 8,
              color: COLOURS.indigo,
              ...(index > 1 && index < 6 ? { alignment: "right" as const } : {}),
            }),
          ),
          ...rows.map((row) => [
            lineCell(row),
            row.project ?? words.shared.none,
            ...figures(row, false, words, data.language),
          ]),
          [{ text: words.shared.total, bold: true }, "", ...figures(total, true, words, data.language)],
        ],
      },
      layout: {
        hLineWidth: (line) => (line === 0 ? 0 : line === 1 || isTotal(line) ? 0.9 : 0.4),
        vLineWidth: () => 0,
        hLineColor: (line) => (line === 1 || isTotal(line) ? COLOURS.indigo : COLOURS.hairline),
        paddingLeft: (column) => (column === 0 ? 0 : 4),
        paddingRight: () => 4,
        paddingTop: () => 2.5,
        paddingBottom: () => 2,
      },
    },
  ];
}

function lineCell({ number, name, note }: BudgetRow): TableCell {
  return {
    stack: [
      { text: `${number} ${name}` },
      ...(note === "" ? [] : [{ text: note, fontSize: 8, color: COLOURS.muted }]),
    ],
  };
}

type Figures = Pick<BudgetRow, "planned" | "plannedToDate" | "used">;

function figures(of: Figures, bold: boolean, words: CashbookWords, language: Language): TableCell[] {
  const money = [of.planned, of.plannedToDate, of.used, of.planned - of.used].map(
    (amount): TableCell => ({
      text: showCount(amount, language),
      alignment: "right",
      noWrap: true,
      bold,
      ...TABULAR,
    }),
  );
  return [...money, shareCell(of, words, language)];
}

/** How much of the plan is used, as a bar and a number; the tick is where the year stands. */
function shareCell(
  { planned, plannedToDate, used }: Figures,
  words: CashbookWords,
  language: Language,
): TableCell {
  if (planned === 0) return { text: words.budget.notPlanned, color: COLOURS.ochre };
  const percent = Math.round((100 * used) / planned);
  const space = language === "fr" ? "\u00a0" : "";
  return {
    columnGap: 5,
    columns: [
      { width: mm(BAR), canvas: shareBar(used / planned, plannedToDate / planned) },
      {
        width: "*",
        text: `${showCount(percent, language)}${space}%`,
        bold: percent > 100,
        noWrap: true,
        ...TABULAR,
      },
    ],
  };
}

function shareBar(used: number, passed: number): CanvasElement[] {
  const width = mm(BAR);
  const filled = Math.min(1, Math.max(0, used)) * width;
  const tick = Math.min(1, Math.max(0, passed)) * width;
  const box = { type: "rect" as const, x: 0, y: 2.5, h: 6, lineWidth: 0.6, lineColor: COLOURS.indigo };
  return [
    { ...box, w: width },
    ...(filled < 0.3 ? [] : [{ ...box, w: filled, color: COLOURS.indigo }]),
    { type: "line", x1: tick, y1: 0.5, x2: tick, y2: 10.5, lineWidth: 1.4, lineColor: COLOURS.ochre },
  ];
}
