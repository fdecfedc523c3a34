import { IconUsersPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Overview } from "../../../../src/contract/office.ts";
import { Empty } from "../../../ui/Empty.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { QuickActions } from "./QuickActions.tsx";
import { TaskList } from "./TaskList.tsx";
import classes from "./Today.module.css";

/** Before the first member: what belongs here and how to begin. */
export function Welcome({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("office");
  return (
    <div className={classes.columns}>
      <Panel>
        <Empty
          icon={IconUsersPlus}
          title={t("today.empty.title")}
          text={t("today.empty.text")}
          action={<QuickActions atStart />}
        />
      </Panel>
      <Panel title={t("today.empty.then")}>
        <TaskList overview={overview} />
      </Panel>
    </div>
  );
}
