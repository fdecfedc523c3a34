import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CardSale, TermQuote } from "../../../../src/contract/cards.ts";
import type { Member } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { showFrancs } from "../../../lib/format.ts";
import { newId } from "../../../lib/newId.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Name } from "../../../ui/Name.tsx";
import { CASH, PaymentFields } from "../../../ui/PaymentFields.tsx";
import { usePrintReceipt } from "../../../ui/ReceiptButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { Sold } from "./Sold.tsx";

interface SaleDialogProps {
  readonly opened: boolean;
  readonly member: Member;
  readonly onClose: () => void;
}

/** Sells or renews a card: what it covers, what it costs, how she pays; then the receipt and the card. */
export function SaleDialog({ opened, member, onClose }: SaleDialogProps) {
  const { t } = useTranslation(["membership", "common"]);
  return (
    <Dialog opened={opened} onClose={onClose} title={t("sale.title")} size="xl">
      {opened && <SaleSteps member={member} onClose={onClose} />}
    </Dialog>
  );
}

function SaleSteps({ member, onClose }: Omit<SaleDialogProps, "opened">) {
  const [sale, setSale] = useState<CardSale | null>(null);
  const quote = useAsk("cards.quote", { memberId: member.id }, { enabled: sale === null });
  if (sale !== null) {
    return (
      <Sold
        memberId={member.id}
        voucherId={sale.voucherId}
        voucherNumber={sale.voucherNumber}
        onClose={onClose}
      />
    );
  }
  return (
    <Asked of={quote}>
      {(quoted) => (
        <Quoted
          member={member}
          quote={quoted}
          onSold={setSale}
          onStale={() => void quote.refetch()}
          onClose={onClose}
        />
      )}
    </Asked>
  );
}

interface QuotedProps {
  readonly member: Member;
  readonly quote: TermQuote;
  readonly onSold: (sale: CardSale) => void;
  /** The price changed meanwhile: the new one has to be shown. */
  readonly onStale: () => void;
  readonly onClose: () => void;
}

function Quoted({ member, quote, onSold, onStale, onClose }: QuotedProps) {
  const { t } = useTranslation(["membership", "common"]);
  const language = useLanguage();
  const text = useRefusalText();
  const [id] = useState(newId);
  const [payment, setPayment] = useState(CASH);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const sell = useTell("cards.sellTerm");
  const printReceipt = usePrintReceipt();
  const go = useOnce(async () => {
    const reference = payment.method === "cash" ? "" : payment.reference;
    const result = await sell.tell({
      id,
      memberId: member.id,
      method: payment.method,
      reference,
      price: quote.price,
    });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) {
      if (result.refusal.code === "card.priceChanged") onStale();
      return false;
    }
    onSold(result.value);
    await printReceipt.print(result.value.voucherId);
    return true;
  });
  const aboutReference = refusal?.code === "card.referenceMissing";
  return (
    <Stack>
      <RefusalNotice refusal={aboutReference ? null : refusal} />
      <Facts>
        <Fact name={t("columns.name")}>
          <Name {...member} />
        </Fact>
        <Fact name={t("sale.covers")}>
          <Day iso={quote.startsOn} /> → <Day iso={quote.endsOn} />
        </Fact>
        <Fact name={t("sale.price")}>
          <strong>
            <Amount francs={quote.price} />
          </strong>
        </Fact>
      </Facts>
      <span>{t(`sale.kinds.${quote.kind}`)}</span>
      <PaymentFields
        value={payment}
        onChange={setPayment}
        referenceError={aboutReference && refusal ? text(refusal) : null}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button onClick={go} loading={sell.pending} data-autofocus>
          {t("sale.take", { amount: showFrancs(quote.price, language) })}
        </Button>
      </Group>
    </Stack>
  );
}
