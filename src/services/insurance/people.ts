import type { z } from "zod";
import type { InputOf } from "../../contract/index.ts";
import type { Beneficiary, Child, PolicyFile } from "../../contract/insurancePolicies.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import {
  hasBeneficiary,
  hasChild,
  insertBeneficiary,
  insertChild,
  listBeneficiaries,
  listChildren,
  removeBeneficiary,
  updateChild,
} from "../../data/insurance/people.ts";
import type { StoredPlan } from "../../data/insurance/plans.ts";
import type { StoredPolicy } from "../../data/insurance/policies.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { fullYearsBetween } from "../../domain/calendar.ts";
import { sharesAddUp } from "../../domain/insurance/life.ts";
import { childInsuredUntil, versionOn } from "../../domain/insurance/planVersions.ts";
import type { Call } from "../call.ts";
import { changePolicy, requireRunning } from "./changing.ts";
import { ownPlanBook } from "./planBook.ts";

type NewChild = z.infer<typeof Child>;
type NewBeneficiary = z.infer<typeof Beneficiary>;

/**
 * Refuses children of a plan that insures none, and those who are past its age on the day. One whose birth date
 * nobody knows is insured.
 * @param children whom the policy does not have yet as they are
 * @param known how many it has
 */
export function checkChildren(
  { terms }: Pick<StoredPlan, "terms">,
  children: readonly NewChild[],
  days: { readonly today: CalendarDate; readonly from: CalendarDate },
): Result<null> {
  if (children.length === 0) return accept(null);
  if (terms.kind !== "health" || !terms.coversChildren)
    return refuse("insurance.noChildren", { field: "children" });
  for (const { birthOn } of children) {
    if (birthOn === null) continue;
    if (birthOn > days.today) return refuse("insurance.dayOutside", { field: "children" });
    if (childInsuredUntil(birthOn, terms.childAgeLimit) < days.from) {
      const age = fullYearsBetween(birthOn, days.from);
      return refuse("insurance.childTooOld", { field: "children", values: { age } });
    }
  }
  return accept(null);
}

/** A life policy names who is paid on death, for the whole; a health policy names nobody. */
export function checkBeneficiaries(
  kind: "health" | "life",
  beneficiaries: readonly NewBeneficiary[],
): Result<null> {
  const field = "beneficiaries";
  if (kind === "health")
    return beneficiaries.length === 0 ? accept(null) : refuse("insurance.notLife", { field });
  if (beneficiaries.length === 0) return refuse("insurance.beneficiaryMissing", { field });
  if (sharesAddUp(beneficiaries)) return accept(null);
  const sum = beneficiaries.reduce((total, { share }) => total + share, 0);
  return refuse("insurance.sharesWrong", { field, values: { sum } });
}

const isOneEach = (people: readonly { readonly id: string }[]) =>
  new Set(people.map(({ id }) => id)).size === people.length;

function putChildren(
  call: Call,
  door: WriteDoor,
  policy: StoredPolicy,
  children: readonly NewChild[],
): Result<null> {
  const stored = listChildren(door, policy.id);
  const known = new Map(stored.map((child) => [child.id, child]));
  const isUnchanged = ({ id, name, birthOn }: NewChild) => {
    const child = known.get(id);
    return child?.removedOn === null && child.name === name && child.birthOn === birthOn;
  };
  const news = children.filter((child) => !isUnchanged(child));
  const isElsewhere = news.some(({ id }) => !known.has(id) && hasChild(door, id));
  if (isElsewhere || !isOneEach(children)) return refuse("request.invalid", { field: "children" });
  const today = call.today();
  const plan = versionOn(
    ownPlanBook(call, door).versions(policy.office, policy.planCode, policy.kind),
    today,
  );
  if (plan === null && news.length > 0) return refuse("insurance.planUnknown", { field: "policyId" });
  const from = policy.effectiveOn > today ? policy.effectiveOn : today;
  const checked = plan === null ? accept(null) : checkChildren(plan, news, { today, from });
  if (!checked.ok) return checked;
  for (const child of news)
    if (known.has(child.id)) updateChild(door, { ...child, removedOn: null });
    else insertChild(door, { policyId: policy.id, memberId: policy.memberId }, child);
  const kept = new Set(children.map(({ id }) => id));
  for (const child of stored)
    if (child.removedOn === null && !kept.has(child.id)) updateChild(door, { ...child, removedOn: today });
  return accept(null);
}

/** The insured children as they are from today on: who is left out is no longer insured, and stays on record. */
export function saveChildren(call: Call, input: InputOf<"insurance.saveChildren">): Result<PolicyFile> {
  return changePolicy(call, input.policyId, (door, policy) => {
    const running = requireRunning(policy);
    return running.ok ? putChildren(call, door, policy, input.children) : running;
  });
}

/** Whoever changes gets a new record; the one before is removed, so that what was promised when can be told. */
function putBeneficiaries(
  call: Call,
  door: WriteDoor,
  policy: StoredPolicy,
  beneficiaries: readonly NewBeneficiary[],
): void {
  const words = ({ name, relation, phone, share }: NewBeneficiary) =>
    JSON.stringify([name, relation, phone, share]);
  const wanted = beneficiaries.map((one) => ({ one, isThere: false }));
  for (const stored of listBeneficiaries(door, policy.id)) {
    const same = wanted.find(({ one, isThere }) => !isThere && words(one) === words(stored));
    if (same === undefined) removeBeneficiary(door, stored.id, call.today());
    else same.isThere = true;
  }
  const about = { policyId: policy.id, memberId: policy.memberId };
  for (const { one } of wanted.filter(({ isThere }) => !isThere)) {
    const id = hasBeneficiary(door, one.id) ? call.world.newId() : one.id;
    insertBeneficiary(door, about, { ...one, id });
  }
}

/** Who is paid on death from now on. Refuses while an exit from the fund is under way. */
export function saveBeneficiaries(
  call: Call,
  input: InputOf<"insurance.saveBeneficiaries">,
): Result<PolicyFile> {
  return changePolicy(call, input.policyId, (door, policy) => {
    const running = requireRunning(policy, door);
    if (!running.ok) return running;
    if (policy.kind !== "life") return refuse("insurance.notLife", { field: "policyId" });
    if (!isOneEach(input.beneficiaries)) return refuse("request.invalid", { field: "beneficiaries" });
    const checked = checkBeneficiaries(policy.kind, input.beneficiaries);
    if (!checked.ok) return checked;
    putBeneficiaries(call, door, policy, input.beneficiaries);
    return accept(null);
  });
}
