import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { Session } from "../../../src/contract/office.ts";
import type { Refusal, Result } from "../../../src/contract/results.ts";
import { keepDraftsFor } from "../../lib/drafts.ts";

/** What follows a try to open the office: its pages, or the refusal and the wait that it brought. */
export function useOpening() {
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  function after(result: Result<Session>, place: (result: Result<Session>) => Refusal | null): void {
    if (result.ok) keepDraftsFor(result.value.userId);
    else setRefusal(place(result));
    void queries.invalidateQueries({ queryKey: ["office.state"] });
  }
  return { refusal, after };
}
