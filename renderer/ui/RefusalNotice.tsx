import { IconAlertTriangle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Refusal } from "../../src/contract/results.ts";
import { useRefusalText } from "../lib/refusals.ts";
import classes from "./RefusalNotice.module.css";

/** A refusal that belongs to no field; nothing when there is none. Read out when it appears. */
export function RefusalNotice({ refusal }: { readonly refusal: Refusal | null }) {
  const text = useRefusalText();
  if (!refusal || refusal.code === "request.cancelled") return null;
  return <Notice>{text(refusal)}</Notice>;
}

/** Something that needs attention, said where it matters. */
export function Notice({ children }: { readonly children: ReactNode }) {
  return (
    <div role="alert" className={classes.notice}>
      <IconAlertTriangle size={20} aria-hidden />
      <div>{children}</div>
    </div>
  );
}
