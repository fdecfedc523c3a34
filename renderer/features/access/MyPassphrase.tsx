import { Button, Group, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { applyRefusal, useRefusalText } from "../../lib/refusals.ts";
import { useNotice } from "../../lib/useNotice.ts";
import { useMay, useSession } from "../../lib/useSession.ts";
import { Panel } from "../../ui/Panel.tsx";
import { NewPassphraseField, PassphraseField } from "../../ui/PassphraseField.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { RenewRecovery } from "./RenewRecovery.tsx";

/** One's own passphrase, and (for whoever may) a new recovery sheet. */
export function MyPassphrase() {
  const mayRenew = useMay("access.users");
  return (
    <Stack gap="lg" maw="40rem">
      <ChangePassphrase />
      {mayRenew && <RenewRecovery />}
    </Stack>
  );
}

function ChangePassphrase() {
  const { t } = useTranslation(["access", "common"]);
  const session = useSession();
  const { form, refusal, send, pending } = useChange();
  return (
    <Panel title={t("access:passphrase.title")} text={t("access:passphrase.text")}>
      <form noValidate onSubmit={form.onSubmit((values) => void send(values))}>
        <Stack>
          <PassphraseField label={t("access:passphrase.current")} {...form.getInputProps("current")} />
          <NewPassphraseField
            label={t("access:passphrase.next")}
            about={session ? [session.name, session.login] : []}
            {...form.getInputProps("next")}
          />
          <PassphraseField
            label={t("access:passphrase.again")}
            autoComplete="new-password"
            {...form.getInputProps("again")}
          />
          <RefusalNotice refusal={refusal} />
          <Group justify="flex-end">
            <Button type="submit" loading={pending}>
              {t("access:passphrase.change")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Panel>
  );
}

const EMPTY = { current: "", next: "", again: "" };

function useChange() {
  const { t } = useTranslation("access");
  const notice = useNotice();
  const text = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const change = useTell("access.changePassphrase", { invalidates: ["access"] });
  const required = (value: string) => (value === "" ? text({ code: "request.required" }) : null);
  const form = useForm({
    initialValues: EMPTY,
    validate: {
      current: required,
      next: required,
      again: (again, { next }) => (again === next ? null : t("notTheSame")),
    },
  });
  async function send({ current, next }: typeof EMPTY): Promise<void> {
    const result = await change.tell({ current, next });
    setRefusal(applyRefusal(form, result, text));
    if (!result.ok) return;
    form.reset();
    notice(t("passphrase.changed"));
  }
  return { form, refusal, send, pending: change.pending };
}
