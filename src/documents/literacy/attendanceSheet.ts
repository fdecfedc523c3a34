import type { Content, TableCell, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { ClassSession } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays } from "../../domain/calendar.ts";
import { showDay } from "../../domain/format.ts";
import { mondayOf, weekdayOf } from "../../domain/literacy/sessions.ts";
import { isInClass, isInClassWithin } from "../../domain/literacy/stays.ts";
import { fitLine } from "../design/fitText.ts";
import { runningPages } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  FAMILIES,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";
import { portions, showHours, showTime } from "./shown.ts";

/** Somebody in the class: her surname is not even told to this paper. */
export interface SheetLearner {
  readonly enrolmentId: string;
  readonly number: string;
  readonly firstNames: string;
  readonly startsOn: CalendarDate;
  readonly endedOn: CalendarDate | null;
}

export interface AttendanceSheetData extends PaperContext {
  readonly cohortNumber: string;
  readonly cohortName: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly sessions: readonly Pick<
    ClassSession,
    "onDay" | "from" | "minutes" | "state" | "content" | "marks"
  >[];
  readonly learners: readonly SheetLearner[];
}

type Words = DocumentTexts["literacy"]["sheet"];
type Session = AttendanceSheetData["sessions"][number];

export const LEARNERS_PER_SHEET = 25;
const SESSIONS_PER_SHEET = 7;
/** Where nothing is planned, days are written by hand. */
const BLANK_SESSIONS = 5;
const MARGIN = 10;
/** A little less than the page: its rules have a breadth too. */
const WIDTH = A4.height - 2 * MARGIN - 2;
const COLUMN = { place: 8, number: 27, name: 44 } as const;
const WIDEST_SESSION = 44;
/** Of all rows of learners together, in millimetres, and of one. */
const ROWS_HEIGHT = 119;
const TALLEST_ROW = 8;
const NAME_SIZE = 9;

/** One page: sessions of a week against women, each with the letters to circle. */
interface Sheet {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Null where the day is written by hand. */
  readonly sessions: readonly (Session | null)[];
  readonly learners: readonly SheetLearner[];
  /** Of the first learner here, from 1. */
  readonly firstPlace: number;
}

/** Attendance to be filled in by hand: a page for a week and 25 women, who stand there by number and first names. */
export function attendanceSheet(data: AttendanceSheetData): PaperDefinition {
  const words = documentTexts(data.language).literacy.sheet;
  const landscape = { width: A4.height, height: A4.width, margin: MARGIN };
  const running = runningPages(landscape, data.office, data.language, words.back);
  const page: TDocumentDefinitions = {
    ...startDefinition(`${words.title} ${data.cohortNumber}`, data.on, data.language),
    ...running,
    pageMargins: [mm(MARGIN), mm(21), mm(MARGIN), mm(11)],
    content: sheetsOf(data).flatMap((sheet, index) => sheetPage(data, sheet, words, index > 0)),
  };
  return { page, photos: new Map() };
}

/** What each page holds. A session that is cancelled is not on paper. */
function sheetsOf(data: AttendanceSheetData): Sheet[] {
  const open = data.sessions.filter(({ state }) => state !== "cancelled");
  const weeks = [...Map.groupBy(open, ({ onDay }) => mondayOf(onDay))];
  if (weeks.length === 0)
    return pagesOf(data, data.from, data.to, new Array<null>(BLANK_SESSIONS).fill(null));
  return weeks.flatMap(([monday, sessions]) => {
    const sunday = addDays(monday, 6);
    const from = monday < data.from ? data.from : monday;
    const to = sunday > data.to ? data.to : sunday;
    return portions(sessions, SESSIONS_PER_SHEET).flatMap((some) => pagesOf(data, from, to, some));
  });
}

function pagesOf(
  data: AttendanceSheetData,
  from: CalendarDate,
  to: CalendarDate,
  sessions: Sheet["sessions"],
): Sheet[] {
  const there = data.learners.filter((learner) => isInClassWithin(learner, from, to));
  return portions(there, LEARNERS_PER_SHEET).map((learners, index) => ({
    ...{ from, to, sessions, learners, firstPlace: index * LEARNERS_PER_SHEET + 1 },
  }));
}

function sheetPage(data: AttendanceSheetData, sheet: Sheet, words: Words, breaks: boolean): Content[] {
  const { span } = documentTexts(data.language).literacy.shared;
  const days = fill(span, { from: showDay(sheet.from), to: showDay(sheet.to) });
  const name = fitLine(data.cohortName, "InterMedium", mm(110), [11, 10, 9, 8]);
  return [
    {
      ...(breaks ? { pageBreak: "before" as const } : {}),
      columns: [
        {
          width: "auto",
          text: words.title,
          font: FAMILIES.title,
          bold: true,
          fontSize: 17,
          lineHeight: 1,
          color: COLOURS.indigo,
        },
        {
          width: "*",
          alignment: "right",
          margin: [0, 5, 0, 0],
          noWrap: true,
          text: [
            { text: `${data.cohortNumber} · `, bold: true, fontSize: 11 },
            { text: name.text, font: FAMILIES.strong, fontSize: name.size },
            { text: ` · ${days}`, fontSize: 9.5, color: COLOURS.muted },
          ],
        },
      ],
      margin: [0, 0, 0, 4],
    },
    sheet.learners.length === 0
      ? { text: words.nobody, color: COLOURS.muted, margin: [0, 12, 0, 0] }
      : grid(data, sheet, words),
    ...(sheet.learners.length === 0 ? [] : [legend(words)]),
  ];
}

