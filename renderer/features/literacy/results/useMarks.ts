import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { AssessmentKind } from "../../../../src/contract/literacyTerms.ts";
import type { CohortResults } from "../../../../src/contract/literacyViews.ts";
import type { CalendarDate } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { question, useTell } from "../../../lib/calls.ts";
import { dropDraft, readDraft, saveDraft } from "../../../lib/drafts.ts";
import { useLine } from "../../../lib/line.ts";
import { newId } from "../../../lib/newId.ts";
import { focusFirstError } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped } from "../../../lib/typedDay.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import { dayTyped } from "../formFaults.ts";
import {
  type Fault,
  faultOf,
  firstWrong,
  lastDayOf,
  learnersOf,
  type MarksEdits,
  type MarksRow,
  NO_MARKS,
  rowsOf,
  skillsByDomain,
  toSend,
  withMark,
} from "./marksEdits.ts";

/** What was typed in a grid. It is kept over a lock, and until it is saved. */
function useEdits(key: string) {
  const [edits, setEdits] = useState(() => readDraft<MarksEdits>(key) ?? NO_MARKS);
  const [isRestored, setRestored] = useState(() => readDraft<MarksEdits>(key) !== undefined);
  // Two keys may be pressed before the screen is painted anew.
  const latest = useRef(edits);
  const change = (by: (before: MarksEdits) => MarksEdits) => {
    latest.current = by(latest.current);
    saveDraft(key, latest.current);
    setEdits(latest.current);
  };
  const clear = (left: MarksEdits = NO_MARKS) => {
    latest.current = left;
    dropDraft(key);
    setEdits(left);
    setRestored(false);
  };
  return { edits, latest, change, clear, isRestored };
}

/** The marking grid of one kind of assessment: what is typed lies over what is saved, and is sent whole. */
export function useMarks(results: CohortResults, kind: AssessmentKind) {
  const [today] = useState(todayNow);
  const { edits, latest, change, clear, isRestored } = useEdits(`literacy.marks.${results.cohortId}.${kind}`);
  const known = lastDayOf(results, kind) ?? today;
  const typedDay = edits.day ?? dayAsTyped(known);
  const day = dayTyped(typedDay, today);
  const rows = useMemo(() => rowsOf(results, kind, day ?? known, edits), [results, kind, day, known, edits]);
  const groups = skillsByDomain(results.programme.skills);
  const skills = groups.flatMap((group) => group.skills);
  const sending = useSend(results, kind);
  const save = async () => {
    const now = rowsOf(results, kind, day ?? known, latest.current);
    const sent = day === null ? [] : toSend(now, latest.current.redate, day);
    // Wrong marks are marked as they are typed, and so is a day that nobody can read.
    if (day === null || firstWrong(now, skills) !== null) return goToFirstError();
    if (sent.length === 0) return;
    const isSaved = await sending.send(day, learnersOf(sent, latest.current, skills, newId));
    // The next retake is looked for by its day.
    if (isSaved) clear(kind === "retake" ? { ...NO_MARKS, day: dayAsTyped(day) } : NO_MARKS);
  };
  const isDirty = day === null || toSend(rows, edits.redate, day).length > 0;
  return {
    ...{ rows, groups, skills, save, isDirty, typedDay, day, redate: edits.redate },
    ...{ fault: sending.fault, refusal: sending.refusal, pending: sending.pending },
    isRestored: isRestored && isDirty,
    /** Saved marks that have another day than the one on screen; none of a retake, which is one of its own. */
    otherDays:
      kind === "retake" ? 0 : rows.filter(({ saved }) => saved !== null && saved.onDay !== day).length,
    mark: (row: MarksRow, skill: string, typed: string) => {
      sending.forget();
      change((before) => withMark(before, row, { skill, typed }, newId()));
    },
    setDay: (typed: string) => {
      sending.forget();
      change((before) => ({ ...before, day: typed }));
    },
    setRedate: (redate: boolean) => change((before) => ({ ...before, redate })),
    startOver: () => {
      sending.forget();
      clear();
    },
  };
}

export type Marking = ReturnType<typeof useMarks>;

/** Also where the keyboard is there already: coming to a field selects what is in it. */
function goToFirstError(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  focusFirstError();
}

function useSend({ cohortId }: CohortResults, kind: AssessmentKind) {
  const { t } = useTranslation("literacy");
  const queries = useQueryClient();
  const line = useLine();
  const notice = useNotice();
  const { tell, pending } = useTell("literacy.saveAssessment");
  const isSending = useRef(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const send = async (onDay: CalendarDate, learners: ReturnType<typeof learnersOf>): Promise<boolean> => {
    if (isSending.current) return false;
    isSending.current = true;
    try {
      const result = await tell({ cohortId, kind, onDay, learners });
      const found = result.ok ? null : faultOf(result.refusal, learners);
      setFault(found);
      setRefusal(result.ok || found !== null ? null : result.refusal);
      if (result.ok) {
        // At once, so that the screen never shows what was there before.
        queries.setQueryData(question(line.send, "literacy.results", { cohortId }).queryKey, result.value);
        notice(t("results.saved"));
      } else goToFirstError();
      return result.ok;
    } finally {
      isSending.current = false;
    }
  };
  const forget = () => {
    setFault(null);
    setRefusal(null);
  };
  return { send, pending, fault, refusal, forget };
}
