import { Menu, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconCalendarOff, IconPencil, IconRotate } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { CancelReason, type ClassSession } from "../../../../src/contract/literacyTerms.ts";
import type { WeekCohort } from "../../../../src/contract/literacyViews.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { showWeekday } from "../attendance/sheetSpan.ts";
import { showTime } from "../figuresShown.ts";
import { sheetPath } from "../places.ts";
import type { SessionChanges } from "./useSessionChanges.ts";
import classes from "./Week.module.css";
import { presenceOf, stateOf, type WeekState } from "./weekView.ts";

/** A feast is no reason that somebody gives: the calendar knows it. */
const REASONS = CancelReason.options.filter((reason) => reason !== "holiday");

interface SessionChipProps {
  readonly cohort: WeekCohort;
  readonly session: ClassSession;
  readonly span: { readonly from: string; readonly to: string };
  /** Null where nothing may be changed. */
  readonly changes: SessionChanges | null;
}

/** One session of the week: its state, and behind it what can be done. */
export function SessionChip({ cohort, session, span, changes }: SessionChipProps) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const state = stateOf(session, todayNow());
  // The headings of its row and column, for who comes to it by keyboard.
  const about = t("week.about", { name: cohort.name, day: showWeekday(session.onDay, language) });
  const shown = <ChipWords session={session} state={state} />;
  const look = `${classes.chip} ${classes[state]}`;
  if (changes === null || state === "holiday") return <div className={look}>{shown}</div>;
  const { cancel, restore } = changes;
  return (
    <Menu position="bottom-start" width={230}>
      <Menu.Target>
        <UnstyledButton className={look}>
          <VisuallyHidden>{about}</VisuallyHidden>
          {shown}
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {state !== "cancelled" && state !== "planned" && (
          <Menu.Item
            component={Link}
            to={sheetPath(cohort.cohortId, span)}
            leftSection={<IconPencil size={16} aria-hidden />}
          >
            {t(state === "entered" ? "week.correct" : "week.enter")}
          </Menu.Item>
        )}
        {state === "cancelled" && (
          <Menu.Item
            leftSection={<IconRotate size={16} aria-hidden />}
            onClick={() => session.id !== null && restore(session.id)}
          >
            {t("week.restore")}
          </Menu.Item>
        )}
        {(state === "toEnter" || state === "planned") && (
          <>
            <Menu.Label>{t("week.cancel")}</Menu.Label>
            {REASONS.map((reason) => (
              <Menu.Item
                key={reason}
                leftSection={<IconCalendarOff size={16} aria-hidden />}
                onClick={() => cancel(session, reason)}
              >
                {t(`week.reasons.${reason}`)}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function ChipWords({ session, state }: { readonly session: ClassSession; readonly state: WeekState }) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const { came, noted } = presenceOf(session);
  const why = session.cancelReason === null ? "" : t(`week.reasons.${session.cancelReason}`);
  return (
    <>
      <span className={`numerals ${classes.time}`}>
        {showTime(session.from, language)}
        {session.extra && ` · ${t("week.extra")}`}
      </span>
      <span className={classes.state}>
        {state === "entered" ? t("week.came", { came, noted }) : t(`week.states.${state}`)}
      </span>
      {state === "cancelled" && <span className={classes.why}>{why}</span>}
      {state === "holiday" && <span className={classes.why}>{session.holiday}</span>}
    </>
  );
}
