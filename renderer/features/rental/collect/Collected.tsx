import { Button, Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import { showMonth } from "../words.ts";
import { quittanceMonths } from "./preview.ts";

interface CollectedProps {
  readonly paid: OutputOf<"rental.recordPayment">;
  readonly onClose: () => void;
}

/** It is taken: the papers that the tenant leaves with. */
export function Collected({ paid, onClose }: CollectedProps) {
  const { t } = useTranslation(["rental", "common"]);
  const language = useLanguage();
  const months = quittanceMonths(paid.settled);
  return (
    <Stack>
      <DoneNote title={t("collect.done", { number: paid.voucherNumber })}>
        {t(months.length > 0 ? "collect.doneSettled" : "collect.doneNothing")}
      </DoneNote>
      <Group gap="sm">
        <ReceiptButton voucherId={paid.voucherId} number={paid.voucherNumber} wordy />
        {months.map((month) => (
          <PrintButton
            key={month}
            operation="rental.printQuittance"
            input={{ leaseId: paid.file.id, month }}
            label={t("collect.quittance", { month: showMonth(month, language) })}
          />
        ))}
      </Group>
      <Group justify="flex-end">
        <Button onClick={onClose} data-autofocus>
          {t("common:close")}
        </Button>
      </Group>
    </Stack>
  );
}
