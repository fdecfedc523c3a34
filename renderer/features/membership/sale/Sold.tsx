import { Button, Group, Stack, Text } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Id } from "../../../../src/contract/primitives.ts";
import { useMay } from "../../../lib/useSession.ts";
import { CardPrintButton } from "../../../ui/CardPrintButton.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";

interface SoldProps {
  readonly memberId: Id;
  /** Null when nothing was paid. */
  readonly voucherId: Id | null;
  readonly voucherNumber: string | null;
  readonly onClose: () => void;
}

/** It is booked: what is left to do is paper. */
export function Sold({ memberId, voucherId, voucherNumber, onClose }: SoldProps) {
  const { t } = useTranslation(["membership", "common"]);
  return (
    <Stack>
      <Group gap="sm" role="status">
        <IconCircleCheck size={28} color="var(--indigo-ink)" aria-hidden />
        <Text fw={600}>{voucherNumber ? t("sale.done", { number: voucherNumber }) : t("sale.doneFree")}</Text>
      </Group>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:close")}
        </Button>
        {voucherId && voucherNumber && <ReceiptButton voucherId={voucherId} number={voucherNumber} wordy />}
        {useMay("cards.print") && (
          <CardPrintButton who={{ memberIds: [memberId] }} label={t("cards.print")} />
        )}
      </Group>
    </Stack>
  );
}
