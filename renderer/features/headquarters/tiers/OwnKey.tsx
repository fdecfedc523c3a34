import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { saveFile } from "../../../lib/saveFile.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { FingerprintView } from "../../../ui/FingerprintView.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { RenewDialog } from "./RenewDialog.tsx";

/** Headquarters' own signing key, and the list of everybody's public keys for checking by hand. */
export function OwnKey() {
  const { t } = useTranslation("headquarters");
  const state = useAsk("sync.state", {});
  const [renewing, setRenewing] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const signers = useTell("headquarters.exportSigners", { invalidates: ["access"] });

  async function save(): Promise<void> {
    const result = await signers.tell({});
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) saveFile(result.value);
  }

  return (
    <Panel title={t("own.title")} text={t("own.text")}>
      <Stack>
        <Asked of={state}>
          {({ ownFingerprint }) => <FingerprintView fingerprint={ownFingerprint} withQr small />}
        </Asked>
        <RefusalNotice refusal={refusal} />
        <Text size="sm" c="dimmed">
          {t("own.signersText")}
        </Text>
        <Group>
          <Button variant="default" loading={signers.pending} onClick={() => void save()}>
            {t("own.signers")}
          </Button>
          <Button variant="default" onClick={() => setRenewing(true)}>
            {t("own.renew")}
          </Button>
        </Group>
      </Stack>
      {renewing && <RenewDialog onClose={() => setRenewing(false)} />}
    </Panel>
  );
}
