import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CohortFile, CohortWarning } from "../../../../src/contract/literacyViews.ts";
import { addDays } from "../../../../src/domain/calendar.ts";
import { mondayOf } from "../../../../src/domain/literacy/sessions.ts";
import { showDay } from "../../../lib/format.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { Name } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { cohortPath, sheetPath } from "../places.ts";
import classes from "./Cohort.module.css";

const WEEK_DAYS = 7;

/** What somebody has to look at, each with the way there. */
export function WarningsPanel({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  const { warnings } = file;
  if (warnings.length === 0) return null;
  return (
    <Panel tone="attention" title={t("warnings.title", { count: warnings.length })}>
      <ul className={`${classes.lines} ${classes.attention}`}>
        {warnings.map((warning) => (
          <li key={`${warning.code} ${warning.enrolmentId}`} className={classes.line}>
            <Warning file={file} warning={warning} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface WarningProps {
  readonly file: CohortFile;
  readonly warning: CohortWarning;
}

function Warning({ file, warning: { code, learner, values } }: WarningProps) {
  const { t } = useTranslation("literacy");
  const mayEnter = useMayHere("literacy.enter", file.office);
  const mayManage = useMayHere("literacy.manage", file.office);
  switch (code) {
    case "threeAbsences":
      return (
        <>
          <span>
            {learner && <Name surname={learner.surname} firstNames={learner.firstNames} />}{" "}
            {t("warnings.threeAbsences", { count: Number(values.absences) })}
          </span>
          {learner && <Way to={`/members/${learner.memberId}?tab=literacy`}>{learner.number}</Way>}
        </>
      );
    case "notEntered":
      return (
        <>
          <span>
            {t("warnings.notEntered", { count: Number(values.count), since: showDay(String(values.since)) })}
          </span>
          {mayEnter && <Way to={sheetPath(file.id, weekOf(String(values.since)))}>{t("warnings.enter")}</Way>}
        </>
      );
    case "belowHalf":
      return (
        <span>
          {t("warnings.belowHalf", {
            count: Number(values.attending),
            enrolled: Number(values.enrolled),
          })}
        </span>
      );
    case "trainerAbsent":
      return <span>{t("warnings.trainerAbsent", { on: showDay(String(values.on)) })}</span>;
    case "noTrainer":
      return (
        <>
          <span>{t("warnings.noTrainer")}</span>
          {mayManage && <Way to={`${cohortPath(file.id)}/edit`}>{t("warnings.chooseTrainer")}</Way>}
        </>
      );
  }
}

/** The days of the paper sheet that holds a day. */
function weekOf(day: string): { readonly from: string; readonly to: string } {
  const from = mondayOf(day);
  return { from, to: addDays(from, WEEK_DAYS - 1) };
}

function Way({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Anchor component={Link} to={to} className="numerals" style={{ whiteSpace: "nowrap" }}>
      {children}
    </Anchor>
  );
}
