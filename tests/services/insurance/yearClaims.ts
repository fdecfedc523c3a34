import { v7 } from "uuid";
import { expect } from "vitest";
import type { ClaimDetails, ClaimFile } from "../../../src/contract/insuranceClaims.ts";
import type { CareCategory } from "../../../src/contract/insuranceTerms.ts";
import { refusal } from "../../support/office.ts";
import { decide, line, pay } from "./insured.ts";
import { others, type Policyholder, player, sit, today, type Year } from "./yearCast.ts";
import { plusDays } from "./yearDays.ts";

/** Care as it happens, and what becomes of the claims. */

type Details = Pick<ClaimDetails, "policyId"> & Partial<ClaimDetails>;

let receipts = 0;
const nextReceipt = () => {
  receipts += 1;
  return `R-${receipts}`;
};

function detailsOf(year: Year, changes: Details): ClaimDetails {
  return {
    ...{ childId: null, facilityCode: null, facilityName: "CSCom de Koko", careOn: today(year) },
    ...{ receiptNumber: nextReceipt(), diagnosis: "paludisme", prescription: "artéméther", lines: [line()] },
    ...changes,
  };
}

/** Entered and held against its receipts by whoever sits there. */
async function enter(year: Year, changes: Details): Promise<ClaimFile> {
  const { office } = year;
  const details = detailsOf(year, changes);
  const { claim } = await office.must("insurance.saveClaim", { id: v7(), details, submit: true });
  return office.must("insurance.checkClaim", { id: claim.id });
}

const CARE: readonly { readonly category: CareCategory; readonly from: number; readonly act?: string }[] = [
  { category: "consultation", from: 1_500, act: "CONS" },
  { category: "medicines", from: 800 },
  { category: "medicines", from: 3_000, act: "COSMETIQUE" },
  { category: "tests", from: 1_000 },
  { category: "maternity", from: 9_000 },
  { category: "minorSurgery", from: 6_000 },
  { category: "hospital", from: 12_000 },
  { category: "dental", from: 2_500 },
  { category: "optical", from: 7_000 },
  { category: "other", from: 500 },
];

/** What a visit to a health centre costs, in francs that do not divide evenly. */
function care({ dice }: Year): ClaimDetails["lines"][number] {
  const { category, from, act = null } = dice.pick(CARE);
  const quantity = dice.percent(25) ? 2 + dice.roll(3) : 1;
  return line({ category, act, quantity, words: category, asked: quantity * from + dice.roll(2 * from) });
}

function illness(year: Year): Details {
  const { dice } = year;
  const { policyId, childIds } = dice.pick(others(year));
  const isChild = childIds.length > 0 && dice.percent(30);
  return {
    policyId,
    childId: isChild ? dice.pick(childIds) : null,
    facilityCode: dice.percent(40) ? "CSREF-A" : null,
    careOn: plusDays(today(year), -dice.roll(21)),
    lines: Array.from({ length: 1 + dice.roll(3) }, () => care(year)),
  };
}

/** The secretary enters the claims of these days; now and then one that was entered before. */
export async function enterClaims(year: Year, count: number): Promise<void> {
  await sit(year.office, year.secretary);
  for (let index = 0; index < count; index += 1) {
    const claim = await enter(year, illness(year));
    if (!year.dice.percent(8)) continue;
    const { details } = claim;
    await enter(year, { ...details, lines: details.lines.map((one) => ({ ...one, id: v7() })) });
  }
}

const byNumber = (a: { number: string }, b: { number: string }) => (a.number < b.number ? -1 : 1);

/** The coordinator decides what was checked, and closes what was refused. */
export async function decideClaims(year: Year): Promise<void> {
  const { office, dice } = year;
  await sit(office);
  const page = { states: ["checked" as const], offset: 0, limit: 50 };
  const { rows } = await office.must("insurance.claims", page);
  for (const { id } of rows.toSorted(byNumber)) {
    const file = await office.must("insurance.claim", { id });
    const reject = { id, decision: "reject", note: "Reçu d’une autre personne", granted: 0 } as const;
    const isRejected = file.decides !== "headquarters" && dice.percent(4);
    const { claim } = isRejected
      ? await office.must("insurance.decideClaim", reject)
      : await decide(office, file);
    expect(claim.state).toBe(file.decides === "headquarters" ? "referred" : "decided");
    if (claim.granted === 0 && dice.percent(70)) await office.must("insurance.closeClaim", { id });
  }
}

