import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconCash } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import type { ClaimToPay } from "../../../../src/contract/insuranceClaims.ts";
import { useAsk } from "../../../lib/calls.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { InsuranceTabs } from "../InsuranceTabs.tsx";
import { OpenExitsPanel } from "../life/OpenExitsPanel.tsx";
import classes from "./Claims.module.css";
import { PayDialog } from "./PayDialog.tsx";
import { payColumns } from "./payColumns.tsx";

/** Whom to pay how much for care, not why; below it the exits from the fund that are open. */
export function PayPage() {
  const { t } = useTranslation(["claims", "insurance"]);
  const toPay = useAsk("insurance.claimsToPay", {});
  const exits = useAsk("insurance.openExits", {});
  return (
    <Page wide filling title={t("insurance:title")} subtitle={t("pay.subtitle")}>
      <InsuranceTabs />
      <div className={classes.page}>
        <Asked of={toPay}>
          {(rows) => (
            <Asked of={exits}>
              {(open) => (
                <>
                  <ToPay rows={rows} quiet={open.length > 0} />
                  {open.length > 0 && <OpenExitsPanel exits={open} />}
                </>
              )}
            </Asked>
          )}
        </Asked>
      </div>
    </Page>
  );
}

/** The claim that is being paid: chosen here, or named in the address by its own page. It stays until its dialog closes. */
function useChosen(rows: readonly ClaimToPay[]) {
  const [address, setAddress] = useSearchParams();
  const [chosen, setChosen] = useState(() => rows.find(({ id }) => id === address.get("claim")) ?? null);
  const choose = (row: ClaimToPay | null) => {
    setChosen(row);
    if (address.has("claim")) setAddress({}, { replace: true });
  };
  return [chosen, choose] as const;
}

interface ToPayProps {
  readonly rows: readonly ClaimToPay[];
  /** Something else waits on this page: an empty list does not say that there is nothing. */
  readonly quiet: boolean;
}

function ToPay({ rows, quiet }: ToPayProps) {
  const { t } = useTranslation("claims");
  const [chosen, choose] = useChosen(rows);
  const narrow = useMediaQuery("(max-width: 75em)") ?? false;
  // At 125 % zoom two columns step aside: whom, how much is left and the button stay in sight.
  const columns = useMemo(
    () => payColumns(t).filter(({ id }) => !narrow || (id !== "decidedOn" && id !== "granted")),
    [t, narrow],
  );
  return (
    <>
      {rows.length === 0 && !quiet && (
        <Empty icon={IconCash} title={t("pay.empty")} text={t("pay.emptyText")} />
      )}
      {rows.length > 0 && (
        <>
          <div className={classes.total} aria-live="polite">
            <div className={classes.soft}>{t("pay.total")}</div>
            <div className={classes.totalFrancs}>
              <Amount francs={rows.reduce((sum, { left }) => sum + left, 0)} />
            </div>
          </div>
          <div className={classes.table}>
            <VirtualTable
              label={t("pay.title")}
              columns={[...columns, payColumn(t("pay.go"), (number) => t("pay.goOf", { number }), choose)]}
              count={rows.length}
              rowAt={(index) => rows[index]}
              onOpen={choose}
            />
          </div>
        </>
      )}
      {chosen && <PayDialog key={chosen.id} claim={chosen} onClose={() => choose(null)} />}
    </>
  );
}

function payColumn(word: string, named: (number: string) => string, choose: (row: ClaimToPay) => void) {
  return {
    id: "pay",
    heading: word,
    width: "6rem",
    align: "right" as const,
    cell: (row: ClaimToPay) => (
      <Button
        size="compact-sm"
        variant="default"
        aria-label={named(row.number)}
        onClick={(event) => {
          event.stopPropagation();
          choose(row);
        }}
      >
        {word}
      </Button>
    ),
  };
}
