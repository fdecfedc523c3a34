import { Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { MonthBook } from "../../../../src/contract/cashbookTerms.ts";
import { closingSum } from "../../../../src/domain/cashbook/balances.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { useProjects } from "../ProjectField.tsx";
import { useChart } from "../useChart.ts";
import { useTills } from "../useTills.ts";
import classes from "./Months.module.css";
import { openingOf, sumsOf } from "./monthFigures.ts";

/** The month by place, by account and by project. */
export function MonthTables({ book }: { readonly book: MonthBook }) {
  return (
    <>
      <ByTill book={book} />
      <div className={classes.columns}>
        <ByAccount book={book} />
        <ByProject book={book} />
      </div>
    </>
  );
}

interface FiguresProps {
  readonly headings: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: ReactNode;
    readonly figures: readonly ReactNode[];
  }[];
  /** Below a line. */
  readonly total: readonly ReactNode[];
}

/** A first column of names, then figures, then their sum. */
function Figures({ headings: [first, ...others], rows, total }: FiguresProps) {
  const { t } = useTranslation("cashbook");
  const cells = (figures: readonly ReactNode[]) =>
    figures.map((figure, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
      <Table.Td key={at} ta="right">
        {figure}
      </Table.Td>
    ));
  return (
    <Table verticalSpacing={6} className="numerals">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{first}</Table.Th>
          {others.map((heading) => (
            <Table.Th key={heading} ta="right">
              {heading}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, figures }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            {cells(figures)}
          </Table.Tr>
        ))}
      </Table.Tbody>
      <Table.Tfoot>
        <Table.Tr className={classes.sumRow}>
          <Table.Th scope="row">{t("total")}</Table.Th>
          {cells(total)}
        </Table.Tr>
      </Table.Tfoot>
    </Table>
  );
}

function ByTill({ book }: { readonly book: MonthBook }) {
  const { t } = useTranslation("cashbook");
  const { nameOf } = useTills(book.office);
  const { sumIn, sumOut } = sumsOf(book.tills);
  const amounts = (francs: readonly number[]) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
    francs.map((one, at) => <Amount key={at} francs={one} />);
  return (
    <Panel title={t("months.byTill")}>
      {book.tills.length === 0 && <Text c="dimmed">{t("months.nothing")}</Text>}
      {book.tills.length > 0 && (
        <Figures
          headings={[t("till"), t("sums.opening"), t("in"), t("out"), t("sums.closing")]}
          rows={book.tills.map((line) => ({
            key: line.till,
            name: nameOf(line.till, book.office),
            figures: amounts([line.opening, line.sumIn, line.sumOut, line.closing]),
          }))}
          total={amounts([openingOf(book), sumIn, sumOut, closingSum(book.tills)])}
        />
      )}
    </Panel>
  );
}

function ByAccount({ book }: { readonly book: MonthBook }) {
  const { t } = useTranslation("cashbook");
  const language = useLanguage();
  const { nameOf, numberOf } = useChart();
  const { sumIn, sumOut } = sumsOf(book.accounts);
  const byNumber = book.accounts.toSorted((a, b) => numberOf(a.account).localeCompare(numberOf(b.account)));
  if (byNumber.length === 0) return null;
  return (
    <Panel title={t("months.byAccount")}>
      <Figures
        headings={[t("account"), t("months.vouchers"), t("in"), t("out")]}
        rows={byNumber.map((line) => ({
          key: line.account,
          name: `${numberOf(line.account)} · ${nameOf(line.account)}`,
          figures: [
            showCount(line.vouchers, language),
            <Amount key="in" francs={line.sumIn} />,
            <Amount key="out" francs={line.sumOut} />,
          ],
        }))}
        total={[
          showCount(book.vouchers, language),
          <Amount key="in" francs={sumIn} />,
          <Amount key="out" francs={sumOut} />,
        ]}
      />
    </Panel>
  );
}

function ByProject({ book }: { readonly book: MonthBook }) {
  const { t } = useTranslation("cashbook");
  const projects = useProjects();
  const { sumIn, sumOut } = sumsOf(book.projects);
  // Without a project there is nothing that the accounts do not say.
  if (book.projects.every(({ project }) => project === null)) return null;
  const nameOf = (code: string | null) =>
    code === null ? t("months.noProject") : (projects.find((one) => one.code === code)?.name ?? code);
  return (
    <Panel title={t("months.byProject")}>
      <Figures
        headings={[t("project"), t("in"), t("out")]}
        rows={book.projects.map((line) => ({
          key: line.project ?? "",
          name: nameOf(line.project),
          figures: [<Amount key="in" francs={line.sumIn} />, <Amount key="out" francs={line.sumOut} />],
        }))}
        total={[<Amount key="in" francs={sumIn} />, <Amount key="out" francs={sumOut} />]}
      />
    </Panel>
  );
}
