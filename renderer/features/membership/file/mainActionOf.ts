import type { MemberFile } from "../../../../src/contract/membership.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { addDays } from "../../../../src/domain/calendar.ts";

export type MainActionKind = "sell" | "renew" | "print" | "none";

/** A card is renewed from so many days before its end. */
const SOON_DAYS = 30;

/** What a person most likely came to this page for. */
export function mainActionOf({ member, cards }: MemberFile, today: CalendarDate): MainActionKind {
  switch (member.status) {
    case "left":
    case "deceased":
      return "none";
    case "new":
      return "sell";
    case "grace":
    case "expired":
      return "renew";
    case "current": {
      const endsSoon = member.paidUntil !== null && member.paidUntil <= addDays(today, SOON_DAYS);
      return endsSoon || !cards.some((card) => card.state === "valid") ? "renew" : "print";
    }
  }
}
