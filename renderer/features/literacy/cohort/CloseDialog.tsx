import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FormDialog } from "../FormDialog.tsx";
import { useStayForm, usualDay } from "./useStayForm.ts";

interface CloseDialogProps {
  readonly file: CohortFile;
  readonly onClose: () => void;
}

/** Ends the class for everybody who is still in it. */
export function CloseDialog({ file, onClose }: CloseDialogProps) {
  const { t } = useTranslation("literacy");
  const notice = useNotice();
  const { form, saving } = useStayForm({
    step: "closeCohort",
    initial: { on: usualDay(file.details) },
    input: () => ({ id: file.id }),
    onDone: () => {
      notice(t("cohort.closeDone"));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("cohort.close")}
      action={t("cohort.close")}
      tone="attention"
      saving={saving}
      onClose={onClose}
    >
      <Text size="sm">{t("cohort.closeText")}</Text>
      <DateField
        label={t("cohort.closeOn")}
        required
        data-autofocus
        {...form.getInputProps("on")}
        value={form.values.on}
      />
    </FormDialog>
  );
}
