import type { FormErrors } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { errorsBy, useRefusalText } from "../../lib/refusals.ts";
import { today as todayNow } from "../../lib/today.ts";
import { readTypedDay } from "../../lib/typedDay.ts";

interface Checks<Values> {
  readonly schema: z.ZodType;
  /** What would be sent, with `null` for what is missing. */
  readonly input: (values: Values) => unknown;
  readonly required: readonly (keyof Values & string)[];
  /** Fields that hold a day as it is typed. */
  readonly days?: readonly (keyof Values & string)[];
}

/** `2026-11-23` for what was typed; null for nothing and for what is no day. */
export function dayTyped(typed: string, today: CalendarDate = todayNow()): CalendarDate | null {
  const read = readTypedDay(typed, today);
  return read.kind === "day" ? read.day : null;
}

/** What is wrong with a form before it is sent: what is missing, days that nobody can read, then the contract. */
export function useFormFaults<Values>({ schema, input, required, days = [] }: Checks<Values>) {
  const { t } = useTranslation("cashbook");
  const text = useRefusalText();
  return (values: Values): FormErrors => {
    const faults: FormErrors = errorsBy<unknown>(schema, text)(input(values));
    for (const field of days) {
      if (readTypedDay(String(values[field]), todayNow()).kind === "unreadable")
        faults[field] = t("dayUnreadable");
    }
    for (const field of required) {
      const value = values[field];
      if (value === null || (typeof value === "string" && value.trim() === ""))
        faults[field] = text({ code: "request.required" });
    }
    return faults;
  };
}
