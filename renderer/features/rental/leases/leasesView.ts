import { LeaseState } from "../../../../src/contract/rentalViews.ts";

/** What the list of leases shows. */
export interface LeasesView {
  readonly text: string;
  readonly states: readonly LeaseState[];
}

/** Reads `?state=running,upcoming`. What is searched never stands in the address: it is somebody's name. */
export function readLeasesView(address: URLSearchParams, text: string): LeasesView {
  const states = (address.get("state") ?? "").split(",");
  return { text: text.slice(0, 200), states: LeaseState.options.filter((state) => states.includes(state)) };
}

/** The address of a view, over what else stands in it. */
export function writeLeasesView({ states }: LeasesView, address: URLSearchParams): URLSearchParams {
  const changed = new URLSearchParams(address);
  if (states.length === 0) changed.delete("state");
  else changed.set("state", states.join(","));
  return changed;
}

export function isNarrowed({ text, states }: LeasesView): boolean {
  return text.trim() !== "" || states.length > 0;
}
