import { Button, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CohortFile, LearnerLine } from "../../../../src/contract/literacyViews.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { Panel } from "../../../ui/Panel.tsx";
import { FeeDialog } from "./FeeDialog.tsx";
import { LearnerRow } from "./LearnerRow.tsx";
import { groupLearners, type StayAction, stayRules } from "./learnerLines.ts";
import { AdmitDialog, ComeBackDialog, LeaveDialog, MoveDialog } from "./StayDialogs.tsx";

interface Doing {
  readonly action: StayAction;
  readonly line: LearnerLine;
}

/** Who is in the class, who waits, and behind a button who is no longer there. */
export function LearnersPanel({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  const [doing, setDoing] = useState<Doing | null>(null);
  const [showsGone, setShowsGone] = useState(false);
  const { present, waiting, gone } = groupLearners(file.learners);
  const mayEnter = useMayHere("literacy.enter", file.office) && file.state !== "closed";
  const shown = [...present, ...waiting, ...(showsGone ? gone : [])];
  return (
    <Panel title={t("learners.title")}>
      {file.learners.length === 0 && (
        <Text c="dimmed">{t(mayEnter ? "learners.none" : "learners.noneElsewhere")}</Text>
      )}
      {shown.length > 0 && (
        <LearnerTable file={file} lines={shown} onAction={(action, line) => setDoing({ action, line })} />
      )}
      {gone.length > 0 && (
        <Button mt="sm" variant="subtle" size="compact-sm" onClick={() => setShowsGone(!showsGone)}>
          {showsGone ? t("learners.hideGone") : t("learners.showGone", { count: gone.length })}
        </Button>
      )}
      {doing && <ActionDialog file={file} doing={doing} onClose={() => setDoing(null)} />}
    </Panel>
  );
}

interface LearnerTableProps {
  readonly file: CohortFile;
  readonly lines: readonly LearnerLine[];
  readonly onAction: (action: StayAction, line: LearnerLine) => void;
}

function LearnerTable({ file, lines, onAction }: LearnerTableProps) {
  const { t } = useTranslation("literacy");
  const rules = stayRules(file);
  return (
    <Table verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("learners.number")}</Table.Th>
          <Table.Th>{t("learners.name")}</Table.Th>
          <Table.Th>{t("learners.state")}</Table.Th>
          <Table.Th>{t("learners.since")}</Table.Th>
          <Table.Th ta="right">{t("learners.attendance")}</Table.Th>
          {rules.fee > 0 && <Table.Th ta="right">{t("learners.fee")}</Table.Th>}
          <Table.Td w="3rem" />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => (
          <LearnerRow
            key={line.enrolmentId}
            office={file.office}
            line={line}
            rules={rules}
            onAction={(action) => onAction(action, line)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface ActionDialogProps {
  readonly file: CohortFile;
  readonly doing: Doing;
  readonly onClose: () => void;
}

const DIALOGS = { admit: AdmitDialog, move: MoveDialog, leave: LeaveDialog, comeBack: ComeBackDialog };

function ActionDialog({ file, doing: { action, line }, onClose }: ActionDialogProps) {
  if (action === "fee") {
    const _rules = stayRules(file);
    const { enrolmentId, learner } = line;
    const left = line.feeLeft;
    const paid = line.feePaid;
    return (
      <FeeDialog enrolmentId={enrolmentId} learner={learner} left={left} paid={paid} onClose={onClose} />
    );
  }
  const StayDialog = DIALOGS[action];
  return <StayDialog file={file} line={line} onClose={onClose} />;
}
