import type {
  LifeAccount,
  LifeExitFile,
  PolicyFile,
  PolicyRow,
} from "../../src/contract/insurancePolicies.ts";
import { CareCategory, type HealthTerms, type LifeTerms } from "../../src/contract/insuranceTerms.ts";
import type { Language } from "../../src/contract/primitives.ts";
import type { PaperDefinition } from "../../src/documents/design/paper.ts";
import { accountStatement } from "../../src/documents/insurance/accountStatement.ts";
import { type AttestationData, attestation } from "../../src/documents/insurance/attestation.ts";
import { type DecisionSlipData, decisionSlip } from "../../src/documents/insurance/decisionSlip.ts";
import { type ExitPapersData, exitPapers } from "../../src/documents/insurance/exitPapers.ts";
import { type MonthlySummaryData, monthlySummary } from "../../src/documents/insurance/monthlySummary.ts";
import {
  type PolicyCertificateData,
  policyCertificate,
} from "../../src/documents/insurance/policyCertificate.ts";
import { memberNumber } from "../../src/domain/membership/memberNumber.ts";
import { photograph } from "./photos.ts";
import { context, FIRST_NAMES, SURNAME } from "./samples.ts";

const ID = "01936f7a-0000-7000-8000-000000000000";

/** Words of care and illness, in both languages: a paper that strangers see has none of them. */
export const MEDICAL =
  /(?<!\p{L})(?:santé|médic|malad|soins|visite|dépist|analyse|consult|clini|hôpital|health|medic|illness|care|check-?up|tests?(?!\p{L}))/iu;

/** The same value for each category, but for those named. */
function byCategory<T>(value: T, others: Partial<Record<CareCategory, T>> = {}) {
  const all = CareCategory.options.map((category) => [category, others[category] ?? value] as const);
  return Object.fromEntries(all) as Record<CareCategory, T>;
}

export const HEALTH: HealthTerms = {
  kind: "health",
  contribution: 12_500,
  period: "month",
  registrationFee: 1_000,
  waitingMonths: 3,
  graceDays: 15,
  lapseMonths: 3,
  restartsWaiting: true,
  refundsUnused: true,
  rates: byCategory(70, { optical: 0, dental: 50, maternity: 90 }),
  ceilingPerAct: byCategory<number | null>(null, { consultation: 5_000, minorSurgery: 125_000 }),
  ceilingPerYear: byCategory<number | null>(100_000, { hospital: 1_250_000 }),
  ceilingPerMemberYear: 2_500_000,
  actsPerYear: byCategory<number | null>(null, { consultation: 12 }),
  excluded: ["COSM-01", "VIT-C"],
  facilities: [
    { code: "CSREF", name: "Centre de référence de Koutiala", rate: 80, prices: [] },
    { code: "PHARMA", name: "Pharmacie du Marché", rate: null, prices: [] },
  ],
  coversChildren: true,
  childAgeLimit: 18,
  secondPersonFrom: 50_000,
  headquartersFrom: 250_000,
};

export const LIFE: LifeTerms = {
  kind: "life",
  contribution: 5_000,
  period: "month",
  registrationFee: 0,
  waitingMonths: 6,
  graceDays: 0,
  lapseMonths: 6,
  restartsWaiting: false,
  withdrawalAge: 50,
  withdrawalRate: 80,
  deathBenefit: 150_000,
};

export function policyRow(kind: "health" | "life"): PolicyRow {
  return {
    id: ID,
    office: "KTL",
    number: "KTL-A00012",
    memberId: ID,
    memberNumber: memberNumber("KTL", 42),
    surname: SURNAME,
    firstNames: FIRST_NAMES,
    phone: "+22376123456",
    planCode: kind === "health" ? "SANTE" : "VIE-RETRAITE",
    planName: kind === "health" ? "Entraide santé" : "Épargne retraite",
    kind,
    effectiveOn: "2026-03-01",
    state: "active",
    paidUntil: "2026-11-30",
    overdue: 0,
    lateDays: 0,
  };
}

export function policyFile(kind: "health" | "life"): PolicyFile {
  const child = (name: string, birthOn: string | null) => ({ id: ID, name, birthOn });
  const heir = (name: string, relation: string, share: number) => ({
    ...{ id: ID, name, relation, share },
    phone: "",
  });
  return {
    policy: policyRow(kind),
    endedOn: null,
    endReason: null,
    waitingUntil: "2026-05-31",
    schedule: [],
    children:
      kind === "health" ? [child("Awa Coulibaly", "2018-04-02"), child("Moussa Coulibaly", null)] : [],
    beneficiaries:
      kind === "life" ? [heir("Oumou Sangaré", "mère", 60), heir("Issa Coulibaly", "frère", 40)] : [],
    contributed: 0,
    refundToday: 0,
    benefits: 0,
    claims: [],
  };
}

export function certificate(language: Language, kind: "health" | "life"): PolicyCertificateData {
  const terms = kind === "health" ? HEALTH : LIFE;
  return { ...context(language), file: policyFile(kind), terms, confirmed: kind === "life" };
}

