import type { Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { LifeAccount } from "../../contract/insurancePolicies.ts";
import { showDay, showFrancs } from "../../domain/format.ts";
import { runningPages, title } from "../design/letterhead.ts";
import { A4, COLOURS, type PaperContext, type PaperDefinition, startDefinition } from "../design/paper.ts";
import { amountBar, factRow, remark, ruledTable } from "../design/ruledTable.ts";
import { type DocumentTexts, documentTexts } from "../texts/documentTexts.ts";

export interface AccountStatementData extends PaperContext {
  readonly account: Pick<LifeAccount, "policy" | "movements" | "balance">;
}

type Words = DocumentTexts["insurance"];

const MARGIN = 20;

/** A member's own account in the life and retirement fund. */
export function accountStatement(data: AccountStatementData): PaperDefinition {
  const words = documentTexts(data.language).insurance;
  const own = words.account;
  const { policy, balance } = data.account;
  const page: TDocumentDefinitions = {
    ...startDefinition(`${own.title} ${policy.number}`, data.on, data.language),
    ...runningPages({ ...A4, margin: MARGIN }, data.office, data.language, words.shared.personal),
    content: [
      title(own.title, 4),
      { text: own.lead, margin: [0, 0, 0, 8] },
      factRow([
        [words.shared.member, `${policy.surname} ${policy.firstNames}`],
        [words.shared.memberNumber, policy.memberNumber],
      ]),
      factRow([
        [words.shared.plan, policy.planName],
        [words.shared.policy, policy.number],
        [own.on, showDay(data.on)],
      ]),
      amountBar(own.balanceNow, showFrancs(balance, data.language)),
      movements(data, words),
      remark(own.keep),
    ],
  };
  return { page, photos: new Map() };
}

function movements({ account, language }: AccountStatementData, words: Words): Content {
  const own = words.account;
  if (account.movements.length === 0) return { text: own.empty, color: COLOURS.muted };
  const francs = (amount: number) => showFrancs(amount, language);
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const amounts = account.movements.map(({ amount }) => amount);
  return ruledTable({
    columns: [
      { caption: own.date, width: 22 },
      { caption: own.what, width: "*" },
      { caption: own.receipt, width: 31 },
      { caption: own.moneyIn, width: 26, figures: true },
      { caption: own.moneyOut, width: 26, figures: true },
      { caption: own.balance, width: 27, figures: true },
    ],
    rows: account.movements.map(({ on, kind, amount, balance, voucherNumber }) => [
      showDay(on),
      own.kind[kind],
      voucherNumber ?? words.shared.none,
      amount > 0 ? francs(amount) : "",
      amount < 0 ? francs(-amount) : "",
      francs(balance),
    ]),
    total: [
      "",
      words.shared.total,
      "",
      francs(sum(amounts.filter((amount) => amount > 0))),
      francs(-sum(amounts.filter((amount) => amount < 0))),
      francs(account.balance),
    ],
  });
}
