import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { RefusalError } from "../lib/calls.ts";

const STATE = "office.state";

/** Nothing that was read may stay in the page when the office locks: only the question of its stage is asked anew. */
export function keepOnlyState(): void {
  queries.removeQueries({ predicate: (query) => query.queryKey[0] !== STATE });
  void queries.invalidateQueries({ queryKey: [STATE] });
}

/** The service locked between two calls: the sign-in page must show, not a refusal on every panel. */
function whenSignedOut(error: Error): void {
  if (error instanceof RefusalError && error.refusal.code === "access.notSignedIn") keepOnlyState();
}

/** Always "online": the service is on this machine. Answers are fresh for a moment, so that pages do not flicker. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: whenSignedOut }),
  mutationCache: new MutationCache({ onError: whenSignedOut }),
  defaultOptions: {
    queries: {
      networkMode: "always",
      retry: false,
      refetchOnWindowFocus: false,
      staleTime: 2000,
    },
    mutations: { networkMode: "always", retry: false },
  },
});
