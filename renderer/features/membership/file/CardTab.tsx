import { Button, Table, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Card, MemberFile, Term } from "../../../../src/contract/membership.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { ReceiptButton } from "../../../ui/ReceiptButton.tsx";
import { ReplaceDialog } from "../sale/ReplaceDialog.tsx";
import classes from "./MemberPage.module.css";
import { termBar } from "./termBar.ts";

interface CardTabProps {
  readonly file: MemberFile;
  /** Another office follows her: receipts are printed and cards are replaced there. */
  readonly elsewhere: boolean;
}

/** Her terms with their gaps, her cards with their issue numbers, her receipts. */
export function CardTab({ file, elsewhere }: CardTabProps) {
  const { t } = useTranslation("membership");
  if (file.terms.length === 0 && file.cards.length === 0)
    return <Text c="dimmed">{t(elsewhere ? "terms.noneElsewhere" : "terms.none")}</Text>;
  return (
    <>
      <section className={classes.group} aria-label={t("terms.title")}>
        <Title order={2} className={classes.groupTitle ?? ""}>
          {t("terms.title")}
        </Title>
        <TermTimeline terms={file.terms} />
        <TermTable terms={file.terms} elsewhere={elsewhere} />
      </section>
      <CardSection file={file} elsewhere={elsewhere} />
    </>
  );
}

function TermTimeline({ terms }: { readonly terms: readonly Term[] }) {
  const { t } = useTranslation("membership");
  const [today] = useState(todayNow);
  const bar = termBar(terms, today);
  if (bar === null) return null;
  return (
    <div
      role="img"
      aria-label={t("terms.barLabel", { count: terms.filter((term) => term.gapDays > 0).length })}
    >
      <div className={classes.bar}>
        {bar.parts.map(({ term, left, width }) => (
          <div
            key={term.startsOn}
            className={classes.term}
            style={{ left: `${left}%`, width: `${width}%` }}
          />
        ))}
        <div className={classes.now} style={{ left: `min(${bar.now}%, calc(100% - 2px))` }} />
      </div>
      <div className={classes.scale}>
        <Day iso={bar.from} />
        <span>{t("terms.legend")}</span>
        <Day iso={bar.to} />
      </div>
    </div>
  );
}

interface TermTableProps {
  readonly terms: readonly Term[];
  readonly elsewhere: boolean;
}

/** A receipt prints where it was written; one of another office's book is known by its number alone. */
function Receipt({ term, elsewhere }: { readonly term: Term; readonly elsewhere: boolean }) {
  const { t } = useTranslation("membership");
  const { voucherId, voucherNumber } = term;
  if (voucherId && voucherNumber)
    return elsewhere ? (
      <span className="numerals">{voucherNumber}</span>
    ) : (
      <ReceiptButton voucherId={voucherId} number={voucherNumber} />
    );
  return t(term.price > 0 ? "terms.paidElsewhere" : "terms.takenOver");
}

function TermTable({ terms, elsewhere }: TermTableProps) {
  const { t } = useTranslation("membership");
  const newestFirst = [...terms].sort((a, b) => b.startsOn.localeCompare(a.startsOn));
  return (
    <Table mt="sm" verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("terms.from")}</Table.Th>
          <Table.Th>{t("terms.to")}</Table.Th>
          <Table.Th ta="right">{t("terms.price")}</Table.Th>
          <Table.Th>{t("terms.gapBefore")}</Table.Th>
          <Table.Th>{t("terms.receipt")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {newestFirst.map((term) => (
          <Table.Tr key={term.id}>
            <Table.Td>
              <Day iso={term.startsOn} />
            </Table.Td>
            <Table.Td>
              <Day iso={term.endsOn} />
            </Table.Td>
            <Table.Td ta="right">
              {term.voucherId || term.price > 0 ? <Amount francs={term.price} /> : "—"}
            </Table.Td>
            <Table.Td className={classes.gap ?? ""}>
              {term.gapDays > 0 ? t("terms.gapDays", { count: term.gapDays }) : ""}
            </Table.Td>
            <Table.Td>
              <Receipt term={term} elsewhere={elsewhere} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function CardSection({ file, elsewhere }: CardTabProps) {
  const { t } = useTranslation("membership");
  const [replacing, setReplacing] = useState(false);
  const maySell = useMay("cards.sell");
  const hasValid = file.cards.some((card) => card.state === "valid");
  return (
    <section className={classes.group} aria-label={t("cards.title")}>
      <Title order={2} className={classes.groupTitle ?? ""}>
        {t("cards.title")}
      </Title>
      <ul className={classes.lines}>
        {[...file.cards]
          .sort((a, b) => b.issue - a.issue)
          .map((card) => (
            <CardLine key={card.id} card={card} />
          ))}
      </ul>
      {maySell && hasValid && !elsewhere && (
        <Button variant="default" size="xs" mt="sm" onClick={() => setReplacing(true)}>
          {t("cards.replace")}
        </Button>
      )}
      <ReplaceDialog opened={replacing} member={file.member} onClose={() => setReplacing(false)} />
    </section>
  );
}

function CardLine({ card }: { readonly card: Card }) {
  const { t } = useTranslation("membership");
  return (
    <li className={classes.line}>
      <strong>{t("cards.issue", { issue: card.issue })}</strong>
      <span>
        {t("cards.made")} <Day iso={card.issuedOn} />, {t("cards.until")} <Day iso={card.validUntil} />
      </span>
      <span className={card.state === "valid" ? undefined : classes.soft}>
        {t(`cards.states.${card.state}`)}
      </span>
    </li>
  );
}
