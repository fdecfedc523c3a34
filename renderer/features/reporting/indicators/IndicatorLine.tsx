import { Anchor, Table, UnstyledButton } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { PeriodName } from "../../../../src/contract/reportingTerms.ts";
import { showShown } from "../../../lib/figuresShown.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { ChangeNote } from "../../../ui/ChangeNote.tsx";
import { indicatorAddress } from "../addresses.ts";
import { FigureLink } from "../FigureLink.tsx";
import { useWordOf } from "../indicatorWords.ts";
import { TargetNote } from "../TargetNote.tsx";
import classes from "./Indicators.module.css";
import type { IndicatorLineOf } from "./indicatorsView.ts";

interface IndicatorLineProps {
  readonly line: IndicatorLineOf;
  readonly period: PeriodName;
  readonly office: OfficeScope | undefined;
}

/** An indicator with its figures; what it means is read where it stands. */
export function IndicatorLine({
  line: { indicator, now, before, target },
  period,
  office,
}: IndicatorLineProps) {
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  const wordOf = useWordOf();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { code, unit } = indicator;
  const name = wordOf(indicator.name);
  const Arrow = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <Table.Tr>
      <Table.Th scope="row" fw={500}>
        <span className={classes.named}>
          <UnstyledButton
            className={classes.more ?? ""}
            aria-expanded={isOpen}
            aria-controls={id}
            aria-label={t("indicators.meaning", { name })}
            onClick={() => setOpen(!isOpen)}
          >
            <Arrow size={16} aria-hidden />
          </UnstyledButton>
          <Anchor
            component={Link}
            to={indicatorAddress(code, { period, office })}
            underline="hover"
            c="inherit"
            fw={500}
            fz="sm"
          >
            {name}
          </Anchor>
        </span>
        <p id={id} hidden={!isOpen} className={classes.definition}>
          {wordOf(indicator.definition)}
        </p>
      </Table.Th>
      <Table.Td ta="right" fw={600}>
        <FigureLink
          figure={{ code, period, by: null, key: "", office }}
          shown={now}
          unit={unit}
          name={name}
        />
      </Table.Td>
      <Table.Td ta="right">{showShown(before, unit, language)}</Table.Td>
      <Table.Td>
        <ChangeNote now={now} before={before} indicator={indicator} />
      </Table.Td>
      <Table.Td>
        <TargetNote value={now.value} target={target} indicator={indicator} />
      </Table.Td>
    </Table.Tr>
  );
}
