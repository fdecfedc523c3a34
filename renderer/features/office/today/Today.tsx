import { useTranslation } from "react-i18next";
import type { Overview } from "../../../../src/contract/office.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showLongDay } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay, useOfficeIdentity, useOfficeState } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Notice } from "../../../ui/RefusalNotice.tsx";
import { Figures } from "./Figures.tsx";
import { KeyFigures } from "./KeyFigures.tsx";
import { QuickActions } from "./QuickActions.tsx";
import { SafetyPanel } from "./SafetyPanel.tsx";
import { TaskGroups } from "./TaskList.tsx";
import classes from "./Today.module.css";
import { Welcome } from "./Welcome.tsx";

/** The first page: what is due, what is late, when the last backup and stick went out. */
export function Today() {
  const { t } = useTranslation("office");
  const language = useLanguage();
  const mayRead = useMay("office.read");
  const overview = useAsk("office.overview", {}, { enabled: mayRead });
  const mayReport = useMay("reporting.read");
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  // Headquarters has its offices to look after, however few its own members are.
  const isBegun = overview.data !== undefined && (overview.data.members.total > 0 || headquarters);
  const day = overview.data && showLongDay(overview.data.today, language);
  const compared = t(headquarters ? "today.comparedAll" : "today.compared");
  return (
    <Page
      wide
      title={t("today.title")}
      subtitle={mayReport && isBegun ? `${day ?? ""} · ${compared}` : day}
      action={isBegun && <QuickActions />}
    >
      <ClockNotice />
      {mayRead && <Asked of={overview}>{(found) => <Sheets overview={found} />}</Asked>}
    </Page>
  );
}

function Sheets({ overview }: { readonly overview: Overview }) {
  const headquarters = useOfficeIdentity()?.headquarters ?? false;
  const nobody = overview.members.total === 0;
  // Headquarters has its offices to look after, whoever may read the members.
  if (nobody && !headquarters) return <Welcome overview={overview} />;
  return (
    <div className={classes.sheets}>
      <KeyFigures />
      <TaskGroups overview={overview} beside={<SafetyPanel overview={overview} />} />
      {!nobody && <Figures overview={overview} />}
    </div>
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
