import { Button } from "@mantine/core";
import { IconReceipt } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Id } from "../../src/contract/primitives.ts";
import type { Refusal } from "../../src/contract/results.ts";
import { useTell } from "../lib/calls.ts";
import { useMay } from "../lib/useSession.ts";
import { RefusalNotice } from "./RefusalNotice.tsx";
import { useShowFile } from "./useShowFile.tsx";

/** Makes a voucher's receipt and shows it. From the second time on it says that it is a copy. */
export function usePrintReceipt() {
  const showFile = useShowFile();
  const { tell, pending } = useTell("cards.printReceipt", { invalidates: [] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const print = async (voucherId: Id) => {
    const result = await tell({ voucherId });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) showFile(result.value);
  };
  return { print, pending, refusal };
}

interface ReceiptButtonProps {
  readonly voucherId: Id;
  readonly number: string;
  /** Says "print the receipt" instead of its number. */
  readonly wordy?: boolean;
}

/** Prints a receipt (again). */
export function ReceiptButton({ voucherId, number, wordy }: ReceiptButtonProps) {
  const { t } = useTranslation("membership");
  const receipt = usePrintReceipt();
  const maySell = useMay("cards.sell");
  if (!maySell) return <span className="numerals">{number}</span>;
  return (
    <>
      <Button
        variant={wordy ? "default" : "subtle"}
        size={wordy ? "sm" : "compact-sm"}
        className="numerals"
        leftSection={<IconReceipt size={16} aria-hidden />}
        aria-label={wordy ? undefined : t("sale.printReceiptOf", { number })}
        loading={receipt.pending}
        onClick={() => void receipt.print(voucherId)}
      >
        {wordy ? t("sale.printReceipt") : number}
      </Button>
      <RefusalNotice refusal={receipt.refusal} />
    </>
  );
}
