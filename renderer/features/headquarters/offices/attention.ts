import type { OfficeLine } from "../../../../src/contract/headquarters.ts";

/** Longer than any month and the bus: by then a stick is lost or was never made. */
export const LATE_DAYS = 35;

export type Attention =
  | "fork"
  | "snapshotToConfirm"
  | "revoked"
  | "late"
  | "invited"
  | "sealed"
  | "answerDue";

/** An office that should send and has not for too long. */
export function isLate({ own, standing, daysSince }: OfficeLine): boolean {
  return !own && standing === "active" && daysSince !== null && daysSince >= LATE_DAYS;
}

/** What about an office waits for somebody, the worst first. Headquarters itself sends nothing and waits for nothing. */
export function attentionOf(line: OfficeLine): readonly Attention[] {
  if (line.own) return [];
  const holds: readonly (readonly [Attention, boolean])[] = [
    ["fork", line.forked],
    ["snapshotToConfirm", line.snapshotToConfirm],
    ["revoked", line.standing === "revoked"],
    ["late", isLate(line)],
    ["invited", line.standing === "invited"],
    ["sealed", line.sealedTiers.length > 0],
    ["answerDue", line.answerDue],
  ];
  return holds.filter(([, isSo]) => isSo).map(([attention]) => attention);
}

/** Somebody has to act; the others only wait for their turn. */
export function isUrgent(attention: Attention): boolean {
  return attention !== "invited" && attention !== "answerDue";
}

export interface Summary {
  readonly offices: number;
  readonly late: number;
  readonly forks: number;
  readonly toConfirm: number;
}

export function summaryOf(lines: readonly OfficeLine[]): Summary {
  const others = lines.filter((line) => !line.own);
  return {
    offices: lines.length,
    late: others.filter(isLate).length,
    forks: others.filter((line) => line.forked).length,
    toConfirm: others.filter((line) => line.snapshotToConfirm).length,
  };
}
