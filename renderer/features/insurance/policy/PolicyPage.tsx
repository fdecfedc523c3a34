import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { PolicyFile } from "../../../../src/contract/insurancePolicies.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useOfficeIdentity } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Name } from "../../../ui/Name.tsx";
import { Page } from "../../../ui/Page.tsx";
import { LifePanels } from "../life/LifePanels.tsx";
import { PolicyBadge } from "../PolicyBadge.tsx";
import { ClaimsPanel } from "./ClaimsPanel.tsx";
import { BeneficiariesPanel, ChildrenPanel } from "./CoveredPanels.tsx";
import classes from "./Policy.module.css";
import { PolicyActions } from "./PolicyActions.tsx";
import { SchedulePanel } from "./SchedulePanel.tsx";
import { StandingPanel } from "./StandingPanel.tsx";
import { stateNow } from "./stateNow.ts";

/** Everything about one policy. */
export function PolicyPage() {
  const { t } = useTranslation("insurance");
  const { id = "" } = useParams();
  const file = useAsk("insurance.policy", { id });
  if (file.data) return <OpenPolicy key={id} file={file.data} />;
  return (
    <Page title={t("policy.title")} back={{ to: "/insurance", label: t("tabs.policies") }}>
      <Asked of={file}>{() => null}</Asked>
    </Page>
  );
}

function OpenPolicy({ file }: { readonly file: PolicyFile }) {
  const { t } = useTranslation("insurance");
  const { policy } = file;
  const identity = useOfficeIdentity();
  const elsewhere = identity !== null && identity.code !== policy.office;
  const isLife = policy.kind === "life";
  return (
    <Page
      title={<Name surname={policy.surname} firstNames={policy.firstNames} />}
      subtitle={<Standing file={file} elsewhere={elsewhere} />}
      back={{ to: "/insurance", label: t("tabs.policies") }}
      action={<PolicyActions file={file} elsewhere={elsewhere} />}
    >
      <Stack gap="lg">
        <StandingPanel file={file} />
        {isLife && <LifePanels policyId={policy.id} elsewhere={elsewhere} />}
        <div className={classes.columns}>
          <SchedulePanel file={file} elsewhere={elsewhere} />
          <Stack gap="lg">
            {isLife ? (
              <BeneficiariesPanel file={file} elsewhere={elsewhere} />
            ) : (
              <ChildrenPanel file={file} elsewhere={elsewhere} />
            )}
            {!isLife && <ClaimsPanel file={file} />}
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}

interface StandingProps {
  readonly file: PolicyFile;
  readonly elsewhere: boolean;
}

function Standing({ file, elsewhere }: StandingProps) {
  const { policy, endedOn, endReason } = file;
  const { t } = useTranslation("insurance");
  const officeName = useOfficeName();
  return (
    <span className={classes.standing}>
      <strong className="numerals">{policy.number}</strong>
      <span>{policy.planName}</span>
      <PolicyBadge state={stateNow(file)} />
      {endedOn && (
        <span>
          {t("policy.endedOn")} <Day iso={endedOn} />
          {endReason && ` · ${t(`ends.${endReason}`)}`}
        </span>
      )}
      {elsewhere && <span>{t("policy.elsewhere", { office: officeName(policy.office) })}</span>}
    </span>
  );
}
