import { Button, Group } from "@mantine/core";
import { IconCoins } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LearnerRef } from "../../../../src/contract/literacyTerms.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { useMay } from "../../../lib/useSession.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Fact, Facts } from "../../../ui/Fields.tsx";
import { EnrolmentBadge } from "../Badges.tsx";
import { FeeDialog } from "../cohort/FeeDialog.tsx";
import { cohortPath } from "../places.ts";
import classes from "./MemberTab.module.css";
import type { PathStay } from "./stays.ts";

interface StaySummaryProps {
  readonly learner: LearnerRef;
  readonly stay: PathStay;
  readonly elsewhere: boolean;
}

/** One stay: the class, how often she came, what she can, what she paid. */
export function StaySummary({ learner, stay, elsewhere }: StaySummaryProps) {
  const { t } = useTranslation("literacy");
  const { state, end } = stay;
  return (
    <section className={classes.stay} aria-label={stay.cohortName}>
      <Group justify="space-between" mb="sm">
        <Group gap="sm">
          <Link to={cohortPath(stay.cohortId)} className={classes.link}>
            {stay.cohortName} <span className="numerals">{stay.cohortNumber}</span>
          </Link>
          <EnrolmentBadge state={state} />
          {state === "left" && end !== null && <span className={classes.soft}>{t(`ends.${end}`)}</span>}
        </Group>
        {!elsewhere && <FeeButton learner={learner} stay={stay} />}
      </Group>
      <Facts>
        <Fact name={t("columns.programme")}>
          {stay.programmeName}
          <br />
          <span className={classes.soft}>{t(`levels.${stay.level}`)}</span>
        </Fact>
        <Fact name={t("memberTab.period")}>
          <Period stay={stay} />
        </Fact>
        <Fact name={t("memberTab.attended")}>
          {stay.held === 0
            ? t("dash")
            : t("memberTab.attendedText", { attended: stay.attended, held: stay.held })}
        </Fact>
        <Fact name={t("memberTab.assessments")}>
          <Assessments stay={stay} />
        </Fact>
        <Fact name={t("memberTab.result")}>
          <Result stay={stay} />
        </Fact>
        {stay.fee > 0 && (
          <Fact name={t("memberTab.fee")}>
            <Fee stay={stay} />
          </Fact>
        )}
      </Facts>
    </section>
  );
}

function Period({ stay: { startsOn, endedOn } }: { readonly stay: PathStay }) {
  const { t } = useTranslation("literacy");
  if (startsOn === null) return t("memberTab.waiting");
  if (endedOn === null)
    return (
      <>
        {t("memberTab.since")} <Day iso={startsOn} />
      </>
    );
  return (
    <>
      <Day iso={startsOn} /> → <Day iso={endedOn} />
    </>
  );
}

function Assessments({ stay }: { readonly stay: PathStay }) {
  const { t } = useTranslation("literacy");
  if (stay.assessments.length === 0) return t("dash");
  return stay.assessments.map(({ id, kind, onDay }) => (
    <div key={id}>
      {t(`assessmentKinds.${kind}`)} · <Day iso={onDay} />
    </div>
  ));
}

/** Whether she passed, and what is missing; her certificate. */
function Result({ stay: { outcome, certificate } }: { readonly stay: PathStay }) {
  const { t } = useTranslation("literacy");
  if (outcome === null) return t("dash");
  const percent = outcome.overall;
  const parts = outcome.missing.map((part) => t(`memberTab.parts.${part}`)).join(", ");
  return (
    <>
      <span className={outcome.passed ? classes.passed : undefined}>
        {t(outcome.passed ? "memberTab.passed" : "memberTab.notPassed", { percent })}
      </span>
      <div className={classes.soft}>
        {outcome.domains
          .map((one) => `${t(`domains.${one.domain}`)} ${t("memberTab.percent", { percent: one.percent })}`)
          .join(" · ")}
      </div>
      {parts !== "" && <div className={classes.soft}>{t("memberTab.missing", { parts })}</div>}
      {certificate && (
        <div className="numerals">
          {t("memberTab.certificate")} {certificate.number} · <Day iso={certificate.issuedOn} />
        </div>
      )}
    </>
  );
}

function Fee({ stay }: { readonly stay: PathStay }) {
  const { t } = useTranslation("literacy");
  const language = useLanguage();
  const left = stay.feeLeft;
  return (
    <>
      <Amount francs={stay.feePaid} />
      {left > 0 && (
        <div className={classes.soft}>{t("learners.feeLeft", { amount: showFrancs(left, language) })}</div>
      )}
    </>
  );
}

function FeeButton({ learner, stay }: Pick<StaySummaryProps, "learner" | "stay">) {
  const { t } = useTranslation("literacy");
  const mayCollect = useMay("literacy.collect");
  const [opened, setOpened] = useState(false);
  const { enrolmentId, feePaid } = stay;
  const left = stay.feeLeft;
  return (
    <>
      {mayCollect && left > 0 && (
        <Button
          variant="default"
          leftSection={<IconCoins size={18} aria-hidden />}
          onClick={() => setOpened(true)}
        >
          {t("fee.action")}
        </Button>
      )}
      {opened && (
        <FeeDialog
          enrolmentId={enrolmentId}
          learner={learner}
          left={left}
          paid={feePaid}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
}
