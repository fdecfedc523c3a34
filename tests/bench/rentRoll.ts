import { addDays, addMonths } from "../../src/domain/calendar.ts";
import { prepareBareRent } from "./bareRent.ts";
import type { BenchOffice } from "./benchOffice.ts";
import type { LedgerSize } from "./ledgerOffice.ts";
import { costOf, counted, type Figure, figureOf, sideBySide } from "./measure.ts";

/** @throws when the two sides do not answer the same */
function requireSame(what: string, ours: readonly string[], bare: readonly string[]): void {
  const [a, b] = [ours.toSorted(), bare.toSorted()];
  const at = a.findIndex((line, index) => line !== b[index]);
  if (a.length !== b.length || at >= 0)
    throw new Error(`the two sides do not answer the same ${what}: ${a[at]} and ${b[at]}`);
}

/** The rent roll of the last month and the arrears of today, over every lease and payment of all years. */
export async function benchRentRoll(
  office: BenchOffice,
  { leases, months }: LedgerSize,
  runs: number,
): Promise<Figure[]> {
  const bare = prepareBareRent(office.call().office.connection);
  const today = office.call().today();
  const running = `${today.slice(0, 7)}-01`;
  const [from, on] = [addMonths(running, -1), addDays(running, -1)];
  const month = from.slice(0, 7);
  const roll = () => office.ask("rental.roll", { month });
  const arrears = () => office.ask("rental.arrears", { on: today });
  requireSame(
    "rent roll",
    (await roll()).lines.map((line) =>
      [line.leaseId, line.brought, line.due, line.received, line.left].join(" "),
    ),
    bare
      .roll({ from, on })
      .map((line) => [line.id, line.brought, line.due, line.received, line.left].join(" ")),
  );
  requireSame(
    "arrears",
    (await arrears()).map((line) => [line.leaseId, line.total, line.oldestDueOn].join(" ")),
    bare.arrears(today).map((line) => [line.id, line.total, line.oldest].join(" ")),
  );
  const size = `${counted(leases, "leases")}, ${months} months`;
  const figure = async (what: string, theirs: () => unknown, ours: () => Promise<unknown>) => {
    const pairs = await sideBySide(
      runs,
      () => costOf(theirs),
      () => costOf(ours),
    );
    return figureOf({ what, size, baseline: "the same query in the bare library", target: 1.3 }, pairs);
  };
  return [
    await figure("rent roll of a month", () => bare.roll({ from, on }), roll),
    await figure("arrears by age", () => bare.arrears(today), arrears),
  ];
}
