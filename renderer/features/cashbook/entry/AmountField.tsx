import { NumberInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { FRANCS } from "../../../ui/numberFields.ts";
import classes from "./Entry.module.css";

interface AmountFieldProps {
  readonly value: number | "";
  readonly onChange: (amount: number | "") => void;
  readonly error: ReactNode;
}

/** The first thing that is typed. */
export function AmountField({ value, onChange, error }: AmountFieldProps) {
  const { t } = useTranslation("cashbook");
  return (
    <NumberInput
      label={t("amount")}
      className={`${classes.two} ${classes.amount}`}
      {...FRANCS}
      max={999_999_999_999}
      required
      data-autofocus
      autoFocus
      value={value}
      onChange={(amount) => onChange(typeof amount === "number" ? amount : "")}
      error={error}
    />
  );
}
