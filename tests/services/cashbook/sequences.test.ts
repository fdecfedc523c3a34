import fc from "fast-check";
import { v7 } from "uuid";
import { expect, test } from "vitest";
import type { VoucherFile } from "../../../src/contract/cashbookTerms.ts";
import { expectHealthy, makeTestOffice, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { closeMonth, ledger, on, openBox, voucher } from "./book.ts";

/** A step that somebody takes at the cash desk; numbers choose among what is there. */
type Step =
  | {
      readonly do: "record";
      readonly isIn: boolean;
      readonly at: number;
      readonly amount: number;
      readonly ago: number;
    }
  | { readonly do: "transfer"; readonly at: number; readonly amount: number }
  | { readonly do: "reverse"; readonly which: number }
  | { readonly do: "count"; readonly at: number; readonly off: number }
  | { readonly do: "sell" }
  | { readonly do: "close" }
  | { readonly do: "remit"; readonly at: number; readonly amount: number }
  | { readonly do: "sleep"; readonly days: number };

const at = fc.nat(2);
const amount = fc.integer({ min: 1, max: 90_000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant("record" as const), isIn: fc.boolean(), at, amount, ago: fc.nat(40) }),
  fc.record({ do: fc.constant("transfer" as const), at, amount }),
  fc.record({ do: fc.constant("reverse" as const), which: fc.nat(50) }),
  fc.record({ do: fc.constant("count" as const), at, off: fc.integer({ min: -500, max: 500 }) }),
  fc.constantFrom({ do: "sell" as const }, { do: "close" as const }),
  fc.record({ do: fc.constant("remit" as const), at, amount }),
  fc.record({ do: fc.constant("sleep" as const), days: fc.integer({ min: 1, max: 20 }) }),
);

interface Desk {
  readonly office: TestOffice;
  /** A cash box, the principal one, and the bank. */
  readonly keys: readonly string[];
  readonly memberId: string;
  /** What each place holds, kept by hand. */
  readonly held: Map<string, number>;
  readonly closed: Map<string, object>;
}

const today = ({ office }: Desk) => office.clock.now().slice(0, 10);
const put = ({ held }: Desk, key: string, francs: number) => held.set(key, (held.get(key) ?? 0) + francs);
const keyAt = ({ keys }: Desk, index: number) => keys[index % keys.length] ?? "cash";
const referenceFor = (key: string) => (key === "bank" ? "V-12" : "");

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}

async function record(desk: Desk, { isIn, at: index, amount: francs, ago }: Extract<Step, { do: "record" }>) {
  const till = keyAt(desk, index);
  const asked = voucher({
    ...{ till, amount: francs, datedOn: daysBefore(today(desk), ago), reference: referenceFor(till) },
    ...(isIn ? { direction: "in" as const, account: "donation" } : {}),
  });
  const done = await desk.office.ask("cashbook.record", asked);
  if (done.ok) put(desk, till, isIn ? francs : -francs);
  else expect(done.refusal.code).toBe("cashbook.monthClosed");
}

async function transfer(desk: Desk, { at: index, amount: francs }: Extract<Step, { do: "transfer" }>) {
  const [from, to] = [keyAt(desk, index), keyAt(desk, index + 1)];
  await desk.office.must("cashbook.transfer", {
    ...{ id: v7(), inId: v7(), from, to, amount: francs, datedOn: today(desk), words: "", reference: "T-1" },
  });
  put(desk, from, -francs);
  put(desk, to, francs);
}

function takeBack(desk: Desk, { voucher: { direction, amount: francs, till } }: VoucherFile): void {
  put(desk, till, direction === "in" ? -francs : francs);
}

async function reverse(desk: Desk, { which }: Extract<Step, { do: "reverse" }>) {
  const { rows } = await ledger(desk.office);
  const chosen = rows[which % Math.max(1, rows.length)];
  if (chosen === undefined) return;
  const { reversible } = await desk.office.must("cashbook.voucher", { id: chosen.id });
  const done = await desk.office.ask("cashbook.reverse", { id: v7(), voucherId: chosen.id, reason: "Essai" });
  expect(done.ok ? "yes" : done.refusal.code).toBe(
    { yes: "yes", reversed: "cashbook.alreadyReversed" }[reversible as string] ?? `cashbook.${reversible}`,
  );
  if (!done.ok) return;
  takeBack(desk, done.value);
  if (chosen.kind !== "transfer" || chosen.pairId === null) return;
  takeBack(desk, await desk.office.must("cashbook.voucher", { id: chosen.pairId }));
}

