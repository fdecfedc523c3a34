import { Button, Checkbox, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { ClaimToPay } from "../../../../src/contract/insuranceClaims.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Name } from "../../../ui/Name.tsx";
import { PaymentFields } from "../../../ui/PaymentFields.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import { Notice, RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { usePayment } from "./usePayment.ts";

type Paid = OutputOf<"insurance.payClaim">;

interface PayDialogProps {
  readonly claim: ClaimToPay;
  readonly onClose: () => void;
}

/** Hands the money over, all of it or what the cash allows; then the papers to sign. */
export function PayDialog({ claim, onClose }: PayDialogProps) {
  const { t } = useTranslation("claims");
  const [paid, setPaid] = useState<Paid | null>(null);
  return (
    // The second click of a double click falls beside the shorter last step: the papers stay.
    <Dialog opened onClose={onClose} title={t("pay.title")} size="xl" closeOnClickOutside={false}>
      {paid === null ? (
        <PayForm claim={claim} onPaid={setPaid} onClose={onClose} />
      ) : (
        <PaidNote claim={claim} paid={paid} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface PayFormProps extends PayDialogProps {
  readonly onPaid: (paid: Paid) => void;
}

function PayForm({ claim, onPaid, onClose }: PayFormProps) {
  const { t } = useTranslation(["claims", "common"]);
  const language = useLanguage();
  const text = useRefusalText();
  const pay = usePayment(claim, onPaid);
  const { amount, fund, isBeyond, refusal } = pay;
  const errorAt = (field: string) => (refusal?.field === field ? text(refusal) : null);
  const isPlaced = refusal?.field === "amount" || refusal?.field === "reference";
  return (
    <Stack>
      <RefusalNotice refusal={isPlaced ? null : refusal} />
      <Facts>
        <Fact name={t("columns.member")}>
          <Name surname={claim.surname} firstNames={claim.firstNames} />{" "}
          <span className="numerals">{claim.memberNumber}</span>
        </Fact>
        <Fact name={t("columns.left")}>
          <strong>
            <Amount francs={claim.left} />
          </strong>
        </Fact>
        {fund && (
          <Fact name={t("pay.fund", { plan: fund.planName })}>
            <Amount francs={fund.balance} />
          </Fact>
        )}
      </Facts>
      <NumberInput
        label={t("pay.amount")}
        description={t("pay.amountHint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        min={1}
        max={claim.left}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        thousandSeparator=" "
        hideControls
        w={260}
        data-autofocus
        value={amount}
        onChange={(value) => pay.setAmount(typeof value === "number" ? value : "")}
        error={errorAt("amount")}
      />
      <PaymentFields value={pay.payment} onChange={pay.setPayment} referenceError={errorAt("reference")} />
      {isBeyond && fund && <BeyondFund balance={fund.balance} agreed={pay.beyond} onAgree={pay.setBeyond} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button
          loading={pay.pending}
          disabled={amount === "" || amount === 0 || (isBeyond && !pay.beyond)}
          onClick={() => void pay.go()}
        >
          {t("pay.take", { amount: showFrancs(amount === "" ? 0 : amount, language) })}
        </Button>
      </Group>
    </Stack>
  );
}

interface BeyondFundProps {
  readonly balance: number;
  readonly agreed: boolean;
  readonly onAgree: (agreed: boolean) => void;
}

/** More than the fund holds: said before the click; only the coordinator goes on, and says so. */
function BeyondFund({ balance, agreed, onAgree }: BeyondFundProps) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const mayGoOn = useMay("insurance.approve");
  return (
    <Notice>
      <Stack gap="xs">
        <span>
          {t("pay.beyond", { balance: showFrancs(balance, language) })} {!mayGoOn && t("pay.beyondWho")}
        </span>
        {mayGoOn && (
          <Checkbox
            label={t("pay.beyondCheck")}
            checked={agreed}
            onChange={(event) => onAgree(event.currentTarget.checked)}
          />
        )}
      </Stack>
    </Notice>
  );
}

interface PaidNoteProps extends PayDialogProps {
  readonly paid: Paid;
}

function PaidNote({ claim, paid, onClose }: PaidNoteProps) {
  const { t } = useTranslation(["claims", "common"]);
  const language = useLanguage();
  const mayRead = useMay("claims.read");
  return (
    <Stack>
      <DoneNote title={t("pay.done", { number: paid.voucherNumber })}>
        <Text span inherit>
          {t("pay.doneText")}{" "}
          {paid.left > 0 && t("pay.doneLeft", { amount: showFrancs(paid.left, language) })}
        </Text>
      </DoneNote>
      <Group justify="flex-end">
        <ReceiptButton voucherId={paid.voucherId} number={paid.voucherNumber} wordy />
        {mayRead && (
          <PrintButton
            operation="insurance.printDecision"
            input={{ id: claim.id }}
            label={t("actions.decision")}
          />
        )}
        <Button onClick={onClose} data-autofocus>
          {t("common:close")}
        </Button>
      </Group>
    </Stack>
  );
}
