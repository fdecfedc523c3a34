import type { LiteracyFigures } from "../../src/contract/literacyTerms.ts";
import type { FiguresLine } from "../../src/contract/literacyViews.ts";
import type { Language } from "../../src/contract/primitives.ts";
import { sealCertificate } from "../../src/crypto/certificateSeal.ts";
import type { PaperDefinition } from "../../src/documents/design/paper.ts";
import {
  type AttendanceSheetData,
  attendanceSheet,
  type SheetLearner,
} from "../../src/documents/literacy/attendanceSheet.ts";
import {
  type CertificateData,
  type CertificatesData,
  certificates,
} from "../../src/documents/literacy/certificates.ts";
import { type FiguresPaperData, figuresPaper } from "../../src/documents/literacy/figuresPaper.ts";
import { type PassedListData, passedList } from "../../src/documents/literacy/passedList.ts";
import { memberNumber } from "../../src/domain/membership/memberNumber.ts";
import { context, FIRST_NAMES, SURNAME } from "./samples.ts";

/** The key that the sample certificates are signed with. */
export const SEED = new Uint8Array(32).fill(7);

const stay = (index: number) => `01936f7a-0000-7000-8000-${String(index).padStart(12, "0")}`;

export function learners(count: number): SheetLearner[] {
  return Array.from({ length: count }, (_, index) => ({
    enrolmentId: stay(index),
    number: memberNumber("KTL", index + 1),
    firstNames: index === 2 ? "Fatoumata Kadidiatou Aïssata Mariam Oumou" : FIRST_NAMES,
    startsOn: index === 1 ? "2026-11-25" : "2026-10-05",
    endedOn: null,
  }));
}

const session = (onDay: string, from = "08:30"): AttendanceSheetData["sessions"][number] => ({
  ...{ onDay, from, minutes: 150, state: "planned", content: "", marks: [] },
});

export function sheetData(language: Language, count = 12): AttendanceSheetData {
  return {
    ...context(language),
    cohortNumber: "KTL-C00007",
    cohortName: "Médina-Coura, le matin",
    from: "2026-11-23",
    to: "2026-11-29",
    sessions: [session("2026-11-23"), session("2026-11-25"), session("2026-11-27", "16:00")],
    learners: learners(count),
  };
}

/** Four weeks of seven sessions each. */
export function busySheet(language: Language, count: number): AttendanceSheetData {
  const days = Array.from({ length: 28 }, (_, index) => `2026-11-${String(index + 2).padStart(2, "0")}`);
  return {
    ...sheetData(language, count),
    from: "2026-11-02",
    to: "2026-11-29",
    sessions: days.map((day) => session(day)),
  };
}

export function certificateData(index: number, changes: Partial<CertificateData> = {}): CertificateData {
  const number = `KTL-D${String(index).padStart(5, "0")}`;
  return {
    number,
    name: `${FIRST_NAMES} ${SURNAME}`,
    programmeName: "Alphabétisation 1 – français",
    level: "beginner",
    hours: 150,
    percent: 78,
    issuedOn: "2026-11-23",
    qrText: sealCertificate({ number, issuedOn: "2026-11-23" }, SEED),
    ...changes,
  };
}

export function certificatesData(language: Language, some = [certificateData(12)]): CertificatesData {
  return { ...context(language), certificates: some };
}

export function passedData(language: Language, count = 18): PassedListData {
  return {
    ...context(language),
    cohortNumber: "KTL-C00007",
    cohortName: "Médina-Coura, le matin",
    programmeName: "Alphabétisation 1 – français",
    level: "beginner",
    startsOn: "2026-01-12",
    endsOn: "2026-10-30",
    pass: { overall: 50, eachDomain: 40, attendance: 60 },
    assessed: count + 4,
    lines: Array.from({ length: count }, (_, index) => ({
      number: memberNumber("KTL", index + 1),
      name: `${SURNAME} ${FIRST_NAMES}`,
      first: index === 0 ? null : 20 + index,
      latest: 60 + (index % 40),
      certificate:
        index === 1 ? null : { number: `KTL-D${String(index + 1).padStart(5, "0")}`, issuedOn: "2026-11-23" },
    })),
  };
}

export function figuresOf(changes: Partial<LiteracyFigures> = {}): LiteracyFigures {
  return {
    ...{ cohorts: 4, enrolled: 87, attending: 70, attendanceRate: 7_850, dropouts: 9, dropoutRate: 1_034 },
    reasons: [
      { reason: "moved", women: 4 },
      { reason: "work", women: 3 },
      { reason: "illness", women: 0 },
      { reason: "child", women: 1 },
      { reason: "lostInterest", women: 1 },
      { reason: "other", women: 0 },
    ],
    ...{ assessed: 60, passed: 50, completionRate: 5_747, successRate: 8_333 },
    ...{ minutesPlanned: 36_000, minutesTaught: 31_530, fees: 43_500, cost: 630_000, costPerLearner: 7_241 },
    ...changes,
  };
}

export function figuresData(language: Language, months = 12): FiguresPaperData {
  const all = Array.from({ length: months }, (_, index): FiguresLine => {
    const month = `${2026 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
    const planned = index === 7 ? 0 : 3_000 + 60 * (index % 5);
    return {
      ...{ key: month, label: month },
      figures: figuresOf({
        minutesPlanned: planned,
        minutesTaught: Math.round(planned * (0.7 + 0.05 * (index % 6))),
        attendanceRate: planned === 0 ? null : 6_000 + 350 * (index % 12),
      }),
    };
  });
  const names = [
    "Médina-Coura, le matin",
    "Hamdallaye",
    "Une classe dont le nom est vraiment très long, Médina",
  ];
  return {
    ...context(language),
    from: "2026-01-01",
    to: "2026-12-31",
    scope: "KTL",
    all: figuresOf(),
    months: all,
    cohorts: names.map((name, index) => ({
      ...{ key: stay(index), label: `KTL-C0000${index + 1} · ${name}`, figures: figuresOf({ enrolled: 29 }) },
    })),
    offices: [],
    madeBy: "Sali Diarra",
  };
}

/** Every paper of the classes, in one language. */
export function everyLiteracyPaper(language: Language): Readonly<Record<string, () => PaperDefinition>> {
  return {
    sheet: () => attendanceSheet(sheetData(language)),
    certificates: () => certificates(certificatesData(language)),
    passed: () => passedList(passedData(language)),
    figures: () => figuresPaper(figuresData(language)),
  };
}
