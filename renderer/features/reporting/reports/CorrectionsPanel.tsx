import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Correction } from "../../../../src/contract/reportingTerms.ts";
import { indicatorOf } from "../../../../src/domain/reporting/catalogue/catalogue.ts";
import { showShown } from "../../../lib/figuresShown.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { useWordOf } from "../indicatorWords.ts";
import { usePeriodName } from "../period/periodWords.ts";
import { useFiscalStart } from "../period/usePeriod.ts";

interface CorrectionsPanelProps {
  readonly corrections: readonly Correction[];
  /** What this report itself tells of earlier ones; otherwise what has changed in it since. */
  readonly isOfEarlier: boolean;
  readonly action?: ReactNode;
}

/** Figures that were issued beside what the records say; nothing where nothing changed. */
export function CorrectionsPanel({ corrections, isOfEarlier, action }: CorrectionsPanelProps) {
  const { t } = useTranslation("reports");
  const nameOf = usePeriodName(useFiscalStart());
  if (corrections.length === 0) return null;
  return (
    <Panel
      tone={isOfEarlier ? "plain" : "attention"}
      title={t(isOfEarlier ? "corrections.told" : "corrections.since")}
      text={t(isOfEarlier ? "corrections.toldText" : "corrections.sinceText")}
      action={action}
    >
      <Table verticalSpacing={5} horizontalSpacing="sm" className="numerals">
        <Table.Thead>
          <Table.Tr>
            {isOfEarlier && <Table.Th>{t("list.report")}</Table.Th>}
            <Table.Th>{t("figures.name")}</Table.Th>
            <Table.Th ta="right">{t("corrections.was")}</Table.Th>
            <Table.Th ta="right">{t(isOfEarlier ? "corrections.corrected" : "corrections.is")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {corrections.map((correction) => (
            <Table.Tr
              key={`${correction.number} ${correction.code} ${correction.key} ${correction.label?.fr}`}
            >
              {isOfEarlier && <Table.Td>{`${correction.number}, ${nameOf(correction.period)}`}</Table.Td>}
              <CorrectedCells correction={correction} />
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

function CorrectedCells({ correction: { code, label, was, is } }: { readonly correction: Correction }) {
  const wordOf = useWordOf();
  const language = useLanguage();
  const indicator = indicatorOf(code);
  const name = [indicator === undefined ? code : wordOf(indicator.name), label === null ? "" : wordOf(label)];
  const shown = (value: number | null) =>
    showShown({ value, masked: false }, indicator?.unit ?? "count", language);
  return (
    <>
      <Table.Th scope="row" fw={400}>
        {name.filter(Boolean).join(" · ")}
      </Table.Th>
      <Table.Td ta="right">{shown(was)}</Table.Td>
      <Table.Td ta="right" fw={600}>
        {shown(is)}
      </Table.Td>
    </>
  );
}
