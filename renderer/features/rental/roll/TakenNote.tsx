import { Group } from "@mantine/core";
import { IconCircleCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import { quittanceMonths } from "../collect/preview.ts";
import { showMonth } from "../words.ts";
import classes from "./Roll.module.css";
import type { Taken } from "./useCollecting.ts";

/** What was taken last, with its papers: whoever wants them prints them before the next tenant. */
export function TakenNote({ taken: { line, paid } }: { readonly taken: Taken }) {
  const { t } = useTranslation("rental");
  const language = useLanguage();
  const amount = paid.file.payments.find(({ voucherId }) => voucherId === paid.voucherId)?.amount ?? 0;
  return (
    <div className={classes.taken}>
      <span className={classes.takenWords} role="status">
        <IconCircleCheck size={22} color="var(--indigo-ink)" aria-hidden />
        {t("roll.taken", { amount: showFrancs(amount, language), premises: line.premises.join(", ") })}
      </span>
      <Group gap="xs">
        {quittanceMonths(paid.settled).map((month) => (
          <PrintButton
            key={month}
            operation="rental.printQuittance"
            input={{ leaseId: line.leaseId, month }}
            label={t("roll.quittance", { month: showMonth(month, language) })}
            size="compact-sm"
          />
        ))}
        <ReceiptButton voucherId={paid.voucherId} number={paid.voucherNumber} />
      </Group>
    </div>
  );
}
