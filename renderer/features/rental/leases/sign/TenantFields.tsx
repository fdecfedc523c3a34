import { SegmentedControl, Select, Stack, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { PaperKind } from "../../../../../src/contract/rentalTerms.ts";
import { Fields } from "../../../../ui/Fields.tsx";
import type { TypedTenant } from "./leaseForm.ts";

interface TenantFieldsProps {
  readonly value: TypedTenant;
  readonly onChange: (part: Partial<TypedTenant>) => void;
  readonly errorAt: (field: keyof TypedTenant) => string | null;
}

/** Who rents: a person or a firm, how to reach her, who stands surety. */
export function TenantFields({ value, onChange, errorAt }: TenantFieldsProps) {
  const { t } = useTranslation("rental");
  const text = (
    field: "name" | "phone" | "paperNumber" | "guarantorName" | "guarantorPhone",
    maxLength: number,
  ) => ({
    label: t(`form.${field}`),
    maxLength,
    value: value[field],
    onChange: (event: { currentTarget: HTMLInputElement }) =>
      onChange({ [field]: event.currentTarget.value }),
    error: errorAt(field),
    autoComplete: "off",
  });
  return (
    <Stack gap="sm">
      <SegmentedControl
        aria-label={t("form.tenantKind")}
        style={{ alignSelf: "flex-start" }}
        data={[
          { value: "person", label: t("form.person") },
          { value: "firm", label: t("form.firm") },
        ]}
        value={value.kind}
        onChange={(kind) => onChange({ kind: kind === "firm" ? "firm" : "person" })}
      />
      <Fields>
        <TextInput {...text("name", 80)} required />
        <TextInput {...text("phone", 30)} inputMode="tel" />
        <Select
          label={t("form.paperKind")}
          data={PaperKind.options.map((kind) => ({ value: kind, label: t(`papers.${kind}`) }))}
          value={value.paperKind}
          onChange={(paperKind) => onChange({ paperKind })}
          clearable
          error={errorAt("paperKind")}
        />
        <TextInput {...text("paperNumber", 40)} />
        <TextInput {...text("guarantorName", 80)} />
        <TextInput {...text("guarantorPhone", 30)} inputMode="tel" />
      </Fields>
      <Textarea
        label={t("form.notes")}
        description={t("premises.notesHint")}
        maxLength={1000}
        autosize
        minRows={1}
        maxRows={4}
        value={value.notes}
        onChange={(event) => onChange({ notes: event.currentTarget.value })}
        error={errorAt("notes")}
      />
    </Stack>
  );
}
