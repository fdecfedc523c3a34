import { Badge, Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LifeAccount } from "../../../../src/contract/insurancePolicies.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Private } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import classes from "../policy/Policy.module.css";
import { DecideExitDialog } from "./DecideExitDialog.tsx";
import { PayExitDialog } from "./PayExitDialog.tsx";

type Exit = LifeAccount["exits"][number];
type Payment = Exit["payments"][number];

interface ExitsPanelProps {
  readonly account: LifeAccount;
  readonly elsewhere: boolean;
}

/** The ways out that were asked for: who asked, who agreed, who is paid. */
export function ExitsPanel({ account, elsewhere }: ExitsPanelProps) {
  const { t } = useTranslation("insurance");
  return (
    <Panel title={t("exits.title")}>
      {account.exits.map((exit) => (
        <ExitSteps key={exit.id} exit={exit} elsewhere={elsewhere} />
      ))}
    </Panel>
  );
}

interface ExitStepsProps {
  readonly exit: Exit;
  readonly elsewhere: boolean;
}

function ExitSteps({ exit, elsewhere }: ExitStepsProps) {
  const { t } = useTranslation("insurance");
  const [paying, setPaying] = useState<Payment | null>(null);
  const mayPay = useMay("claims.pay") && !elsewhere && exit.state === "approved";
  const hasPapers = exit.state === "approved" || exit.state === "paid";
  return (
    <section className={classes.exit} aria-label={t(`exits.kinds.${exit.kind}`)}>
      <Group justify="space-between">
        <Group gap="sm">
          <strong>{t(`exits.kinds.${exit.kind}`)}</strong>
          <Day iso={exit.on} />
          <strong>
            <Amount francs={exit.amount} />
          </strong>
          <Badge variant="light" color={exit.state === "requested" ? "ochre" : "indigo"} tt="none">
            {t(`exits.states.${exit.state}`)}
          </Badge>
        </Group>
        {hasPapers && !elsewhere && (
          <PrintButton
            operation="insurance.printExit"
            input={{ id: exit.id }}
            label={t("exits.papers")}
            size="xs"
          />
        )}
      </Group>
      <Text size="sm" c="dimmed" mt={4}>
        {[
          exit.requestedBy && t("exits.requestedBy", { name: exit.requestedBy }),
          exit.approvedBy &&
            t(exit.state === "refused" ? "exits.refusedBy" : "exits.approvedBy", { name: exit.approvedBy }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </Text>
      {exit.state === "requested" && !elsewhere && <Decision exit={exit} />}
      <ul className={classes.lines}>
        {exit.payments.map((payment) => (
          <PaymentLine key={payment.id} payment={payment} onPay={mayPay ? () => setPaying(payment) : null} />
        ))}
      </ul>
      {paying && <PayExitDialog payment={paying} onClose={() => setPaying(null)} />}
    </section>
  );
}

function Decision({ exit }: { readonly exit: Exit }) {
  const { t } = useTranslation("insurance");
  const [deciding, setDeciding] = useState<"approve" | "refuse" | null>(null);
  if (!useMay("insurance.approve"))
    return (
      <Text size="sm" mt="xs">
        {t("exits.waits")}
      </Text>
    );
  return (
    <Group gap="sm" mt="xs">
      <Button size="xs" onClick={() => setDeciding("approve")}>
        {t("exits.approve")}
      </Button>
      <Button size="xs" variant="default" onClick={() => setDeciding("refuse")}>
        {t("exits.refuse")}
      </Button>
      {deciding && <DecideExitDialog exit={exit} decision={deciding} onClose={() => setDeciding(null)} />}
    </Group>
  );
}

interface PaymentLineProps {
  readonly payment: Payment;
  /** Null where nothing can be paid now or by this person. */
  readonly onPay: (() => void) | null;
}

function PaymentLine({ payment, onPay }: PaymentLineProps) {
  const { t } = useTranslation("insurance");
  return (
    <li className={classes.line}>
      <span style={{ flex: 1 }}>
        <Private>{payment.to}</Private>
        {payment.share !== null && <span className={classes.soft}>{` ${payment.share}\u00a0%`}</span>}
      </span>
      <Amount francs={payment.amount} />
      {payment.paidOn ? (
        <span className={`numerals ${classes.soft}`}>
          {t("exits.paidOn")} <Day iso={payment.paidOn} />
          {payment.voucherNumber && ` · ${payment.voucherNumber}`}
        </span>
      ) : (
        onPay && (
          <Button size="compact-sm" onClick={onPay}>
            {t("exits.pay")}
          </Button>
        )
      )}
    </li>
  );
}
