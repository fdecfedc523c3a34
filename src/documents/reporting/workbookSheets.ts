import type { BothLanguages, ReportContent, Shown } from "../../contract/reportingTerms.ts";
import { indicatorOf } from "../../domain/reporting/catalogue/catalogue.ts";
import type { Indicator } from "../../domain/reporting/indicator.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { periodTitle } from "./periodTitle.ts";
import type { ReportWords } from "./shownValue.ts";

type Cell = string | number;

export interface WorkbookSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Nothing where there is no figure; a hidden one has no number in any column. */
const valueCell = ({ value, masked }: Shown): Cell => (masked || value === null ? "" : value);

interface Asked {
  readonly content: ReportContent;
  readonly words: ReportWords;
}

const maskedCell = ({ masked }: Shown, { words }: Asked): Cell => (masked ? words.workbook.yes : "");

function nameOf(code: string, { content }: Asked): string {
  return indicatorOf(code)?.name[content.language] ?? code;
}

function unitOf(code: string, { words }: Asked): string {
  const indicator = indicatorOf(code);
  return indicator === undefined ? "" : words.unit[indicator.unit];
}

function figures(asked: Asked): WorkbookSheet {
  const { content, words } = asked;
  const { workbook: own, figures: captions } = words;
  const { now, before, target, name } = captions;
  return {
    name: own.figures,
    headings: [own.code, name, own.unit, now, own.masked, before, own.masked, target],
    rows: content.figures.map((figure) => [
      ...[figure.code, nameOf(figure.code, asked), unitOf(figure.code, asked)],
      ...[valueCell(figure.now), maskedCell(figure.now, asked)],
      ...[valueCell(figure.before), maskedCell(figure.before, asked)],
      figure.target ?? "",
    ]),
  };
}

function tables(asked: Asked): WorkbookSheet {
  const { content, words } = asked;
  const { workbook: own, figures: captions, tables: kinds } = words;
  const line = (code: string, by: string, key: string, label: string, cell: Shown): Cell[] => [
    ...[code, nameOf(code, asked), unitOf(code, asked), by, key, label],
    ...[valueCell(cell), maskedCell(cell, asked)],
  ];
  return {
    name: own.tables,
    headings: [own.code, captions.name, own.unit, own.by, own.key, own.group, own.value, own.masked],
    rows: content.tables.flatMap(({ code, by, rows, totals }) => [
      ...rows.flatMap(({ key, label, cells }) =>
        cells.map((cell) => line(code, kinds.by[by], key, label[content.language], cell)),
      ),
      ...totals.map((cell) => line(code, kinds.by[by], "", kinds.total, cell)),
    ]),
  };
}

function budget({ content, words }: Asked): WorkbookSheet {
  const { workbook: own, budget: captions, head } = words;
  return {
    name: own.budget,
    headings: [
      ...[own.office, own.account, captions.line, head.project, own.side],
      ...[captions.planned, captions.toDate, captions.used],
    ],
    rows: content.budget.map(({ office, account, label, project, side, planned, plannedToDate, used }) => [
      ...[office, account, label[content.language], project ?? "", captions[side]],
      ...[planned, plannedToDate, used],
    ]),
  };
}

function corrections(asked: Asked): WorkbookSheet[] {
  const { content, words } = asked;
  const { workbook: own, corrections: captions } = words;
  if (content.corrections.length === 0) return [];
  const label = (text: BothLanguages | null) => text?.[content.language] ?? "";
  return [
    {
      name: own.corrections,
      headings: [
        ...[captions.report, captions.period, own.code, captions.what, own.key, own.group],
        ...[captions.was, captions.is],
      ],
      rows: content.corrections.map(({ number, period, code, key, label: group, was, is }) => [
        ...[number, period, code, nameOf(code, asked), key ?? "", label(group)],
        ...[was ?? "", is ?? ""],
      ]),
    },
  ];
}

function codebook(asked: Asked): WorkbookSheet {
  const { content, words } = asked;
  const own = words.workbook;
  const codes = [...new Set([...content.figures, ...content.tables].map(({ code }) => code))];
  const known = codes.map(indicatorOf).filter((found): found is Indicator => found !== undefined);
  return {
    name: own.codebook,
    headings: [own.code, words.figures.name, own.unit, own.definition, own.counted],
    rows: known.map(({ code, name, unit, definition, counted }) => [
      ...[code, name[content.language], words.unit[unit]],
      ...[definition[content.language], counted[content.language]],
    ]),
  };
}

/** An issued report as sheets: what is hidden on its paper is hidden here. @param number the report's */
export function workbookSheets(content: ReportContent, number: string): WorkbookSheet[] {
  const words = documentTexts(content.language).reporting;
  const asked = { content, words };
  const own = words.workbook;
  const about: readonly (readonly [string, string])[] = [
    [own.kind, words.title[content.key.kind]],
    [words.head.number, number],
    [words.head.period, periodTitle(content.span, content.language)],
    [words.head.office, content.scope === "all" ? words.head.allOffices : content.office.name],
  ];
  const texts: WorkbookSheet = {
    name: own.texts,
    headings: [own.section, own.text],
    rows: [...about, ...content.texts.map(({ section, text }) => [words.section[section], text] as const)],
  };
  return [figures(asked), tables(asked), budget(asked), texts, ...corrections(asked), codebook(asked)];
}
