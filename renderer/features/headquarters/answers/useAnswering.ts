import { useState } from "react";
import type { WrittenAnswer } from "../../../../src/contract/headquarters.ts";
import type { Progress } from "../../../../src/contract/index.ts";
import type { OfficeCode } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";

export interface Answering {
  /** @param offices  `null` for all that are enrolled */
  readonly write: (offices: OfficeCode[] | null, folder: string) => Promise<void>;
  readonly pending: boolean;
  readonly progress: Progress | null;
  readonly cancel: () => void;
  readonly written: readonly WrittenAnswer[] | null;
  readonly refusal: Refusal | null;
}

/** Writes answers into a folder and keeps what was written, or why not. */
export function useAnswering(): Answering {
  const [written, setWritten] = useState<readonly WrittenAnswer[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const answer = useTell("headquarters.answer");
  async function write(offices: OfficeCode[] | null, folder: string): Promise<void> {
    setWritten(null);
    setRefusal(null);
    const result = await answer.tell({ offices, folder });
    if (result.ok) setWritten(result.value);
    else setRefusal(result.refusal);
  }
  return {
    write,
    pending: answer.pending,
    progress: answer.progress,
    cancel: answer.cancel,
    written,
    refusal,
  };
}
