import type { z } from "zod";
import type { Permission } from "./permissions.ts";

/** Who may ask: anybody before sign-in, anybody signed in, or holders of a permission. */
export type Access = "anyone" | "signedIn" | Permission;

export interface Operation<
  Kind extends "query" | "command" = "query" | "command",
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Who extends Access = Access,
> {
  readonly kind: Kind;
  readonly input: Input;
  readonly output: Output;
  readonly permission: Who;
}

interface Shape<Input extends z.ZodType, Output extends z.ZodType, Who extends Access> {
  input: Input;
  output: Output;
  permission: Who;
}

/** A request that changes nothing the person would notice. */
export function query<I extends z.ZodType, O extends z.ZodType, W extends Access>(
  shape: Shape<I, O, W>,
): Operation<"query", I, O, W> {
  return { kind: "query", ...shape };
}

/** A request that changes records. An auditor may make none of them (but for her own passphrase). */
export function command<I extends z.ZodType, O extends z.ZodType, W extends Access>(
  shape: Shape<I, O, W>,
): Operation<"command", I, O, W> {
  return { kind: "command", ...shape };
}
