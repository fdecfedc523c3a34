import { NumberInput, Select, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type PremisesDetails, PremisesKind } from "../../../../src/contract/rentalTerms.ts";
import type { Premises } from "../../../../src/contract/rentalViews.ts";
import { newId } from "../../../lib/newId.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { Fields } from "../../../ui/Fields.tsx";
import { FormDialog } from "../../../ui/FormDialog.tsx";
import { FRANCS, WHOLE } from "../../../ui/numberFields.ts";
import { type Typed, typedNumber } from "../typed.ts";
import { useSending } from "../useSending.ts";

interface PremisesDialogProps {
  /** Null for new ones. */
  readonly premises: Premises | null;
  readonly onClose: () => void;
}

type Values = Omit<PremisesDetails, "surface" | "guideRent"> & { surface: Typed; guideRent: Typed };

function valuesOf(premises: Premises | null): Values {
  return {
    code: premises?.code ?? "",
    kind: premises?.kind ?? "shop",
    address: premises?.address ?? "",
    surface: premises?.surface ?? "",
    waterMeter: premises?.waterMeter ?? "",
    powerMeter: premises?.powerMeter ?? "",
    condition: premises?.condition ?? "good",
    guideRent: premises?.guideRent ?? "",
    notes: premises?.notes ?? "",
  };
}

const FIELDS = ["code", "kind", "address", "surface", "waterMeter", "powerMeter", "guideRent", "notes"];

/** Premises that the association lets, as people know them. */
export function PremisesDialog({ premises, onClose }: PremisesDialogProps) {
  const { t } = useTranslation(["rental", "common"]);
  const notice = useNotice();
  const [id] = useState(() => premises?.id ?? newId());
  const [values, setValues] = useState(() => valuesOf(premises));
  const { go, pending, refusal, errorAt } = useSending("savePremises", {
    fields: FIELDS,
    input: () => ({
      id,
      details: {
        ...values,
        surface: values.surface === "" ? null : values.surface,
        guideRent: values.guideRent === "" ? 0 : values.guideRent,
      },
    }),
    onDone: ({ code }) => {
      notice(t("premises.saved", { code }));
      onClose();
    },
  });
  const set = (part: Partial<Values>) => setValues((before) => ({ ...before, ...part }));
  return (
    <FormDialog
      title={t(premises === null ? "premises.newTitle" : "premises.editTitle")}
      size="xl"
      closeOnClickOutside
      sending={{ go, refusal, pending }}
      onClose={onClose}
    >
      <PremisesFields values={values} set={set} errorAt={errorAt} />
    </FormDialog>
  );
}

interface PremisesFieldsProps {
  readonly values: Values;
  readonly set: (part: Partial<Values>) => void;
  readonly errorAt: (field: string) => string | null;
}

const CONDITIONS = ["good", "fair", "poor"] as const;

function PremisesFields({ values, set, errorAt }: PremisesFieldsProps) {
  const { t } = useTranslation("rental");
  const text = (field: "code" | "address" | "waterMeter" | "powerMeter", maxLength: number) => ({
    label: t(`premises.${field}`),
    maxLength,
    value: values[field],
    onChange: (event: { currentTarget: HTMLInputElement }) => set({ [field]: event.currentTarget.value }),
    error: errorAt(field),
  });
  return (
    <>
      <Fields>
        <TextInput
          {...text("code", 20)}
          description={t("premises.codeHint")}
          inputWrapperOrder={["label", "input", "description", "error"]}
          required
          data-autofocus
        />
        <Select
          label={t("premises.kind")}
          data={PremisesKind.options.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))}
          value={values.kind}
          onChange={(kind) => kind && set({ kind })}
          allowDeselect={false}
        />
      </Fields>
      <TextInput {...text("address", 120)} />
      <Fields columns={3}>
        <NumberInput
          label={t("premises.guideRent")}
          {...FRANCS}
          value={values.guideRent}
          onChange={(value) => set({ guideRent: typedNumber(value) })}
          error={errorAt("guideRent")}
        />
        <NumberInput
          label={t("premises.surface")}
          {...WHOLE}
          suffix=" m²"
          hideControls
          value={values.surface}
          onChange={(value) => set({ surface: typedNumber(value) })}
          error={errorAt("surface")}
        />
        <Select
          label={t("premises.condition")}
          data={CONDITIONS.map((condition) => ({ value: condition, label: t(`conditions.${condition}`) }))}
          value={values.condition}
          onChange={(condition) => condition && set({ condition })}
          allowDeselect={false}
        />
      </Fields>
      <Fields>
        <TextInput {...text("waterMeter", 30)} />
        <TextInput {...text("powerMeter", 30)} />
      </Fields>
      <Textarea
        label={t("premises.notes")}
        description={t("premises.notesHint")}
        maxLength={1000}
        autosize
        minRows={2}
        maxRows={5}
        value={values.notes}
        onChange={(event) => set({ notes: event.currentTarget.value })}
        error={errorAt("notes")}
      />
    </>
  );
}
