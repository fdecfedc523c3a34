import { useForm } from "@mantine/form";
import { useState } from "react";
import { literacy } from "../../../../src/contract/literacy.ts";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { dayTyped, useFormFaults } from "../formFaults.ts";

type Step = "admit" | "comeBack" | "leave" | "move" | "closeCohort";

interface StayForm<N extends Step, Values extends { on: string }> {
  readonly step: N;
  readonly initial: Values;
  /** What goes along with the day. */
  readonly input: (values: Values) => Record<string, unknown>;
  readonly required?: readonly (keyof Values & string)[];
  readonly onDone: (file: CohortFile) => void;
}

/** A small form of a day and a few choices that one step of a stay takes. */
export function useStayForm<N extends Step, Values extends { on: string }>(about: StayForm<N, Values>) {
  const { step, initial, input, required = [], onDone } = about;
  const [today] = useState(todayNow);
  const schema = literacy[step].input;
  const whole = (values: Values) => ({ ...input(values), on: dayTyped(values.on, today) });
  const validate = useFormFaults<Values>({
    schema,
    input: whole,
    required: ["on" as keyof Values & string, ...required],
    days: ["on" as keyof Values & string],
  });
  const form = useForm<Values>({ initialValues: initial, validate });
  const saving = useSaving({
    operation: `literacy.${step}` as const,
    form,
    // What the schema of this step has parsed is its input.
    input: (values) => schema.parse(whole(values)) as never,
    onDone: (file) => onDone(file as CohortFile),
  });
  return { form, saving };
}

/** Today, or the class' first or last day where today is outside of it, as a field shows it. */
export function usualDay({
  startsOn,
  endsOn,
}: {
  readonly startsOn: CalendarDate;
  readonly endsOn: CalendarDate;
}): string {
  const today = todayNow();
  if (today < startsOn) return dayAsTyped(startsOn);
  return dayAsTyped(today > endsOn ? endsOn : today);
}
