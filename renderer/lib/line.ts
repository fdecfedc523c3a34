import { createContext, useContext } from "react";
import type { Client } from "../../src/contract/index.ts";
import type { Line } from "./transport.ts";

export const LineContext = createContext<Line | null>(null);

/** The line to the service. Throws outside of the application's frame: a defect. */
export function useLine(): Line {
  const line = useContext(LineContext);
  if (!line) throw new Error("no line to the service here");
  return line;
}

/** `client.membership.listMembers(input, { onProgress, signal })`, typed by the contract. */
export function useClient(): Client {
  return useLine().client;
}
