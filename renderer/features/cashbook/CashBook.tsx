import { Button } from "@mantine/core";
import { IconNotebook } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { usePages } from "../../lib/pages.ts";
import { refusalIn } from "../../lib/refusals.ts";
import { today } from "../../lib/today.ts";
import { useOfficeIdentity } from "../../lib/useSession.ts";
import { Amount } from "../../ui/Amount.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { OfficeFilter, readOffice } from "../../ui/OfficeFilter.tsx";
import { Page } from "../../ui/Page.tsx";
import { RefusalNotice } from "../../ui/RefusalNotice.tsx";
import { useShowFile } from "../../ui/useShowFile.tsx";
import { VirtualTable } from "../../ui/VirtualTable.tsx";
import classes from "./CashBook.module.css";
import { PeriodChoice } from "./PeriodChoice.tsx";
import { type Period, periodOf } from "./period.ts";
import { useVoucherColumns } from "./useVoucherColumns.tsx";

/** What came in and went out, piece by piece, with its total; each piece prints its receipt again where it was written. */
export function CashBook() {
  const { t } = useTranslation("cashbook");
  const [period, setPeriod] = useState<Period>(() => periodOf("thisMonth", today()));
  const [office, setOffice] = useOfficeInAddress();
  const pages = usePages("cashbook.listVouchers", office === undefined ? period : { ...period, office });
  const showFile = useShowFile();
  const { columns, refusal } = useVoucherColumns(showFile, office);
  return (
    <Page title={t("title")} subtitle={t("subtitle")} wide filling>
      <div className={classes.page}>
        <div className={classes.tools}>
          <OfficeFilter value={office} onChange={setOffice} />
          <PeriodChoice period={period} onChange={setPeriod} />
          {pages.first && <Total sum={pages.first.sumIn - pages.first.sumOut} />}
        </div>
        <RefusalNotice refusal={refusal ?? refusalIn(pages.error)} />
        {pages.first?.total === 0 ? (
          <NothingYet />
        ) : (
          <div className={classes.table}>
            <VirtualTable
              label={t("title")}
              columns={columns}
              count={pages.total}
              rowAt={pages.rowAt}
              onShow={pages.show}
            />
          </div>
        )}
      </div>
    </Page>
  );
}

/** Whose book it is stands in the address, so that going back finds it. */
function useOfficeInAddress() {
  const [address, setAddress] = useSearchParams();
  const identity = useOfficeIdentity();
  const office = identity?.headquarters ? readOffice(address, identity.code) : undefined;
  const change = (next: typeof office) =>
    setAddress(next === undefined ? {} : { office: next }, { replace: true });
  return [office, change] as const;
}

function Total({ sum }: { readonly sum: number }) {
  const { t } = useTranslation("cashbook");
  return (
    <div className={classes.total} aria-live="polite">
      <div className={classes.totalWord}>{t("total")}</div>
      <div className={classes.totalFrancs}>
        <Amount francs={sum} />
      </div>
    </div>
  );
}

function NothingYet() {
  const { t } = useTranslation("cashbook");
  return (
    <Empty
      icon={IconNotebook}
      title={t("empty.title")}
      text={t("empty.text")}
      action={
        <Button component={Link} to="/members" variant="default">
          {t("empty.action")}
        </Button>
      }
    />
  );
}
