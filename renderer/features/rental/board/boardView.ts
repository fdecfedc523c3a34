import { PremisesKind } from "../../../../src/contract/rentalTerms.ts";
import { type Premises, PremisesState } from "../../../../src/contract/rentalViews.ts";

/** What the board shows of the premises. */
export interface BoardView {
  readonly text: string;
  readonly states: readonly PremisesState[];
  readonly kind: PremisesKind | null;
}

/** Reads `?state=vacant,arrears&kind=shop`. What is searched never stands in the address: it may be a name. */
export function readBoardView(address: URLSearchParams, text: string): BoardView {
  const states = (address.get("state") ?? "").split(",");
  const kind = PremisesKind.safeParse(address.get("kind"));
  return {
    text,
    states: PremisesState.options.filter((state) => states.includes(state)),
    kind: kind.success ? kind.data : null,
  };
}

/** The address of a view, over what else stands in it. */
export function writeBoardView({ states, kind }: BoardView, address: URLSearchParams): URLSearchParams {
  const changed = new URLSearchParams(address);
  const put = (key: string, value: string) => (value === "" ? changed.delete(key) : changed.set(key, value));
  put("state", states.join(","));
  put("kind", kind ?? "");
  return changed;
}

export function isNarrowed({ text, states, kind }: BoardView): boolean {
  return text.trim() !== "" || states.length > 0 || kind !== null;
}

/** Lower case, without accents: `etal` finds `Étal`. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** The premises that a view shows. Retired ones only where they are asked for. */
export function shownOf(all: readonly Premises[], view: BoardView): Premises[] {
  const words = plain(view.text).split(/\s+/).filter(Boolean);
  return all.filter((one) => {
    if (view.states.length === 0 ? one.state === "retired" : !view.states.includes(one.state)) return false;
    if (view.kind !== null && one.kind !== view.kind) return false;
    const said = plain(
      [one.code, one.address, one.lease?.tenantName ?? "", one.lease?.number ?? ""].join(" "),
    );
    return words.every((word) => said.includes(word));
  });
}

/** How many there are of each state. */
export function countStates(all: readonly Premises[]): Readonly<Record<PremisesState, number>> {
  const counts = { let: 0, arrears: 0, vacant: 0, retired: 0 };
  for (const { state } of all) counts[state] += 1;
  return counts;
}
