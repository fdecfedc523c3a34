import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { LiteracyFigures } from "../../contract/literacyTerms.ts";
import type { FiguresLine } from "../../contract/literacyViews.ts";
import type { CalendarDate, OfficeScope } from "../../contract/primitives.ts";
import { showCount, showDay, showFrancs } from "../../domain/format.ts";
import { heading, runningPages, title } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { ruledTable } from "../design/ruledTable.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";
import { barChart, lyingBars } from "./bars.ts";
import { monthInitial, showHours, showPercent, showRate } from "./shown.ts";

export interface FiguresPaperData extends PaperContext {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly scope: OfficeScope;
  readonly all: LiteracyFigures;
  readonly months: readonly FiguresLine[];
  readonly cohorts: readonly FiguresLine[];
  /** Of several offices; empty for one. */
  readonly offices: readonly FiguresLine[];
  readonly madeBy: string;
}

type Words = DocumentTexts["literacy"];

const MARGIN = 18;
const WIDTH = A4.width - 2 * MARGIN;
const CHART_HEIGHT = 24;
/** Fewer millimetres a month, and only the year stands below its January. */
const ROOM_FOR_MONTH = 9;

/** The indicators of some days, in tables and bars that a black-and-white printer keeps apart. */
export function figuresPaper(data: FiguresPaperData): PaperDefinition {
  const words = documentTexts(data.language).literacy;
  const { figures: own, shared } = words;
  const days = fill(shared.span, { from: showDay(data.from), to: showDay(data.to) });
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own.title} ${data.from} ${data.to}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language),
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      title(own.title, 2),
      {
        columns: [
          { width: "*", text: `${scopeOf(data, words)} · ${days}`, bold: true, fontSize: 11 },
          {
            width: "auto",
            text: fill(shared.madeOn, { day: showDay(data.on), person: data.madeBy }),
            color: COLOURS.muted,
          },
        ],
        margin: [0, 0, 0, 2],
      },
      ...women(data, words),
      ...hours(data, words),
      ...reasons(data, words),
      ...months(data, words),
      ...lines(own.officesTitle, own.bureau, data.offices, data, words),
      ...(data.cohorts.length === 0
        ? [heading(own.cohortsTitle), { text: own.noCohorts, color: COLOURS.muted }]
        : lines(own.cohortsTitle, own.class, data.cohorts, data, words)),
    ],
  };
  return { page, photos: new Map() };
}

function scopeOf({ scope, office }: FiguresPaperData, { figures: own }: Words): string {
  if (scope === "all") return own.all;
  return scope === office.code ? fill(own.own, { office: office.name }) : fill(own.office, { office: scope });
}

/** A part of a whole in hundredths of a percent. */
const rateOf = (part: number, whole: number) => (whole === 0 ? null : Math.floor((part * 10_000) / whole));

function women({ all, language }: FiguresPaperData, { figures: own }: Words): Content[] {
  const count = (value: number) => showCount(value, language);
  const rate = (value: number | null) => showRate(value, language);
  const { enrolled, attending, assessed, passed } = all;
  return [
    heading(own.womenTitle),
    ruledTable({
      dense: true,
      columns: [
        { caption: own.indicator, width: 56 },
        { caption: own.value, width: 22, figures: true },
        { caption: own.share, width: 22, figures: true },
        { caption: own.meaning, width: "*" },
      ],
      rows: [
        [own.cohorts, count(all.cohorts), "", own.cohortsNote],
        [own.enrolled, count(enrolled), "", own.enrolledNote],
        [own.attending, count(attending), rate(rateOf(attending, enrolled)), own.attendingNote],
        [own.attendance, "", rate(all.attendanceRate), own.attendanceNote],
        [own.dropouts, count(all.dropouts), rate(all.dropoutRate), own.dropoutsNote],
        [own.assessed, count(assessed), rate(rateOf(assessed, enrolled)), own.assessedNote],
        [own.passed, count(passed), rate(all.successRate), own.passedNote],
        [own.completion, count(passed), rate(all.completionRate), own.completionNote],
      ],
    }),
  ];
}

