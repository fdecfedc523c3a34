import { Button, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Account, Voucher } from "../../../../src/contract/cashbookTerms.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { AccountField } from "../AccountField.tsx";
import { ProjectField } from "../ProjectField.tsx";
import { TillField } from "../TillField.tsx";
import { AmountField } from "./AmountField.tsx";
import classes from "./Entry.module.css";
import type { Direction } from "./entryForm.ts";
import { RestoredNote } from "./RestoredNote.tsx";
import { useVoucherForm } from "./useVoucherForm.ts";

interface VoucherFormProps {
  readonly direction: Direction;
  readonly onDone: (voucher: Voucher) => void;
}

/** What nobody chooses by hand, what is closed and what goes the other way is not offered. */
function offeredFor(direction: Direction) {
  return ({ automatic, active, side }: Account) =>
    !automatic && active && (side === "balance" || side === (direction === "in" ? "income" : "expense"));
}

/** Amount first, then what for; Enter books it. */
export function VoucherForm({ direction, onDone }: VoucherFormProps) {
  const { t } = useTranslation("cashbook");
  const { form, restored, discard, asksReference, submit, refusal, pending } = useVoucherForm(
    direction,
    onDone,
  );
  const startOver = () => {
    form.reset();
    discard();
  };
  return (
    <form onSubmit={submit} noValidate>
      <RefusalNotice refusal={refusal} />
      {restored && refusal === null && <RestoredNote onStartOver={startOver} />}
      <div className={classes.grid}>
        <AmountField
          value={form.values.amount}
          onChange={(amount) => form.setFieldValue("amount", amount)}
          error={form.errors.amount}
        />
        <AccountField
          className={`${classes.four} ${classes.tall}`}
          label={t("account")}
          placeholder={t("entry.accountHint")}
          required
          offers={offeredFor(direction)}
          {...form.getInputProps("account")}
          value={form.values.account}
        />
        <TextInput
          className={classes.four}
          label={t("entry.words")}
          placeholder={t(`entry.wordsHint.${direction}`)}
          maxLength={160}
          required
          {...form.getInputProps("words")}
        />
        <TextInput
          className={classes.two}
          label={t(`entry.payee.${direction}`)}
          maxLength={80}
          {...form.getInputProps("payee")}
        />
        <TillField
          className={classes.two}
          label={t("till")}
          {...form.getInputProps("till")}
          value={form.values.till}
        />
        <DateField
          className={classes.two}
          label={t("date")}
          required
          {...form.getInputProps("datedOn")}
          value={form.values.datedOn}
        />
        {asksReference && (
          <TextInput
            className={classes.two}
            label={t("reference")}
            maxLength={60}
            {...form.getInputProps("reference")}
          />
        )}
        <ProjectField
          className={classes.two}
          label={t("project")}
          placeholder={t("entry.noProject")}
          active
          {...form.getInputProps("project")}
          value={form.values.project}
        />
      </div>
      <div className={classes.bar}>
        <span />
        <Button type="submit" loading={pending}>
          {t(`entry.save.${direction}`)}
        </Button>
      </div>
    </form>
  );
}
