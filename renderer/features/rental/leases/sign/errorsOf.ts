import type { FormErrors } from "@mantine/form";

/** Of a choice between kinds an error at the whole is told at the field that comes first. */
const AT: Readonly<Record<string, string>> = {
  "charges.kind": "chargesKind",
  "penalty.kind": "penaltyKind",
  "penalty.graceDays": "penalty.graceDays",
};

/** `terms.premises.0.premisesId` of the contract is `premises.0.premisesId` of the form. */
export function formPath(path: string): string {
  const own = path.replace(/^terms\./, "");
  if (own === "charges") return "charges.water";
  return AT[own] ?? own;
}

/** Errors by the contract's paths as errors by the form's. */
export function atForm(errors: FormErrors): FormErrors {
  return Object.fromEntries(Object.entries(errors).map(([path, error]) => [formPath(path), error]));
}
