import { useState } from "react";
import type { InputOf } from "../../../../src/contract/index.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { useTell } from "../../../lib/calls.ts";

type StepOperation = "insurance.checkClaim" | "insurance.closeClaim" | "insurance.decideClaim";

/** One step of a claim's way; its page shows it again as it then stands. */
export function useStep<N extends StepOperation>(operation: N) {
  const { tell, pending } = useTell(operation);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const go = async (input: InputOf<N>): Promise<boolean> => {
    const result = await tell(input);
    setRefusal(result.ok ? null : result.refusal);
    return result.ok;
  };
  return { go, pending, refusal };
}
