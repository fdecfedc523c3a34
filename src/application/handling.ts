import type { AccessOf, Contract, InputOf, OperationName, OutputOf } from "../contract/index.ts";
import type { Answer, Call } from "../services/call.ts";
import type { Desk } from "./desk.ts";

/** Requests that come before sign-in are answered from the desk, all others from an open office. */
export type Handler<N extends OperationName> =
  AccessOf<N> extends "anyone"
    ? (desk: Desk, input: InputOf<N>) => Answer<OutputOf<N>>
    : (call: Call, input: InputOf<N>) => Answer<OutputOf<N>>;

export type Handlers = {
  readonly [A in keyof Contract]: {
    readonly [O in keyof Contract[A]]: `${A}.${Extract<O, string>}` extends infer N extends OperationName
      ? Handler<N>
      : never;
  };
};
