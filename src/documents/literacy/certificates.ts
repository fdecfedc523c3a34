import type { CanvasElement, Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { LiteracyLevel } from "../../contract/literacyTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { showLongDay } from "../../domain/format.ts";
import { clothVectors } from "../design/cloth.ts";
import { emblemVectors } from "../design/emblem.ts";
import { type MeasuredFace, wrap } from "../design/fitText.ts";
import { topCloth } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  drawing,
  FAMILIES,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  pathVector,
  startDefinition,
} from "../design/paper.ts";
import { qrPath } from "../design/qrPath.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";
import { showHours, showPercent } from "./shown.ts";

export interface CertificateData {
  /** `KTL-D00012` */
  readonly number: string;
  readonly name: string;
  readonly programmeName: string;
  readonly level: LiteracyLevel;
  /** Of the whole class, as it was planned. */
  readonly hours: number;
  readonly percent: number;
  readonly issuedOn: CalendarDate;
  /** What the QR code holds, as it is. */
  readonly qrText: string;
}

export interface CertificatesData extends PaperContext {
  readonly certificates: readonly CertificateData[];
}

type Words = DocumentTexts["literacy"];

const PAGE = { width: A4.height, height: A4.width } as const;
const CLOTH = { top: 9, bottom: 5 } as const;
const FRAME = { x: 11, top: 15, bottom: 10 } as const;
/** What text may take between the sides of the frame. */
const TEXT_WIDTH = 230;
const EMBLEM = { y: 20, side: 17 } as const;
/** With four modules kept free around it. */
const QR = { x: 242, y: 147, side: 30 } as const;
const SIGN = { y: 158, width: 78, height: 25 } as const;

/** One certificate a page. Strangers see it: it says association and member, and its code says no name. */
export function certificates(data: CertificatesData): PaperDefinition {
  const words = documentTexts(data.language).literacy;
  const page: TDocumentDefinitions = {
    ...startDefinition(words.certificate.title, data.on, data.language),
    pageSize: { width: mm(PAGE.width), height: mm(PAGE.height) },
    pageMargins: [mm(20), mm(20), mm(20), mm(8)],
    content: data.certificates.flatMap((certificate, index) => [
      ...(index === 0 ? [] : [{ text: "", fontSize: 1, pageBreak: "before" as const }]),
      ...certificatePage(certificate, data, words),
    ]),
  };
  return { page, photos: new Map(), printing: { trueSize: true, duplex: "none" } };
}

function ornaments({ qrText }: CertificateData): CanvasElement[] {
  const frame = (inset: number, lineColor: string, lineWidth: number): CanvasElement => ({
    type: "rect",
    x: mm(FRAME.x + inset),
    y: mm(FRAME.top + inset),
    w: mm(PAGE.width - 2 * (FRAME.x + inset)),
    h: mm(PAGE.height - FRAME.top - FRAME.bottom - 2 * inset),
    lineColor,
    lineWidth,
  });
  const place = { x: mm(QR.x), y: mm(QR.y), side: mm(QR.side), level: "M" } as const;
  return [
    ...topCloth(0, PAGE.width, CLOTH.top),
    ...clothVectors({
      x: 0,
      y: mm(PAGE.height - CLOTH.bottom),
      breadth: mm(CLOTH.bottom),
      length: mm(PAGE.width),
      repeats: 26,
      way: "horizontal",
    }),
    frame(0, COLOURS.indigo, 1.2),
    frame(1.4, COLOURS.ochre, 0.5),
    ...emblemVectors(mm((PAGE.width - EMBLEM.side) / 2), mm(EMBLEM.y), mm(EMBLEM.side)),
    pathVector({ d: qrPath(qrText, place), color: COLOURS.ink }),
  ];
}

interface Style {
  readonly face: MeasuredFace;
  /** Tried from the first to the last; at the last the text may break into as many lines as it needs. */
  readonly sizes: readonly number[];
  readonly lines: number;
}

/** The lines of a text at the largest size at which there are few enough of them. */
function fitted(text: string, { face, sizes, lines }: Style): { lines: string[]; size: number } {
  const broken = (size: number) => wrap(text, face, size, mm(TEXT_WIDTH));
  const size = sizes.find((candidate) => broken(candidate).length <= lines) ?? sizes.at(-1) ?? 1;
  return { lines: broken(size), size };
}

const NAME: Style = { face: "GentiumBold", sizes: [32, 28, 25, 22], lines: 1 };
const LONG_NAME: Style = { face: "GentiumBold", sizes: [19, 17, 15], lines: 2 };
const PROGRAMME: Style = { face: "GentiumBold", sizes: [21, 19, 17, 15], lines: 1 };
const LONG_PROGRAMME: Style = { face: "GentiumBold", sizes: [14, 13, 12], lines: 2 };
const ASSOCIATION: Style = { face: "GentiumBold", sizes: [17, 15, 13, 11], lines: 1 };

