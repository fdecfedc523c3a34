import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LeaseFile, RentPayment } from "../../../../../src/contract/rentalViews.ts";
import { useMayHere } from "../../../../lib/useMayHere.ts";
import { Amount } from "../../../../ui/Amount.tsx";
import { Day } from "../../../../ui/Day.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { ReceiptButton } from "../../../../ui/ReceiptButton.tsx";
import { useKeyWords } from "../../words.ts";
import classes from "../Lease.module.css";
import { RefundAdvanceDialog } from "./RefundAdvanceDialog.tsx";

const SHOWN = 8;

/** What was received, the newest first, each with what it paid and its receipt; what was given back below. */
export function PaymentsPanel({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [all, setAll] = useState(false);
  const newestFirst = file.payments.toSorted((a, b) => (a.voucherNumber < b.voucherNumber ? 1 : -1));
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN);
  return (
    <Panel title={t("payments.title")} action={<RefundButton file={file} />}>
      {shown.length === 0 ? (
        <Text c="dimmed">{t("payments.none")}</Text>
      ) : (
        <Table verticalSpacing={5}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("payments.on")}</Table.Th>
              <Table.Th>{t("payments.method")}</Table.Th>
              <Table.Th>{t("payments.what")}</Table.Th>
              <Table.Th ta="right">{t("payments.amount")}</Table.Th>
              <Table.Th>{t("payments.receipt")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((payment) => (
              <PaymentRow key={payment.id} payment={payment} file={file} />
            ))}
          </Table.Tbody>
        </Table>
      )}
      {shown.length < newestFirst.length && (
        <Button variant="subtle" size="compact-sm" mt="sm" onClick={() => setAll(true)}>
          {t("payments.all", { count: newestFirst.length })}
        </Button>
      )}
      <Refunds file={file} />
    </Panel>
  );
}

interface PaymentRowProps {
  readonly payment: RentPayment;
  readonly file: LeaseFile;
}

function PaymentRow({ payment, file }: PaymentRowProps) {
  const { t } = useTranslation(["rental", "common"]);
  const { voided, source, method } = payment;
  const how = source === "deposit" ? t("payments.fromDeposit") : t(`common:method.${method}`);
  return (
    <Table.Tr className={voided ? classes.gone : undefined}>
      <Table.Td>
        <Day iso={payment.receivedOn} />
      </Table.Td>
      <Table.Td>{how}</Table.Td>
      <Table.Td>{voided ? t("payments.voided") : <PaidFor payment={payment} />}</Table.Td>
      <Table.Td ta="right">
        <Amount francs={payment.amount} />
      </Table.Td>
      <Table.Td>
        <VoucherOf payment={payment} file={file} />
      </Table.Td>
    </Table.Tr>
  );
}

const PARTS_SHOWN = 2;

function PaidFor({ payment: { parts, advance } }: { readonly payment: RentPayment }) {
  const { t } = useTranslation("rental");
  const words = useKeyWords();
  const shown = parts.length > PARTS_SHOWN + 1 ? parts.slice(0, PARTS_SHOWN) : parts;
  return (
    <>
      {shown.map(({ key }) => (
        <div key={key}>{words(key)}</div>
      ))}
      {shown.length < parts.length && (
        <div className={classes.soft}>{t("payments.more", { count: parts.length - shown.length })}</div>
      )}
      {advance > 0 && (
        <div className={classes.soft}>
          {t("payments.advance")} <Amount francs={advance} />
        </div>
      )}
    </>
  );
}

/** The receipt again, and the way to its voucher, where a wrong payment is undone. */
function VoucherOf({ payment, file }: PaymentRowProps) {
  const { t } = useTranslation("rental");
  const mayOpen = useMayHere("cashbook.read", file.office);
  const { voucherId, voucherNumber, voided, source } = payment;
  return (
    <>
      {voided || source === "deposit" ? (
        <span className="numerals">{voucherNumber}</span>
      ) : (
        <ReceiptButton voucherId={voucherId} number={voucherNumber} />
      )}
      {mayOpen && (
        <div>
          <Link
            to={`/cashbook/vouchers/${voucherId}`}
            className={`${classes.link} ${classes.soft}`}
            aria-label={t("payments.voucherOf", { number: voucherNumber })}
          >
            {t("payments.voucher")}
          </Link>
        </div>
      )}
    </>
  );
}

function Refunds({ file: { refunds } }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  if (refunds.length === 0) return null;
  return (
    <ul className={classes.lines}>
      {refunds.map((refund) => (
        <li key={refund.id} className={`${classes.line} ${refund.voided ? classes.gone : ""}`}>
          <span>
            {t("payments.refund")} · <Day iso={refund.on} /> ·{" "}
            <span className="numerals">{refund.voucherNumber}</span>
          </span>
          <Amount francs={refund.amount} />
        </li>
      ))}
    </ul>
  );
}

function RefundButton({ file }: { readonly file: LeaseFile }) {
  const { t } = useTranslation("rental");
  const [opened, setOpened] = useState(false);
  const mayCollect = useMayHere("rental.collect", file.office);
  if (!mayCollect || file.state !== "ended" || file.advance === 0) return null;
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setOpened(true)} style={{ flex: "none" }}>
        {t("advance.refund")}
      </Button>
      {opened && <RefundAdvanceDialog file={file} onClose={() => setOpened(false)} />}
    </>
  );
}
