import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import {
  AdjudicationClaim,
  type Decision,
  type EarlierLine,
  HealthPlanVersion,
  PolicyHistory,
} from "../../../src/contract/insuranceTerms.ts";
import { adjudicate, earlierLines } from "../../../src/domain/insurance/adjudicate.ts";
import { coverStretches, patientCoverOn } from "../../../src/domain/insurance/cover.ts";
import { earnedContributions, lossRatioPercent } from "../../../src/domain/insurance/fund.ts";
import { termsByDay } from "../../../src/domain/insurance/planVersions.ts";
import { contributionSchedule } from "../../../src/domain/insurance/schedule.ts";

export const DOCUMENT = readFileSync(
  fileURLToPath(new URL("../../../docs/insurance.md", import.meta.url)),
  "utf8",
);

function example(name: string): unknown {
  const found = new RegExp(`<!-- example: ${name} -->\\s+\`\`\`json\\n([\\s\\S]*?)\`\`\``).exec(DOCUMENT);
  return JSON.parse(found?.[1] ?? "");
}

export const plan = HealthPlanVersion.parse(example("plan"));
export const policy = PolicyHistory.parse(example("policy"));
export const claims = z.array(AdjudicationClaim).parse(example("claims"));
const termsOn = termsByDay([plan]);
const LAST_DAY = "2026-12-31";

/** Every claim with its decision and what had been decided before. */
export function judgeYear(): { claim: AdjudicationClaim; decision: Decision; earlier: EarlierLine[] }[] {
  let earlier: EarlierLine[] = [];
  return claims.map((claim) => {
    const before = earlier;
    const cover = patientCoverOn(policy, termsOn, claim.patient, claim.careOn);
    const decision = adjudicate({ version: plan, cover, claim, earlier: before });
    earlier = [...before, ...earlierLines(claim, decision)];
    return { claim, decision, earlier: before };
  });
}

const row = (cells: readonly (string | number | null)[]) => `| ${cells.join(" | ")} |`;

/** The tables of the document's last section, as they have to stand there. */
export function tables(): Record<"states" | "schedule" | "decisions", string[]> {
  const states = coverStretches(policy, termsOn).map(({ from, state, waitingEndsOn }) =>
    row([from, `\`${state}\``, waitingEndsOn ?? ""]),
  );
  const schedule = contributionSchedule(policy, termsOn, LAST_DAY).lines.map(({ from, to, amount, status }) =>
    row([from, to, amount, status]),
  );
  const decisions = judgeYear().flatMap(({ claim, decision }) =>
    decision.lines.map(({ id, asked, paid, cuts }, index) => {
      const taken = cuts.map(({ rule, amount }) => `\`${rule}\` ${amount}`).join(", ");
      const first = index === 0 ? [claim.number, claim.careOn] : ["", ""];
      return row([...first, id, asked, paid, taken, index === 0 ? decision.outcome : ""]);
    }),
  );
  return { states, schedule, decisions };
}

/** The sums of the year. */
export function sums(): string {
  const taken = contributionSchedule(policy, termsOn, LAST_DAY).lines.filter(
    ({ status }) => status === "paid",
  );
  const contributions = taken.reduce((sum, { amount }) => sum + amount, 0);
  const earned = earnedContributions(taken, { from: "2026-01-01", to: LAST_DAY });
  const asked = judgeYear().reduce((sum, { decision }) => sum + decision.asked, 0);
  const paid = judgeYear().reduce((sum, { decision }) => sum + decision.paid, 0);
  return [
    `In all she asked for ${asked} F and gets ${paid} F. She paid ${contributions} F in contributions, of which`,
    `${earned} F are earned by the end of the year: a loss ratio of ${lossRatioPercent(paid, earned)} % for this one policy.`,
  ].join("\n");
}
