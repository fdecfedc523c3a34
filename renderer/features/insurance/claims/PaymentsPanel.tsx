import { useTranslation } from "react-i18next";
import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import classes from "./Claims.module.css";

/** What was handed over, each with its voucher. */
export function PaymentsPanel({ file: { payments } }: { readonly file: ClaimFile }) {
  const { t } = useTranslation("claims");
  if (payments.length === 0) return null;
  return (
    <Panel title={t("file.payments")}>
      <ul className={classes.plainList}>
        {payments.map(({ id, amount, paidOn, voucherId, voucherNumber }) => (
          <li key={id} className={classes.cut}>
            <span>
              <Amount francs={amount} /> <span className={classes.soft}>{t("file.paidOn")}</span>{" "}
              <Day iso={paidOn} />
            </span>
            {voucherId === null || voucherNumber === null ? (
              <span className="numerals">{voucherNumber}</span>
            ) : (
              <div className={classes.whole}>
                <ReceiptButton voucherId={voucherId} number={voucherNumber} />
              </div>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}
