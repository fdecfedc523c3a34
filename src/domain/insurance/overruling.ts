import type { Cut, DecisionLine } from "../../contract/insuranceTerms.ts";
import type { Francs } from "../../contract/primitives.ts";

/** Takes francs off the last cuts first: what the rules applied last is forgiven first. */
function forgive(cuts: readonly Cut[], francs: Francs): Cut[] {
  let left = francs;
  const kept: Cut[] = [];
  for (const cut of cuts.toReversed()) {
    const amount = cut.amount - Math.min(left, cut.amount);
    left -= cut.amount - amount;
    if (amount > 0) kept.unshift({ ...cut, amount });
  }
  return kept;
}

function takeOff(line: DecisionLine, francs: Francs): DecisionLine {
  const paid = line.paid - francs;
  const cuts: Cut[] = [...line.cuts, { rule: "decision", amount: francs, values: {} }];
  return { ...line, paid, acts: paid === 0 ? 0 : line.acts, cuts };
}

/**
 * A person's decision on the lines that the rules gave: what she grants less is taken off the last lines first, under
 * its own rule; what she grants more is given back to the first lines first, never above what they ask. So every line
 * still is what was asked, less its cuts.
 * @param granted francs for the whole claim; the lines together ask for as much at least
 */
export function overrule(lines: readonly DecisionLine[], granted: Francs): DecisionLine[] {
  let more = granted - lines.reduce((sum, { paid }) => sum + paid, 0);
  if (more >= 0)
    return lines.map((line) => {
      const francs = Math.min(more, line.asked - line.paid);
      more -= francs;
      if (francs === 0) return line;
      return {
        ...line,
        paid: line.paid + francs,
        acts: Math.max(1, line.acts),
        cuts: forgive(line.cuts, francs),
      };
    });
  let less = -more;
  return lines
    .toReversed()
    .map((line) => {
      const francs = Math.min(less, line.paid);
      less -= francs;
      return francs === 0 ? line : takeOff(line, francs);
    })
    .toReversed();
}
