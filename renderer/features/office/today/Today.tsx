import { useTranslation } from "react-i18next";
import type { Overview } from "../../../../src/contract/office.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showLongDay } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay, useOfficeIdentity, useOfficeState } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { Figures } from "./Figures.tsx";
import { QuickActions } from "./QuickActions.tsx";
import { SafetyPanel } from "./SafetyPanel.tsx";
import { TaskList } from "./TaskList.tsx";
import classes from "./Today.module.css";
import { Welcome } from "./Welcome.tsx";

/** The first page: what is due, what is late, when the last backup and stick went out. */
export function Today() {
  const { t } = useTranslation("office");
  const language = useLanguage();
  const mayRead = useMay("office.read");
  const overview = useAsk("office.overview", {}, { enabled: mayRead });
  const day = overview.data && showLongDay(overview.data.today, language);
  return (
    <Page title={t("today.title")} subtitle={day}>
      <ClockNotice />
      {mayRead && <Asked of={overview}>{(found) => <Sheets overview={found} />}</Asked>}
    </Page>
  );
}

function Sheets({ overview }: { readonly overview: Overview }) {
  const { t } = useTranslation("office");
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const nobody = overview.members.total === 0;
  // Headquarters has its offices to look after, whoever may read the members.
  if (nobody && !headquarters) return <Welcome overview={overview} />;
  return (
    <>
      <QuickActions />
      <div className={classes.columns}>
        <Panel title={t("today.tasks")}>
          <TaskList overview={overview} />
        </Panel>
        <div className={classes.side}>
          {!nobody && <Figures overview={overview} />}
          <SafetyPanel overview={overview} />
        </div>
      </div>
    </>
  );
}

/** Dates would be wrong on every paper: said before anything else. */
function ClockNotice() {
  const { t } = useTranslation("office");
  const state = useOfficeState();
  if (state?.stage !== "open" || !state.clockBehind) return null;
  return (
    <div style={{ marginBottom: "1.25rem" }}>
      <Notice>{t("today.clockBehind")}</Notice>
    </div>
  );
}
