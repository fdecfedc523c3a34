import { NumberInput } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import type { Unit } from "../../../../src/domain/reporting/indicator.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { FRANCS } from "../../../ui/numberFields.ts";
import { useWordOf } from "../indicatorWords.ts";
import classes from "./Targets.module.css";
import type { TargetLine } from "./targetsView.ts";

const MOST = 1_000_000_000_000;

/** How a value of this unit is typed. */
function typedAs(unit: Unit) {
  const plain = { min: 0, max: MOST, allowNegative: false, hideControls: true } as const;
  switch (unit) {
    case "francs":
      return FRANCS;
    case "percent":
      return { ...plain, decimalScale: 1, decimalSeparator: ",", suffix: "\u00a0%" } as const;
    case "months":
    case "hours":
      return { ...plain, decimalScale: 1, decimalSeparator: "," } as const;
    case "members":
    case "women":
    case "count":
      return { ...plain, allowDecimal: false, thousandSeparator: "\u202f" } as const;
  }
}

interface TargetFieldProps {
  readonly line: TargetLine;
  readonly forOffice: OfficeScope;
  readonly year: number;
}

type Typed = string | number;

/** Saved when the field is left or Enter is pressed; empty takes the target away. */
export function TargetField({ line, forOffice, year }: TargetFieldProps) {
  const { t } = useTranslation("reporting");
  const wordOf = useWordOf();
  const { typed, setTyped, save, error, isSaved } = useTyped(line, forOffice, year);
  return (
    <NumberInput
      aria-label={t("targets.field", { name: wordOf(line.indicator.name) })}
      placeholder={t("targets.none")}
      {...typedAs(line.indicator.unit)}
      value={typed}
      error={error}
      onChange={setTyped}
      onBlur={() => void save()}
      onKeyDown={(event) => {
        if (event.key === "Enter") void save();
      }}
      rightSectionWidth={isSaved ? 30 : 0}
      rightSection={
        isSaved ? (
          <span className={classes.saved} role="status" aria-label={t("targets.saved")}>
            <IconCheck size={16} aria-hidden />
          </span>
        ) : null
      }
      styles={{ input: { textAlign: "right" } }}
    />
  );
}

/** What is typed, and its way into the register: once for each change. */
function useTyped({ id, value, indicator }: TargetLine, forOffice: OfficeScope, year: number) {
  const words = useRefusalText();
  const [typed, setTyped] = useState<Typed>(value ?? "");
  const [kept, setKept] = useState(value);
  const [ownId] = useState(() => id ?? newId());
  const [error, setError] = useState<string | null>(null);
  const [isSaved, setSaved] = useState(false);
  const { tell } = useTell("reporting.saveTarget", { invalidates: ["reporting"] });
  const save = useOnce(async () => {
    const next = typed === "" ? null : Number(typed);
    if (next === kept || Number.isNaN(next)) return false;
    const result = await tell({ id: id ?? ownId, forOffice, year, code: indicator.code, value: next });
    setError(result.ok ? null : words(result.refusal));
    setSaved(result.ok);
    if (result.ok) setKept(next);
    return false;
  });
  const change = (next: Typed) => {
    setTyped(next);
    setSaved(false);
  };
  return { typed, setTyped: change, save, error, isSaved };
}
