import type { Id } from "../../../../../src/contract/primitives.ts";
import type { InspectedItem } from "../../../../../src/contract/rentalTerms.ts";
import type { Inspection, LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import type { Typed } from "../../typed.ts";

/** A line of the sheet; known by a number of its own, since lines come and go. */
export interface ItemLine extends InspectedItem {
  readonly line: number;
}

export interface InspectionValues {
  readonly premisesId: Id;
  readonly kind: Inspection["kind"];
  readonly on: string;
  readonly keys: Typed;
  readonly items: readonly ItemLine[];
  readonly remarks: string;
}

export const CONDITIONS = ["good", "fair", "poor", "missing"] as const;

/** What is looked at in any shop or office. */
export const USUAL = [
  "door",
  "shutter",
  "windows",
  "walls",
  "floor",
  "roof",
  "power",
  "water",
  "toilet",
] as const;

/** Lines for a sheet: what the last one of these premises had, otherwise what is usual, all good. */
export function startingItems(
  file: Pick<LeaseFile, "inspections">,
  premisesId: Id,
  usual: readonly string[],
): ItemLine[] {
  const before = file.inspections.findLast((one) => one.premisesId === premisesId && one.items.length > 0);
  const items = before?.items.map(({ item, condition }) => ({ item, condition, remark: "" }));
  return numbered(items ?? usual.map((item) => ({ item, condition: "good" as const, remark: "" })));
}

export function numbered(items: readonly InspectedItem[]): ItemLine[] {
  return items.map((item, line) => ({ ...item, line }));
}

export function withLine(items: readonly ItemLine[]): ItemLine[] {
  const line = Math.max(-1, ...items.map((item) => item.line)) + 1;
  return [...items, { line, item: "", condition: "good", remark: "" }];
}

/** What the sheet says: lines without a name are left out. */
export function itemsInput(items: readonly ItemLine[]): InspectedItem[] {
  return items
    .filter(({ item }) => item.trim() !== "")
    .map(({ item, condition, remark }) => ({ item, condition, remark }));
}

/** How many items are poor or missing. */
export function countBad(items: readonly InspectedItem[]): number {
  return items.filter(({ condition }) => condition === "poor" || condition === "missing").length;
}
