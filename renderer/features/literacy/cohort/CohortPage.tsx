import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { CohortFile } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Page } from "../../../ui/Page.tsx";
import { CohortBadge } from "../Badges.tsx";
import { AllowancesPanel } from "./AllowancesPanel.tsx";
import classes from "./Cohort.module.css";
import { CohortActions } from "./CohortActions.tsx";
import { LearnersPanel } from "./LearnersPanel.tsx";
import { MaterialsPanel } from "./MaterialsPanel.tsx";
import { StandingPanel } from "./StandingPanel.tsx";
import { WarningsPanel } from "./WarningsPanel.tsx";

/** Everything about one class. */
export function CohortPage() {
  const { t } = useTranslation("literacy");
  const { id = "" } = useParams();
  const file = useAsk("literacy.cohort", { id });
  if (file.data) return <OpenCohort key={id} file={file.data} />;
  return (
    <Page title={t("cohort.title")} back={{ to: "/literacy", label: t("tabs.cohorts") }}>
      <Asked of={file}>{() => null}</Asked>
    </Page>
  );
}

function OpenCohort({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  return (
    <Page
      wide
      title={file.details.name}
      subtitle={<Standing file={file} />}
      back={{ to: "/literacy", label: t("tabs.cohorts") }}
      action={<CohortActions file={file} />}
    >
      <Stack gap="lg">
        <WarningsPanel file={file} />
        <StandingPanel file={file} />
        <LearnersPanel file={file} />
        <div className={classes.columns}>
          <MaterialsPanel file={file} />
          <AllowancesPanel file={file} />
        </div>
      </Stack>
    </Page>
  );
}

function Standing({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  const officeName = useOfficeName();
  const identity = useOfficeIdentity();
  const elsewhere = identity !== null && identity.code !== file.office;
  return (
    <span className={classes.standing}>
      <strong className="numerals">{file.number}</strong>
      <span>{file.programmeName}</span>
      <CohortBadge state={file.state} />
      {file.closedOn && (
        <span>
          {t("cohort.closedOn")} <Day iso={file.closedOn} />
        </span>
      )}
      {elsewhere && <span>{t("cohort.elsewhere", { office: officeName(file.office) })}</span>}
    </span>
  );
}
