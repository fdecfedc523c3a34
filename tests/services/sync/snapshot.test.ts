import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { peekBundle } from "../../../src/services/sync/bundleFile.ts";
import { makeFolder, refusal, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  copyOf,
  filesIn,
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  outcomeOf,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { lastOf } from "./handmade.ts";
import { fill } from "./joined.ts";

let hq: TestOffice;
let office: TestOffice;
beforeEach(async () => {
  hq = await makeHeadquarters();
  office = await makeEnrolled(hq, KOUTIALA);
  await fill(office);
});

/** The office as it was put back from a backup, after headquarters had already received more. */
async function restored(): Promise<TestOffice> {
  const copy = await copyOf(office);
  onTestFinished(() => copy.close());
  await register(office, { surname: "Niaré" });
  await receive(hq, await send(office));
  return copy;
}

async function answered(copy: TestOffice) {
  const folder = makeFolder();
  await hq.must("headquarters.answer", { offices: ["KTL"], folder });
  return copy.must("sync.importAnswer", { files: filesIn(folder) });
}

const confirm = async () => {
  const { sha256 } = await hq.must("headquarters.readSnapshot", { office: "KTL" });
  await hq.must("headquarters.confirmSnapshot", { office: "KTL", sha256 });
};

describe("a whole copy after a backup was put back", () => {
  test("settles what headquarters has more of, once people there confirmed it", async () => {
    const copy = await restored();
    const parting = (await answered(copy)).parting;
    expect(parting).toMatchObject({ kind: "behind", held: lastOf(office), own: lastOf(copy) });
    const sent = await copy.must("sync.snapshot", { folder: makeFolder() });
    expect(sent).toMatchObject({ first: 1, last: parting?.own });
    expect(peekBundle(sent.file)).toMatchObject({ value: { kind: "snapshot", epoch: 2 } });
    expect(await copy.must("sync.state", {})).toMatchObject({ parting: null, epoch: 2, acknowledged: 0 });

    expect(await outcomeOf(hq, sent.file)).toBe("toConfirm");
    await confirm();
    expect((await answered(copy)).acknowledged).toBe(sent.last);
    await register(copy, { surname: "Traoré" });
    const next = await copy.must("sync.export", { folder: makeFolder() });
    expect(peekBundle(next.file)).toMatchObject({ value: { kind: "journal", epoch: 2 } });
    expect(await outcomeOf(hq, next.file)).toBe("applied");
    await answerTo(hq, copy);
    expect((await copy.must("sync.state", {})).acknowledged).toBe(next.last);
  });

  test("settles a fork: entries that differ from headquarters' copy", async () => {
    const copy = await restored();
    await register(copy, { surname: "Sangaré" });
    await register(copy, { surname: "Dembélé" });
    expect((await answered(copy)).parting).toMatchObject({ kind: "forked" });
    const sent = await copy.must("sync.snapshot", { folder: makeFolder() });
    expect(await outcomeOf(hq, sent.file)).toBe("toConfirm");
    await confirm();
    expect((await answered(copy)).parting).toBeNull();
  });

  test("is carried by every further stick until it is confirmed: the first may be lost", async () => {
    const copy = await restored();
    await answered(copy);
    await copy.must("sync.snapshot", { folder: makeFolder() });
    await register(copy, { surname: "Traoré" });
    const again = await copy.must("sync.export", { folder: makeFolder() });
    expect(again).toMatchObject({ first: 1, last: lastOf(copy) });
    expect(peekBundle(again.file)).toMatchObject({ value: { kind: "snapshot", epoch: 2 } });
    expect(await outcomeOf(hq, again.file)).toBe("toConfirm");
    await confirm();
    expect((await answered(copy)).acknowledged).toBe(again.last);
  });

  test("an answer made before it was confirmed leaves it as it is", async () => {
    const copy = await restored();
    await answered(copy);
    const sent = await copy.must("sync.snapshot", { folder: makeFolder() });
    await outcomeOf(hq, sent.file);
    expect(await answered(copy)).toMatchObject({ acknowledged: 0, parting: null });
  });

  test("rises over an epoch that only headquarters knows of", async () => {
    const copy = await restored();
    await answered(copy);
    const sent = await copy.must("sync.snapshot", { folder: makeFolder() });
    await outcomeOf(hq, sent.file);
    await confirm();
    expect((await answered(office)).parting).not.toBeNull();
    const second = await office.must("sync.snapshot", { folder: makeFolder() });
    expect(peekBundle(second.file)).toMatchObject({ value: { kind: "snapshot", epoch: 3 } });
    expect(await outcomeOf(hq, second.file)).toBe("toConfirm");
  });

  test("is noted in the trail", async () => {
    const copy = await restored();
    await answered(copy);
    await copy.must("sync.snapshot", { folder: makeFolder() });
    const [entry] = await copy.must("access.listAudit", { before: null, limit: 1 });
    expect(entry?.action).toBe("snapshot");
  });
});

describe("a whole copy is refused", () => {
  test("where office and headquarters agree", async () => {
    await receive(hq, await send(office));
    await answerTo(hq, office);
    expect(await office.refused("sync.snapshot", { folder: makeFolder() })).toBe(
      refusal("sync.nothingToSettle"),
    );
  });

  test("and changes nothing when the stick cannot be written", async () => {
    const copy = await restored();
    await answered(copy);
    const before = await copy.must("sync.state", {});
    const folder = join(makeFolder(), "gone");
    expect(await copy.refused("sync.snapshot", { folder })).toBe(refusal("disk.notFound", "folder"));
    mkdirSync(folder);
    mkdirSync(join(folder, "KTL-000001.danaya.part"), { recursive: true });
    mkdirSync(join(folder, "KTL-000002.danaya.chain.part"), { recursive: true });
    mkdirSync(join(folder, "KTL-000001.danaya.chain.part"), { recursive: true });
    copy.defectsExpected = true;
    expect((await copy.ask("sync.snapshot", { folder })).ok).toBe(false);
    expect(await copy.must("sync.state", {})).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.endsWith(".danaya"))).toEqual([]);
  });
});
