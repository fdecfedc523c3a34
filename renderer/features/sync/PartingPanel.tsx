import { Button, Group, Stack, Text } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Refusal } from "../../../src/contract/results.ts";
import type { Parting, SentBundle, SyncState } from "../../../src/contract/sync.ts";
import { useTell } from "../../lib/calls.ts";
import { showCount } from "../../lib/format.ts";
import { useLanguage } from "../../lib/refusals.ts";
import { useMay } from "../../lib/useSession.ts";
import { ConfirmDialog } from "../../ui/ConfirmDialog.tsx";
import { Panel } from "../../ui/Panel.tsx";
import { ProgressBar } from "../../ui/ProgressBar.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { Sent } from "./Sent.tsx";
import { isConfirmed } from "./standing.ts";

interface PartingPanelProps {
  readonly state: SyncState;
  readonly folder: string | null;
  /** The choice of the stick, which belongs here while ordinary sticks are no use. */
  readonly picker: ReactNode;
}

/** It stands at the page's beginning, and an answer that was read further down brings it. */
function reveal(words: HTMLElement | null): void {
  words?.closest("section")?.scrollIntoView({ block: "nearest" });
}

/** This laptop was restored from an old copy: what that means, and the whole copy that settles it. */
export function PartingPanel({ state, folder, picker }: PartingPanelProps) {
  const { t } = useTranslation("sync");
  const mayJoin = useMay("sync.join");
  const [sent, setSent] = useState<SentBundle | null>(null);
  const { parting } = state;
  // Once headquarters has confirmed the copy there is nobody to tell any more.
  if (parting === null) return sent && !isConfirmed(sent, state) && <Settled sent={sent} />;
  return (
    <Panel title={t("parting.title")} tone="attention">
      <Stack ref={reveal}>
        <WhatParts parting={parting} />
        {picker}
        {mayJoin ? <WholeCopy folder={folder} onSent={setSent} /> : <Text>{t("parting.ask")}</Text>}
        {sent && <Sent sent={sent} />}
      </Stack>
    </Panel>
  );
}

function Settled({ sent }: { readonly sent: SentBundle }) {
  const { t } = useTranslation("sync");
  return (
    <Panel title={t("parting.sent")} text={t("parting.sentText")}>
      <Sent sent={sent} />
    </Panel>
  );
}

function WhatParts({ parting }: { readonly parting: Parting }) {
  const { t } = useTranslation("sync");
  const language = useLanguage();
  const values = { held: showCount(parting.held, language), own: showCount(parting.own, language) };
  return (
    <div>
      <Text>{t(`parting.${parting.kind}`, values)}</Text>
      <Text mt="xs">{t("parting.way")}</Text>
    </div>
  );
}

interface WholeCopyProps {
  readonly folder: string | null;
  readonly onSent: (sent: SentBundle) => void;
}

function WholeCopy({ folder, onSent }: WholeCopyProps) {
  const { t } = useTranslation("sync");
  const [asked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const snapshot = useTell("sync.snapshot");

  async function run(to: string): Promise<void> {
    setAsked(false);
    setRefusal(null);
    const result = await snapshot.tell({ folder: to });
    if (result.ok) onSent(result.value);
    else setRefusal(result.refusal);
  }

  return (
    <>
      <RefusalNotice refusal={refusal} />
      {snapshot.pending && (
        <ProgressBar progress={snapshot.progress} label={t("export.running")} onCancel={snapshot.cancel} />
      )}
      <Group justify="flex-end">
        <Button
          color="ochre"
          leftSection={<IconCopy size={18} aria-hidden />}
          disabled={folder === null}
          loading={snapshot.pending}
          onClick={() => setAsked(true)}
        >
          {t("parting.run")}
        </Button>
      </Group>
      <ConfirmDialog
        opened={asked && folder !== null}
        title={t("parting.confirmTitle")}
        confirm={t("parting.run")}
        onConfirm={() => folder !== null && void run(folder)}
        onClose={() => setAsked(false)}
      >
        {t("parting.confirmText")}
      </ConfirmDialog>
    </>
  );
}
