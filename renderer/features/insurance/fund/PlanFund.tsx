import { Button, Loader, Table, Text } from "@mantine/core";
import { IconTable } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { FundView } from "../../../../src/contract/insurancePolicies.ts";
import { showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Fund.module.css";
import { isUntouched, reserveOf } from "./fundFigures.ts";

// The chart library is half as large as all the rest: read from the slow disk only by whoever looks at a fund.
const FundChart = lazy(() => import("./FundChart.tsx").then((chart) => ({ default: chart.FundChart })));

/** One plan's fund: what is in it, how it came about, how long it lasts. */
export function PlanFund({ fund }: { readonly fund: FundView }) {
  const { t } = useTranslation("claims");
  const [figures, setFigures] = useState(false);
  const isQuiet = fund.months.every(({ contributions, benefits }) => contributions === 0 && benefits === 0);
  return (
    <Panel
      title={fund.planName}
      action={
        !isQuiet && (
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconTable size={16} aria-hidden />}
            aria-expanded={figures}
            onClick={() => setFigures(!figures)}
          >
            {t(figures ? "fund.hideFigures" : "fund.showFigures")}
          </Button>
        )
      }
    >
      {!isUntouched(fund) && <Figures fund={fund} />}
      {isQuiet ? (
        <Text c="dimmed">{t(isUntouched(fund) ? "fund.untouched" : "fund.quiet")}</Text>
      ) : (
        <Suspense fallback={<Loader size="sm" />}>
          <FundChart months={fund.months} />
        </Suspense>
      )}
      {figures && !isQuiet && <MonthTable months={fund.months} />}
    </Panel>
  );
}

function Figures({ fund }: { readonly fund: FundView }) {
  const { t } = useTranslation("claims");
  return (
    <dl className={classes.figures}>
      <div>
        <dt>{t("fund.balance")}</dt>
        <dd className={`${classes.balance} ${fund.balance < 0 ? classes.below : ""}`}>
          <Amount francs={fund.balance} />
        </dd>
      </div>
      <Figure name={t("fund.contributions")} hint={t("fund.contributionsHint")} francs={fund.contributions} />
      <Figure name={t("fund.benefits")} hint={t("fund.benefitsHint")} francs={fund.benefits} />
      <Figure name={t("fund.committed")} francs={fund.committed} />
      <div>
        <dt>{t("fund.reserve")}</dt>
        <dd className={classes.figure}>
          <ReserveWords fund={fund} />
        </dd>
      </div>
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly hint?: string;
  readonly francs: number;
}

function Figure({ name, hint, francs }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={classes.figure}>
        <Amount francs={francs} />
        {hint && <span className={classes.hint}>{hint}</span>}
      </dd>
    </div>
  );
}

function ReserveWords({ fund }: { readonly fund: FundView }) {
  const { t } = useTranslation("claims");
  const reserve = reserveOf(fund);
  switch (reserve.kind) {
    case "months":
      return t("fund.reserveMonths", { count: reserve.months });
    case "growing":
      return t("fund.reserveGrowing");
    case "empty":
      return t("fund.reserveEmpty");
    case "underMonth":
      return t("fund.reserveUnderMonth");
  }
}

/** What the chart draws, in figures, the newest month first. */
function MonthTable({ months }: Pick<FundView, "months">) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  return (
    <Table mt="md" verticalSpacing={4} className="numerals">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("fund.month")}</Table.Th>
          <Table.Th ta="right">{t("fund.contributions")}</Table.Th>
          <Table.Th ta="right">{t("fund.benefits")}</Table.Th>
          <Table.Th ta="right">{t("fund.atEnd")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {months.toReversed().map(({ month, contributions, benefits, balance }) => (
          <Table.Tr key={month}>
            <Table.Th scope="row">{showMonth(month, language)}</Table.Th>
            {[contributions, benefits, balance].map((francs, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: three sums in their fixed order
              <Table.Td key={at} ta="right">
                <Amount francs={francs} />
              </Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
