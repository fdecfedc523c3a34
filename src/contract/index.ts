import type { z } from "zod";
import { access } from "./access.ts";
import { cards } from "./cards.ts";
import { cashbook } from "./cashbook.ts";
import { headquarters } from "./headquarters.ts";
import { imports } from "./imports.ts";
import { insurance } from "./insurance.ts";
import { literacy } from "./literacy.ts";
import { membership } from "./membership.ts";
import { office } from "./office.ts";
import type { Access, Operation } from "./operations.ts";
import { rental } from "./rental.ts";
import { reporting } from "./reporting.ts";
import type { Result } from "./results.ts";
import { sync } from "./sync.ts";

/** Every request that a screen can make. Client, routes and permission table are derived from this. */
export const contract = {
  office,
  access,
  membership,
  cards,
  imports,
  cashbook,
  sync,
  headquarters,
  insurance,
  rental,
  literacy,
  reporting,
};

export type Contract = typeof contract;
export type Area = keyof Contract;

/** `membership.listMembers` */
export type OperationName = {
  [A in Area]: `${A}.${Extract<keyof Contract[A], string>}`;
}[Area];

type OperationOf<N extends OperationName> = N extends `${infer A extends Area}.${infer O}`
  ? O extends keyof Contract[A]
    ? Contract[A][O]
    : never
  : never;

export type InputOf<N extends OperationName> =
  OperationOf<N> extends { input: infer I extends z.ZodType } ? z.infer<I> : never;
export type OutputOf<N extends OperationName> =
  OperationOf<N> extends { output: infer O extends z.ZodType } ? z.infer<O> : never;

export type AccessOf<N extends OperationName> =
  OperationOf<N> extends { permission: infer W extends Access } ? W : never;

/** What the screen sees: `client.membership.listMembers(input, { onProgress, signal })`. */
export type Client = {
  readonly [A in Area]: {
    readonly [O in keyof Contract[A]]: Contract[A][O] extends {
      input: infer I extends z.ZodType;
      output: infer R extends z.ZodType;
    }
      ? (input: z.infer<I>, options?: CallOptions) => Promise<Result<z.infer<R>>>
      : never;
  };
};

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface CallOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignalLike;
}

/** The part of `AbortSignal` that the client needs; the contract compiles without the DOM's types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
}

/** All operations by name, in the order of the contract. */
export const operations: ReadonlyMap<OperationName, Operation> = new Map(
  Object.entries(contract).flatMap(([area, entries]) =>
    Object.entries(entries).map(
      ([name, operation]) => [`${area}.${name}` as OperationName, operation as Operation] as const,
    ),
  ),
);

/** Operation → who may make it. */
export const permissionTable: ReadonlyMap<OperationName, Access> = new Map(
  [...operations].map(([name, operation]) => [name, operation.permission]),
);

/** A client whose every call goes through `send`; the shape is the contract's. */
export function makeClient(
  send: (name: OperationName, input: unknown, options: CallOptions) => Promise<Result<unknown>>,
): Client {
  const areas = Object.entries(contract).map(([area, entries]) => [
    area,
    Object.fromEntries(
      Object.keys(entries).map((name) => [
        name,
        (input: unknown, options: CallOptions = {}) =>
          send(`${area}.${name}` as OperationName, input, options),
      ]),
    ),
  ]);
  return Object.fromEntries(areas) as Client;
}
