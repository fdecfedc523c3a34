import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Contract, InputOf, OperationName, OutputOf } from "../../../src/contract/index.ts";
import { rental } from "../../../src/contract/rental.ts";
import type { Refusal, Result } from "../../../src/contract/results.ts";
import { useTell } from "../../lib/calls.ts";
import { errorsBy, focusFirstError, useRefusalText } from "../../lib/refusals.ts";
import { useOnce } from "../../lib/useOnce.ts";
import { errorPlace } from "./errorPlace.ts";
import { UNREADABLE } from "./typed.ts";

type Name = keyof Contract["rental"] & string;
type Operation<N extends Name> = Extract<OperationName, `rental.${N}`>;

interface Sending<N extends Name> {
  /** The names of the fields that are on screen: an error of another one stands above the form. */
  readonly fields: readonly string[];
  /** What the form says, still to be parsed by the contract; a day that cannot be read is `UNREADABLE`. */
  readonly input: () => Record<string, unknown>;
  readonly onDone: (answer: OutputOf<Operation<N>>) => void;
}

/**
 * Sends a small form once: wrong fields are all marked before anything is sent, a refusal stands at its field, and
 * the first wrong field gets the focus.
 */
export function useSending<N extends Name>(name: N, { fields, input, onDone }: Sending<N>) {
  const { t } = useTranslation("rental");
  const text = useRefusalText();
  const { tell, pending } = useTell(`rental.${name}` as Operation<N>);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  const [sent, setSent] = useState<Readonly<Record<string, unknown>>>({});
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const schema = rental[name].input;
  const mark = (found: Readonly<Record<string, string>>) => {
    setErrors(found);
    focusFirstError();
  };
  const go = useOnce(async () => {
    const typed = input();
    setSent(typed);
    const wrong = Object.entries(errorsBy(schema, text)(typed)).map(([path, error]) => {
      const said: Readonly<Record<string, string>> = {
        [UNREADABLE]: t("day.unreadable"),
        "": text({ code: "request.required" }),
      };
      return [errorPlace(path, fields) ?? "", said[String(typed[path])] ?? String(error)] as const;
    });
    setRefusal(null);
    if (wrong.length > 0) {
      mark(Object.fromEntries(wrong));
      if (wrong.some(([place]) => place === "")) setRefusal({ code: "request.invalid" });
      return false;
    }
    const result = (await tell(schema.parse(typed) as InputOf<Operation<N>>)) as Result<
      OutputOf<Operation<N>>
    >;
    setErrors({});
    if (result.ok) {
      onDone(result.value);
      return true;
    }
    const place = errorPlace(result.refusal.field, fields);
    if (place === null) setRefusal(result.refusal);
    else mark({ [place]: text(result.refusal) });
    return false;
  });
  // Who corrects a field is not told any more what was wrong with it.
  const errorAt = (field: string) =>
    valueIn(input(), field) === valueIn(sent, field) ? (errors[field] ?? null) : null;
  return { go, pending, refusal, errorAt };
}

/** What stands in a field, whether it is the input's own or one of the details in it. */
function valueIn(input: Readonly<Record<string, unknown>>, field: string): unknown {
  if (field in input) return input[field];
  const { details } = input;
  return typeof details === "object" && details !== null
    ? (details as Readonly<Record<string, unknown>>)[field]
    : undefined;
}
