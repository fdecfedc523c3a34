import { Button, Group, NumberInput, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { PolicyRow } from "../../../../src/contract/insurancePolicies.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Name } from "../../../ui/Name.tsx";
import { PaymentFields } from "../../../ui/PaymentFields.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { useCollect } from "./useCollect.ts";

interface CollectDialogProps {
  readonly policy: PolicyRow;
  readonly onClose: () => void;
}

/** Takes contributions: for how many periods, how much that makes, how she pays; then the receipt. */
export function CollectDialog({ policy, onClose }: CollectDialogProps) {
  const { t } = useTranslation("insurance");
  const [paid, setPaid] = useState<OutputOf<"insurance.payContribution"> | null>(null);
  return (
    // The second click of a double click falls beside the shorter last step: the papers stay.
    <Dialog opened onClose={onClose} title={t("collect.title")} size="xl" closeOnClickOutside={false}>
      {paid === null ? (
        <CollectForm policy={policy} onPaid={setPaid} onClose={onClose} />
      ) : (
        <Collected paid={paid} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface CollectFormProps extends CollectDialogProps {
  readonly onPaid: (paid: OutputOf<"insurance.payContribution">) => void;
}

const MOST_PERIODS = 24;

function CollectForm({ policy, onPaid, onClose }: CollectFormProps) {
  const { t } = useTranslation("insurance");
  const [periods, setPeriods] = useState(1);
  const quote = useAsk(
    "insurance.quoteContribution",
    { policyId: policy.id, periods },
    { keepPrevious: true },
  );
  return (
    <Stack>
      <Facts>
        <Fact name={t("columns.name")}>
          <Name surname={policy.surname} firstNames={policy.firstNames} />
        </Fact>
        <Fact name={t("columns.number")}>{policy.number}</Fact>
        <Fact name={t("columns.plan")}>{policy.planName}</Fact>
      </Facts>
      <NumberInput
        label={t("collect.periods")}
        min={1}
        max={MOST_PERIODS}
        allowDecimal={false}
        allowNegative={false}
        clampBehavior="strict"
        w={220}
        value={periods}
        onChange={(count) => typeof count === "number" && count >= 1 && setPeriods(count)}
      />
      <Asked of={quote}>
        {(quoted) => (
          <TakePayment
            policy={policy}
            quote={quoted}
            waiting={quote.isPlaceholderData || quoted.periods.length !== periods}
            onPaid={onPaid}
            onStale={() => void quote.refetch()}
            onClose={onClose}
          />
        )}
      </Asked>
    </Stack>
  );
}

interface TakePaymentProps extends CollectFormProps {
  readonly quote: OutputOf<"insurance.quoteContribution">;
  /** The amount of another number of periods is still on screen. */
  readonly waiting: boolean;
  readonly onStale: () => void;
}

function TakePayment({ policy, quote, waiting, onPaid, onStale, onClose }: TakePaymentProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const language = useLanguage();
  const text = useRefusalText();
  const { payment, setPayment, refusal, pending, go } = useCollect({ policy, quote, onPaid, onStale });
  const { periods, amount } = quote;
  const aboutReference = refusal?.field === "reference" ? refusal : null;
  return (
    <Stack>
      <RefusalNotice refusal={aboutReference ? null : refusal} />
      <Facts>
        <Fact name={t("collect.covers")}>
          <Day iso={periods[0]?.from ?? null} /> → <Day iso={periods.at(-1)?.to ?? null} />
        </Fact>
        <Fact name={t("collect.amount")}>
          <strong aria-live="polite">
            <Amount francs={amount} />
          </strong>
        </Fact>
      </Facts>
      <PaymentFields
        value={payment}
        onChange={setPayment}
        referenceError={aboutReference ? text(aboutReference) : null}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common:cancel")}
        </Button>
        <Button onClick={() => void go()} loading={pending} disabled={waiting} data-autofocus>
          {t("collect.take", { amount: showFrancs(amount, language) })}
        </Button>
      </Group>
    </Stack>
  );
}

interface CollectedProps {
  readonly paid: OutputOf<"insurance.payContribution">;
  readonly onClose: () => void;
}

function Collected({ paid, onClose }: CollectedProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const { paidUntil } = paid.file.policy;
  return (
    <Stack>
      <DoneNote title={t("collect.done", { number: paid.voucherNumber })}>
        {paidUntil && (
          <Text span inherit>
            {t("columns.paidUntil")} <Day iso={paidUntil} />
          </Text>
        )}
      </DoneNote>
      <Group justify="flex-end">
        <ReceiptButton voucherId={paid.voucherId} number={paid.voucherNumber} wordy />
        <Button onClick={onClose} data-autofocus>
          {t("common:close")}
        </Button>
      </Group>
    </Stack>
  );
}
