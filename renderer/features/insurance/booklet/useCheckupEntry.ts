import { useState } from "react";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { today as todayNow } from "../../../lib/today.ts";
import { dayAsTyped, readTypedDay } from "../../../lib/typedDay.ts";

/**
 * One check-up after the other: the day and the facility stay for the next one, member and stamp do not.
 * @param onRecorded after each; the next entry has an id of its own
 */
export function useCheckupEntry(onRecorded: () => void) {
  const [id, setId] = useState(newId);
  const [on, setOn] = useState(() => dayAsTyped(todayNow()));
  const [facility, setFacility] = useState("");
  const [stamp, setStamp] = useState("");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell("insurance.recordCheckup");
  const record = async (memberId: Id | null) => {
    if (memberId === null) return setRefusal({ code: "request.required", field: "memberId" });
    const read = readTypedDay(on, todayNow());
    if (read.kind !== "day") return setRefusal({ code: "request.required", field: "doneOn" });
    const result = await tell({ id, memberId, doneOn: read.day, facility, stamp });
    setRefusal(result.ok ? null : result.refusal);
    if (!result.ok) return;
    setId(newId());
    setStamp("");
    onRecorded();
  };
  return { on, setOn, facility, setFacility, stamp, setStamp, refusal, setRefusal, pending, record };
}

export type CheckupEntry = ReturnType<typeof useCheckupEntry>;
