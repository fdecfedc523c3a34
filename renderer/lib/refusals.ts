import type { FormErrors, UseFormReturnType } from "@mantine/form";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import type { Language } from "../../src/contract/primitives.ts";
import type { RefusalCode } from "../../src/contract/refusals.ts";
import type { Refusal, Result } from "../../src/contract/results.ts";
import { refusalText } from "../../src/contract/texts/refusalText.ts";
import { RefusalError } from "./calls.ts";
import { ConnectionLost } from "./switchboard.ts";

/** The language of the screen. */
export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "fr";
}

/** Refusal → its sentence in the screen's language. */
export function useRefusalText(): (refusal: Refusal) => string {
  const language = useLanguage();
  return useCallback((refusal) => refusalText(language, refusal), [language]);
}

/** The refusal inside an error of `useAsk`; what is none of ours counts as a defect. */
export function refusalIn(error: unknown): Refusal | null {
  if (!error || error instanceof ConnectionLost) return null;
  return error instanceof RefusalError ? error.refusal : { code: "request.defect" };
}

/** `details.phone` is `phone` on a form whose values are the details: the longest end that is one of its fields. */
function fieldOf(values: unknown, path: string): string | null {
  const parts = path.split(".");
  for (let start = 0; start < parts.length; start += 1) {
    let here: unknown = values;
    const found = parts.slice(start).every((part) => {
      if (typeof here !== "object" || here === null || !(part in here)) return false;
      here = (here as Record<string, unknown>)[part];
      return true;
    });
    if (found) return parts.slice(start).join(".");
  }
  return null;
}

/**
 * Puts a refusal at the field it speaks of and moves there.
 * @returns what could not be placed and belongs in a `RefusalNotice`; null when placed or when all went well
 */
export function applyRefusal<Values>(
  form: UseFormReturnType<Values>,
  result: Result<unknown>,
  text: (refusal: Refusal) => string,
): Refusal | null {
  if (result.ok) return null;
  const field = result.refusal.field ? fieldOf(form.getValues(), result.refusal.field) : null;
  if (field === null) return result.refusal;
  form.setErrors({ ...form.errors, [field]: text(result.refusal) });
  focusFirstError();
  return null;
}

/** After the errors are painted, the first wrong field gets the focus. */
export function focusFirstError(): void {
  // A frame alone may come before React has painted what an answer of the service changed.
  requestAnimationFrame(() => {
    setTimeout(() => {
      const wrong = document.querySelector<HTMLElement>("[aria-invalid='true']:not([type='hidden'])");
      wrong?.focus();
    });
  });
}

function codeOf(issue: z.core.$ZodIssue): RefusalCode {
  if (issue.code === "too_small" && issue.origin === "string") return "request.required";
  if (issue.code === "too_big" && issue.origin === "string") return "request.tooLong";
  return "request.invalid";
}

/**
 * A form's `validate` from the contract's own schema: every wrong field at once, before anything is sent.
 * The service checks again.
 */
export function errorsBy<Values>(
  schema: z.ZodType,
  text: (refusal: Refusal) => string,
): (values: Values) => FormErrors {
  return (values) => {
    const parsed = schema.safeParse(values);
    if (parsed.success) return {};
    return Object.fromEntries(
      parsed.error.issues.map((issue) => [
        issue.path.join("."),
        text({
          code: codeOf(issue),
          ...(issue.code === "too_big" ? { values: { max: Number(issue.maximum) } } : {}),
        }),
      ]),
    );
  };
}
