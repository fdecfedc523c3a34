import { useCallback, useEffect, useRef, useState } from "react";
import { useNavigate } from "react-router";
import type { OutputOf } from "../../../../src/contract/index.ts";
import type { Id } from "../../../../src/contract/primitives.ts";
import type { RollLine } from "../../../../src/contract/rentalViews.ts";
import { useMay, useOfficeIdentity } from "../../../lib/useSession.ts";
import { nextToCollect } from "./rollView.ts";

/** A payment that was just taken, with the line that it was taken on. */
export interface Taken {
  readonly line: RollLine;
  readonly paid: OutputOf<"rental.recordPayment">;
}

/** The dialog's focus trap gives the focus back by itself; this comes after it. */
const AFTER_DIALOG_MS = 60;

/**
 * One tenant after the other: Enter on a line opens it with what is left, Enter again takes it, and the keys stand on
 * the next line of which something is left.
 */
export function useCollecting(lines: readonly RollLine[]) {
  const navigate = useNavigate();
  const own = useOfficeIdentity()?.code;
  const mayCollect = useMay("rental.collect");
  const [activeId, setActiveId] = useState<Id | null>(null);
  const [open, setOpen] = useState<RollLine | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const table = useRef<HTMLDivElement>(null);
  const focusTable = useCallback(() => {
    table.current?.querySelector<HTMLElement>("[role='grid']")?.focus({ preventScroll: true });
  }, []);
  const isOurs = (line: RollLine) => mayCollect && line.office === own && line.left > 0;
  const first = nextToCollect(lines.filter(isOurs), null);
  useStart(first, (id) => {
    setActiveId(id);
    focusTable();
  });
  const close = () => {
    setOpen(null);
    setTimeout(focusTable, AFTER_DIALOG_MS);
  };
  const at = lines.findIndex(({ leaseId }) => leaseId === activeId);
  return {
    table,
    active: [at < 0 ? null : at, (index: number) => setActiveId(lines[index]?.leaseId ?? null)] as const,
    open,
    taken,
    close,
    choose(line: RollLine) {
      if (isOurs(line)) setOpen(line);
      else navigate(`/rental/leases/${line.leaseId}`);
    },
    /** Of the line where the keys stand, if there is something to take, otherwise of the first one. */
    collectNext:
      first === null
        ? null
        : () => {
            const here = lines[at];
            const line = here && isOurs(here) ? here : lines.find(({ leaseId }) => leaseId === first);
            if (line === undefined) return;
            setActiveId(line.leaseId);
            setOpen(line);
          },
    done(paid: Taken["paid"]) {
      if (open === null) return;
      setTaken({ line: open, paid });
      setActiveId(
        nextToCollect(
          lines.filter((line) => isOurs(line) || line === open),
          open.leaseId,
        ),
      );
      close();
    },
  };
}

/** Once, when the first list has come: the keys begin where there is something to do. */
function useStart(first: Id | null, start: (id: Id) => void): void {
  const started = useRef(false);
  useEffect(() => {
    if (started.current || first === null) return;
    started.current = true;
    start(first);
  }, [first, start]);
}