/** The cashier pays what is in the list; large sums in two parts, the second one another day. */
export async function payClaims(year: Year): Promise<void> {
  const { office, few } = year;
  await sit(office, year.cashier);
  const poor = new Set(few.map(({ memberId }) => memberId));
  const members = await memberIds(year);
  for (const { id, left, paid } of await office.must("insurance.claimsToPay", {})) {
    if (poor.has(members.get(id) ?? "")) continue;
    const amount = paid === 0 && left > 10_000 ? Math.floor(left / 3) : left;
    const result = await pay(office, id, amount);
    expect(result).toMatchObject({ ok: true, value: { left: left - amount } });
  }
}

async function memberIds({ office }: Year): Promise<Map<string, string>> {
  const rows = office.call.office.reader.all("SELECT id, member_id FROM claim WHERE state = 'decided'");
  return new Map(rows.map((row) => [String(row.id), String(row.member_id)]));
}

const rulesOf = ({ lines }: ClaimFile) => lines.map(({ cuts }) => cuts.map(({ rule }) => rule).join("+"));

async function decided(year: Year, changes: Details): Promise<ClaimFile> {
  await sit(year.office, year.secretary);
  const file = await enter(year, changes);
  await sit(year.office);
  return decide(year.office, file);
}

/** One woman in one bad month: every limit of the year is reached, within its claim. */
export async function badMonth(year: Year, { policyId }: Policyholder): Promise<void> {
  const stay = await decided(year, { policyId, lines: [line({ category: "hospital", asked: 79_000 })] });
  expect([stay.claim.granted, ...rulesOf(stay)]).toEqual([40_000, "rate+ceilingPerAct"]);
  const medicine = () => line({ category: "medicines", asked: 12_000 });
  const drugs = await decided(year, { policyId, lines: [medicine(), medicine(), medicine(), medicine()] });
  expect(drugs.claim.granted).toBe(30_000);
  expect(rulesOf(drugs).sort().at(-1)).toBe("rate+ceilingPerAct+ceilingPerCategory");
  const visits = await decided(year, {
    ...{ policyId, facilityCode: "CSREF-A" },
    lines: [line({ act: "CONS", quantity: 8, asked: 40_000 })],
  });
  expect([visits.claim.granted, ...rulesOf(visits)]).toEqual([6 * 2_700, "aboveList+rate+actsPerYear"]);
  const again = await decided(year, { policyId, lines: [line({ category: "hospital", asked: 30_000 })] });
  expect([again.claim.granted, ...rulesOf(again)]).toEqual([
    90_000 - 86_200,
    "rate+ceilingPerCategory+ceilingPerMember",
  ]);
}

/** What is refused as a whole, each for its own reason. */
export async function refusedWholly(year: Year): Promise<void> {
  const lapsed = await decided(year, { policyId: player(year, "stopped").policyId });
  expect(lapsed.lines[0]?.cuts).toMatchObject([{ rule: "notCovered", values: { state: "lapsed" } }]);
  const waiting = await decided(year, { policyId: player(year, "lapsed").policyId });
  expect(waiting.lines[0]?.cuts).toMatchObject([{ rule: "waiting", values: { until: "2027-10-03" } }]);
  const { policyId } = player(year, "monthly");
  const cosmetics = line({ category: "medicines", act: "COSMETIQUE", asked: 2_000 });
  const about = { policyId, receiptNumber: "DOUBLE-1", lines: [line(), cosmetics] };
  const first = await decided(year, about);
  expect(rulesOf(first)).toEqual(["rate+ceilingPerAct", "excluded"]);
  const twice = await decided(year, { ...about, lines: [line(), { ...cosmetics, id: v7() }] });
  expect(rulesOf(twice)).toEqual(["duplicate", "excluded"]);
  expect(twice.lines[0]?.cuts[0]?.values).toEqual({ claim: first.claim.number });
}

