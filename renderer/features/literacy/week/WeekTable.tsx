import { Anchor, Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { WeekCohort } from "../../../../src/contract/literacyViews.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { daysOf, type Span, showWeekday } from "../attendance/sheetSpan.ts";
import { cohortPath, sheetPath } from "../places.ts";
import { SessionChip } from "./SessionChip.tsx";
import type { SessionChanges } from "./useSessionChanges.ts";
import classes from "./Week.module.css";
import { stateOf } from "./weekView.ts";

interface WeekTableProps {
  readonly cohorts: readonly WeekCohort[];
  readonly span: Span;
  /** Null where nothing may be changed. */
  readonly changes: SessionChanges | null;
}

/** Classes as rows, days as columns. */
export function WeekTable({ cohorts, span, changes }: WeekTableProps) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const days = daysOf(span);
  const today = todayNow();
  return (
    <table className={classes.week} aria-label={t("week.table")}>
      <thead>
        <tr>
          <th scope="col">{t("week.class")}</th>
          {days.map((day) => (
            <th
              key={day}
              scope="col"
              className={`numerals ${day === today ? classes.today : ""}`}
              aria-current={day === today ? "date" : undefined}
            >
              {showWeekday(day, language)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cohorts.map((cohort) => (
          <tr key={cohort.cohortId}>
            <ClassHead cohort={cohort} span={span} mayEnter={changes !== null} />
            {days.map((day) => (
              <td key={day}>
                {cohort.sessions
                  .filter(({ onDay }) => onDay === day)
                  .map((session) => (
                    <SessionChip
                      key={session.from}
                      cohort={cohort}
                      session={session}
                      span={span}
                      changes={changes}
                    />
                  ))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ClassHeadProps {
  readonly cohort: WeekCohort;
  readonly span: Span;
  readonly mayEnter: boolean;
}

function ClassHead({ cohort, span, mayEnter }: ClassHeadProps) {
  const { t } = useTranslation("literacy");
  const { cohortId, name, number, place, trainerName, attending } = cohort;
  const isWaiting = cohort.sessions.some((session) => stateOf(session, todayNow()) === "toEnter");
  return (
    <th scope="row" className={classes.class}>
      <Anchor component={Link} to={cohortPath(cohortId)} fw={600} underline="hover">
        {name}
      </Anchor>
      <span className={classes.about}>
        {[place, trainerName, t("week.women", { count: attending })].filter(Boolean).join(" · ")}
      </span>
      <span className={classes.actions}>
        <Button
          component={Link}
          to={sheetPath(cohortId, span)}
          size="compact-sm"
          variant={mayEnter && isWaiting ? "filled" : "default"}
          leftSection={<IconPencil size={14} aria-hidden />}
          aria-label={t(mayEnter ? "week.enterOf" : "week.openOf", { name, number })}
        >
          {t(mayEnter ? "week.enterShort" : "week.open")}
        </Button>
        <PrintButton
          operation="literacy.printSheet"
          input={{ cohortId, ...span }}
          label={t("week.printShort")}
          about={t("week.printOf", { name, number })}
          size="compact-sm"
        />
      </span>
    </th>
  );
}
