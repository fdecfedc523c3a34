import { Button, NumberInput, SegmentedControl, Select, Textarea } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Inspection, LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import { newId } from "../../../../lib/newId.ts";
import { today as todayNow } from "../../../../lib/today.ts";
import { dayAsTyped } from "../../../../lib/typedDay.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { DateField } from "../../../../ui/DateField.tsx";
import { Fields } from "../../../../ui/Fields.tsx";
import { FormDialog } from "../../../../ui/FormDialog.tsx";
import { WHOLE } from "../../../../ui/numberFields.ts";
import { dayInput, typedNumber } from "../../typed.ts";
import { useSending } from "../../useSending.ts";
import { ItemGrid } from "./ItemGrid.tsx";
import {
  type InspectionValues,
  itemsInput,
  numbered,
  startingItems,
  USUAL,
  withLine,
} from "./inspectionForm.ts";

interface InspectionDialogProps {
  readonly file: LeaseFile;
  /** Null for a new one. */
  readonly inspection: Inspection | null;
  readonly onClose: () => void;
}

/** The sheet of an inspection: what was looked at, how it is, how many keys. */
export function InspectionDialog({ file, inspection, onClose }: InspectionDialogProps) {
  const { t } = useTranslation("rental");
  const { values, set, sending } = useInspection(file, inspection, onClose);
  return (
    <FormDialog
      title={t(inspection === null ? "inspection.add" : "inspection.title")}
      size="58rem"
      submit={t("inspection.save")}
      sending={sending}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label={t("inspection.kind")}
        style={{ alignSelf: "flex-start" }}
        data={(["entry", "exit"] as const).map((kind) => ({
          value: kind,
          label: t(`inspection.kinds.${kind}`),
        }))}
        value={values.kind}
        onChange={(kind) => set({ kind })}
      />
      <Fields columns={3}>
        <Select
          label={t("inspection.premises")}
          data={file.premises.map(({ id, code }) => ({ value: id, label: code }))}
          allowDeselect={false}
          value={values.premisesId}
          onChange={(premisesId) => premisesId && set({ premisesId })}
          error={sending.errorAt("premisesId")}
        />
        <DateField
          label={t("inspection.on")}
          required
          value={values.on}
          onChange={(on) => set({ on })}
          error={sending.errorAt("on")}
        />
        <NumberInput
          label={t("inspection.keys")}
          {...WHOLE}
          max={100}
          value={values.keys}
          onChange={(keys) => set({ keys: typedNumber(keys) })}
          error={sending.errorAt("keys")}
        />
      </Fields>
      <ItemGrid items={values.items} onChange={(items) => set({ items })} />
      <Button
        variant="subtle"
        size="compact-sm"
        style={{ alignSelf: "flex-start" }}
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => set({ items: withLine(values.items) })}
      >
        {t("inspection.addItem")}
      </Button>
      <Textarea
        label={t("inspection.remarks")}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={5}
        value={values.remarks}
        onChange={(event) => set({ remarks: event.currentTarget.value })}
        error={sending.errorAt("remarks")}
      />
    </FormDialog>
  );
}

function useInspection(file: LeaseFile, inspection: Inspection | null, onClose: () => void) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const [id] = useState(() => inspection?.id ?? newId());
  const [today] = useState(todayNow);
  const [values, setValues] = useState<InspectionValues>(() => {
    const usual = USUAL.map((item) => t(`inspection.usual.${item}`));
    const premisesId = inspection?.premisesId ?? file.premises[0]?.id ?? "";
    const ending = file.state === "ended" || file.termination !== null;
    return {
      premisesId,
      kind: inspection?.kind ?? (ending ? "exit" : "entry"),
      on: dayAsTyped(inspection?.on ?? today),
      keys: inspection === null || inspection.items.length === 0 ? 1 : inspection.keys,
      items:
        inspection === null || inspection.items.length === 0
          ? startingItems(file, premisesId, usual)
          : numbered(inspection.items),
      remarks: inspection?.remarks ?? "",
    };
  });
  const sending = useSending("saveInspection", {
    fields: ["premisesId", "on", "keys", "remarks"],
    input: () => ({
      id,
      leaseId: file.id,
      premisesId: values.premisesId,
      kind: values.kind,
      on: dayInput(values.on, today, true),
      keys: values.keys === "" ? 0 : values.keys,
      items: itemsInput(values.items),
      remarks: values.remarks,
    }),
    onDone: () => {
      notice(t("inspection.saved"));
      onClose();
    },
  });
  const set = (part: Partial<InspectionValues>) => setValues((before) => ({ ...before, ...part }));
  return { values, set, sending };
}