function legend(words: Words): Content {
  return { text: fill(words.legend, words.marks), fontSize: 8, color: COLOURS.ink, margin: [0, 4, 0, 0] };
}

function grid(data: AttendanceSheetData, sheet: Sheet, words: Words): Content {
  const { sessions, learners } = sheet;
  const fixed = COLUMN.place + COLUMN.number;
  const session = Math.min(WIDEST_SESSION, (WIDTH - fixed - COLUMN.name) / sessions.length);
  const name = WIDTH - fixed - session * sessions.length;
  const row = mm(Math.min(TALLEST_ROW, ROWS_HEIGHT / learners.length));
  const lastRow = learners.length + 1;
  return {
    fontSize: NAME_SIZE,
    lineHeight: 1,
    table: {
      widths: [COLUMN.place, COLUMN.number, name, ...sessions.map(() => session)].map((width) => mm(width)),
      heights: (at) => (at === 0 ? mm(9.5) : at < lastRow ? row : at === lastRow ? mm(15) : mm(9)),
      dontBreakRows: true,
      body: [
        headRow(data, sheet, words),
        ...learners.map((learner, index) => learnerRow(sheet, learner, index, { words, name, row })),
        closingRow(words.content, sessions, (one) => one?.content ?? ""),
        closingRow(words.trainerSigns, sessions, () => ""),
      ],
    },
    layout: {
      hLineWidth: (line) => (line === 1 || line === lastRow ? 1 : 0.5),
      vLineWidth: () => 0.5,
      hLineColor: (line) => (line === 1 || line === lastRow ? COLOURS.indigo : COLOURS.muted),
      vLineColor: () => COLOURS.muted,
      paddingLeft: () => 0,
      paddingRight: () => 0,
      paddingTop: () => 0,
      paddingBottom: () => 0,
    },
  };
}

function headRow({ language }: AttendanceSheetData, { sessions }: Sheet, words: Words): TableCell[] {
  const caption = (text: string): TableCell => ({
    text,
    bold: true,
    fontSize: 8.5,
    color: COLOURS.indigo,
    margin: [4, 9, 2, 0],
  });
  return [
    { text: "" },
    caption(words.number),
    caption(words.firstName),
    ...sessions.map((session): TableCell => {
      const day = session && words.days[`d${weekdayOf(session.onDay)}` as keyof Words["days"]];
      return {
        alignment: "center",
        margin: [1, 4, 1, 0],
        stack: [
          {
            text: session ? `${day} ${showDay(session.onDay).slice(0, 5)}` : words.byHand,
            bold: true,
            fontSize: 8.5,
            noWrap: true,
          },
          {
            text: session
              ? `${showTime(session.from, language)} · ${showHours(session.minutes, language)}`
              : words.hours,
            fontSize: 8,
            margin: [0, 2, 0, 0],
            noWrap: true,
          },
        ],
      };
    }),
  ];
}

interface RowLook {
  readonly words: Words;
  /** Width of the names in millimetres, height of the row in points. */
  readonly name: number;
  readonly row: number;
}

function learnerRow(sheet: Sheet, learner: SheetLearner, index: number, look: RowLook): TableCell[] {
  const top = (look.row - NAME_SIZE) / 2 - 1;
  const names = fitLine(learner.firstNames, "InterMedium", mm(look.name) - 8, [NAME_SIZE, 8, 7]);
  return [
    {
      text: String(sheet.firstPlace + index),
      alignment: "right",
      color: COLOURS.muted,
      fontSize: 8,
      margin: [0, top + 0.5, 4, 0],
    },
    { text: learner.number, noWrap: true, margin: [4, top, 0, 0] },
    {
      text: names.text,
      font: FAMILIES.strong,
      fontSize: names.size,
      noWrap: true,
      margin: [4, top + (NAME_SIZE - names.size) / 2, 0, 0],
    },
    ...sheet.sessions.map((session) => markCell(session, learner, look, top)),
  ];
}

/** Letters to circle; the one that is entered already; nothing to fill in on days on which she is not in the class. */
function markCell(session: Session | null, learner: SheetLearner, look: RowLook, top: number): TableCell {
  const { marks } = look.words;
  if (session !== null && !isInClass(learner, session.onDay))
    return { text: "", fillColor: COLOURS.hairline, fillOpacity: 0.6 };
  const mark = session?.marks.find(({ enrolmentId }) => enrolmentId === learner.enrolmentId)?.mark;
  if (mark !== undefined)
    return { text: marks[mark], bold: true, alignment: "center", margin: [0, top, 0, 0] };
  return {
    margin: [2, top, 2, 0],
    columns: [marks.P, marks.L, marks.E, marks.A].map((text) => ({
      text,
      width: "*" as const,
      alignment: "center" as const,
      color: COLOURS.muted,
    })),
  };
}

function closingRow(
  caption: string,
  sessions: Sheet["sessions"],
  of: (session: Session | null) => string,
): TableCell[] {
  return [
    { text: caption, colSpan: 3, bold: true, fontSize: 8.5, color: COLOURS.indigo, margin: [4, 4, 4, 0] },
    { text: "" },
    { text: "" },
    ...sessions.map((session): TableCell => ({ text: of(session), fontSize: 7, margin: [3, 3, 3, 0] })),
  ];
}
