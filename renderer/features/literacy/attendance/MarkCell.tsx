import { useTranslation } from "react-i18next";
import { Mark } from "../../../../src/contract/literacyTerms.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import classes from "./Attendance.module.css";
import type { Cell } from "./gridMove.ts";
import { type Learner, type SheetColumn, takesMark } from "./sheetEdits.ts";
import { showWeekday } from "./sheetSpan.ts";

interface MarkCellProps {
  readonly at: Cell;
  readonly column: SheetColumn;
  readonly learner: Learner;
  readonly isReadOnly: boolean;
  readonly isActive: boolean;
  readonly isWrong: boolean;
  readonly onFocus: () => void;
  readonly onMark: (mark: Mark | null) => void;
}

/** With the mouse, a second click goes through the marks one after the other. */
function after(mark: Mark | undefined): Mark | null {
  const all = Mark.options;
  if (mark === undefined) return all[0] ?? null;
  return all[all.indexOf(mark) + 1] ?? null;
}

/** One woman in one session. */
export function MarkCell(props: MarkCellProps) {
  const { at, column, learner, isReadOnly, isActive, isWrong, onFocus, onMark } = props;
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const isOpen = takesMark(column, learner);
  const mark = isOpen ? column.marks.get(learner.enrolmentId) : undefined;
  const word = isOpen ? t(`attendance.words.${mark ?? "blank"}`) : t("attendance.words.closed");
  const day = showWeekday(column.onDay, language);
  const looks = [classes.cell, mark && classes[`mark${mark}`], !isOpen && classes.shut];
  return (
    <td
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a cell of a grid
      role="gridcell"
      tabIndex={isActive ? 0 : -1}
      data-cell={`${at.row}:${at.column}`}
      aria-label={t("attendance.cell", { number: learner.learner.number, day, word })}
      aria-invalid={isWrong}
      aria-disabled={!isOpen}
      aria-readonly={isReadOnly}
      className={looks.filter(Boolean).join(" ")}
      onFocus={onFocus}
      onMouseDown={({ currentTarget }) => {
        if (!isReadOnly && isOpen && document.activeElement === currentTarget) onMark(after(mark));
      }}
    >
      {mark === undefined ? (isOpen ? "" : "·") : t(`attendance.letters.${mark}`)}
    </td>
  );
}
