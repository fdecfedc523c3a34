import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { accept } from "../../../src/contract/results.ts";
import type { WriteDoor } from "../../../src/data/writeDoor.ts";
import { addDays, addMonths, monthOf } from "../../../src/domain/calendar.ts";
import type { Call } from "../../../src/services/call.ts";
import { type Dice, makeDice } from "../../../src/services/demo/dice.ts";

/** Something that is written down on a day. */
export interface Event {
  readonly on: CalendarDate;
  book(door: WriteDoor): void;
}

/** An office's years while they are invented; nothing is written before `writeStory`. */
export interface Story {
  readonly dice: Dice;
  /** The first days of its months, oldest first; the last of them is the month before the running one. */
  readonly months: readonly CalendarDate[];
  /** What happens, in the order in which it was thought of. */
  readonly events: Event[];
}

export function beginStory(call: Call, months: number, seed: number): Story {
  const start = addMonths(`${monthOf(call.today())}-01`, -months);
  return {
    dice: makeDice(seed),
    months: Array.from({ length: months }, (_, index) => addMonths(start, index)),
    events: [],
  };
}

export const firstOf = ({ months }: Story): CalendarDate => months[0] ?? "2020-01-01";

/** The last day of a story. */
export function lastOf({ months }: Story): CalendarDate {
  return addDays(addMonths(months.at(-1) ?? "2020-01-01", 1), -1);
}

/** Notes what happens on a day, unless the story is over by then. */
export function note(story: Story, on: CalendarDate, book: (door: WriteDoor) => void): void {
  if (on <= lastOf(story)) story.events.push({ on, book });
}

/** Writes a story through the door: one transaction a month, its days in order. */
export function writeStory(call: Call, { months, events }: Story): void {
  const byMonth = Map.groupBy(events, ({ on }) => monthOf(on));
  for (const first of months) {
    const ofMonth = (byMonth.get(monthOf(first)) ?? []).toSorted((a, b) => a.on.localeCompare(b.on));
    const at = `${addDays(addMonths(first, 1), -1)}T16:00:00.000Z`;
    call.office.write(call.user.id, at, (door) => {
      for (const event of ofMonth) event.book(door);
      return accept(null);
    });
  }
}
