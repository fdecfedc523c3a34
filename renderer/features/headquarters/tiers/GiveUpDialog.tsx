import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Tier } from "../../../../src/contract/sync.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";

interface GiveUpDialogProps {
  readonly tier: Tier;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** One's own reading key: only somebody else can give it back. */
export function GiveUpDialog({ tier, onConfirm, onClose }: GiveUpDialogProps) {
  const { t } = useTranslation("headquarters");
  return (
    <ConfirmDialog
      opened
      title={t("tiers.selfTitle", { tier: t(`tier.${tier}`) })}
      confirm={t("tiers.selfConfirm")}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <Text size="sm">{t("tiers.selfWhat")}</Text>
    </ConfirmDialog>
  );
}
