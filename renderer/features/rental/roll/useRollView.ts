import { useState } from "react";
import { useSearchParams } from "react-router";
import type { OfficeScope } from "../../../../src/contract/primitives.ts";
import { readDraft, saveDraft } from "../../../lib/drafts.ts";
import { today } from "../../../lib/today.ts";
import { useOfficeInAddress } from "../../../ui/useOfficeInAddress.ts";
import { readMonth } from "./monthSteps.ts";

const SEARCH = "rental.roll.search";

export interface RollView {
  readonly month: string;
  /** Only lines of which something is left. */
  readonly toCollect: boolean;
  /** Never in the address: it is somebody's name. */
  readonly text: string;
  readonly office: OfficeScope | undefined;
}

/** What the rent roll shows; month and filter stand in the address, so that going back finds them. */
export function useRollView() {
  const [address, setAddress] = useSearchParams();
  const [office, setOffice] = useOfficeInAddress();
  const [text, setText] = useState(() => readDraft<string>(SEARCH) ?? "");
  const view: RollView = {
    month: readMonth(address.get("month"), today().slice(0, 7)),
    toCollect: address.get("only") === "left",
    text,
    office,
  };
  const write = (name: string, value: string) => {
    const changed = new URLSearchParams(address);
    if (value === "") changed.delete(name);
    else changed.set(name, value);
    setAddress(changed, { replace: true });
  };
  return {
    view,
    setOffice,
    setMonth: (month: string) => write("month", month),
    setToCollect: (only: boolean) => write("only", only ? "left" : ""),
    setText: (next: string) => {
      setText(next);
      saveDraft(SEARCH, next);
    },
  };
}

/** What the service is asked for a view. */
export function askedBy({ month, office }: Pick<RollView, "month" | "office">) {
  return office === undefined ? { month } : { month, office };
}
