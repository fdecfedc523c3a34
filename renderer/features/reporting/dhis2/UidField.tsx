import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { isWrongUid } from "./mappingForm.ts";

interface UidFieldProps extends Omit<TextInputProps, "value" | "onChange" | "onBlur"> {
  readonly value: string;
  readonly onChange: (text: string) => void;
}

/** A name of DHIS2; what cannot be one is said as soon as the field is left. */
export function UidField({ value, onChange, ...rest }: UidFieldProps) {
  const { t } = useTranslation("reports");
  const [isTyping, setTyping] = useState(false);
  return (
    <TextInput
      {...rest}
      maxLength={40}
      spellCheck={false}
      autoComplete="off"
      styles={{ input: { fontFamily: 'ui-monospace, "DejaVu Sans Mono", Consolas, monospace' } }}
      value={value}
      error={!isTyping && isWrongUid(value) ? t("dhis2.uidWrong") : undefined}
      onFocus={() => setTyping(true)}
      onBlur={() => setTyping(false)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
