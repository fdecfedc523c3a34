import type { Content, ContentStack, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { z } from "zod";
import type { MemberFile } from "../contract/membership.ts";
import { showLongDay } from "../domain/format.ts";
import { placeholder } from "./card/placeholder.ts";
import { heading, runningPages, signBox, title } from "./design/letterhead.ts";
import {
  A4,
  COLOURS,
  FAMILIES,
  fill,
  mm,
  type PaperContext,
  type PaperDefinition,
  type PaperPhoto,
  startDefinition,
} from "./design/paper.ts";
import { type FactGroup, factGroups } from "./memberFile/facts.ts";
import { cardsTable, historyTable, termsTable } from "./memberFile/records.ts";
import { type DocumentTexts, documentTexts } from "./texts/documentTexts.ts";

export interface MemberFileData extends PaperContext {
  readonly file: z.infer<typeof MemberFile>;
  readonly photo: PaperPhoto | null;
  /** Who hands the copy over. */
  readonly printedBy: string;
}

const MARGIN = 20;
const WIDTH = A4.width - 2 * MARGIN;
const PHOTO = { width: 30, height: (30 * 45) / 35 } as const;

/** A member's own copy of all that is held about her (right of access, law 2013-015), in plain words. */
export function memberFile(data: MemberFileData): PaperDefinition {
  const texts = documentTexts(data.language);
  const { file } = data;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${texts.memberFile.title} ${file.member.number}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language, file.member.number),
    // A heading never stands alone at the foot of a page.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
    content: [
      top(data, texts),
      ...factGroups(file, texts, data.language).flatMap(facts),
      heading(texts.memberFile.terms),
      termsTable(file.terms, texts, data.language),
      heading(texts.memberFile.cards),
      cardsTable(file.cards, texts),
      heading(texts.memberFile.history),
      historyTable(file.history, texts),
      rights(texts.memberFile),
    ],
  };
  const photos = new Map<string, Uint8Array>();
  if (data.photo) photos.set(data.photo.sha256, data.photo.jpeg);
  return { page, photos };
}

function top(data: MemberFileData, texts: DocumentTexts): Content {
  const { member } = data.file;
  const handedOver = fill(texts.memberFile.printed, {
    day: showLongDay(data.on, data.language),
    person: data.printedBy,
  });
  const [width, height] = [mm(PHOTO.width), mm(PHOTO.height)];
  return {
    columns: [
      {
        width: "*",
        stack: [
          title(texts.memberFile.title, 4),
          { text: `${member.surname} ${member.firstNames}`, font: FAMILIES.title, bold: true, fontSize: 15 },
          { text: member.number, bold: true, color: COLOURS.indigo, fontSize: 11, margin: [0, 0, 0, 8] },
          { text: texts.memberFile.lead, fontSize: 10.5 },
          { text: handedOver, color: COLOURS.muted, margin: [0, 4, 0, 0] },
        ],
      },
      {
        width,
        ...(data.photo
          ? { image: data.photo.sha256, width, height }
          : { canvas: placeholder(0, 0, width, height) }),
      },
    ],
    columnGap: mm(8),
    margin: [0, 0, 0, 4],
  };
}

/** Facts in two columns of caption and value. */
function facts(group: FactGroup): Content[] {
  const fact = ({ caption, value }: FactGroup["facts"][number]): Content => ({
    text: [{ text: `${caption}\n`, fontSize: 8, color: COLOURS.muted }, { text: value }],
    margin: [0, 0, 0, 5],
  });
  const middle = Math.ceil(group.facts.length / 2);
  const half = (from: number, to: number): ContentStack & { width: string } => ({
    width: "*",
    stack: group.facts.slice(from, to).map(fact),
  });
  const single = group.facts.length === 1;
  return [
    {
      unbreakable: !single,
      stack: [
        heading(group.title),
        single
          ? { stack: group.facts.map(({ value }) => ({ text: value })) }
          : { columnGap: mm(8), columns: [half(0, middle), half(middle, group.facts.length)] },
      ],
    },
  ];
}

function rights(texts: DocumentTexts["memberFile"]): Content {
  const signed = (caption: string): Content => signBox(caption, (WIDTH - 8) / 2, 24);
  return {
    unbreakable: true,
    stack: [
      heading(texts.rightsTitle),
      { ul: texts.rights.map((text) => ({ text, margin: [2, 0, 0, 3] })), markerColor: COLOURS.ochre },
      { text: texts.signatures, margin: [0, 8, 0, 8], bold: true },
      { columnGap: mm(8), columns: [signed(texts.memberSigns), signed(texts.officeSigns)] },
    ],
  };
}
