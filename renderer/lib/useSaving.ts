import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import type { InputOf, OperationName, OutputOf } from "../../src/contract/index.ts";
import type { Refusal } from "../../src/contract/results.ts";
import { useTell } from "./calls.ts";
import { applyRefusal, focusFirstError, useRefusalText } from "./refusals.ts";
import { useOnce } from "./useOnce.ts";

interface Saving<N extends OperationName, Values> {
  readonly operation: N;
  readonly form: UseFormReturnType<Values>;
  /** What is sent; asked for after the form found nothing wrong. */
  readonly input: (values: Values) => InputOf<N>;
  readonly onDone: (output: OutputOf<N>) => void;
  /** For who has to look again, such as an amount that changed meanwhile. */
  readonly onRefused?: (refusal: Refusal) => void;
}

/** A form that one command takes: checked here, sent once, and its refusal put at the field it speaks of. */
export function useSaving<N extends OperationName, Values>(about: Saving<N, Values>) {
  const { operation, form, input, onDone, onRefused } = about;
  const text = useRefusalText();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { tell, pending } = useTell(operation);
  const go = useOnce(async () => {
    const result = await tell(input(form.getValues()));
    setRefusal(applyRefusal(form, result, text));
    if (result.ok) onDone(result.value);
    else onRefused?.(result.refusal);
    return result.ok;
  });
  const submit = form.onSubmit(() => void go(), focusFirstError);
  return { submit, refusal, pending };
}
