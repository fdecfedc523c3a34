import { Button, Stack } from "@mantine/core";
import { IconRubberStamp } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import type { ReportDraft } from "../../../../src/contract/reportingViews.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { useOnce } from "../../../lib/useOnce.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { usePrint } from "../../../ui/PrintButton.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { issuedAddress } from "./reportsView.ts";
import { useReportTitle } from "./reportWords.ts";

interface IssueButtonProps {
  readonly draft: ReportDraft;
  /** Saves what is still being written. @returns whether it all is */
  readonly save: () => Promise<boolean>;
  /** Why a text could not be saved. */
  readonly unsaved: Refusal | null;
}

/** Asks once more, gives the report its number, goes to it and shows its paper. */
export function IssueButton({ draft, save, unsaved }: IssueButtonProps) {
  const { t } = useTranslation("reports");
  const titleOf = useReportTitle();
  const [opened, setOpened] = useState(false);
  const issuing = useIssuing(draft, save);
  const { issued, key } = draft;
  const rectifies = issued !== null;
  return (
    <>
      <Button
        leftSection={<IconRubberStamp size={18} aria-hidden />}
        disabled={!draft.isOver}
        onClick={() => setOpened(true)}
      >
        {t(rectifies ? "issue.rectify" : "issue.button")}
      </Button>
      <ConfirmDialog
        opened={opened}
        title={t(rectifies ? "issue.rectify" : "issue.button")}
        confirm={t("issue.confirm")}
        pending={issuing.pending}
        onConfirm={() => void issuing.go()}
        onClose={() => setOpened(false)}
      >
        <Stack gap="sm">
          <RefusalNotice refusal={unsaved ?? issuing.refusal} />
          <p>{t("issue.what", { title: titleOf(key) })}</p>
          <p>{t("issue.final")}</p>
          {issued !== null && <p>{t("issue.replaces", { number: issued.number })}</p>}
        </Stack>
      </ConfirmDialog>
    </>
  );
}

function useIssuing({ key }: ReportDraft, save: () => Promise<boolean>) {
  const { t } = useTranslation("reports");
  const navigate = useNavigate();
  const notice = useNotice();
  // The same report however often the button is pressed.
  const [id] = useState(newId);
  const { tell } = useTell("reporting.issue");
  const { print } = usePrint("reporting.print");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [pending, setPending] = useState(false);
  const go = useOnce(async () => {
    setPending(true);
    try {
      if (!(await save())) return false;
      const result = await tell({ ...key, id });
      setRefusal(result.ok ? null : result.refusal);
      if (!result.ok) return false;
      notice(t("issue.done", { number: result.value.number }));
      await print({ id });
      await navigate(issuedAddress(id), { replace: true });
      return true;
    } finally {
      setPending(false);
    }
  });
  return { go, refusal, pending };
}
