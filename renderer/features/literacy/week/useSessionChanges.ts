import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CancelReason, ClassSession } from "../../../../src/contract/literacyTerms.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useNotice } from "../../../lib/useNotice.ts";

export interface SessionChanges {
  readonly cancel: (session: ClassSession, reason: CancelReason) => void;
  readonly restore: (id: Id) => void;
}

/** Calls sessions off, and takes that back. */
export function useSessionChanges(): { changes: SessionChanges; refusal: Refusal | null } {
  const { t } = useTranslation("literacy");
  const notice = useNotice();
  const cancelling = useTell("literacy.cancelSession");
  const restoring = useTell("literacy.restoreSession");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const cancel = async (session: ClassSession, reason: CancelReason) => {
    const { id, cohortId, onDay, from, minutes } = session;
    const result = await cancelling.tell({ id: id ?? newId(), cohortId, onDay, from, minutes, reason });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) notice(t("week.cancelled"));
  };
  const restore = async (id: Id) => {
    const result = await restoring.tell({ id });
    setRefusal(result.ok ? null : result.refusal);
    if (result.ok) notice(t("week.restored"));
  };
  const changes: SessionChanges = {
    cancel: (session, reason) => void cancel(session, reason),
    restore: (id) => void restore(id),
  };
  return { changes, refusal };
}
