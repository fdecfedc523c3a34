import { Button, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CohortFile, HandedOut } from "../../../../src/contract/literacyViews.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { ConfirmDialog } from "../../../ui/ConfirmDialog.tsx";
import { Day } from "../../../ui/Day.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import classes from "./Cohort.module.css";
import { HandOutDialog } from "./HandOutDialog.tsx";
import { LearnerName } from "./LearnerFacts.tsx";

/** What the class was given, the latest first. */
export function MaterialsPanel({ file }: { readonly file: CohortFile }) {
  const { t } = useTranslation("literacy");
  const [adding, setAdding] = useState(false);
  const [voiding, setVoiding] = useState<HandedOut | null>(null);
  const mayEnter = useMayHere("literacy.enter", file.office);
  const newestFirst = file.materials.toSorted((one, other) => other.onDay.localeCompare(one.onDay));
  return (
    <Panel
      title={t("materials.title")}
      action={
        mayEnter && (
          <Button
            variant="default"
            size="xs"
            style={{ flex: "none" }}
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t("materials.add")}
          </Button>
        )
      }
    >
      {newestFirst.length === 0 && <Text c="dimmed">{t("materials.none")}</Text>}
      <ul className={classes.lines}>
        {newestFirst.map((given) => (
          <li key={given.id} className={classes.line}>
            <Given file={file} given={given} />
            {mayEnter && !given.voided && (
              <Button
                variant="subtle"
                size="compact-sm"
                style={{ flex: "none" }}
                aria-label={t("materials.voidOf", { item: given.item })}
                onClick={() => setVoiding(given)}
              >
                {t("materials.void")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {adding && <HandOutDialog file={file} onClose={() => setAdding(false)} />}
      {voiding && <VoidDialog given={voiding} onClose={() => setVoiding(null)} />}
    </Panel>
  );
}

interface GivenProps {
  readonly file: CohortFile;
  readonly given: HandedOut;
}

function Given({ file, given }: GivenProps) {
  const { t } = useTranslation("literacy");
  const { quantity, item, onDay, enrolmentId, voided } = given;
  const learner = file.learners.find((line) => line.enrolmentId === enrolmentId)?.learner;
  return (
    <span>
      <span className={voided ? classes.voided : undefined}>
        <span className="numerals">{quantity}</span> × {item}
      </span>
      {voided && <span className={classes.soft}> · {t("materials.voided")}</span>}
      <br />
      <span className={classes.soft}>
        <Day iso={onDay} /> · {learner ? <LearnerName learner={learner} /> : t("materials.class")}
      </span>
    </span>
  );
}

interface VoidDialogProps {
  readonly given: HandedOut;
  readonly onClose: () => void;
}

function VoidDialog({ given, onClose }: VoidDialogProps) {
  const { t } = useTranslation("literacy");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("literacy.voidHandOut");
  const go = async () => {
    const result = await tell({ id: given.id });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t("materials.voidTitle")}
      confirm={t("materials.void")}
      keep={t("materials.keep")}
      pending={pending}
      onConfirm={() => void go()}
      onClose={onClose}
    >
      <RefusalNotice refusal={refusal} />
      <Text size="sm">
        {given.quantity} × {given.item}. {t("materials.voidText")}
      </Text>
    </ConfirmDialog>
  );
}
