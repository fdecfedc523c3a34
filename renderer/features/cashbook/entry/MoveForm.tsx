import { Button, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Voucher } from "../../../../src/contract/cashbookTerms.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { TillField } from "../TillField.tsx";
import { AmountField } from "./AmountField.tsx";
import classes from "./Entry.module.css";
import { RestoredNote } from "./RestoredNote.tsx";
import { useRemitForm, useTransferForm } from "./useMoveForm.ts";

interface MoveFormProps {
  readonly way: "transfer" | "remit";
  readonly onDone: (voucher: Voucher) => void;
}

/** Money that only changes its place. */
export function MoveForm({ way, onDone }: MoveFormProps) {
  return way === "transfer" ? <TransferForm onDone={onDone} /> : <RemitForm onDone={onDone} />;
}

type WithDone = Pick<MoveFormProps, "onDone">;

function TransferForm({ onDone }: WithDone) {
  return <MoveFields way="transfer" move={useTransferForm(onDone)} />;
}

function RemitForm({ onDone }: WithDone) {
  return <MoveFields way="remit" move={useRemitForm(onDone)} />;
}

interface MoveFieldsProps extends Pick<MoveFormProps, "way"> {
  readonly move: ReturnType<typeof useRemitForm>;
}

function MoveFields({ way, move }: MoveFieldsProps) {
  const { t } = useTranslation("cashbook");
  const { form, restored, discard, submit, refusal, pending } = move;
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
        <TillField
          className={`${classes.two} ${classes.tall}`}
          label={t("entry.from")}
          {...form.getInputProps("from")}
          value={form.values.from}
        />
        {way === "transfer" ? (
          <TillField
            className={`${classes.two} ${classes.tall}`}
            label={t("entry.to")}
            placeholder={t("entry.choose")}
            {...form.getInputProps("to")}
            value={form.values.to}
          />
        ) : (
          <TextInput
            className={`${classes.two} ${classes.tall}`}
            label={t("entry.carrier")}
            description={t("entry.carrierHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            maxLength={80}
            {...form.getInputProps("payee")}
          />
        )}
        <DateField
          className={classes.two}
          label={t("date")}
          required
          {...form.getInputProps("datedOn")}
          value={form.values.datedOn}
        />
        <TextInput
          className={classes.two}
          label={t("reference")}
          maxLength={60}
          {...form.getInputProps("reference")}
        />
        <TextInput
          className={classes.two}
          label={t("entry.note")}
          maxLength={160}
          {...form.getInputProps("words")}
        />
      </div>
      <div className={classes.bar}>
        <span />
        <Button type="submit" loading={pending}>
          {t(`entry.save.${way}`)}
        </Button>
      </div>
    </form>
  );
}
