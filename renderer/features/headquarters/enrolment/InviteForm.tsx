import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import type { FileOutput, OfficeCode } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { KNOWN_OFFICES } from "../../../lib/knownOffices.ts";
import { applyRefusal, focusFirstError, useRefusalText } from "../../../lib/refusals.ts";
import { Fields } from "../../../ui/Fields.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { asInvitation, inviteErrors, startWith } from "./inviteForm.ts";

interface InviteFormProps {
  readonly offices: readonly OfficeLine[];
  /** The office whose invitation is made again. */
  readonly again: OfficeLine | undefined;
  readonly onMade: (office: OfficeCode, file: FileOutput) => void;
}

/** Which office is invited. */
export function InviteForm({ offices, again, onMade }: InviteFormProps) {
  const { t } = useTranslation("headquarters");
  const text = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const invite = useTell("headquarters.invite");
  const form = useForm({ initialValues: startWith(again), validate: inviteErrors(text) });
  // A sub-branch stands under an antenna, not under another sub-branch.
  const parents = offices.filter((office) => office.parentCode === null && office.code !== form.values.code);

  /** An office of the association is known by its code; what was typed already stays. */
  function typeCode(code: string): void {
    const known = KNOWN_OFFICES.find((office) => office.code === code);
    const { name, region } = form.values;
    form.setValues({ code, name: name || (known?.name ?? ""), region: region || (known?.region ?? "") });
  }

  async function send(values: typeof form.values): Promise<void> {
    const result = await invite.tell(asInvitation(values));
    setRefusal(applyRefusal(form, result, text));
    if (result.ok) onMade(values.code, result.value);
  }

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values), focusFirstError)}>
      <Stack>
        <Fields columns={2}>
          <TextInput
            label={t("invite.code")}
            description={t("invite.codeHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            maxLength={3}
            required
            readOnly={again !== undefined}
            {...form.getInputProps("code")}
            onChange={(event) => typeCode(event.currentTarget.value.toUpperCase())}
          />
          <TextInput label={t("invite.name")} required {...form.getInputProps("name")} />
          <TextInput label={t("invite.region")} {...form.getInputProps("region")} />
          <Select
            label={t("invite.parent")}
            description={t("invite.parentHint")}
            inputWrapperOrder={["label", "input", "description", "error"]}
            allowDeselect={false}
            data={[
              { value: "", label: t("invite.noParent") },
              ...parents.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
            ]}
            {...form.getInputProps("parentCode")}
          />
        </Fields>
        <RefusalNotice refusal={refusal} />
        <Group justify="flex-end">
          <Button type="submit" loading={invite.pending}>
            {t("invite.run")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
