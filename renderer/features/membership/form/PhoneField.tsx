import { TextInput, type TextInputProps } from "@mantine/core";
import { readPhone, showPhone } from "../../../../src/domain/phone.ts";

export interface PhoneFieldProps extends Omit<TextInputProps, "value" | "onChange" | "onBlur"> {
  readonly value?: string;
  readonly onChange?: (text: string) => void;
  readonly onBlur?: (event: React.FocusEvent<HTMLInputElement>) => void;
}

/** `0022376123456` → `76 12 34 56`; what is not one number stays as typed. */
function asWritten(typed: string): string {
  const phone = readPhone(typed);
  return phone === null || phone.rest !== "" ? typed : showPhone(phone.e164);
}

/** A phone typed in any style; leaving the field writes it the way numbers are read aloud. */
export function PhoneField({ value = "", onChange, onBlur, ...rest }: PhoneFieldProps) {
  return (
    <TextInput
      placeholder="76 12 34 56"
      inputMode="tel"
      autoComplete="off"
      {...rest}
      value={value}
      onChange={(event) => onChange?.(event.currentTarget.value)}
      onBlur={(event) => {
        onChange?.(asWritten(value));
        onBlur?.(event);
      }}
    />
  );
}
