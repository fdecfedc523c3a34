import { useSyncExternalStore } from "react";
import type { Loss } from "../lib/switchboard.ts";
import { connect, type Line } from "../lib/transport.ts";
import { keepOnlyState, queries } from "./queries.ts";

export type Connection =
  | { readonly stage: "connecting" }
  | { readonly stage: "connected"; readonly line: Line }
  | { readonly stage: "lost"; readonly loss: Loss };

/** A service that died is looked for again; a window that was replaced waits for its person. */
const LOOK_AGAIN_MS = 2000;

let current: Connection = { stage: "connecting" };
const listeners = new Set<() => void>();

function become(next: Connection): void {
  current = next;
  for (const listener of listeners) listener();
}

/** Once for the page: outside of React, which may mount twice and would open two lines. */
export function startConnection(): void {
  void connect({
    onLocked: keepOnlyState,
    onLost: (loss) => {
      queries.clear();
      become({ stage: "lost", loss });
      if (loss === "gone") setTimeout(startConnection, LOOK_AGAIN_MS);
    },
  }).then((line) => become({ stage: "connected", line }));
}

export function useConnection(): Connection {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
