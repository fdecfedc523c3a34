import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useAsk } from "../../../lib/calls.ts";
import { ofMonth } from "../../../lib/months.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Panel } from "../../../ui/Panel.tsx";
import classes from "./Reports.module.css";
import { writeAddress } from "./reportsView.ts";

/** The month that is over and has no report yet; nothing when there is none. */
export function DuePanel() {
  const { t } = useTranslation("reports");
  const language = useLanguage();
  const mayIssue = useMay("reporting.issue");
  const tasks = useAsk("reporting.tasks", {});
  const due = tasks.data?.reportDue ?? null;
  if (!mayIssue || due === null) return null;
  const begun = tasks.data?.begun ?? false;
  const words = { ofMonth: ofMonth(due, language) };
  const key = { kind: tasks.data?.reportKind ?? "activity", period: due, project: null } as const;
  return (
    <Panel tone="attention">
      <div className={classes.due}>
        <div>
          <strong>{t(begun ? "due.begun" : "due.title", words)}</strong>
          <p className={classes.soft}>{t(begun ? "due.begunText" : "due.text")}</p>
        </div>
        <Button
          component={Link}
          to={writeAddress(key)}
          leftSection={<IconPencil size={18} aria-hidden />}
          style={{ flex: "none" }}
        >
          {t(begun ? "due.continue" : "due.write", words)}
        </Button>
      </div>
    </Panel>
  );
}
