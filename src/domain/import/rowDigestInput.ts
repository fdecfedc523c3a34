import { foldText } from "../names/foldText.ts";
import type { PersonTraits } from "../names/likelihood.ts";

/** What makes a line of a register the same line when it comes again, beside name, birth and phone. */
export interface RowIdentity {
  /** The age as it was written, where the year was reckoned from it: the year moves on, the line does not. */
  readonly age: string | null;
  /** The day read (`YYYY-MM-DD`), or the text of the cell where none could be. */
  readonly joined: string;
  readonly locality: string;
}

function birthToken({ birth }: PersonTraits, age: string | null): string {
  if (age !== null) return `age ${foldText(age)}`;
  if (birth === null) return "";
  return birth.kind === "exact" ? birth.on : `${birth.kind} ${birth.year}`;
}

/**
 * One canonical text for a line of a register, the same whatever encoding, format, column order or style of dates and
 * phones the file was saved in, and on whichever day it is read. Which word of the name is the surname does not count:
 * the rest of the register may have settled that. The caller digests it with a key: it holds a name.
 */
export function rowDigestInput(who: PersonTraits, { age, joined, locality }: RowIdentity): string {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(joined) ? joined : foldText(joined);
  return JSON.stringify(["row/1", who.name, birthToken(who, age), who.phone, day, foldText(locality)]);
}