function hours({ all, language }: FiguresPaperData, { figures: own, shared }: Words): Content[] {
  const { minutesPlanned: planned, minutesTaught: taught, costPerLearner } = all;
  const share = planned === 0 ? shared.none : showPercent(Math.round((taught * 100) / planned), language);
  return [
    heading(own.hoursTitle),
    ruledTable({
      dense: true,
      columns: [
        { caption: own.indicator, width: 56 },
        { caption: own.value, width: 44, figures: true },
        { caption: own.share, width: 22, figures: true },
        { caption: own.meaning, width: "*" },
      ],
      rows: [
        [own.hoursPlanned, showHours(planned, language), "", ""],
        [own.hoursTaught, showHours(taught, language), share, own.hoursTaughtNote],
        [own.fees, showFrancs(all.fees, language), "", ""],
        [own.cost, showFrancs(all.cost, language), "", ""],
        [
          own.costPerLearner,
          costPerLearner === null ? shared.none : showFrancs(costPerLearner, language),
          "",
          "",
        ],
      ],
    }),
  ];
}

function reasons({ all, language }: FiguresPaperData, { figures: own }: Words): Content[] {
  const some = all.reasons.filter(({ women: count }) => count > 0);
  const bars = some.map(({ reason, women: count }) => ({
    ...{ label: own.reasons[reason], value: count, shown: showCount(count, language) },
  }));
  return [
    {
      unbreakable: true,
      stack: [
        heading(own.reasonsTitle),
        bars.length === 0 ? { text: own.noReasons, color: COLOURS.muted } : lyingBars(bars, WIDTH, 44),
      ],
    },
  ];
}

/** Two charts over the same months; a single month says nothing more than the tables. */
function months({ months: all, language }: FiguresPaperData, { figures: own }: Words): Content[] {
  if (all.length < 2) return [];
  const room = WIDTH / all.length;
  const label = (month: string) => {
    if (room < ROOM_FOR_MONTH) return month.endsWith("-01") ? month.slice(0, 4) : "";
    return room < 2 * ROOM_FOR_MONTH
      ? monthInitial(month, language)
      : `${month.slice(5, 7)}/${month.slice(0, 4)}`;
  };
  const wholeHours = (minutes: number) => Math.round(minutes / 60);
  const chart = (caption: string, drawn: Content): Content => ({
    unbreakable: true,
    margin: [0, 0, 0, 6],
    stack: [{ text: caption, fontSize: 8.5, color: COLOURS.muted, margin: [0, 0, 0, 3] }, drawn],
  });
  const taught = all.map(({ key, figures }) => ({
    label: label(key),
    outline: figures.minutesPlanned,
    filled: figures.minutesTaught,
    value: showCount(wholeHours(figures.minutesTaught), language),
  }));
  const attended = all.map(({ key, figures }) => ({
    label: label(key),
    filled: figures.attendanceRate,
    value: figures.attendanceRate === null ? "" : showRate(figures.attendanceRate, language),
  }));
  const size = { width: WIDTH, height: CHART_HEIGHT };
  return [
    {
      unbreakable: true,
      stack: [heading(own.monthsTitle), chart(own.monthsHours, barChart(taught, size))],
    },
    chart(own.monthsAttendance, barChart(attended, { ...size, most: 10_000 })),
  ];
}

function lines(
  caption: string,
  of: string,
  all: readonly FiguresLine[],
  { language }: FiguresPaperData,
  { figures: own }: Words,
): Content[] {
  if (all.length === 0) return [];
  const count = (value: number) => showCount(value, language);
  return [
    heading(caption),
    ruledTable({
      dense: true,
      columns: [
        { caption: of, width: "*" },
        { caption: own.enrolled, width: 17, figures: true },
        { caption: own.attendance, width: 19, figures: true },
        { caption: own.dropouts, width: 14, figures: true },
        { caption: own.assessed, width: 17, figures: true },
        { caption: own.passed, width: 18, figures: true },
        { caption: own.hours, width: 24, figures: true },
      ],
      rows: all.map(({ label, figures }) => [
        label,
        count(figures.enrolled),
        showRate(figures.attendanceRate, language),
        count(figures.dropouts),
        count(figures.assessed),
        count(figures.passed),
        showHours(figures.minutesTaught, language),
      ]),
    }),
  ];
}
