import {
  listLines,
  readClaim,
  type StoredClaim,
  updateDecision,
  updateLineDecision,
} from "../../data/insurance/claims.ts";
import type { Ruling } from "../../data/insurance/rulings.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { overrule } from "../../domain/insurance/overruling.ts";
import type { Call } from "../call.ts";
import { judge, ownBooks } from "./adjudicating.ts";

type Word = Pick<Ruling, "claimId" | "outcome" | "granted" | "decidedOn" | "note">;

/**
 * What headquarters granted is the word: where this office's rules give another amount by now (a plan or a payment
 * that one of the two did not know yet), the difference goes to the lines as a decision's cut.
 */
function applyRuling(call: Call, door: WriteDoor, claim: StoredClaim, ruling: Word): void {
  const stored = listLines(door, claim.id);
  const judged = judge(ownBooks(call, door), claim, stored);
  const lines = judged.ok
    ? judged.value.decision.lines
    : stored.map(({ id, asked }) => {
        const cuts = [{ rule: "decision" as const, amount: asked, values: {} }];
        return { id, asked, paid: 0, acts: 0, cuts };
      });
  for (const line of overrule(lines, Math.min(ruling.granted, claim.asked))) updateLineDecision(door, line);
  updateDecision(door, claim.id, {
    outcome: ruling.outcome,
    granted: Math.min(ruling.granted, claim.asked),
    decidedOn: ruling.decidedOn,
    note: ruling.note,
  });
}

/** Applies headquarters' rulings to this office's claims that wait for them; any other ruling is passed over. */
export function takeRulings(call: Call, door: WriteDoor, rulings: readonly Word[]): void {
  for (const ruling of rulings) {
    const claim = readClaim(door, ruling.claimId);
    if (claim !== undefined && claim.office === call.office.code && claim.state === "referred")
      applyRuling(call, door, claim, ruling);
  }
}
