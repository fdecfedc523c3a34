import { Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useTell } from "../../lib/calls.ts";
import { applyRefusal, useRefusalText } from "../../lib/refusals.ts";
import { NewPassphraseField, PassphraseField } from "../../ui/PassphraseField.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useOpening } from "./useOpening.ts";
import { WaitNotice } from "./WaitNotice.tsx";

interface RecoverFormProps {
  readonly wait: number;
  readonly onBack: () => void;
}

const EMPTY = { recoveryCode: "", login: "", passphrase: "", again: "" };

/** The printed code opens the office and gives one person a new passphrase. */
export function RecoverForm({ wait, onBack }: RecoverFormProps) {
  const { t } = useTranslation(["access", "common"]);
  const text = useRefusalText();
  const { refusal, after } = useOpening();
  const recover = useTell("access.recover", { invalidates: [] });
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      again: (again, { passphrase }) => (again === passphrase ? null : t("access:notTheSame")),
    },
  });

  async function send({ again: _, ...values }: typeof EMPTY): Promise<void> {
    if (wait > 0) return;
    const result = await recover.tell(values);
    after(result, () => applyRefusal(form, result, text));
  }

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values))}>
      <Stack>
        <TextInput
          label={t("access:recover.code")}
          placeholder="XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX"
          autoFocus
          autoComplete="off"
          spellCheck={false}
          {...form.getInputProps("recoveryCode")}
        />
        <TextInput
          label={t("access:signIn.login")}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps("login")}
        />
        <NewPassphraseField
          label={t("access:passphrase.next")}
          about={[form.values.login]}
          {...form.getInputProps("passphrase")}
        />
        <PassphraseField
          label={t("access:passphrase.again")}
          autoComplete="new-password"
          {...form.getInputProps("again")}
        />
        {wait > 0 ? <WaitNotice seconds={wait} /> : <RefusalNotice refusal={refusal} />}
        <Group justify="space-between">
          <Button variant="default" onClick={onBack}>
            {t("common:back")}
          </Button>
          <Button type="submit" size="md" loading={recover.pending} disabled={wait > 0}>
            {t("access:recover.open")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
