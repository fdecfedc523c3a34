import { useTranslation } from "react-i18next";
import type { PolicyState } from "../../../src/contract/insurancePolicies.ts";
import classes from "../../ui/StatusBadge.module.css";

const LOOK = {
  pending: "new",
  active: "current",
  suspended: "grace",
  lapsed: "expired",
  ended: "left",
} as const;

/** A policy's state as word, colour and shape. */
export function PolicyBadge({ state }: { readonly state: PolicyState }) {
  const { t } = useTranslation("insurance");
  return <span className={`${classes.badge} ${classes[LOOK[state]]}`}>{t(`states.${state}`)}</span>;
}
