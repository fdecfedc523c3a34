import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, addMonths } from "../../../src/domain/calendar.ts";
import { allocate } from "../../../src/domain/rental/allocate.ts";
import { standingOf } from "../../../src/domain/rental/standing.ts";
import { statementOf } from "../../../src/domain/rental/statement.ts";
import { anyAccount, anyDay, anyEvents, anyHistory, idOf, receivedOf, settleAll, sumOf } from "./leases.ts";

const FAR = "2034-12-31";
const ages = (age: ReturnType<typeof standingOf>["ages"]) => sumOf(Object.values(age));

describe("whatever was agreed, settled and changed afterwards", () => {
  test("every charge is paid once at most, and every franc that came in lies somewhere", () => {
    fc.assert(
      fc.property(anyAccount, anyDay, ({ history, settlements }, on) => {
        const { charges, arrears, advance, ages: byAge } = standingOf(history, settlements, on, FAR);
        for (const { amount, paid, writtenOff, left } of charges) {
          expect(Math.min(paid, writtenOff, left)).toBeGreaterThanOrEqual(0);
          expect(paid + writtenOff + left).toBe(amount);
        }
        const due = charges.filter(({ dueOn }) => dueOn <= on);
        const ahead = sumOf(charges.filter(({ dueOn }) => dueOn > on).map(({ paid }) => paid));
        const received = receivedOf(settlements, on);
        expect(arrears).toBe(sumOf(due.map(({ left }) => left)));
        expect(ages(byAge)).toBe(arrears);
        expect(advance).toBe(Math.max(0, received - sumOf(due.map(({ paid }) => paid))));
        expect(advance).toBeGreaterThanOrEqual(ahead);
        // Money that lies free never stands beside something due.
        if (received >= 0 && advance > ahead) expect(arrears).toBe(0);
      }),
    );
  });

  test("the order in which settlements are entered changes nothing", () => {
    fc.assert(
      fc.property(anyAccount, anyDay, fc.infiniteStream(fc.nat()), ({ history, settlements }, on, chance) => {
        const drawn = settlements.map((one) => ({ one, draw: chance.next().value ?? 0 }));
        const shuffled = drawn.sort((a, b) => a.draw - b.draw).map(({ one }) => one);
        expect(standingOf(history, shuffled, on, FAR)).toEqual(standingOf(history, settlements, on, FAR));
      }),
    );
  });

  test("how far ahead one looks changes nothing of what is due", () => {
    fc.assert(
      fc.property(anyAccount, anyDay, ({ history, settlements }, on) => {
        const near = standingOf(history, settlements, on);
        const far = standingOf(history, settlements, on, FAR);
        expect({
          ...far,
          charges: far.charges.filter(({ key }) => near.charges.some((one) => one.key === key)),
        }).toEqual(near);
        expect(far.charges.filter(({ dueOn }) => dueOn <= on).length).toBe(
          near.charges.filter(({ dueOn }) => dueOn <= on).length,
        );
      }),
    );
  });

  test("penalties are there only by the lease, and what is settled later never makes or unmakes one", () => {
    fc.assert(
      fc.property(anyAccount, anyDay, fc.nat(300), ({ history, settlements }, on, days) => {
        const penaltiesOn = (day: string) =>
          standingOf(history, settlements, day, FAR)
            .charges.filter(({ kind, dueOn }) => kind === "penalty" && dueOn <= on)
            .map(({ key, amount, dueOn }) => ({ key, amount, dueOn }));
        const penalties = penaltiesOn(on);
        expect(penaltiesOn(addDays(on, days))).toEqual(penalties);
        if (history.terms.penalty.kind === "none") expect(penalties).toEqual([]);
      }),
    );
  });

  test("the statement ends with arrears less advance, and goes on where the one before ended", () => {
    fc.assert(
      fc.property(anyAccount, anyDay, fc.nat(400), ({ history, settlements }, from, days) => {
        const to = addDays(from, days);
        const vouchered = settlements.map((one) => ({ ...one, voucherNumber: "" }));
        const { opening, lines, closing } = statementOf(history, vouchered, from, to);
        const { arrears, advance, charges } = standingOf(history, settlements, to, FAR);
        const owed = receivedOf(settlements, to) < 0 ? -receivedOf(settlements, to) : 0;
        const giveUp = sumOf(charges.filter(({ dueOn }) => dueOn > to).map(({ writtenOff }) => writtenOff));
        expect(closing).toBe(arrears - advance + owed - giveUp);
        expect(opening).toBe(statementOf(history, vouchered, from, addDays(from, -1)).closing);
        let balance = opening;
        for (const line of lines) {
          balance += line.debit - line.credit;
          expect(line.balance).toBe(balance);
          expect(line.on >= from && line.on <= to).toBe(true);
        }
        expect(balance).toBe(closing);
      }),
    );
  });
});