/** A child is born, and insured from that day on. @returns its id */
export async function bear(year: Year, { policyId }: Policyholder): Promise<string> {
  const { office } = year;
  const born = { id: v7(), name: "Petite dernière", birthOn: today(year) };
  await sit(office, year.secretary);
  const { children } = await office.must("insurance.policy", { id: policyId });
  await office.must("insurance.saveChildren", { policyId, children: [...children, born] });
  return born.id;
}

/** The child goes to live elsewhere: care of before may still be claimed, later care may not. */
export async function sendAway(year: Year, { policyId }: Policyholder, childId: string): Promise<void> {
  const { office } = year;
  await sit(office, year.secretary);
  const { children } = await office.must("insurance.policy", { id: policyId });
  const kept = children.filter(({ id }) => id !== childId);
  await office.must("insurance.saveChildren", { policyId, children: kept });
  const late = { id: v7(), details: detailsOf(year, { policyId, childId }), submit: true };
  expect(await office.refused("insurance.saveClaim", late)).toBe(
    refusal("claim.childUnknown", "details.childId"),
  );
  const before = { careOn: plusDays(today(year), -1), lines: [line({ asked: 2_000 })] };
  const child = await decided(year, { policyId, childId, ...before });
  expect([child.patient, child.claim.granted]).toEqual(["Petite dernière", 1_700]);
}

/** The coordinator entered it herself: from the plan's amount on another person decides. */
export async function secondPerson(year: Year, { policyId }: Policyholder): Promise<void> {
  const { office, oumou } = year;
  await sit(office);
  const file = await enter(year, { policyId, lines: [line({ category: "maternity", asked: 30_000 })] });
  expect(file.decides).toBe("secondPerson");
  const own = {
    id: file.claim.id,
    decision: "asComputed",
    note: "",
    granted: file.computed.granted,
  } as const;
  expect(await office.refused("insurance.decideClaim", own)).toBe(refusal("insurance.samePerson"));
  await sit(office, oumou);
  expect((await decide(office, file)).claim.state).toBe("decided");
}

/** So dear that headquarters decides. */
export async function refer(year: Year, { policyId }: Policyholder): Promise<void> {
  await sit(year.office, year.secretary);
  const dear = line({ category: "maternity", asked: 87_501, words: "Césarienne" });
  await enter(year, { policyId, lines: [dear, line({ asked: 4_999 })] });
}

/** A birth that costs more than the small plan has. */
export async function beyondFund(year: Year): Promise<void> {
  const { office, cashier, few } = year;
  const lines = [line({ category: "maternity", asked: 40_000 })];
  const { claim } = await decided(year, { policyId: few[0]?.policyId ?? "", lines });
  expect(claim.granted).toBe(40_000);
  await sit(office, cashier);
  for (const allowed of [false, true])
    expect(await pay(office, claim.id, 20_000, { beyondFund: allowed })).toMatchObject({
      refusal: { code: "insurance.beyondFund" },
    });
  await sit(office);
  expect((await pay(office, claim.id, 20_000)).ok).toBe(false);
  expect((await pay(office, claim.id, 20_000, { beyondFund: true })).ok).toBe(true);
}

/** Headquarters decides what was referred, in the order of the numbers. @param isStrict the first of them is refused */
export async function rule({ hq }: Year, isStrict: boolean): Promise<number> {
  const page = { states: ["referred" as const], office: "KTL", offset: 0, limit: 50 };
  const { rows } = await hq.must("insurance.claims", page);
  for (const [index, { id }] of rows.toSorted(byNumber).entries()) {
    const reject = { id, decision: "reject", note: "Dossier incomplet", granted: 0 } as const;
    if (isStrict && index === 0) await hq.must("insurance.decideClaim", reject);
    else await decide(hq, await hq.must("insurance.claim", { id }));
  }
  return rows.length;
}
