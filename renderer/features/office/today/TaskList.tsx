import { Button, VisuallyHidden } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Overview } from "../../../../src/contract/office.ts";
import { showFrancs } from "../../../lib/format.ts";
import { ofMonth, showMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useSession } from "../../../lib/useSession.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Today.module.css";
import type { Task, When } from "./task.ts";
import { tasksOf } from "./tasks.ts";
import { useAround } from "./useAround.ts";

/** More than these would push the rest of the page away: the others are one press away. */
const SHOWN = 4;

interface TaskGroupsProps {
  readonly overview: Overview;
  /** Stands below what is to be decided, which is seldom much. */
  readonly beside: ReactNode;
}

/** What waits, in three groups: late, to be done, to be decided. */
export function TaskGroups({ overview, beside }: TaskGroupsProps) {
  const { t } = useTranslation("office");
  const known = useTasks(overview);
  const tasks = known ?? [];
  const groupOf = (when: When) => {
    const ofGroup = tasks.filter((task) => task.when === when);
    return ofGroup.length === 0 ? null : <TaskGroup when={when} tasks={ofGroup} />;
  };
  return (
    <div className={classes.groups}>
      {groupOf("late")}
      {groupOf("due")}
      {known?.length === 0 && (
        <Panel title={t("today.tasks")}>
          <p className={classes.hint}>{t("today.nothing")}</p>
        </Panel>
      )}
      <div className={classes.side}>
        {groupOf("decide")}
        {beside}
      </div>
    </div>
  );
}

/** The same in one list, for an office that has only begun. */
export function TaskList({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("office");
  const tasks = useTasks(overview);
  if (tasks === null) return null;
  if (tasks.length === 0) return <p className={classes.hint}>{t("today.nothing")}</p>;
  return <TaskLines tasks={tasks} />;
}

/** What this person may see to; null until it is known. */
function useTasks(overview: Overview): readonly Task[] | null {
  const session = useSession();
  const around = useAround();
  if (around === null) return null;
  return tasksOf(overview, around).filter((task) => session?.permissions.includes(task.needs));
}

interface TaskGroupProps {
  readonly when: When;
  readonly tasks: readonly Task[];
}

function TaskGroup({ when, tasks }: TaskGroupProps) {
  const { t } = useTranslation("office");
  const [isWhole, setWhole] = useState(false);
  // One more line takes no more room than the button that would show it.
  const shown = isWhole || tasks.length <= SHOWN + 1 ? tasks : tasks.slice(0, SHOWN);
  const hidden = tasks.length - shown.length;
  return (
    <Panel title={t(`today.groups.${when}`)}>
      <TaskLines tasks={shown} />
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" mt="xs" onClick={() => setWhole(true)}>
          {t("today.more", { count: hidden })}
        </Button>
      )}
    </Panel>
  );
}

function TaskLines({ tasks }: { readonly tasks: readonly Task[] }) {
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
  const month = task.month === undefined ? "" : showMonth(task.month, language);
  const words = { month, ofMonth: task.month === undefined ? "" : ofMonth(task.month, language) };
  return (
    <li className={classes.item}>
      <Link to={task.to} className={classes.task}>
        <span className={`${classes.sign} ${task.when === "late" ? classes.late : ""}`}>
          <task.icon size={17} stroke={1.7} aria-hidden />
        </span>
        <span className={classes.words}>
          {count === 0
            ? t(`today.task.${task.word}.none`)
            : t(`today.task.${task.word}.title`, { count, amount, ...words })}{" "}
          <span className={classes.hint}>{t(`today.task.${task.word}.hint`)}</span>
        </span>
        <VisuallyHidden> {t(`today.task.${task.word}.action`)}</VisuallyHidden>
        <IconChevronRight size={16} className={classes.go} aria-hidden />
      </Link>
    </li>
  );
}
