import { ActionIcon, Checkbox, NumberInput, Select, TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { CohortFile, Trainer } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { WHOLE } from "../../../ui/numberFields.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Attendance.module.css";
import type { SheetColumn } from "./sheetEdits.ts";
import { showWeekday } from "./sheetSpan.ts";
import type { SheetEditing } from "./useSheet.ts";

const SHORTEST_MINUTES = 15;
const LONGEST_MINUTES = 480;

interface SessionLinesProps {
  readonly file: CohortFile;
  readonly editing: SheetEditing;
  readonly isReadOnly: boolean;
}

/** What the paper says below the names: what was taught, by whom, how long. */
export function SessionLines({ file, editing, isReadOnly }: SessionLinesProps) {
  const { t } = useTranslation("literacy");
  const trainers = useAsk("literacy.trainers", {});
  const open = editing.columns.filter(({ state }) => state === "open");
  if (open.length === 0) return null;
  return (
    <Panel title={t("attendance.sessions")}>
      <div className={classes.lines}>
        <div className={`${classes.line} ${classes.headings}`} aria-hidden>
          <span>{t("attendance.day")}</span>
          <span>{t("attendance.content")}</span>
          <span>{t("attendance.trainer")}</span>
          <span>{t("attendance.minutes")}</span>
        </div>
        {open.map((column) => (
          <SessionLine
            key={column.key}
            column={column}
            file={file}
            trainers={trainers.data ?? []}
            editing={editing}
            isReadOnly={isReadOnly}
          />
        ))}
      </div>
    </Panel>
  );
}

interface SessionLineProps extends SessionLinesProps {
  readonly column: SheetColumn;
  readonly trainers: readonly Trainer[];
}

function SessionLine({ column, file, trainers, editing, isReadOnly }: SessionLineProps) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const day = showWeekday(column.onDay, language);
  const isWrong = editing.fault?.key === column.key && editing.fault.enrolmentId === null;
  const own = column.trainerId ?? file.details.trainerId;
  const choices = trainers.filter(({ active, id }) => active || id === own);
  return (
    <div className={classes.line}>
      <span className="numerals">{day}</span>
      <TextInput
        aria-label={t("attendance.contentOf", { day })}
        placeholder={t("attendance.contentPlaceholder")}
        maxLength={200}
        readOnly={isReadOnly}
        aria-invalid={isWrong}
        value={column.content}
        onChange={({ currentTarget: { value } }) => editing.change(column, { content: value })}
      />
      <Select
        aria-label={t("attendance.trainerOf", { day })}
        placeholder={t("attendance.noTrainer")}
        data={choices.map(({ id, name }) => ({ value: id, label: name }))}
        allowDeselect={false}
        readOnly={isReadOnly}
        value={own}
        onChange={(trainerId) => editing.change(column, { trainerId })}
      />
      <NumberInput
        aria-label={t("attendance.minutesOf", { day })}
        {...WHOLE}
        min={SHORTEST_MINUTES}
        max={LONGEST_MINUTES}
        step={SHORTEST_MINUTES}
        suffix={`\u00a0${t("cohortForm.minutesUnit")}`}
        readOnly={isReadOnly}
        value={column.minutes}
        onChange={(minutes) => typeof minutes === "number" && editing.change(column, { minutes })}
      />
      <Checkbox
        label={t("attendance.trainerAbsent")}
        aria-label={t("attendance.trainerAbsentOf", { day })}
        disabled={isReadOnly}
        checked={column.trainerAbsent}
        onChange={({ currentTarget: { checked } }) => editing.change(column, { trainerAbsent: checked })}
      />
      {column.session === null && (
        <ActionIcon aria-label={t("attendance.removeOf", { day })} onClick={() => editing.remove(column)}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
