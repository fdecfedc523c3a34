import type { CalendarDate } from "../../../contract/primitives.ts";
import type { StoredCertificate } from "../../../data/literacy/assessments.ts";
import { listCertificatesWithin } from "../../../data/literacy/assessments.ts";
import { listCohorts, type StoredCohort } from "../../../data/literacy/cohorts.ts";
import { listBirths, listVoucherNumbers } from "../../../data/reporting/literacy.ts";
import { type CountedWomen, type Presence, presencesOf, womenOf } from "../../../domain/literacy/figures.ts";
import { ageRange } from "../../../domain/membership/age.ts";
import { ageBandOf } from "../../../domain/reporting/ageBands.ts";
import { type ClassRecord, readClasses, sourceFor } from "../../literacy/classes.ts";
import { cohortsWithin, counted, isWithin } from "../../literacy/figures.ts";
import type { MeasuredBy, NamedSpan } from "../measuring.ts";
import { NO_PROJECT } from "./groupNames.ts";
import { type Opened, once, outermost } from "./tally.ts";

/** Classes that are counted together, under the key of what they are divided by; empty where they are not. */
export interface ClassGroup {
  readonly key: string;
  readonly records: readonly ClassRecord[];
  readonly women: () => CountedWomen;
  readonly presences: () => readonly Presence[];
}

/** The classes of one office or of all, read once, with what is counted of them kept for the next measure. */
export interface LiteracyBook {
  groups(span: NamedSpan, by: MeasuredBy | null): readonly ClassGroup[];
  /** Of certificates not taken back, those of all spans. */
  readonly certificates: () => readonly StoredCertificate[];
  /** A class by its id, whenever it runs. */
  cohort(id: string): StoredCohort | undefined;
  programmeCode(cohort: StoredCohort): string;
  ageBand(memberId: string, day: CalendarDate): string;
  /** A voucher's number, where records are shown. */
  voucherNumber(id: string): string;
}

export const projectOf = ({ details }: StoredCohort): string => details.project ?? NO_PROJECT;

function keyOf({ cohort, programme }: ClassRecord, by: MeasuredBy | null): string {
  if (by === "office") return cohort.office;
  if (by === "donor") return projectOf(cohort);
  return by === "group" ? programme.details.code : "";
}

const countedIn = (group: readonly ClassRecord[], span: NamedSpan) =>
  group.map((record) => counted(record, span));

function groupsOf(records: readonly ClassRecord[], span: NamedSpan, by: MeasuredBy | null): ClassGroup[] {
  const within = records.filter((record) => isWithin(record, span));
  return [...Map.groupBy(within, (record) => keyOf(record, by))].map(([key, group]) => ({
    key,
    records: group,
    women: once(() => womenOf(countedIn(group, span), span)),
    presences: once(() => presencesOf(countedIn(group, span), span)),
  }));
}

export function openLiteracyBook({ call, reader, office, spans, labels }: Opened): LiteracyBook {
  const { from, to } = outermost(spans);
  const source = sourceFor(call, reader);
  const records = once(() => readClasses(call, source, cohortsWithin(reader, { office, from, to })));
  const certificates = once(() =>
    listCertificatesWithin(reader, { office, from, to }).filter(({ voided }) => !voided),
  );
  const cohorts = once(() => new Map(listCohorts(reader, { office }).map((cohort) => [cohort.id, cohort])));
  const births = once(() => {
    const learners = records().flatMap(({ stays }) => stays.map(({ memberId }) => memberId));
    return listBirths(reader, [...new Set([...learners, ...certificates().map(({ memberId }) => memberId)])]);
  });
  const numbers = once(() =>
    listVoucherNumbers(
      reader,
      records().flatMap(({ fees }) => fees.map(({ voucherId }) => voucherId)),
    ),
  );
  const groups = new Map<string, readonly ClassGroup[]>();
  return {
    groups: (span, by) => {
      const divided = by === "ageBand" ? null : by;
      const key = `${span.from} ${span.to} ${divided ?? ""}`;
      const known = groups.get(key) ?? groupsOf(records(), span, divided);
      groups.set(key, known);
      return known;
    },
    certificates,
    cohort: (id) => cohorts().get(id),
    programmeCode: ({ office: code, details }) =>
      source.book.of(code, details.programmeId)?.details.code ?? "",
    ageBand: (memberId, day) => {
      const birth = births().get(memberId);
      // Of a birth year alone: the age that she reaches in the year.
      return ageBandOf(birth === undefined ? null : ageRange(birth, day).oldest);
    },
    voucherNumber: (id) => (labels ? (numbers().get(id) ?? "") : ""),
  };
}
