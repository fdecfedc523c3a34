import type { Language } from "../../src/contract/primitives.ts";
import type { ArrearsLine, RentalReport, RollLine, StatementLine } from "../../src/contract/rentalViews.ts";
import type { PaperDefinition } from "../../src/documents/design/paper.ts";
import { type ArrearsListData, arrearsList } from "../../src/documents/rental/arrearsList.ts";
import { type InspectionSheetData, inspectionSheet } from "../../src/documents/rental/inspectionSheet.ts";
import type { LeaseContractData } from "../../src/documents/rental/leaseArticles.ts";
import { leaseContract } from "../../src/documents/rental/leaseContract.ts";
import { type ReminderLetterData, reminderLetter } from "../../src/documents/rental/reminderLetter.ts";
import { type RentalReportData, rentalReport } from "../../src/documents/rental/rentalReport.ts";
import { type RentRollData, rentRoll } from "../../src/documents/rental/rentRoll.ts";
import {
  type RentNotice,
  type RentQuittance,
  rentNotices,
  rentQuittances,
} from "../../src/documents/rental/rentSlips.ts";
import { type TenantStatementData, tenantStatement } from "../../src/documents/rental/tenantStatement.ts";
import { context } from "./samples.ts";

const ID = "01936f7a-0000-7000-8000-000000000000";
export const TENANT = "Bakary Traoré-Ɲaŋa";
/** As long as the contract lets a name be. */
export const LONG_NAME = "Établissements Mamadou Lamine Konaté et Frères, Commerce Général et Import-Export";
const LEASE = "KTL-B00007";

const shop = {
  code: "B-03",
  kind: "shop" as const,
  address: "Grand Marché, face à la poste, Koutiala",
  surface: 24,
  waterMeter: "",
  powerMeter: "EDM-44 120",
  share: 60_000,
};

export function contractData(language: Language): LeaseContractData {
  return {
    ...context(language),
    number: LEASE,
    tenant: {
      kind: "person",
      name: TENANT,
      phone: "+22376123456",
      paperKind: "nina",
      paperNumber: "1 80 12 345",
      guarantorName: "Oumou Sangaré",
      guarantorPhone: "+22366123456",
    },
    premises: [
      shop,
      { ...shop, code: "Étal du marché", kind: "stall", surface: null, powerMeter: "", share: 15_000 },
    ],
    terms: {
      premises: [
        { premisesId: ID, share: 60_000 },
        { premisesId: ID.replace(/0$/, "1"), share: 15_000 },
      ],
      startsOn: "2026-01-01",
      endsOn: "2027-12-31",
      period: "month",
      rent: 75_000,
      dueDay: 5,
      charges: { kind: "meter", water: null, power: 150 },
      deposit: 150_000,
      noticeMonths: 3,
      penalty: { kind: "percent", graceDays: 10, percent: 5 },
    },
    changes: [
      { kind: "revision", id: ID, from: "2026-10-01", rent: 80_000, rate: null },
      { kind: "rentFree", id: ID, from: "2026-03-01", to: "2026-04-01" },
      { kind: "renewal", id: ID, endsOn: null },
    ],
  };
}

const period = { month: "2026-12", from: "2026-12-01", to: "2026-12-31" };
const december = { from: period.from, to: period.to, dueOn: "2026-12-05" };

export function notice(values: Partial<RentNotice> = {}): RentNotice {
  return {
    ...period,
    number: LEASE,
    tenantName: TENANT,
    premises: [shop],
    dueOn: "2026-12-05",
    lines: [
      { ...december, kind: "rent", amount: 75_000 },
      { ...december, kind: "charges", amount: 5_000 },
    ],
    paid: 20_000,
    earlier: 40_000,
    ...values,
  };
}

/** Everything that a slip can hold at once. */
export const FULL_NOTICE = notice({
  tenantName: LONG_NAME,
  premises: Array.from({ length: 8 }, (_, index) => ({ ...shop, code: `Boutique du marché ${index}` })),
  lines: [
    ...notice().lines,
    { ...december, kind: "water", from: "2026-10-14", to: "2026-11-13", amount: 999_999_999 },
    { ...december, kind: "power", from: "2026-10-14", to: "2026-11-13", amount: 18_750 },
    { ...december, kind: "penalty", amount: 3_750 },
  ],
});

