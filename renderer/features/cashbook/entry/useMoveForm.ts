import { useState } from "react";
import { cashbook } from "../../../../src/contract/cashbook.ts";
import type { Voucher } from "../../../../src/contract/cashbookTerms.ts";
import { useDraftForm } from "../../../lib/drafts.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { useSaving } from "../../../lib/useSaving.ts";
import { useFormFaults } from "../formFaults.ts";
import { emptyMove, type MoveValues, remitInput, transferInput } from "./entryForm.ts";

type Done = (voucher: Voucher) => void;

const Transfer = cashbook.transfer.input;
const Remit = cashbook.remit.input;

/** From one place to another, until it is booked; what was typed survives a lock. */
export function useTransferForm(onDone: Done) {
  const [ids] = useState(() => ({ id: newId(), inId: newId() }));
  const [today] = useState(todayNow);
  const input = (values: MoveValues) => transferInput(ids, values, today);
  const faults = useFormFaults<MoveValues>({
    schema: Transfer,
    input,
    required: ["amount", "to", "datedOn"],
    days: ["datedOn"],
  });
  const draft = useDraftForm<MoveValues>("cashbook.new.transfer", emptyMove(today), faults);
  const saving = useSaving({
    operation: "cashbook.transfer",
    form: draft.form,
    input: (values) => Transfer.parse(input(values)),
    onDone: ({ out }) => {
      draft.discard();
      onDone(out);
    },
  });
  return { ...draft, ...saving };
}

/** To Bamako, until it is booked; what was typed survives a lock. */
export function useRemitForm(onDone: Done) {
  const [id] = useState(newId);
  const [today] = useState(todayNow);
  const input = (values: MoveValues) => remitInput(id, values, today);
  const faults = useFormFaults<MoveValues>({
    schema: Remit,
    input,
    required: ["amount", "datedOn"],
    days: ["datedOn"],
  });
  const draft = useDraftForm<MoveValues>("cashbook.new.remit", emptyMove(today), faults);
  const saving = useSaving({
    operation: "cashbook.remit",
    form: draft.form,
    input: (values) => Remit.parse(input(values)),
    onDone: ({ voucher }) => {
      draft.discard();
      onDone(voucher);
    },
  });
  return { ...draft, ...saving };
}
