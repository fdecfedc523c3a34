import type { RefusalCode } from "./refusals.ts";

/** An expected "no": its code names the sentence in the catalogues; `field` the place on the form. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Dotted path of the input field concerned, when there is one: `phone`, `person.login`. */
  readonly field?: string;
  /** What the sentence is filled with; never a member's name. */
  readonly values?: Readonly<Record<string, string | number>>;
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function refuse(
  code: RefusalCode,
  about: { field?: string; values?: Readonly<Record<string, string | number>> } = {},
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, ...about } };
}