export function quittance(values: Partial<RentQuittance> = {}): RentQuittance {
  return {
    ...period,
    number: LEASE,
    tenantName: TENANT,
    premises: [shop],
    lines: notice().lines,
    remitted: 0,
    payments: [
      { number: "KTL-2026-00042", on: "2026-12-03", source: "tenant" },
      { number: "KTL-2026-00051", on: "2026-12-20", source: "deposit" },
    ],
    ...values,
  };
}

export function reminderData(language: Language, kind: "first" | "last"): ReminderLetterData {
  const line = (month: string, last: string, paid: number) => ({
    kind: "rent" as const,
    from: `2026-${month}-01`,
    to: `2026-${month}-${last}`,
    dueOn: `2026-${month}-05`,
    amount: 75_000,
    paid,
    writtenOff: 0,
    left: 75_000 - paid,
  });
  return {
    ...context(language),
    kind,
    number: LEASE,
    tenantName: TENANT,
    guarantorName: "Oumou Sangaré",
    premises: [shop],
    unpaid: [line("09", "30", 25_000), line("10", "31", 0), line("11", "30", 0)],
    payBefore: "2026-12-03",
  };
}

export function statementData(language: Language, months = 8): TenantStatementData {
  let balance = 15_000;
  const lines = Array.from({ length: months }, (_, index): StatementLine[] => {
    const month = `2026-${String((index % 12) + 1).padStart(2, "0")}`;
    balance += 75_000;
    const asked = balance;
    balance -= 70_000;
    const common = { voucherNumber: "", from: null, to: null };
    return [
      {
        ...common,
        on: `${month}-05`,
        what: "rent",
        from: `${month}-01`,
        to: `${month}-28`,
        debit: 75_000,
        credit: 0,
        balance: asked,
      },
      {
        ...common,
        on: `${month}-07`,
        what: "payment",
        voucherNumber: `KTL-2026-${String(index + 40).padStart(5, "0")}`,
        debit: 0,
        credit: 70_000,
        balance,
      },
    ];
  }).flat();
  return {
    ...context(language),
    number: LEASE,
    tenantName: TENANT,
    premises: [shop],
    from: "2026-01-01",
    to: "2026-11-23",
    opening: 15_000,
    lines,
    closing: balance,
  };
}

export function inspectionData(
  language: Language,
  kind: "entry" | "exit",
  values: Partial<InspectionSheetData> = {},
): InspectionSheetData {
  const items = [
    "Porte et serrure",
    "Murs",
    "Sol",
    "Plafond et toiture",
    "Prises et lampes",
    "Rideau de fer",
  ];
  return {
    ...context(language),
    number: LEASE,
    tenantName: TENANT,
    premises: shop,
    kind,
    inspectedOn: "2026-11-20",
    keys: 2,
    items: items.map((item, index) => ({
      item,
      condition: (["good", "fair", "poor", "missing"] as const)[index % 4] ?? "good",
      remark:
        index === 2 ? "Fissure de un mètre près de la porte, à reprendre avant la saison des pluies" : "",
    })),
    remarks: "",
    atEntry: kind === "exit" ? items.map((item) => ({ item, condition: "good" as const, remark: "" })) : [],
    meters: [
      { meter: "power", number: "EDM-44 120", index: 18_442 },
      { meter: "water", number: "", index: null },
    ],
    ...values,
  };
}

export function rollLine(index: number): RollLine {
  return {
    leaseId: ID,
    office: "KTL",
    number: `KTL-B${String(index).padStart(5, "0")}`,
    tenantName: index % 5 === 0 ? LONG_NAME : TENANT,
    tenantPhone: "+22376123456",
    premises: index % 7 === 0 ? ["B-03", "B-04", "Étal du marché"] : ["B-03"],
    ended: index % 9 === 0,
    brought: index % 3 === 0 ? 150_000 : 0,
    due: 75_000,
    received: 60_000,
    left: index % 3 === 0 ? 165_000 : 15_000,
    advance: 0,
    lastPaidOn: "2026-11-07",
  };
}

export function rollData(language: Language, count = 20): RentRollData {
  const lines = Array.from({ length: count }, (_, index) => rollLine(index + 1));
  const totals = { brought: 0, due: 0, received: 0, left: 0, advance: 0 };
  for (const line of lines)
    for (const figure of ["brought", "due", "received", "left", "advance"] as const)
      totals[figure] += line[figure];
  return { ...context(language), month: "2026-11", scope: "KTL", lines, totals, madeBy: "Sali Diarra" };
}

