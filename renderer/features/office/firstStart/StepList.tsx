import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./StepList.module.css";

const STEPS = ["office", "person", "recovery"] as const;

interface StepListProps {
  readonly current: (typeof STEPS)[number];
  readonly demo: boolean;
}

/** The three steps of the first start and where the person is. */
export function StepList({ current, demo }: StepListProps) {
  const { t } = useTranslation("office");
  const at = STEPS.indexOf(current);
  return (
    <>
      <ol className={classes.steps}>
        {STEPS.map((step, index) => (
          <li key={step} className={classes.step} aria-current={step === current ? "step" : undefined}>
            <span className={classes.number} aria-hidden>
              {index < at ? <IconCheck size={16} /> : index + 1}
            </span>
            {t(`first.steps.${step}`)}
          </li>
        ))}
      </ol>
      {demo && <p className={classes.demo}>{t("first.demo")}</p>}
    </>
  );
}
