import { Menu, Stack, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Premises } from "../../../../src/contract/rentalViews.ts";
import { today } from "../../../lib/today.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useSending } from "../useSending.ts";

interface RetireDialogProps {
  readonly premises: Premises;
  readonly onClose: () => void;
}

/** Takes premises off the market from today on. */
export function RetireDialog({ premises, onClose }: RetireDialogProps) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const [on] = useState(today);
  const { go, pending, refusal } = useSending("retirePremises", {
    fields: [],
    input: () => ({ id: premises.id, on }),
    onDone: ({ code }) => {
      notice(t("premises.retired", { code }));
      onClose();
    },
  });
  return (
    <ConfirmDialog
      opened
      title={t("premises.retire")}
      confirm={t("premises.retire")}
      pending={pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <Stack gap="sm">
        <RefusalNotice refusal={refusal} />
        <Text size="sm">{t("premises.retireText")}</Text>
      </Stack>
    </ConfirmDialog>
  );
}

interface RestoreItemProps {
  readonly premises: Premises;
  readonly icon: ReactNode;
}

export function RestoreItem({ premises, icon }: RestoreItemProps) {
  const { t } = useTranslation("rental");
  const notice = useNotice();
  const { go } = useSending("retirePremises", {
    fields: [],
    input: () => ({ id: premises.id, on: null }),
    onDone: ({ code }) => notice(t("premises.restored", { code })),
  });
  return (
    <Menu.Item leftSection={icon} onClick={() => void go()}>
      {t("premises.restore")}
    </Menu.Item>
  );
}
