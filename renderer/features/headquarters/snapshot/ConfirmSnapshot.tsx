import { Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { SnapshotView } from "../../../../src/contract/headquarters.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface ConfirmSnapshotProps {
  readonly view: SnapshotView;
  /** The office's name. */
  readonly office: string;
  readonly onClose: () => void;
}

/** Says what headquarters replaces and what leaves its lists, before a person confirms. */
export function ConfirmSnapshot({ view, office, onClose }: ConfirmSnapshotProps) {
  const { t } = useTranslation("headquarters");
  const language = useLanguage();
  const navigate = useNavigate();
  const notice = useNotice();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const confirm = useTell("headquarters.confirmSnapshot");
  const lost = view.counts.reduce((sum, { onlyHeld }) => sum + onlyHeld, 0);

  async function go(): Promise<void> {
    const result = await confirm.tell({ office: view.office, sha256: view.sha256 });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    notice(t("snapshot.done"));
    navigate(`/headquarters/offices/${view.office}`, { replace: true });
  }

  return (
    <ConfirmDialog
      opened
      title={t("snapshot.confirmTitle", { office })}
      confirm={t("snapshot.confirm")}
      pending={confirm.pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <RefusalNotice refusal={refusal} />
        <Text size="sm">{t("snapshot.confirmWhat", { last: showCount(view.broughtLast, language) })}</Text>
        <Text size="sm">{t("snapshot.confirmLost", { count: lost })}</Text>
        <Text size="sm">{t("snapshot.confirmOld")}</Text>
      </Stack>
    </ConfirmDialog>
  );
}
