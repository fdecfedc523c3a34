import { useTranslation } from "react-i18next";
import type { Indicator } from "../../../src/domain/reporting/indicator.ts";
import { reachedOf, showValue } from "../../lib/figuresShown.ts";
import { useLanguage } from "../../lib/refusals.ts";
import classes from "./Figure.module.css";

interface TargetNoteProps {
  readonly value: number | null;
  readonly target: number | null;
  readonly indicator: Pick<Indicator, "unit" | "better">;
}

const WHOLE = 100;

/** The target, and how much of it is reached; where less is better, whether it holds. */
export function TargetNote({ value, target, indicator: { unit, better } }: TargetNoteProps) {
  const { t } = useTranslation("reporting");
  const language = useLanguage();
  if (target === null) return null;
  const reached = reachedOf(value, target, better);
  const shown = showValue(target, unit, language);
  if (better === "less") {
    const words = reached === null ? "" : t(reached.isReached ? "target.kept" : "target.exceeded");
    return (
      <span className={`${classes.target} numerals`}>
        {[t("target.limit", { target: shown }), words].filter(Boolean).join(" · ")}
      </span>
    );
  }
  const percent = reached?.percent ?? 0;
  return (
    <span className={`${classes.target} numerals`}>
      <span className={classes.bar} aria-hidden>
        <span className={classes.fill} style={{ display: "block", width: `${Math.min(WHOLE, percent)}%` }} />
      </span>
      {reached?.isReached
        ? t("target.reached", { target: shown })
        : t("target.share", { target: shown, percent })}
    </span>
  );
}
