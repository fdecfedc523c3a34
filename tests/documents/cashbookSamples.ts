import type { Language } from "../../src/contract/primitives.ts";
import type { AccountSummary } from "../../src/documents/cashbook/accountSummary.ts";
import { type BudgetSheetData, budgetSheet } from "../../src/documents/cashbook/budgetSheet.ts";
import { type CashBookData, cashBook } from "../../src/documents/cashbook/cashBook.ts";
import type { PlaceSheet } from "../../src/documents/cashbook/cashSheet.ts";
import { type CountSheetData, countSheet } from "../../src/documents/cashbook/countSheet.ts";
import type { Journal } from "../../src/documents/cashbook/journal.ts";
import type { JournalLine } from "../../src/documents/cashbook/journalPage.ts";
import {
  type MonthPaper,
  type MonthPapersData,
  monthPapers,
} from "../../src/documents/cashbook/monthPapers.ts";
import type { PaperDefinition } from "../../src/documents/design/paper.ts";
import { context } from "./samples.ts";

const LONG_WORDS =
  "Achat de nattes, de bassines et de savon pour la production de la saison, payé en deux fois avec la facture du commerçant du Grand Marché, transport depuis Sikasso compris";

export function journalLine(index: number): JournalLine {
  const isIn = index % 3 !== 0;
  const account = isIn
    ? { number: "70610", name: "Loyers des locaux" }
    : { number: "6050", name: "Fournitures de bureau et petit matériel" };
  return {
    number: `KTL-2026-${String(index).padStart(5, "0")}`,
    datedOn: `2026-10-${String(Math.min(31, 1 + Math.floor(index / 3))).padStart(2, "0")}`,
    account,
    words: index % 4 === 0 ? [LONG_WORDS, "projet EAU-26"] : isIn ? [] : ["Cahiers et stylos"],
    place: index % 5 === 0 ? "Orange Money du bureau" : "Espèces",
    moneyIn: isIn ? 75_000 : 0,
    moneyOut: isIn ? 0 : 12_500,
    balance: null,
  };
}

const total = (lines: readonly JournalLine[], of: "moneyIn" | "moneyOut") =>
  lines.reduce((sum, line) => sum + line[of], 0);

/** @param onePlace with the balance after each line */
export function journal(count: number, onePlace = false): Journal {
  const opening = 125_000;
  let balance = opening;
  const lines = Array.from({ length: count }, (_, index) => {
    const line = journalLine(index + 1);
    balance += line.moneyIn - line.moneyOut;
    return onePlace ? { ...line, place: "Espèces", balance } : line;
  });
  const [sumIn, sumOut] = [total(lines, "moneyIn"), total(lines, "moneyOut")];
  return {
    lines,
    balances: { opening, closing: opening + sumIn - sumOut },
    onePlace,
    places: onePlace
      ? []
      : [
          { name: "Espèces", opening, sumIn, sumOut, closing: opening + sumIn - sumOut },
          { name: "Orange Money du bureau", opening: 0, sumIn: 0, sumOut: 0, closing: 0 },
        ],
  };
}

const places: readonly PlaceSheet[] = [
  {
    name: "Espèces",
    opening: 125_000,
    sumIn: 450_000,
    sumOut: 62_500,
    closing: 512_500,
    days: Array.from({ length: 5 }, (_, index) => ({
      on: `2026-10-${String(index * 5 + 2).padStart(2, "0")}`,
      vouchers: index + 1,
      sumIn: 90_000,
      sumOut: 12_500,
      balance: 125_000 + (index + 1) * 77_500,
    })),
    count: { countedOn: "2026-10-31", counted: 512_000, expected: 512_500, difference: -500 },
  },
  {
    name: "Orange Money",
    opening: 40_000,
    sumIn: 0,
    sumOut: 0,
    closing: 40_000,
    days: [],
    count: null,
  },
];