/** A centred text in a room of a fixed height, so that what comes below stays where it is. `y` and `height` in mm. */
function centred(text: string, y: number, height: number, styles: readonly Style[], colour: string): Content {
  const [first = NAME, second = first] = styles;
  const one = fitted(text, first);
  const best = one.lines.length <= first.lines ? one : fitted(text, second);
  const lead = best.size * 1.15;
  const top = mm(y) + (mm(height) - best.lines.length * lead) / 2;
  return {
    stack: best.lines.map((line) => ({ text: line, noWrap: true, lineHeight: 0.9 })),
    ...{ font: FAMILIES.title, bold: true, fontSize: best.size, color: colour, alignment: "center" as const },
    absolutePosition: { x: mm(20), y: top },
  };
}

function line(text: string, y: number, size = 11.5, colour: string = COLOURS.muted): Content {
  return {
    text,
    fontSize: size,
    color: colour,
    alignment: "center",
    absolutePosition: { x: mm(20), y: mm(y) },
  };
}

function certificatePage(one: CertificateData, data: CertificatesData, words: Words): Content[] {
  const own = words.certificate;
  const { language, office } = data;
  return [
    drawing(ornaments(one)),
    centred(office.printedName, 37, 8, [ASSOCIATION], COLOURS.ink),
    {
      text: own.title,
      ...{ font: FAMILIES.title, bold: true, fontSize: 36, lineHeight: 1, color: COLOURS.indigo },
      alignment: "center",
      absolutePosition: { x: mm(20), y: mm(45.5) },
    },
    line(own.givenTo, 63),
    centred(one.name, 68.5, 18, [NAME, LONG_NAME], COLOURS.ink),
    line(`${own.member} ${own.followed}`, 90),
    centred(one.programmeName, 97, 13, [PROGRAMME, LONG_PROGRAMME], COLOURS.indigo),
    ...facts(one, data, words),
    line(
      fill(own.madeOn, { office: office.name, day: showLongDay(one.issuedOn, language) }),
      140,
      11.5,
      COLOURS.ink,
    ),
    ...signatures(own),
    ...codeWords(one, own),
  ];
}

const FACT = { y: 117, width: 62 } as const;

function facts(one: CertificateData, { language }: CertificatesData, words: Words): Content[] {
  const own = words.certificate;
  const all = [
    [own.level, words.shared.levels[one.level]],
    [own.duration, showHours(one.hours * 60, language)],
    [own.result, showPercent(one.percent, language)],
  ];
  const left = (PAGE.width - all.length * FACT.width) / 2;
  const ruled = [0, 15].map(
    (y): CanvasElement => ({
      type: "line",
      x1: mm(left),
      x2: mm(PAGE.width - left),
      y1: mm(FACT.y + y),
      y2: mm(FACT.y + y),
      lineWidth: 0.5,
      lineColor: COLOURS.hairline,
    }),
  );
  return [
    drawing(ruled),
    {
      absolutePosition: { x: mm(left), y: mm(FACT.y + 2.4) },
      columns: all.map(([caption = "", value = ""]) => ({
        width: mm(FACT.width),
        alignment: "center" as const,
        stack: [
          { text: caption, fontSize: 9, color: COLOURS.muted },
          { text: value, bold: true, fontSize: 14 },
        ],
      })),
    },
  ];
}

function signatures(own: Words["certificate"]): Content[] {
  return [own.trainerSigns, own.coordinatorSigns].flatMap((caption, index) => {
    const x = 34 + index * (SIGN.width + 12);
    const rule: CanvasElement = {
      type: "line",
      ...{ x1: mm(x), x2: mm(x + SIGN.width), y1: mm(SIGN.y + SIGN.height), y2: mm(SIGN.y + SIGN.height) },
      ...{ lineWidth: 0.6, lineColor: COLOURS.muted },
    };
    return [
      drawing([rule]),
      {
        text: caption,
        fontSize: 9.5,
        color: COLOURS.muted,
        absolutePosition: { x: mm(x), y: mm(SIGN.y - 7) },
      },
    ];
  });
}

function codeWords({ number }: CertificateData, own: Words["certificate"]): Content[] {
  const width = 44;
  const below = (text: string, y: number, size: number, bold: boolean): Content => ({
    absolutePosition: { x: mm(QR.x + QR.side / 2 - width / 2), y: mm(QR.y + QR.side + y) },
    columns: [
      {
        width: mm(width),
        text,
        fontSize: size,
        bold,
        alignment: "center",
        color: bold ? COLOURS.ink : COLOURS.muted,
      },
    ],
  });
  return [below(fill(own.number, { number }), 3.5, 10.5, true), below(own.check, 8.5, 7.5, false)];
}
