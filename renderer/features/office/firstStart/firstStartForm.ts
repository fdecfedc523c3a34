import type { FormErrors, UseFormReturnType } from "@mantine/form";
import { NewOffice } from "../../../../src/contract/office.ts";
import type { Role } from "../../../../src/contract/permissions.ts";
import type { Language } from "../../../../src/contract/primitives.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { errorsBy } from "../../../lib/refusals.ts";

/** What the wizard asks; `parentCode` is empty for an office of its own. */
export interface FirstStartValues extends Record<string, unknown> {
  code: string;
  name: string;
  region: string;
  parentCode: string;
  headquarters: boolean;
  language: Language;
  person: { name: string; login: string; role: Role };
  passphrase: string;
  again: string;
}

export type FirstStartForm = UseFormReturnType<FirstStartValues>;

export const EMPTY: FirstStartValues = {
  code: "",
  name: "",
  region: "",
  parentCode: "",
  headquarters: false,
  language: "fr",
  person: { name: "", login: "", role: "coordinator" },
  passphrase: "",
  again: "",
};

/** Which step asks for a field. */
export function stepOf(field: string): "office" | "person" {
  return field.startsWith("person.") || field === "passphrase" || field === "again" ? "person" : "office";
}

export function asInput({ again: _, parentCode, ...values }: FirstStartValues): NewOffice {
  return { ...values, parentCode: parentCode === "" ? null : parentCode };
}

/** `Awa Traoré` → `awa`: a proposal for the sign-in name. */
export function loginFrom(name: string): string {
  const first = name.trim().split(/\s+/)[0] ?? "";
  return first
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9.-]/g, "")
    .slice(0, 30);
}

/** The contract's own check, with the sentences that fit these fields. */
export function firstStartErrors(text: (refusal: Refusal) => string, notTheSame: string) {
  const byContract = errorsBy<NewOffice>(NewOffice, text);
  return (values: FirstStartValues): FormErrors => {
    const errors = byContract(asInput(values));
    if (errors.code) errors.code = text({ code: "office.codeInvalid" });
    if (errors.parentCode) errors.parentCode = text({ code: "office.codeInvalid" });
    if (values.parentCode !== "" && values.parentCode === values.code)
      errors.parentCode = text({ code: "office.parentIsSelf" });
    if (errors["person.login"]) errors["person.login"] = text({ code: "access.loginInvalid" });
    if (values.passphrase !== values.again) errors.again = notTheSame;
    return errors;
  };
}
