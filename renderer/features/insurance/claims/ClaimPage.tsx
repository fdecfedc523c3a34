import { Stack } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import { useAsk } from "../../../lib/calls.ts";
import { useOfficeName } from "../../../lib/offices.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { Name, Private } from "../../../ui/Name.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { ClaimBadge } from "./ClaimBadge.tsx";
import { ClaimLines } from "./ClaimLines.tsx";
import classes from "./Claims.module.css";
import { type Person, stepsOf } from "./claimSteps.ts";
import { NextPanel } from "./NextPanel.tsx";
import { PaymentsPanel } from "./PaymentsPanel.tsx";
import { PhotosPanel } from "./PhotosPanel.tsx";
import { StepsBar } from "./StepsBar.tsx";
import { usePerson } from "./usePerson.ts";
import { WarningsPanel } from "./WarningsPanel.tsx";

const TAKES_PHOTOS = ["draft", "submitted", "checked"];

/** One claim: where it stands, what the rules take off and why, and what is to be done with it. */
export function ClaimPage() {
  const { t } = useTranslation("claims");
  const { id = "" } = useParams();
  const file = useAsk("insurance.claim", { id });
  const person = usePerson();
  if (file.data && person) return <OpenClaim key={id} file={file.data} person={person} />;
  return (
    <Page title={t("columns.number")} back={{ to: "/insurance/claims", label: t("title") }}>
      <Asked of={file}>{() => null}</Asked>
    </Page>
  );
}

function OpenClaim({ file, person }: { readonly file: ClaimFile; readonly person: Person }) {
  const { t } = useTranslation("claims");
  const { claim } = file;
  const isOwn = claim.office === person.office;
  const mayEnter = useMay("claims.enter");
  return (
    <Page
      title={<Name surname={claim.surname} firstNames={claim.firstNames} />}
      subtitle={<Standing file={file} isOwn={isOwn} />}
      back={{ to: "/insurance/claims", label: t("title") }}
    >
      <StepsBar steps={stepsOf(file)} />
      <Stack gap="lg">
        <div className={classes.columns}>
          <Stack gap="lg">
            <CareFacts file={file} />
            <ClaimLines file={file} />
          </Stack>
          <Stack gap="lg">
            <NextPanel file={file} person={person} />
            <WarningsPanel warnings={file.warnings} />
            <PaymentsPanel file={file} />
            {isOwn && <PhotosPanel file={file} mayAdd={mayEnter && TAKES_PHOTOS.includes(claim.state)} />}
            <PrivateWords file={file} />
          </Stack>
        </div>
      </Stack>
    </Page>
  );
}

interface StandingProps {
  readonly file: ClaimFile;
  readonly isOwn: boolean;
}

function Standing({ file: { claim, patient, details }, isOwn }: StandingProps) {
  const { t } = useTranslation("claims");
  const officeName = useOfficeName();
  return (
    <span className={classes.standing}>
      <strong className="numerals">{claim.number}</strong>
      {details.childId !== null && (
        <span>
          <Private>{t("file.subtitle", { patient })}</Private>
        </span>
      )}
      <ClaimBadge state={claim.state} outcome={claim.outcome} />
      {!isOwn && <span>{t("file.elsewhere", { office: officeName(claim.office) })}</span>}
    </span>
  );
}

function CareFacts({ file: { claim, details, facility } }: { readonly file: ClaimFile }) {
  const { t } = useTranslation("claims");
  const mayReadPolicies = useMay("insurance.read");
  return (
    <Panel>
      <div className={classes.facts}>
        <Facts>
          <Fact name={t("form.facility")}>{facility}</Fact>
          <Fact name={t("form.careOn")}>
            <Day iso={details.careOn} />
          </Fact>
          <Fact name={t("form.receipt")}>{details.receiptNumber}</Fact>
          {mayReadPolicies && (
            <Fact name={t("form.policy")}>
              <Link to={`/insurance/policies/${details.policyId}`} className={classes.link}>
                {t("file.policy")} {claim.planCode}
              </Link>
            </Fact>
          )}
        </Facts>
      </div>
    </Panel>
  );
}

function PrivateWords({ file: { details } }: { readonly file: ClaimFile }) {
  const { t } = useTranslation("claims");
  const { prescription, diagnosis } = details;
  if (prescription === "" && diagnosis === "") return null;
  return (
    <details className={classes.fold}>
      <summary>
        {t("file.private")} <span className={classes.soft}>{t("file.privateText")}</span>
      </summary>
      <Facts>
        <Fact name={t("form.prescription")}>
          <span className={classes.words}>
            <Private>{prescription}</Private>
          </span>
        </Fact>
        <Fact name={t("form.diagnosis")}>
          <span className={classes.words}>
            <Private>{diagnosis}</Private>
          </span>
        </Fact>
      </Facts>
    </details>
  );
}
