import { Button, Checkbox, Group, SegmentedControl, Select, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Language } from "../../../../src/contract/primitives.ts";
import { KNOWN_OFFICES } from "../../../lib/knownOffices.ts";
import { chooseLanguage } from "../../../lib/language.ts";
import { Fields } from "../../../ui/Fields.tsx";
import type { FirstStartForm } from "./firstStartForm.ts";

interface OfficeStepProps {
  readonly form: FirstStartForm;
  readonly onNext: () => void;
  /** The other way: a new laptop for an office that has a backup. */
  readonly onRestore: () => void;
}

/** Which office this is. */
export function OfficeStep({ form, onNext, onRestore }: OfficeStepProps) {
  const { t } = useTranslation(["office", "common"]);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onNext();
      }}
    >
      <Stack>
        <LanguageChoice form={form} />
        <KnownOffice form={form} />
        <Fields columns={2}>
          <TextInput label={t("office:fields.name")} {...form.getInputProps("name")} />
          <TextInput
            label={t("office:fields.code")}
            description={t("office:fields.codeHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            maxLength={3}
            {...form.getInputProps("code")}
            onChange={(event) => form.setFieldValue("code", event.currentTarget.value.toUpperCase())}
          />
          <TextInput label={t("office:fields.region")} {...form.getInputProps("region")} />
          <TextInput
            label={t("office:fields.parentCode")}
            description={t("office:fields.parentHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            maxLength={3}
            {...form.getInputProps("parentCode")}
            onChange={(event) => form.setFieldValue("parentCode", event.currentTarget.value.toUpperCase())}
          />
        </Fields>
        <Checkbox
          label={t("office:fields.headquarters")}
          {...form.getInputProps("headquarters", { type: "checkbox" })}
        />
        <Group justify="space-between">
          <Button variant="subtle" px={0} onClick={onRestore}>
            {t("office:first.restore.link")}
          </Button>
          <Button type="submit" size="md">
            {t("common:next")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function LanguageChoice({ form }: { readonly form: FirstStartForm }) {
  const { t } = useTranslation("office");
  return (
    <SegmentedControl
      aria-label={t("fields.language")}
      style={{ alignSelf: "flex-start" }}
      data={[
        { value: "fr", label: "Français" },
        { value: "en", label: "English" },
      ]}
      value={form.values.language}
      onChange={(value) => {
        const language = value as Language;
        form.setFieldValue("language", language);
        void chooseLanguage(language);
      }}
    />
  );
}

function KnownOffice({ form }: { readonly form: FirstStartForm }) {
  const { t } = useTranslation("office");
  return (
    <Select
      label={t("first.office.known")}
      placeholder={t("first.office.knownHint")}
      data={KNOWN_OFFICES.map((office) => ({ value: office.code, label: `${office.name} (${office.code})` }))}
      value={KNOWN_OFFICES.some((office) => office.code === form.values.code) ? form.values.code : null}
      onChange={(code) => {
        const office = KNOWN_OFFICES.find((known) => known.code === code);
        if (office) form.setValues({ ...office });
      }}
    />
  );
}
