import type { PolicyFile } from "../../contract/insurancePolicies.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { hasOpenExit, readPolicy, type StoredPolicy } from "../../data/insurance/policies.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import type { Reader } from "../../data/reader.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import type { Call } from "../call.ts";
import { readLiving } from "../membership/members.ts";
import { ownPlanBook } from "./planBook.ts";
import { policyFileOf } from "./policyViews.ts";

/** What every change of a policy asks first. */

/** A policy that this office may change: of a member whom it follows. */
export function readOwnPolicy(
  call: Call,
  reader: Reader,
  id: string,
  field = "policyId",
): Result<{ policy: StoredPolicy; member: StoredMember }> {
  const policy = readPolicy(reader, id);
  if (policy === undefined) return refuse("insurance.policyUnknown", { field });
  const member = readLiving(call, reader, policy.memberId, field);
  return member.ok ? accept({ policy, member: member.value }) : member;
}

/** Refuses one that was ended. @param reader where nobody may be leaving the fund either */
export function requireRunning(policy: StoredPolicy, reader?: Reader): Result<null> {
  if (policy.endedOn !== null)
    return refuse("insurance.policyEnded", { field: "policyId", values: { on: policy.endedOn } });
  return reader !== undefined && hasOpenExit(reader, policy.id)
    ? refuse("insurance.exitOpen", { field: "policyId" })
    : accept(null);
}

/** Refuses a member who has left the association. */
export function requireThere(member: StoredMember, today: CalendarDate, field: string): Result<null> {
  return member.leftOn !== null && member.leftOn <= today
    ? refuse("insurance.memberLeft", { field })
    : accept(null);
}

/** The policy as it stands in this office's register. */
export function readFile(call: Call, reader: Reader, id: string, field = "policyId"): Result<PolicyFile> {
  const policy = readPolicy(reader, id);
  if (policy === undefined) return refuse("insurance.policyUnknown", { field });
  return accept(policyFileOf(call, reader, ownPlanBook(call, reader), policy));
}

/** Runs one change of a policy in a transaction and answers with the policy as it stands then. */
export function changePolicy(
  call: Call,
  id: string,
  change: (door: WriteDoor, policy: StoredPolicy, member: StoredMember) => Result<unknown>,
): Result<PolicyFile> {
  return call.office.write(call.user.id, call.world.now(), (door): Result<PolicyFile> => {
    const own = readOwnPolicy(call, door, id);
    if (!own.ok) return own;
    const done = change(door, own.value.policy, own.value.member);
    return done.ok ? readFile(call, door, id) : done;
  });
}
