import { useTranslation } from "react-i18next";
import type { OutputOf } from "../../../../src/contract/index.ts";
import classes from "../../../ui/StatusBadge.module.css";

const LOOK = { done: "current", due: "new", late: "expired", never: "grace" } as const;

interface CheckupBadgeProps {
  readonly state: OutputOf<"insurance.checkups">[number]["state"];
}

/** Where a booklet stands as word, colour and shape. */
export function CheckupBadge({ state }: CheckupBadgeProps) {
  const { t } = useTranslation("insurance");
  return <span className={`${classes.badge} ${classes[LOOK[state]]}`}>{t(`checkups.${state}`)}</span>;
}
