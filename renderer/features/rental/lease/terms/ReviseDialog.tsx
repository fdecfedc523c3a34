import { NumberInput, SegmentedControl, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { isCalendarDate } from "../../../../../src/domain/calendar.ts";
import { newId } from "../../../../lib/newId.ts";
import { today as todayNow } from "../../../../lib/today.ts";
import { dayAsTyped } from "../../../../lib/typedDay.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { DateField } from "../../../../ui/DateField.tsx";
import { Fact, Facts, Fields } from "../../../../ui/Fields.tsx";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { FRANCS } from "../../../../ui/numberFields.ts";
import { dayInput, typedNumber } from "../../typed.ts";
import { useSending } from "../../useSending.ts";
import { proposedStart, type Revision, rateOf, revised } from "./revising.ts";

interface ReviseDialogProps {
  readonly file: LeaseFile;
  readonly onClose: () => void;
}

/** Another rent from a day on, by a rate or to an amount; both rents are shown before it is saved. */
export function ReviseDialog({ file, onClose }: ReviseDialogProps) {
  const { t } = useTranslation("rental");
  const { from, setFrom, note, setNote, revision, set, rents, sending } = useRevising(file, onClose);
  return (
    <FormDialog title={t("changes.revise")} submit={t("changes.save")} sending={sending} onClose={onClose}>
      <DateField
        label={t("changes.from")}
        coming
        required
        data-autofocus
        value={from}
        onChange={setFrom}
        error={sending.errorAt("from")}
      />
      <Text size="sm" c="dimmed">
        {t("changes.fromHint")}
      </Text>
      <SegmentedControl
        aria-label={t("changes.by")}
        data={[
          { value: "rate", label: t("changes.byRate") },
          { value: "amount", label: t("changes.byAmount") },
        ]}
        value={revision.by}
        onChange={(by) => set({ by: by === "rate" ? "rate" : "amount" })}
      />
      <Fields>
        {revision.by === "rate" ? (
          <NumberInput
            label={t("changes.rate")}
            required
            decimalScale={2}
            decimalSeparator=","
            allowedDecimalSeparators={[".", ","]}
            suffix={"\u00a0%"}
            hideControls
            value={revision.percent}
            onChange={(value) => set({ percent: typedNumber(value) })}
            error={sending.errorAt("rate") ?? sending.errorAt("rent")}
          />
        ) : (
          <NumberInput
            label={t("changes.rent")}
            required
            {...FRANCS}
            value={revision.rent}
            onChange={(value) => set({ rent: typedNumber(value) })}
            error={sending.errorAt("rent")}
          />
        )}
        <Facts>
          <Fact name={t("changes.was")}>
            <Amount francs={rents.was} />
          </Fact>
          <Fact name={t("changes.becomes")}>
            <strong aria-live="polite">
              {rents.becomes === null ? "—" : <Amount francs={rents.becomes} />}
            </strong>
          </Fact>
        </Facts>
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

function useRevising(file: LeaseFile, onClose: () => void) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const [from, setFrom] = useState(() => dayAsTyped(proposedStart(file, today)));
  const [note, setNote] = useState("");
  const [revision, setRevision] = useState<Revision>({ by: "rate", percent: "", rent: "" });
  const day = dayInput(from, today, true);
  const rents = revised(file, isCalendarDate(day) ? day : null, revision);
  const sending = useSending("reviseRent", {
    fields: ["from", "rate", "rent", "note"],
    input: () => ({
      id,
      leaseId: file.id,
      from: day,
      rate: rateOf(revision),
      rent: rents.becomes ?? "",
      note,
    }),
    onDone: () => {
      notice(t("changes.saved"));
      onClose();
    },
  });
  const set = (part: Partial<Revision>) => setRevision((before) => ({ ...before, ...part }));
  return { from, setFrom, note, setNote, revision, set, rents, sending };
}
