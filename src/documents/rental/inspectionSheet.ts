import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { InspectedItem, Meter } from "../../contract/rentalTerms.ts";
import { showCount, showDay } from "../../domain/format.ts";
import { heading, runningPages, signBox, title, writingLine } from "../design/letterhead.ts";
import { A4, mm, type PaperContext, type PaperDefinition, startDefinition } from "../design/paper.ts";
import { factRow, remark, ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type NamedPremises, premisesName, type RentalWords } from "./wording.ts";

export interface InspectionSheetData extends PaperContext {
  readonly number: string;
  readonly tenantName: string;
  readonly premises: NamedPremises;
  readonly kind: "entry" | "exit";
  readonly inspectedOn: CalendarDate;
  readonly keys: number;
  /** None for a sheet that is filled in by hand. */
  readonly items: readonly InspectedItem[];
  readonly remarks: string;
  /** What the entry sheet said of the same things; on an exit sheet it stands beside. */
  readonly atEntry: readonly InspectedItem[];
  /** The meters that the premises have, with what they showed on the day if somebody wrote it down. */
  readonly meters: readonly {
    readonly meter: Meter;
    readonly number: string;
    readonly index: number | null;
  }[];
}

const MARGIN = 20;
const WIDTH = A4.width - 2 * MARGIN;
const HALF = (WIDTH - 8) / 2;
/** As many lines to write on as leave the signatures on the same page. */
const BLANK_LINES = 14;

/** What premises are like when keys change hands, to sign; without items, a sheet to fill in by hand. */
export function inspectionSheet(data: InspectionSheetData): PaperDefinition {
  const words = documentTexts(data.language).rental;
  const own = words.inspection;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own[data.kind]} ${data.number}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language, data.number),
    content: [
      title(own[data.kind], 8),
      factRow([
        [words.shared.tenant, data.tenantName || words.shared.none],
        [words.shared.lease, data.number],
      ]),
      factRow([
        [words.shared.premises, premisesName(data.premises, words)],
        [own.on, showDay(data.inspectedOn)],
        [data.kind === "entry" ? own.keys : own.keysBack, keysOf(data)],
      ]),
      ...meters(data, words),
      heading(own.items),
      itemsTable(data, words),
      remark(own.legend),
      ...remarks(data, words),
      signatures(words),
    ],
  };
  return { page, photos: new Map() };
}

/** A sheet that is filled in by hand has no count yet. */
function keysOf({ keys, items, language }: InspectionSheetData): string {
  return keys === 0 && items.length === 0 ? "…………" : showCount(keys, language);
}

function meters(data: InspectionSheetData, words: RentalWords): Content[] {
  if (data.meters.length === 0) return [];
  const own = words.inspection;
  return [
    heading(own.meters),
    ruledTable({
      dense: true,
      columns: [
        { caption: own.meter, width: 50 },
        { caption: own.meterNumber, width: "*" },
        { caption: own.index, width: 50, figures: true },
      ],
      rows: data.meters.map(({ meter, number, index }) => [
        words.shared.charge[meter],
        number || words.shared.none,
        index === null ? "……………………" : showCount(index, data.language),
      ]),
    }),
  ];
}

function itemsTable(data: InspectionSheetData, words: RentalWords): Content {
  const own = words.inspection;
  const isExit = data.kind === "exit";
  const before = new Map(data.atEntry.map(({ item, condition }) => [item.toLowerCase(), condition]));
  const entryOf = (item: string) => {
    const condition = before.get(item.toLowerCase());
    return condition === undefined ? words.shared.none : own.conditions[condition];
  };
  const blank = [" ", ...(isExit ? [" "] : []), " ", " "];
  // On an exit sheet to fill in, what the entry sheet listed is there already.
  const known = isExit ? data.atEntry.map(({ item }) => [item, entryOf(item), " ", " "]) : [];
  const rows =
    data.items.length === 0
      ? [...known, ...Array.from({ length: Math.max(4, BLANK_LINES - known.length) }, () => blank)]
      : data.items.map(({ item, condition, remark: note }) => [
          item,
          ...(isExit ? [entryOf(item)] : []),
          own.conditions[condition],
          note,
        ]);
  return ruledTable({
    columns: [
      { caption: own.item, width: 52 },
      ...(isExit ? [{ caption: own.atEntry, width: 26 }] : []),
      { caption: isExit ? own.atExit : own.condition, width: 26 },
      { caption: own.remark, width: "*" },
    ],
    rows,
  });
}

function remarks({ remarks: text, items }: InspectionSheetData, { inspection: own }: RentalWords): Content[] {
  if (text !== "") return [heading(own.remarks), { text }];
  return items.length === 0 ? [heading(own.remarks), writingLine(WIDTH)] : [];
}

function signatures(words: RentalWords): Content {
  return {
    unbreakable: true,
    margin: [0, 12, 0, 0],
    stack: [
      { text: words.inspection.agreed, margin: [0, 0, 0, 8] },
      {
        columnGap: mm(8),
        columns: [signBox(words.shared.landlordSigns, HALF, 24), signBox(words.shared.tenantSigns, HALF, 24)],
      },
    ],
  };
}
