import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accept } from "../../../src/contract/results.ts";
import { insertAudit, readHashAt, readLastEntry } from "../../../src/data/journal.ts";
import { Cancelled } from "../../../src/services/call.ts";
import { makeFolder, type TestOffice } from "../../support/office.ts";
import {
  acknowledge,
  consolidated,
  copyOf,
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  outcomeOf,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { fill, sellCard } from "../sync/joined.ts";

let hq: TestOffice;
let office: TestOffice;
/** The office's sticks, each beginning where the one before ended. */
const sticks: string[] = [];
const lasts: number[] = [];

function lastOf(where: TestOffice): number {
  return readLastEntry(where.call.office.reader)?.seq ?? 0;
}

const open: TestOffice[] = [];
function kept(where: TestOffice): TestOffice {
  open.push(where);
  return where;
}

/** Headquarters as it stood before any stick. */
async function freshHeadquarters(): Promise<TestOffice> {
  return kept(await copyOf(hq));
}

const koutiala = async (where: TestOffice) => where.must("headquarters.office", { office: "KTL" });

beforeAll(async () => {
  hq = kept(await makeHeadquarters({ shared: true }));
  office = kept(await makeEnrolled(hq, KOUTIALA, { shared: true }));
  for (const surname of ["Alpha", "Bravo", "Charlie"]) {
    office.clock.move({ days: 1 });
    if (surname === "Alpha") await fill(office);
    await register(office, { surname });
    sticks.push(await send(office));
    lasts.push(lastOf(office));
    acknowledge(office, lastOf(office));
  }
});
afterAll(() => {
  for (const where of open) where.close();
});

const [first, second, third] = [0, 1, 2].map((at) => () => sticks[at] ?? "") as [
  () => string,
  () => string,
  () => string,
];

describe("sticks out of their order", () => {
  test("wait for the one before, which is named, and follow when it comes", async () => {
    const here = await freshHeadquarters();
    await receive(here, first());
    const { files } = await receive(here, third());
    const missing = { first: (lasts[0] ?? 0) + 1, last: lasts[1] ?? 0 };
    expect(files).toMatchObject([{ outcome: "waiting", missing, entries: 0, number: 3 }]);
    const waiting = await koutiala(here);
    expect(waiting.line).toMatchObject({ held: lasts[0], waitingBundles: 1, missing });
    expect(await outcomeOf(here, third())).toBe("waiting");
    const followed = await receive(here, second());
    expect(followed.files).toMatchObject([
      { outcome: "applied", entries: (lasts[2] ?? 0) - (lasts[0] ?? 0), missing: null },
    ]);
    expect((await koutiala(here)).line).toMatchObject({ held: lasts[2], waitingBundles: 0, missing: null });
    expect(await outcomeOf(here, third())).toBe("alreadyReceived");
  });

  test("are taken in their order when they come together, the last named first", async () => {
    const here = await freshHeadquarters();
    const { files, entries } = await receive(here, third(), second(), first());
    expect(files.map(({ outcome, number }) => [outcome, number])).toEqual([
      ["applied", 1],
      ["applied", 2],
      ["applied", 3],
    ]);
    expect(entries).toBe(lasts[2]);
  });

  test("change nothing when they come again, under whatever name", async () => {
    const here = await freshHeadquarters();
    await receive(here, first(), second());
    const before = consolidated(here);
    const copy = join(makeFolder(), "copie (2).zip");
    copyFileSync(first(), copy);
    expect([await outcomeOf(here, first()), await outcomeOf(here, copy)]).toEqual([
      "alreadyReceived",
      "alreadyReceived",
    ]);
    expect(consolidated(here)).toEqual(before);
  });

  test("come late without harm: an earlier export whose entries a later one carried", async () => {
    const here = await freshHeadquarters();
    const there = kept(await copyOf(office));
    acknowledge(there, 0);
    await register(there, { surname: "Delta" });
    const early = await send(there);
    await register(there, { surname: "Écho" });
    const late = await send(there);
    expect([await outcomeOf(here, late), await outcomeOf(here, early)]).toEqual([
      "applied",
      "alreadyReceived",
    ]);
    const { line, bundles, fork } = await koutiala(here);
    expect([line.forked, fork, bundles.length]).toEqual([false, null, 2]);
  });

  test("by a key that was revoked do not wait: they are refused", async () => {
    const here = await freshHeadquarters();
    await here.must("headquarters.revokeKey", {
      office: "KTL",
      fingerprint: (await koutiala(here)).line.fingerprint ?? "",
    });
    expect(await outcomeOf(here, third())).toBe("refused headquarters.keyRevoked");
    expect((await koutiala(here)).line.waitingBundles).toBe(0);
  });

  test("that waited are refused when their key was revoked meanwhile", async () => {
    const here = await freshHeadquarters();
    await receive(here, first(), third());
    const fingerprint = (await koutiala(here)).line.fingerprint ?? "";
    await here.must("headquarters.revokeKey", { office: "KTL", fingerprint });
    expect(await outcomeOf(here, second())).toBe("refused headquarters.keyRevoked");
    expect((await koutiala(here)).line.held).toBe(lasts[0]);
  });
});

describe("a laptop that was set back to an old copy", () => {
  test("shows before it writes anything new, and the sign goes when the good laptop continues", async () => {
    const here = await freshHeadquarters();
    const good = kept(await copyOf(office));
    acknowledge(good, 0);
    const old = kept(await copyOf(good));
    await receive(here, await send(good));
    const last = lastOf(old);
    await register(good, { surname: "Delta" });
    await receive(here, await send(good));
    const before = consolidated(here);
    await send(old);
    const { files } = await receive(here, await send(old));
    expect(files).toMatchObject([
      {
        outcome: "refused",
        refusal: { code: "headquarters.rollback", values: { last, held: lastOf(good) } },
      },
    ]);
    expect(consolidated(here)).toEqual(before);
    const { line, fork } = await koutiala(here);
    expect(line.forked).toBe(true);
    expect(fork).toMatchObject({ at: last + 1, held: null, brought: null, broughtEntries: [] });
    expect(fork?.heldEntries).toEqual([{ entity: "member", entries: 1 }]);

    await register(good, { surname: "Écho" });
    expect(await outcomeOf(here, await send(good))).toBe("applied");
    const after = await koutiala(here);
    expect([after.line.forked, after.fork, after.line.held]).toEqual([false, null, lastOf(good)]);
  });

  test("and then wrote on is refused: both hashes, the entry and what each side has are told", async () => {
    const here = await freshHeadquarters();
    const good = kept(await copyOf(office));
    acknowledge(good, 0);
    const old = kept(await copyOf(good));
    const common = lastOf(old);
    const woman = await register(good, { surname: "Delta" });
    await sellCard(good, woman.member.id);
    await receive(here, await send(good));
    const before = consolidated(here);

    await register(old, { surname: "Foxtrot" });
    const { files } = await receive(here, await send(old));
    const at = common + 1;
    expect(files).toMatchObject([
      { outcome: "refused", refusal: { code: "headquarters.fork", values: { seq: at } } },
    ]);
    expect(consolidated(here)).toEqual(before);
    const { fork, line, bundles } = await koutiala(here);
    expect(line.forked).toBe(true);
    expect(fork).toMatchObject({
      at,
      held: readHashAt(good.call.office.reader, at),
      brought: readHashAt(old.call.office.reader, at),
      seenAt: here.clock.now(),
    });
    const counted = (from: TestOffice) =>
      from.call.office.reader
        .all(
          "SELECT entity, count(*) AS entries FROM journal WHERE seq >= @at GROUP BY entity ORDER BY entity",
          { at },
        )
        .map(({ entity, entries }) => ({ entity, entries }));
    expect(fork?.heldEntries).toEqual(counted(good));
    expect(fork?.broughtEntries).toEqual(counted(old));
    expect(bundles).toHaveLength(1);

    // The old copy may write more than headquarters has: still the same parting.
    for (let more = 0; more < 6; more += 1) await register(old, { surname: `Golf ${more}`, phone: "" });
    expect(await outcomeOf(here, await send(old))).toBe("refused headquarters.fork");
    expect((await koutiala(here)).fork?.at).toBe(at);
    expect(consolidated(here)).toEqual(before);

    // The laptop that headquarters knows goes on, and the sign stays until people settle it.
    await register(good, { surname: "Hôtel" });
    expect(await outcomeOf(here, await send(good))).toBe("applied");
    expect((await koutiala(here)).line.forked).toBe(true);
  });

  test("and only sends what came after the last receipt is caught by the chain's own hash", async () => {
    const here = await freshHeadquarters();
    const good = kept(await copyOf(office));
    acknowledge(good, 0);
    const old = kept(await copyOf(good));
    await register(good, { surname: "Delta" });
    await receive(here, await send(good));
    await register(old, { surname: "Foxtrot" });
    acknowledge(old, lastOf(old));
    await register(old, { surname: "Golf" });
    const { files } = await receive(here, await send(old));
    expect(files[0]?.refusal).toMatchObject({
      code: "headquarters.fork",
      values: { seq: lastOf(old) - 1 },
    });
  });

  test("is refused late when its bundle had waited", async () => {
    const here = await freshHeadquarters();
    await receive(here, first());
    const old = kept(await copyOf(office));
    acknowledge(old, 0);
    const other = kept(await copyOf(old));
    await register(other, { surname: "Delta" });
    acknowledge(other, lastOf(other));
    await register(other, { surname: "Écho" });
    const apart = await send(other);
    expect(await outcomeOf(here, apart)).toBe("waiting");
    await register(old, { surname: "Foxtrot" });
    const { files } = await receive(here, await send(old));
    expect(files.map(({ outcome, refusal }) => [outcome, refusal?.code ?? null])).toEqual([
      ["applied", null],
      ["refused", "headquarters.fork"],
    ]);
    const { line, bundles } = await koutiala(here);
    expect([line.forked, line.waitingBundles, bundles.length]).toEqual([true, 0, 2]);
  });
});

/** Entries enough for headquarters to pause while it reads their chain. */
function writeMany(where: TestOffice): void {
  const { office: open, user } = where.call;
  open.write(user.id, where.clock.now(), (door) => {
    for (let left = 2_100; left > 0; left -= 1) insertAudit(door, { id: v7(), action: "printFile" });
    return accept(null);
  });
}

describe("work on a stick that a person stops", () => {
  test("leaves headquarters as it was, and what waited waits still", async () => {
    const here = await freshHeadquarters();
    const there = kept(await copyOf(office));
    writeMany(there);
    const large = await send(there);
    await receive(here, first(), large);
    const before = consolidated(here);
    here.defectsExpected = true;
    let breaths = 0;
    let isStopped = true;
    for (let stopAt = 1; isStopped; stopAt += 1) {
      breaths = 0;
      here.onBreath = () => {
        breaths += 1;
        if (breaths === stopAt) throw new Cancelled();
      };
      const result = await here.ask("headquarters.receive", { files: [third(), large] });
      isStopped = !result.ok;
      expect(consolidated(here)).toEqual(before);
    }
    expect((await koutiala(here)).line.waitingBundles).toBe(2);
    for (let stopAt = 1; stopAt <= 3; stopAt += 1) {
      breaths = 0;
      here.onBreath = () => {
        breaths += 1;
        if (breaths === stopAt) throw new Cancelled();
      };
      await here.ask("headquarters.receive", { files: [second()] });
    }
    here.onBreath = () => {};
    await receive(here, second());
    expect((await koutiala(here)).line).toMatchObject({ held: lastOf(there), waitingBundles: 0 });
  });
});
