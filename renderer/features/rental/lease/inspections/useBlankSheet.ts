import { useState } from "react";
import type { LeaseFile } from "../../../../../src/contract/rentalViews.ts";
import type { Refusal } from "../../../../../src/contract/results.ts";
import { useTell } from "../../../../lib/calls.ts";
import { newId } from "../../../../lib/newId.ts";
import { today } from "../../../../lib/today.ts";
import { useShowFile } from "../../../../ui/useShowFile.tsx";

/**
 * A sheet to fill in by hand, for each of the premises the first that has none yet: it is kept empty, printed, and
 * completed on screen when it comes back.
 */
export function useBlankSheet(file: LeaseFile) {
  const showFile = useShowFile();
  const save = useTell("rental.saveInspection");
  const print = useTell("rental.printInspection", { invalidates: [] });
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const pending = save.pending || print.pending;
  const go = async () => {
    if (pending) return;
    const kind = file.state === "ended" || file.termination !== null ? "exit" : "entry";
    const isEmpty = ({ items }: { readonly items: readonly unknown[] }) => items.length === 0;
    const there = file.inspections.find((one) => one.kind === kind && isEmpty(one));
    const id = there?.id ?? newId();
    if (there === undefined) {
      const done = file.inspections.filter((one) => one.kind === kind).map(({ premisesId }) => premisesId);
      const next = file.premises.find((one) => !done.includes(one.id)) ?? file.premises[0];
      if (next === undefined) return;
      const saved = await save.tell({
        id,
        leaseId: file.id,
        premisesId: next.id,
        kind,
        on: today(),
        keys: 0,
        items: [],
        remarks: "",
      });
      setRefusal(saved.ok ? null : saved.refusal);
      if (!saved.ok) return;
    }
    const paper = await print.tell({ leaseId: file.id, id });
    setRefusal(paper.ok ? null : paper.refusal);
    if (paper.ok) showFile(paper.value);
  };
  return { go, pending, refusal };
}
