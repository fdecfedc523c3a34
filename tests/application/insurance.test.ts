import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OperationName, operations } from "../../src/contract/index.ts";
import { enrolment, HEALTH, insure, LIFE, pay, planNow } from "../services/insurance/enrolled.ts";
import { decide, line, seat, terms } from "../services/insurance/insured.ts";
import { makeTestOffice, type TestOffice } from "../support/office.ts";
import { makeJpeg } from "../support/photos.ts";
import { register } from "../support/women.ts";
import { INSURANCE, type InsuranceName, type InsurancePrepared } from "./insuranceRequests.ts";

let office: TestOffice;
let about: InsurancePrepared;

/** A day after the waiting time of the two plans that come with the program. */
const TODAY = "2027-06-15";

async function on(day: string): Promise<void> {
  office.clock.set(`${day}T09:00:00.000Z`);
  await office.signIn();
}

const account = (id: string) => office.must("insurance.lifeAccount", { id });

async function saver(): Promise<string> {
  const { policyId } = await insure(office, { planCode: LIFE });
  await pay(office, policyId, 12);
  return policyId;
}

async function askExit(policyId: string): Promise<string> {
  const { quotes } = await account(policyId);
  const amount = quotes.find(({ kind }) => kind === "death")?.amount ?? 0;
  const id = v7();
  await office.must("insurance.requestExit", { id, policyId, kind: "death", on: TODAY, amount });
  return id;
}

type Step = "draft" | "submitted" | "checked";

/** Entered by whoever is signed in. */
async function claimAt(policyId: string, receiptNumber: string, step: Step): Promise<string> {
  const id = v7();
  const details = {
    ...{ policyId, childId: null, facilityCode: null, facilityName: "CSCom", careOn: TODAY },
    ...{ receiptNumber, diagnosis: "", prescription: "", lines: [line()] },
  };
  await office.must("insurance.saveClaim", { id, details, submit: step !== "draft" });
  if (step === "checked") await office.must("insurance.checkClaim", { id });
  return id;
}

async function makeClaims(policyId: string) {
  const draftId = await claimAt(policyId, "R-1", "draft");
  const submittedId = await claimAt(policyId, "R-2", "submitted");
  const checkedId = await claimAt(policyId, "R-3", "checked");
  const toPayId = await claimAt(policyId, "R-4", "checked");
  const rejectedId = await claimAt(policyId, "R-5", "checked");
  const photographed = await office.must("insurance.addClaimPhoto", {
    id: submittedId,
    jpeg: makeJpeg(600, 800, 3),
  });
  return {
    draftId,
    submittedId,
    checkedId,
    toPayId,
    rejectedId,
    receiptSha256: photographed.photos[0] ?? "",
  };
}

async function makeExits() {
  const requestedExitId = await askExit(await saver());
  const approvedPolicy = await saver();
  return { requestedExitId, approvedPolicy, approvedExitId: await askExit(approvedPolicy) };
}

beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  const her = await insure(office, { planCode: HEALTH });
  const unpaid = await insure(office, { planCode: HEALTH });
  await pay(office, her.policyId, 12);
  const lifePolicyId = await saver();
  const dyingPolicyId = await saver();
  const secretary = await office.addPerson("secretary");
  await on(TODAY);
  await seat(office, secretary);
  const claims = await makeClaims(her.policyId);
  const { approvedPolicy, ...exits } = await makeExits();
  await seat(office);
  await decide(office, await office.must("insurance.claim", { id: claims.toPayId }));
  const reject = { id: claims.rejectedId, decision: "reject", note: "Reçu illisible", granted: 0 } as const;
  await office.must("insurance.decideClaim", reject);
  const approved = await office.must("insurance.approveExit", { id: exits.approvedExitId, approve: true });
  const { memberId, policyId } = her;
  for (const doneOn of ["2027-05-14", TODAY])
    await office.must("insurance.recordCheckup", {
      ...{ id: v7(), memberId, doneOn, facility: "CSCom de Koko", stamp: `A-${doneOn.slice(5, 7)}` },
    });
  const checkups = await office.must("insurance.memberCheckups", { memberId });
  const newcomer = await register(office, { surname: "Kouyaté" });
  const asked = await enrolment(office, newcomer.member.id);
  const { computed } = await office.must("insurance.claim", { id: claims.checkedId });
  about = {
    ...{ today: TODAY, month: TODAY.slice(0, 7), memberId, policyId, lifePolicyId, dyingPolicyId },
    ...{ healthCode: HEALTH, healthTerms: terms(), fee: asked.fee, newcomerId: newcomer.member.id },
    contribution: (await planNow(office, HEALTH)).terms.contribution,
    checkupId: checkups.find(({ doneOn }) => doneOn !== TODAY)?.id ?? "",
    unpaidPolicyId: unpaid.policyId,
    deathBenefit: (await account(dyingPolicyId)).quotes.find(({ kind }) => kind === "death")?.amount ?? 0,
    ...exits,
    exitPaymentId: approved.exits[0]?.payments[0]?.id ?? "",
    ...claims,
    ...{ computed: computed.granted, receipt: makeJpeg(600, 800, 7) },
  };
  expect((await account(approvedPolicy)).exits[0]?.state).toBe("approved");
});
afterAll(() => office.close());

/** In an order in which none spoils the next. */
const NAMES = Object.keys(INSURANCE) as InsuranceName[];

describe("a typical request to the insurance", () => {
  test.each(NAMES)("%s is answered in the contract's shape", async (name) => {
    const value = await office.must(name as OperationName, INSURANCE[name](about) as never);
    const parsed = operations.get(name)?.output.safeParse(value);
    expect(parsed?.error?.issues ?? []).toEqual([]);
  });

  test("leaves a healthy office behind", async () => {
    expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });
});
