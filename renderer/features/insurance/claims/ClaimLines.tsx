import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import { categoryText, cutText } from "../../../../src/contract/texts/cutText.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Claims.module.css";

/** Every line as a sum: what was asked, what each rule took off and why, what is paid. */
export function ClaimLines({ file }: { readonly file: ClaimFile }) {
  const { t } = useTranslation("claims");
  const { claim, lines, computed } = file;
  const isDecided = file.decidedOn !== null;
  return (
    <Panel title={t("file.lines")} text={isDecided ? undefined : t("file.byRules")}>
      <Table verticalSpacing={5} withRowBorders={false} className={classes.decided ?? ""}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("form.what")}</Table.Th>
            <Table.Th ta="right">{t("file.quantity")}</Table.Th>
            <Table.Th ta="right">{t("form.asked")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        {lines.map((line) => (
          <LineRows key={line.id} line={line} />
        ))}
        <Table.Tbody className={classes.lineRows ?? ""}>
          <Sum word={t("form.total")} francs={claim.asked} />
          <Sum word={t("file.total")} francs={computed.granted} strong />
        </Table.Tbody>
      </Table>
    </Panel>
  );
}

function LineRows({ line }: { readonly line: ClaimFile["lines"][number] }) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  return (
    <Table.Tbody className={classes.lineRows ?? ""}>
      <Table.Tr>
        <Table.Th scope="row" fw={500}>
          {categoryText(language, line.category)}{" "}
          <span className={classes.soft}>{line.act ?? line.words}</span>
        </Table.Th>
        <Table.Td ta="right" className="numerals">
          {line.quantity}
        </Table.Td>
        <Table.Td ta="right">
          <Amount francs={line.asked} />
        </Table.Td>
      </Table.Tr>
      {line.cuts.map((cut) => (
        <Table.Tr key={`${cut.rule} ${JSON.stringify(cut.values)}`} className={classes.cutRow ?? ""}>
          <Table.Td colSpan={2}>{cutText(language, cut)}</Table.Td>
          <Table.Td ta="right">
            <Amount francs={-cut.amount} />
          </Table.Td>
        </Table.Tr>
      ))}
      <Sum word={t("file.pays")} francs={line.paid} strong />
    </Table.Tbody>
  );
}

interface SumProps {
  readonly word: string;
  readonly francs: number;
  readonly strong?: boolean;
}

function Sum({ word, francs, strong }: SumProps) {
  const weight = strong ? 600 : 400;
  return (
    <Table.Tr>
      <Table.Th scope="row" colSpan={2} fw={weight} ta="right">
        {word}
      </Table.Th>
      <Table.Td ta="right" fw={weight}>
        <Amount francs={francs} />
      </Table.Td>
    </Table.Tr>
  );
}
