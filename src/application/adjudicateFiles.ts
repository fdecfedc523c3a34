import {
  AdjudicationClaim,
  AdjudicationHistory,
  AdjudicationPlan,
  type Decision,
  type HealthPlanVersion,
  type PolicyHistory,
} from "../contract/insuranceTerms.ts";
import { adjudicate } from "../domain/insurance/adjudicate.ts";
import { type PatientCover, patientCoverOn, UNQUESTIONED } from "../domain/insurance/cover.ts";
import { termsByDay, versionOn } from "../domain/insurance/planVersions.ts";

/** What `danaya insurance adjudicate` reads, as JSON that nobody has looked at yet. */
export interface AdjudicationFiles {
  readonly claim: unknown;
  readonly plan: unknown;
  /** Absent: the policy counts as active, past its waiting time and without earlier claims. */
  readonly history?: unknown;
}

export type AdjudicatedFiles =
  | {
      readonly ok: true;
      readonly claim: string;
      readonly plan: Pick<HealthPlanVersion, "code" | "startsOn">;
      readonly decision: Decision;
    }
  | {
      readonly ok: false;
      readonly file: keyof AdjudicationFiles;
      /** `lines.0.asked`; empty for the file as a whole. */
      readonly path: string;
      readonly problem: FieldProblem;
    };

export type FieldProblem = "missing" | "wrongType" | "unknownField" | "notAllowed";

interface Issue {
  readonly code: string;
  readonly path: readonly PropertyKey[];
  readonly keys?: readonly string[];
  readonly input?: unknown;
  readonly errors?: readonly (readonly Issue[])[];
}

/** The issue that says most: in a union, of the reading that came furthest. */
function plainest(issue: Issue): Issue {
  const readings = (issue.errors ?? []).flatMap((issues) => issues.slice(0, 1).map(plainest));
  const [deepest] = readings.sort((a, b) => b.path.length - a.path.length);
  return deepest === undefined ? issue : { ...deepest, path: [...issue.path, ...deepest.path] };
}

function fault(file: keyof AdjudicationFiles, first: Issue | undefined): AdjudicatedFiles {
  const issue = plainest(first ?? { code: "custom", path: [] });
  const path = [...issue.path, ...(issue.keys ?? []).slice(0, 1)].map(String).join(".");
  if (issue.code === "unrecognized_keys") return { ok: false, file, path, problem: "unknownField" };
  if (issue.code !== "invalid_type") return { ok: false, file, path, problem: "notAllowed" };
  return { ok: false, file, path, problem: issue.input === undefined ? "missing" : "wrongType" };
}

type Versions = readonly [HealthPlanVersion, ...HealthPlanVersion[]];

/** Judges the claim of these files with the rules of the office. Nothing is written. */
export function adjudicateFiles(files: AdjudicationFiles): AdjudicatedFiles {
  const options = { reportInput: true };
  const claim = AdjudicationClaim.safeParse(files.claim, options);
  if (!claim.success) return fault("claim", claim.error.issues[0]);
  const plan = AdjudicationPlan.safeParse(files.plan, options);
  if (!plan.success) return fault("plan", plan.error.issues[0]);
  const history = files.history === undefined ? null : AdjudicationHistory.safeParse(files.history, options);
  if (history !== null && !history.success) return fault("history", history.error.issues[0]);

  const versions: Versions = Array.isArray(plan.data) ? plan.data : [plan.data];
  const { version, cover } = standing(versions, claim.data, history?.data.policy ?? null);
  const decision = adjudicate({ version, cover, claim: claim.data, earlier: history?.data.earlier ?? [] });
  const { code, startsOn } = version;
  return { ok: true, claim: claim.data.number, plan: { code, startsOn }, decision };
}

/** The version on the day of care, and the patient's cover. Before the plan's first version nothing is covered. */
function standing(
  [first, ...later]: Versions,
  { careOn, patient }: AdjudicationClaim,
  policy: PolicyHistory | null,
): { version: HealthPlanVersion; cover: PatientCover } {
  const versions = [first, ...later];
  const version = versionOn(versions, careOn);
  if (version === null) return { version: first, cover: { state: "pending", waitingEndsOn: null } };
  if (policy === null) return { version, cover: UNQUESTIONED };
  return { version, cover: patientCoverOn(policy, termsByDay(versions), patient, careOn) };
}