async function count(desk: Desk, { at: index, off }: Extract<Step, { do: "count" }>) {
  const till = keyAt(desk, index);
  const expected = desk.held.get(till) ?? 0;
  const counted = Math.max(0, expected + off) - (Math.max(0, expected + off) % 5);
  const about = { id: v7(), voucherId: v7(), till, expected, reason: "Compté deux fois" };
  const found =
    till === "bank"
      ? { pieces: [], statement: counted }
      : { pieces: counted === 0 ? [] : [{ value: 5, pieces: counted / 5 }], statement: null };
  await desk.office.must("cashbook.count", { ...about, ...found });
  desk.held.set(till, counted);
}

async function close(desk: Desk) {
  const months = await desk.office.must("cashbook.months", {});
  const next = months.filter(({ state }) => state === "open").at(-1)?.month;
  if (next === undefined) return;
  await closeMonth(desk.office, next);
  desk.closed.set(next, await bookOf(desk, next));
}

async function sell(desk: Desk) {
  const sale = { memberId: desk.memberId, price: 2_500, method: "cash", reference: "" } as const;
  await desk.office.must("cards.sellTerm", { id: v7(), ...sale });
  put(desk, "cash", 2_500);
}

async function remit(desk: Desk, { at: index, amount: francs }: Extract<Step, { do: "remit" }>) {
  const from = keyAt(desk, index);
  const about = { amount: francs, datedOn: today(desk), payee: "", words: "", reference: "V-7" };
  await desk.office.must("cashbook.remit", { id: v7(), from, ...about });
  put(desk, from, -francs);
}

async function sleep({ office }: Desk, { days }: Extract<Step, { do: "sleep" }>) {
  office.clock.move({ days });
  await on(office, office.clock.now().slice(0, 10));
}

async function take(desk: Desk, chosen: Step): Promise<void> {
  if (chosen.do === "record") return record(desk, chosen);
  if (chosen.do === "transfer") return transfer(desk, chosen);
  if (chosen.do === "reverse") return reverse(desk, chosen);
  if (chosen.do === "count") return count(desk, chosen);
  if (chosen.do === "close") return close(desk);
  if (chosen.do === "sleep") return sleep(desk, chosen);
  return chosen.do === "sell" ? sell(desk) : remit(desk, chosen);
}

async function bookOf({ office }: Desk, month: string): Promise<object> {
  const { warnings: _, ...book } = await office.must("cashbook.month", { month });
  return book;
}

async function expectRight(desk: Desk): Promise<void> {
  const { office, held, closed } = desk;
  const tills = await office.must("cashbook.tills", {});
  const shown = new Map(tills.map(({ key, balance }) => [key, balance]));
  for (const [key, francs] of held) expect(`${key} ${shown.get(key)}`).toBe(`${key} ${francs}`);
  const sums = office.call.office.reader.all(
    "SELECT place, sum(iif(direction = 'in', amount, -amount)) AS francs FROM voucher GROUP BY place",
  );
  for (const { place, francs } of sums) expect(shown.get(String(place))).toBe(francs);
  const numbers = office.call.office.reader.all(
    "SELECT year, count(*) AS vouchers, max(counter) AS last FROM voucher GROUP BY year",
  );
  for (const { vouchers, last } of numbers) expect(last).toBe(vouchers);
  for (const [month, book] of closed) expect(await bookOf(desk, month)).toEqual(book);
}

test("whatever is booked in whatever order, every place holds the sum of its vouchers, numbers have no gap and a closed month stays", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 22 }), async (steps) => {
      const office = await makeTestOffice({ shared: true });
      const { member } = await register(office, { joinedOn: "2026-01-02" });
      const keys = ["cash", await openBox(office), "bank"];
      const held = new Map(keys.map((key) => [key, 0]));
      const desk = { office, keys, memberId: member.id, held, closed: new Map<string, object>() };
      for (const chosen of steps) {
        await take(desk, chosen);
        await expectRight(desk);
      }
      await expectHealthy(office.ask);
      office.close();
    }),
    { numRuns: 25, endOnFailure: true },
  );
});
