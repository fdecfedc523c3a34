import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { CalendarDate, MemberNumber } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import { showDay, showLongDay } from "../../domain/format.ts";
import { placeholder } from "../card/placeholder.ts";
import { runningPages, signBox, title } from "../design/letterhead.ts";
import {
  A5,
  COLOURS,
  FAMILIES,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  type PaperPhoto,
  startDefinition,
} from "../design/paper.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";

export interface AttestationData extends PaperContext {
  readonly memberNumber: MemberNumber;
  readonly memberName: string;
  readonly photo: PaperPhoto | null;
  readonly doneOn: CalendarDate;
  /** Number of the stamp in her booklet; empty where there was none. */
  readonly stamp: string;
}

type Words = DocumentTexts["insurance"]["attestation"];

const MARGIN = 16;
const WIDTH = A5.width - 2 * MARGIN;
const PHOTO = { width: 30, height: (30 * 45) / 35 } as const;

/** Shown to whoever asks for it in the street: that she is up to date this month, in no word of medicine. */
export function attestation(data: AttestationData): PaperDefinition {
  const words = documentTexts(data.language).insurance.attestation;
  const month = monthOf(data);
  const lastDay = addDays(addMonths(`${data.doneOn.slice(0, 7)}-01`, 1), -1);
  const page: TDocumentDefinitions = {
    ...startDefinition(words.title, data.on, data.language),
    ...runningPages({ ...A5, margin: MARGIN }, data.office, data.language),
    content: [
      title(words.title, 10),
      person(data, words, month),
      {
        text: fill(words.body, { association: data.office.printedName, month }),
        fontSize: 11,
        lineHeight: 1.3,
        margin: [0, 16, 0, 8],
      },
      { text: fill(words.valid, { until: showLongDay(lastDay, data.language) }), bold: true, fontSize: 11 },
      {
        text: fill(words.madeOn, { office: data.office.name, day: showLongDay(data.on, data.language) }),
        margin: [0, 20, 0, 8],
      },
      signBox(documentTexts(data.language).insurance.shared.officeSigns, WIDTH, 32),
    ],
  };
  const photos = new Map<string, Uint8Array>();
  if (data.photo) photos.set(data.photo.sha256, data.photo.jpeg);
  return { page, photos };
}

/** `novembre 2026`: a long day without its number. */
function monthOf({ doneOn, language }: AttestationData): string {
  return showLongDay(`${doneOn.slice(0, 7)}-02`, language).replace(/^2\s/, "");
}

function person(data: AttestationData, words: Words, month: string): Content {
  const [width, height] = [mm(PHOTO.width), mm(PHOTO.height)];
  const facts = [
    [words.month, month],
    [words.done, showDay(data.doneOn)],
    ...(data.stamp === "" ? [] : [[words.stamp, data.stamp]]),
  ];
  return {
    columnGap: mm(8),
    columns: [
      {
        width,
        ...(data.photo
          ? { image: data.photo.sha256, width, height }
          : { canvas: placeholder(0, 0, width, height) }),
      },
      {
        width: "*",
        stack: [
          { text: data.memberName, font: FAMILIES.title, bold: true, fontSize: 15, lineHeight: 1 },
          {
            text: data.memberNumber,
            bold: true,
            color: COLOURS.indigo,
            fontSize: 11,
            margin: [0, 2, 0, 8],
          },
          ...facts.map(
            ([caption = "", value = ""]): Content => ({
              text: [
                { text: `${caption}  `, color: COLOURS.muted },
                { text: value, bold: true },
              ],
              fontSize: 10.5,
              margin: [0, 0, 0, 4],
            }),
          ),
        ],
      },
    ],
  };
}
