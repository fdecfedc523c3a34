import type { LifeTerms } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import type { ExitKind } from "../../data/insurance/life.ts";
import { listBeneficiaries } from "../../data/insurance/people.ts";
import { readMember } from "../../data/members.ts";
import type { Reader } from "../../data/reader.ts";
import { type Cover, coverOn } from "../../domain/insurance/cover.ts";
import { deathBenefitAmount, sharesAddUp, withdrawalAmount } from "../../domain/insurance/life.ts";
import { versionOn } from "../../domain/insurance/planVersions.ts";
import { ageRange } from "../../domain/membership/age.ts";
import { type PolicyStanding, sumOf } from "./policyViews.ts";

export const EXIT_KINDS: readonly ExitKind[] = ["withdrawal", "retirement", "death"];

/** Everything that she paid in and was not paid back. The registration fee is the fund's. */
export function accountOf({ contributions }: PolicyStanding): Francs {
  return sumOf(contributions.filter(({ refundedOn }) => refundedOn === null));
}

function withdrawalQuote(
  kind: "withdrawal" | "retirement",
  about: { terms: LifeTerms; account: Francs; cover: Cover; age: number | null },
  on: CalendarDate,
): Result<Francs> {
  const { terms, account, cover, age } = about;
  if (cover.waitingEndsOn === null) return refuse("insurance.exitWaiting", { field: "on" });
  if (on <= cover.waitingEndsOn)
    return refuse("insurance.exitWaiting", { field: "on", values: { until: cover.waitingEndsOn } });
  if (age === null) return refuse("insurance.birthUnknown", { field: "kind" });
  const amount = withdrawalAmount(terms, account, age);
  const isTooYoung = age < terms.withdrawalAge && (kind === "retirement" || amount === 0);
  return isTooYoung
    ? refuse("insurance.exitTooYoung", { field: "kind", values: { age: terms.withdrawalAge } })
    : accept(amount);
}

function deathQuote(reader: Reader, policyId: string, amount: Francs): Result<Francs> {
  const beneficiaries = listBeneficiaries(reader, policyId);
  if (beneficiaries.length === 0) return refuse("insurance.beneficiaryMissing", { field: "kind" });
  const sum = beneficiaries.reduce((total, { share }) => total + share, 0);
  return sharesAddUp(beneficiaries)
    ? accept(amount)
    : refuse("insurance.sharesWrong", { field: "kind", values: { sum } });
}

/**
 * What an exit on a day pays. Refuses a withdrawal in the waiting time, one before the plan's age where the plan gives
 * nothing then, one of a woman whose age is not known, and a death whose beneficiaries' shares are not the whole.
 */
export function quoteExit(
  reader: Reader,
  standing: PolicyStanding,
  kind: ExitKind,
  on: CalendarDate,
): Result<Francs> {
  const { policy, history, termsOn, versions } = standing;
  const terms = (versionOn(versions, on) ?? versions[0])?.terms;
  if (terms?.kind !== "life") return refuse("insurance.planUnknown", { field: "policyId" });
  const account = accountOf(standing);
  const cover = coverOn(history, termsOn, on);
  if (kind === "death") return deathQuote(reader, policy.id, deathBenefitAmount(terms, account, cover, on));
  const birth = readMember(reader, policy.memberId)?.details.birth ?? null;
  const age = birth === null ? null : ageRange(birth, on).youngest;
  return withdrawalQuote(kind, { terms, account, cover, age }, on);
}
