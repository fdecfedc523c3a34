import { Checkbox, NumberInput, Select } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Meter } from "../../../../../src/contract/rentalTerms.ts";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { showCount } from "../../../../lib/format.ts";
import { newId } from "../../../../lib/newId.ts";
import { useLanguage } from "../../../../lib/refusals.ts";
import { today as todayNow } from "../../../../lib/today.ts";
import { dayAsTyped } from "../../../../lib/typedDay.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { DateField } from "../../../../ui/DateField.tsx";
import { Fields } from "../../../../ui/Fields.tsx";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { WHOLE } from "../../../../ui/numberFields.ts";
import { dayInput, type Typed, typedNumber } from "../../typed.ts";
import { useSending } from "../../useSending.ts";
import { lastIndex, pricedMeters } from "./readingLines.ts";

interface ReadingDialogProps {
  readonly file: LeaseFile;
  readonly onClose: () => void;
}

/** What a meter shows today. The first reading, and a new meter's, ask for nothing. */
export function ReadingDialog({ file, onClose }: ReadingDialogProps) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const { values, set, last, initial, sending } = useReading(file, onClose);
  return (
    <FormDialog title={t("meterPage.add")} submit={t("meterPage.save")} sending={sending} onClose={onClose}>
      <Fields>
        <Select
          label={t("meterPage.premises")}
          data={file.premises.map(({ id, code }) => ({ value: id, label: code }))}
          allowDeselect={false}
          value={values.premisesId}
          onChange={(premisesId) => premisesId && set({ premisesId })}
          error={sending.errorAt("premisesId")}
        />
        <Select
          label={t("meterPage.meter")}
          data={pricedMeters(file).map((meter) => ({ value: meter, label: t(`meters.${meter}`) }))}
          allowDeselect={false}
          value={values.meter}
          onChange={(meter) => meter && set({ meter })}
          error={sending.errorAt("meter")}
        />
        <NumberInput
          label={t("meterPage.index")}
          description={last === null ? undefined : t("meterPage.last", { index: showCount(last, language) })}
          inputWrapperOrder={["label", "input", "description", "error"]}
          required
          data-autofocus
          {...WHOLE}
          hideControls
          value={values.index}
          onChange={(index) => set({ index: typedNumber(index) })}
          error={sending.errorAt("index")}
        />
        <DateField
          label={t("meterPage.on")}
          required
          value={values.on}
          onChange={(on) => set({ on })}
          error={sending.errorAt("readOn")}
        />
      </Fields>
      <Checkbox
        label={t("meterPage.initial")}
        description={t("meterPage.initialHint")}
        checked={initial}
        disabled={last === null}
        onChange={(event) => set({ isNew: event.currentTarget.checked })}
      />
    </FormDialog>
  );
}

interface Values {
  readonly premisesId: string;
  readonly meter: Meter;
  readonly index: Typed;
  readonly on: string;
  /** A meter that took the place of another. */
  readonly isNew: boolean;
}

function useReading(file: LeaseFile, onClose: () => void) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const [values, setValues] = useState<Values>({
    premisesId: file.premises[0]?.id ?? "",
    meter: pricedMeters(file)[0] ?? "water",
    index: "",
    on: dayAsTyped(today),
    isNew: false,
  });
  const last = lastIndex(file, values.premisesId, values.meter);
  const initial = last === null || values.isNew;
  const sending = useSending("recordReading", {
    fields: ["premisesId", "meter", "index", "readOn"],
    input: () => ({
      id,
      leaseId: file.id,
      premisesId: values.premisesId,
      meter: values.meter,
      readOn: dayInput(values.on, today),
      index: values.index,
      initial,
    }),
    onDone: () => {
      notice(t("meterPage.saved"));
      onClose();
    },
  });
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  return { values, set, last, initial, sending };
}
