import { useRef, useState } from "react";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { ArrearsLine } from "../../../../src/contract/rentalViews.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";
import { newId } from "../../../lib/newId.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { useShowFile } from "../../../ui/useShowFile.tsx";

type Late = Pick<ArrearsLine, "leaseId" | "office">;

/** Prints a reminder and notes in the lease that it went out; a paper that could not be made is not noted. */
export function useLetters() {
  const showFile = useShowFile();
  const notes = useMay("rental.collect");
  const own = useOfficeIdentity()?.code;
  const print = useTell("rental.printReminder", { invalidates: [] });
  const note = useTell("rental.noteReminder", { invalidates: ["rental"] });
  const [pending, setPending] = useState<Id | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const running = useRef(false);

  async function make({ leaseId, office }: Late, kind: "first" | "last"): Promise<Refusal | null> {
    const paper = await print.tell({ leaseId, kind });
    if (!paper.ok) return paper.refusal;
    showFile(paper.value);
    if (!notes || office !== own) return null;
    const noted = await note.tell({
      id: newId(),
      leaseId,
      kind,
      promisedOn: null,
      promised: null,
      note: "",
    });
    // What was noted stands in the list; a notice in the corner would lie over the paper's own buttons.
    return noted.ok ? null : noted.refusal;
  }

  return {
    notes,
    pending,
    refusal,
    async print(line: Late, kind: "first" | "last") {
      // The second click of a double click would note a second letter.
      if (running.current) return;
      running.current = true;
      setPending(line.leaseId);
      try {
        setRefusal(await make(line, kind));
      } finally {
        running.current = false;
        setPending(null);
      }
    },
  };
}
