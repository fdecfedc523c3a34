import type { ClassSession } from "../../../../src/contract/literacyTerms.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";

/** What a session of the week is for who looks at it. */
export type WeekState = "toEnter" | "planned" | "entered" | "cancelled" | "holiday";

/** A planned session waits to be entered from its day on; a feast takes it away without anybody's doing. */
export function stateOf(
  session: Pick<ClassSession, "id" | "state" | "onDay" | "cancelReason">,
  today: CalendarDate,
): WeekState {
  if (session.state === "held") return "entered";
  if (session.state === "cancelled") return session.id === null ? "holiday" : "cancelled";
  return session.onDay <= today ? "toEnter" : "planned";
}

/** Women who came, of those who were noted and not excused. */
export function presenceOf({ marks }: Pick<ClassSession, "marks">): { came: number; noted: number } {
  return {
    came: marks.filter(({ mark }) => mark === "P" || mark === "L").length,
    noted: marks.filter(({ mark }) => mark !== "E").length,
  };
}
