import { Select, type SelectProps } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Till } from "../../../src/contract/cashbookTerms.ts";
import { showFrancs } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { useTillName, useTills } from "./useTills.ts";

interface TillFieldProps extends Omit<SelectProps, "data" | "onChange" | "value"> {
  readonly value: string | null;
  readonly onChange: (till: string) => void;
}

/** One of this office's places; below it stands what lies there. */
export function TillField({ value, onChange, ...rest }: TillFieldProps) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const { tills } = useTills();
  const name = useTillName();
  const chosen = tills.find(({ key }) => key === value);
  const open = tills.filter(({ closed, key }) => !closed || key === value);
  return (
    <Select
      allowDeselect={false}
      required
      inputWrapperOrder={["label", "input", "description", "error"]}
      description={chosen && t("entry.lies", { amount: showFrancs(chosen.balance, language) })}
      {...rest}
      data={open.map((till) => ({ value: till.key, label: name(till) }))}
      value={value}
      onChange={(till) => till !== null && onChange(till)}
    />
  );
}

/** Whether what is paid there has a message or a slip with a reference: anything but cash. */
export function hasReference(tills: readonly Till[], key: string | null): boolean {
  const found = tills.find((till) => till.key === key);
  return found !== undefined && found.kind !== "cash";
}
