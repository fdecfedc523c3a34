import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Navigate, useParams } from "react-router";
import type { Voucher } from "../../../../src/contract/cashbookTerms.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Entry.module.css";
import { MoveForm } from "./MoveForm.tsx";
import { Recorded } from "./Recorded.tsx";
import { VoucherForm } from "./VoucherForm.tsx";

const WAYS = ["in", "out", "transfer", "remit"] as const;
type Way = (typeof WAYS)[number];

/** A voucher by hand: a receipt, an expense, a transfer, money for Bamako. */
export function EntryPage() {
  const { way: asked } = useParams();
  const mayWrite = useMay("cashbook.write");
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const way = WAYS.find((one) => one === asked);
  if (way === undefined || !mayWrite || (way === "remit" && headquarters))
    return <Navigate to="/cashbook" replace />;
  // Another way is another form, with its own draft.
  return <Entry key={way} way={way} />;
}

function Entry({ way }: { readonly way: Way }) {
  const { t } = useTranslation("cashbook");
  const [recorded, setRecorded] = useState<Voucher | null>(null);
  return (
    <Page
      title={t(`entry.title.${way}`)}
      subtitle={t(`entry.subtitle.${way}`)}
      back={{ to: "/cashbook", label: t("tabs.journal") }}
    >
      <div className={classes.form}>
        <Panel>
          {recorded !== null && <Recorded voucher={recorded} onAnother={() => setRecorded(null)} />}
          {recorded === null && (way === "in" || way === "out") && (
            <VoucherForm direction={way} onDone={setRecorded} />
          )}
          {recorded === null && (way === "transfer" || way === "remit") && (
            <MoveForm way={way} onDone={setRecorded} />
          )}
        </Panel>
      </div>
    </Page>
  );
}
