import { Anchor, Button, Checkbox, Stack, Text } from "@mantine/core";
import { IconClipboardText } from "@tabler/icons-react";
import type { KeyboardEvent, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { AssessmentKind } from "../../../../src/contract/literacyTerms.ts";
import type { CohortResults } from "../../../../src/contract/literacyViews.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { DateField } from "../../../ui/DateField.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Notice, RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { MarksGrid } from "./MarksGrid.tsx";
import { firstWrong } from "./marksEdits.ts";
import classes from "./Results.module.css";
import { type Marking as Editing, useMarks } from "./useMarks.ts";

interface MarkingProps {
  readonly results: CohortResults;
  readonly kind: AssessmentKind;
  readonly isReadOnly: boolean;
  /** Where another assessment is chosen. */
  readonly choice: ReactNode;
}

/** One assessment of the class: its day and the grid of marks. */
export function Marking({ results, kind, isReadOnly, choice }: MarkingProps) {
  const { t } = useTranslation("literacy");
  const marking = useMarks(results, kind);
  const save = (event: KeyboardEvent) => {
    const isSave = event.key === "Enter" || event.key.toLowerCase() === "s";
    if (isReadOnly || !isSave || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void marking.save();
  };
  return (
    <Stack gap="md" onKeyDown={save}>
      <div className={classes.dayLine}>
        {choice}
        <DayFields kind={kind} marking={marking} isReadOnly={isReadOnly} />
      </div>
      <Faults marking={marking} />
      {marking.rows.length === 0 ? (
        <Empty
          icon={IconClipboardText}
          title={t(kind === "retake" ? "results.noRetake" : "results.nobody")}
          text={t(kind === "retake" ? "results.noRetakeText" : "results.nobodyText")}
        />
      ) : (
        <>
          <MarksGrid marking={marking} isReadOnly={isReadOnly} />
          <SkillNames marking={marking} />
        </>
      )}
      {!isReadOnly && marking.rows.length > 0 && <SaveBar marking={marking} />}
    </Stack>
  );
}

interface PartProps {
  readonly marking: Editing;
}

function DayFields({ kind, marking, isReadOnly }: PartProps & Pick<MarkingProps, "kind" | "isReadOnly">) {
  const { t } = useTranslation("literacy");
  const { typedDay, day, refusal, otherDays } = marking;
  const text = useRefusalText();
  const isDayRefused = refusal?.field === "onDay";
  const error = day === null ? t("dayUnreadable") : isDayRefused ? text(refusal) : null;
  return (
    <>
      <DateField
        label={t(`results.dayOf.${kind}`)}
        inputWrapperOrder={["label", "input", "error"]}
        w={240}
        readOnly={isReadOnly}
        value={typedDay}
        onChange={marking.setDay}
        error={error}
      />
      {otherDays > 0 && !isReadOnly && day !== null && (
        <Checkbox
          label={t("results.redate", { count: otherDays })}
          checked={marking.redate}
          onChange={({ currentTarget: { checked } }) => marking.setRedate(checked)}
        />
      )}
    </>
  );
}

/** What is wrong, with whom it concerns; it is marked in its cell too. */
function Faults({ marking }: PartProps) {
  const { t } = useTranslation(["literacy", "common"]);
  const text = useRefusalText();
  const { rows, skills, fault, refusal, isRestored } = marking;
  const off = firstWrong(rows, skills);
  const wrong =
    off === null
      ? fault
      : {
          ...{ enrolmentId: off.enrolmentId, skill: off.skill.code },
          refusal: { code: "literacy.markOffScale" as const, values: { most: off.skill.most } },
        };
  const learner = rows.find(({ learner: { enrolmentId } }) => enrolmentId === wrong?.enrolmentId)?.learner;
  return (
    <>
      <RefusalNotice refusal={refusal?.field === "onDay" ? null : refusal} />
      {wrong !== null && learner !== undefined && (
        <Notice>
          {t("attendance.fault", {
            who: [learner.learner.number, learner.learner.firstNames, wrong.skill].filter(Boolean).join(" "),
            what: text(wrong.refusal),
          })}
        </Notice>
      )}
      {isRestored && (
        <Text size="sm">
          {t("common:unsavedKept")}{" "}
          <Anchor component="button" type="button" size="sm" onClick={marking.startOver}>
            {t("common:startOver")}
          </Anchor>
        </Text>
      )}
    </>
  );
}

/** The codes of the headings in words. */
function SkillNames({ marking }: PartProps) {
  return (
    <ul className={classes.skills}>
      {marking.skills.map(({ code, name }) => (
        <li key={code}>
          <strong>{code}</strong> {name}
        </li>
      ))}
    </ul>
  );
}

function SaveBar({ marking }: PartProps) {
  const { t } = useTranslation("literacy");
  return (
    <div className={classes.bar}>
      <p aria-live="polite">{t(marking.isDirty ? "results.unsaved" : "results.keys")}</p>
      <Button loading={marking.pending} disabled={!marking.isDirty} onClick={() => void marking.save()}>
        {t("results.save")}
      </Button>
    </div>
  );
}
