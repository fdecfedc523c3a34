import type { Id } from "../../../../src/contract/primitives.ts";
import type { RollLine } from "../../../../src/contract/rentalViews.ts";
import { foldText } from "../../../../src/domain/names/foldText.ts";

/** Whether a search finds a line: by tenant, phone, lease or premises, without accents or capitals. */
export function isFoundIn(
  {
    tenantName,
    tenantPhone,
    number,
    premises,
  }: Pick<RollLine, "tenantName" | "tenantPhone" | "number" | "premises">,
  text: string,
): boolean {
  const all = foldText([tenantName, number, ...premises].join(" "));
  const digits = text.replace(/\D/g, "");
  const byPhone = digits.length >= 4 && tenantPhone.replace(/\D/g, "").includes(digits);
  return (
    byPhone ||
    foldText(text)
      .split(" ")
      .every((word) => all.includes(word))
  );
}

/**
 * Where the keys go once a line was collected: the next one of which something is left, from the top again after the
 * last; null when nothing is left to collect.
 */
export function nextToCollect(
  lines: readonly Pick<RollLine, "leaseId" | "left">[],
  after: Id | null,
): Id | null {
  const at = lines.findIndex(({ leaseId }) => leaseId === after);
  const inTurn = [...lines.slice(at + 1), ...lines.slice(0, Math.max(at, 0))];
  return inTurn.find(({ left }) => left > 0)?.leaseId ?? null;
}
