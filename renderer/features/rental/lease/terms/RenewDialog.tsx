import { TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { addMonths } from "../../../../../src/domain/calendar.ts";
import { newId } from "../../../../lib/newId.ts";
import { today as todayNow } from "../../../../lib/today.ts";
import { dayAsTyped } from "../../../../lib/typedDay.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { DateField } from "../../../../ui/DateField.tsx";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { dayOrNone } from "../../typed.ts";
import { useSending } from "../../useSending.ts";

interface RenewDialogProps {
  readonly file: LeaseFile;
  readonly onClose: () => void;
}

/** A later last day; a year more is what is usual. */
export function RenewDialog({ file, onClose }: RenewDialogProps) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const [endsOn, setEndsOn] = useState(() =>
    file.endsOn === null ? "" : dayAsTyped(addMonths(file.endsOn, 12)),
  );
  const [note, setNote] = useState("");
  const sending = useSending("renewLease", {
    fields: ["endsOn", "note"],
    input: () => ({ id, leaseId: file.id, endsOn: dayOrNone(endsOn, today, true), note }),
    onDone: () => {
      notice(t("changes.saved"));
      onClose();
    },
  });
  return (
    <FormDialog title={t("changes.renew")} submit={t("changes.save")} sending={sending} onClose={onClose}>
      <DateField
        label={t("changes.endsOn")}
        description={t("changes.endsHint")}
        coming
        data-autofocus
        value={endsOn}
        onChange={setEndsOn}
        error={sending.errorAt("endsOn")}
      />
      <TextInput
        label={t("changes.note")}
        maxLength={160}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={sending.errorAt("note")}
      />
    </FormDialog>
  );
}
