import { z } from "zod";
import file from "../../../resources/reference/programmes.json" with { type: "json" };
import { ProgrammeDetails } from "../../contract/literacyTerms.ts";
import type { OfficeCode } from "../../contract/primitives.ts";
import {
  listReceivedProgrammes,
  listWrittenProgrammes,
  type StoredProgramme,
} from "../../data/literacy/programmes.ts";
import type { Reader } from "../../data/reader.ts";
import { suppliedId } from "../../domain/literacy/supplied.ts";
import type { Call } from "../call.ts";
import { readHeadquarters } from "../sync/keys.ts";

/*
 * Which programmes an office teaches. One code is one programme: headquarters' word comes before the office's own, and
 * both before what comes with the program. A class names its programme by the id that it had then; what holds for it is
 * what its code says now.
 */

/** Of a programme that nobody wrote: it comes with the program, and headquarters has not confirmed it. */
export interface StandingProgramme extends StoredProgramme {
  readonly confirmed: boolean;
}

const SUPPLIED = z
  .strictObject({ programmes: z.array(ProgrammeDetails) })
  .parse(file)
  .programmes.map((details, index) => ({ id: suppliedId(index), details }));

export interface ProgrammeBook {
  /** Those that hold in an office, by code. */
  standing(office: OfficeCode): StandingProgramme[];
  /** The programme that an office's class has, by the id that it was opened with. */
  of(office: OfficeCode, id: string): StandingProgramme | undefined;
}

export function headquartersOf(call: Call, reader: Reader): OfficeCode | null {
  return call.identity.headquarters ? call.office.code : (readHeadquarters(reader)?.code ?? null);
}

function bookOf(written: readonly StoredProgramme[], headquarters: OfficeCode | null): ProgrammeBook {
  const codeOf = new Map<string, string>([
    ...SUPPLIED.map(({ id, details }) => [id, details.code] as const),
    ...written.map(({ id, details }) => [id, details.code] as const),
  ]);
  const standing = (office: OfficeCode): StandingProgramme[] => {
    const held = new Map<string, StandingProgramme>();
    const isLeading = (programme: StoredProgramme) => programme.office === headquarters;
    for (const { id, details } of SUPPLIED) held.set(details.code, { id, office, details, confirmed: false });
    for (const programme of written)
      if (programme.office === office)
        held.set(programme.details.code, { ...programme, confirmed: isLeading(programme) });
    for (const programme of written)
      if (isLeading(programme)) held.set(programme.details.code, { ...programme, confirmed: true });
    return [...held.values()].sort((one, other) => (one.details.code < other.details.code ? -1 : 1));
  };
  return {
    standing,
    of: (office, id) => {
      const code = codeOf.get(id);
      return standing(office).find(({ details }) => details.code === code);
    },
  };
}

/** The programmes of this office. */
export function ownProgrammeBook(call: Call, reader: Reader = call.office.reader): ProgrammeBook {
  return bookOf(
    [...listWrittenProgrammes(reader), ...listReceivedProgrammes(reader)],
    headquartersOf(call, reader),
  );
}

/** The programmes of every office, in headquarters' copies. */
export function nationalProgrammeBook(call: Call, national: Reader): ProgrammeBook {
  return bookOf(listWrittenProgrammes(national), call.office.code);
}
