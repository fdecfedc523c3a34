import { addDays, addMonths } from "../../domain/calendar.ts";
import { dayIn, isHere, type Life, monthsOf, openDay, unless, type Woman } from "./life.ts";

/** Of a hundred women so many carry the booklet to the monthly check-up. */
const BOOKLET_PERCENT = 40;
/** The booklets of the first months were not copied. */
const MONTHS = 15;

/** Stamps of a month whose report is out, found when the booklets were looked through: the report is corrected. */
function noteLate(life: Life, women: readonly Woman[], facility: string): void {
  const month = addMonths(`${life.end.slice(0, 7)}-01`, -2);
  const doneOn = addDays(month, 26);
  const on = openDay(addDays(life.end, -18));
  if (doneOn <= addDays(life.start, 40)) return;
  const late = women.filter((woman) => isHere(woman, on) && woman.entersOn < doneOn).slice(0, 4);
  for (const { id: memberId } of late)
    life.on(on, () => {
      const checkup = { id: life.newId(), memberId, doneOn, facility, stamp: "" };
      return unless(["checkup.twice"], life.as("healthWorker")("insurance.recordCheckup", checkup));
    });
}

/** Notes what the health worker copies from the booklets: most come every month, some now and then. */
export function noteCheckups(life: Life): void {
  const dice = life.dice("checkups");
  const facility = `Centre de santé de référence de ${life.story.name}`;
  const since = addMonths(`${life.end.slice(0, 7)}-01`, 1 - MONTHS);
  const months = monthsOf(life).filter((first) => first >= since);
  const women = life.women.filter(() => dice.percent(BOOKLET_PERCENT));
  for (const woman of women) {
    const comes = 45 + dice.roll(53);
    for (const first of months) {
      const on = dayIn(first, 1 + dice.roll(26));
      if (on > life.end || !isHere(woman, on) || woman.entersOn >= on || !dice.percent(comes)) continue;
      const checkup = { id: life.newId(), memberId: woman.id, doneOn: on, facility };
      const stamp = `${on.slice(2, 4)}${on.slice(5, 7)}-${10 + dice.roll(90)}`;
      life.on(on, () => life.as("healthWorker")("insurance.recordCheckup", { ...checkup, stamp }));
    }
  }
  noteLate(life, women, facility);
}
