import type { Instant } from "../../../../src/contract/primitives.ts";
import type { ReportSection } from "../../../../src/contract/reportingTerms.ts";

/** What was typed and is not known to be saved, part by part. */
export type TextEdits = Readonly<Partial<Record<ReportSection, string>>>;

/** What the register has, part by part. */
export type SavedTexts = ReadonlyMap<ReportSection, string>;

/** A text is saved so long after the last key, and while she goes on typing so long after the first. */
export const PAUSE_MS = 2000;
export const LONGEST_MS = 12_000;

/** How long to wait from now on. @param sinceMs since the first key that is not saved */
export function waitBeforeSaving(sinceMs: number): number {
  return Math.max(0, Math.min(PAUSE_MS, LONGEST_MS - sinceMs));
}

/** The parts whose text differs from what is saved. */
export function unsavedTexts(
  edits: TextEdits,
  saved: SavedTexts,
): { readonly section: ReportSection; readonly text: string }[] {
  return [...saved].flatMap(([section, before]) => {
    const text = edits[section];
    return text === undefined || text === before ? [] : [{ section, text }];
  });
}

/** The text of the period before, taken over: what stands there already stays, above it. */
export function withTextBefore(text: string, before: string): string {
  return text.trim() === "" ? before : `${text.trimEnd()}\n\n${before}`;
}

/** `10:42`; Mali keeps UTC, and the machine's own zone is not to be trusted. */
export function clockOf(instant: Instant): string {
  return instant.slice(11, 16);
}
