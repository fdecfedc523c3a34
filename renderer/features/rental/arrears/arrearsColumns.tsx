import { Button, Group } from "@mantine/core";
import type { TFunction } from "i18next";
import { Link } from "react-router";
import type { CalendarDate, Language } from "../../../../src/contract/primitives.ts";
import type { ArrearsLine } from "../../../../src/contract/rentalViews.ts";
import { daysBetween } from "../../../../src/domain/calendar.ts";
import { showPhone } from "../../../../src/domain/phone.ts";
import { showDay, showFrancs } from "../../../lib/format.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Private } from "../../../ui/Name.tsx";
import type { TableColumn } from "../../../ui/tableColumns.ts";
import { TenantName } from "../TenantName.tsx";
import classes from "./Arrears.module.css";
import type { ArrearsSort } from "./arrearsOrder.ts";
import { LettersMenu } from "./LettersMenu.tsx";
import type { useLetters } from "./useLetters.ts";

export interface ArrearsLook {
  readonly t: TFunction<"rental">;
  readonly language: Language;
  readonly on: CalendarDate;
  /** At headquarters, over all offices. */
  readonly withOffice: boolean;
  /** At 125 % zoom the guarantor steps below the tenant's phone, so that nothing has to be scrolled sideways. */
  readonly narrow: boolean;
  readonly letters: ReturnType<typeof useLetters>;
  /** Whether this person may note something in a lease of that line. */
  readonly mayNote: (line: ArrearsLine) => boolean;
  readonly onNote: (line: ArrearsLine) => void;
}

type Column = TableColumn<ArrearsLine, ArrearsSort>;

/** The columns of the list of arrears; two lines each, so that phones are large enough to dial from. */
export function arrearsColumns(look: ArrearsLook): Column[] {
  const { t, on, withOffice, narrow } = look;
  const office: Column = {
    id: "office",
    heading: t("arrears.columns.office"),
    width: "4.4rem",
    cell: (line) => <span className="numerals">{line.office}</span>,
  };
  const guarantor: Column = {
    id: "guarantor",
    heading: t("arrears.columns.guarantor"),
    width: "minmax(8.2rem, 1fr)",
    cell: (line) => <GuarantorCell line={line} none={t("arrears.noGuarantor")} />,
  };
  return [
    {
      id: "tenant",
      heading: t("arrears.columns.tenant"),
      width: narrow ? "minmax(8.4rem, 1.6fr)" : "minmax(9.5rem, 1.6fr)",
      cell: (line) => <WhoCell line={line} />,
    },
    // The lease's number names its office too.
    ...(withOffice && !narrow ? [office] : []),
    {
      id: "phone",
      heading: t("arrears.columns.phone"),
      width: narrow ? "8.8rem" : "8.2rem",
      cell: (line) => <PhoneCell line={line} look={look} />,
    },
    ...(narrow ? [] : [guarantor]),
    {
      id: "age",
      heading: t("arrears.columns.age"),
      width: "6.6rem",
      sort: "age",
      cell: ({ oldestDueOn }) => (
        <>
          <div className="numerals">{t("arrears.days", { count: daysBetween(oldestDueOn, on) })}</div>
          <div className={`${classes.soft} numerals`}>{showDay(oldestDueOn)}</div>
        </>
      ),
    },
    {
      id: "total",
      heading: t("arrears.columns.total"),
      width: "8rem",
      align: "right",
      sort: "total",
      cell: ({ total }) => (
        <strong>
          <Amount francs={total} />
        </strong>
      ),
    },
    {
      id: "last",
      heading: t("arrears.columns.last"),
      width: narrow ? "minmax(8rem, 1.3fr)" : "minmax(10.5rem, 1.6fr)",
      cell: (line) => <LastCell line={line} look={look} />,
    },
    {
      id: "action",
      heading: t("arrears.columns.action"),
      width: "10.4rem",
      align: "right",
      cell: (line) => <ActionCell line={line} look={look} />,
    },
  ];
}

function WhoCell({ line }: { readonly line: ArrearsLine }) {
  return (
    <>
      <Link to={`/rental/leases/${line.leaseId}`} className={classes.link}>
        <TenantName name={line.tenantName} />
      </Link>
      <div className={classes.soft}>{[...line.premises, line.number].join(" · ")}</div>
    </>
  );
}

function Phone({ number, none }: { readonly number: string; readonly none: string }) {
  if (number === "") return <span className={classes.soft}>{none}</span>;
  return (
    <span className={`${classes.phone} numerals`}>
      <Private>{showPhone(number)}</Private>
    </span>
  );
}

function PhoneCell({ line, look }: { readonly line: ArrearsLine; readonly look: ArrearsLook }) {
  const { t, narrow } = look;
  return (
    <>
      <Phone number={line.tenantPhone} none={t("arrears.noPhone")} />
      {narrow && line.guarantorPhone !== "" && (
        <div className={`${classes.soft} numerals`}>
          {t("arrears.columns.guarantor")} <Private>{showPhone(line.guarantorPhone)}</Private>
        </div>
      )}
    </>
  );
}

function GuarantorCell({ line, none }: { readonly line: ArrearsLine; readonly none: string }) {
  const { guarantorName, guarantorPhone } = line;
  if (guarantorName === "" && guarantorPhone === "") return <span className={classes.soft}>{none}</span>;
  return (
    <>
      {guarantorPhone !== "" && <Phone number={guarantorPhone} none="" />}
      {guarantorName !== "" && (
        <div className={classes.soft}>
          <TenantName name={guarantorName} />
        </div>
      )}
    </>
  );
}

/** What was promised last, and whether the word was kept; without a promise, how the tenant was reminded. */
function LastCell({ line, look }: { readonly line: ArrearsLine; readonly look: ArrearsLook }) {
  const { t, language } = look;
  const { lastReminder, promiseBroken } = line;
  const broken = promiseBroken && <div className={classes.broken}>{t("arrears.broken")}</div>;
  if (lastReminder === null) return <span className={classes.soft}>{t("arrears.never")}</span>;
  const { kind, on, promisedOn, promised } = lastReminder;
  const how = `${t(`reminder.kinds.${kind}`)} ${showDay(on)}`;
  if (promisedOn === null)
    return (
      <>
        <div className="numerals">{how}</div>
        {broken}
      </>
    );
  const amount = showFrancs(promised ?? 0, language);
  return (
    <div className="numerals" title={how}>
      {broken || <div>{t("arrears.promised", { amount })}</div>}
      <div className={classes.soft}>
        {promiseBroken ? `${amount} · ` : ""}
        {t("arrears.promisedFor", { on: showDay(promisedOn) })}
      </div>
    </div>
  );
}

function ActionCell({ line, look }: { readonly line: ArrearsLine; readonly look: ArrearsLook }) {
  const { t, letters, mayNote, onNote } = look;
  return (
    <Group gap={6} justify="flex-end" wrap="nowrap">
      {mayNote(line) && (
        <Button
          size="compact-sm"
          aria-label={t("arrears.noteOf", { number: line.number })}
          onClick={() => onNote(line)}
        >
          {t("arrears.note")}
        </Button>
      )}
      <LettersMenu line={line} letters={letters} />
    </Group>
  );
}
