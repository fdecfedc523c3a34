import type { InputOf } from "../../contract/index.ts";
import type { FileOutput, Language } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCohorts } from "../../data/literacy/cohorts.ts";
import { type DescribedTable, listTable } from "../../documents/lists/listTable.ts";
import { COHORTS, FIGURES, type FiguresRow, LEARNERS, RESULTS } from "../../documents/lists/literacyLists.ts";
import { documentTexts } from "../../documents/texts/documentTexts.ts";
import { daysBetween } from "../../domain/calendar.ts";
import { attendanceOf } from "../../domain/literacy/attendance.ts";
import type { Call } from "../call.ts";
import { giveList } from "../office/outgoing.ts";
import { paperContext } from "../office/paper.ts";
import { scopeOf, scopeWord } from "../scope.ts";
import { type ClassRecord, findClass, hasBegun, readClasses, sourceFor } from "./classes.ts";
import { lineOf, rowOf } from "./classViews.ts";
import { cohortsWithin, figureLines, LONGEST_DAYS } from "./figures.ts";
import { resultOf } from "./results.ts";

type Input = InputOf<"literacy.exportList">;
type Span = Pick<Input, "from" | "to">;

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

function figureRows(records: readonly ClassRecord[], { from, to }: Span, language: Language): FiguresRow[] {
  const total = figureLines(records, "all", { from, to })[0]?.figures;
  if (total === undefined) throw new Error("all classes together are one line");
  const label = documentTexts(language).literacyLists.total;
  return [...figureLines(records, "cohort", { from, to }), { key: "", label, figures: total }];
}

function tableFor(
  call: Call,
  { list, from, to }: Input,
  records: readonly ClassRecord[],
  language: Language,
): DescribedTable {
  const today = call.today();
  const shape = { language, withOffices: true, withNames: true };
  switch (list) {
    case "cohorts":
      return listTable(
        COHORTS,
        records.map((record) => rowOf(record, today)),
        shape,
      );
    case "learners":
      return listTable(
        LEARNERS,
        records.flatMap((record) => {
          const cohort = rowOf(record, today);
          const lines = record.stays.map((stay) => lineOf(record, stay, today));
          return lines.map((line) => ({ cohort, line, learner: line.learner }));
        }),
        shape,
      );
    case "results":
      return listTable(
        RESULTS,
        records.flatMap((record) => {
          const cohort = rowOf(record, today);
          return record.stays.filter(hasBegun).map((stay) => {
            const result = resultOf(record, stay, today);
            const attendanceRate = attendanceOf(stay, record.recorded).rate;
            return { cohort, result, learner: result.learner, attendanceRate };
          });
        }),
        shape,
      );
    case "figures":
      return listTable(FIGURES, figureRows(records, { from, to }, language), shape);
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
  const table = tableFor(call, input, records, paperContext(call).language);
  const name = nameOf(call, input, whose);
  return giveList(call, table, { name, action: "exportLiteracy", reference: whose, format: input.format });
}
