import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LifeAccount } from "../../../../src/contract/insurancePolicies.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { DateField } from "../../../ui/DateField.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";

interface RequestExitDialogProps {
  readonly policyId: Id;
  readonly quote: LifeAccount["quotes"][number];
  readonly onClose: () => void;
}

/** Asks for the way out of the fund; another person approves it. */
export function RequestExitDialog({ policyId, quote, onClose }: RequestExitDialogProps) {
  const { t } = useTranslation(["insurance", "common"]);
  const text = useRefusalText();
  const [today] = useState(todayNow);
  const [id] = useState(newId);
  const [on, setOn] = useState(() => dayAsTyped(today));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const request = useTell("insurance.requestExit");
  // Of another day than today the service may count another sum: what it said last stands.
  const corrected = refusal?.code === "insurance.amountChanged" ? Number(refusal.values?.amount) : Number.NaN;
  const amount = Number.isFinite(corrected) ? corrected : quote.amount;
  const go = async () => {
    const read = readTypedDay(on, today);
    if (read.kind !== "day") return setRefusal({ code: "request.required", field: "on" });
    const result = await request.tell({ id, policyId, kind: quote.kind, on: read.day, amount });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onClose();
  };
  const aboutDay = refusal?.field === "on" ? text(refusal) : null;
  return (
    <Dialog opened onClose={onClose} title={t(`exits.kinds.${quote.kind}`)} size="lg">
      <Stack>
        <RefusalNotice refusal={aboutDay === null ? refusal : null} />
        <Text size="sm">{t(`quotes.what.${quote.kind}`)}</Text>
        <DateField
          label={t("quotes.on")}
          required
          data-autofocus
          value={on}
          onChange={(typed) => {
            setRefusal(null);
            setOn(typed);
          }}
          error={aboutDay}
        />
        <Facts>
          <Fact name={t("quotes.amount")}>
            <strong aria-live="polite">
              <Amount francs={amount} />
            </strong>
          </Fact>
        </Facts>
        <Text size="sm" c="dimmed">
          {t("quotes.twoPeople")}
        </Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button loading={request.pending} onClick={() => void go()}>
            {t("quotes.go")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
