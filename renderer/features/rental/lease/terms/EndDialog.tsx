import { Select, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EndReason } from "../../../../../src/contract/rentalTerms.ts";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { isCalendarDate } from "../../../../../src/domain/calendar.ts";
import { showDay } from "../../../../lib/format.ts";
import { today as todayNow } from "../../../../lib/today.ts";
import { dayAsTyped } from "../../../../lib/typedDay.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { DateField } from "../../../../ui/DateField.tsx";
import { Fields } from "../../../../ui/Fields.tsx";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { dayInput } from "../../typed.ts";
import { useSending } from "../../useSending.ts";
import { useChargeWords } from "../../words.ts";
import classes from "../Lease.module.css";
import { lastCharges, proposedEnd } from "./ending.ts";

interface EndDialogProps {
  readonly file: LeaseFile;
  readonly onClose: () => void;
}

/** Ends the lease on a day, today and the notice at first; shows what the last period then costs. */
export function EndDialog({ file, onClose }: EndDialogProps) {
  const { t } = useTranslation("rental");
  const { on, setOn, reason, setReason, note, setNote, day, proposed, sending } = useEnding(file, onClose);
  return (
    <FormDialog
      title={t("end.title")}
      submit={t("end.go")}
      tone="attention"
      sending={sending}
      onClose={onClose}
    >
      <Text size="sm">{t("end.text")}</Text>
      <Fields>
        <DateField
          label={t("end.on")}
          description={t("end.proposed", { on: showDay(proposed) })}
          coming
          required
          data-autofocus
          value={on}
          onChange={setOn}
          error={sending.errorAt("on")}
        />
        <Select
          label={t("end.reason")}
          data={EndReason.options.map((value) => ({ value, label: t(`lease.endReasons.${value}`) }))}
          allowDeselect={false}
          required
          value={reason}
          onChange={setReason}
          error={sending.errorAt("reason")}
        />
      </Fields>
      <TextInput
        label={t("end.note")}
        maxLength={160}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        error={sending.errorAt("note")}
      />
      {isCalendarDate(day) && <LastCharges file={file} on={day} />}
    </FormDialog>
  );
}

function useEnding(file: LeaseFile, onClose: () => void) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const [today] = useState(todayNow);
  const [proposed] = useState(() => proposedEnd(file, today));
  const [on, setOn] = useState(() => dayAsTyped(proposed));
  const [reason, setReason] = useState<EndReason | null>(null);
  const [note, setNote] = useState("");
  const day = dayInput(on, today, true);
  const sending = useSending("terminateLease", {
    fields: ["on", "reason", "note"],
    input: () => ({ id: file.id, on: day, reason: reason ?? "", note }),
    onDone: ({ number }) => {
      notice(t("end.done", { number }));
      onClose();
    },
  });
  return { on, setOn, reason, setReason, note, setNote, day, proposed, sending };
}

const SHOWN = 3;

function LastCharges({ file, on }: { readonly file: LeaseFile; readonly on: string }) {
  const { t } = useTranslation("rental");
  const words = useChargeWords();
  const charges = lastCharges(file, on, SHOWN);
  if (charges.length === 0) return null;
  return (
    <section aria-label={t("end.last")} aria-live="polite">
      <Text size="sm" c="dimmed">
        {t("end.last")}
      </Text>
      <ul className={classes.lines}>
        {charges.map((charge) => (
          <li key={charge.key} className={classes.line}>
            <span>
              {words(charge)}{" "}
              <span className={classes.soft}>
                {showDay(charge.from)} → {showDay(charge.to)}
              </span>
            </span>
            <Amount francs={charge.amount} />
          </li>
        ))}
      </ul>
    </section>
  );
}
