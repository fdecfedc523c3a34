import { Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DuplicatePair } from "../../../../src/contract/headquarters.ts";
import type { MemberRow } from "../../../../src/contract/membership.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "../Headquarters.module.css";
import { useOfficeNames } from "../officeNames.ts";
import { DistinctDialog } from "./DistinctDialog.tsx";
import { PairTable } from "./PairTable.tsx";
import { TransferDialog } from "./TransferDialog.tsx";

/** What a person answers about a pair; `kept` is the record that the other one joins. */
type Asking =
  | { readonly what: "distinct" }
  | { readonly what: "same"; readonly kept: MemberRow; readonly gone: MemberRow };

/** One pair: both records, why they are suspected, and the three answers. */
export function PairPanel({ pair }: { readonly pair: DuplicatePair }) {
  const { t } = useTranslation("headquarters");
  const [asking, setAsking] = useState<Asking | null>(null);
  const close = () => setAsking(null);
  const reasons = pair.reasons.map((reason) => t(`duplicates.reasons.${reason}`)).join(", ");
  return (
    <Panel
      title={t("duplicates.pair", { one: pair.one.number, other: pair.other.number })}
      text={t("duplicates.why", { reasons })}
      action={pair.settling && <span className={classes.badge}>{t("duplicates.settling")}</span>}
    >
      <Stack>
        <PairTable one={pair.one} other={pair.other} />
        {!pair.settling && <Answers pair={pair} onAsk={setAsking} />}
      </Stack>
      {asking?.what === "distinct" && <DistinctDialog pair={pair} onClose={close} />}
      {asking?.what === "same" && <TransferDialog kept={asking.kept} gone={asking.gone} onClose={close} />}
    </Panel>
  );
}

interface AnswersProps {
  readonly pair: DuplicatePair;
  readonly onAsk: (asking: Asking) => void;
}

function Answers({ pair: { one, other }, onAsk }: AnswersProps) {
  const { t } = useTranslation("headquarters");
  const nameOf = useOfficeNames();
  const numbers = { one: one.number, other: other.number };
  const isOneOffice = one.office === other.office;
  const directions = isOneOffice
    ? []
    : [
        { kept: one, gone: other },
        { kept: other, gone: one },
      ];
  return (
    <Group justify="flex-end">
      {isOneOffice && (
        <Text size="sm" c="dimmed">
          {t("duplicates.sameOffice")}
        </Text>
      )}
      <Button
        variant="default"
        aria-label={t("duplicates.distinctWho", numbers)}
        onClick={() => onAsk({ what: "distinct" })}
      >
        {t("duplicates.distinct")}
      </Button>
      {directions.map((direction) => {
        const office = nameOf(direction.kept.office);
        return (
          <Button
            key={direction.kept.id}
            variant="light"
            aria-label={t("duplicates.sameWho", { ...numbers, office })}
            onClick={() => onAsk({ what: "same", ...direction })}
          >
            {t("duplicates.same", { office })}
          </Button>
        );
      })}
    </Group>
  );
}
