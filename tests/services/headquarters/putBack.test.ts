import { afterEach, expect, test } from "vitest";
import { accept } from "../../../src/contract/results.ts";
import { writeLocal } from "../../../src/data/localState.ts";
import { makeFolder, makeTestOffice, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  copyOf,
  enrol,
  filesIn,
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  outcomeOf,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { expectSameRecords } from "./yearSums.ts";

/* Headquarters' own laptop breaks and is put back to a backup: what it had since comes again by itself. */

const open: TestOffice[] = [];
afterEach(() => {
  for (const office of open.splice(0)) office.close();
});

async function backUpOf(hq: TestOffice): Promise<TestOffice> {
  const copy = await copyOf(hq);
  open.push(copy);
  return copy;
}

/** Headquarters answers until its number is news to the office, which counts those of the broken laptop too. */
async function answerUntilRead(hq: TestOffice, office: TestOffice): Promise<string[]> {
  const refused: string[] = [];
  for (;;) {
    const folder = makeFolder();
    await hq.must("headquarters.answer", { offices: ["KTL"], folder });
    const result = await office.ask("sync.importAnswer", { files: filesIn(folder) });
    if (result.ok) return refused;
    refused.push(result.refusal.code);
    if (refused.length > 5) throw new Error(refused.join());
  }
}

async function sendMore(hq: TestOffice, office: TestOffice, surname: string): Promise<string> {
  await register(office, { surname });
  return outcomeOf(hq, await send(office));
}

test("a stick that goes on from what headquarters lost waits, and the next one brings it all again", async () => {
  const hq = await makeHeadquarters();
  const office = await makeEnrolled(hq, KOUTIALA);
  expect(await sendMore(hq, office, "Alpha")).toBe("applied");
  await answerTo(hq, office);
  const backup = await backUpOf(hq);
  expect(await sendMore(hq, office, "Bravo")).toBe("applied");
  await answerTo(hq, office);

  expect(await sendMore(backup, office, "Charlie")).toBe("waiting");
  expect(await answerUntilRead(backup, office)).toEqual(["sync.olderAnswer"]);
  expect(await sendMore(backup, office, "Delta")).toBe("applied");
  expectSameRecords(backup, "KTL", office);
  expect((await backup.must("headquarters.office", { office: "KTL" })).line.waitingBundles).toBe(0);
});

test("a whole copy that was confirmed after the backup comes again, and is confirmed again", async () => {
  const hq = await makeHeadquarters();
  const office = await makeEnrolled(hq, KOUTIALA);
  expect(await sendMore(hq, office, "Alpha")).toBe("applied");
  const backup = await backUpOf(hq);
  office.call.office.write(office.call.user.id, office.clock.now(), (door) =>
    accept(writeLocal(door, "parting", JSON.stringify({ kind: "behind", held: 99, own: 9 }))),
  );
  const confirm = async (where: TestOffice) => {
    const { sha256 } = await where.must("headquarters.readSnapshot", { office: "KTL" });
    await where.must("headquarters.confirmSnapshot", { office: "KTL", sha256 });
  };
  await receive(hq, (await office.must("sync.snapshot", { folder: makeFolder() })).file);
  await confirm(hq);
  await answerTo(hq, office);

  expect(await sendMore(backup, office, "Bravo")).toBe("waiting");
  await answerUntilRead(backup, office);
  expect(await sendMore(backup, office, "Charlie")).toBe("toConfirm");
  await confirm(backup);
  expectSameRecords(backup, "KTL", office);
  await answerUntilRead(backup, office);
  const { epoch, parting } = await office.must("sync.state", {});
  expect([epoch, parting]).toEqual([2, null]);
});

test("an office that came back from headquarters before the backup's end is not given back once more", async () => {
  const hq = await makeHeadquarters();
  const lost = await makeEnrolled(hq, KOUTIALA);
  expect(await sendMore(hq, lost, "Alpha")).toBe("applied");
  const { ownFingerprint: fingerprint } = await lost.must("sync.state", {});
  await hq.must("headquarters.revokeKey", { office: "KTL", fingerprint });
  const office = await makeTestOffice({ office: { language: "en" } });
  await enrol(hq, office, KOUTIALA);
  await answerTo(hq, office);
  const backup = await backUpOf(hq);
  expect(await sendMore(hq, office, "Bravo")).toBe("applied");
  await answerTo(hq, office);

  expect(await sendMore(backup, office, "Charlie")).toBe("waiting");
  expect(await answerUntilRead(backup, office)).toEqual(["sync.olderAnswer"]);
  expect(await sendMore(backup, office, "Delta")).toBe("applied");
  expectSameRecords(backup, "KTL", office);
});
