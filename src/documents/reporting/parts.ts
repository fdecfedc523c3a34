import type { Content } from "pdfmake/interfaces.js";
import type { ReportContent, ReportSection } from "../../contract/reportingTerms.ts";
import { showLongDay } from "../../domain/format.ts";
import { heading, signBox } from "../design/letterhead.ts";
import { COLOURS, fill, mm, type PaperOffice } from "../design/paper.ts";
import { documentTexts } from "../texts/documentTexts.ts";

/** Millimetres; the pictures are drawn for it. */
export const MARGIN = 20;

/** A heading below a part's own. */
export function subheading(text: string): Content {
  return { text, bold: true, fontSize: 9.5, color: COLOURS.indigo, margin: [0, 8, 0, 3] };
}

/**
 * Blocks under a heading that stays on the page of the first; nothing where there is none. What a whole page could not
 * hold, a very long paragraph, may leave its heading.
 */
export function withHeading(caption: string, blocks: readonly Content[]): Content[] {
  const [first, ...others] = blocks;
  return first === undefined ? [] : [keptTogether([heading(caption), first]), ...others];
}

/** On one page, unless it is a text that may be longer than one. */
export function keptTogether(blocks: readonly Content[]): Content {
  return { stack: [...blocks], unbreakable: !blocks.some(isLong) };
}

const LONG_TEXT = 2_500;

function isLong(block: Content): boolean {
  return (
    typeof block === "object" &&
    "text" in block &&
    typeof block.text === "string" &&
    block.text.length > LONG_TEXT
  );
}

/** A frame of attention: what must be known before the figures are read. */
export function noticeBox(text: string, caption?: string): Content {
  return {
    table: {
      widths: ["*"],
      body: [
        [
          {
            text: caption === undefined ? text : [{ text: `${caption}. `, bold: true }, text],
            margin: [4, 3, 4, 2],
          },
        ],
      ],
    },
    layout: {
      hLineWidth: () => 0,
      vLineWidth: (line) => (line === 0 ? 3 : 0),
      vLineColor: () => COLOURS.ochre,
      fillColor: COLOURS.ochrePale,
    },
    margin: [0, 0, 0, 8],
  };
}

/** What somebody wrote for a part, paragraph by paragraph; nothing where nobody did. */
export function writtenText({ texts }: ReportContent, section: ReportSection): Content[] {
  const text = texts.find((one) => one.section === section)?.text ?? "";
  return text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph): Content => ({ text: paragraph, fontSize: 10, lineHeight: 1.3, margin: [0, 0, 0, 5] }));
}

export interface SignedOn {
  readonly office: Pick<PaperOffice, "name">;
  readonly on: string;
}

/** Place, day and the boxes to sign and stamp; kept whole. */
export function signatures({ key, language }: ReportContent, { office, on }: SignedOn): Content {
  const words = documentTexts(language).reporting.sign;
  const captions = words[key.kind];
  const gap = 6;
  const width = (210 - 2 * MARGIN - gap * (captions.length - 1)) / captions.length;
  return {
    unbreakable: true,
    margin: [0, 14, 0, 0],
    stack: [
      {
        text: fill(words.place, { office: office.name, day: showLongDay(on, language) }),
        margin: [0, 0, 0, 6],
      },
      {
        columnGap: mm(gap),
        columns: captions.map((caption) => signBox(caption, width, key.kind === "notice" ? 20 : 24)),
      },
    ],
  };
}
