import { v7 } from "uuid";
import { expect } from "vitest";
import { enrolment, LIFE } from "../insurance/enrolled.ts";
import { line, seat, terms } from "../insurance/insured.ts";
import { plusDays } from "../insurance/yearDays.ts";
import {
  type ClaimNote,
  type ExitNote,
  note,
  type Play,
  type PolicyNote,
  paying,
  takeBack,
  type WomanNote,
} from "./yearBook.ts";

import { isHere } from "./yearMembers.ts";

/* Two health plans and the life fund: enrolled, paid in time, late or no more, ill, paid, gone. */

export const MUTUELLE = "MUTUELLE";
export const PETITE = "PETITE";
export { LIFE };

export async function makePlans({ office, day }: Play): Promise<void> {
  const plan = {
    startsOn: day,
    terms: terms({ registrationFee: 500, secondPersonFrom: null, headquartersFrom: 60_000 }),
  };
  await office.must("insurance.savePlan", { id: v7(), code: MUTUELLE, name: "Mutuelle", ...plan });
  await office.must("insurance.savePlan", { id: v7(), code: PETITE, name: "Petite caisse", ...plan });
}

async function enrol(play: Play, woman: WomanNote, plan: string): Promise<PolicyNote> {
  const { office, book, day } = play;
  const input = await enrolment(office, woman.id, { planCode: plan, ...paying(play) });
  await office.must("insurance.enrol", input);
  const account = plan === LIFE ? "lifeRegistration" : "healthRegistration";
  const about = { id: input.voucherId, account, amount: input.fee, plan };
  note(play, { ...about, sign: 1, till: input.method });
  const policy = { id: input.id, plan, woman, effectiveOn: day, endedOn: null, contributions: [] };
  book.policies.push(policy);
  return policy;
}

/** Takes so many contributions; the receipt says for which days. */
async function contribute(play: Play, policy: PolicyNote, periods: number): Promise<void> {
  const { office, day } = play;
  const quote = await office.must("insurance.quoteContribution", { policyId: policy.id, periods });
  const payment = paying(play);
  const id = v7();
  const about = { id, policyId: policy.id, periods, amount: quote.amount };
  await office.must("insurance.payContribution", { ...about, ...payment });
  const account = policy.plan === LIFE ? "lifeContribution" : "healthContribution";
  const entry = { id, account, amount: quote.amount, plan: policy.plan, till: payment.method };
  const voucher = note(play, { ...entry, sign: 1 });
  for (const one of quote.periods)
    policy.contributions.push({ ...one, paidOn: day, voucher, isPaidBack: false });
}

const dueOn = ({ contributions, effectiveOn }: PolicyNote): string => {
  const last = contributions
    .filter(({ isPaidBack }) => !isPaidBack)
    .map(({ to }) => to)
    .sort()
    .at(-1);
  return last === undefined ? effectiveOn : plusDays(last, 1);
};

/** Every third woman pays in time, every third late, the rest in fits and starts or not for half a year. */
function comes({ dice, day }: Play, policy: PolicyNote, index: number): boolean {
  const due = dueOn(policy);
  if (index % 6 === 5) return due <= day && (day < "2027-08-15" || day > "2028-03-15") && dice.percent(60);
  if (index % 3 === 0) return due <= plusDays(day, 6);
  if (index % 3 === 1) return due <= plusDays(day, -10);
  return due <= day && dice.percent(20);
}

async function collect(play: Play): Promise<void> {
  const leaving = new Set(play.book.exits.map(({ policy }) => policy));
  for (const [index, policy] of play.book.policies.entries()) {
    const isGone = policy.endedOn !== null || leaving.has(policy) || policy.woman.erasedOn !== null;
    if (isGone || policy.plan === PETITE) continue;
    if (comes(play, policy, index)) await contribute(play, policy, play.dice.percent(20) ? 3 : 1);
    const last = policy.contributions.at(-1);
    // Taken back while nothing is built upon it.
    if (last?.paidOn === play.day && !last.isPaidBack && play.dice.percent(3) && !hasClaims(play, policy)) {
      await takeBack(play, last.voucher);
      for (const one of policy.contributions) if (one.voucher === last.voucher) one.isPaidBack = true;
    }
  }
}

const hasClaims = ({ book }: Play, policy: PolicyNote) =>
  book.claims.some((claim) => claim.policy === policy);

async function cancel(play: Play, policy: PolicyNote): Promise<void> {
  const { office, day } = play;
  const back = policy.contributions.filter(({ from, isPaidBack }) => from > day && !isPaidBack);
  const refund = back.reduce((sum, { amount }) => sum + amount, 0);
  expect(refund).toBeGreaterThan(0);
  const about = { id: v7(), policyId: policy.id, on: day, refund, method: "cash", reference: "" } as const;
  await office.must("insurance.cancelPolicy", about);
  note(play, { id: about.id, account: "healthRefund", amount: refund, sign: -1, plan: policy.plan });
  for (const one of back) one.isPaidBack = true;
  policy.endedOn = day;
}

const CARE = [
  "consultation",
  "medicines",
  "tests",
  "maternity",
  "minorSurgery",
  "hospital",
  "dental",
  "optical",
  "other",
] as const;

