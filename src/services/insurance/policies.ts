import type { InputOf, OutputOf } from "../../contract/index.ts";
import type { PolicyFile } from "../../contract/insurancePolicies.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { insertBeneficiary, insertChild } from "../../data/insurance/people.ts";
import type { StoredPlan } from "../../data/insurance/plans.ts";
import { insertPolicy, listPolicies, readPolicy } from "../../data/insurance/policies.ts";
import type { StoredMember } from "../../data/memberRecord.ts";
import type { Reader } from "../../data/reader.ts";
import { readVoucher } from "../../data/vouchers.ts";
import type { WriteDoor } from "../../data/writeDoor.ts";
import { foldedWords, foldText } from "../../domain/names/foldText.ts";
import type { Call } from "../call.ts";
import { bookVoucher } from "../cashbook/booking.ts";
import { checkReference } from "../cashbook/reference.ts";
import { orElsewhere, readLiving } from "../membership/members.ts";
import { nationalWith, scopeOf } from "../scope.ts";
import { readFile, requireThere } from "./changing.ts";
import { checkBeneficiaries, checkChildren } from "./people.ts";
import { keepPlan, nationalPlanBook, ownPlanBook, type PlanBook, planOn } from "./planBook.ts";
import { listStandings, type PolicyStanding, policyFileOf } from "./policyViews.ts";

/** Every word that was typed is somewhere in the names, the numbers or the phone. */
function matcherOf(text: string): (standing: PolicyStanding) => boolean {
  const words = foldedWords(text);
  return ({ row }) => {
    const phone = row.phone.replace(/\D/g, "");
    const told = foldText(`${row.surname} ${row.firstNames} ${row.number} ${row.memberNumber} ${phone}`);
    return words.every((word) => told.includes(word));
  };
}

/** The policies with the state that dates and contributions give them; at headquarters of any office or of all. */
export function policies(
  call: Call,
  input: InputOf<"insurance.policies">,
): Result<OutputOf<"insurance.policies">> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const { reader, office = call.office.code } = scope.value;
  const book = scope.value.office === undefined ? ownPlanBook(call) : nationalPlanBook(call, reader);
  const selection = { office, planCode: input.planCode ?? undefined };
  const matches = matcherOf(input.text);
  const found = listStandings(reader, book, selection, call.today()).filter(
    (standing) =>
      (input.states.length === 0 || input.states.includes(standing.row.state)) && matches(standing),
  );
  const rows = found.slice(input.offset, input.offset + input.limit).map(({ row }) => row);
  return accept({ rows, total: found.length });
}

/** Where policies are read: the own register first, and at headquarters the copies of all offices. */
function sourcesOf(call: Call): { reader: Reader; book: PlanBook }[] {
  const { reader } = call.office;
  const own = { reader, book: ownPlanBook(call) };
  const national = nationalWith(call, "finance");
  if (national === null) return [own];
  return [own, { reader: national.reader, book: nationalPlanBook(call, national.reader) }];
}

/** One policy with all that belongs to it. One that its member took along is told as this office knew it last. */
export function policy(call: Call, input: { id: string }): Result<PolicyFile> {
  const found = sourcesOf(call).flatMap(({ reader, book }) => {
    const stored = readPolicy(reader, input.id);
    return stored === undefined ? [] : [{ reader, book, stored }];
  });
  const best = found.find(({ stored }) => stored.office === call.office.code) ?? found.at(-1);
  if (best === undefined) return refuse("insurance.policyUnknown", { field: "id" });
  return accept(policyFileOf(call, best.reader, best.book, best.stored));
}

/** A member's policies, the running ones first. */
export function memberPolicies(call: Call, input: { memberId: string }): Result<PolicyFile[]> {
  const [own, ...others] = sourcesOf(call).map(({ reader, book }) =>
    listPolicies(reader, { memberId: input.memberId }).map((stored) =>
      policyFileOf(call, reader, book, stored),
    ),
  );
  const isOurs = (own ?? []).some(({ policy: { office } }) => office === call.office.code);
  const files = isOurs ? own : (others.find((found) => found.length > 0) ?? own);
  const isOver = ({ endedOn }: PolicyFile) => (endedOn === null ? 0 : 1);
  return accept((files ?? []).toSorted((a, b) => isOver(a) - isOver(b)));
}

