import type { FormErrors } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { CalendarDate } from "../../../src/contract/primitives.ts";
import { errorsBy, useRefusalText } from "../../lib/refusals.ts";
import { today as todayNow } from "../../lib/today.ts";
import { readComingDay, readTypedDay } from "../../lib/typedDay.ts";

/** A number while it is being typed: empty stands for none. */
export type Typed = number | "";

/** `2026-11-23` for what was typed; null for nothing and for what is no day. @param coming for a day to come */
export function dayTyped(typed: string, today: CalendarDate, coming = false): CalendarDate | null {
  const read = (coming ? readComingDay : readTypedDay)(typed, today);
  return read.kind === "day" ? read.day : null;
}

interface Checks<Values> {
  readonly schema: z.ZodType;
  /** What would be sent, with `null` or nothing for what is missing. */
  readonly input: (values: Values) => unknown;
  readonly required: readonly (keyof Values & string)[];
  /** Fields that hold a day as it is typed. */
  readonly days?: readonly (keyof Values & string)[];
}

/** `details.name` and `name` are one field on a form whose values are the details. */
const ofForm = (path: string) => path.replace(/^details\./, "");

const isEmpty = (value: unknown) => value === null || (typeof value === "string" && value.trim() === "");

/** What is wrong with a form before it is sent: what is missing, days that nobody can read, then the contract. */
export function useFormFaults<Values>({ schema, input, required, days = [] }: Checks<Values>) {
  const { t } = useTranslation("literacy");
  const text = useRefusalText();
  return (values: Values): FormErrors => {
    const faults: FormErrors = Object.fromEntries(
      Object.entries(errorsBy<unknown>(schema, text)(input(values))).map(([path, fault]) => [
        ofForm(path),
        fault,
      ]),
    );
    for (const field of days)
      if (readTypedDay(String(values[field]), todayNow()).kind === "unreadable")
        faults[field] = t("dayUnreadable");
    for (const field of required)
      if (isEmpty(values[field])) faults[field] = text({ code: "request.required" });
    return faults;
  };
}
