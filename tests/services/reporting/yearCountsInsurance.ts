import { numberOf, plusDays, plusMonths } from "../insurance/yearDays.ts";
import type { Book, ClaimNote, ContributionNote, PolicyNote, VoucherNote } from "./yearBook.ts";
import {
  added,
  bandOf,
  type Counting,
  counted,
  type Days,
  type Figure,
  isIn,
  type Line,
  lines,
  share,
  total,
} from "./yearCounts.ts";
import { LIFE } from "./yearInsurance.ts";

/* Policies day by day, money voucher by voucher, claims and check-ups. */

const paidDays = ({ contributions }: PolicyNote) => contributions.filter(({ isPaidBack }) => !isPaidBack);

/** What a policy is on a day: days of grace and months until it lapses as its plan has them. */
function stateOn(policy: PolicyNote, day: string): string {
  const [grace, lapse] = policy.plan === LIFE ? [30, 6] : [15, 3];
  if (policy.endedOn !== null && day > policy.endedOn) return "ended";
  const paid = paidDays(policy);
  if (paid.some(({ from, to }) => from <= day && day <= to)) return "active";
  const last = paid
    .map(({ to }) => to)
    .filter((to) => to < day)
    .sort()
    .at(-1);
  const due = last === undefined ? policy.effectiveOn : plusDays(last, 1);
  const suspended = plusDays(due, grace + 1);
  if (day < suspended) return last === undefined ? "pending" : "active";
  return day < plusMonths(suspended, lapse) ? "suspended" : "lapsed";
}

const inState = (state: string) =>
  counted(({ policies }, { to }) =>
    policies
      .filter((policy) => policy.effectiveOn <= to && stateOn(policy, to) === state)
      .map(({ plan }) => ({ value: 1, group: plan })),
  );

const onDay = (dayOf: (policy: PolicyNote) => string | null) =>
  counted(({ policies }, days) =>
    policies
      .filter((policy) => isIn(dayOf(policy) ?? "", days))
      .map(({ plan }) => ({ value: 1, group: plan })),
  );

const collected = ({ policies }: Book, days: Days): Line[] =>
  policies.flatMap(({ plan, contributions }) =>
    contributions
      .filter(({ paidOn }) => isIn(paidOn, days))
      .map(({ amount }) => ({ value: amount, group: plan })),
  );

/** The whole francs that are reached by the end of a day. */
function reached({ from, to, amount }: ContributionNote, day: string): number {
  const days = numberOf(to) - numberOf(from) + 1;
  const gone = Math.min(days, Math.max(0, numberOf(day) - numberOf(from) + 1));
  return Math.floor((amount * gone) / days);
}

const earned = lines(({ policies }, { from, to }) =>
  policies.flatMap((policy) =>
    paidDays(policy).map((one) => ({
      value: reached(one, to) - reached(one, plusDays(from, -1)),
      group: policy.plan,
    })),
  ),
);

const BENEFITS = ["healthBenefit", "lifePayment"];
const planOf = ({ plan }: VoucherNote): string => plan ?? "";
const benefits = lines(({ vouchers }, days) =>
  vouchers
    .filter(
      ({ account, isReversal, isTakenBack }) => BENEFITS.includes(account) && !isReversal && !isTakenBack,
    )
    .filter(({ on }) => isIn(on, days))
    .map((voucher) => ({ value: voucher.amount, group: planOf(voucher) })),
);

/** What stands of the insurance's vouchers; what was taken back is none, nor is the paper that did it. */
const movementsOf = ({ vouchers }: Book) =>
  vouchers.filter(({ plan, isReversal, isTakenBack }) => plan !== null && !isReversal && !isTakenBack);

const moved = (from: (to: string) => string): Counting =>
  lines((book, { to }) =>
    movementsOf(book)
      .filter(({ on }) => from(to) <= on && on <= to)
      .map((voucher) => ({ value: voucher.sign * voucher.amount, group: planOf(voucher) })),
  );

const balance = moved(() => "");
const lastYear = moved((to) => plusDays(plusMonths(to, -12), 1));

const granted = ({ lines: care }: ClaimNote) => total(care.map((line) => line.granted));