type Lines = ReturnType<typeof line>[];

const careLine = ({ dice }: Play) => line({ category: dice.pick(CARE), asked: 1_000 + dice.roll(6_000) });

const detailsOf = ({ dice, day }: Play, policy: PolicyNote, about: { lines: Lines; number: number }) => ({
  ...{ policyId: policy.id, childId: null, facilityCode: "CSREF-A", facilityName: "" },
  ...{ careOn: plusDays(day, -dice.roll(9)), receiptNumber: `R-${about.number}`, lines: about.lines },
  ...{ diagnosis: "paludisme", prescription: "artéméther" },
});

const noted = (lines: Lines): ClaimNote["lines"] =>
  lines.map(({ id, category, asked }) => ({ id, category, asked, granted: 0 }));

/** A draft is completed weeks later: other lines stand in it then, and it stays a claim of its first day. */
async function complete(play: Play, claim: ClaimNote): Promise<void> {
  const { office, book } = play;
  const [{ details }, added] = [await office.must("insurance.claim", { id: claim.id }), careLine(play)];
  const lines = [...details.lines.slice(1), added];
  const changed = detailsOf(play, claim.policy, { lines, number: book.claims.indexOf(claim) });
  await office.must("insurance.saveClaim", { id: claim.id, details: changed, submit: true });
  claim.lines = noted(lines);
  claim.step = "submitted";
}

async function enterClaim(play: Play, policy: PolicyNote, isDear = false): Promise<void> {
  const { office, book, dice, day } = play;
  const lines = Array.from({ length: 1 + dice.roll(3) }, () => careLine(play));
  if (isDear) lines.push(line({ category: "hospital", asked: 120_000 }));
  const id = v7();
  const submit = dice.percent(75);
  const details = detailsOf(play, policy, { lines, number: book.claims.length });
  await office.must("insurance.saveClaim", { id, details, submit });
  book.claims.push({
    ...{ id, policy, enteredOn: day, step: submit ? "submitted" : "draft", decidedOn: null, payments: [] },
    lines: noted(lines),
  });
}

const grantedOn = ({ lines }: ClaimNote) => lines.reduce((sum, { granted }) => sum + granted, 0);
const paidOn = ({ payments }: ClaimNote) =>
  payments.filter(({ isTakenBack }) => !isTakenBack).reduce((sum, { amount }) => sum + amount, 0);

/** The decision is noted as it is printed, line by line. */
async function decide(play: Play, claim: ClaimNote): Promise<void> {
  const { office, dice, day } = play;
  const { computed, decides } = await office.must("insurance.claim", { id: claim.id });
  const isRejected = decides === "anybody" && dice.percent(10);
  const file = await office.must("insurance.decideClaim", {
    ...{
      id: claim.id,
      decision: isRejected ? "reject" : "asComputed",
      note: isRejected ? "Reçu illisible" : "",
    },
    granted: isRejected ? 0 : computed.granted,
  });
  claim.step = decides === "headquarters" ? "referred" : "decided";
  expect(file.claim.state).toBe(claim.step);
  if (claim.step === "referred") return;
  claim.decidedOn = day;
  for (const one of claim.lines) one.granted = file.lines.find(({ id }) => id === one.id)?.paid ?? 0;
}

async function payClaim(play: Play, claim: ClaimNote): Promise<void> {
  const { office, dice } = play;
  const left = grantedOn(claim) - paidOn(claim);
  const amount = left > 3_000 && dice.percent(40) ? Math.floor(left / 2) : left;
  const payment = paying(play);
  const paid = await office.must("insurance.payClaim", {
    ...{ id: v7(), claimId: claim.id, amount, beyondFund: true, ...payment },
  });
  const about = { id: paid.voucherId, account: "healthBenefit", amount, plan: claim.policy.plan };
  claim.payments.push(note(play, { ...about, sign: -1, till: payment.method }));
  claim.step = amount === left ? "paid" : "decided";
}

async function moveOn(play: Play, claim: ClaimNote): Promise<void> {
  const { office, dice } = play;
  if (claim.policy.woman.erasedOn !== null) return;
  if (claim.step === "draft") {
    if (dice.percent(35)) await complete(play, claim);
  } else if (claim.step === "submitted") {
    await office.must("insurance.checkClaim", { id: claim.id });
    claim.step = "checked";
  } else if (claim.step === "checked") await decide(play, claim);
  else if (claim.step === "decided" && grantedOn(claim) > 0) await payClaim(play, claim);
  else if (claim.step === "decided" && dice.percent(60)) {
    await office.must("insurance.closeClaim", { id: claim.id });
    claim.step = "closed";
  } else if (claim.step === "paid" && dice.percent(2)) {
    const last = claim.payments.at(-1);
    if (last === undefined || last.isTakenBack) return;
    await takeBack(play, last);
    claim.step = "decided";
  }
}

