import type { FormErrors } from "@mantine/form";
import { headquarters, type OfficeLine } from "../../../../src/contract/headquarters.ts";
import type { InputOf } from "../../../../src/contract/index.ts";
import type { Refusal } from "../../../../src/contract/results.ts";
import { errorsBy } from "../../../lib/refusals.ts";

/** `parentCode` is empty for an antenna of its own. */
export interface InviteValues {
  code: string;
  name: string;
  region: string;
  parentCode: string;
}

/** A new office, or what headquarters knows of the one that is invited again. */
export function startWith(again: OfficeLine | undefined): InviteValues {
  if (!again) return { code: "", name: "", region: "", parentCode: "" };
  const { code, name, region, parentCode } = again;
  return { code, name, region, parentCode: parentCode ?? "" };
}

export function asInvitation({ parentCode, ...values }: InviteValues): InputOf<"headquarters.invite"> {
  return { ...values, parentCode: parentCode === "" ? null : parentCode };
}

/** The contract's own check, with the sentences that fit these fields. */
export function inviteErrors(text: (refusal: Refusal) => string) {
  const byContract = errorsBy(headquarters.invite.input, text);
  return (values: InviteValues): FormErrors => {
    const errors = byContract(asInvitation(values));
    if (errors.code) errors.code = text({ code: "office.codeInvalid" });
    if (values.parentCode !== "" && values.parentCode === values.code)
      errors.parentCode = text({ code: "office.parentIsSelf" });
    return errors;
  };
}
