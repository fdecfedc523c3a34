import { TextInput, type TextInputProps } from "@mantine/core";
import type { CalendarDate } from "../../src/contract/primitives.ts";
import { useLanguage } from "../lib/refusals.ts";
import { today } from "../lib/today.ts";
import { dayAsTyped, readComingDay, readTypedDay } from "../lib/typedDay.ts";

export interface DateFieldProps extends Omit<TextInputProps, "value" | "onChange" | "onBlur" | "type"> {
  /** As typed; the form reads it with `readTypedDay`. */
  readonly value: string;
  readonly onChange: (text: string) => void;
  /** The person left the field: the moment to check it. */
  readonly onLeave?: () => void;
  /** A day to come: the form reads it with `readComingDay`. */
  readonly coming?: boolean;
}

function inWords(day: CalendarDate, language: string): string {
  const words = new Intl.DateTimeFormat(language, { dateStyle: "full", timeZone: "UTC" });
  return words.format(new Date(`${day}T00:00:00Z`));
}

/**
 * A day that is typed in any usual way (`23112026`, `23/11/26`, `23-11-2026`). Below stands how it was understood;
 * leaving the field writes it out in full.
 */
export function DateField({ value, onChange, onLeave, coming, description, ...rest }: DateFieldProps) {
  const language = useLanguage();
  const read = (coming ? readComingDay : readTypedDay)(value, today());
  return (
    <TextInput
      placeholder={language === "fr" ? "jj/mm/aaaa" : "dd/mm/yyyy"}
      inputMode="numeric"
      autoComplete="off"
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={read.kind === "day" ? inWords(read.day, language) : description}
      {...rest}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => {
        // Only what changes is told: an error that went on leaving would move the button that is being clicked.
        const whole = read.kind === "day" ? dayAsTyped(read.day) : value;
        if (whole !== value) onChange(whole);
        onLeave?.();
      }}
    />
  );
}
