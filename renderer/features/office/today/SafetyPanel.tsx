import { useTranslation } from "react-i18next";
import type { Overview } from "../../../../src/contract/office.ts";
import { showCount } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Today.module.css";

/** When the last copy and the last stick went out. */
export function SafetyPanel({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("office");
  const language = useLanguage();
  const moment = (at: string | null) => (at === null ? t("today.never") : <Day iso={at} withTime />);
  return (
    <Panel title={t("today.safety")}>
      <dl className={classes.moments}>
        <div className={classes.moment}>
          <dt>{t("today.lastBackup")}</dt>
          <dd>{moment(overview.lastBackupAt)}</dd>
        </div>
        <div className={classes.moment}>
          <dt>{t("today.lastStick")}</dt>
          <dd>{moment(overview.lastExportAt)}</dd>
        </div>
        <div className={classes.moment}>
          <dt>{t("today.waiting")}</dt>
          <dd className="numerals">{showCount(overview.entriesWaiting, language)}</dd>
        </div>
      </dl>
    </Panel>
  );
}
