import { IconArrowDownRight, IconArrowUpRight, IconEqual } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Shown } from "../../src/contract/reportingTerms.ts";
import type { Indicator } from "../../src/domain/reporting/indicator.ts";
import { showNumber } from "../../src/domain/reporting/showNumber.ts";
import { changeOf, showValue } from "../lib/figuresShown.ts";
import { useLanguage } from "../lib/refusals.ts";
import classes from "./ChangeNote.module.css";

interface ChangeNoteProps {
  readonly now: Shown;
  readonly before: Shown;
  readonly indicator: Pick<Indicator, "unit" | "better">;
}

const ARROWS = { more: IconArrowUpRight, less: IconArrowDownRight, same: IconEqual } as const;

/** What changed against the period before, with an arrow and in words. */
export function ChangeNote({ now, before, indicator: { unit, better } }: ChangeNoteProps) {
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  const change = changeOf(now, before, better);
  if (change === null) return null;
  const { direction, by, isGood } = change;
  const Arrow = ARROWS[direction];
  const size =
    unit === "percent"
      ? t("change.points", { count: by, by: showNumber(by, language) })
      : showValue(by, unit, language);
  return (
    <span className={`${classes.change} ${isGood === false ? classes.worse : ""} numerals`}>
      <Arrow size={15} stroke={2} aria-hidden />
      {t(`change.${direction}`, { size })}
    </span>
  );
}
