import { ActionIcon, Anchor, Button, Group, Stack, Text } from "@mantine/core";
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconUsers } from "@tabler/icons-react";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useParams, useSearchParams } from "react-router";
import { Mark } from "../../../../src/contract/literacyTerms.ts";
import type { AttendanceSheet, CohortFile } from "../../../../src/contract/literacyViews.ts";
import { useAsk } from "../../../lib/calls.ts";
import { showDay } from "../../../lib/format.ts";
import { useRefusalText } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useMayHere } from "../../../lib/useMayHere.ts";
import { Asked } from "../../../ui/Asked.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Page } from "../../../ui/Page.tsx";
import { PrintButton } from "../../../ui/PrintButton.tsx";
import { Notice, RefusalNotice } from "../../../ui/RefusalNotice.tsx";
import { cohortPath, sheetPath } from "../places.ts";
import { AddSessionDialog } from "./AddSessionDialog.tsx";
import classes from "./Attendance.module.css";
import { AttendanceGrid } from "./AttendanceGrid.tsx";
import { SessionLines } from "./SessionLines.tsx";
import { daysOf, readSpan, type Span, shifted } from "./sheetSpan.ts";
import { type SheetEditing, useSheet } from "./useSheet.ts";

/** The attendance of a class in some days, as the paper sheet has it. */
export function SheetPage() {
  const { t } = useTranslation("literacy");
  const { id = "" } = useParams();
  const [address] = useSearchParams();
  const span = readSpan(address, todayNow());
  const sheet = useAsk("literacy.sheet", { cohortId: id, ...span });
  const file = useAsk("literacy.cohort", { id });
  return (
    <Page
      wide
      title={sheet.data?.name ?? file.data?.details.name ?? t("attendance.title")}
      subtitle={t("attendance.subtitle", { from: showDay(span.from), to: showDay(span.to) })}
      back={{ to: cohortPath(id), label: t("attendance.back") }}
      action={
        <PrintButton
          operation="literacy.printSheet"
          input={{ cohortId: id, ...span }}
          label={t("week.print")}
        />
      }
    >
      <Asked of={file}>
        {(found) => (
          <Asked of={sheet}>
            {(asked) => <Sheet key={`${id} ${span.from} ${span.to}`} file={found} sheet={asked} />}
          </Asked>
        )}
      </Asked>
    </Page>
  );
}

interface SheetProps {
  readonly file: CohortFile;
  readonly sheet: AttendanceSheet;
}

function Sheet({ file, sheet }: SheetProps) {
  const { t } = useTranslation("literacy");
  const isReadOnly = !useMayHere("literacy.enter", file.office) || file.state === "closed";
  const editing = useSheet(sheet);
  const save = (event: KeyboardEvent) => {
    const isSave = event.key === "Enter" || event.key.toLowerCase() === "s";
    // A dialog over the page is not in the page.
    const isHere = event.currentTarget.contains(event.target as Node);
    if (isReadOnly || !isHere || !isSave || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void editing.save();
  };
  return (
    <Stack gap="md" onKeyDown={save}>
      <Tools file={file} span={sheet} editing={editing} isReadOnly={isReadOnly} />
      <Faults sheet={sheet} editing={editing} />
      {sheet.learners.length === 0 || editing.columns.length === 0 ? (
        <Empty
          icon={IconUsers}
          title={t(sheet.learners.length === 0 ? "attendance.nobody" : "attendance.noSession")}
          text={t(sheet.learners.length === 0 ? "attendance.nobodyText" : "attendance.noSessionText")}
        />
      ) : (
        <>
          <AttendanceGrid learners={sheet.learners} editing={editing} isReadOnly={isReadOnly} />
          <SessionLines file={file} editing={editing} isReadOnly={isReadOnly} />
        </>
      )}
      {!isReadOnly && <SaveBar editing={editing} />}
    </Stack>
  );
}

interface ToolsProps {
  readonly file: CohortFile;
  readonly span: Span;
  readonly editing: SheetEditing;
  readonly isReadOnly: boolean;
}

/** The days on screen, and what each key notes. */
function Tools({ file, span, editing, isReadOnly }: ToolsProps) {
  const { t } = useTranslation("literacy");
  const [adding, setAdding] = useState(false);
  const { startsOn, endsOn } = file.details;
  const days = daysOf(span).filter((day) => startsOn <= day && day <= endsOn && day <= todayNow());
  const to = (by: -1 | 1) => sheetPath(file.id, shifted(span, by));
  return (
    <div className={classes.tools}>
      <Group gap={6}>
        <ActionIcon component={Link} to={to(-1)} variant="default" aria-label={t("week.before")}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon component={Link} to={to(1)} variant="default" aria-label={t("week.after")}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
      </Group>
      {!isReadOnly && days.length > 0 && (
        <Button
          variant="default"
          size="sm"
          leftSection={<IconCalendarPlus size={18} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t("attendance.addTitle")}
        </Button>
      )}
      <div className={classes.legend}>
        {Mark.options.map((mark) => (
          <span key={mark}>
            <kbd>{t(`attendance.letters.${mark}`)}</kbd>
            {t(`attendance.words.${mark}`)}
          </span>
        ))}
      </div>
      {adding && (
        <AddSessionDialog
          days={days}
          taken={new Set(editing.columns.map(({ key }) => key))}
          onAdd={editing.add}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  );
}

/** What was refused, with whom it concerns; it is marked in its cell too. */
function Faults({ sheet, editing }: { readonly sheet: AttendanceSheet; readonly editing: SheetEditing }) {
  const { t } = useTranslation(["common", "literacy"]);
  const text = useRefusalText();
  const { fault, refusal, isRestored } = editing;
  const learner = sheet.learners.find(({ enrolmentId }) => enrolmentId === fault?.enrolmentId)?.learner;
  return (
    <>
      <RefusalNotice refusal={refusal} />
      {fault !== null && learner !== undefined && (
        <Notice>
          {t("literacy:attendance.fault", {
            who: `${learner.number} ${learner.firstNames}`,
            what: text(fault.refusal),
          })}
        </Notice>
      )}
      {isRestored && (
        <Text size="sm">
          {t("unsavedKept")}{" "}
          <Anchor component="button" type="button" size="sm" onClick={editing.startOver}>
            {t("startOver")}
          </Anchor>
        </Text>
      )}
    </>
  );
}

function SaveBar({ editing }: { readonly editing: SheetEditing }) {
  const { t } = useTranslation(["literacy", "common"]);
  return (
    <div className={classes.bar}>
      <p aria-live="polite">{t(editing.isDirty ? "attendance.unsaved" : "attendance.keys")}</p>
      <Button loading={editing.pending} disabled={!editing.isDirty} onClick={() => void editing.save()}>
        {t("attendance.save")}
      </Button>
    </div>
  );
}
