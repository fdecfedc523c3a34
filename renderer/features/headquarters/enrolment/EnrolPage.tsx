import { Button, Group, Stack } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { EnrolmentPreview } from "../../../../src/contract/headquarters.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { DoneNote } from "../../../ui/DoneNote.tsx";
import { FilePick, type PickedFile } from "../../../ui/FilePick.tsx";
import { Page } from "../../../ui/Page.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import classes from "../Headquarters.module.css";
import { reveal } from "../reveal.ts";
import { CompareEnrolment, type Enrolment } from "./CompareEnrolment.tsx";

/** An office's key is pinned: its file, its fingerprint compared aloud, a person's word. */
export function EnrolPage() {
  const { t } = useTranslation("headquarters");
  const [enrolment, setEnrolment] = useState<Enrolment | null>(null);
  const [pinned, setPinned] = useState<EnrolmentPreview | null>(null);
  return (
    <Page
      title={t("enrol.title")}
      subtitle={t("enrol.subtitle")}
      back={{ to: "/headquarters", label: t("back") }}
    >
      <Stack gap="lg">
        <ChooseEnrolment
          chosen={enrolment !== null}
          onChange={(next) => {
            setPinned(null);
            setEnrolment(next);
          }}
        />
        {enrolment && (
          <CompareEnrolment
            key={enrolment.preview.fingerprint}
            enrolment={enrolment}
            onPinned={() => {
              setPinned(enrolment.preview);
              setEnrolment(null);
            }}
          />
        )}
        {pinned && <Pinned preview={pinned} />}
      </Stack>
    </Page>
  );
}

interface ChooseEnrolmentProps {
  readonly chosen: boolean;
  readonly onChange: (enrolment: Enrolment | null) => void;
}

function ChooseEnrolment({ chosen, onChange }: ChooseEnrolmentProps) {
  const { t } = useTranslation("headquarters");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const preview = useTell("headquarters.previewEnrolment", { invalidates: [] });

  async function look({ bytes }: PickedFile): Promise<void> {
    onChange(null);
    const result = await preview.tell({ bytes });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) onChange({ bytes, preview: result.value });
  }

  return (
    <Panel title={t("enrol.file")} text={t("enrol.fileText")}>
      <Stack>
        <FilePick
          accept=".danaya"
          label={t(chosen ? "enrol.another" : "enrol.choose")}
          maxBytes={10_000_000}
          onPick={(file) => void look(file)}
        />
        <RefusalNotice refusal={refusal} />
      </Stack>
    </Panel>
  );
}

function Pinned({ preview }: { readonly preview: EnrolmentPreview }) {
  const { t } = useTranslation("headquarters");
  const isNewLaptop = preview.kind === "newLaptop";
  return (
    <Panel>
      <Stack ref={reveal} tabIndex={-1} className={classes.shown ?? ""}>
        <DoneNote title={t("enrol.done", { office: preview.office })}>
          {t(isNewLaptop ? "enrol.doneNewLaptop" : "enrol.doneText")}
        </DoneNote>
        <Group justify="flex-end">
          <Button component={Link} to={`/headquarters/offices/${preview.office}`} variant="default">
            {t("enrol.toOffice")}
          </Button>
          <Button component={Link} to={isNewLaptop ? "/headquarters/answers" : "/headquarters/receive"}>
            {t(isNewLaptop ? "actions.answers" : "actions.receive")}
          </Button>
        </Group>
      </Stack>
    </Panel>
  );
}