export function decision(language: Language): DecisionSlipData {
  return {
    ...context(language),
    number: "KTL-S00031",
    policyNumber: "KTL-A00012",
    memberNumber: memberNumber("KTL", 42),
    memberName: `${SURNAME} ${FIRST_NAMES}`,
    patient: "Awa Coulibaly",
    careOn: "2026-11-12",
    receiptNumber: "R-2231",
    decidedOn: "2026-11-20",
    outcome: "reduced",
    granted: 17_000,
    note: "",
    lines: [
      {
        category: "consultation",
        quantity: 1,
        asked: 10_000,
        paid: 5_000,
        cuts: [
          { rule: "rate", amount: 3_000, values: { rate: 70 } },
          { rule: "ceilingPerAct", amount: 2_000, values: { ceiling: 5_000 } },
        ],
      },
      {
        category: "medicines",
        quantity: 3,
        asked: 20_000,
        paid: 12_000,
        cuts: [
          { rule: "aboveList", amount: 2_857, values: { price: 5_714 } },
          { rule: "rate", amount: 5_143, values: { rate: 70 } },
        ],
      },
      {
        category: "optical",
        quantity: 1,
        asked: 45_000,
        paid: 0,
        cuts: [{ rule: "excluded", amount: 45_000, values: { act: "VIT-C" } }],
      },
    ],
  };
}

type Movement = LifeAccount["movements"][number];

export function account(): Pick<LifeAccount, "policy" | "movements" | "balance"> {
  const months = ["03", "04", "05", "06", "07", "08", "09", "10"];
  const paid = months.map(
    (month, index): Movement => ({
      on: `2026-${month}-03`,
      kind: "contribution",
      amount: 5_000,
      balance: 5_000 * (index + 1),
      voucherNumber: `KTL-2026-000${month}`,
    }),
  );
  const last = { on: "2026-11-20", voucherNumber: null };
  return {
    policy: policyRow("life"),
    movements: [
      ...paid,
      { ...last, kind: "fund", amount: -8_000, balance: 32_000 },
      { ...last, kind: "withdrawal", amount: -32_000, balance: 0, voucherNumber: "KTL-2026-00042" },
    ],
    balance: 0,
  };
}

export function exit(kind: LifeExitFile["kind"]): Pick<LifeExitFile, "kind" | "on" | "payments"> {
  const payment = { id: ID, paidOn: null, voucherNumber: null };
  if (kind !== "death")
    return {
      kind,
      on: "2026-11-20",
      payments: [
        {
          ...payment,
          to: `${SURNAME} ${FIRST_NAMES}`,
          share: null,
          amount: 32_000,
          paidOn: "2026-11-23",
          voucherNumber: "KTL-2026-00042",
        },
      ],
    };
  return {
    kind,
    on: "2026-11-18",
    payments: [
      { ...payment, to: "Oumou Sangaré", share: 60, amount: 90_000 },
      { ...payment, to: "Issa Coulibaly", share: 40, amount: 60_000 },
    ],
  };
}

export function exitData(language: Language, kind: LifeExitFile["kind"]): ExitPapersData {
  return { ...context(language), exit: exit(kind), policy: policyRow("life") };
}

export function attestationData(language: Language): AttestationData {
  return {
    ...context(language),
    memberNumber: memberNumber("KTL", 42),
    memberName: `${SURNAME} ${FIRST_NAMES}`,
    photo: photograph("portrait"),
    doneOn: "2026-11-05",
    stamp: "T-0147",
  };
}

export function summaryData(language: Language): MonthlySummaryData {
  const plan = { suspended: 12, lapsed: 4, ended: 1 };
  return {
    ...context(language),
    madeBy: "Sali Diarra",
    lossRatio: 30.1,
    summary: {
      month: "2026-10",
      office: "KTL",
      plans: [
        {
          ...plan,
          code: "SANTE",
          name: "Entraide santé",
          kind: "health",
          active: 283,
          new: 9,
          collected: 3_537_500,
          earned: 3_412_901,
          benefits: 1_208_750,
          lossRatio: 35.4,
        },
        {
          ...plan,
          code: "VIE-RETRAITE",
          name: "Épargne retraite",
          kind: "life",
          active: 120,
          new: 2,
          collected: 600_000,
          earned: 600_000,
          benefits: 0,
          lossRatio: 0,
        },
      ],
      claimsByState: [
        { state: "submitted", claims: 4, asked: 82_000, granted: 0 },
        { state: "decided", claims: 3, asked: 120_500, granted: 71_250 },
        { state: "paid", claims: 31, asked: 1_750_000, granted: 1_137_500 },
      ],
      claimsByCategory: CareCategory.options.map((category, index) => ({
        category,
        lines: index + 1,
        asked: 100_000 * (index + 1),
        paid: 61_250 * (index + 1),
      })),
    },
  };
}

/** Every paper of the insurance, in one language. */
export function everyInsurancePaper(language: Language): Readonly<Record<string, () => PaperDefinition>> {
  return {
    healthPolicy: () => policyCertificate(certificate(language, "health")),
    lifePolicy: () => policyCertificate(certificate(language, "life")),
    decisionSlip: () => decisionSlip(decision(language)),
    accountStatement: () => accountStatement({ ...context(language), account: account() }),
    withdrawalPapers: () => exitPapers(exitData(language, "withdrawal")),
    deathPapers: () => exitPapers(exitData(language, "death")),
    attestation: () => attestation(attestationData(language)),
    monthlySummary: () => monthlySummary(summaryData(language)),
  };
}
