import { useTranslation } from "react-i18next";
import type { MembershipStatus } from "../../src/contract/membership.ts";
import classes from "./StatusBadge.module.css";

/** A member's standing as word, colour and shape: never colour alone. */
export function StatusBadge({ status }: { readonly status: MembershipStatus }) {
  const { t } = useTranslation("common");
  return <span className={`${classes.badge} ${classes[status]}`}>{t(`status.${status}`)}</span>;
}
