import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { LiteracyLevel, PassRule } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { showCount, showDay } from "../../domain/format.ts";
import { runningPages, signBox, title } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { factRow, remark, ruledTable } from "../design/ruledTable.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";
import { showPercent } from "./shown.ts";

/** A woman who passed. */
export interface PassedLine {
  readonly number: string;
  readonly name: string;
  /** Percent at the start and at the end; null where she was not assessed then. */
  readonly first: number | null;
  readonly latest: number | null;
  /** Null until she has it. */
  readonly certificate: { readonly number: string; readonly issuedOn: CalendarDate } | null;
}

export interface PassedListData extends PaperContext {
  readonly cohortNumber: string;
  readonly cohortName: string;
  readonly programmeName: string;
  readonly level: LiteracyLevel;
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
  readonly pass: PassRule;
  readonly assessed: number;
  readonly lines: readonly PassedLine[];
}

type Words = DocumentTexts["literacy"];

const MARGIN = 20;
const HALF = (A4.width - 2 * MARGIN - 8) / 2;

/** Everybody of a class who passed, to sign. */
export function passedList(data: PassedListData): PaperDefinition {
  const words = documentTexts(data.language).literacy;
  const own = words.passed;
  const { language, lines } = data;
  const days = { from: showDay(data.startsOn), to: showDay(data.endsOn) };
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own.title} ${data.cohortNumber}`, data.on, language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, language, own.personal),
    content: [
      title(own.title),
      factRow([
        [own.class, `${data.cohortNumber} · ${data.cohortName}`],
        [own.days, `${days.from} – ${days.to}`],
      ]),
      factRow([
        [own.programme, data.programmeName],
        [own.level, words.shared.levels[data.level]],
      ]),
      factRow([
        [own.passed, showCount(lines.length, language)],
        [own.learners, showCount(data.assessed, language)],
      ]),
      lines.length === 0
        ? { text: own.nobody, color: COLOURS.muted, margin: [0, 8, 0, 8] }
        : table(data, words),
      remark(fill(own.rule, { ...data.pass })),
      signatures(words),
    ],
  };
  return { page, photos: new Map() };
}

function table({ lines, language }: PassedListData, { passed: own, shared }: Words): Content {
  return ruledTable({
    dense: true,
    columns: [
      { caption: own.number, width: 25 },
      { caption: own.name, width: "*" },
      { caption: own.first, width: 18, figures: true },
      { caption: own.latest, width: 17, figures: true },
      { caption: own.certificate, width: 26 },
      { caption: own.issuedOn, width: 21, figures: true },
    ],
    rows: lines.map(({ number, name, first, latest, certificate }) => [
      ...[number, name, showPercent(first, language), showPercent(latest, language)],
      certificate?.number ?? shared.none,
      certificate === null ? shared.none : showDay(certificate.issuedOn),
    ]),
  });
}

function signatures({ shared }: Words): Content {
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    columnGap: mm(8),
    columns: [signBox(shared.trainerSigns, HALF, 24), signBox(shared.officeSigns, HALF, 24)],
  };
}
