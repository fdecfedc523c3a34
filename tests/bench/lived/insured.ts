import { v7 } from "uuid";
import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { insertClaimPayment } from "../../../src/data/insurance/claimPayments.ts";
import {
  insertClaim,
  saveLines,
  updateClaimState,
  updateDecision,
  updateLineDecision,
} from "../../../src/data/insurance/claims.ts";
import { insertContribution } from "../../../src/data/insurance/contributions.ts";
import { insertPolicy } from "../../../src/data/insurance/policies.ts";
import { takeClaimNumber } from "../../../src/data/numbers.ts";
import { insertVoucher } from "../../../src/data/vouchers.ts";
import type { WriteDoor } from "../../../src/data/writeDoor.ts";
import { addDays, addMonths } from "../../../src/domain/calendar.ts";
import { note, type Story } from "./story.ts";
import { isHere, type Woman } from "./women.ts";

/** A plan that comes with the program. */
const PLAN = "DANAYA-SANTE";
const CONTRIBUTION = 1_000;
const CATEGORIES = ["consultation", "medicines", "tests", "maternity", "hospital"] as const;

interface Insured {
  readonly policyId: string;
  readonly memberId: string;
  readonly from: CalendarDate;
}

/** Pays month after month; now and then one is left out, and some stop. */
function noteContributions(story: Story, { policyId, memberId, from: start }: Insured): void {
  const { dice } = story;
  for (let month = 0; month < story.months.length && (month < 6 || !dice.percent(1)); month += 1) {
    const from = addMonths(start, month);
    const paidOn = addDays(from, dice.roll(12));
    if (dice.percent(6)) continue;
    note(story, paidOn, (door) => {
      const voucherId = v7();
      insertVoucher(door, {
        ...{ id: voucherId, datedOn: paidOn, direction: "in", account: "healthContribution" },
        ...{ amount: CONTRIBUTION, method: "cash", reference: "", memberId },
      });
      insertContribution(door, {
        ...{ id: v7(), policyId, memberId, amount: CONTRIBUTION, voucherId, paidOn },
        ...{ from, to: addDays(addMonths(from, 1), -1) },
      });
    });
  }
}

/** So many policies of women who join the insurance one after the other, with their contributions. */
export function notePolicies(story: Story, women: readonly Woman[], policies: number): Insured[] {
  const insured: Insured[] = [];
  const step = Math.max(1, Math.floor((women.length * 0.7) / policies));
  for (let at = 0; insured.length < policies && at < women.length; at += step) {
    const woman = women[at];
    if (woman === undefined || woman.leftOn !== null) continue;
    const one = { policyId: v7(), memberId: woman.id, from: addDays(woman.joinedOn, 10) };
    insured.push(one);
    note(story, one.from, (door) => {
      const { policyId: id, memberId, from: effectiveOn } = one;
      insertPolicy(door, { id, memberId, planCode: PLAN, kind: "health", effectiveOn });
    });
    noteContributions(story, one);
  }
  return insured;
}

interface Care {
  readonly claimId: string;
  readonly insured: Insured;
  readonly enteredOn: CalendarDate;
  readonly lines: readonly {
    readonly id: string;
    readonly category: (typeof CATEGORIES)[number];
    readonly asked: number;
  }[];
  readonly asked: number;
}

function enter(door: WriteDoor, { claimId, insured, enteredOn, lines, asked }: Care): void {
  const { policyId, memberId } = insured;
  insertClaim(door, {
    ...{ id: claimId, number: takeClaimNumber(door), policyId, memberId, childId: null },
    ...{ facilityCode: null, facilityName: "Centre de référence", careOn: addDays(enteredOn, -2) },
    ...{ receiptNumber: "R-1", diagnosis: "", prescription: "", state: "submitted", asked, enteredOn },
  });
  saveLines(
    door,
    { id: claimId, memberId },
    lines.map((line) => ({ ...line, act: null, words: "Soins", quantity: 1 })),
  );
}

function decide(door: WriteDoor, { claimId, lines, asked }: Care, decidedOn: CalendarDate): void {
  for (const { id, asked: ofLine } of lines)
    updateLineDecision(door, { id, paid: ofLine / 2, acts: 1, cuts: [] });
  updateDecision(door, claimId, { outcome: "reduced", granted: asked / 2, decidedOn, note: "" });
}

function pay(door: WriteDoor, { claimId, insured: { memberId }, asked }: Care, paidOn: CalendarDate): void {
  const voucherId = v7();
  insertVoucher(door, {
    ...{ id: voucherId, datedOn: paidOn, direction: "out", account: "healthBenefit", amount: asked / 2 },
    ...{ method: "cash", reference: "", memberId },
  });
  const payment = { id: v7(), claimId, memberId, planCode: PLAN, amount: asked / 2, paidOn, voucherId };
  insertClaimPayment(door, payment);
  updateClaimState(door, claimId, "paid");
}

/** So many claims a month: entered, mostly decided some days later, mostly paid after that. */
export function noteClaims(
  story: Story,
  insured: readonly Insured[],
  women: readonly Woman[],
  aMonth: number,
): void {
  const { dice } = story;
  const known = new Map(women.map((woman) => [woman.id, woman]));
  for (const first of story.months) {
    const here = insured.filter(({ memberId, from }) => {
      const woman = known.get(memberId);
      return addMonths(from, 3) < first && woman !== undefined && isHere(woman, first);
    });
    for (let count = 0; count < aMonth && here.length > 0; count += 1) {
      const enteredOn = addDays(first, dice.roll(28));
      const lines = Array.from({ length: 1 + dice.roll(3) }, () => ({
        ...{ id: v7(), category: dice.pick(CATEGORIES), asked: 1_000 * (2 + dice.roll(12)) },
      }));
      const asked = lines.reduce((sum, line) => sum + line.asked, 0);
      const care = { claimId: v7(), insured: dice.pick(here), enteredOn, lines, asked };
      const [decidedOn, paidOn] = [
        addDays(enteredOn, 1 + dice.roll(9)),
        addDays(enteredOn, 10 + dice.roll(15)),
      ];
      note(story, enteredOn, (door) => enter(door, care));
      if (dice.percent(4)) continue;
      note(story, decidedOn, (door) => decide(door, care, decidedOn));
      if (dice.percent(95)) note(story, paidOn, (door) => pay(door, care, paidOn));
    }
  }
}
