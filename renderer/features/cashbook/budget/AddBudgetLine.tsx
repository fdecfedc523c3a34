import { Button, NumberInput, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { ProjectCode } from "../../../../src/contract/cashbookTerms.ts";
import { newId } from "../../../lib/newId.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { FRANCS } from "../../../ui/numberFields.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { AccountField } from "../AccountField.tsx";
import { useFormFaults } from "../formFaults.ts";
import { ProjectField } from "../ProjectField.tsx";
import classes from "./Budget.module.css";

interface AddBudgetLineProps {
  readonly year: number;
  /** Of the lines that are shown. */
  readonly project: ProjectCode | null;
}

/** One more line below the others; after each the next can be typed. */
export function AddBudgetLine(props: AddBudgetLineProps) {
  const { t } = useTranslation("cashbook");
  const [added, setAdded] = useState(0);
  return (
    <Panel title={t("budget.add")} text={t("budget.addText")}>
      <LineForm
        key={`${props.year} ${props.project} ${added}`}
        {...props}
        again={added > 0}
        onDone={() => setAdded(added + 1)}
      />
    </Panel>
  );
}

interface LineFormProps extends AddBudgetLineProps {
  readonly again: boolean;
  readonly onDone: () => void;
}

type Values = { account: string | null; project: string | null; amount: number | ""; note: string };

const Input = cashbook.saveBudgetLine.input;

function LineForm({ year, project, again, onDone }: LineFormProps) {
  const { t } = useTranslation(["cashbook", "common"]);
  const [id] = useState(newId);
  const input = ({ amount, note, ...about }: Values) => ({
    id,
    year,
    ...about,
    amount: amount === "" ? null : amount,
    note: note.trim(),
  });
  const validate = useFormFaults<Values>({ schema: Input, input, required: ["account", "amount"] });
  const form = useForm<Values>({ initialValues: { account: null, project, amount: "", note: "" }, validate });
  const { submit, refusal, pending } = useSaving({
    operation: "cashbook.saveBudgetLine",
    form,
    input: (values) => Input.parse(input(values)),
    onDone,
  });
  return (
    <form onSubmit={submit} noValidate>
      <RefusalNotice refusal={refusal} />
      <div className={classes.edit}>
        <AccountField
          aria-label={t("account")}
          placeholder={t("account")}
          autoFocus={again}
          offers={({ active, side }) => active && side !== "balance"}
          style={{ flex: "2 1 15rem" }}
          {...form.getInputProps("account")}
          value={form.values.account}
        />
        <ProjectField
          aria-label={t("project")}
          placeholder={t("entry.noProject")}
          active
          style={{ flex: "1 1 9rem" }}
          {...form.getInputProps("project")}
          value={form.values.project}
        />
        <NumberInput
          className={classes.amount ?? ""}
          aria-label={t("budget.planned")}
          placeholder={t("budget.planned")}
          {...FRANCS}
          {...form.getInputProps("amount")}
        />
        <TextInput
          aria-label={t("budget.note")}
          placeholder={t("budget.note")}
          maxLength={160}
          style={{ flex: "1 1 9rem" }}
          {...form.getInputProps("note")}
        />
        <Button
          type="submit"
          variant="default"
          loading={pending}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t("common:add")}
        </Button>
      </div>
    </form>
  );
}