export function arrearsLine(index: number): ArrearsLine {
  const ages = { upTo30: 75_000, upTo60: 75_000, upTo90: 50_000, over90: index % 2 === 0 ? 300_000 : 0 };
  return {
    leaseId: ID,
    office: "KTL",
    number: `KTL-B${String(index).padStart(5, "0")}`,
    tenantName: index % 4 === 0 ? LONG_NAME : TENANT,
    tenantPhone: "+22376123456",
    guarantorName: index % 2 === 0 ? "Oumou Sangaré" : "",
    guarantorPhone: index % 2 === 0 ? "+22366123456" : "",
    premises: ["B-03"],
    ended: index % 3 === 0,
    total: ages.upTo30 + ages.upTo60 + ages.upTo90 + ages.over90,
    ages,
    oldestDueOn: "2026-07-05",
    lastReminder:
      index % 3 === 1
        ? null
        : {
            id: ID,
            kind: "first",
            on: "2026-11-10",
            promisedOn: "2026-11-20",
            promised: 100_000,
            note: "Viendra après le marché",
          },
    promiseBroken: index % 2 === 0,
  };
}

export function arrearsData(language: Language, count = 5): ArrearsListData {
  return {
    ...context(language),
    standingOn: "2026-11-23",
    scope: "KTL",
    lines: Array.from({ length: count }, (_, index) => arrearsLine(index + 1)),
    madeBy: "Sali Diarra",
  };
}

export function reportData(language: Language, monthCount = 12, premisesCount = 6): RentalReportData {
  const names = Array.from({ length: monthCount }, (_, index) => {
    const month = 10 + index;
    return `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
  });
  const premises = Array.from({ length: premisesCount }, (_, index) => ({
    id: ID.replace(/0{2}$/, String(index).padStart(2, "0")),
    office: "KTL",
    code: `B-${String(index + 1).padStart(2, "0")}`,
    kind: "shop" as const,
  }));
  const cells = premises.flatMap(({ id }, row) =>
    names.map((month, index) => ({
      premisesId: id,
      month,
      days: 30,
      daysLet: (row + index) % 4 === 0 ? 12 : 30,
      asked: 75_000 + 5_000 * row,
      received: (row + index) % 3 === 0 ? 40_000 : 75_000 + 5_000 * row,
    })),
  );
  const report: RentalReport = {
    office: "KTL",
    from: names[0] ?? "",
    to: names.at(-1) ?? "",
    premises,
    cells,
    months: names.map((month) => {
      const of = cells.filter((cell) => cell.month === month);
      const sum = (figure: "days" | "daysLet" | "asked" | "received") =>
        of.reduce((total, cell) => total + cell[figure], 0);
      return {
        month,
        days: sum("days"),
        daysLet: sum("daysLet"),
        asked: sum("asked"),
        received: sum("received"),
      };
    }),
  };
  return { ...context(language), report, madeBy: "Sali Diarra" };
}

/** Every paper of the rental, in one language. */
export function everyRentalPaper(language: Language): Readonly<Record<string, () => PaperDefinition>> {
  const common = context(language);
  return {
    leaseContract: () => leaseContract(contractData(language)),
    notice: () => rentNotices({ ...common, notices: [notice()] }, 1),
    notices: () => rentNotices({ ...common, notices: [notice(), FULL_NOTICE, notice()] }, 2),
    quittance: () => rentQuittances({ ...common, quittances: [quittance()] }, 1),
    quittances: () =>
      rentQuittances({ ...common, quittances: [quittance(), quittance({ remitted: 5_000 })] }, 2),
    firstReminder: () => reminderLetter(reminderData(language, "first")),
    lastReminder: () => reminderLetter(reminderData(language, "last")),
    statement: () => tenantStatement(statementData(language)),
    entrySheet: () => inspectionSheet(inspectionData(language, "entry")),
    exitSheet: () => inspectionSheet(inspectionData(language, "exit")),
    blankSheet: () => inspectionSheet(inspectionData(language, "entry", { items: [], keys: 0 })),
    rentRoll: () => rentRoll(rollData(language)),
    arrearsList: () => arrearsList(arrearsData(language)),
    rentalReport: () => rentalReport(reportData(language)),
  };
}
