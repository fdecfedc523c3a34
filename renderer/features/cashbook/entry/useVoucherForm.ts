import { useState } from "react";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { Voucher } from "../../../../src/contract/cashbookTerms.ts";
import { useDraftForm } from "../../../lib/drafts.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { useFormFaults } from "../formFaults.ts";
import { hasReference } from "../TillField.tsx";
import { useTills } from "../useTills.ts";
import { type Direction, type EntryValues, emptyEntry, entryInput } from "./entryForm.ts";

const Input = cashbook.record.input;

/** A receipt or an expense until it is booked; what was typed survives a lock. */
export function useVoucherForm(direction: Direction, onDone: (voucher: Voucher) => void) {
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const { tills } = useTills();
  const input = (values: EntryValues) =>
    entryInput(id, direction, values, today, hasReference(tills, values.till));
  const faults = useFormFaults<EntryValues>({
    schema: Input,
    input,
    required: ["amount", "account", "words", "datedOn"],
    days: ["datedOn"],
  });
  const draft = useDraftForm<EntryValues>(`cashbook.new.${direction}`, emptyEntry(today), faults);
  const { form, discard, restored } = draft;
  const saving = useSaving({
    operation: "cashbook.record",
    form,
    input: (values) => Input.parse(input(values)),
    onDone: ({ voucher }) => {
      discard();
      onDone(voucher);
    },
  });
  return { form, restored, discard, asksReference: hasReference(tills, form.values.till), ...saving };
}
