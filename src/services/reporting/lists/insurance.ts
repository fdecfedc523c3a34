import type { OfficeCode, OfficeScope } from "../../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../../contract/results.ts";
import { contributionsByPolicy } from "../../../data/insurance/contributions.ts";
import { listPolicies } from "../../../data/insurance/policies.ts";
import { listBranches, readBranch } from "../../../data/national/branches.ts";
import {
  CHECKUPS,
  CLAIMS,
  CONTRIBUTIONS,
  type ContributionRow,
  type FollowedRow,
  POLICIES,
} from "../../../documents/lists/insuranceLists.ts";
import type { Call } from "../../call.ts";
import { checkupRows } from "../../insurance/checkups.ts";
import { listClaims } from "../../insurance/claimViews.ts";
import { policies } from "../../insurance/policies.ts";
import { nationalOf, scopeOf } from "../../scope.ts";
import { listSource } from "./listSource.ts";

type Office = OfficeScope | undefined;

/** Every line of a list that screens read in pieces. */
const WHOLE = { offset: 0, limit: Number.MAX_SAFE_INTEGER };

const whose = (office: Office) => (office === undefined ? {} : { office });

function policyRows(call: Call, office: Office) {
  const found = policies(call, { text: "", states: [], planCode: null, ...whose(office), ...WHOLE });
  return found.ok ? accept(found.value.rows) : found;
}

function claimRows(call: Call, office: Office) {
  const found = listClaims(call, { states: [], ...whose(office), ...WHOLE });
  return found.ok ? accept(found.value.rows) : found;
}

/** Every period that was paid, policy by policy. */
function contributionRows(call: Call, office: Office): Result<ContributionRow[]> {
  const scope = scopeOf(call, office, "finance");
  if (!scope.ok) return scope;
  const { reader, office: of = call.office.code } = scope.value;
  const contributions = contributionsByPolicy(reader, of);
  return accept(
    listPolicies(reader, { office: of }).flatMap(({ id, office, number, memberNumber, planCode }) =>
      (contributions.get(id) ?? []).map(({ from, to, amount, paidOn, voucherNumber, refundedOn }) => ({
        ...{ office, policyNumber: number, memberNumber, planCode },
        ...{ from, to, amount, paidOn, voucherNumber, refundedOn },
      })),
    ),
  );
}

/** Who is followed where. Of other offices only for who holds their registers, too: the list begins with its members. */
function followedRows(call: Call, office: Office): Result<FollowedRow[]> {
  const scope = scopeOf(call, office, "health");
  if (!scope.ok) return scope;
  const { reader, office: of } = scope.value;
  const rowsOf = (code: OfficeCode) =>
    checkupRows(reader, code, call.today()).map((row) => ({ ...row, office: code }));
  if (of === undefined) return accept(rowsOf(call.office.code));
  const national = nationalOf(call);
  if (national === null || !national.tiers.has("identity"))
    return refuse("headquarters.noTier", { field: "office" });
  if (of === "all") return accept(listBranches(reader).flatMap(({ code }) => rowsOf(code)));
  return readBranch(reader, of) === undefined
    ? refuse("reporting.officeUnknown", { field: "office", values: { office: of } })
    : accept(rowsOf(of));
}

export const INSURANCE_SOURCES = {
  policies: listSource(POLICIES, { word: "contrats", permission: "insurance.read", rows: policyRows }),
  contributions: listSource(CONTRIBUTIONS, {
    ...{ word: "cotisations", permission: "insurance.read", rows: contributionRows },
  }),
  claims: listSource(CLAIMS, { word: "dossiers", permission: "claims.read", rows: claimRows }),
  checkups: listSource(CHECKUPS, { word: "carnets", permission: "checkups.read", rows: followedRows }),
} as const;
