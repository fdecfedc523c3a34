import type { InputOf } from "../../contract/index.ts";
import type { Certificate, LearnerPath } from "../../contract/literacyViews.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCertificatesWithin } from "../../data/literacy/assessments.ts";
import { listCohorts } from "../../data/literacy/cohorts.ts";
import { listStays, listStaysOf, type StoredStay } from "../../data/literacy/enrolments.ts";
import { readMember } from "../../data/members.ts";
import type { Reader } from "../../data/reader.ts";
import { attendanceOf } from "../../domain/literacy/attendance.ts";
import { stateOf } from "../../domain/literacy/stays.ts";
import type { Call } from "../call.ts";
import { nationalWith, scopeOf } from "../scope.ts";
import { type ClassRecord, feeOf, readClasses, sourceFor, stayOf } from "./classes.ts";
import { learnerOf } from "./classViews.ts";
import { resultOf } from "./results.ts";

function stayLine(record: ClassRecord, stay: StoredStay, today: string): LearnerPath["stays"][number] {
  const { cohort, programme } = record;
  const { assessments, outcome, certificate } = resultOf(record, stay, today);
  const { attended, held } = attendanceOf(stay, record.recorded);
  return {
    ...{ enrolmentId: stay.id, cohortId: cohort.id, cohortName: cohort.details.name },
    ...{ cohortNumber: cohort.number, programmeName: programme.details.name, level: programme.details.level },
    state: stateOf(stayOf(stay), today),
    ...{ startsOn: stay.startsOn, endedOn: stay.endedOn, end: stay.end, attended, held },
    ...{ assessments, outcome, certificate, fee: cohort.details.fee },
    ...feeOf(record, stay),
  };
}

function pathIn(call: Call, reader: Reader, memberId: string): LearnerPath["stays"] {
  const stays = listStaysOf(reader, memberId);
  const ids = new Set(stays.map(({ cohortId }) => cohortId));
  const classes = readClasses(
    call,
    sourceFor(call, reader),
    listCohorts(reader).filter(({ id }) => ids.has(id)),
  );
  return stays.flatMap((stay) => {
    const record = classes.find(({ cohort }) => cohort.id === stay.cohortId);
    return record === undefined ? [] : [stayLine(record, stay, call.today())];
  });
}

/** A woman's way through the classes of this office; at headquarters, of every office. */
export function learner(call: Call, input: InputOf<"literacy.learner">): Result<LearnerPath> {
  const national = nationalWith(call, "programme");
  const readers = [call.office.reader, ...(national === null ? [] : [national.reader])];
  for (const reader of readers) {
    const noted = readMember(reader, input.memberId);
    // A record that was merged stands for the one that took it in.
    const member = noted?.mergedInto == null ? noted : readMember(reader, noted.mergedInto);
    if (member === undefined) continue;
    const { number, details, erasedAt } = member;
    const { surname, firstNames } = erasedAt === null ? details : { surname: "", firstNames: "" };
    return accept({
      learner: { memberId: member.id, number, surname, firstNames },
      stays: pathIn(call, national?.reader ?? reader, member.id),
    });
  }
  return refuse("member.notFound", { field: "memberId" });
}

/** Certificates given in these days; at headquarters of any office or of all. */
export function certificates(call: Call, input: InputOf<"literacy.certificates">): Result<Certificate[]> {
  const { from, to } = input;
  if (to < from) return refuse("literacy.spanWrong", { field: "to" });
  const scope = scopeOf(call, input.office, "programme");
  if (!scope.ok) return scope;
  const { reader, office = call.office.code } = scope.value;
  const found = listCertificatesWithin(reader, { from, to, office });
  const names = new Map(listCohorts(reader, { office }).map(({ id, details }) => [id, details.name]));
  const stays = new Map(
    listStays(reader, [...new Set(found.map(({ cohortId }) => cohortId))]).map((stay) => [stay.id, stay]),
  );
  return accept(
    found.flatMap((certificate) => {
      const stay = stays.get(certificate.enrolmentId);
      if (stay === undefined) return [];
      const { id, number, programmeName, issuedOn, percent, voided } = certificate;
      return [
        {
          ...{ id, office: certificate.office, number, learner: learnerOf(stay), programmeName },
          ...{ cohortName: names.get(certificate.cohortId) ?? "", issuedOn, percent, voided },
        },
      ];
    }),
  );
}
