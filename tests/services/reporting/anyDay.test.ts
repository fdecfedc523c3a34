import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { DepartureReason } from "../../../src/contract/membership.ts";
import { insertTerm } from "../../../src/data/cards.ts";
import { insertVoucher } from "../../../src/data/vouchers.ts";
import { addDays, addMonths } from "../../../src/domain/calendar.ts";
import { membershipStatus, nextTerm } from "../../../src/domain/membership/terms.ts";
import { requireIndicator } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { measureFigures } from "../../../src/services/reporting/engine.ts";
import { placeOf } from "../../../src/services/reporting/engineAccess.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { insure, pay } from "../insurance/enrolled.ts";
import { through } from "../insurance/insured.ts";

/* On any day a figure is what the rules say of that day, with what was known to have happened by then. */

const RULES = { termMonths: 12, graceMonths: 1 };
const FIRST = "2024-01-28";
const DAYS = 900;
const day = fc.integer({ min: 0, max: DAYS }).map((offset) => addDays(FIRST, offset));

interface Paid {
  readonly on: string;
  readonly endsOn: string;
}

interface Life {
  readonly joinedOn: string;
  readonly left: { readonly on: string; readonly reason: DepartureReason } | null;
  readonly paysOn: readonly string[];
}

/** She pays again when her card has just ended: within grace the new term begins before the payment. */
const inGrace = fc
  .tuple(day, fc.integer({ min: 360, max: 400 }))
  .map(([on, later]) => [on, addDays(on, later)]);

const life: fc.Arbitrary<Life> = fc.record({
  joinedOn: day,
  left: fc.option(fc.record({ on: day, reason: fc.constantFrom("moved", "deceased") }), { freq: 3 }),
  paysOn: fc.oneof(
    fc.array(day, { maxLength: 3 }).map((days) => days.sort()),
    inGrace,
  ),
});

/** She pays on her days, each for the term that the rules give her then. */
async function play(office: TestOffice, { joinedOn, left, paysOn }: Life): Promise<Paid[]> {
  const { member } = await register(office, { joinedOn: "2024-01-01" });
  return through(office, (door) => {
    door.update("member", member.id, {
      ...{ joined_on: joinedOn, left_on: left?.on ?? null, left_reason: left?.reason ?? null },
    });
    const paid: Paid[] = [];
    for (const on of paysOn) {
      const until = paid.reduce<string | null>(
        (last, { endsOn }) => (last === null || endsOn > last ? endsOn : last),
        null,
      );
      const { startsOn, endsOn } = nextTerm(until, on, RULES);
      const voucherId = v7();
      insertVoucher(door, {
        ...{ id: voucherId, datedOn: on, direction: "in", account: "membershipCard", amount: 2_500 },
        ...{ method: "cash", reference: "", memberId: member.id },
      });
      insertTerm(door, { id: v7(), memberId: member.id, startsOn, endsOn, price: 2_500, voucherId });
      paid.push({ on, endsOn });
    }
    return paid;
  });
}

/** Her status on a day, by the rule and by what she had paid until then; none where she was not there. */
function statusOn({ joinedOn, left }: Life, paid: readonly Paid[], today: string): string | null {
  if (joinedOn > today) return null;
  const known = paid.filter(({ on }) => on <= today).map(({ endsOn }) => endsOn);
  const status = membershipStatus(known.sort().at(-1) ?? null, left, today, RULES);
  return status === "left" || status === "deceased" ? null : status;
}

test("members stand on any day as the rule of membership says, by what they had paid until then", async () => {
  const office = await makeTestOffice();
  const lives = fc.sample(life, { numRuns: 60, seed: 7 });
  const payments: Paid[][] = [];
  for (const one of lives) payments.push(await play(office, one));
  // Every last day of grace and the one after it is among the days.
  const edges = payments.flat().flatMap(({ on, endsOn }) => {
    const end = addMonths(endsOn, RULES.graceMonths);
    return [addDays(on, -1), on, endsOn, addDays(endsOn, 1), end, addDays(end, 1)];
  });
  const days = [
    ...new Set([...edges, ...lives.flatMap(({ left }) => (left === null ? [] : [left.on]))]),
  ].sort();
  expect(days.length).toBeGreaterThan(200);
  const place = placeOf(office.call, undefined);
  if (!place.ok) throw new Error(place.refusal.code);
  const asked = { spans: days.map((on) => ({ key: on, from: on, to: on })), by: "group" } as const;
  const registered = [requireIndicator("members.registered")];
  const figures = measureFigures(place.value, { ...asked, indicators: registered });
  const current = measureFigures(place.value, {
    ...asked,
    indicators: [requireIndicator("members.upToDate")],
    by: null,
  });
  for (const on of days) {
    const statuses = lives.map((one, index) => statusOn(one, payments[index] ?? [], on));
    for (const status of ["new", "current", "grace", "expired"])
      expect(figures.value("members.registered", on, status), `${status} on ${on}`).toBe(
        statuses.filter((one) => one === status).length,
      );
    expect(current.value("members.upToDate", on)).toBe(statuses.filter((one) => one === "current").length);
  }
});

test("a policy is active from its first paid day to the last day of grace", async () => {
  const office = await makeTestOffice();
  const { policyId } = await insure(office);
  await pay(office, policyId, 1);
  const place = placeOf(office.call, undefined);
  if (!place.ok) throw new Error(place.refusal.code);
  // Paid until 22 December, fifteen days of grace, then three months until it lapses.
  const days = ["2026-11-22", "2026-11-23", "2027-01-07", "2027-01-08", "2027-04-07", "2027-04-08"];
  const codes = ["insurance.active", "insurance.suspended", "insurance.lapsed"];
  const figures = measureFigures(place.value, {
    ...{ indicators: codes.map(requireIndicator), by: null },
    spans: days.map((on) => ({ key: on, from: on, to: on })),
  });
  expect(days.map((on) => codes.map((code) => figures.value(code, on)))).toEqual([
    [0, 0, 0],
    [1, 0, 0],
    [1, 0, 0],
    [0, 1, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]);
});
