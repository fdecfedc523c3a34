import { unzipSync } from "fflate";
import { v7 } from "uuid";
import type { InputOf, OperationName, OutputOf } from "../../../src/contract/index.ts";
import type { FileOutput } from "../../../src/contract/primitives.ts";
import { ExportedList } from "../../../src/contract/reporting.ts";
import { cellText } from "../../../src/domain/import/table.ts";
import { readTable } from "../../../src/spreadsheets/readTable.ts";
import type { TestOffice } from "../../support/office.ts";
import { KOUTIALA, makeHeadquarters } from "../../support/roundTrip.ts";
import { NO_FILTER, register } from "../../support/women.ts";
import { insure, LIFE, pay as payContribution } from "../insurance/enrolled.ts";
import { makeInsured, makePlan, submit } from "../insurance/insured.ts";
import {
  assess,
  attend,
  joinClass,
  makeClass,
  makeProgramme,
  makeTrainer,
  TODAY,
} from "../literacy/classBook.ts";
import { letShop } from "../rental/letting.ts";

/** Operations that answer with a spreadsheet in a format that is asked for. */
export type SpreadsheetName = {
  [N in OperationName]: OutputOf<N> extends FileOutput
    ? InputOf<N> extends { readonly format: "csv" | "xlsx" }
      ? N
      : never
    : never;
}[OperationName];

type Asked<N extends SpreadsheetName> = Omit<InputOf<N>, "format">;

export interface Request {
  readonly name: SpreadsheetName;
  readonly input: Asked<SpreadsheetName>;
}

const YEAR = { from: "2026-01-01", to: "2026-12-31" };
const REGISTER = new TextEncoder().encode(
  "Nom;Prénom;Date de naissance\r\nKoné;Awa;01/02/1985\r\n=1+1;;01/01/1990\r\n",
);

/** At least one request of each; one without does not compile. */
const REQUESTS: { readonly [N in SpreadsheetName]: readonly Asked<N>[] } = {
  "membership.exportList": [{ filter: NO_FILTER }],
  "imports.refusedRows": [{ fileName: "registre.csv", bytes: REGISTER, columns: null, withDoubtful: true }],
  "cashbook.exportJournal": [YEAR],
  "rental.exportList": (["roll", "arrears", "leases", "premises"] as const).map((list) => ({
    ...{ list, month: "2026-11" },
  })),
  "literacy.exportList": (["cohorts", "learners", "results", "figures"] as const).map((list) => ({
    ...{ list, cohortId: null, ...YEAR },
  })),
  "reporting.exportIndicators": [
    { codes: [], from: "2026-11", to: "2026-11", by: "group" },
    { codes: [], from: "2026-11", to: "2026-11", by: "office" },
  ],
  "reporting.codebook": [{ of: "indicators" }, { of: "members" }, { of: "claims" }],
  "reporting.exportList": ExportedList.options.map((list) => ({ list })),
};

export const SPREADSHEETS: readonly Request[] = Object.entries(REQUESTS).flatMap(([name, inputs]) =>
  inputs.map((input) => ({ name: name as SpreadsheetName, input })),
);

export const titleOf = ({ name, input }: Request): string =>
  [name, ...Object.values(input).filter((value) => typeof value === "string")].join(" ");

export function exported(
  office: TestOffice,
  { name, input }: Request,
  format: "csv" | "xlsx",
): Promise<FileOutput> {
  return office.must(name, { ...input, format } as never) as Promise<FileOutput>;
}

/** The first sheet, headings first, as a person's program reads it. */
export function sheetOf({ bytes }: FileOutput): string[][] {
  const read = readTable(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  const width = Math.max(...read.value.rows.map(({ cells }) => cells.length));
  return read.value.rows.map(({ cells }) =>
    Array.from({ length: width }, (_, at) => cellText(cells[at] ?? null)),
  );
}

/** Rows of the first sheet under their headings. */
export function rowsOf(file: FileOutput): Record<string, string>[] {
  const [headings = [], ...rows] = sheetOf(file);
  return rows.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ""])));
}

/** Names of a workbook's sheets. */
export function sheetNames({ bytes }: FileOutput): string[] {
  const workbook = new TextDecoder().decode(unzipSync(bytes)["xl/workbook.xml"]);
  return [...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name ?? "");
}

async function keepBooks(office: TestOffice, name: (index: number) => string): Promise<void> {
  const account = { id: v7(), code: "sewing", number: "7099", side: "income", active: true } as const;
  await office.must("cashbook.saveAccount", { ...account, name: name(0), nameEn: name(1) });
  const project = { id: v7(), code: "COUTURE", startsOn: null, endsOn: null, active: true };
  await office.must("cashbook.saveProject", { ...project, name: name(2), donor: name(3) });
  await office.must("cashbook.saveBudgetLine", {
    ...{ id: v7(), year: 2026, account: "sewing", project: "COUTURE", amount: 90_000, note: name(4) },
  });
  await office.must("cashbook.record", {
    ...{ id: v7(), direction: "in", till: "cash", account: "sewing", amount: 12_500, datedOn: TODAY },
    ...{ words: name(5), payee: "", project: "COUTURE", reference: name(6) },
  });
  await office.must("reporting.saveTarget", {
    ...{ id: v7(), forOffice: office.call.office.code, year: 2026, code: "members.joined", value: 120 },
  });
}

async function teach(office: TestOffice, name: (index: number) => string): Promise<void> {
  const programmeId = await makeProgramme(office, { name: name(0) });
  const trainerId = await makeTrainer(office, name(1));
  const { id } = await makeClass(office, programmeId, { trainerId, name: name(2), place: name(3) });
  const { enrolmentId } = await joinClass(office, id, { surname: name(4) });
  await attend(office, id, [enrolmentId]);
  await assess(office, id, "end", { [enrolmentId]: 80 });
  await office.must("literacy.issueCertificates", { cohortId: id, on: TODAY });
}

/** Headquarters, an office like every other, with something in every list. @param name of whatever people name */
export async function makeExportedOffice(name: (index: number) => string): Promise<TestOffice> {
  const office = await makeHeadquarters({ shared: true });
  await register(office, { surname: name(0), firstNames: name(1), alsoKnownAs: name(2), locality: name(3) });
  await keepBooks(office, name);
  await teach(office, name);
  await letShop(office, {}, { name: name(1), guarantorName: name(2) });
  makePlan(office);
  const insured = await makeInsured(office, { surname: name(4) });
  await submit(office, insured);
  const { policyId } = await insure(office, { planCode: LIFE });
  await payContribution(office, policyId, 2);
  const invited = { code: KOUTIALA.code, name: name(0), region: name(1), parentCode: null };
  await office.must("headquarters.invite", invited);
  return office;
}
