import { type KeyboardEvent, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { Mark } from "../../../../src/contract/literacyTerms.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import { Name } from "../../../ui/Name.tsx";
import classes from "./Attendance.module.css";
import { type Cell, type Grid, moved, moveOf, startOf } from "./gridMove.ts";
import { MarkCell } from "./MarkCell.tsx";
import { SheetFoot, SheetHead } from "./SheetHead.tsx";
import { type Learner, type SheetColumn, takesMark } from "./sheetEdits.ts";
import { useGridFocus } from "./useGridFocus.ts";
import type { SheetEditing } from "./useSheet.ts";

interface AttendanceGridProps {
  readonly learners: readonly Learner[];
  readonly editing: SheetEditing;
  readonly isReadOnly: boolean;
}

/** Letters of the screen's language, and which mark each stands for. */
function useLetters(): (key: string) => Mark | undefined {
  const { t } = useTranslation("literacy");
  return (key) => Mark.options.find((mark) => t(`attendance.letters.${mark}`) === key.toUpperCase());
}

/** Women in the order of the paper sheet, sessions as columns; one key a woman. */
export function AttendanceGrid({ learners, editing, isReadOnly }: AttendanceGridProps) {
  const { t } = useTranslation("literacy");
  const { columns } = editing;
  const keys = useGridKeys({ learners, editing, isReadOnly });
  return (
    <div className={classes.scroll}>
      <table
        ref={keys.grid}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that takes keys
        role="grid"
        aria-label={t("attendance.grid")}
        aria-readonly={isReadOnly}
        className={classes.grid}
        onKeyDown={keys.onKeyDown}
      >
        <SheetHead editing={editing} learners={learners} isReadOnly={isReadOnly} />
        <tbody>
          {learners.map((learner, row) => (
            <tr key={learner.enrolmentId}>
              <th scope="row" className={classes.woman}>
                <span className={`numerals ${classes.number}`}>{learner.learner.number}</span>
                <span className={classes.name}>
                  <Name {...learner.learner} />
                </span>
              </th>
              {columns.map((column, at) => (
                <MarkCell
                  key={column.key}
                  at={{ row, column: at }}
                  column={column}
                  learner={learner}
                  isReadOnly={isReadOnly}
                  isActive={keys.isActive({ row, column: at })}
                  isWrong={isWrong(editing, column, learner.enrolmentId)}
                  onFocus={() => keys.setActive({ row, column: at })}
                  onMark={(mark) => editing.mark(column, learner.enrolmentId, mark)}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <SheetFoot columns={columns} learners={learners} />
      </table>
    </div>
  );
}

const isWrong = ({ fault }: SheetEditing, { key }: SheetColumn, enrolmentId: Id) =>
  fault?.key === key && fault.enrolmentId === enrolmentId;

/** A letter notes her and goes on to the next woman; Backspace takes back, also what was just typed above. */
function useGridKeys({ learners, editing, isReadOnly }: AttendanceGridProps) {
  const { columns } = editing;
  const letterMark = useLetters();
  const at = (cell: Cell) => ({ column: columns[cell.column], learner: learners[cell.row] });
  const markAt = (cell: Cell) => {
    const { column, learner } = at(cell);
    return column?.marks.get(learner?.enrolmentId ?? "");
  };
  const grid: Grid = {
    ...{ rows: learners.length, columns: columns.length },
    isOpen: (cell) => {
      const { column, learner } = at(cell);
      return column !== undefined && learner !== undefined && takesMark(column, learner);
    },
  };
  const focus = useGridFocus<HTMLTableElement>(() => startOf(grid, (cell) => markAt(cell) === undefined));
  useFocusOnce(focus.grid, !isReadOnly);
  const put = (cell: Cell, mark: Mark | null) => {
    const { column, learner } = at(cell);
    if (column === undefined || learner === undefined || isReadOnly || !grid.isOpen(cell)) return;
    editing.mark(column, learner.enrolmentId, mark);
  };
  const takeBack = (cell: Cell) => {
    const isEmpty = markAt(cell) === undefined;
    const emptied = isEmpty ? moved(grid, cell, "up") : cell;
    put(emptied, null);
    focus.goTo(emptied);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const cell = cellOf(event.target);
    if (cell === null) return;
    const move = moveOf(event);
    const mark = event.ctrlKey || event.metaKey || event.altKey ? undefined : letterMark(event.key);
    if (move !== undefined) focus.goTo(moved(grid, cell, move));
    else if (event.key === "Backspace") takeBack(cell);
    else if (event.key === "Delete") put(cell, null);
    else if (mark !== undefined) {
      put(cell, mark);
      focus.goTo(moved(grid, cell, "next"));
    } else return;
    event.preventDefault();
  };
  return { ...focus, onKeyDown };
}

function cellOf(target: EventTarget): Cell | null {
  const name = target instanceof HTMLElement ? target.dataset.cell : undefined;
  if (name === undefined) return null;
  const [row = 0, column = 0] = name.split(":").map(Number);
  return { row, column };
}

/** The page is there to be typed into: the first woman without a mark has the keyboard. */
function useFocusOnce(grid: React.RefObject<HTMLTableElement | null>, wanted: boolean): void {
  useEffect(() => {
    if (wanted) grid.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]')?.focus();
  }, [grid, wanted]);
}
