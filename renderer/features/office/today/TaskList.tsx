import { Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Overview } from "../../../../src/contract/office.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useSession } from "../../../lib/useSession.ts";
import classes from "./Today.module.css";
import type { Task } from "./task.ts";
import { tasksOf } from "./tasks.ts";
import { useAround } from "./useAround.ts";

/** What waits, with the way to it. */
export function TaskList({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("office");
  const session = useSession();
  const around = useAround();
  if (around === null) return null;
  const tasks = tasksOf(overview, around).filter((task) => session?.permissions.includes(task.needs));
  if (tasks.length === 0) return <p className={classes.hint}>{t("today.nothing")}</p>;
  return (
    <ul className={classes.tasks}>
      {tasks.map((task) => (
        <TaskLine key={task.word} task={task} />
      ))}
    </ul>
  );
}

function TaskLine({ task }: { readonly task: Task }) {
  const { t } = useTranslation("office");
  const language = useLanguage();
  const { count } = task;
  const amount = task.francs === undefined ? "" : showFrancs(task.francs, language);
  return (
    <li className={classes.task}>
      <span className={`${classes.sign} ${task.late ? classes.late : ""}`}>
        <task.icon size={20} stroke={1.7} aria-hidden />
      </span>
      <div className={classes.words}>
        <div>
          {count === 0
            ? t(`today.task.${task.word}.none`)
            : t(`today.task.${task.word}.title`, { count, amount })}
        </div>
        <div className={classes.hint}>{t(`today.task.${task.word}.hint`)}</div>
      </div>
      <Button component={Link} to={task.to} variant="default" size="xs">
        {t(`today.task.${task.word}.action`)}
      </Button>
    </li>
  );
}
