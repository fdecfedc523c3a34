import { Select, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { newId } from "../../../../lib/newId.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { today as todayNow } from "../../../../lib/today.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { Fields } from "../../../../ui/Fields.tsx";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { useSending } from "../../useSending.ts";
import { showMonth } from "../../words.ts";
import { monthsOf, proposedStart } from "./revising.ts";

interface RentFreeDialogProps {
  readonly file: LeaseFile;
  readonly onClose: () => void;
}

/** Whole months for which no rent is asked: works, a gift, a strike of the market. */
export function RentFreeDialog({ file, onClose }: RentFreeDialogProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const notice = useNotice();
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const months = monthsOf(file, today).map((month) => ({ value: month, label: showMonth(month, language) }));
  const [from, setFrom] = useState(() => proposedStart(file, today).slice(0, 7));
  const [to, setTo] = useState(from);
  const [note, setNote] = useState("");
  const sending = useSending("grantRentFree", {
    fields: ["from", "to", "note"],
    input: () => ({ id, leaseId: file.id, from, to, note }),
    onDone: () => {
      notice(t("changes.saved"));
      onClose();
    },
  });
  const month = {
    data: months,
    searchable: true,
    openOnFocus: false,
    allowDeselect: false,
    required: true,
  } as const;
  return (
    <FormDialog title={t("changes.rentFree")} submit={t("changes.save")} sending={sending} onClose={onClose}>
      <Fields>
        <Select
          {...month}
          label={t("changes.firstMonth")}
          data-autofocus
          value={from}
          onChange={(next) => {
            if (next === null) return;
            setFrom(next);
            if (to < next) setTo(next);
          }}
          error={sending.errorAt("from")}
        />
        <Select
          {...month}
          label={t("changes.lastMonth")}
          value={to}
          onChange={(next) => next !== null && setTo(next)}
          error={sending.errorAt("to")}
        />
      </Fields>
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
