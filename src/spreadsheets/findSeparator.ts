import { type CsvRecord, csvRecords } from "./csvRecords.ts";
import { Unreadable } from "./limits.ts";

const SEPARATORS = [";", "\t", ",", "|"] as const;
const TRIED_RECORDS = 2000;
/** No cell holds it: a file of one column has no separator. */
export const NO_SEPARATOR = "\u0000";

/** Columns this even are a table, whatever another separator finds in its texts. */
const EVEN_SHARE = 0.8;

interface Fit {
  readonly separator: string;
  /** Share of the records that have the commonest width. */
  readonly share: number;
  readonly width: number;
}

function fitOf(separator: string, records: readonly CsvRecord[]): Fit {
  const counts = new Map<number, number>();
  for (const { width } of records) counts.set(width, (counts.get(width) ?? 0) + 1);
  let width = 1;
  let most = 0;
  for (const [candidate, count] of counts) {
    if (candidate > 1 && count > most) {
      width = candidate;
      most = count;
    }
  }
  return { separator, share: most / Math.max(1, records.length), width };
}

/** A width that holds in half of the records and more columns beats one that holds nearly everywhere with fewer. */
function weight({ share, width }: Fit): number {
  return share < 0.25 ? 0 : share * share * Math.log2(width + 1);
}

/**
 * The separator under which the file falls into columns most evenly, judged over its records and not over its first
 * line: titles and addresses hold commas, phones and dates none of the candidates.
 * @throws Unreadable `import.tooManyColumns` when the file is too wide under the separator that fits
 */
export function findSeparator(text: string): string {
  let best: Fit | null = null;
  let tooWide: Unreadable | null = null;
  let fallback = NO_SEPARATOR;
  for (const separator of SEPARATORS) {
    if (!text.includes(separator)) continue;
    try {
      const records = csvRecords(text, separator, TRIED_RECORDS);
      // Nothing but separators: under this one the file is as empty as it looks.
      if (records.length === 0) fallback = separator;
      const fit = fitOf(separator, records);
      if (fit.width > 1 && weight(fit) > (best === null ? 0 : weight(best))) best = fit;
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      tooWide ??= error;
    }
  }
  if (tooWide !== null && (best === null || best.share < EVEN_SHARE)) throw tooWide;
  return best?.separator ?? fallback;
}
