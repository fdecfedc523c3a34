import type {
  Assessment,
  Outcome,
  ProgrammeDetails,
  Rate,
  SkillDomain,
} from "../../contract/literacyTerms.ts";

type Marks = Assessment["marks"];
type Rules = Pick<ProgrammeDetails, "skills" | "pass">;

const DOMAINS: readonly SkillDomain[] = ["reading", "writing", "numeracy", "life"];

const percent = (got: number, most: number) => (most === 0 ? 0 : Math.floor((got * 100) / most));

interface Sum {
  readonly got: number;
  readonly most: number;
}

function sumOf(skills: Rules["skills"], marks: ReadonlyMap<string, number>): Sum {
  return skills.reduce(
    (sum, { code, most }) => ({ got: sum.got + Math.min(marks.get(code) ?? 0, most), most: sum.most + most }),
    { got: 0, most: 0 },
  );
}

const markMap = (marks: Marks) => new Map(marks.map(({ skill, mark }) => [skill, mark]));

/** Whether every skill of the programme has its mark. */
export function isComplete({ skills }: Pick<Rules, "skills">, marks: Marks): boolean {
  const known = markMap(marks);
  return skills.every(({ code }) => known.has(code));
}

/** Percent of all marks, rounded down. A skill without a mark counts nothing. */
export function overallPercent({ skills }: Pick<Rules, "skills">, marks: Marks): number {
  const { got, most } = sumOf(skills, markMap(marks));
  return percent(got, most);
}

/**
 * What marks come to by the programme's rule. Every part of the rule has to be met, and no skill may lack its mark.
 * @param attendance hundredths of a percent; null, where no session counts for her, meets no rule above nothing
 */
export function outcomeOf({ skills, pass }: Rules, marks: Marks, attendance: Rate): Outcome {
  const known = markMap(marks);
  const domains = DOMAINS.flatMap((domain) => {
    const inDomain = skills.filter((skill) => skill.domain === domain);
    const { got, most } = sumOf(inDomain, known);
    return inDomain.length === 0 ? [] : [{ domain, percent: percent(got, most) }];
  });
  const overall = overallPercent({ skills }, marks);
  const missing: Outcome["missing"] = [];
  if (!isComplete({ skills }, marks)) missing.push("marks");
  if (overall < pass.overall) missing.push("overall");
  if (domains.some((domain) => domain.percent < pass.eachDomain)) missing.push("domain");
  if ((attendance ?? 0) < pass.attendance * 100) missing.push("attendance");
  return { overall, domains, passed: missing.length === 0, missing };
}

/** The assessment that decides: the latest retake, or the one at the end; undefined before. */
export function decisive<A extends Pick<Assessment, "kind" | "onDay">>(
  assessments: readonly A[],
): A | undefined {
  const latest = (kind: Assessment["kind"]) =>
    assessments
      .filter((assessment) => assessment.kind === kind)
      .sort((one, other) => (one.onDay < other.onDay ? -1 : 1))
      .at(-1);
  return latest("retake") ?? latest("end");
}

/** The first mark that is off its skill's scale, or of no skill of the programme; null where all are right. */
export function offScale(
  { skills }: Pick<Rules, "skills">,
  marks: Marks,
): { index: number; most: number | null } | null {
  const most = new Map(skills.map((skill) => [skill.code, skill.most]));
  const index = marks.findIndex(({ skill, mark }) => mark < 0 || mark > (most.get(skill) ?? -1));
  const skill = marks[index]?.skill;
  return skill === undefined ? null : { index, most: most.get(skill) ?? null };
}