describe("a payment of any amount", () => {
  test("is spread without a rest, never above what is left, the oldest first", () => {
    fc.assert(
      fc.property(anyAccount, anyDay, fc.integer({ min: 1, max: 3_000_000 }), (account, on, amount) => {
        const { charges } = standingOf(account.history, account.settlements, on, addMonths(on, 24));
        const { parts, advance } = allocate(charges, amount);
        expect(sumOf(parts.map((part) => part.amount)) + advance).toBe(amount);
        const open = charges.filter(({ left }) => left > 0);
        expect(parts.map(({ key }) => key)).toEqual(open.slice(0, parts.length).map(({ key }) => key));
        for (const [index, part] of parts.entries()) {
          const left = open[index]?.left ?? 0;
          if (index < parts.length - 1) expect(part.amount).toBe(left);
          else expect(part.amount).toBeLessThanOrEqual(left);
        }
        if (advance > 0) expect(parts).toHaveLength(open.length);
      }),
    );
  });

  test("takes off the arrears exactly what it is, and is an advance beyond them", () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyEvents,
        anyDay,
        fc.integer({ min: 1, max: 900_000 }),
        (history, events, on, amount) => {
          const settlements = settleAll(history, events).filter((one) => one.on <= on);
          const before = standingOf(history, settlements, on, addMonths(on, 24));
          const { parts } = allocate(before.charges, amount);
          const payment = { id: idOf(9_000), on, amount, parts, kind: "payment" as const };
          const after = standingOf(history, [...settlements, payment], on, addMonths(on, 24));
          expect(before.arrears - after.arrears).toBe(Math.min(before.arrears, amount));
          expect(after.advance - before.advance).toBe(Math.max(0, amount - before.arrears));
        },
      ),
    );
  });

  test("settles for good: what its parts paid wholly stays so whatever a meter asks for later", () => {
    fc.assert(
      fc.property(
        anyHistory,
        anyEvents,
        anyDay,
        fc.nat(400),
        fc.nat(900),
        (history, events, on, days, use) => {
          const metered = {
            ...history,
            terms: { ...history.terms, charges: { kind: "meter" as const, water: 100, power: 100 } },
          };
          const settlements = settleAll(metered, events).filter(({ kind }) => kind !== "refund");
          const readOn = addDays(metered.terms.startsOn, days);
          const reading = { premisesId: idOf(77), meter: "water" as const, readOn };
          const readings = [
            ...metered.readings,
            { ...reading, id: idOf(900), index: 0, initial: true },
            { ...reading, id: idOf(901), readOn: addDays(readOn, 1), index: use, initial: false },
          ];
          const parts = new Map<string, number>();
          for (const one of settlements.filter((each) => each.on <= on))
            for (const { key, amount } of one.parts) parts.set(key, (parts.get(key) ?? 0) + amount);
          const later = standingOf({ ...metered, readings }, settlements, on, FAR).charges;
          for (const { key, amount, left } of later) if (parts.get(key) === amount) expect(left).toBe(0);
        },
      ),
    );
  });
});
