import { v7 } from "uuid";
import type { MemberDetails } from "../../../src/contract/membership.ts";
import type { Result } from "../../../src/contract/results.ts";
import type { Line } from "../../loopback/openLine.ts";
import { newDetails } from "../../support/women.ts";
import { AWA } from "../steps.ts";
import type { OpenPlace, Place } from "./placesTest.ts";

/** What the screen is not tested with goes over a line of its own, which is faster. */

export interface OfficeAbout {
  readonly code: string;
  readonly name: string;
  readonly headquarters?: boolean;
}

export const BAMAKO: OfficeAbout = { code: "BKO", name: "Bamako", headquarters: true };
export const KOUTIALA: OfficeAbout = { code: "KTL", name: "Koutiala" };
export const MOPTI: OfficeAbout = { code: "MPT", name: "Mopti" };

/** @throws when the service refused */
export function must<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

/** An office with its first person, open. */
export async function makeOfficeBy({ client }: Line, about: OfficeAbout): Promise<void> {
  const { code, name, headquarters = false } = about;
  const person = { name: AWA.name, login: AWA.login, role: "coordinator" as const };
  const place = { code, name, region: name, parentCode: null, headquarters, language: "fr" as const };
  must(await client.office.create({ ...place, person, passphrase: AWA.passphrase }));
}

/** Invitation and enrolment, as two people with a phone do it. */
export async function enrolBy(headquarters: Line, office: Line, { code, name }: OfficeAbout): Promise<void> {
  const { bytes } = must(
    await headquarters.client.headquarters.invite({ code, name, region: name, parentCode: null }),
  );
  const { fingerprint } = must(await office.client.sync.previewInvitation({ bytes }));
  const enrolment = must(await office.client.sync.join({ bytes, fingerprint })).bytes;
  const preview = must(await headquarters.client.headquarters.previewEnrolment({ bytes: enrolment }));
  must(await headquarters.client.headquarters.enrol({ bytes: enrolment, fingerprint: preview.fingerprint }));
}

/** A woman in an office's register. */
export async function registerBy({ client }: Line, about: Partial<MemberDetails>): Promise<void> {
  const details = newDetails(about);
  must(await client.membership.registerMember({ id: v7(), details, confirmedNotDuplicate: true }));
}

/**
 * Bamako and Koutiala, whose keys are compared.
 * @param seed what Koutiala has done before its window opens
 */
export async function openEnrolled(
  openPlace: OpenPlace,
  seed?: (office: Line) => Promise<void>,
): Promise<readonly [Place, Place]> {
  const [bamako, koutiala] = await openOffices(openPlace, [KOUTIALA], seed);
  if (!bamako || !koutiala) throw new Error("an office did not open");
  return [bamako, koutiala];
}

/** Bamako, Koutiala and Mopti. */
export async function openThree(openPlace: OpenPlace): Promise<readonly [Place, Place, Place]> {
  const [bamako, koutiala, mopti] = await openOffices(openPlace, [KOUTIALA, MOPTI]);
  if (!bamako || !koutiala || !mopti) throw new Error("an office did not open");
  return [bamako, koutiala, mopti];
}

/** Headquarters first, then its offices. */
async function openOffices(
  openPlace: OpenPlace,
  antennas: readonly OfficeAbout[],
  seed?: (office: Line) => Promise<void>,
): Promise<Place[]> {
  const places: Place[] = [];
  const bamako = await openPlace(async (headquarters) => {
    await makeOfficeBy(headquarters, BAMAKO);
    for (const about of antennas)
      places.push(
        await openPlace(async (office) => {
          await makeOfficeBy(office, about);
          await enrolBy(headquarters, office, about);
          await seed?.(office);
        }),
      );
  });
  return [bamako, ...places];
}
