import type { TFunction } from "i18next";
import type { BirthDate } from "../../../src/contract/membership.ts";
import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { ageRange } from "../../../src/domain/membership/age.ts";

/** `24 ans`, `45 ou 46 ans`, `environ 46 ans`. */
export function ageShown(birth: BirthDate, today: CalendarDate, t: TFunction<"membership">): string {
  const { youngest, oldest } = ageRange(birth, today);
  if (birth.kind === "estimated") return t("birth.ageAbout", { count: oldest });
  if (youngest === oldest) return t("birth.age", { count: oldest });
  return t("birth.ageBetween", { youngest, oldest });
}
