import { Autocomplete, NumberInput, Select, TagsInput, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { LiteracyLevel, WorkSetting } from "../../../../src/contract/membership.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { FormSection } from "../../../ui/FormSection.tsx";
import { BirthField } from "./BirthField.tsx";
import { LocalLabel, Wide } from "./FieldParts.tsx";
import type { MemberFormValues } from "./memberForm.ts";
import { countryNames } from "./nationality.ts";
import { PhoneField } from "./PhoneField.tsx";

export interface SectionProps {
  readonly form: UseFormReturnType<MemberFormValues>;
  readonly today: CalendarDate;
}

/** The languages heard most in the eight places; any other can be typed. */
const LANGUAGES = [
  "Bambara",
  "Français",
  "Peul",
  "Sonrhaï",
  "Dogon",
  "Soninké",
  "Sénoufo",
  "Minianka",
  "Bobo",
  "Tamasheq",
  "Dioula",
  "Mooré",
  "Anglais",
  "Haoussa",
  "Yoruba",
  "Igbo",
  "Éwé",
  "Twi",
];

export function IdentitySection({ form, today, onRefer }: SectionProps & { readonly onRefer: () => void }) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  const countries = useMemo(() => countryNames(language), [language]);
  return (
    <FormSection title={t("form.identity")}>
      <TextInput required data-autofocus label={t("fields.surname")} {...form.getInputProps("surname")} />
      <TextInput required label={t("fields.firstNames")} {...form.getInputProps("firstNames")} />
      <Wide>
        <BirthField
          value={form.values.birth}
          onChange={(birth) => form.setFieldValue("birth", birth)}
          onLeave={() => form.validateField("birth")}
          error={form.errors.birth}
          today={today}
          onRefer={onRefer}
        />
      </Wide>
      <TextInput
        label={t("fields.alsoKnownAs")}
        description={t("form.alsoKnownAsHint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        {...form.getInputProps("alsoKnownAs")}
      />
      <Autocomplete
        label={t("fields.nationality")}
        data={countries}
        limit={8}
        {...form.getInputProps("nationality")}
      />
      <Wide>
        <TagsInput
          label={t("fields.languages")}
          placeholder={form.values.languages.length === 0 ? t("form.languagesHint") : ""}
          data={LANGUAGES}
          clearable
          splitChars={[",", ";"]}
          {...form.getInputProps("languages")}
        />
      </Wide>
    </FormSection>
  );
}

export function ContactSection({ form, today }: SectionProps) {
  const { t } = useTranslation("membership");
  const localities = useAsk("membership.listLocalities", {});
  return (
    <FormSection title={t("form.contact")}>
      <PhoneField label={t("fields.phone")} {...form.getInputProps("phone")} />
      <Autocomplete
        label={t("fields.locality")}
        data={(localities.data ?? []).map((locality) => locality.name)}
        limit={8}
        {...form.getInputProps("locality")}
      />
      <DateField
        required
        label={t("fields.joinedOn")}
        value={form.values.joinedOn}
        onChange={(text) => form.setFieldValue("joinedOn", text)}
        onLeave={() => form.validateField("joinedOn")}
        error={form.errors.joinedOn}
        key={today}
      />
    </FormSection>
  );
}

export function LifeSection({ form }: SectionProps) {
  const { t } = useTranslation("membership");
  return (
    <FormSection title={t("form.life")}>
      <Select
        label={<LocalLabel text={t("fields.workSetting")} />}
        data={WorkSetting.options.map((value) => ({ value, label: t(`workSettings.${value}`) }))}
        clearable
        {...form.getInputProps("workSetting")}
      />
      <NumberInput
        label={t("fields.childrenInCare")}
        min={0}
        max={40}
        allowDecimal={false}
        {...form.getInputProps("childrenInCare")}
      />
      <Select
        label={t("fields.literacy")}
        data={LiteracyLevel.options.map((value) => ({ value, label: t(`literacyLevels.${value}`) }))}
        clearable
        {...form.getInputProps("literacy")}
      />
    </FormSection>
  );
}

export function EmergencySection({ form }: SectionProps) {
  const { t } = useTranslation("membership");
  return (
    <FormSection title={t("form.emergency")} hint={t("form.emergencyHint")}>
      <TextInput label={t("fields.emergencyName")} {...form.getInputProps("emergencyName")} />
      <TextInput
        label={t("fields.emergencyRelation")}
        placeholder={t("form.relationHint")}
        {...form.getInputProps("emergencyRelation")}
      />
      <PhoneField label={t("fields.emergencyPhone")} {...form.getInputProps("emergencyPhone")} />
    </FormSection>
  );
}
