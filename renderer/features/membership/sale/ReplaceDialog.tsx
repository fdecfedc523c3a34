import { Button, Group, Radio, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { InputOf, OutputOf } from "../../../../src/contract/index.ts";
import type { Member } from "../../../../src/contract/membership.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useAsk, useTell } from "../../../lib/calls.ts";
import { showFrancs } from "../../../lib/format.ts";
import { newId } from "../../../lib/newId.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { CASH, PaymentFields } from "../../../ui/PaymentFields.tsx";
import { usePrintReceipt } from "../../../ui/ReceiptButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { Sold } from "./Sold.tsx";

interface ReplaceDialogProps {
  readonly opened: boolean;
  readonly member: Member;
  readonly onClose: () => void;
}

/** A new card for a lost or spoilt one; the old one is refused by the check from then on. */
export function ReplaceDialog({ opened, member, onClose }: ReplaceDialogProps) {
  const { t } = useTranslation(["membership", "common"]);
  return (
    <Dialog opened={opened} onClose={onClose} title={t("cards.replace")} size="xl">
      {opened && <ReplaceSteps member={member} onClose={onClose} />}
    </Dialog>
  );
}

type Reason = InputOf<"cards.replaceCard">["reason"];

function ReplaceSteps({ member, onClose }: Omit<ReplaceDialogProps, "opened">) {
  const [done, setDone] = useState<OutputOf<"cards.replaceCard"> | null>(null);
  if (done === null) return <ReplaceForm member={member} onDone={setDone} onClose={onClose} />;
  return (
    <Sold
      memberId={member.id}
      voucherId={done.voucherId}
      voucherNumber={done.voucherNumber}
      onClose={onClose}
    />
  );
}

interface ReplaceFormProps extends Omit<ReplaceDialogProps, "opened"> {
  readonly onDone: (replaced: OutputOf<"cards.replaceCard">) => void;
}

function ReplaceForm({ member, onDone, onClose }: ReplaceFormProps) {
  const { t } = useTranslation(["membership", "common"]);
  const text = useRefusalText();
  const price = useAsk("office.readSettings", {}).data?.replacementPrice ?? 0;
  const [id] = useState(newId);
  const [reason, setReason] = useState<Reason>("lost");
  const [free, setFree] = useState(false);
  const [payment, setPayment] = useState(CASH);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const replace = useTell("cards.replaceCard");
  const printReceipt = usePrintReceipt();
  const charged = price > 0 && !free;
  const go = async () => {
    const paid = charged && payment.method !== "cash" ? payment : { ...payment, reference: "" };
    const result = await replace.tell({ id, memberId: member.id, reason, charged, ...paid });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    onDone(result.value);
    if (result.value.voucherId) await printReceipt.print(result.value.voucherId);
  };
  const aboutReference = refusal?.code === "card.referenceMissing";
  return (
    <Stack>
      <RefusalNotice refusal={aboutReference ? null : refusal} />
      <Text size="sm">{t("cards.replaceText")}</Text>
      <Reasons value={reason} onChange={setReason} />
      {price > 0 && <Fee price={price} free={free} onChange={setFree} />}
      {charged && (
        <PaymentFields
          value={payment}
          onChange={setPayment}
          referenceError={aboutReference && refusal ? text(refusal) : null}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <ReplaceButton charged={charged} price={price} pending={replace.pending} onClick={go} />
      </Group>
    </Stack>
  );
}

interface ReplaceButtonProps {
  readonly charged: boolean;
  readonly price: number;
  readonly pending: boolean;
  readonly onClick: () => void;
}

function ReplaceButton({ charged, price, pending, onClick }: ReplaceButtonProps) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  return (
    <Button onClick={onClick} loading={pending}>
      {charged ? t("sale.take", { amount: showFrancs(price, language) }) : t("cards.replaceFree")}
    </Button>
  );
}

function Reasons({
  value,
  onChange,
}: {
  readonly value: Reason;
  readonly onChange: (reason: Reason) => void;
}) {
  const { t } = useTranslation("membership");
  return (
    <Radio.Group
      label={t("cards.why")}
      value={value}
      onChange={(next) => onChange(next === "spoilt" ? "spoilt" : "lost")}
    >
      <Group mt={6}>
        <Radio value="lost" label={t("cards.lost")} />
        <Radio value="spoilt" label={t("cards.spoilt")} />
      </Group>
    </Radio.Group>
  );
}

interface FeeProps {
  readonly price: number;
  readonly free: boolean;
  readonly onChange: (free: boolean) => void;
}

function Fee({ price, free, onChange }: FeeProps) {
  const { t } = useTranslation("membership");
  const language = useLanguage();
  return (
    <Radio.Group
      label={t("cards.fee")}
      value={free ? "free" : "paid"}
      onChange={(next) => onChange(next === "free")}
    >
      <Group mt={6}>
        <Radio value="paid" label={t("cards.paid", { amount: showFrancs(price, language) })} />
        <Radio value="free" label={t("cards.free")} />
      </Group>
    </Radio.Group>
  );
}
