import { v7 } from "uuid";
import type { InputOf, OperationName } from "../../src/contract/index.ts";

/** Requests that need a worked book, and headquarters with an office's remittance and closed month in its copies. */
export type CashbookName = Extract<OperationName, `cashbook.${string}`>;

/** What typical requests need to stand there already, at headquarters, which may make all of them but one. */
export interface CashbookPrepared {
  readonly today: string;
  /** Over, with vouchers, and not closed. */
  readonly openMonth: string;
  readonly closing: number;
  /** Of another office, closed there. */
  readonly elsewhere: { readonly office: string; readonly month: string };
  readonly voucherId: string;
  readonly wrongVoucherId: string;
  readonly countId: string;
  readonly remittanceId: string;
  /** What lies in the principal cash box when the counting begins. */
  readonly cash: number;
  readonly photo: Uint8Array;
  readonly photoSha256: string;
}

const YEAR = { from: "2026-01-01", to: "2026-12-31" };

/** One request that a screen would make of each. One without does not compile. */
export const CASHBOOK: { readonly [N in CashbookName]: (about: CashbookPrepared) => InputOf<N> } = {
  "cashbook.listVouchers": () => ({ ...YEAR, till: "cash", text: "cahiers", offset: 0, limit: 100 }),
  "cashbook.voucher": ({ voucherId }) => ({ id: voucherId }),
  "cashbook.count": ({ cash }) => ({
    ...{ id: v7(), voucherId: v7(), till: "cash", statement: null, expected: cash, reason: "Monnaie" },
    pieces: [{ value: 10_000, pieces: 2 }],
  }),
  "cashbook.record": ({ today }) => ({
    ...{ id: v7(), direction: "out", till: "cash", account: "transport", amount: 2_000, datedOn: today },
    ...{ words: "Taxi pour la banque", payee: "Chauffeur", project: null, reference: "" },
  }),
  "cashbook.addPhoto": ({ voucherId, photo }) => ({ id: voucherId, jpeg: photo }),
  "cashbook.readPhoto": ({ photoSha256 }) => ({ sha256: photoSha256 }),
  "cashbook.transfer": ({ today }) => ({
    ...{ id: v7(), inId: v7(), from: "cash", to: "bank", amount: 5_000, datedOn: today },
    ...{ words: "Dépôt à la banque", reference: "" },
  }),
  "cashbook.remit": ({ today }) => ({
    ...{ id: v7(), from: "cash", amount: 3_000, datedOn: today, payee: "Chauffeur", words: "" },
    reference: "",
  }),
  "cashbook.remittances": () => ({}),
  "cashbook.receiveRemittance": ({ remittanceId, today }) => ({
    ...{ id: v7(), voucherId: remittanceId, to: "cash", datedOn: today, reference: "" },
  }),
  "cashbook.reverse": ({ wrongVoucherId }) => ({
    ...{ id: v7(), voucherId: wrongVoucherId, reason: "Saisi deux fois" },
  }),
  "cashbook.tills": () => ({ office: "all" }),
  "cashbook.saveTill": () => ({
    ...{ key: v7(), kind: "cash", name: "Petite caisse", accountNumber: "5712", closed: false },
  }),
  "cashbook.recordOpening": ({ today }) => ({
    ...{ id: v7(), till: "bank", amount: 100_000, datedOn: today },
  }),
  "cashbook.counts": () => ({ ...YEAR, office: "all" }),
  "cashbook.printCount": ({ countId }) => ({ id: countId }),
  "cashbook.months": () => ({ office: "all" }),
  "cashbook.month": ({ openMonth }) => ({ month: openMonth }),
  "cashbook.closeMonth": ({ openMonth, closing }) => ({ id: v7(), month: openMonth, closing }),
  "cashbook.reopenMonth": ({ elsewhere }) => ({ id: v7(), ...elsewhere, reason: "Une pièce oubliée" }),
  "cashbook.printMonth": ({ openMonth }) => ({ month: openMonth, paper: "all" }),
  "cashbook.printBook": () => ({ ...YEAR, till: "cash" }),
  "cashbook.exportJournal": () => ({ ...YEAR, office: "all", format: "xlsx" }),
  "cashbook.chart": () => ({}),
  "cashbook.saveAccount": () => ({
    ...{ id: v7(), code: "market-fees", number: "6412", name: "Taxes de marché", nameEn: "Market fees" },
    ...{ side: "expense", active: true },
  }),
  "cashbook.projects": () => ({}),
  "cashbook.saveProject": () => ({
    ...{ id: v7(), code: "EAU-2026", name: "Eau propre", donor: "Mairie" },
    ...{ startsOn: "2026-01-01", endsOn: null, active: true },
  }),
  "cashbook.saveBudgetLine": () => ({
    ...{ id: v7(), year: 2026, account: "supplies", project: null, amount: 120_000, note: "Cahiers" },
  }),
  "cashbook.budget": ({ today }) => ({ year: 2026, on: today, project: null }),
  "cashbook.printBudget": ({ today }) => ({ year: 2026, on: today, project: null }),
  "cashbook.tasks": () => ({}),
};
