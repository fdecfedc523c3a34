import type { FormErrors } from "@mantine/form";
import { type UseFormReturnType, useForm } from "@mantine/form";
import { useMemo } from "react";

/**
 * What was typed and not yet saved, kept in memory only and outside of the page: locking takes the page
 * away (nothing of it stays readable), signing in again brings the form back as it was.
 */
const drafts = new Map<string, unknown>();
let owner: string | null = null;

/** Forgets everything unless the same person comes back: her drafts are nobody else's. */
export function keepDraftsFor(userId: string): void {
  if (owner !== userId) drafts.clear();
  owner = userId;
}

export function readDraft<Values>(key: string): Values | undefined {
  // Only `saveDraft` of the same key writes here, so the shape is the form's own.
  return drafts.get(key) as Values | undefined;
}

export function saveDraft<Values>(key: string, values: Values): void {
  drafts.set(key, values);
}

export function dropDraft(key: string): void {
  drafts.delete(key);
}

export interface DraftForm<Values> {
  readonly form: UseFormReturnType<Values>;
  /** Call after saving, or when the person gives up. */
  readonly discard: () => void;
  /** The form was filled from what she had typed before. */
  readonly restored: boolean;
}

/**
 * A Mantine form that survives a lock.
 * @param key       names the form and its record: `member.edit.<id>`
 * @param initial   values when there is no draft
 * @param validate  values → errors by dotted path (see `errorsBy`)
 */
export function useDraftForm<Values extends Record<string, unknown>>(
  key: string,
  initial: Values,
  validate: (values: Values) => FormErrors = () => ({}),
): DraftForm<Values> {
  const draft = useMemo(() => readDraft<Values>(key), [key]);
  const form = useForm<Values>({
    mode: "controlled",
    initialValues: draft ?? initial,
    validate,
    onValuesChange: (values) => saveDraft(key, values),
  }) as UseFormReturnType<Values>;
  return { form, discard: () => dropDraft(key), restored: draft !== undefined };
}
