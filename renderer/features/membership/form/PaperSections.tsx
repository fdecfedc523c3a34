import { Checkbox, Select, Textarea, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { IdentityPaperKind } from "../../../../src/contract/membership.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FormSection } from "../../../ui/FormSection.tsx";
import { LocalLabel, Wide } from "./FieldParts.tsx";
import type { SectionProps } from "./MemberSections.tsx";

export function PaperSection({ form }: SectionProps) {
  const { t } = useTranslation("membership");
  return (
    <FormSection title={t("form.paper")} hint={t("form.paperHint")}>
      <Select
        label={t("fields.paperKind")}
        data={IdentityPaperKind.options.map((value) => ({ value, label: t(`paperKinds.${value}`) }))}
        clearable
        {...form.getInputProps("paperKind")}
      />
      <TextInput label={t("fields.paperNumber")} {...form.getInputProps("paperNumber")} />
    </FormSection>
  );
}

/** Her consent: the signed paper is what counts, the date says since when. */
export function ConsentSection({ form, today }: SectionProps) {
  const { t } = useTranslation("membership");
  const sign = (signed: boolean) => {
    form.setFieldValue("consentSigned", signed);
    if (signed && form.values.consentOn.trim() === "") form.setFieldValue("consentOn", dayAsTyped(today));
  };
  return (
    <FormSection title={t("form.consent")} hint={t("form.consentHint")}>
      <Wide>
        <Checkbox
          label={t("fields.consentSigned")}
          checked={form.values.consentSigned}
          onChange={(event) => sign(event.currentTarget.checked)}
        />
      </Wide>
      <DateField
        label={t("fields.consentOn")}
        value={form.values.consentOn}
        onChange={(text) => form.setFieldValue("consentOn", text)}
        onLeave={() => form.validateField("consentOn")}
        error={form.errors.consentOn}
        disabled={!form.values.consentSigned && form.values.consentOn === ""}
      />
    </FormSection>
  );
}

export function NotesSection({ form }: SectionProps) {
  const { t } = useTranslation("membership");
  return (
    <FormSection title={t("form.notes")}>
      <Wide>
        <Textarea
          label={<LocalLabel text={t("fields.notes")} />}
          autosize
          minRows={3}
          maxRows={10}
          {...form.getInputProps("notes")}
        />
      </Wide>
    </FormSection>
  );
}
