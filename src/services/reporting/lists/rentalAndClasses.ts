import type { OfficeScope } from "../../../contract/primitives.ts";
import { accept, type Result } from "../../../contract/results.ts";
import { listCertificatesWithin } from "../../../data/literacy/assessments.ts";
import { listCohorts } from "../../../data/literacy/cohorts.ts";
import { listStays } from "../../../data/literacy/enrolments.ts";
import { CERTIFICATES, type CertificateRow } from "../../../documents/lists/literacyLists.ts";
import { LEASES, PREMISES } from "../../../documents/lists/rentalLists.ts";
import type { Call } from "../../call.ts";
import { learnerOf } from "../../literacy/classViews.ts";
import { listRows } from "../../rental/leases.ts";
import { listViews } from "../../rental/premises.ts";
import { scopeOf } from "../../scope.ts";
import { listSource } from "./listSource.ts";

type Office = OfficeScope | undefined;

function leaseRows(call: Call, office: Office) {
  const scope = scopeOf(call, office, "finance");
  return scope.ok ? accept(listRows(call, scope.value)) : scope;
}

function premisesRows(call: Call, office: Office) {
  const scope = scopeOf(call, office, "finance");
  if (!scope.ok) return scope;
  const { reader, office: of = call.office.code } = scope.value;
  return accept(listViews(reader, of, call.today()));
}

const EVER = { from: "0000-01-01", to: "9999-12-31" };

/** Every certificate that was given, those withdrawn too. */
function certificateRows(call: Call, office: Office): Result<CertificateRow[]> {
  const scope = scopeOf(call, office, "programme");
  if (!scope.ok) return scope;
  const { reader, office: of = call.office.code } = scope.value;
  const given = listCertificatesWithin(reader, { ...EVER, office: of });
  const numbers = new Map(listCohorts(reader, { office: of }).map(({ id, number }) => [id, number]));
  const cohortIds = [...new Set(given.map(({ cohortId }) => cohortId))];
  const stays = new Map(listStays(reader, cohortIds).map((stay) => [stay.id, learnerOf(stay)]));
  return accept(
    given.flatMap(({ enrolmentId, cohortId, id: _, memberId: _her, ...certificate }) => {
      const learner = stays.get(enrolmentId);
      return learner === undefined
        ? []
        : [{ ...certificate, learner, cohortNumber: numbers.get(cohortId) ?? "" }];
    }),
  );
}

export const RENTAL_SOURCES = {
  premises: listSource(PREMISES, { word: "locaux", permission: "rental.read", rows: premisesRows }),
  leases: listSource(LEASES, { word: "baux", permission: "rental.read", rows: leaseRows }),
} as const;

export const LITERACY_SOURCES = {
  certificates: listSource(CERTIFICATES, {
    ...{ word: "attestations", permission: "literacy.read", rows: certificateRows },
  }),
} as const;
