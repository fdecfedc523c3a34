import { useTranslation } from "react-i18next";
import type { Voucher } from "../../../src/contract/cashbookTerms.ts";
import { useMay, useOfficeIdentity } from "../../lib/useSession.ts";
import { PrintButton } from "../../ui/PrintButton.tsx";

interface VoucherPaperProps {
  readonly voucher: Voucher;
  readonly main?: boolean;
}

/** A receipt for what came in, a cash voucher for what went out; another office's are printed there. */
export function VoucherPaper({ voucher, main = false }: VoucherPaperProps) {
  const { t } = useTranslation("cashbook");
  const mayPrint = useMay("cards.sell");
  const own = useOfficeIdentity()?.code;
  if (!mayPrint || voucher.office !== own) return null;
  return (
    <PrintButton
      operation="cards.printReceipt"
      input={{ voucherId: voucher.id }}
      label={t(`paper.${voucher.direction}`)}
      variant={main ? "filled" : "default"}
    />
  );
}
