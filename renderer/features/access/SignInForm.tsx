import { Anchor, Button, Group, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useTell } from "../../lib/calls.ts";
import { useRefusalText } from "../../lib/refusals.ts";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useOpening } from "./useOpening.ts";
import { WaitNotice } from "./WaitNotice.tsx";

interface SignInFormProps {
  readonly wait: number;
  readonly onForgotten: () => void;
}

export function SignInForm({ wait, onForgotten }: SignInFormProps) {
  const { t } = useTranslation("access");
  const { refusal, after } = useOpening();
  const signIn = useTell("access.signIn", { invalidates: [] });
  const text = useRefusalText();
  const required = (value: string) => (value.trim() === "" ? text({ code: "request.required" }) : null);
  const form = useForm({
    initialValues: { login: "", passphrase: "" },
    validate: { login: required, passphrase: required },
  });

  async function send(values: typeof form.values): Promise<void> {
    if (wait > 0) return;
    const result = await signIn.tell(values);
    if (!result.ok) form.setFieldValue("passphrase", "");
    after(result, () => (result.ok ? null : result.refusal));
  }

  return (
    <form noValidate onSubmit={form.onSubmit((values) => void send(values))}>
      <Stack>
        <TextInput
          label={t("signIn.login")}
          autoFocus
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          {...form.getInputProps("login")}
        />
        <PassphraseField label={t("signIn.passphrase")} {...form.getInputProps("passphrase")} />
        {wait > 0 ? (
          <WaitNotice seconds={wait} />
        ) : (
          <RefusalNotice refusal={signIn.pending ? null : refusal} />
        )}
        <Group justify="space-between">
          <Anchor component="button" type="button" size="sm" onClick={onForgotten}>
            {t("signIn.forgotten")}
          </Anchor>
          <Button type="submit" size="md" loading={signIn.pending} disabled={wait > 0}>
            {t("signIn.open")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
