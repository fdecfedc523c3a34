import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { CalendarDate } from "../../contract/primitives.ts";
import type { StatementLine } from "../../contract/rentalViews.ts";
import { showCount, showDay, showFrancs, showLongDay } from "../../domain/format.ts";
import { runningPages, title } from "../design/letterhead.ts";
import {
  A4,
  COLOURS,
  fill,
  type PaperContext,
  type PaperDefinition,
  startDefinition,
} from "../design/paper.ts";
import { amountBar, factRow, remark, ruledTable } from "../design/ruledTable.ts";
import { documentTexts } from "../texts/documentTexts.ts";
import { type NamedPremises, periodOf, premisesNames, type RentalWords } from "./wording.ts";

export interface TenantStatementData extends PaperContext {
  readonly number: string;
  readonly tenantName: string;
  readonly premises: readonly NamedPremises[];
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly opening: number;
  readonly lines: readonly StatementLine[];
  readonly closing: number;
}

const MARGIN = 20;

/** All that was asked of a tenant and paid between two days. */
export function tenantStatement(data: TenantStatementData): PaperDefinition {
  const words = documentTexts(data.language).rental;
  const own = words.statement;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own.title} ${data.number}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language, data.number),
    content: [
      title(own.title, 2),
      {
        text: `${fill(words.shared.span, { from: showDay(data.from), to: showDay(data.to) })} · F\u00a0CFA`,
        bold: true,
        fontSize: 11,
        margin: [0, 0, 0, 8],
      },
      factRow([
        [words.shared.tenant, data.tenantName || words.shared.none],
        [words.shared.lease, data.number],
      ]),
      {
        text: premisesNames(data.premises, words),
        color: COLOURS.muted,
        margin: [0, 0, 0, 4],
      },
      standing(data, words),
      movements(data, words),
      ...(data.lines.length === 0 ? [remark(own.empty)] : []),
      remark(own.keep),
    ],
  };
  return { page, photos: new Map() };
}

/** What is owed, or what was paid ahead, on the last day. */
function standing({ closing, to, language }: TenantStatementData, { statement: own }: RentalWords): Content {
  const caption = closing > 0 ? own.owed : closing < 0 ? own.credited : own.even;
  return amountBar(
    fill(caption, { day: showLongDay(to, language) }),
    showFrancs(Math.abs(closing), language),
  );
}

function movements(data: TenantStatementData, words: RentalWords): Content {
  const own = words.statement;
  const { language } = data;
  const francs = (amount: number) => (amount === 0 ? "" : showCount(amount, language));
  const sum = (of: "debit" | "credit") => data.lines.reduce((total, line) => total + line[of], 0);
  return ruledTable({
    columns: [
      { caption: own.date, width: 20 },
      { caption: words.shared.what, width: "*" },
      { caption: own.voucher, width: 33 },
      { caption: own.debit, width: 23, figures: true },
      { caption: own.credit, width: 23, figures: true },
      { caption: own.balance, width: 24, figures: true },
    ],
    rows: [
      ["", fill(own.opening, { day: showDay(data.from) }), "", "", "", showCount(data.opening, language)],
      ...data.lines.map((line) => [
        showDay(line.on),
        lineName(line, data, words),
        line.voucherNumber,
        francs(line.debit),
        francs(line.credit),
        showCount(line.balance, language),
      ]),
    ],
    total: [
      "",
      words.shared.total,
      "",
      showCount(sum("debit"), language),
      showCount(sum("credit"), language),
      showCount(data.closing, language),
    ],
  });
}

function lineName({ what, from, to }: StatementLine, data: TenantStatementData, words: RentalWords): string {
  if (what === "payment" || what === "writeOff" || what === "refund") return words.statement.what[what];
  const name = words.shared.charge[what];
  return from === null || to === null ? name : `${name}, ${periodOf({ from, to }, data.language)}`;
}
