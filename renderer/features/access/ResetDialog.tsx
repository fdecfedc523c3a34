import { Button, Group, Stack, Text } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../../src/contract/access.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { applyRefusal, useRefusalText } from "../../lib/refusals.ts";
import { useNotice } from "../../lib/useNotice.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { NewPassphraseField } from "../../ui/PassphraseField.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";

interface ResetDialogProps {
  readonly user: User;
  readonly onClose: () => void;
}

/** A new passphrase for somebody who forgot hers. */
export function ResetDialog({ user, onClose }: ResetDialogProps) {
  const { t } = useTranslation(["access", "common"]);
  const notice = useNotice();
  const text = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const reset = useTell("access.resetPassphrase", { invalidates: ["access"] });
  const form = useForm({ initialValues: { passphrase: "" } });

  async function send({ passphrase }: typeof form.values): Promise<void> {
    const result = await reset.tell({ id: user.id, passphrase });
    setRefusal(applyRefusal(form, result, text));
    if (!result.ok) return;
    notice(t("access:users.resetDone", { login: user.login }));
    onClose();
  }

  return (
    <Dialog opened onClose={onClose} title={t("access:users.resetWho", { login: user.login })}>
      <form noValidate onSubmit={form.onSubmit((values) => void send(values))}>
        <Stack>
          <Text size="sm">{t("access:users.resetText")}</Text>
          <NewPassphraseField
            label={t("access:passphrase.next")}
            autoFocus
            about={[user.name, user.login]}
            {...form.getInputProps("passphrase")}
          />
          <RefusalNotice refusal={refusal} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common:cancel")}
            </Button>
            <Button type="submit" loading={reset.pending} disabled={form.values.passphrase === ""}>
              {t("common:save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
