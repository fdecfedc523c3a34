import { setImmediate as nextTurn } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SharedWalk } from "../../../src/services/sync/sharedWalk.ts";

/** Reads all pages, pausing a little between them. */
async function readAll(walk: SharedWalk<number>, pause: (page: number) => number): Promise<number[]> {
  const pages: number[] = [];
  for await (const page of walk.pages()) {
    pages.push(page);
    for (let turn = pause(page); turn > 0; turn -= 1) await nextTurn();
  }
  return pages;
}

describe("one walk for several readers", () => {
  test("gives every reader every page in order, whoever is slow, and reads each page hardly more than once", async () => {
    const pauses = fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(fc.nat(40), pauses, async (count, readers) => {
        let reads = 0;
        const walk = new SharedWalk(count, (page) => {
          reads += 1;
          return page;
        });
        const all = await Promise.all(
          readers.map((pause) => readAll(walk, (page) => pause[page % pause.length] ?? 0)),
        );
        for (const pages of all) expect(pages).toEqual(Array.from({ length: count }, (_, page) => page));
        expect(reads).toBe(count);
      }),
      { numRuns: 60 },
    );
  });

  test("lets nobody run far ahead of the slowest, and goes on when that one leaves or fails", async () => {
    let furthest = 0;
    const walk = new SharedWalk(1_000, (page) => {
      furthest = Math.max(furthest, page);
      return page;
    });
    const slow = walk.pages();
    await slow.next();
    const fast = readAll(walk, () => 0);
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    expect(furthest).toBeLessThan(10);
    await slow.next();
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    expect(furthest).toBeLessThan(10);
    await slow.return();
    expect(await fast).toHaveLength(1_000);
  });

  test("passes on the failure of whoever reads, to each reader", async () => {
    const walk = new SharedWalk<number>(10, (page) => {
      if (page === 5) throw new Error("the table is gone");
      return page;
    });
    const failures = await Promise.allSettled([readAll(walk, () => 0), readAll(walk, () => 2)]);
    expect(failures.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  });
});
