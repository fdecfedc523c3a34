import { type ComboboxItem, type OptionsFilter, Select, type SelectProps } from "@mantine/core";
import { useState } from "react";
import type { Account, AccountCode } from "../../../src/contract/cashbookTerms.ts";
import { fitsAccount } from "./accountSearch.ts";
import { useChart } from "./useChart.ts";

const byWords: OptionsFilter = ({ options, search }) =>
  (options as ComboboxItem[]).filter(({ label }) => fitsAccount(label, search));

interface AccountFieldProps extends Omit<SelectProps, "data" | "onChange" | "value" | "filter"> {
  readonly value: AccountCode | null;
  readonly onChange: (account: AccountCode | null) => void;
  /** Which accounts are offered; all of them when left out. */
  readonly offers?: (account: Account) => boolean;
}

/** An account by the beginnings of its words or its number; Enter takes the first that fits, and so does Tab. */
export function AccountField({ value, onChange, offers = () => true, ...rest }: AccountFieldProps) {
  const { accounts, wordsOf } = useChart();
  const [typed, setTyped] = useState("");
  const data = accounts
    .filter((account) => offers(account) || account.code === value)
    .map((account) => ({ value: account.code, label: `${account.number} · ${wordsOf(account)}` }));
  const takeTyped = (): boolean => {
    const isAsShown = data.some((one) => one.value === value && one.label === typed);
    const found = data.find(({ label }) => fitsAccount(label, typed));
    if (typed.trim() === "" || isAsShown || !found) return false;
    onChange(found.value);
    return true;
  };
  return (
    <Select
      searchable
      openOnFocus={false}
      selectFirstOptionOnChange
      allowDeselect={false}
      comboboxProps={{ width: "max-content", position: "bottom-start" }}
      {...rest}
      data={data}
      filter={byWords}
      value={value}
      onChange={onChange}
      onSearchChange={setTyped}
      onKeyDown={(event) => {
        // Enter takes the line that the list marks; right after the first letter it has marked none yet.
        const isMarked = event.currentTarget.getAttribute("aria-activedescendant") !== null;
        const takes = event.key === "Tab" || (event.key === "Enter" && !isMarked);
        if (takes && takeTyped() && event.key === "Enter") event.preventDefault();
      }}
    />
  );
}
