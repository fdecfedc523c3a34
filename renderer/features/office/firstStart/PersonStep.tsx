import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { HEADQUARTERS_ROLES, Role } from "../../../../src/contract/permissions.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { Fields } from "../../../ui/Fields.tsx";
import { NewPassphraseField, PassphraseField } from "../../../ui/PassphraseField.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { type FirstStartForm, loginFrom } from "./firstStartForm.ts";

interface PersonStepProps {
  readonly form: FirstStartForm;
  readonly refusal: Refusal | null;
  readonly pending: boolean;
  readonly onBack: () => void;
  readonly onNext: () => void;
}

/** The first person, who may later add the others. */
export function PersonStep({ form, refusal, pending, onBack, onNext }: PersonStepProps) {
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
        <WhoFields form={form} />
        <NewPassphraseField
          label={t("office:first.person.passphrase")}
          about={[form.values.person.name, form.values.person.login, form.values.name, form.values.code]}
          {...form.getInputProps("passphrase")}
        />
        <PassphraseField
          label={t("office:first.person.again")}
          autoComplete="new-password"
          {...form.getInputProps("again")}
        />
        <RefusalNotice refusal={refusal} />
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t("common:previous")}
          </Button>
          <Button type="submit" size="md" loading={pending}>
            {t("office:first.person.create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function WhoFields({ form }: { readonly form: FirstStartForm }) {
  const { t } = useTranslation(["office", "common"]);
  const roles = Role.options.filter((role) => form.values.headquarters || !HEADQUARTERS_ROLES.includes(role));
  return (
    <Fields columns={2}>
      <TextInput
        label={t("office:first.person.name")}
        autoFocus
        {...form.getInputProps("person.name")}
        onChange={(event) => {
          const name = event.currentTarget.value;
          const { person } = form.values;
          // Proposed until she writes one of her own.
          if (person.login === loginFrom(person.name)) form.setFieldValue("person.login", loginFrom(name));
          form.setFieldValue("person.name", name);
        }}
      />
      <Select
        label={t("office:first.person.role")}
        allowDeselect={false}
        data={roles.map((role) => ({ value: role, label: t(`common:role.${role}`) }))}
        {...form.getInputProps("person.role")}
      />
      <TextInput
        label={t("office:first.person.login")}
        description={t("office:first.person.loginHint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        {...form.getInputProps("person.login")}
      />
    </Fields>
  );
}
