import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, test } from "vitest";
import { readLocal } from "../../../src/data/localState.ts";
import { openBundleBytes } from "../../../src/services/sync/bundleFile.ts";
import { makeFolder, makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  filesIn,
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";

let hq: TestOffice;
let office: TestOffice;
beforeEach(async () => {
  hq = await makeHeadquarters();
  office = await makeEnrolled(hq, KOUTIALA);
});

const state = () => office.must("sync.state", {});

describe("a renewed signing key", () => {
  test("comes in an enrolment that the old key signs, and is headquarters' without a phone call", async () => {
    const before = (await state()).ownFingerprint;
    const file = await office.must("sync.renewKey", {});
    expect(file.fileName).toBe("KTL-renouvellement.danaya");
    const bundle = openBundleBytes(file.bytes);
    expect(bundle.ok && bundle.value.manifest.kind).toBe("enrolment");
    const after = await state();
    expect(after.ownFingerprint).not.toBe(before);
    expect(after.renewing).toBe(true);

    const folder = makeFolder();
    await send(office, folder);
    const report = await receive(hq, ...filesIn(folder));
    expect(report.files.map(({ outcome }) => outcome).sort()).toEqual(["applied", "keyRenewed"]);
    const { keys } = await hq.must("headquarters.office", { office: "KTL" });
    const current = keys.filter((key) => key.state === "current");
    expect(current).toMatchObject([{ fingerprint: after.ownFingerprint }]);
  });

  test("goes with every stick until headquarters answers to it", async () => {
    await office.must("sync.renewKey", {});
    const lost = makeFolder();
    await send(office, lost);
    expect(readdirSync(lost)).toContain("KTL-renouvellement.danaya");
    const again = makeFolder();
    await send(office, again);
    await send(office, again);
    expect(readdirSync(again)).toHaveLength(3);
    await receive(hq, ...filesIn(again));

    const folder = makeFolder();
    await hq.must("headquarters.answer", { offices: ["KTL"], folder });
    const report = await office.must("sync.importAnswer", { files: filesIn(folder) });
    expect(report.keyRenewed).toBe(true);
    expect((await state()).renewing).toBe(false);
    await register(office);
    const later = makeFolder();
    await send(office, later);
    expect(existsSync(join(later, "KTL-renouvellement.danaya"))).toBe(false);
  });

  test("takes an answer that was still made for the old one, and stays under way", async () => {
    const folder = makeFolder();
    await receive(hq, await send(office));
    await hq.must("headquarters.answer", { offices: ["KTL"], folder });
    await office.must("sync.renewKey", {});
    const report = await office.must("sync.importAnswer", { files: filesIn(folder) });
    expect(report.acknowledged).toBeGreaterThan(0);
    expect(report.keyRenewed).toBe(false);
    expect((await state()).renewing).toBe(true);
  });

  test("is handed out again while it is under way; there is no key in between", async () => {
    const first = await office.must("sync.renewKey", {});
    const entries = (await state()).entries;
    const second = await office.must("sync.renewKey", {});
    expect(Buffer.from(second.bytes).equals(first.bytes)).toBe(true);
    expect((await state()).entries).toBe(entries);
  });

  test("may follow another once headquarters answered to that", async () => {
    for (let round = 0; round < 2; round += 1) {
      await office.must("sync.renewKey", {});
      const folder = makeFolder();
      await send(office, folder);
      await receive(hq, ...filesIn(folder));
      await answerTo(hq, office);
      expect((await state()).renewing).toBe(false);
    }
    expect((await hq.must("headquarters.office", { office: "KTL" })).keys).toHaveLength(3);
  });

  test("is noted in the trail", async () => {
    await office.must("sync.renewKey", {});
    const [entry] = await office.must("access.listAudit", { before: null, limit: 1 });
    expect(entry?.action).toBe("renewKey");
  });

  test("is refused to an office that did not join", async () => {
    const alone = await makeTestOffice();
    expect(await alone.refused("sync.renewKey", {})).toBe(refusal("sync.notJoined"));
    expect(readLocal(alone.call.office.reader, "renewal")).toBeNull();
  });
});
