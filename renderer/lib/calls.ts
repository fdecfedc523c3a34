import { type UseQueryResult, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import type { Area, InputOf, OperationName, OutputOf, Progress } from "../../src/contract/index.ts";
import type { Refusal, Result } from "../../src/contract/results.ts";
import { useLine } from "./line.ts";
import type { Send } from "./switchboard.ts";

/** An expected "no" to a question of `useAsk`. */
export class RefusalError extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.code);
    this.name = "RefusalError";
    this.refusal = refusal;
  }
}

async function askOver<N extends OperationName>(
  send: Send,
  name: N,
  input: InputOf<N>,
): Promise<OutputOf<N>> {
  // The service shapes every answer by the contract's output.
  const result = (await send(name, input)) as Result<OutputOf<N>>;
  if (!result.ok) throw new RefusalError(result.refusal);
  return result.value;
}

/** What `useQuery` and `useQueries` need for one question of the contract; the key is `[name, input]`. */
export function question<N extends OperationName>(send: Send, name: N, input: InputOf<N>) {
  return { queryKey: [name, input] as const, queryFn: () => askOver(send, name, input) };
}

export interface AskOptions {
  readonly enabled?: boolean;
  /** Shows the answer to the question before until this one is there: for lists that are filtered. */
  readonly keepPrevious?: boolean;
  /** Asks again every so many milliseconds. */
  readonly everyMs?: number;
  /** The answer to these words never changes (a photograph by its digest). */
  readonly immutable?: boolean;
  /** Nothing is kept: who comes back waits for what is there now (a stick that went to Bamako in between). */
  readonly anew?: boolean;
}

/**
 * A question of the contract, kept and shared by its name and input.
 * @returns TanStack's query; `error` is a `RefusalError` when the service said no
 */
export function useAsk<N extends OperationName>(
  name: N,
  input: InputOf<N>,
  options: AskOptions = {},
): UseQueryResult<OutputOf<N>, Error> {
  const { send } = useLine();
  return useQuery<OutputOf<N>, Error>({
    ...question(send, name, input),
    enabled: options.enabled ?? true,
    ...(options.keepPrevious ? { placeholderData: (before: OutputOf<N> | undefined) => before } : {}),
    ...(options.everyMs ? { refetchInterval: options.everyMs } : {}),
    ...(options.anew ? { gcTime: 0 } : {}),
    ...(options.immutable ? { staleTime: Number.POSITIVE_INFINITY } : {}),
  } as Parameters<typeof useQuery<OutputOf<N>, Error>>[0]);
}

export interface TellOptions {
  /** Areas whose answers are asked again afterwards; all of them when left out, none when empty. */
  readonly invalidates?: readonly Area[];
}

export interface Teller<N extends OperationName> {
  /** Sends it; the refusal comes back as a value, so that a form can place it at its field. */
  readonly tell: (input: InputOf<N>) => Promise<Result<OutputOf<N>>>;
  readonly pending: boolean;
  /** Of long work, while it runs. */
  readonly progress: Progress | null;
  /** Asks the service to stop; `tell` then answers `request.cancelled`. */
  readonly cancel: () => void;
}

/** A command of the contract (or a question asked on demand, such as a print). */
export function useTell<N extends OperationName>(name: N, options: TellOptions = {}): Teller<N> {
  const { send } = useLine();
  const queries = useQueryClient();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stop = useRef<AbortController | null>(null);
  const mutation = useMutation({
    mutationFn: async (input: InputOf<N>) => {
      const controller = new AbortController();
      stop.current = controller;
      setProgress(null);
      const result = await send(name, input, { onProgress: setProgress, signal: controller.signal });
      return result as Result<OutputOf<N>>;
    },
    onSuccess: (result) => {
      if (result.ok)
        void queries.invalidateQueries({ predicate: (query) => concerns(query.queryKey, options) });
    },
    onSettled: () => setProgress(null),
  });
  return {
    tell: mutation.mutateAsync,
    pending: mutation.isPending,
    progress,
    cancel: () => stop.current?.abort(),
  };
}

function concerns(key: readonly unknown[], { invalidates }: TellOptions): boolean {
  const name = String(key[0]);
  if (name === "membership.readPhoto") return false;
  return invalidates === undefined || invalidates.some((area) => name.startsWith(`${area}.`));
}