const promised = lines(({ claims, exits }, { to }) => [
  ...claims
    .filter(({ decidedOn, step }) => decidedOn !== null && decidedOn <= to && step !== "closed")
    .map((claim) => {
      const paid = claim.payments.filter(({ isTakenBack, on }) => !isTakenBack && on <= to);
      return { value: granted(claim) - total(paid.map(({ amount }) => amount)), group: claim.policy.plan };
    }),
  ...exits.flatMap(({ on, parts }) =>
    parts
      .filter(({ paidOn }) => on <= to && (paidOn === null || paidOn > to))
      .map(({ amount }) => ({ value: amount, group: LIFE })),
  ),
]);

/** Months begun since the first movement of all that is looked at, twelve at most. */
const monthsOfRate: Counting = (books, { to }, by) => {
  const firsts = new Map<string, string>();
  for (const book of books)
    for (const voucher of movementsOf(book)) {
      const key = by === "group" ? planOf(voucher) : by === "office" ? book.office : "";
      if (voucher.on <= to && voucher.on < (firsts.get(key) ?? "9999")) firsts.set(key, voucher.on);
    }
  return new Map(
    [...firsts].map(([key, first]) => {
      const begun = Array.from({ length: 12 }, (_, index) => plusMonths(first, index)).filter(
        (day) => day <= to,
      );
      return [key, begun.length];
    }),
  );
};

const lasting: Counting = (books, days, by) => {
  const months = monthsOfRate(books, days, by);
  const available = added([balance], [promised])(books, days, by);
  return new Map([...available].map(([key, francs]) => [key, Math.max(0, francs) * (months.get(key) ?? 0)]));
};

const shrinking: Counting = (books, days, by) =>
  new Map([...lastYear(books, days, by)].map(([key, francs]) => [key, Math.max(0, -francs)]));

const claimsWith = (value: (claim: ClaimNote) => number) =>
  counted(({ claims }, days) =>
    claims
      .filter(({ enteredOn }) => isIn(enteredOn, days))
      .map((claim) => ({
        ...{ value: value(claim), group: claim.step },
        band: bandOf(claim.policy.woman.birth, claim.enteredOn),
      })),
  );

const care = (value: (line: ClaimNote["lines"][number]) => number) =>
  counted(({ claims }, days) =>
    claims
      .filter(({ enteredOn }) => isIn(enteredOn, days))
      .flatMap((claim) => claim.lines.map((line) => ({ value: value(line), group: line.category }))),
  );

const done = ({ checkups }: Book, days: Days) =>
  checkups.filter(({ on, isTakenBack }) => !isTakenBack && isIn(on, days));

export const INSURANCE: Readonly<Record<string, Figure>> = {
  "insurance.active": inState("active"),
  "insurance.suspended": inState("suspended"),
  "insurance.lapsed": inState("lapsed"),
  "insurance.new": onDay(({ effectiveOn }) => effectiveOn),
  "insurance.ended": onDay(({ endedOn }) => endedOn),
  "insurance.collected": counted(collected),
  "insurance.earned": { kind: "count", count: earned },
  "insurance.benefits": { kind: "count", count: benefits },
  "insurance.lossRatio": share(benefits, earned, { isRoundedDown: true }),
  "insurance.balance": { kind: "count", count: balance },
  "insurance.committed": { kind: "count", count: promised },
  "insurance.reserveMonths": share(lasting, shrinking, { times: 1, decimals: 0, isRoundedDown: true }),
  "insurance.claims": claimsWith(() => 1),
  "insurance.claimsAsked": claimsWith(({ lines: asked }) => total(asked.map((line) => line.asked))),
  "insurance.claimsGranted": claimsWith(granted),
  "insurance.claimLines": care(() => 1),
  "insurance.carePaid": care((line) => line.granted),
  "insurance.checkups": counted((book, days) =>
    done(book, days).map(({ woman, on }) => ({ value: 1, band: bandOf(woman.birth, on) })),
  ),
  "insurance.womenChecked": counted((book, days) =>
    [...new Set(done(book, days).map(({ woman }) => woman))].map(({ birth }) => ({
      ...{ value: 1, band: bandOf(birth, days.to) },
    })),
  ),
};
