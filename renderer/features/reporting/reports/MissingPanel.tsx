import { Anchor } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ReportDraft } from "../../../../src/contract/reportingViews.ts";
import { showDay } from "../../../lib/format.ts";
import { showMonth } from "../../../lib/months.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Panel } from "../../../ui/Panel.tsx";
import type { Missing } from "./missing.ts";
import classes from "./Reports.module.css";
import { issuedAddress } from "./reportsView.ts";

interface MissingPanelProps {
  readonly missing: readonly Missing[];
  readonly issued: ReportDraft["issued"];
}

/** What to look at before the report gets its number: in plain words, with the way to it. */
export function MissingPanel({ missing, issued }: MissingPanelProps) {
  const { t } = useTranslation("reports");
  return (
    <Panel title={t("missing.title")}>
      <ul className={classes.missing}>
        {missing.length === 0 && (
          <li>
            <IconCircleCheck size={18} aria-hidden />
            {t("missing.nothing")}
          </li>
        )}
        {missing.map((one) => (
          <li key={one.what} className={one.what === "notOver" ? classes.stops : undefined}>
            {one.what === "emptySections" ? (
              <IconInfoCircle size={18} aria-hidden />
            ) : (
              <IconAlertTriangle size={18} aria-hidden />
            )}
            <MissingWords missing={one} />
          </li>
        ))}
        {issued !== null && (
          <li>
            <IconInfoCircle size={18} aria-hidden />
            <span>
              {t("missing.issued", { number: issued.number, on: showDay(issued.issuedOn) })}{" "}
              <Anchor component={Link} to={issuedAddress(issued.id)}>
                {t("missing.openIssued", { number: issued.number })}
              </Anchor>
            </span>
          </li>
        )}
      </ul>
    </Panel>
  );
}

function MissingWords({ missing }: { readonly missing: Missing }): ReactNode {
  const { t } = useTranslation("reports");
  const language = useLanguage();
  const officeName = useOfficeName();
  switch (missing.what) {
    case "notOver":
      return t("missing.notOver", { to: showDay(missing.to) });
    case "openMonths":
      return (
        <span>
          {t("missing.openMonths", {
            count: missing.months.length,
            months: missing.months.map((month) => showMonth(month, language)).join(", "),
          })}{" "}
          <Anchor component={Link} to="/cashbook/months">
            {t("missing.toMonths")}
          </Anchor>
        </span>
      );
    case "incomplete":
      return (
        <span>
          {t("missing.incomplete", {
            count: missing.offices.length,
            offices: missing.offices.map(officeName).join(", "),
          })}{" "}
          <Anchor component={Link} to="/reporting/completeness">
            {t("missing.toCompleteness")}
          </Anchor>
        </span>
      );
    case "emptySections":
      return t("missing.emptySections", {
        count: missing.sections.length,
        sections: missing.sections.map((section) => t(`sections.${section}`)).join(", "),
      });
  }
}
