import type { InputOf } from "../../contract/index.ts";
import type { FileOutput, Language } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertAudit } from "../../data/journal.ts";
import { listCohorts } from "../../data/literacy/cohorts.ts";
import {
  cohortsTable,
  figuresTable,
  type ListTable,
  learnersTable,
  resultsTable,
} from "../../documents/literacy/listTables.ts";
import { daysBetween } from "../../domain/calendar.ts";
import { attendanceOf } from "../../domain/literacy/attendance.ts";
import { writeCsv, writeXlsx } from "../../spreadsheets/writeTable.ts";
import type { Call } from "../call.ts";
import { paperContext } from "../office/paper.ts";
import { scopeOf, scopeWord } from "../scope.ts";
import { type ClassRecord, findClass, hasBegun, readClasses, sourceFor } from "./classes.ts";
import { lineOf, rowOf } from "./classViews.ts";
import { cohortsWithin, figureLines, LONGEST_DAYS } from "./figures.ts";
import { resultOf } from "./results.ts";

type Input = InputOf<"literacy.exportList">;

interface Chosen {
  readonly records: readonly ClassRecord[];
  /** Whose list it is, for its name and the audit trail: a class's number, an office, `national`; null for all own. */
  readonly whose: string | null;
}

/** The one class that is named, or those that run in the span (and are counted in it); the first to begin first. */
function chosen(call: Call, { list, cohortId, from, to, office }: Input): Result<Chosen> {
  if (to < from) return refuse("literacy.spanWrong", { field: "to" });
  if (daysBetween(from, to) > LONGEST_DAYS) return refuse("literacy.spanTooLong", { field: "to" });
  if (cohortId !== null) {
    const record = findClass(call, cohortId, "cohortId");
    return record.ok ? accept({ records: [record.value], whose: record.value.cohort.number }) : record;
  }
  const scope = scopeOf(call, office, "programme");
  if (!scope.ok) return scope;
  const { reader, office: of = call.office.code } = scope.value;
  const span = { office: of, from, to };
  const cohorts = list === "figures" ? cohortsWithin(reader, span) : listCohorts(reader, span);
  return accept({
    records: readClasses(call, sourceFor(call, reader), cohorts.reverse()),
    whose: scopeWord(scope.value),
  });
}

function tableFor(
  call: Call,
  { list, from, to }: Input,
  records: readonly ClassRecord[],
  language: Language,
): ListTable {
  const today = call.today();
  switch (list) {
    case "cohorts":
      return cohortsTable(
        records.map((record) => rowOf(record, today)),
        language,
      );
    case "learners":
      return learnersTable(
        records.flatMap((record) => {
          const cohort = rowOf(record, today);
          return record.stays.map((stay) => ({ cohort, line: lineOf(record, stay, today) }));
        }),
        language,
      );
    case "results":
      return resultsTable(
        records.flatMap((record) => {
          const cohort = rowOf(record, today);
          const inClass = record.stays.filter(hasBegun);
          return inClass.map((stay) => ({
            cohort,
            result: resultOf(record, stay, today),
            attendanceRate: attendanceOf(stay, record.recorded).rate,
          }));
        }),
        language,
      );
    case "figures": {
      const span = { from, to };
      const total = figureLines(records, "all", span)[0]?.figures;
      if (total === undefined) throw new Error("all classes together are one line");
      return figuresTable(figureLines(records, "cohort", span), total, language);
    }
  }
}

const WORDS: Readonly<Record<Input["list"], string>> = {
  cohorts: "classes",
  learners: "apprenantes",
  results: "resultats",
  figures: "chiffres",
};

/** `KTL-classes-2026-11-23`, `KTL-C00007-resultats-2026-11-23`, at headquarters `BKO-chiffres-national-2026-11-23`. */
function nameOf(call: Call, { list, cohortId }: Input, whose: string | null): string {
  const parts =
    cohortId !== null
      ? [whose, WORDS[list]]
      : [call.office.code, WORDS[list], ...(whose === null ? [] : [whose])];
  return [...parts, call.today()].join("-");
}

/** A list of the classes as a spreadsheet, readable by anyone who gets it; who took how many rows is noted. */
export async function exportList(call: Call, input: Input): Promise<Result<FileOutput>> {
  const found = chosen(call, input);
  if (!found.ok) return found;
  const { records, whose } = found.value;
  const { language } = paperContext(call);
  const { title, headings, rows } = tableFor(call, input, records, language);
  const fileName = `${nameOf(call, input, whose)}.${input.format}`;
  const reference = whose === null ? {} : { reference: whose };
  const noted = call.office.write(call.user.id, call.world.now(), (door) =>
    accept(
      insertAudit(door, {
        id: call.world.newId(),
        action: "exportLiteracy",
        rows: rows.length,
        ...reference,
      }),
    ),
  );
  if (!noted.ok) return noted;
  if (input.format === "csv")
    return accept({ fileName, mediaType: "text/csv", bytes: writeCsv([headings, ...rows]) });
  return accept({
    fileName,
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    bytes: await writeXlsx(title, headings, rows),
  });
}
