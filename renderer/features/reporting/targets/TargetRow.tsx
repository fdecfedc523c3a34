import { Table } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import { NO_FIGURE, showValue } from "../../../lib/figuresShown.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useWordOf } from "../indicatorWords.ts";
import { TargetField } from "./TargetField.tsx";
import classes from "./Targets.module.css";
import type { TargetLine } from "./targetsView.ts";

interface TargetRowProps {
  readonly line: TargetLine;
  readonly forOffice: OfficeScope;
  readonly year: number;
  readonly mayChange: boolean;
}

/** One indicator's target: typed where it may be changed, otherwise read, with whose word it is. */
export function TargetRow({ line, forOffice, year, mayChange }: TargetRowProps) {
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  const wordOf = useWordOf();
  const { indicator, value, setBy, ofOffice } = line;
  const shown = value === null ? NO_FIGURE : showValue(value, indicator.unit, language);
  const about = [
    indicator.better === "less" ? t("targets.atMost") : "",
    setBy === "headquarters" ? t("targets.byHeadquarters") : "",
    ofOffice === null ? "" : t("targets.ofOffice", { value: showValue(ofOffice, indicator.unit, language) }),
  ].filter(Boolean);
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        {wordOf(indicator.name)}
        {about.length > 0 && <span className={classes.hint}>{about.join(" · ")}</span>}
      </Table.Th>
      <Table.Td ta="right" w="15rem" className="numerals">
        {setBy === "here" && mayChange ? (
          <TargetField line={line} forOffice={forOffice} year={year} />
        ) : (
          shown
        )}
      </Table.Td>
    </Table.Tr>
  );
}
