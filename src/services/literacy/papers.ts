import type { InputOf } from "../../contract/index.ts";
import type { FiguresBy, FiguresLine } from "../../contract/literacyViews.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { sealCertificate } from "../../crypto/certificateSeal.ts";
import { readCertificate, type StoredCertificate } from "../../data/literacy/assessments.ts";
import { attendanceSheet } from "../../documents/literacy/attendanceSheet.ts";
import { type CertificateData, certificates } from "../../documents/literacy/certificates.ts";
import { figuresPaper } from "../../documents/literacy/figuresPaper.ts";
import { passedList } from "../../documents/literacy/passedList.ts";
import { daysBetween } from "../../domain/calendar.ts";
import type { Call } from "../call.ts";
import { giveListPaper } from "../office/outgoing.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { scopeOf, scopeWord } from "../scope.ts";
import { readCardSeed } from "../sync/keys.ts";
import { sheet } from "./attendance.ts";
import { type ClassRecord, findClass } from "./classes.ts";
import { figures } from "./figures.ts";
import { results } from "./results.ts";

/** Every paper of the classes. File names are numbers and days: nothing that tells who is inside. */

const LONGEST_DAYS = 5 * 366;

/** The attendance to fill in by hand, a page for a week: numbers and first names only. */
export async function printSheet(
  call: Call,
  input: InputOf<"literacy.printSheet">,
): Promise<Result<FileOutput>> {
  if (input.to >= input.from && daysBetween(input.from, input.to) > LONGEST_DAYS)
    return refuse("literacy.spanTooLong", { field: "to" });
  const record = findClass(call, input.cohortId, "cohortId");
  if (!record.ok) return record;
  const read = sheet(call, input);
  if (!read.ok) return read;
  const { number, details } = record.value.cohort;
  const definition = attendanceSheet({
    ...paperContext(call),
    ...{ cohortNumber: number, cohortName: details.name, from: input.from, to: input.to },
    sessions: read.value.sessions,
    learners: read.value.learners.map(({ enrolmentId, learner, startsOn, endedOn }) => ({
      ...{ enrolmentId, number: learner.number, firstNames: learner.firstNames, startsOn, endedOn },
    })),
  });
  const name = `${number}-presences-${input.from}`;
  return giveListPaper(call, { name, definition, rows: read.value.learners.length });
}

function nameIn(record: ClassRecord, { enrolmentId }: StoredCertificate): string {
  const stay = record.stays.find(({ id }) => id === enrolmentId);
  return stay === undefined ? "" : `${stay.firstNames} ${stay.surname}`.trim();
}

/**
 * The certificates in the order of their numbers. Refuses, at its place, one of another office, whose seal only that
 * office has; one that was taken back; and one of a woman whose name is erased.
 */
export async function printCertificates(
  call: Call,
  input: InputOf<"literacy.printCertificates">,
): Promise<Result<FileOutput>> {
  const { reader, code } = call.office;
  const seed = readCardSeed(reader);
  const classes = new Map<string, ClassRecord>();
  const faces: CertificateData[] = [];
  for (const [index, id] of [...new Set(input.ids)].entries()) {
    const unknown = refuse("literacy.certificateUnknown", { field: `ids.${index}` });
    const stored = readCertificate(reader, id);
    if (stored === undefined || stored.office !== code || stored.voided) return unknown;
    const known = classes.get(stored.cohortId);
    const found = known === undefined ? findClass(call, stored.cohortId) : accept(known);
    if (!found.ok) return found;
    classes.set(stored.cohortId, found.value);
    const name = nameIn(found.value, stored);
    if (name === "") return unknown;
    const { number, programmeName, percent, issuedOn } = stored;
    faces.push({
      ...{ number, name, programmeName, percent, issuedOn },
      level: found.value.programme.details.level,
      hours: found.value.cohort.details.plannedHours,
      qrText: sealCertificate({ number, issuedOn }, seed),
    });
  }
  faces.sort((one, other) => (one.number < other.number ? -1 : 1));
  const [only] = faces;
  const fileName =
    faces.length === 1 && only !== undefined
      ? `${only.number}-attestation`
      : `${code}-attestations-${call.today()}`;
  const definition = certificates({ ...paperContext(call), certificates: faces });
  return accept(await pdfFile(call.world, fileName, definition));
}

/** Everybody of a class who passed or has her certificate. */
export async function printPassed(
  call: Call,
  input: InputOf<"literacy.printPassed">,
): Promise<Result<FileOutput>> {
  const record = findClass(call, input.cohortId, "cohortId");
  if (!record.ok) return record;
  const read = results(call, input);
  if (!read.ok) return read;
  const { cohort, programme } = record.value;
  const { learners } = read.value;
  const passed = learners.filter(
    ({ outcome, certificate }) => outcome?.passed === true || certificate !== null,
  );
  const definition = passedList({
    ...paperContext(call),
    ...{ cohortNumber: cohort.number, cohortName: cohort.details.name },
    ...{ startsOn: cohort.details.startsOn, endsOn: cohort.details.endsOn },
    programmeName: programme.details.name,
    level: programme.details.level,
    pass: programme.details.pass,
    assessed: learners.filter(({ outcome }) => outcome !== null).length,
    lines: passed.map(({ learner, first, latest, certificate }) => ({
      number: learner.number,
      name: `${learner.surname} ${learner.firstNames}`.trim(),
      ...{ first, latest, certificate },
    })),
  });
  return giveListPaper(call, { name: `${cohort.number}-reussites`, definition, rows: passed.length });
}

/** The figures of some days; at headquarters of any office or of all. */
export async function printFigures(
  call: Call,
  input: InputOf<"literacy.printFigures">,
): Promise<Result<FileOutput>> {
  const scope = scopeOf(call, input.office, "programme");
  if (!scope.ok) return scope;
  const by = (what: FiguresBy): Result<FiguresLine[]> => figures(call, { ...input, by: what });
  const all = by("all");
  if (!all.ok) return all;
  const rest = (what: FiguresBy) => {
    const read = by(what);
    return read.ok ? read.value : [];
  };
  const [total] = all.value;
  if (total === undefined) throw new Error("figures without a total");
  const { from, to, office = call.office.code } = input;
  const definition = figuresPaper({
    ...paperContext(call),
    ...{ from, to, scope: office, all: total.figures },
    months: rest("month"),
    cohorts: rest("cohort"),
    offices: office === "all" ? rest("office") : [],
    madeBy: call.user.name,
  });
  const name = [call.office.code, "classes", scopeWord(scope.value), from, to];
  return accept(await pdfFile(call.world, name.filter((part) => part !== null).join("-"), definition));
}
