import { makeDice } from "../../../src/services/demo/dice.ts";
import { AWA, type TestOffice } from "../../support/office.ts";
import { lastOfMonth, plusDays, plusMonths } from "../insurance/yearDays.ts";
import { FIRST_DAY, openBook, type Play, TODAY } from "./yearBook.ts";
import { beginCash, liveCash } from "./yearCash.ts";
import { beginClasses, liveClasses } from "./yearClasses.ts";
import { beginInsurance, liveInsurance } from "./yearInsurance.ts";
import { begin, liveMembers } from "./yearMembers.ts";
import { beginRents, liveRents } from "./yearRents.ts";

/*
 * Thirteen months and twenty days of an office, from the first day of a fiscal year that begins in July. Everything is
 * done by the requests of the screens; what was done is in the notebook.
 */

/** The office is open on four days of a month, the first and the last among them. */
function openDays(): string[] {
  const days: string[] = [];
  for (let month = FIRST_DAY; month <= TODAY; month = plusMonths(month, 1)) {
    const name = month.slice(0, 7);
    days.push(`${name}-01`, `${name}-10`, `${name}-19`, lastOfMonth(name));
  }
  return [...days.filter((day) => day < TODAY), TODAY];
}

/** Lives the whole story in an office. @param women who were members before it began */
export async function liveStory(office: TestOffice, seed: number, women: number): Promise<Play> {
  office.clock.set(`${FIRST_DAY}T08:30:00.000Z`);
  await office.signIn(AWA);
  const oumou = await office.addPerson("coordinator", "oumou");
  const book = openBook(office.call.office.code);
  const play: Play = { office, book, dice: makeDice(seed), oumou, day: FIRST_DAY };
  await begin(play, women);
  await beginCash(play);
  await beginInsurance(play);
  await beginRents(play);
  await beginClasses(play);
  const days = openDays();
  for (const [index, day] of days.entries()) {
    play.day = day;
    office.clock.set(`${day}T08:30:00.000Z`);
    await office.signIn(AWA);
    await liveMembers(play);
    await liveInsurance(play);
    await liveRents(play);
    await liveClasses(play, days[index - 1] ?? plusDays(day, -1), days[index + 1] ?? "2028-09-01");
    await liveCash(play);
  }
  return play;
}
