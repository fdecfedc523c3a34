import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { rental } from "../../../../../src/contract/rental.ts";
import type { Refusal, Result } from "../../../../../src/contract/results.ts";
import { useTell } from "../../../../lib/calls.ts";
import { useDraftForm } from "../../../../lib/drafts.ts";
import { applyRefusal, errorsBy, focusFirstError, useRefusalText } from "../../../../lib/refusals.ts";
import { today as todayNow } from "../../../../lib/today.ts";
import { useNotice } from "../../../../lib/useNotice.ts";
import { useOnce } from "../../../../lib/useOnce.ts";
import { UNREADABLE } from "../../typed.ts";
import { atForm, formPath } from "./errorsOf.ts";
import { type LeaseValues, leaseInput } from "./leaseForm.ts";

const Input = rental.signLease.input;

function valueAt(input: unknown, path: string): unknown {
  let here = input;
  for (const part of path.split(".")) here = (here as Record<string, unknown> | null | undefined)?.[part];
  return here;
}

/** Every wrong field at once; an empty one says that it is asked for, a day that is none how to write it. */
function useFaults(today: string) {
  const { t } = useTranslation("rental");
  const text = useRefusalText();
  const faults = errorsBy<unknown>(Input, text);
  return (values: LeaseValues) => {
    const input = leaseInput(values, today);
    const found = Object.entries(faults(input)).map(([path, error]) => {
      const value = valueAt(input, path);
      if (value === UNREADABLE) return [path, t("day.unreadable")];
      return [path, value === "" || value === null ? text({ code: "request.required" }) : error];
    });
    return atForm(Object.fromEntries(found));
  };
}

function atItsField(result: Result<unknown>): Result<unknown> {
  if (result.ok || result.refusal.field === undefined) return result;
  return { ok: false, refusal: { ...result.refusal, field: formPath(result.refusal.field) } };
}

/** The form of a new lease; it survives a lock, and is signed once. */
export function useLeaseForm(draft: string, initial: LeaseValues) {
  const { t } = useTranslation("rental");
  const text = useRefusalText();
  const notice = useNotice();
  const navigate = useNavigate();
  const [today] = useState(todayNow);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("rental.signLease");
  const faults = useFaults(today);
  const { form, discard, restored } = useDraftForm<LeaseValues>(draft, initial, faults);
  const go = useOnce(async () => {
    if (form.validate().hasErrors) {
      focusFirstError();
      return false;
    }
    const result = await tell(Input.parse(leaseInput(form.getValues(), today)));
    setRefusal(applyRefusal(form, atItsField(result), text));
    if (!result.ok) return false;
    discard();
    notice(t("form.done", { number: result.value.number }));
    navigate(`/rental/leases/${result.value.id}`, { replace: true });
    return true;
  });
  return { form, go, refusal, pending, discard, restored, today };
}
