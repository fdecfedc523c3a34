import { Button, Group, Modal, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../src/contract/index.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { applyRefusal, useRefusalText } from "../../lib/refusals.ts";
import { Panel } from "../../ui/Panel.tsx";
import { PassphraseField } from "../../ui/PassphraseField.tsx";
import { RecoverySheet } from "../../ui/RecoverySheet.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";

/** A new recovery sheet when the old one was used, lost or seen by somebody. */
export function RenewRecovery() {
  const { t } = useTranslation(["access", "common"]);
  const text = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [made, setMade] = useState<OutputOf<"access.renewRecoveryCode"> | null>(null);
  const renew = useTell("access.renewRecoveryCode", { invalidates: ["access"] });
  const form = useForm({ initialValues: { passphrase: "" } });

  async function send(values: typeof form.values): Promise<void> {
    const result = await renew.tell(values);
    setRefusal(applyRefusal(form, result, text));
    form.setFieldValue("passphrase", "");
    if (result.ok) setMade(result.value);
  }

  return (
    <Panel title={t("access:renew.title")} text={t("access:renew.text")}>
      <form noValidate onSubmit={form.onSubmit((values) => void send(values))}>
        <Stack>
          <PassphraseField label={t("access:passphrase.current")} {...form.getInputProps("passphrase")} />
          <RefusalNotice refusal={refusal} />
          <Group justify="flex-end">
            <Button
              type="submit"
              variant="default"
              loading={renew.pending}
              disabled={form.values.passphrase === ""}
            >
              {t("access:renew.run")}
            </Button>
          </Group>
        </Stack>
      </form>
      {made && (
        <Modal
          opened
          onClose={() => undefined}
          withCloseButton={false}
          title={t("access:renew.title")}
          size="lg"
        >
          <RecoverySheet
            code={made.recoveryCode}
            sheet={made.sheet}
            done={t("common:close")}
            onDone={() => setMade(null)}
          />
        </Modal>
      )}
    </Panel>
  );
}
