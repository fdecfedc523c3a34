import type { Content } from "pdfmake/interfaces.js";
import type { ReportContent } from "../../contract/reportingTerms.ts";
import { figuresOf, REPORT_PLANS } from "../../domain/reporting/reportPlan.ts";
import { wrap } from "../design/fitText.ts";
import { heading } from "../design/letterhead.ts";
import { A4, fill, mm, type PaperContext } from "../design/paper.ts";
import { ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { knownFigures } from "./figureTable.ts";
import { MARGIN, signatures } from "./parts.ts";
import { shortPeriod } from "./periodTitle.ts";
import { showShown } from "./shownValue.ts";

interface NoticeData extends PaperContext {
  readonly content: ReportContent;
}

/** A note has one page: so many points are left for its text beside everything else. */
const ROOM = 245;
const WIDTH = mm(A4.width - 2 * MARGIN);
const SIZES = [10, 9.5, 9, 8.5, 8, 7.5, 7];
const LINE_HEIGHT = 1.25;
/** The font's own height of a line, in sizes. */
const FONT_LINE = 1.22;

interface FittedText {
  readonly text: string;
  readonly size: number;
}

const lineCount = (text: string, size: number): number =>
  text
    .split("\n")
    .reduce((count, line) => count + Math.max(1, wrap(line, "InterMedium", size, WIDTH).length), 0);

const fits = (text: string, size: number) => lineCount(text, size) * size * LINE_HEIGHT * FONT_LINE <= ROOM;

/** In the largest letters that leave it on the page; then without its paragraphs; the rest of an endless one is cut. */
function fittedText(written: string): FittedText {
  const text = written
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
  const size = SIZES.find((candidate) => fits(text, candidate));
  if (size !== undefined) return { text, size };
  const smallest = SIZES.at(-1) ?? 7;
  const flat = text.replaceAll("\n", " ");
  const lines = wrap(flat, "InterMedium", smallest, WIDTH);
  const most = Math.floor(ROOM / (smallest * LINE_HEIGHT * FONT_LINE)) - 1;
  if (lines.length <= most) return { text: flat, size: smallest };
  return { text: `${lines.slice(0, most).join(" ").trimEnd()} […]`, size: smallest };
}

/** Who we are, a few figures that may be known, what the office wrote, the place to sign. */
export function noticePage(data: NoticeData): Content[] {
  const { content, office } = data;
  const { language } = content;
  const words = documentTexts(language).reporting;
  const own = words.notice;
  const { region } = content.office;
  const names = {
    association: office.printedName,
    office: office.name,
    region: region === "" ? "" : fill(own.region, { region }),
  };
  const written = content.texts.map(({ text }) => text).join("\n");
  const fitted = fittedText(written);
  const figures = ruledTable({
    dense: true,
    columns: [
      { caption: words.figures.name, width: "*" },
      { caption: shortPeriod(content.span.name, language), width: 22, figures: true },
      { caption: shortPeriod(content.before.name, language), width: 22, figures: true },
    ],
    rows: knownFigures(content, figuresOf(REPORT_PLANS.notice)).map(({ figure, indicator }) => [
      indicator.name[language],
      showShown(figure.now, indicator.unit, words, language),
      showShown(figure.before, indicator.unit, words, language),
    ]),
  });
  return [
    {
      columnGap: mm(8),
      columns: [
        {
          width: mm(66),
          stack: [heading(own.whoTitle), { text: fill(own.who, names), lineHeight: 1.3 }],
        },
        { width: "*", stack: [heading(own.figuresTitle), figures] },
      ],
    },
    ...(fitted.text === ""
      ? []
      : [
          heading(own.textTitle),
          { text: fitted.text, fontSize: fitted.size, lineHeight: LINE_HEIGHT } satisfies Content,
        ]),
    { text: fill(own.contact, names), margin: [0, 8, 0, 0] },
    signatures(content, data),
  ];
}
