import { Button, Group, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ClaimFile } from "../../../../src/contract/insuranceClaims.ts";
import { showFrancs } from "../../../lib/format.ts";
import { useLanguage, useRefusalText } from "../../../lib/refusals.ts";
import { Dialog } from "../../../ui/Dialog.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { mustBeAnother, type Person } from "./claimSteps.ts";
import { useStep } from "./useStep.ts";

interface DecideButtonsProps {
  readonly file: ClaimFile;
  readonly person: Person;
  /** The amount is headquarters' to decide: the same request only sends the claim on. */
  readonly refers: boolean;
}

/** Takes what the rules give, or rejects with a reason; above an amount it sends the claim to headquarters. */
export function DecideButtons({ file, person, refers }: DecideButtonsProps) {
  const { t } = useTranslation("claims");
  const language = useLanguage();
  const [rejecting, setRejecting] = useState(false);
  const { go, pending, refusal } = useStep("insurance.decideClaim");
  const { granted } = file.computed;
  const amount = showFrancs(granted, language);
  const blocked = !refers && mustBeAnother(file, person);
  const take = () => void go({ id: file.claim.id, decision: "asComputed", note: "", granted });
  if (refers)
    return (
      <>
        <Text size="sm">{t("actions.referText")}</Text>
        <RefusalNotice refusal={refusal} />
        <Button loading={pending} onClick={take}>
          {t("actions.refer")}
        </Button>
      </>
    );
  return (
    <>
      <Text size="sm">{granted > 0 ? t("actions.decideText", { amount }) : t("actions.decideNothing")}</Text>
      <RefusalNotice refusal={refusal} />
      <Group gap="sm">
        <Button loading={pending} disabled={blocked} onClick={take}>
          {granted > 0 ? t("actions.grant", { amount }) : t("actions.grantNothing")}
        </Button>
        <Button variant="default" disabled={blocked} onClick={() => setRejecting(true)}>
          {t("actions.reject")}
        </Button>
      </Group>
      {rejecting && <RejectDialog id={file.claim.id} granted={granted} onClose={() => setRejecting(false)} />}
    </>
  );
}

interface RejectDialogProps {
  readonly id: string;
  /** What the screen showed. */
  readonly granted: number;
  readonly onClose: () => void;
}

function RejectDialog({ id, granted, onClose }: RejectDialogProps) {
  const { t } = useTranslation(["claims", "common"]);
  const text = useRefusalText();
  const [note, setNote] = useState("");
  const { go, pending, refusal } = useStep("insurance.decideClaim");
  const aboutNote = refusal?.field === "note" ? text(refusal) : null;
  const reject = async () => {
    if (await go({ id, decision: "reject", note, granted })) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t("actions.rejectTitle")} size="lg">
      <Stack>
        <Text size="sm">{t("actions.rejectText")}</Text>
        <RefusalNotice refusal={aboutNote === null ? refusal : null} />
        <Textarea
          label={t("actions.rejectNote")}
          required
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={aboutNote}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t("common:cancel")}
          </Button>
          <Button color="ochre" loading={pending} onClick={() => void reject()}>
            {t("actions.rejectGo")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
