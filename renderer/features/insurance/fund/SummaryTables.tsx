import { Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { InsuranceSummary } from "../../../../src/contract/insurancePolicies.ts";
import { categoryText } from "../../../../src/contract/texts/cutText.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Fund.module.css";

/** Policies and money by plan, claims by step and by kind of care. */
export function SummaryTables({ summary }: { readonly summary: InsuranceSummary }) {
  return (
    <>
      <Plans plans={summary.plans} />
      <div className={classes.columns}>
        <ByState rows={summary.claimsByState} />
        <ByCategory rows={summary.claimsByCategory} />
      </div>
    </>
  );
}

interface FiguresProps {
  readonly first: string;
  readonly others: readonly string[];
  readonly rows: readonly {
    readonly key: string;
    readonly name: string;
    readonly cells: readonly ReactNode[];
  }[];
}

/** A table whose first column names the line and whose others are figures. */
function Figures({ first, others, rows }: FiguresProps) {
  return (
    <Table verticalSpacing={6} className="numerals">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{first}</Table.Th>
          {others.map((heading, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two plans may bear one name; columns keep their order
            <Table.Th key={at} ta="right">
              {heading}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ key, name, cells }) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            {cells.map((cell, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their order
              <Table.Td key={at} ta="right">
                {cell}
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A plan a column: there are few plans, and their names are long. */
function Plans({ plans }: { readonly plans: InsuranceSummary["plans"] }) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const counts = ["active", "new", "suspended", "lapsed", "ended"] as const;
  const sums = ["collected", "earned", "benefits"] as const;
  const ratio = ({ lossRatio }: (typeof plans)[number]) =>
    lossRatio === null ? "—" : t("summary.percent", { ratio: showCount(Math.round(lossRatio), language) });
  return (
    <Panel title={t("summary.plans")}>
      <div style={{ maxWidth: `${16 + 14 * plans.length}rem` }}>
        {plans.length === 0 && <Text c="dimmed">{t("summary.noPlans")}</Text>}
        {plans.length > 0 && (
          <Figures
            first={t("summary.plan")}
            others={plans.map(({ name }) => name)}
            rows={[
              ...counts.map((word) => ({
                key: word,
                name: t(`summary.${word}`),
                cells: plans.map((plan) => showCount(plan[word], language)),
              })),
              ...sums.map((word) => ({
                key: word,
                name: t(`summary.${word}`),
                cells: plans.map((plan) => <Amount key={plan.code} francs={plan[word]} />),
              })),
              { key: "lossRatio", name: t("summary.lossRatio"), cells: plans.map(ratio) },
            ]}
          />
        )}
      </div>
    </Panel>
  );
}

function ByState({ rows }: { readonly rows: InsuranceSummary["claimsByState"] }) {
  const { t } = useTranslation(["claims", "insurance"]);
  const language = useLanguage();
  return (
    <Panel title={t("summary.byState")}>
      {rows.length === 0 && <Text c="dimmed">{t("summary.noClaims")}</Text>}
      {rows.length > 0 && (
        <Figures
          first={t("summary.state")}
          others={[t("summary.claims"), t("summary.asked"), t("summary.granted")]}
          rows={rows.map(({ state, claims, asked, granted }) => ({
            key: state,
            name: t(`insurance:claimStates.${state}`),
            cells: [
              showCount(claims, language),
              <Amount key="asked" francs={asked} />,
              <Amount key="granted" francs={granted} />,
            ],
          }))}
        />
      )}
    </Panel>
  );
}

function ByCategory({ rows }: { readonly rows: InsuranceSummary["claimsByCategory"] }) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  return (
    <Panel title={t("summary.byCategory")}>
      {rows.length === 0 && <Text c="dimmed">{t("summary.noClaims")}</Text>}
      {rows.length > 0 && (
        <Figures
          first={t("summary.category")}
          others={[t("summary.lines"), t("summary.asked"), t("summary.paid")]}
          rows={rows.map(({ category, lines, asked, paid }) => ({
            key: category,
            name: categoryText(language, category),
            cells: [
              showCount(lines, language),
              <Amount key="asked" francs={asked} />,
              <Amount key="paid" francs={paid} />,
            ],
          }))}
        />
      )}
    </Panel>
  );
}
