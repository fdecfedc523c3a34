import type { BirthDate } from "../../contract/membership.ts";
import { foldedWords, foldText } from "../names/foldText.ts";

/** What makes a line of a register the same line when it comes again. */
export interface RowIdentity {
  readonly surname: string;
  readonly firstNames: string;
  readonly birth: BirthDate | null;
  /** The age as it was written, where the year was reckoned from it: the year moves on, the line does not. */
  readonly age: string | null;
  readonly phone: string;
  /** The day read (`YYYY-MM-DD`), or the text of the cell where none could be. */
  readonly joined: string;
  readonly locality: string;
}

function birthToken(birth: BirthDate | null, age: string | null): string {
  if (age !== null) return `age ${foldText(age)}`;
  if (birth === null) return "";
  return birth.kind === "exact" ? birth.on : `${birth.kind} ${birth.year}`;
}

/**
 * One canonical text for a line of a register, the same whatever encoding, format, column order or style of dates and
 * phones the file was saved in, and on whichever day it is read. Which word of the name is the surname does not count:
 * the rest of the register may have settled that. The caller digests it with a key: it holds a name.
 */
export function rowDigestInput(row: RowIdentity): string {
  const name = foldedWords(`${row.surname} ${row.firstNames}`).sort().join(" ");
  const joined = /^\d{4}-\d{2}-\d{2}$/.test(row.joined) ? row.joined : foldText(row.joined);
  return JSON.stringify([
    "row/1",
    name,
    birthToken(row.birth, row.age),
    row.phone,
    joined,
    foldText(row.locality),
  ]);
}
