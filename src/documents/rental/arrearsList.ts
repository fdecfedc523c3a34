import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { OfficeScope } from "../../contract/primitives.ts";
import type { ArrearsLine } from "../../contract/rentalViews.ts";
import { showCount, showDay, showFrancs } from "../../domain/format.ts";
import { showPhone } from "../../domain/phone.ts";
import { runningPages, title } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type RentalWords, scopeName } from "./wording.ts";

export interface ArrearsListData extends PaperContext {
  /** The day on which the lines stand so; `on` is the paper's. */
  readonly standingOn: string;
  readonly scope: OfficeScope;
  readonly lines: readonly ArrearsLine[];
  readonly madeBy: string;
}

const MARGIN = 12;
const AGES = ["upTo30", "upTo60", "upTo90", "over90"] as const;

/** Who owes what, by age, with what is needed to chase it: phones, the guarantor, the last promise. */
export function arrearsList(data: ArrearsListData): PaperDefinition {
  const words = documentTexts(data.language).rental;
  const own = words.arrears;
  const { lines } = data;
  const count =
    lines.length === 1 ? own.oneLease : fill(own.leases, { count: showCount(lines.length, data.language) });
  const page: TDocumentDefinitions = {
    ...startDefinition(own.title, data.on, data.language),
    ...runningPages(
      { width: A4.height, height: A4.width, margin: MARGIN },
      data.office,
      data.language,
      fill(words.shared.madeOn, { day: showDay(data.on), person: data.madeBy }),
    ),
    content: [
      title(own.title, 2),
      {
        margin: [0, 0, 0, 8],
        fontSize: 11,
        columns: [
          {
            width: "*",
            bold: true,
            text: `${fill(own.on, { day: showDay(data.standingOn) })} · ${scopeName(data.scope, data, words)} · F\u00a0CFA`,
          },
          { width: "auto", text: lines.length === 0 ? "" : count },
        ],
      },
      lines.length === 0 ? { text: own.empty, color: COLOURS.muted } : table(data, words),
    ],
  };
  return { page, photos: new Map() };
}

function table(data: ArrearsListData, words: RentalWords): Content {
  const own = words.arrears;
  const francs = (amount: number) => (amount === 0 ? words.shared.none : showCount(amount, data.language));
  const sum = (of: (line: ArrearsLine) => number) =>
    francs(data.lines.reduce((total, line) => total + of(line), 0));
  return ruledTable({
    columns: [
      { caption: words.shared.lease, width: 28 },
      { caption: words.shared.tenant, width: "*" },
      ...AGES.map((age) => ({ caption: own[age], width: 27, figures: true })),
      { caption: words.shared.total, width: 26, figures: true },
      { caption: own.chase, width: 60 },
    ],
    rows: data.lines.map((line) => [
      inLines(line.number, line.premises.join(", "), line.ended ? own.ended : ""),
      whom(line, words),
      ...AGES.map((age) => francs(line.ages[age])),
      francs(line.total),
      chase(line, data, words),
    ]),
    total: [
      words.shared.total,
      "",
      ...AGES.map((age) => sum(({ ages }) => ages[age])),
      sum(({ total }) => total),
      "",
    ],
  });
}

const inLines = (...texts: string[]) => texts.filter((text) => text !== "").join("\n");

function whom(line: ArrearsLine, words: RentalWords): string {
  const guarantor =
    line.guarantorName === "" ? "" : fill(words.arrears.guarantor, { name: line.guarantorName });
  return inLines(
    line.tenantName || words.shared.none,
    showPhone(line.tenantPhone),
    guarantor,
    showPhone(line.guarantorPhone),
  );
}

/** Since when it is owed, what was done last, and what was promised. */
function chase(line: ArrearsLine, { language }: ArrearsListData, { arrears: own }: RentalWords): string {
  const { lastReminder: last } = line;
  const promise =
    last === null || last.promisedOn === null
      ? ""
      : fill(last.promised === null ? own.promiseDay : own.promise, {
          day: showDay(last.promisedOn),
          amount: showFrancs(last.promised ?? 0, language),
        });
  return inLines(
    fill(own.since, { day: showDay(line.oldestDueOn) }),
    last === null
      ? own.noReminder
      : fill(own.lastReminder, { kind: own.kind[last.kind], day: showDay(last.on) }),
    promise,
    line.promiseBroken ? own.broken : "",
  );
}
