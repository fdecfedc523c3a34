import { useTranslation } from "react-i18next";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Name } from "../../../ui/Name.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { showHours, showRate, showTime } from "../figuresShown.ts";
import classes from "./Cohort.module.css";

/** How the class stands: where and when, how many come, what was taught, what it costs. */
export function StandingPanel({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const { details } = file;
  return (
    <Panel>
      <Facts>
        <Fact name={t("columns.place")}>{details.place}</Fact>
        <Fact name={t("columns.trainer")}>
          {file.trainerName === "" ? (
            <span className={classes.late}>{t("cohorts.noTrainer")}</span>
          ) : (
            <Name surname={file.trainerName} firstNames="" />
          )}
        </Fact>
        <Fact name={t("cohort.dates")}>
          <Day iso={details.startsOn} /> → <Day iso={details.endsOn} />
        </Fact>
        <Fact name={t("cohort.rhythm")}>
          <Rhythm file={file} />
        </Fact>
        <Fact name={t("cohort.places")}>
          {t("cohort.placesText", { attending: file.attending, capacity: details.capacity })}
          {file.waiting > 0 && (
            <span className={classes.soft}> · {t("cohorts.waiting", { count: file.waiting })}</span>
          )}
        </Fact>
        <Fact name={t("cohort.enrolled")}>{String(file.enrolled)}</Fact>
        <Fact name={t("cohort.attendance")}>{showRate(file.attendanceRate, language)}</Fact>
        <Fact name={t("cohort.hours")}>
          {t("cohort.hoursText", {
            taught: showHours(file.minutesTaught, language),
            planned: showHours(details.plannedHours * 60, language),
          })}
        </Fact>
        <Fact name={t("cohort.level")}>
          {t(`levels.${file.level}`)} · <ProgrammeLanguage language={file.language} />
        </Fact>
        <Fact name={t("cohort.fee")}>{details.fee === 0 ? t("dash") : <Amount francs={details.fee} />}</Fact>
        {details.project !== null && <Fact name={t("cohort.project")}>{details.project}</Fact>}
      </Facts>
    </Panel>
  );
}

/** French, Bambara, or the language as it was written. */
export function ProgrammeLanguage({ language }: { readonly language: string }) {
  const { t } = useTranslation("literacy");
  return language === "fr" || language === "bm" ? t(`languages.${language}`) : language;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** `Lundi 8 h 30, jeudi 15 h`. */
function Rhythm({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const words = WEEKDAYS.flatMap((weekday) =>
    file.details.meetings
      .filter((meeting) => meeting.weekday === weekday)
      .map(({ from }) => `${t(`weekdays.d${weekday}`)} ${showTime(from, language)}`),
  );
  return words
    .map((word, index) => (index === 0 || language === "en" ? word : word.toLowerCase()))
    .join(", ");
}
