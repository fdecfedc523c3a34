import { Group, Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Navigate, useParams } from "react-router";
import { type MonthBook, MonthName } from "../../../../src/contract/cashbookTerms.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showDay } from "../../../lib/format.ts";
import { showMonth } from "../../../lib/months.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { CloseMonth } from "./CloseMonth.tsx";
import { MonthBadge } from "./MonthBadge.tsx";
import classes from "./Months.module.css";
import { MonthTables } from "./MonthTables.tsx";
import { MonthWarnings } from "./MonthWarnings.tsx";
import { ReopenMonth } from "./ReopenMonth.tsx";

/** One month: what it carried, what it was for, what is still to be mended; its papers and its closing. */
export function MonthPage() {
  const read = MonthName.safeParse(useParams().month);
  if (!read.success) return <Navigate to="/cashbook/months" replace />;
  return <Month key={read.data} month={read.data} />;
}

function Month({ month }: { readonly month: MonthName }) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const [office] = useOfficeInAddress();
  const input = office === undefined ? { month } : { month, office };
  const book = useAsk("cashbook.month", input);
  return (
    <Page
      wide
      title={<span className={classes.name}>{showMonth(month, language)}</span>}
      subtitle={book.data && <Standing book={book.data} />}
      back={{
        to: `/cashbook/months${office === undefined ? "" : `?office=${office}`}`,
        label: t("tabs.months"),
      }}
      action={book.data && <MonthActions book={book.data} />}
    >
      <Asked of={book}>
        {(found) => (
          <Stack gap="lg">
            <MonthWarnings book={found} />
            <Papers input={input} />
            <MonthTables book={found} />
          </Stack>
        )}
      </Asked>
    </Page>
  );
}

function Standing({ book }: { readonly book: MonthBook }) {
  const { t } = useTranslation("cashbook");
  const own = useOfficeIdentity()?.code;
  const officeName = useOfficeName();
  return (
    <Group component="span" gap="sm">
      <MonthBadge state={book.state} />
      <span>
        {book.office !== own && `${officeName(book.office)} · `}
        {book.closedOn !== null && book.state === "closed"
          ? t("months.closedOn", { on: showDay(book.closedOn), by: book.closedBy })
          : t("months.count", { count: book.vouchers })}
      </span>
    </Group>
  );
}

/** Closing for the office itself; opening again for headquarters. */
function MonthActions({ book }: { readonly book: MonthBook }) {
  const identity = useOfficeIdentity();
  const mayClose = useMay("cashbook.close") && book.office === identity?.code;
  const mayReopen = useMay("cashbook.reopen") && (identity?.headquarters ?? false);
  if (book.state === "closed") return mayReopen ? <ReopenMonth book={book} /> : null;
  return book.state !== "running" && mayClose ? <CloseMonth book={book} /> : null;
}

const PAPERS = ["journal", "cashSheet", "summary", "all"] as const;

function Papers({ input }: { readonly input: { readonly month: MonthName; readonly office?: string } }) {
  const { t } = useTranslation("cashbook");
  return (
    <Group gap="xs">
      {PAPERS.map((paper) => (
        <PrintButton
          key={paper}
          operation="cashbook.printMonth"
          input={{ ...input, paper }}
          label={t(`months.papers.${paper}`)}
        />
      ))}
    </Group>
  );
}
