import { useQueryClient } from "@tanstack/react-query";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Mark } from "../../../../src/contract/literacyTerms.ts";
import type { AttendanceSheet } from "../../../../src/contract/literacyViews.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { question, useTell } from "../../../lib/calls.ts";
import { dropDraft, readDraft, saveDraft } from "../../../lib/drafts.ts";
import { useLine } from "../../../lib/line.ts";
import { newId } from "../../../lib/newId.ts";
import { focusFirstError } from "../../../lib/refusals.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useNotice } from "../../../lib/useNotice.ts";
import {
  type AddedSession,
  columnsOf,
  edited,
  enteredOf,
  type Fault,
  faultOf,
  NO_EDITS,
  restPresent,
  type SessionEdit,
  type SheetColumn,
  type SheetEdits,
  toSend,
  withAdded,
  withoutAdded,
} from "./sheetEdits.ts";

const draftKey = ({ cohortId, from, to }: AttendanceSheet) => `literacy.sheet.${cohortId}.${from}.${to}`;

/** What was typed on a sheet. It is kept over a lock, and until it is saved. */
function useEdits(sheet: AttendanceSheet) {
  const key = draftKey(sheet);
  const [edits, setEdits] = useState(() => readDraft<SheetEdits>(key) ?? NO_EDITS);
  const [isRestored, setRestored] = useState(() => readDraft<SheetEdits>(key) !== undefined);
  // Two keys may be pressed before the screen is painted anew.
  const latest = useRef(edits);
  const change = (by: (before: SheetEdits) => SheetEdits) => {
    latest.current = by(latest.current);
    saveDraft(key, latest.current);
    setEdits(latest.current);
  };
  const clear = () => {
    latest.current = NO_EDITS;
    dropDraft(key);
    setEdits(NO_EDITS);
    setRestored(false);
  };
  return { edits, latest, change, clear, isRestored };
}

export interface SheetEditing {
  readonly columns: readonly SheetColumn[];
  readonly fault: Fault | null;
  readonly refusal: Refusal | null;
  readonly pending: boolean;
  /** Something is typed that is not saved. */
  readonly isDirty: boolean;
  /** It came back from before. */
  readonly isRestored: boolean;
  readonly mark: (column: SheetColumn, enrolmentId: Id, mark: Mark | null) => void;
  readonly allPresent: (column: SheetColumn) => void;
  readonly change: (column: SheetColumn, change: Partial<Omit<SessionEdit, "id" | "marks">>) => void;
  readonly add: (session: AddedSession) => void;
  readonly remove: (column: SheetColumn) => void;
  readonly startOver: () => void;
  readonly save: () => Promise<void>;
}

/** A sheet that is being filled: what is typed lies over what is saved, and is sent whole. */
export function useSheet(sheet: AttendanceSheet): SheetEditing {
  const { t } = useTranslation("literacy");
  const [today] = useState(todayNow);
  const { edits, latest, change, clear, isRestored } = useEdits(sheet);
  const columns = useMemo(() => columnsOf(sheet, edits, today), [sheet, edits, today]);
  const saving = useSaveSheet(sheet, () => columnsOf(sheet, latest.current, today), clear);
  const { setFault } = saving;
  const put = (column: SheetColumn, changed: Partial<Omit<SessionEdit, "id">>) => {
    setFault((fault) => (fault?.key === column.key ? null : fault));
    change((before) => edited(before, column, changed, newId()));
  };
  const isDirty = toSend(columns).length > 0;
  return {
    ...{ columns, isDirty, isRestored: isRestored && isDirty },
    ...{ fault: saving.fault, refusal: saving.refusal, pending: saving.pending },
    mark: (column, enrolmentId, mark) => put(column, { marks: { [enrolmentId]: mark } }),
    allPresent: (column) => put(column, { marks: restPresent(column, sheet.learners) }),
    change: put,
    add: (session) => change((before) => withAdded(before, session)),
    remove: (column) => change((before) => withoutAdded(before, column.key)),
    startOver: () => {
      saving.forget();
      clear();
    },
    save: () => saving.save(t("attendance.saved")),
  };
}

/** @param columns as they stand when the button is pressed @param done after it is saved */
function useSaveSheet(sheet: AttendanceSheet, columns: () => SheetColumn[], done: () => void) {
  const queries = useQueryClient();
  const { send } = useLine();
  const notice = useNotice();
  const { tell, pending } = useTell("literacy.saveSheet");
  const isSending = useRef(false);
  const [fault, setFault] = useState<Fault | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const forget = () => {
    setFault(null);
    setRefusal(null);
  };
  const save = async (said: string) => {
    const sent = toSend(columns());
    if (isSending.current || sent.length === 0) return;
    isSending.current = true;
    const { cohortId, from, to } = sheet;
    try {
      const result = await tell({ cohortId, from, to, sessions: enteredOf(sent) });
      const found = result.ok ? null : faultOf(result.refusal, sent);
      setFault(found);
      setRefusal(result.ok || found !== null ? null : result.refusal);
      if (!result.ok) return focusFirstError();
      // At once, so that the screen never shows what was there before.
      queries.setQueryData(question(send, "literacy.sheet", { cohortId, from, to }).queryKey, result.value);
      done();
      notice(said);
    } finally {
      isSending.current = false;
    }
  };
  return { save, pending, fault, setFault, refusal, forget };
}
