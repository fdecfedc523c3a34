import { v7 } from "uuid";
import type { TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { through } from "../insurance/insured.ts";

/* Check-ups by the day and by the age of the women, as many as a test of small counts needs. */

const BIRTHS = { young: "2004-01-05", middle: "1985-01-05", old: "1960-01-05" } as const;
export type Age = keyof typeof BIRTHS;

/** A woman of each age. @returns their ids */
export async function womenOf(office: TestOffice): Promise<Record<Age, string>> {
  const made = async (age: Age) =>
    (await register(office, { surname: `Femme ${age}`, birth: { kind: "exact", on: BIRTHS[age] } })).member
      .id;
  return { young: await made("young"), middle: await made("middle"), old: await made("old") };
}

/** So many check-ups of a woman on a day. */
export function checkUps(office: TestOffice, memberId: string, doneOn: string, count: number): void {
  through(office, (door) => {
    for (let index = 0; index < count; index += 1)
      door.insert("checkup", {
        ...{ id: v7(), office: office.call.office.code, member_id: memberId, done_on: doneOn },
        ...{ stamp: `T-${doneOn}-${index}`, voided: 0, facility: "CSREF" },
      });
  });
}

/** Check-ups of a month by age. */
export function monthOf(
  office: TestOffice,
  women: Record<Age, string>,
  day: string,
  counts: Readonly<Record<Age, number>>,
): void {
  for (const age of ["young", "middle", "old"] as const) checkUps(office, women[age], day, counts[age]);
}
