import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../lib/refusals.ts";
import { showHours } from "../figuresShown.ts";
import type { Typed } from "../formFaults.ts";
import { countRhythm, type Rhythm, yearsOf } from "./cohortForm.ts";
import { useHolidays } from "./useHolidays.ts";

interface RhythmCountProps {
  /** Null while something is missing. */
  readonly rhythm: Rhythm | null;
  readonly plannedHours: Typed;
}

/** How many sessions and hours the days and dates come to, while they are being typed. */
export function RhythmCount({ rhythm, plannedHours }: RhythmCountProps) {
  const { t } = useTranslation("literacy");
  return (
    <Text size="sm" aria-live="polite" className="numerals">
      {rhythm === null ? t("cohortForm.countLater") : <Counted rhythm={rhythm} plannedHours={plannedHours} />}
    </Text>
  );
}

function Counted({ rhythm, plannedHours }: { readonly rhythm: Rhythm; readonly plannedHours: Typed }) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const holidays = useHolidays(yearsOf(rhythm));
  if (holidays === undefined) return null;
  const { sessions, minutes, onHolidays } = countRhythm(rhythm, holidays);
  const plannedMinutes = (plannedHours === "" ? 0 : plannedHours) * 60;
  const count = t("cohortForm.count", { count: sessions });
  const hours = showHours(minutes, language);
  return (
    <>
      <strong>
        {plannedMinutes === 0
          ? `${count}, ${hours}`
          : t("cohortForm.countText", {
              sessions: count,
              hours,
              planned: showHours(plannedMinutes, language),
            })}
      </strong>
      {onHolidays > 0 && ` · ${t("cohortForm.holidays", { count: onHolidays })}`}
      {minutes < plannedMinutes && (
        <Text span inherit c="ochre" display="block">
          {t("cohortForm.countShort", { hours: showHours(plannedMinutes - minutes, language) })}
        </Text>
      )}
    </>
  );
}
