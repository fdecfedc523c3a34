import type { MemberDetails } from "../../contract/membership.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { birthFault } from "../../domain/membership/age.ts";
import { readPhone } from "../../domain/phone.ts";

/** The day on which she was certainly born already: joining before it is a contradiction. */
function bornBy(details: MemberDetails): CalendarDate | null {
  if (details.birth === null) return null;
  return details.birth.kind === "exact" ? details.birth.on : `${details.birth.year}-01-01`;
}

function phoneIn(details: MemberDetails, field: "phone" | "emergencyPhone"): Result<string> {
  const typed = details[field];
  if (typed === "") return accept("");
  const phone = readPhone(typed);
  return phone === null ? refuse("member.phoneInvalid", { field, values: { typed } }) : accept(phone.e164);
}

/** The rules of a member's details, in the order of the form. @returns the details as stored (phones in E.164) */
export function checkDetails(details: MemberDetails, today: CalendarDate): Result<MemberDetails> {
  const fault = details.birth === null ? null : birthFault(details.birth, today);
  if (fault !== null) return refuse(fault, { field: "birth" });
  const phone = phoneIn(details, "phone");
  if (!phone.ok) return phone;
  const emergencyPhone = phoneIn(details, "emergencyPhone");
  if (!emergencyPhone.ok) return emergencyPhone;
  if (details.consentOn !== null && details.consentOn > today)
    return refuse("member.consentInFuture", { field: "consentOn" });
  if (details.joinedOn > today) return refuse("member.joinedInFuture", { field: "joinedOn" });
  const born = bornBy(details);
  if (born !== null && details.joinedOn < born)
    return refuse("member.joinedBeforeBirth", { field: "joinedOn" });
  return accept({ ...details, phone: phone.value, emergencyPhone: emergencyPhone.value });
}
