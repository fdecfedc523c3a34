import { IconCalendar } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { MonthLine } from "../../../../src/contract/cashbookTerms.ts";
import type { Language } from "../../../../src/contract/primitives.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showCount } from "../../../lib/format.ts";
import { showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { OfficeFilter } from "../../../ui/OfficeFilter.tsx";
import { Page } from "../../../ui/Page.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { VirtualTable } from "../../../ui/VirtualTable.tsx";
import { CashTabs } from "../CashTabs.tsx";
import { MonthBadge } from "./MonthBadge.tsx";
import classes from "./Months.module.css";

/** Every month from the first voucher on, and whether it is closed. */
export function MonthsPage() {
  const { t } = useTranslation("cashbook");
  const [office, setOffice] = useOfficeInAddress();
  const months = useAsk("cashbook.months", office === undefined ? {} : { office });
  return (
    <Page wide filling title={t("title")} subtitle={t("months.subtitle")}>
      <CashTabs />
      <div style={{ marginBottom: "0.75rem" }}>
        <OfficeFilter value={office} onChange={setOffice} />
      </div>
      <Asked of={months}>{(lines) => <Months lines={lines} withOffice={office === "all"} />}</Asked>
    </Page>
  );
}

interface MonthsProps {
  readonly lines: readonly MonthLine[];
  readonly withOffice: boolean;
}

function Months({ lines, withOffice }: MonthsProps) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const navigate = useNavigate();
  const own = useOfficeIdentity()?.code;
  const columns = useMemo(() => monthColumns(t, language, withOffice), [t, language, withOffice]);
  if (lines.length === 0)
    return <Empty icon={IconCalendar} title={t("months.empty")} text={t("months.emptyText")} />;
  return (
    <VirtualTable
      label={t("tabs.months")}
      columns={columns}
      count={lines.length}
      rowAt={(index) => lines[index]}
      onOpen={({ month, office }) =>
        navigate(`/cashbook/months/${month}${office === own ? "" : `?office=${office}`}`)
      }
    />
  );
}

function monthColumns(
  t: TFunction<"cashbook">,
  language: Language,
  withOffice: boolean,
): TableColumn<MonthLine>[] {
  const office: TableColumn<MonthLine> = {
    id: "office",
    heading: t("office"),
    width: "4.5rem",
    cell: (line) => line.office,
  };
  return [
    ...(withOffice ? [office] : []),
    {
      id: "month",
      heading: t("months.month"),
      width: "minmax(9rem, 1fr)",
      cell: (line) => <span className={classes.name}>{showMonth(line.month, language)}</span>,
    },
    {
      id: "state",
      heading: t("months.state"),
      width: "9rem",
      cell: (line) => <MonthBadge state={line.state} />,
    },
    {
      id: "vouchers",
      heading: t("months.vouchers"),
      width: "5.5rem",
      align: "right",
      cell: (line) => showCount(line.vouchers, language),
    },
    {
      id: "in",
      heading: t("in"),
      width: "9rem",
      align: "right",
      cell: (line) => <Amount francs={line.sumIn} />,
    },
    {
      id: "out",
      heading: t("out"),
      width: "9rem",
      align: "right",
      cell: (line) => <Amount francs={line.sumOut} />,
    },
    {
      id: "closed",
      heading: t("months.closed"),
      width: "minmax(9rem, 1.4fr)",
      cell: (line) => <Closing line={line} />,
    },
  ];
}

function Closing({ line }: { readonly line: MonthLine }) {
  if (line.state === "reopened") return <span>{line.reopenReason}</span>;
  if (line.closedOn === null) return null;
  return (
    <span>
      <Day iso={line.closedOn} /> {line.closedBy}
    </span>
  );
}
