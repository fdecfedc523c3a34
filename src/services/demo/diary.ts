import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays } from "../../domain/calendar.ts";

/** Something that people do on a day. */
export type Step = () => Promise<unknown> | undefined;

/** What is to happen, by day; what was noted first happens first. */
export class Diary {
  readonly #steps = new Map<CalendarDate, Step[]>();
  #day: CalendarDate;

  /** @param start the first day that is lived */
  constructor(start: CalendarDate) {
    this.#day = start;
  }

  /** The next day to live, or the one that is being lived. */
  get day(): CalendarDate {
    return this.#day;
  }

  /**
   * Notes a step; during a day it may be for that day too.
   * @throws for a day that is over
   */
  note(on: CalendarDate, step: Step): void {
    if (on < this.#day) throw new Error(`${on} is over`);
    const steps = this.#steps.get(on);
    if (steps === undefined) this.#steps.set(on, [step]);
    else steps.push(step);
  }

  /** Lives day after day up to this one, included. @param dawn is told each day on which something happens */
  async live(until: CalendarDate, dawn: (day: CalendarDate) => void): Promise<void> {
    for (; this.#day <= until; this.#day = addDays(this.#day, 1)) {
      const steps = this.#steps.get(this.#day) ?? [];
      if (steps.length > 0) dawn(this.#day);
      // A step may add others to its own day.
      for (let index = 0; index < steps.length; index += 1) await steps[index]?.();
      this.#steps.delete(this.#day);
    }
  }
}
