import { type ComboboxItem, type OptionsFilter, Select } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { CareCategory } from "../../../../src/contract/insuranceTerms.ts";
import { startsAWord } from "./claimForm.ts";

interface CategoryFieldProps {
  readonly label: string | undefined;
  /** Read out instead of the label, which stands over the first line only. */
  readonly name: string;
  readonly value: CareCategory | null;
  readonly error: ReactNode;
  readonly onChange: (category: CareCategory | null) => void;
}

const byFirstLetters: OptionsFilter = ({ options, search }) =>
  (options as ComboboxItem[]).filter(({ label }) => startsAWord(label, search));

/** The kind of care by its first letters; Enter takes the first that fits, and so does leaving with Tab. */
export function CategoryField({ label, name, value, error, onChange }: CategoryFieldProps) {
  const { t } = useTranslation("insurance");
  const [typed, setTyped] = useState("");
  const labels = CareCategory.options.map((category) => ({
    value: category,
    label: t(`categories.${category}`),
  }));
  const takeTyped = () => {
    const isAsShown = labels.some((one) => one.value === value && one.label === typed);
    if (typed.trim() === "" || isAsShown) return;
    const found = labels.find((one) => startsAWord(one.label, typed));
    if (found) onChange(found.value);
  };
  return (
    <Select
      label={label}
      aria-label={name}
      data={labels}
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      allowDeselect={false}
      filter={byFirstLetters}
      onSearchChange={setTyped}
      value={value}
      error={error}
      onChange={(chosen) => onChange(CareCategory.options.find((one) => one === chosen) ?? null)}
      onKeyDown={(event) => {
        if (event.key === "Tab") takeTyped();
      }}
    />
  );
}
