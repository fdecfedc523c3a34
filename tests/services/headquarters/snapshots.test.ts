import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { TestOffice } from "../../support/office.ts";
import { makeFolder } from "../../support/office.ts";
import {
  answerTo,
  changeMember,
  consolidated,
  copyOf,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  outcomeOf,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { fill, PHOTO, sellCard } from "../sync/joined.ts";
import { forge } from "./forging.ts";

/*
 * A laptop was restored from an old copy and its people wrote on. Its whole journal comes to headquarters, where
 * people compare and decide.
 */

/** Headquarters before and after the good laptop's second stick, and both laptops. */
let hq: TestOffice;
let good: TestOffice;
let old: TestOffice;
/** The woman whom both laptops know and only the good one changed. */
let changed: string;
const open: TestOffice[] = [];
function kept(office: TestOffice): TestOffice {
  open.push(office);
  return office;
}

beforeAll(async () => {
  hq = kept(await makeHeadquarters({ shared: true }));
  good = kept(await makeEnrolled(hq, KOUTIALA, { shared: true }));
  changed = (await fill(good)).second;
  await receive(hq, await send(good));
  old = kept(await copyOf(good));
  const { member } = await register(good, { surname: "Delta" });
  await sellCard(good, member.id);
  await changeMember(good, changed, { locality: "Médine" });
  good.clock.move({ days: 1 });
  await receive(hq, await send(good));
  await register(old, { surname: "Foxtrot" });
  old.clock.move({ days: 2 });
  expect(await outcomeOf(hq, await send(old))).toBe("refused headquarters.fork");
  hq.clock.move({ days: 3 });
});
afterAll(() => {
  for (const office of open) office.close();
});

const page = (here: TestOffice) => here.must("headquarters.office", { office: "KTL" });
const view = (here: TestOffice) => here.must("headquarters.readSnapshot", { office: "KTL" });

/** Headquarters and the restored laptop, each a copy, once the laptop knows that the two journals part. */
async function parted(): Promise<{ here: TestOffice; laptop: TestOffice }> {
  const here = kept(await copyOf(hq));
  const laptop = kept(await copyOf(old));
  await answerTo(here, laptop);
  return { here, laptop };
}

async function snapshotOf(laptop: TestOffice): Promise<string> {
  return (await laptop.must("sync.snapshot", { folder: makeFolder() })).file;
}

const confirm = (here: TestOffice, sha256: string) =>
  here.ask("headquarters.confirmSnapshot", { office: "KTL", sha256 });

/** Rows of the office's own register, as headquarters should hold them. */
function registerOf(office: TestOffice, where: TestOffice = office): unknown {
  const reader = where === office ? office.call.office.reader : where.call.national()?.reader;
  const sql = [
    `SELECT id, number, surname, first_names, locality, photo_sha256, left_on FROM member WHERE office = 'KTL' ORDER BY id`,
    "SELECT id, number, amount FROM voucher WHERE office = 'KTL' ORDER BY id",
    "SELECT id, member_id FROM term WHERE office = 'KTL' ORDER BY id",
    "SELECT id, number FROM card WHERE office = 'KTL' ORDER BY id",
    "SELECT id, name, value FROM setting WHERE office = 'KTL' ORDER BY id",
  ];
  return sql.map((text) => reader?.all(text).map((row) => JSON.stringify(row)));
}

describe("the whole journal of a restored laptop", () => {
  test("waits for a person's word, and changes nothing until then", async () => {
    const { here, laptop } = await parted();
    const before = consolidated(here);
    const file = await snapshotOf(laptop);
    const { files } = await receive(here, file);
    expect(files).toMatchObject([{ outcome: "toConfirm", entries: 0, refusal: null }]);
    expect(await outcomeOf(here, file)).toBe("toConfirm");
    expect(consolidated(here)).toEqual(before);
    const { line, bundles } = await page(here);
    expect(line).toMatchObject({ snapshotToConfirm: true, forked: true, epoch: 1 });
    expect(bundles.map(({ kind, epoch, state }) => [kind, epoch, state])).toEqual([
      ["snapshot", 2, "toConfirm"],
      ["journal", 1, "applied"],
      ["journal", 1, "applied"],
    ]);
  });

  test("is shown beside what headquarters holds, record by record", async () => {
    const { here, laptop } = await parted();
    const forkAt = (await page(here)).fork?.at;
    await receive(here, await snapshotOf(laptop));
    const seen = await view(here);
    const { line } = await page(here);
    expect(seen).toMatchObject({ office: "KTL", epoch: 2, differsFrom: forkAt, heldLast: line.held });
    const count = (entity: string) => seen.counts.find((each) => each.entity === entity);
    expect(count("member")).toEqual({ entity: "member", onlyHeld: 1, onlyBrought: 1, changed: 1 });
    for (const entity of ["voucher", "term", "card"])
      expect(count(entity)).toEqual({ entity, onlyHeld: 1, onlyBrought: 0, changed: 0 });
    expect(count("setting")).toBeUndefined();
    const numbers = (kind: string, entity = "member") =>
      seen.differences
        .filter((each) => each.kind === kind && each.entity === entity)
        .map((each) => each.reference);
    const numberOf = (office: TestOffice, where: string) =>
      String(office.call.office.reader.get(`SELECT number FROM member WHERE ${where}`)?.number);
    expect(numbers("onlyHeld")).toEqual([numberOf(good, "surname = 'Delta'")]);
    expect(numbers("onlyBrought")).toEqual([numberOf(laptop, "surname = 'Foxtrot'")]);
    expect(numbers("changed")).toEqual([numberOf(good, `id = '${changed}'`)]);
    expect(numbers("onlyHeld", "term")).toEqual([null]);
    expect(seen.differences[0]?.kind).toBe("onlyHeld");
  });

  test("is confirmed only as it was looked at: not when another has come since", async () => {
    const { here, laptop } = await parted();
    expect(await here.refused("headquarters.readSnapshot", { office: "KTL" })).toBe(
      "headquarters.nothingToConfirm",
    );
    await receive(here, await snapshotOf(laptop));
    const { sha256 } = await view(here);
    await register(laptop, { surname: "Golf" });
    expect(await outcomeOf(here, await send(laptop))).toBe("toConfirm");
    const before = consolidated(here);
    const refused = await confirm(here, sha256);
    expect(refused.ok ? "accepted" : refused.refusal.code).toBe("headquarters.nothingToConfirm");
    expect(consolidated(here)).toEqual(before);
    const { sha256: newer, counts } = await view(here);
    expect(counts.find(({ entity }) => entity === "member")?.onlyBrought).toBe(2);
    expect((await confirm(here, newer)).ok).toBe(true);
    expect(registerOf(laptop, here)).toEqual(registerOf(laptop));
    expect((await page(here)).line.snapshotToConfirm).toBe(false);
  });

  test("becomes headquarters' copy: the fork is gone, and the same as if nothing else had ever come", async () => {
    const { here, laptop } = await parted();
    const heldBefore =
      here.call.national()?.reader.number("SELECT count(*) FROM entry WHERE office = 'KTL'") ?? 0;
    const file = await snapshotOf(laptop);
    await receive(here, file);
    const confirmed = await confirm(here, (await view(here)).sha256);
    if (!confirmed.ok) throw new Error(confirmed.refusal.code);
    const { line, fork, bundles } = confirmed.value;
    expect(line).toMatchObject({
      forked: false,
      snapshotToConfirm: false,
      epoch: 2,
      sealedTiers: [],
      missing: null,
    });
    expect(fork).toBeNull();
    expect(bundles[0]).toMatchObject({ kind: "snapshot", state: "applied" });
    expect(registerOf(laptop, here)).toEqual(registerOf(laptop));
    const kept1 = here.call
      .national()
      ?.reader.number("SELECT count(*) FROM entry WHERE office = 'KTL' AND epoch = 1");
    expect(kept1).toBe(heldBefore);

    const other = kept(await makeHeadquartersBefore());
    await receive(other, file);
    await confirm(other, (await view(other)).sha256);
    const ofEpoch2 = (stores: ReturnType<typeof consolidated>) =>
      Object.fromEntries(
        Object.entries(stores).map(([name, rows]) => [
          name,
          rows.filter((row) => !row.includes('"epoch":1,')),
        ]),
      );
    expect(ofEpoch2(consolidated(here))).toEqual(ofEpoch2(consolidated(other)));
  });

  test("opens a new epoch: the other laptop is refused, this one goes on, and the file again is known", async () => {
    const { here, laptop } = await parted();
    const other = kept(await copyOf(good));
    const file = await snapshotOf(laptop);
    await receive(here, file);
    await confirm(here, (await view(here)).sha256);
    const before = consolidated(here);
    await register(other, { surname: "Hôtel" });
    expect(await outcomeOf(here, await send(other))).toBe("refused headquarters.oldEpoch");
    expect(await outcomeOf(here, file)).toBe("alreadyReceived");
    expect(consolidated(here)).toEqual(before);
    expect((await page(here)).line.forked).toBe(false);

    await register(laptop, { surname: "India" });
    expect(await outcomeOf(here, await send(laptop))).toBe("applied");
    await answerTo(here, laptop);
    await register(laptop, { surname: "Juliette" });
    expect(await outcomeOf(here, await send(laptop))).toBe("applied");
    expect(registerOf(laptop, here)).toEqual(registerOf(laptop));
    const { line } = await page(here);
    expect([line.epoch, line.forked]).toEqual([2, false]);
    expect(await laptop.must("sync.state", {})).toMatchObject({ epoch: 2, parting: null });
  });

  test("that is not what its chain vouches for is refused when it is confirmed, and nothing changes", async () => {
    const { here, laptop } = await parted();
    const before = consolidated(here);
    for (const bad of [
      (line: string) => line.replace('"surname":"Foxtrot"', '"surname":"Victor"'),
      (line: string) => line.replace(/"values":.*/, '"values":{x}}'),
    ]) {
      const file = await forge(laptop, {
        head: (head) => (head.kind === "journal" ? { ...head, kind: "snapshot", epoch: 2 } : head),
        lines: { identity: (lines) => lines.map((line) => (line.includes("Foxtrot") ? bad(line) : line)) },
      });
      expect(await outcomeOf(here, file)).toBe("toConfirm");
      await here.ask("headquarters.readSnapshot", { office: "KTL" });
      const bundle = (await page(here)).bundles[0];
      const { sha256 } =
        here.call
          .national()
          ?.reader.get("SELECT sha256 FROM bundle WHERE number = @number", { number: bundle?.number ?? 0 }) ??
        {};
      const refused = await confirm(here, String(sha256));
      expect(refused.ok ? "accepted" : refused.refusal.code).toBe("sync.contentDamaged");
      expect(consolidated(here)).toEqual(before);
    }
    await receive(here, await forge(laptop, { head: (head) => ({ ...head, number: 9_000, epoch: 2 }) }));
    expect((await confirm(here, (await view(here)).sha256)).ok).toBe(true);
  });
});

describe("a laptop that was only set back, and wrote nothing", () => {
  test("is settled the same way: what headquarters alone has is shown before it goes", async () => {
    const here = kept(await makeHeadquarters({ shared: true }));
    const office = kept(await makeEnrolled(here, KOUTIALA, { shared: true }));
    await fill(office);
    await receive(here, await send(office));
    const back = kept(await copyOf(office));
    await register(office, { surname: "Delta" });
    await receive(here, await send(office));
    expect(await outcomeOf(here, await send(back))).toBe("refused headquarters.rollback");
    await answerTo(here, back);
    const { parting, entries } = await back.must("sync.state", {});
    expect(parting).toMatchObject({ kind: "behind" });
    await receive(here, await snapshotOf(back));
    const seen = await view(here);
    expect([seen.broughtLast, seen.differsFrom]).toEqual([entries, entries + 1]);
    expect(seen.counts).toContainEqual({ entity: "member", onlyHeld: 1, onlyBrought: 0, changed: 0 });
    expect((await confirm(here, seen.sha256)).ok).toBe(true);
    expect(registerOf(back, here)).toEqual(registerOf(back));
    const { line, fork } = await page(here);
    expect([line.forked, fork, line.epoch]).toEqual([false, null, 2]);
  });
});

describe("a member who had come to the office after the old copy was made", () => {
  test("is not lost with the snapshot: she stands at headquarters, and goes to the laptop once more", async () => {
    const here = kept(await makeHeadquarters({ shared: true }));
    const giving = kept(await makeEnrolled(here, KOUTIALA, { shared: true }));
    const taking = kept(await makeEnrolled(here, MOPTI, { shared: true }));
    const { first, second } = await fill(giving);
    await giving.must("membership.setPhoto", { id: second, jpeg: PHOTO });
    await register(taking, { surname: "Kilo" });
    await receive(here, await send(giving), await send(taking));
    const restored = kept(await copyOf(taking));
    await here.must("headquarters.transfer", { id: v7(), memberId: second, to: "MPT", mergeInto: null });
    await answerTo(here, giving);
    await receive(here, await send(giving));
    await answerTo(here, taking);
    await receive(here, await send(taking));
    expect((await here.must("headquarters.transfers", {}))[0]?.state).toBe("done");
    const { member } = await here.must("membership.readMember", { id: second });
    expect(member).toMatchObject({ office: "MPT", paidUntil: expect.any(String) });

    await register(restored, { surname: "Lima" });
    expect(await outcomeOf(here, await send(restored))).toBe("refused headquarters.fork");
    await answerTo(here, restored);
    await receive(here, await snapshotOf(restored));
    const { sha256 } = await here.must("headquarters.readSnapshot", { office: "MPT" });
    const confirmed = await here.ask("headquarters.confirmSnapshot", { office: "MPT", sha256 });
    expect(confirmed.ok).toBe(true);
    const after = (await here.must("membership.readMember", { id: second })).member;
    expect(after).toEqual(member);
    const { photoSha256 } = member;
    const { jpeg } = await here.must("membership.readPhoto", { sha256: photoSha256 ?? "" });
    expect(Buffer.from(jpeg).equals(PHOTO)).toBe(true);

    await answerTo(here, restored);
    const back = await restored.must("membership.readMember", { id: second });
    expect(back.member).toMatchObject({ office: "MPT", number: member.number, paidUntil: member.paidUntil });
    expect(await outcomeOf(here, await send(restored))).toBe("applied");
    expect((await here.must("headquarters.transfers", {}))[0]?.state).toBe("done");
    expect((await giving.must("membership.readMember", { id: first })).member.office).toBe("KTL");
  });
});

/** The same headquarters, had it never received anything of this office. */
async function makeHeadquartersBefore(): Promise<TestOffice> {
  const copy = await copyOf(hq);
  const national = copy.call.national();
  national?.write((door) => {
    for (const table of ["bundle", "fork", "entry", "tier_position"])
      door.run(`DELETE FROM ${table} WHERE office = 'KTL'`);
    door.run(
      `UPDATE branch SET head_seq = 0, head_at = NULL, head_hash = '${"0".repeat(64)}' WHERE code = 'KTL'`,
    );
    return { ok: true, value: null };
  });
  return copy;
}
