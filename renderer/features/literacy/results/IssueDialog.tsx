import { Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { LearnerResult } from "../../../../src/contract/literacyViews.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FormDialog } from "../FormDialog.tsx";
import { dayTyped } from "../formFaults.ts";

interface IssueDialogProps {
  readonly cohortId: Id;
  /** Who passed and has none yet. */
  readonly due: readonly LearnerResult[];
  readonly onClose: () => void;
}

/** Numbered certificates for everybody who passed. It cannot be undone: marks stay as they are from then on. */
export function IssueDialog({ cohortId, due, onClose }: IssueDialogProps) {
  const { t } = useTranslation("literacy");
  const notice = useNotice();
  const form = useForm({
    initialValues: { on: dayAsTyped(todayNow()) },
    validate: { on: (typed) => (dayTyped(typed, todayNow()) === null ? t("dayUnreadable") : null) },
  });
  const saving = useSaving({
    operation: "literacy.issueCertificates",
    form,
    input: ({ on }) => ({ cohortId, on: dayTyped(on, todayNow()) ?? "" }),
    onDone: () => {
      notice(t("results.issued", { count: due.length }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("results.issueTitle")}
      action={t("results.issueGo", { count: due.length })}
      saving={saving}
      onClose={onClose}
    >
      <Text>{t("results.issueText", { count: due.length })}</Text>
      <DateField
        label={t("results.issueOn")}
        data-autofocus
        value={form.values.on}
        onChange={(typed) => form.setFieldValue("on", typed)}
        error={form.errors.on}
      />
    </FormDialog>
  );
}
