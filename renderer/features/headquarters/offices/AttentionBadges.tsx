import { useTranslation } from "react-i18next";
import type { OfficeLine } from "../../../../src/contract/headquarters.ts";
import classes from "../Headquarters.module.css";
import { attentionOf, isUrgent } from "./attention.ts";

/** What about an office waits for somebody, in words. */
export function AttentionBadges({ line }: { readonly line: OfficeLine }) {
  const { t } = useTranslation("headquarters");
  return (
    <span className={classes.badges}>
      {attentionOf(line).map((attention) => (
        <span key={attention} className={`${classes.badge} ${isUrgent(attention) ? classes.urgent : ""}`}>
          {t(`attention.${attention}`)}
        </span>
      ))}
    </span>
  );
}