const summary: AccountSummary = {
  accounts: [
    {
      number: "70610",
      name: "Loyers des locaux",
      side: "income",
      vouchers: 20,
      sumIn: 1_500_000,
      sumOut: 75_000,
    },
    { number: "7561", name: "Cartes de membre", side: "income", vouchers: 31, sumIn: 77_500, sumOut: 0 },
    {
      number: "6050",
      name: "Fournitures de bureau et petit matériel",
      side: "expense",
      vouchers: 9,
      sumIn: 0,
      sumOut: 112_500,
    },
    {
      number: "6181",
      name: "Voyages et déplacements",
      side: "expense",
      vouchers: 3,
      sumIn: 0,
      sumOut: 45_000,
    },
    { number: "165", name: "Cautions reçues", side: "balance", vouchers: 1, sumIn: 150_000, sumOut: 0 },
  ],
  projects: [
    { code: "EAU-26", name: "Eau pour le marché", sumIn: 500_000, sumOut: 45_000 },
    { code: null, name: "", sumIn: 1_227_500, sumOut: 187_500 },
  ],
  warnings: [
    { code: "notCounted", place: "Orange Money" },
    { code: "paperMissing", place: "" },
  ],
};

export function monthData(
  language: Language,
  papers: readonly MonthPaper[],
  values: Partial<MonthPapersData> = {},
): MonthPapersData {
  return {
    ...context(language),
    month: "2026-10",
    scope: "KTL",
    standing: { state: "closed", closedOn: "2026-11-02", closedBy: "Sali Diarra" },
    papers,
    journal: journal(61),
    first: "KTL-2026-00001",
    last: "KTL-2026-00061",
    places,
    summary,
    madeBy: "Sali Diarra",
    ...values,
  };
}

export function bookData(language: Language, values: Partial<CashBookData> = {}): CashBookData {
  return {
    ...context(language),
    from: "2026-10-01",
    to: "2026-10-31",
    scope: "KTL",
    filterWords: ["Espèces"],
    journal: journal(12, true),
    madeBy: "Sali Diarra",
    ...values,
  };
}

export function countData(language: Language, values: Partial<CountSheetData> = {}): CountSheetData {
  return {
    ...context(language),
    place: "Espèces",
    isCash: true,
    count: {
      countedOn: "2026-11-23",
      pieces: [
        { value: 10_000, pieces: 31 },
        { value: 5_000, pieces: 12 },
        { value: 500, pieces: 7 },
        { value: 25, pieces: 4 },
      ],
      counted: 373_600,
      expected: 374_100,
      difference: -500,
      reason: "Une pièce de 500 rendue en trop à une cliente du magasin.",
      voucherNumber: "KTL-2026-00062",
      countedBy: "Sali Diarra",
    },
    ...values,
  };
}

export function budgetData(language: Language, values: Partial<BudgetSheetData> = {}): BudgetSheetData {
  const row = (number: string, name: string, side: "income" | "expense", planned: number, used: number) => ({
    ...{ number, name, side, planned, used },
    project: side === "expense" ? "EAU-26" : null,
    plannedToDate: Math.round(planned * 0.895),
    note: number === "6050" ? "Deux livraisons, en mars et en septembre" : "",
  });
  return {
    ...context(language),
    year: 2026,
    usedUntil: "2026-11-23",
    scope: "KTL",
    project: null,
    rows: [
      row("70610", "Loyers des locaux", "income", 18_000_000, 15_750_000),
      row("7561", "Cartes de membre", "income", 2_500_000, 2_625_000),
      row("6050", "Fournitures de bureau et petit matériel", "expense", 600_000, 412_500),
      row("6181", "Voyages et déplacements", "expense", 900_000, 1_175_000),
      row("6280", "Téléphone", "expense", 0, 35_000),
    ],
    madeBy: "Sali Diarra",
    ...values,
  };
}

/** Every paper of the cash book, in one language. */
export function everyCashbookPaper(language: Language): Readonly<Record<string, () => PaperDefinition>> {
  const statement = {
    ...countData(language).count,
    pieces: [],
    difference: 0,
    reason: "",
    voucherNumber: null,
  };
  return {
    journal: () => monthPapers(monthData(language, ["journal"])),
    cashSheet: () => monthPapers(monthData(language, ["cashSheet"])),
    summary: () => monthPapers(monthData(language, ["summary"])),
    all: () => monthPapers(monthData(language, ["journal", "cashSheet", "summary"])),
    cashBook: () => cashBook(bookData(language)),
    count: () => countSheet(countData(language)),
    statementCheck: () =>
      countSheet(countData(language, { isCash: false, place: "BDM, compte courant", count: statement })),
    budget: () => budgetSheet(budgetData(language)),
  };
}