type Enrolment = InputOf<"insurance.enrol">;

/** A policy of the same plan that runs on a day still: a lapsed one too, for its next contribution revives it. */
function readRunning(call: Call, reader: Reader, input: Enrolment) {
  const { memberId, planCode, effectiveOn } = input;
  return listPolicies(reader, { memberId, planCode, office: call.office.code }).find(
    ({ endedOn }) => endedOn === null || endedOn >= effectiveOn,
  );
}

function checkPlan(call: Call, reader: Reader, input: Enrolment, today: CalendarDate): Result<StoredPlan> {
  const { effectiveOn, planCode, fee } = input;
  if (effectiveOn < today) return refuse("insurance.effectiveTooEarly", { field: "effectiveOn" });
  const plan = planOn(ownPlanBook(call, reader), call.office.code, planCode, effectiveOn);
  if (plan === null) return refuse("insurance.planUnknown", { field: "planCode" });
  const running = readRunning(call, reader, input);
  if (running !== undefined)
    return refuse("insurance.alreadyInsured", { field: "planCode", values: { number: running.number } });
  const children = checkChildren(plan, input.children, { today, from: effectiveOn });
  if (!children.ok) return children;
  const beneficiaries = checkBeneficiaries(plan.terms.kind, input.beneficiaries);
  if (!beneficiaries.ok) return beneficiaries;
  const { registrationFee } = plan.terms;
  return fee === registrationFee
    ? accept(plan)
    : refuse("insurance.amountChanged", { field: "fee", values: { amount: registrationFee } });
}

function writePolicy(
  call: Call,
  door: WriteDoor,
  { member, plan, input }: { member: StoredMember; plan: StoredPlan; input: Enrolment },
): Result<null> {
  const { kind, registrationFee } = plan.terms;
  keepPlan(call, door, plan);
  if (registrationFee > 0) {
    const booked = bookVoucher(call, door, {
      id: input.voucherId,
      datedOn: call.today(),
      direction: "in",
      account: kind === "life" ? "lifeRegistration" : "healthRegistration",
      amount: registrationFee,
      method: input.method,
      reference: input.reference,
      memberId: member.id,
    });
    if (!booked.ok) return booked;
  }
  const { id, effectiveOn } = input;
  insertPolicy(door, { id, memberId: member.id, planCode: plan.code, kind, effectiveOn });
  const about = { policyId: id, memberId: member.id };
  for (const child of input.children) insertChild(door, about, child);
  for (const beneficiary of input.beneficiaries) insertBeneficiary(door, about, beneficiary);
  return accept(null);
}

/**
 * Enrols a member on a plan: policy, children, beneficiaries and the voucher of the registration fee in one
 * transaction. The same request twice (a double click) makes one policy and takes the fee once.
 */
export function enrol(call: Call, input: Enrolment): Result<PolicyFile> {
  const today = call.today();
  const enrolled = call.office.write(call.user.id, call.world.now(), (door): Result<PolicyFile> => {
    if (readPolicy(door, input.id) !== undefined) return readFile(call, door, input.id);
    const member = readLiving(call, door, input.memberId, "memberId");
    if (!member.ok) return member;
    const there = requireThere(member.value, today, "memberId");
    if (!there.ok) return there;
    const plan = checkPlan(call, door, input, today);
    if (!plan.ok) return plan;
    const reference = input.fee > 0 ? checkReference(input.method, input.reference) : accept(null);
    if (!reference.ok) return reference;
    if (readVoucher(door, input.voucherId) !== undefined)
      return refuse("request.invalid", { field: "voucherId" });
    const written = writePolicy(call, door, { member: member.value, plan: plan.value, input });
    return written.ok ? readFile(call, door, input.id) : written;
  });
  return orElsewhere(call, enrolled, input.memberId, "memberId");
}
