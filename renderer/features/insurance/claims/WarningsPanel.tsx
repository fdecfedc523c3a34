import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClaimWarning } from "../../../../src/contract/insuranceClaims.ts";
import { CalendarDate } from "../../../../src/contract/primitives.ts";
import { showDay } from "../../../lib/format.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Claims.module.css";

/** What a person should look at before she decides, each with the claim that it speaks of. */
export function WarningsPanel({ warnings }: { readonly warnings: readonly ClaimWarning[] }) {
  const { t } = useTranslation("claims");
  if (warnings.length === 0) return null;
  return (
    <Panel tone="attention" title={t("warnings.title")} text={t("warnings.text")}>
      <ul className={classes.plainList}>
        {warnings.map((warning) => (
          <li key={`${warning.kind} ${warning.about}`}>
            <Words warning={warning} />{" "}
            {warning.claimId !== null && (
              <Link to={`/insurance/claims/${warning.claimId}`} className={classes.link}>
                {t("warnings.open", { about: warning.about })}
              </Link>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** `elsewhere` with a day speaks of the register: she had not joined yet, or had left. */
function Words({ warning: { kind, about } }: { readonly warning: ClaimWarning }) {
  const { t } = useTranslation("claims");
  const isDay = CalendarDate.safeParse(about).success;
  return kind === "elsewhere" && isDay
    ? t("warnings.outside", { about: showDay(about) })
    : t(`warnings.${kind}`, { about });
}
