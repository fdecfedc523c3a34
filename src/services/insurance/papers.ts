import type { InputOf } from "../../contract/index.ts";
import type { FileOutput } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCheckups } from "../../data/insurance/checkups.ts";
import { readExit } from "../../data/insurance/life.ts";
import type { Reader } from "../../data/reader.ts";
import { accountStatement } from "../../documents/insurance/accountStatement.ts";
import { attestation } from "../../documents/insurance/attestation.ts";
import { decisionSlip } from "../../documents/insurance/decisionSlip.ts";
import { exitPapers } from "../../documents/insurance/exitPapers.ts";
import { monthlySummary } from "../../documents/insurance/monthlySummary.ts";
import { policyCertificate } from "../../documents/insurance/policyCertificate.ts";
import { lossRatioPercent } from "../../domain/insurance/fund.ts";
import { versionOn } from "../../domain/insurance/planVersions.ts";
import type { Call } from "../call.ts";
import { orElsewhere, readLiving } from "../membership/members.ts";
import { photoFor } from "../membership/papers.ts";
import { paperContext, pdfFile } from "../office/paper.ts";
import { nationalWith, scopeOf, scopeWord } from "../scope.ts";
import { readClaimFile } from "./claimViews.ts";
import { findPolicy, lifeAccount } from "./lifeAccounts.ts";
import { policyFileOf } from "./policyViews.ts";
import { summarize } from "./summary.ts";

/** Every paper of the insurance. File names are numbers and months: nothing that tells what is inside. */

/** What she pays and receives, by the plan as it stands on the day of the paper, or on which her policy begins. */
export async function printPolicy(call: Call, input: { id: string }): Promise<Result<FileOutput>> {
  const found = findPolicy(call, input.id);
  if (!found.ok) return found;
  const { reader, book, policy } = found.value;
  const versions = book.versions(policy.office, policy.planCode, policy.kind);
  const day = policy.effectiveOn > call.today() ? policy.effectiveOn : call.today();
  const version = versionOn(versions, day) ?? versions[0];
  if (version === undefined) return refuse("insurance.planUnknown", { field: "id" });
  const definition = policyCertificate({
    ...paperContext(call),
    file: policyFileOf(call, reader, book, policy),
    terms: version.terms,
    confirmed: !version.toConfirm,
  });
  return accept(await pdfFile(call.world, `${policy.number}-adhesion`, definition));
}

/** The slip of a claim that was decided, with the place where she signs for the money. */
export async function printDecision(call: Call, input: { id: string }): Promise<Result<FileOutput>> {
  const file = readClaimFile(call, input);
  if (!file.ok) return file;
  const { claim, details, patient, computed, decisionNote, decidedOn, lines } = file.value;
  if (claim.outcome === null) return refuse("claim.notNow", { field: "id" });
  const policy = findPolicy(call, details.policyId);
  if (!policy.ok) return policy;
  const definition = decisionSlip({
    ...paperContext(call),
    number: claim.number,
    policyNumber: policy.value.policy.number,
    memberNumber: claim.memberNumber,
    memberName: `${claim.surname} ${claim.firstNames}`.trim(),
    ...{ patient, decidedOn, lines },
    careOn: details.careOn,
    receiptNumber: details.receiptNumber,
    outcome: claim.outcome,
    granted: computed.granted,
    note: decisionNote,
  });
  return accept(await pdfFile(call.world, `${claim.number}-decision`, definition));
}

export async function printAccount(call: Call, input: { id: string }): Promise<Result<FileOutput>> {
  const account = lifeAccount(call, input);
  if (!account.ok) return account;
  const definition = accountStatement({ ...paperContext(call), account: account.value });
  return accept(await pdfFile(call.world, `${account.value.policy.number}-releve`, definition));
}

function readAnyExit(call: Call, id: string) {
  const readers: (Reader | undefined)[] = [call.office.reader, nationalWith(call, "finance")?.reader];
  return readers.map((reader) => reader && readExit(reader, id)).find((exit) => exit !== undefined);
}

/** Discharges, and on a death letters: once another person has approved the exit. */
export async function printExit(call: Call, input: { id: string }): Promise<Result<FileOutput>> {
  const stored = readAnyExit(call, input.id);
  if (stored === undefined) return refuse("insurance.exitUnknown", { field: "id" });
  const account = lifeAccount(call, { id: stored.policyId });
  if (!account.ok) return account;
  const { policy, exits } = account.value;
  const exit = exits.find(({ id, state }) => id === input.id && (state === "approved" || state === "paid"));
  if (exit === undefined || exit.payments.length === 0)
    return refuse("insurance.exitUnknown", { field: "id" });
  const definition = exitPapers({ ...paperContext(call), exit, policy });
  return accept(await pdfFile(call.world, `${policy.number}-sortie`, definition));
}

/** Says that she is up to date this month, to whoever asks for it in the street. */
export async function printAttestation(call: Call, input: { memberId: string }): Promise<Result<FileOutput>> {
  const { reader } = call.office;
  const found = readLiving(call, reader, input.memberId, "memberId");
  const member = orElsewhere(call, found, input.memberId, "memberId");
  if (!member.ok) return member;
  const month = call.today().slice(0, 7);
  const checkup = listCheckups(reader, input.memberId).find(
    ({ doneOn }) => doneOn.startsWith(month) && doneOn <= call.today(),
  );
  if (checkup === undefined) return refuse("checkup.none", { field: "memberId" });
  const { number, details, photoSha256 } = member.value;
  const definition = attestation({
    ...paperContext(call),
    memberNumber: number,
    memberName: `${details.surname} ${details.firstNames}`.trim(),
    photo: photoFor(reader, photoSha256),
    doneOn: checkup.doneOn,
    stamp: checkup.stamp,
  });
  return accept(await pdfFile(call.world, `${number}-attestation-${month}`, definition));
}

/** The month's figures, to sign. */
export async function printSummary(
  call: Call,
  input: InputOf<"insurance.printSummary">,
): Promise<Result<FileOutput>> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const figures = summarize(call, input);
  if (!figures.ok) return figures;
  const { plans } = figures.value;
  const sum = (of: "benefits" | "earned") => plans.reduce((total, plan) => total + plan[of], 0);
  const definition = monthlySummary({
    ...paperContext(call),
    summary: figures.value,
    lossRatio: lossRatioPercent(sum("benefits"), sum("earned")),
    madeBy: call.user.name,
  });
  const name = [call.office.code, "assurance", scopeWord(scope.value), input.month];
  return accept(await pdfFile(call.world, name.filter((part) => part !== null).join("-"), definition));
}
