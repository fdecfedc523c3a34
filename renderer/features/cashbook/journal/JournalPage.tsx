import { Group } from "@mantine/core";
import { IconNotebook } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { OutputOf } from "../../../../src/contract/index.ts";
import { usePages } from "../../../lib/pages.ts";
import { refusalIn } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { ExportMenu } from "../../../ui/ExportMenu.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { CashTabs } from "../CashTabs.tsx";
import classes from "./Journal.module.css";
import { JournalFilters } from "./JournalFilters.tsx";
import { exportedOf, filterOf, isNarrowed, type JournalView } from "./journalView.ts";
import { NewVoucherMenu } from "./NewVoucherMenu.tsx";
import { useJournalView } from "./useJournalView.ts";
import { useLedgerColumns } from "./useLedgerColumns.tsx";

/** Every franc that came in and went out, voucher by voucher, the newest first. */
export function JournalPage() {
  const { t } = useTranslation("cashbook");
  const [view, change] = useJournalView();
  return (
    <Page
      title={t("title")}
      subtitle={t("journal.subtitle")}
      wide
      filling
      action={
        <Group gap="xs" wrap="nowrap">
          <PrintButton
            operation="cashbook.printBook"
            input={filterOf(view)}
            label={t("print")}
            about={t("journal.print")}
          />
          <ExportMenu
            operation="cashbook.exportJournal"
            input={exportedOf(view)}
            codebook="journal"
            what={t("export.what")}
          />
          <NewVoucherMenu />
        </Group>
      }
    >
      <CashTabs />
      <Book view={view} onChange={change} />
    </Page>
  );
}

interface BookProps {
  readonly view: JournalView;
  readonly onChange: (view: JournalView) => void;
}

function Book({ view, onChange }: BookProps) {
  const { t } = useTranslation("cashbook");
  const navigate = useNavigate();
  const pages = usePages("cashbook.listVouchers", filterOf(view));
  const columns = useLedgerColumns(view);
  return (
    <div className={classes.page}>
      <JournalFilters view={view} onChange={onChange} />
      <RefusalNotice refusal={refusalIn(pages.error)} />
      {pages.first && <Sums book={pages.first} />}
      {pages.first?.total === 0 ? (
        <Empty
          icon={IconNotebook}
          title={t(isNarrowed(view) ? "journal.nothing" : "journal.empty")}
          text={t(isNarrowed(view) ? "journal.nothingText" : "journal.emptyText")}
        />
      ) : (
        <div className={classes.table}>
          <VirtualTable
            label={t("tabs.journal")}
            columns={columns}
            count={pages.total}
            rowAt={pages.rowAt}
            rowHeight={38}
            onShow={pages.show}
            onOpen={(line) => navigate(`/cashbook/vouchers/${line.id}`)}
          />
        </div>
      )}
    </div>
  );
}

/** What lay there before, what came and went, what lies there now. */
function Sums({ book }: { readonly book: OutputOf<"cashbook.listVouchers"> }) {
  const { t } = useTranslation("cashbook");
  return (
    <dl className={classes.sums} aria-live="polite">
      {(["opening", "sumIn", "sumOut", "closing"] as const).map((word) => (
        <div key={word} className={`${classes.sum} ${word === "closing" ? classes.closing : ""}`}>
          <dt>{t(`sums.${word}`)}</dt>
          <dd>
            <Amount francs={book[word]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
