import { Button, Text } from "@mantine/core";
import { IconCoins } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Name } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import { AllowanceDialog } from "./AllowanceDialog.tsx";
import classes from "./Cohort.module.css";

/** What the trainer is owed for sessions held, and what she was paid. */
export function AllowancesPanel({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const [paying, setPaying] = useState(false);
  const mayPay = useMayHere("literacy.collect", file.office) && file.details.allowance > 0;
  const { sessions, amount } = file.allowanceDue;
  const newestFirst = file.allowances.toSorted((one, other) => other.paidOn.localeCompare(one.paidOn));
  return (
    <Panel
      title={t("allowances.title")}
      text={
        file.details.allowance > 0 &&
        t("allowances.each", { amount: showFrancs(file.details.allowance, language) })
      }
      action={
        mayPay && (
          <Button
            variant={amount > 0 ? "filled" : "default"}
            size="xs"
            style={{ flex: "none" }}
            leftSection={<IconCoins size={16} aria-hidden />}
            onClick={() => setPaying(true)}
          >
            {t("allowances.pay")}
          </Button>
        )
      }
    >
      {amount > 0 && (
        <div className={classes.due}>
          <span>{t("allowances.due", { count: sessions })}</span>
          <strong>
            <Amount francs={amount} />
          </strong>
        </div>
      )}
      {newestFirst.length === 0 && amount === 0 && <Text c="dimmed">{t("allowances.none")}</Text>}
      <ul className={classes.lines}>
        {newestFirst.map((payment) => (
          <li key={payment.id} className={classes.line}>
            <Paid file={file} payment={payment} />
          </li>
        ))}
      </ul>
      {paying && <AllowanceDialog file={file} onClose={() => setPaying(false)} />}
    </Panel>
  );
}

interface PaidProps {
  readonly file: CohortFile;
  readonly payment: CohortFile["allowances"][number];
}

function Paid({ file, payment }: PaidProps) {
  const { t } = useTranslation("literacy");
  const { trainerId, sessions, from, to, amount, paidOn, voucherId, voucherNumber, voided } = payment;
  const trainers = useAsk("literacy.trainers", {}).data ?? [];
  // Another office's trainers are not in this list: of them only who has the class is known.
  const theirs = trainerId === file.details.trainerId ? file.trainerName : "";
  const name = trainers.find(({ id }) => id === trainerId)?.name ?? theirs;
  return (
    <>
      <span>
        <span className={voided ? classes.voided : undefined}>
          <Amount francs={amount} /> · {t("allowances.line", { count: sessions })}
        </span>
        {voided && <span className={classes.soft}> · {t("allowances.voided")}</span>}
        <br />
        <span className={classes.soft}>
          <Day iso={paidOn} /> ·{" "}
          {name !== "" && (
            <>
              <Name surname={name} firstNames="" /> ·{" "}
            </>
          )}
          <Day iso={from} /> → <Day iso={to} />
        </span>
      </span>
      <span className={classes.still}>
        <ReceiptButton voucherId={voucherId} number={voucherNumber} />
      </span>
    </>
  );
}
