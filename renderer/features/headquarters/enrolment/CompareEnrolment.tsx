import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { EnrolmentPreview } from "../../../../src/contract/headquarters.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { Day } from "../../../ui/Day.tsx";
import { FingerprintView } from "../../../ui/FingerprintView.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { bringIntoView } from "../reveal.ts";

export interface Enrolment {
  readonly bytes: Uint8Array;
  readonly preview: EnrolmentPreview;
}

interface CompareEnrolmentProps {
  readonly enrolment: Enrolment;
  readonly onPinned: () => void;
}

/** The eight numbers of the office's key; nothing is believed before somebody read them aloud. */
export function CompareEnrolment({ enrolment: { bytes, preview }, onPinned }: CompareEnrolmentProps) {
  const { t } = useTranslation("headquarters");
  const [compared, setCompared] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const enrol = useTell("headquarters.enrol");

  async function pin(): Promise<void> {
    const result = await enrol.tell({ bytes, fingerprint: preview.fingerprint });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onPinned();
  }

  return (
    <Panel title={t("enrol.compare", { office: preview.office, name: preview.name })}>
      <Stack ref={bringIntoView}>
        <Text size="sm">
          {t("enrol.madeOn")} <Day iso={preview.createdAt} />
        </Text>
        {preview.kind === "newLaptop" && <Text>{t("enrol.newLaptop")}</Text>}
        <Text fw={600}>{t(preview.kind === "again" ? "enrol.again" : "enrol.call")}</Text>
        <FingerprintView fingerprint={preview.fingerprint} withQr />
        <RefusalNotice refusal={refusal} />
        {preview.kind !== "again" && (
          <Group justify="space-between">
            <Checkbox
              label={t("enrol.compared")}
              checked={compared}
              onChange={(event) => setCompared(event.currentTarget.checked)}
            />
            <Button disabled={!compared} loading={enrol.pending} onClick={() => void pin()}>
              {t("enrol.run")}
            </Button>
          </Group>
        )}
      </Stack>
    </Panel>
  );
}
