import type { OfficeLine, OfficeTotals } from "../../../../src/contract/headquarters.ts";

export interface PlacedOffice {
  readonly line: OfficeLine;
  /** A sub-branch stands under its antenna. */
  readonly isUnder: boolean;
}

function byPlace(a: OfficeLine, b: OfficeLine): number {
  return Number(b.own) - Number(a.own) || a.code.localeCompare(b.code);
}

/** Headquarters first, then the antennas by code, each with its sub-branches below; one whose antenna is not known stands alone. */
export function officeTree(lines: readonly OfficeLine[]): PlacedOffice[] {
  const codes = new Set(lines.map((line) => line.code));
  const isTop = (line: OfficeLine) => line.parentCode === null || !codes.has(line.parentCode) || line.own;
  const under = (code: string) =>
    lines.filter((line) => !isTop(line) && line.parentCode === code).toSorted(byPlace);
  const placed = lines
    .filter(isTop)
    .toSorted(byPlace)
    .flatMap((line) => [
      { line, isUnder: false },
      ...under(line.code).map((sub) => ({ line: sub, isUnder: true })),
    ]);
  // A branch of a sub-branch (or of itself) would have no place above: no office may be left out of the list.
  const left = lines.filter((line) => !placed.some((one) => one.line.code === line.code));
  return [...placed, ...left.toSorted(byPlace).map((line) => ({ line, isUnder: true }))];
}

/** The sum of a figure over all offices; `null` where the reader's keys open it nowhere. */
export function sumOf(lines: readonly OfficeLine[], figure: keyof OfficeTotals): number | null {
  const known = lines.map((line) => line.totals[figure]).filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
