import { Button, Checkbox, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FileOutput } from "../../../src/contract/primitives.ts";
import type { Refusal } from "../../../src/contract/results.ts";
import type { InvitationPreview } from "../../../src/contract/sync.ts";
import { useTell } from "../../lib/calls.ts";
import { Day } from "../../ui/Day.tsx";
import { FilePick, type PickedFile } from "../../ui/FilePick.tsx";
import { FingerprintView } from "../../ui/FingerprintView.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";

interface Invitation {
  readonly bytes: Uint8Array;
  readonly preview: InvitationPreview;
}

interface JoinProps {
  readonly onJoined: (enrolment: FileOutput) => void;
}

/** The tie to headquarters: its invitation, its fingerprint compared aloud, our enrolment back. */
export function Join({ onJoined }: JoinProps) {
  const { t } = useTranslation("sync");
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const preview = useTell("sync.previewInvitation", { invalidates: [] });

  async function look({ bytes }: PickedFile): Promise<void> {
    setInvitation(null);
    const result = await preview.tell({ bytes });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) setInvitation({ bytes, preview: result.value });
  }

  return (
    <Panel title={t("join.title")} text={t("join.text")}>
      <Stack>
        <FilePick
          accept=".danaya"
          label={t(invitation ? "join.another" : "join.choose")}
          maxBytes={10_000_000}
          onPick={(file) => void look(file)}
        />
        <RefusalNotice refusal={refusal} />
        {invitation && <Compare invitation={invitation} onJoined={onJoined} />}
      </Stack>
    </Panel>
  );
}

interface CompareProps extends JoinProps {
  readonly invitation: Invitation;
}

function Compare({ invitation: { bytes, preview }, onJoined }: CompareProps) {
  const { t } = useTranslation("sync");
  const [compared, setCompared] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const join = useTell("sync.join");

  async function send(): Promise<void> {
    const result = await join.tell({ bytes, fingerprint: preview.fingerprint });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onJoined(result.value);
  }

  return (
    <Stack>
      <Text>
        {t("join.from", { from: preview.from, forOffice: preview.forOffice })} <Day iso={preview.createdAt} />
      </Text>
      <Text fw={600}>{t("join.call")}</Text>
      <FingerprintView fingerprint={preview.fingerprint} withQr />
      <Checkbox
        label={t("join.compared")}
        checked={compared}
        onChange={(event) => setCompared(event.currentTarget.checked)}
      />
      <RefusalNotice refusal={refusal} />
      <Group justify="flex-end">
        <Button disabled={!compared} loading={join.pending} onClick={() => void send()}>
          {t("join.run")}
        </Button>
      </Group>
    </Stack>
  );
}
