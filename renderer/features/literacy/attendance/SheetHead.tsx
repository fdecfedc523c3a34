import { Button } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { showTime } from "../figuresShown.ts";
import classes from "./Attendance.module.css";
import { type Learner, restPresent, type SheetColumn, totalsOf } from "./sheetEdits.ts";
import { showWeekday } from "./sheetSpan.ts";
import type { SheetEditing } from "./useSheet.ts";

interface SheetHeadProps {
  readonly editing: SheetEditing;
  readonly learners: readonly Learner[];
  readonly isReadOnly: boolean;
}

/** The sessions with their state, what was refused of them, and « toutes présentes ». */
export function SheetHead({ editing, learners, isReadOnly }: SheetHeadProps) {
  const { t } = useTranslation("literacy");
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.corner}>
          {t("attendance.women", { count: learners.length })}
        </th>
        {editing.columns.map((column) => (
          <SessionHead
            key={column.key}
            column={column}
            learners={learners}
            editing={editing}
            isReadOnly={isReadOnly}
          />
        ))}
      </tr>
    </thead>
  );
}

interface SessionHeadProps extends SheetHeadProps {
  readonly column: SheetColumn;
}

function SessionHead({ column, learners, editing, isReadOnly }: SessionHeadProps) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const text = useRefusalText();
  const { fault } = editing;
  const refused = fault !== null && fault.key === column.key && fault.enrolmentId === null;
  const day = showWeekday(column.onDay, language);
  const left = Object.keys(restPresent(column, learners)).length;
  return (
    <th scope="col" className={classes.session}>
      <span className={`numerals ${classes.day}`}>{day}</span>
      <span className={`numerals ${classes.time}`}>{showTime(column.from, language)}</span>
      <SessionWord column={column} />
      {refused && (
        <span role="alert" className={classes.wrong}>
          {text(fault.refusal)}
        </span>
      )}
      {!isReadOnly && column.state === "open" && left > 0 && (
        <Button
          variant="subtle"
          size="compact-xs"
          leftSection={<IconChecks size={14} aria-hidden />}
          aria-label={t("attendance.allPresentOf", { day })}
          onClick={() => editing.allPresent(column)}
        >
          {t("attendance.allPresent")}
        </Button>
      )}
    </th>
  );
}

function SessionWord({ column }: { readonly column: SheetColumn }) {
  const { t } = useTranslation("literacy");
  const { state, session, extra } = column;
  const words = [
    state === "off" && t("week.states.cancelled"),
    state === "off" && session?.cancelReason && t(`week.reasons.${session.cancelReason}`),
    state === "later" && t("attendance.later"),
    extra && t("attendance.extra"),
    session?.holiday,
  ].filter(Boolean);
  return words.length === 0 ? null : <span className={classes.word}>{words.join(" · ")}</span>;
}

const SHOWN = ["P", "L", "E", "A"] as const;

/** Counted as it is typed. */
export function SheetFoot({
  columns,
  learners,
}: {
  readonly columns: readonly SheetColumn[];
  readonly learners: readonly Learner[];
}) {
  const { t } = useTranslation("literacy");
  return (
    <tfoot>
      <tr>
        <th scope="row" className={classes.corner}>
          {t("attendance.total")}
        </th>
        {columns.map((column) => {
          const totals = totalsOf(column, learners);
          if (column.state !== "open") return <td key={column.key} />;
          return (
            <td key={column.key} className={`numerals ${classes.totals}`}>
              {SHOWN.filter((mark) => mark === "P" || totals[mark] > 0).map((mark) => (
                <span key={mark} className={classes.sum}>
                  {totals[mark]}&nbsp;{t(`attendance.letters.${mark}`)}
                </span>
              ))}
              {totals.blank > 0 && (
                <span className={classes.blank}>{t("attendance.blank", { count: totals.blank })}</span>
              )}
            </td>
          );
        })}
      </tr>
    </tfoot>
  );
}
