import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Skill } from "../../../../src/contract/literacyTerms.ts";
import { showDay } from "../../../lib/format.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { Name } from "../../../ui/Name.tsx";
import { type Cell, type Grid, moved, moveOf } from "../attendance/gridMove.ts";
import { isOnScale, type MarksRow, sumOf } from "./marksEdits.ts";
import classes from "./Results.module.css";
import type { Marking } from "./useMarks.ts";

interface MarksGridProps {
  readonly marking: Marking;
  readonly isReadOnly: boolean;
}

/** Women as rows, skills as columns; arrows and Enter as in a spreadsheet. */
export function MarksGrid({ marking, isReadOnly }: MarksGridProps) {
  const { t } = useTranslation("literacy");
  const { rows, skills } = marking;
  const grid: Grid = {
    ...{ rows: rows.length, columns: skills.length },
    isOpen: ({ row }) => !isReadOnly && rows[row]?.isLocked === false,
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const move = moveOf(event);
    const name = event.target instanceof HTMLElement ? event.target.dataset.cell : undefined;
    if (move === undefined || name === undefined) return;
    event.preventDefault();
    const [row = 0, column = 0] = name.split(":").map(Number);
    const to = moved(grid, { row, column }, move);
    event.currentTarget.querySelector<HTMLElement>(`[data-cell="${to.row}:${to.column}"]`)?.focus();
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.grid} aria-label={t("results.grid")} onKeyDown={onKeyDown}>
        <GridHead marking={marking} />
        <tbody>
          {rows.map((row, at) => (
            <GridRow
              key={row.learner.enrolmentId}
              row={row}
              at={at}
              marking={marking}
              isReadOnly={isReadOnly}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function GridHead({ marking }: { readonly marking: Marking }) {
  const { t } = useTranslation("literacy");
  const { groups, rows } = marking;
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className={classes.corner}>
          {t("attendance.women", { count: rows.length })}
        </th>
        {groups.map(({ domain, skills }) => (
          <th key={domain} scope="colgroup" colSpan={skills.length} className={classes.domain}>
            {t(`domains.${domain}`)}
          </th>
        ))}
        <th scope="col" rowSpan={2} className={classes.sum}>
          {t("results.total")}
        </th>
      </tr>
      <tr>
        {groups.flatMap(({ skills }) =>
          skills.map(({ code, name, most }) => (
            <th key={code} scope="col" className={classes.skill} title={name}>
              {code}
              <span className={`numerals ${classes.most}`}>/&#8239;{most}</span>
            </th>
          )),
        )}
      </tr>
    </thead>
  );
}

interface GridRowProps extends MarksGridProps {
  readonly row: MarksRow;
  readonly at: number;
}

function GridRow({ row, at, marking, isReadOnly }: GridRowProps) {
  const { t } = useTranslation("literacy");
  const { learner, saved, isLocked } = row;
  const { fault, skills, day } = marking;
  const isWrong = fault?.enrolmentId === learner.enrolmentId && fault.skill === null;
  const sum = sumOf(row, skills);
  const most = skills.reduce((total, skill) => total + skill.most, 0);
  return (
    <tr>
      <th scope="row" className={classes.woman} data-wrong={isWrong}>
        <span className={`numerals ${classes.number}`}>{learner.learner.number}</span>
        <span className={classes.name}>
          <Name {...learner.learner} />
        </span>
        {isLocked && <span className={classes.note}>{t("results.locked")}</span>}
        {saved !== null && saved.onDay !== day && (
          <span className={`numerals ${classes.note}`}>
            {t("results.onDay", { day: showDay(saved.onDay) })}
          </span>
        )}
      </th>
      {skills.map((skill, column) => (
        <MarkField
          key={skill.code}
          cell={{ row: at, column }}
          row={row}
          skill={skill}
          isReadOnly={isReadOnly || isLocked}
          isRefused={isWrong || (fault?.enrolmentId === learner.enrolmentId && fault.skill === skill.code)}
          onType={(typed) => marking.mark(row, skill.code, typed)}
        />
      ))}
      <td className={`numerals ${classes.sum}`}>
        {sum === null ? (
          "—"
        ) : (
          <>
            {sum.points}&#8239;/&#8239;{most}{" "}
            <strong>{t("results.percent", { percent: sum.percent })}</strong>
          </>
        )}
      </td>
    </tr>
  );
}

interface MarkFieldProps {
  readonly cell: Cell;
  readonly row: MarksRow;
  readonly skill: Skill;
  readonly isReadOnly: boolean;
  /** By the service, after sending. */
  readonly isRefused: boolean;
  readonly onType: (typed: string) => void;
}

function MarkField({ cell, row, skill, isReadOnly, isRefused, onType }: MarkFieldProps) {
  const { t } = useTranslation("literacy");
  const text = useRefusalText();
  const typed = row.marks.get(skill.code);
  const isOff = !isOnScale(skill, typed);
  const number = row.learner.learner.number;
  return (
    <td className={classes.cell}>
      <input
        className="numerals"
        inputMode="numeric"
        autoComplete="off"
        maxLength={3}
        data-cell={`${cell.row}:${cell.column}`}
        aria-label={t("results.cell", { number, skill: `${skill.code} ${skill.name}`, most: skill.most })}
        aria-invalid={isOff || isRefused}
        title={isOff ? text({ code: "literacy.markOffScale", values: { most: skill.most } }) : undefined}
        readOnly={isReadOnly}
        value={typed ?? ""}
        onChange={({ currentTarget: { value } }) => onType(value.replace(/\D/g, ""))}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
    </td>
  );
}
