import { Button, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { BudgetUse } from "../../../../src/contract/cashbookTerms.ts";
import { newId } from "../../../lib/newId.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { FRANCS } from "../../../ui/numberFields.ts";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useFormFaults } from "../formFaults.ts";
import classes from "./Budget.module.css";

interface LineFieldsProps {
  readonly line: BudgetUse;
  readonly year: number;
  readonly onClose: () => void;
}

type Values = { amount: number | ""; note: string };

/** The year's amount of one line; Enter keeps it, Escape leaves it, nothing takes the line away. */
export function LineFields({ line, year, onClose }: LineFieldsProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const [id] = useState(() => line.id ?? newId());
  const input = ({ amount, note }: Values) => ({
    id,
    year,
    account: line.account,
    project: line.project,
    amount: amount === "" ? 0 : amount,
    note: note.trim(),
  });
  const validate = useFormFaults<Values>({ schema: cashbook.saveBudgetLine.input, input, required: [] });
  const form = useForm<Values>({
    initialValues: { amount: line.id === null ? "" : line.planned, note: line.note },
    validate,
  });
  const { submit, refusal, pending } = useSaving({
    operation: "cashbook.saveBudgetLine",
    form,
    input,
    onDone: onClose,
  });
  return (
    <form
      onSubmit={submit}
      noValidate
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <RefusalNotice refusal={refusal} />
      <div className={classes.edit}>
        <NumberInput
          className={classes.amount ?? ""}
          aria-label={t("budget.planned")}
          {...FRANCS}
          autoFocus
          {...form.getInputProps("amount")}
        />
        <TextInput
          aria-label={t("budget.note")}
          placeholder={t("budget.note")}
          maxLength={160}
          style={{ flex: "1 1 10rem" }}
          {...form.getInputProps("note")}
        />
        <Button type="submit" loading={pending}>
          {t("common:save")}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
      </div>
    </form>
  );
}
