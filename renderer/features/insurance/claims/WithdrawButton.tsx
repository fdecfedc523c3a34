import { Button, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useStep } from "./useStep.ts";

/** She takes her claim back before anybody decided. */
export function WithdrawButton({ id }: { readonly id: string }) {
  const { t } = useTranslation("claims");
  const [asking, setAsking] = useState(false);
  const { go, pending, refusal } = useStep("insurance.closeClaim");
  const withdraw = async () => {
    if (await go({ id })) setAsking(false);
  };
  return (
    <>
      <Button variant="subtle" size="compact-sm" onClick={() => setAsking(true)}>
        {t("actions.withdraw")}
      </Button>
      <ConfirmDialog
        opened={asking}
        title={t("actions.withdrawTitle")}
        confirm={t("actions.withdraw")}
        pending={pending}
        onConfirm={() => void withdraw()}
        onClose={() => setAsking(false)}
      >
        <Stack gap="sm">
          <RefusalNotice refusal={refusal} />
          <Text size="sm">{t("actions.withdrawText")}</Text>
        </Stack>
      </ConfirmDialog>
    </>
  );
}
