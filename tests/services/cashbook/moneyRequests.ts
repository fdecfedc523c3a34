import { v7 } from "uuid";
import type { InputOf, OperationName } from "../../../src/contract/index.ts";
import type { TestOffice } from "../../support/office.ts";
import {
  enrol,
  KOUTIALA,
  makeAntenna,
  makeHeadquarters,
  send,
  receive as takeIn,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { insure, LIFE, pay as payPeriods } from "../insurance/enrolled.ts";
import { checked, decided, makeInsured, makePlan, seat, terms } from "../insurance/insured.ts";
import { attend, joinClass, makeClass, makeProgramme, makeTrainer } from "../literacy/classBook.ts";
import {
  addPremises,
  deposit,
  letShop,
  pay,
  premisesDetails,
  signing,
  terminate,
} from "../rental/letting.ts";
import { openBox, receive, voucher } from "./book.ts";

/*
 * Every request of the contract with money in it: those that move it, and those that do not, with the reason. A new
 * request with an amount fails the invariants' test until it stands in one of the two.
 */

const CASH = { method: "cash", reference: "" } as const;
const DAY = "2026-11-23";

type Request = {
  readonly [N in OperationName]: { readonly name: N; readonly input: InputOf<N> };
}[OperationName];

function request<N extends OperationName>(name: N, input: InputOf<N>): Request {
  return { name, input } as unknown as Request;
}

/** Prepares an office and gives the request that a screen would make there. */
export type Play = (office: TestOffice) => Promise<Request>;

/** Members' money is worked with by one who has a plan that one person decides on. */
function insured(office: TestOffice) {
  makePlan(office, { secondPersonFrom: null, headquartersFrom: null, graceDays: 30 });
  return makeInsured(office);
}

async function soldCard(office: TestOffice): Promise<string> {
  const { member } = await register(office);
  await office.must("cards.sellTerm", { id: v7(), memberId: member.id, price: 2_500, ...CASH });
  return member.id;
}

async function approvedExit(office: TestOffice): Promise<string> {
  const { policyId } = await insure(office, { planCode: LIFE });
  await payPeriods(office, policyId, 12);
  const secretary = await office.addPerson("secretary");
  office.clock.set("2027-06-15T09:00:00.000Z");
  await seat(office, secretary);
  const { quotes } = await office.must("insurance.lifeAccount", { id: policyId });
  const amount = quotes.find(({ kind }) => kind === "death")?.amount ?? 0;
  const exit = { id: v7(), policyId, kind: "death", on: "2027-06-15", amount } as const;
  await office.must("insurance.requestExit", exit);
  await seat(office);
  const { exits } = await office.must("insurance.approveExit", { id: exit.id, approve: true });
  return exits[0]?.payments[0]?.id ?? "";
}

/** A lease that ended with a deposit held and too much paid. */
async function endedLease(office: TestOffice): Promise<string> {
  const { id } = await letShop(office);
  await pay(office, id, 130_000, "2026-11-20");
  await deposit(office, id, 60_000, "2026-11-20");
  await terminate(office, id, "2026-11-22");
  return id;
}

/** A class with a fee, and a trainer who is paid by the session. */
async function payingClass(office: TestOffice) {
  const trainerId = await makeTrainer(office);
  const terms = { fee: 3_000, allowance: 1_500, trainerId };
  const { id: cohortId } = await makeClass(office, await makeProgramme(office), terms);
  const { enrolmentId, memberId } = await joinClass(office, cohortId);
  return { cohortId, enrolmentId, memberId, trainerId };
}

/** Every request that moves money, in an office of its own. */
export const MOVES: { readonly [name: string]: Play } = {
  "cards.sellTerm": async (office) => {
    const { member } = await register(office);
    return request("cards.sellTerm", { id: v7(), memberId: member.id, price: 2_500, ...CASH });
  },
  "cards.replaceCard": async (office) => {
    const about = { memberId: await soldCard(office), reason: "lost", charged: true } as const;
    return request("cards.replaceCard", { id: v7(), ...about, method: "wave", reference: "W-7" });
  },
  "cashbook.record": async () => request("cashbook.record", voucher({ payee: "Librairie Soleil" })),
  "cashbook.transfer": async (office) => {
    const box = await openBox(office);
    const about = { from: "cash", to: box, amount: 8_000, datedOn: DAY, words: "", reference: "" };
    return request("cashbook.transfer", { id: v7(), inId: v7(), ...about });
  },
  "cashbook.remit": async () => {
    const about = { amount: 9_000, datedOn: DAY, payee: "Chauffeur", words: "", reference: "" };
    return request("cashbook.remit", { id: v7(), from: "cash", ...about });
  },
  "cashbook.reverse": async (office) => {
    const { voucherId } = await office.must("cards.sellTerm", {
      ...{ id: v7(), memberId: (await register(office)).member.id, price: 2_500, ...CASH },
    });
    return request("cashbook.reverse", { id: v7(), voucherId, reason: "Vendue deux fois" });
  },
  "cashbook.recordOpening": async () =>
    request("cashbook.recordOpening", { id: v7(), till: "bank", amount: 250_000, datedOn: DAY }),
  "cashbook.count": async (office) => {
    await receive(office, 50_000);
    const about = { till: "cash", pieces: [{ value: 5_000, pieces: 9 }], statement: null } as const;
    const told = { expected: 50_000, reason: "Billet perdu" };
    return request("cashbook.count", {
      id: v7(),
      voucherId: v7(),
      ...about,
      pieces: [...about.pieces],
      ...told,
    });
  },
  "insurance.enrol": async (office) => {
    makePlan(office, { registrationFee: 1_500 }, { code: "AVEC-FRAIS" });
    const { member } = await register(office);
    const about = { memberId: member.id, planCode: "AVEC-FRAIS", effectiveOn: DAY, fee: 1_500 };
    const people = { children: [], beneficiaries: [] };
    return request("insurance.enrol", { id: v7(), voucherId: v7(), ...about, ...people, ...CASH });
  },
  "insurance.payContribution": async (office) => {
    const { policyId } = await insured(office);
    return request("insurance.payContribution", { id: v7(), policyId, periods: 2, amount: 4_000, ...CASH });
  },
  "insurance.cancelPolicy": async (office) => {
    const { policyId } = await insured(office);
    return request("insurance.cancelPolicy", { id: v7(), policyId, on: DAY, refund: 2_000, ...CASH });
  },
  "insurance.payClaim": async (office) => {
    const { claim } = await decided(office, await insured(office));
    const about = { claimId: claim.id, amount: 1_500, beyondFund: false };
    return request("insurance.payClaim", { id: v7(), ...about, ...CASH });
  },
  "insurance.payExit": async (office) => {
    const paymentId = await approvedExit(office);
    return request("insurance.payExit", { id: v7(), paymentId, beyondFund: true, ...CASH });
  },
  "literacy.payFee": async (office) => {
    const { enrolmentId } = await payingClass(office);
    return request("literacy.payFee", { id: v7(), enrolmentId, amount: 2_000, ...CASH });
  },
  "literacy.payAllowance": async (office) => {
    const { cohortId, enrolmentId, trainerId } = await payingClass(office);
    await attend(office, cohortId, [enrolmentId], { days: ["2026-11-16", "2026-11-19"] });
    const about = { cohortId, trainerId, to: DAY, amount: 3_000 };
    return request("literacy.payAllowance", { id: v7(), ...about, ...CASH });
  },
  "rental.recordPayment": async (office) => {
    const { id: leaseId } = await letShop(office);
    return request("rental.recordPayment", {
      ...{ id: v7(), leaseId, receivedOn: DAY, amount: 45_000, method: "orangeMoney", reference: "OM 71" },
    });
  },
  "rental.refundAdvance": async (office) =>
    request("rental.refundAdvance", { id: v7(), leaseId: await endedLease(office), amount: 5_000, ...CASH }),
  "rental.receiveDeposit": async (office) => {
    const { id: leaseId } = await letShop(office);
    return request("rental.receiveDeposit", { id: v7(), leaseId, receivedOn: DAY, amount: 60_000, ...CASH });
  },
  "rental.settleDeposit": async (office) => {
    const leaseId = await endedLease(office);
    const shares = { toArrears: 0, withheld: 15_000, refunded: 45_000, reason: "Serrure changée" };
    return request("rental.settleDeposit", { id: v7(), leaseId, ...shares, ...CASH });
  },
};

/** The one that has to be made at headquarters, of what an antenna sent. */
export async function playReception(): Promise<{ office: TestOffice; request: Request }> {
  const hq = await makeHeadquarters();
  const antenna = await makeAntenna(KOUTIALA);
  await enrol(hq, antenna, KOUTIALA);
  const voucherId = v7();
  const sent = { amount: 9_000, datedOn: DAY, payee: "", words: "Novembre", reference: "" };
  await antenna.must("cashbook.remit", { id: voucherId, from: "cash", ...sent });
  await takeIn(hq, await send(antenna));
  const about = { voucherId, to: "cash" as const, datedOn: DAY, reference: "" };
  return { office: hq, request: request("cashbook.receiveRemittance", { id: v7(), ...about }) };
}

interface Still {
  readonly because: string;
  /** Left out where nothing in the request is an amount. */
  readonly play?: Play;
}

/** Every request that names money or sounds like it and moves none. */
export const STILL: { readonly [name: string]: Still } = {
  "office.updateSettings": {
    because: "prices of what is sold from now on",
    play: async (office) => {
      const settings = await office.must("office.readSettings", {});
      return request("office.updateSettings", { ...settings, cardPrice: 3_000 });
    },
  },
  "cashbook.saveTill": {
    because: "another place, in which nothing lies yet",
    play: async () => {
      const about = { kind: "cash", name: "Petite caisse", accountNumber: "5712", closed: false } as const;
      return request("cashbook.saveTill", { key: v7(), ...about });
    },
  },
  "cashbook.closeMonth": {
    because: "it locks what was booked",
    play: async (office) => {
      await receive(office, 4_000, { datedOn: "2026-10-04" });
      return request("cashbook.closeMonth", { id: v7(), month: "2026-10", closing: 4_000 });
    },
  },
  "cashbook.saveAccount": { because: "an account's name and number; what was booked on it stays" },
  "cashbook.saveBudgetLine": {
    because: "a plan",
    play: async () =>
      request("cashbook.saveBudgetLine", {
        ...{ id: v7(), year: 2026, account: "supplies", project: null, amount: 90_000, note: "" },
      }),
  },
  "insurance.savePlan": {
    because: "what is due and covered from now on",
    play: async () =>
      request("insurance.savePlan", {
        id: v7(),
        code: "NEUVE",
        name: "Neuve",
        startsOn: DAY,
        terms: terms(),
      }),
  },
  "insurance.saveClaim": {
    because: "what somebody asks for",
    play: async (office) => {
      const { policyId } = await insured(office);
      const lines = [
        {
          id: v7(),
          category: "consultation",
          act: null,
          words: "Visite",
          quantity: 1,
          asked: 5_000,
        } as const,
      ];
      const care = { facilityCode: "CSREF-A", facilityName: "", careOn: "2026-11-10", receiptNumber: "R-9" };
      const details = { policyId, childId: null, ...care, diagnosis: "", prescription: "", lines };
      return request("insurance.saveClaim", { id: v7(), details, submit: true });
    },
  },
  "insurance.decideClaim": {
    because: "what will be paid, not the payment",
    play: async (office) => {
      const { claim, computed } = await checked(office, await insured(office));
      const { granted } = computed;
      return request("insurance.decideClaim", { id: claim.id, decision: "asComputed", note: "", granted });
    },
  },
  "insurance.requestExit": {
    because: "what somebody asks of the life fund",
    play: async (office) => {
      const { policyId } = await insure(office, { planCode: LIFE });
      await payPeriods(office, policyId, 12);
      office.clock.set("2027-06-15T09:00:00.000Z");
      await office.signIn();
      const { quotes } = await office.must("insurance.lifeAccount", { id: policyId });
      const amount = quotes.find(({ kind }) => kind === "death")?.amount ?? 0;
      return request("insurance.requestExit", {
        id: v7(),
        policyId,
        kind: "death",
        on: "2027-06-15",
        amount,
      });
    },
  },
  "rental.savePremises": {
    because: "what a new tenant will be asked",
    play: async () => request("rental.savePremises", { id: v7(), details: premisesDetails({ code: "N-1" }) }),
  },
  "rental.signLease": {
    because: "what is owed from now on",
    play: async (office) => request("rental.signLease", signing([await addPremises(office, "N-2")])),
  },
  "rental.reviseRent": {
    because: "what is owed from a day on",
    play: async (office) => {
      const { id: leaseId } = await letShop(office);
      const about = { leaseId, from: "2027-01-01", rate: null, rent: 32_000, note: "" };
      return request("rental.reviseRent", { id: v7(), ...about });
    },
  },
  "rental.writeOff": {
    because: "what nobody will ask for any more",
    play: async (office) => {
      const { id: leaseId } = await letShop(office);
      return request("rental.writeOff", { id: v7(), leaseId, amount: 10_000, reason: "Accord du bureau" });
    },
  },
  "rental.noteReminder": {
    because: "what a tenant promised",
    play: async (office) => {
      const { id: leaseId } = await letShop(office);
      const about = { kind: "visit", promisedOn: "2026-11-30", promised: 20_000, note: "" } as const;
      return request("rental.noteReminder", { id: v7(), leaseId, ...about });
    },
  },
  "literacy.saveCohort": {
    because: "what a class will cost and its trainer will get",
    play: async (office) => {
      const programmeId = await makeProgramme(office);
      const { details } = await makeClass(office, programmeId);
      return request("literacy.saveCohort", { id: v7(), details: { ...details, fee: 5_000 } });
    },
  },
  "reporting.saveTarget": {
    because: "what is aimed at in a year",
    play: async () =>
      request("reporting.saveTarget", {
        ...{ id: v7(), forOffice: "KTL", year: 2026, code: "cards.income", value: 400_000 },
      }),
  },
  "literacy.enrol": { because: "a woman comes into a class" },
  "literacy.cancelSession": { because: "a class that does not meet" },
  "headquarters.enrol": { because: "an office is taken in" },
  "headquarters.receive": { because: "an office's book is copied; headquarters' own stays what it was" },
  "headquarters.transfer": {
    because: "a member goes to another office; what she paid stays in the first one's book",
  },
  "membership.recordDeparture": { because: "a member leaves" },
  "insurance.recordCheckup": { because: "a day at the health centre" },
  "rental.recordReading": { because: "what a meter shows" },
  "rental.voidWriteOff": { because: "what is owed again" },
};
