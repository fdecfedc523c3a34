import { useSyncExternalStore } from "react";

/** What belongs to this machine's screen and tells nothing about anybody. */
export interface Preferences {
  /** Names and phones are masked until it is switched off. */
  readonly discreet: boolean;
}

const KEY = "danaya.discreet";
const listeners = new Set<() => void>();
let current: Preferences = { discreet: localStorage.getItem(KEY) === "1" };

/** Stays switched on over a restart: the person next to the desk may still be there. */
export function setDiscreet(discreet: boolean): void {
  current = { discreet };
  localStorage.setItem(KEY, discreet ? "1" : "0");
  for (const listener of listeners) listener();
}

export function toggleDiscreet(): void {
  setDiscreet(!current.discreet);
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