async function careFor(play: Play): Promise<void> {
  const { book, dice, day } = play;
  for (const claim of [...book.claims]) if (dice.percent(45)) await moveOn(play, claim);
  const insured = book.policies.filter(
    ({ plan, endedOn, woman }) => plan !== LIFE && endedOn === null && woman.erasedOn === null,
  );
  const ofSmall = insured.filter(({ plan }) => plan === PETITE);
  const seen = dice.percent(15) && day > "2027-08-15" ? ofSmall : insured;
  for (let index = dice.roll(3); index > 0; index -= 1) await enterClaim(play, dice.pick(seen));
  if (day.endsWith("-19")) await enterClaim(play, dice.pick(insured), dice.percent(40));
}

async function checkUp(play: Play): Promise<void> {
  const { office, book, dice, day } = play;
  for (const woman of book.women.slice(0, 12)) {
    if (!isHere(woman) || !dice.percent(60)) continue;
    const id = v7();
    const about = { id, memberId: woman.id, doneOn: day, facility: "CSCom", stamp: day };
    await office.must("insurance.recordCheckup", about);
    const done = { id, woman, on: day, isTakenBack: false };
    book.checkups.push(done);
    if (!dice.percent(10)) continue;
    await office.must("insurance.voidCheckup", { id });
    done.isTakenBack = true;
  }
}

/** She takes her savings with her: asked for by Awa, approved by Oumou, paid weeks later or at once. */
async function exit(play: Play, policy: PolicyNote, kind: "withdrawal" | "death"): Promise<void> {
  const { office, book, oumou, day } = play;
  const { quotes } = await office.must("insurance.lifeAccount", { id: policy.id });
  const amount = quotes.find((quote) => quote.kind === kind)?.amount ?? 0;
  const id = v7();
  await office.must("insurance.requestExit", { id, policyId: policy.id, kind, on: day, amount });
  await seat(office, oumou);
  const { exits } = await office.must("insurance.approveExit", { id, approve: true });
  await seat(office);
  const parts = (exits[0]?.payments ?? []).map((part) => ({
    id: part.id,
    amount: part.amount,
    paidOn: null,
  }));
  expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(amount);
  book.exits.push({ policy, on: day, kind, parts });
}

/** Once everybody has her part, the policy is over since the day of the exit. */
function settle({ policy, on, kind, parts }: ExitNote): void {
  if (parts.some(({ paidOn: paid }) => paid === null)) return;
  policy.endedOn = on;
  if (kind === "death") policy.woman.left = { on, reason: "deceased" };
}

async function payExits(play: Play): Promise<void> {
  const { office, book, day } = play;
  for (const left of book.exits) {
    const part = left.parts.find(({ paidOn: paid }) => paid === null);
    if (part === undefined) continue;
    const about = { id: v7(), paymentId: part.id, beyondFund: true, method: "cash", reference: "" } as const;
    await office.must("insurance.payExit", about);
    note(play, { id: about.id, account: "lifePayment", amount: part.amount, sign: -1, plan: LIFE });
    part.paidOn = day;
    settle(left);
  }
}

const policyOf = ({ book }: Play, plan: string, index: number): PolicyNote => {
  const found = book.policies.filter((policy) => policy.plan === plan && policy.woman.birth !== null)[index];
  if (found === undefined) throw new Error("there is no such policy");
  return found;
};

const EVENTS: Readonly<Record<string, (play: Play) => Promise<unknown>>> = {
  // Twelve months before the end of a month, so that the year of the fund's rate begins on the next day.
  "2027-07-31": async (play) => {
    const late = play.book.policies.find(
      ({ plan, contributions }) => plan === PETITE && contributions.length === 0,
    );
    if (late !== undefined) await contribute(play, late, 20);
  },
  "2027-10-19": async (play) => {
    const policy = policyOf(play, MUTUELLE, 0);
    await contribute(play, policy, 4);
    await cancel(play, policy);
  },
  "2028-02-10": (play) => exit(play, policyOf(play, LIFE, 0), "withdrawal"),
  "2028-04-30": (play) => exit(play, policyOf(play, LIFE, 2), "death"),
  "2028-06-30": payExits,
  "2028-07-19": payExits,
  "2028-08-10": (play) => exit(play, policyOf(play, LIFE, 1), "withdrawal"),
};

/** Enrolled on the first day, some paying the whole story ahead, or when their turn comes. */
export async function beginInsurance(play: Play): Promise<void> {
  await makePlans(play);
  const { women } = play.book;
  for (const woman of women.slice(0, 9)) await enrol(play, woman, MUTUELLE);
  for (const woman of women.slice(9, 12)) {
    const policy = await enrol(play, woman, PETITE);
    if (woman !== women[9]) await contribute(play, policy, 20);
  }
  for (const woman of women.slice(12, 17)) await enrol(play, woman, LIFE);
}

export async function liveInsurance(play: Play): Promise<void> {
  const { book, day } = play;
  await EVENTS[day]?.(play);
  const woman = book.women[book.policies.length];
  if (/-(10|31)$/.test(day) && woman !== undefined && book.policies.length < 24)
    await enrol(play, woman, MUTUELLE);
  await collect(play);
  await careFor(play);
  if (day.endsWith("-10") || day.endsWith("-30")) await checkUp(play);
}
