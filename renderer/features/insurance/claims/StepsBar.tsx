import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { showDay } from "../../../lib/format.ts";
import classes from "./Claims.module.css";
import type { Step } from "./claimSteps.ts";

const LOOK = { done: classes.stepDone, now: classes.stepNow, coming: "" };

/** The way of the claim: what is done, where it is, what comes. By mark and word, not by colour alone. */
export function StepsBar({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation("claims");
  return (
    <ol className={classes.steps} aria-label={t("steps.label")}>
      {steps.map(({ state, at, by, on }) => (
        <li
          key={state}
          className={`${classes.step} ${LOOK[at] ?? ""}`}
          aria-current={at === "now" ? "step" : undefined}
        >
          <span className={classes.stepName}>
            {at === "done" && <IconCheck size={16} role="img" aria-label={t("steps.done")} />}
            {t(`steps.${state}`)}
          </span>
          {by !== null && by !== "" && <div>{t("steps.by", { name: by })}</div>}
          {on !== null && <div className="numerals">{t("steps.on", { day: showDay(on) })}</div>}
          {at === "now" && <div>{t("steps.now")}</div>}
        </li>
      ))}
    </ol>
  );
}
