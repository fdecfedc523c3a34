import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import { outcomeText } from "../../../../src/contract/texts/cutText.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage } from "../../../lib/refusals.ts";
import { Amount } from "../../../ui/Amount.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import classes from "./Claims.module.css";
import { mayWithdraw, type NextAction, nextAction, type Person } from "./claimSteps.ts";
import { DecideButtons } from "./DecideButtons.tsx";
import { useStep } from "./useStep.ts";
import { WhoDecides } from "./WhoDecides.tsx";
import { WithdrawButton } from "./WithdrawButton.tsx";

interface NextPanelProps {
  readonly file: ClaimFile;
  readonly person: Person;
}

/** What was decided, who may decide, and the one thing that this person does next. */
export function NextPanel({ file, person }: NextPanelProps) {
  const { t } = useTranslation("claims");
  const { claim } = file;
  const action = nextAction(file, person);
  const isOver = claim.state === "paid" || claim.state === "closed";
  return (
    <Panel title={t(isOver ? "file.decision" : "actions.title")}>
      <Stack gap="sm">
        <Outcome file={file} />
        {!isOver && file.decidedOn === null && <WhoDecides file={file} person={person} />}
        {action === null && !isOver && <Text size="sm">{t("actions.waits")}</Text>}
        {action !== null && <Action action={action} file={file} person={person} />}
        <Group gap="sm">
          {claim.outcome !== null && (
            <PrintButton
              operation="insurance.printDecision"
              input={{ id: claim.id }}
              label={t("actions.decision")}
            />
          )}
          {mayWithdraw(file, person) && <WithdrawButton id={claim.id} />}
        </Group>
      </Stack>
    </Panel>
  );
}

/** The francs, once they are decided; before that the rules' own stand with the lines. */
function Outcome({ file: { claim, computed, decidedOn, decisionNote } }: { readonly file: ClaimFile }) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  if (decidedOn === null) return null;
  const isOnItsWay = claim.state === "referred";
  return (
    <div>
      <div className={classes.soft}>
        {t("file.granted", { outcome: outcomeText(language, computed.outcome).toLowerCase() })}
      </div>
      <div className={classes.granted}>
        <Amount francs={computed.granted} />
      </div>
      {decisionNote !== "" && (
        <Text size="sm" mt={4}>
          {t("file.note", { note: decisionNote })}
        </Text>
      )}
      {isOnItsWay && (
        <Text size="sm" mt={4}>
          {t("file.waitsForAnswer")}
        </Text>
      )}
    </div>
  );
}

interface ActionProps extends NextPanelProps {
  readonly action: NextAction;
}

function Action({ action, file, person }: ActionProps) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const { claim, computed } = file;
  if (action === "decide" || action === "refer")
    return <DecideButtons file={file} person={person} refers={action === "refer"} />;
  if (action === "check" || action === "close") return <StepButton step={action} id={claim.id} />;
  const left = showFrancs(computed.granted - claim.paid, language);
  return action === "edit" ? (
    <>
      <Text size="sm">{t("actions.editText")}</Text>
      <Button component={Link} to={`/insurance/claims/${claim.id}/edit`}>
        {t("actions.edit")}
      </Button>
    </>
  ) : (
    <>
      <Text size="sm">{t("actions.payText", { amount: left })}</Text>
      <Button component={Link} to={`/insurance/pay?claim=${claim.id}`}>
        {t("actions.pay")}
      </Button>
    </>
  );
}

interface StepButtonProps {
  readonly step: "check" | "close";
  readonly id: string;
}

function StepButton({ step, id }: StepButtonProps) {
  const { t } = useTranslation("claims");
  const { go, pending, refusal } = useStep(
    step === "check" ? "insurance.checkClaim" : "insurance.closeClaim",
  );
  return (
    <>
      <Text size="sm">{t(`actions.${step}Text`)}</Text>
      <RefusalNotice refusal={refusal} />
      <Button loading={pending} onClick={() => void go({ id })}>
        {t(`actions.${step}`)}
      </Button>
    </>
  );
}
