import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OperationName, operations } from "../../src/contract/index.ts";
import { accept } from "../../src/contract/results.ts";
import { writeLocal } from "../../src/data/localState.ts";
import { addColleague } from "../services/headquarters/siege.ts";
import { AWA, makeFolder, type TestOffice } from "../support/office.ts";
import {
  enrol,
  fileOf,
  filesIn,
  KOUTIALA,
  MOPTI,
  makeAntenna,
  makeHeadquarters,
  receive,
  send,
} from "../support/roundTrip.ts";
import { register } from "../support/women.ts";
import { ROUND_TRIP, type RoundTripName, type RoundTripPrepared } from "./roundTripRequests.ts";

const TWIN = { surname: "Doumbia", firstNames: "Ténin", phone: "76 44 55 66" } as const;

let hq: TestOffice;
let koutiala: TestOffice;
let mopti: TestOffice;
let about: RoundTripPrepared;

/** The laptop is set back: it learns so, and sends a whole copy. */
async function forkAndSend(): Promise<{ file: string; sha256: string }> {
  koutiala.call.office.write(koutiala.call.user.id, koutiala.clock.now(), (door) =>
    accept(writeLocal(door, "parting", JSON.stringify({ kind: "behind", held: 9, own: 8 }))),
  );
  const { file } = await koutiala.must("sync.snapshot", { folder: makeFolder() });
  await receive(hq, file);
  const { sha256 } = await hq.must("headquarters.readSnapshot", { office: "KTL" });
  return { file, sha256 };
}

beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  koutiala = await makeAntenna(KOUTIALA, { shared: true });
  mopti = await makeAntenna(MOPTI, { shared: true });
  await enrol(hq, koutiala, KOUTIALA);
  await enrol(hq, mopti, MOPTI);
  const { member } = await register(koutiala, TWIN);
  await register(mopti, TWIN);
  const moving = (await register(koutiala, { surname: "Maïga" })).member;
  await receive(hq, await send(koutiala), await send(mopti));
  await koutiala.must("sync.export", { folder: makeFolder() });
  const folder = makeFolder();
  await hq.must("headquarters.answer", { offices: ["KTL"], folder });
  const [answer = ""] = filesIn(folder);
  const [pair] = await hq.must("headquarters.duplicates", {});
  expect([pair?.one.id, pair?.other.id]).toContain(member.id);
  const again = await hq.must("headquarters.invite", {
    code: "KTL",
    name: "Koutiala",
    region: "Koutiala",
    parentCode: null,
  });
  const { fingerprint: asked } = await koutiala.must("sync.previewInvitation", { bytes: again.bytes });
  const enrolment = await koutiala.must("sync.join", { bytes: again.bytes, fingerprint: asked });
  const { ownFingerprint } = await koutiala.must("sync.state", {});
  const stick = await send(koutiala);
  const colleague = await addColleague(hq, "accountant");
  await hq.must("access.signIn", AWA);
  const snapshot = await forkAndSend();
  about = {
    folder: makeFolder(),
    stick,
    answer: fileOf("answer.danaya", await import("node:fs").then(({ readFileSync }) => readFileSync(answer))),
    enrolment: enrolment.bytes,
    fingerprint: ownFingerprint,
    memberId: moving.id,
    pairId: pair?.id ?? "",
    userId: colleague.id,
    passphrase: AWA.passphrase,
    snapshotSha256: snapshot.sha256,
  };
});
afterAll(() => {
  for (const office of [hq, koutiala, mopti]) office.close();
});

/** In an order in which none spoils the next. */
const NAMES = Object.keys(ROUND_TRIP) as RoundTripName[];

describe("a typical request of the round trip", () => {
  test.each(NAMES)("%s is answered in the contract's shape", async (name) => {
    const office = name.startsWith("headquarters.") ? hq : koutiala;
    if (name === "sync.snapshot")
      koutiala.call.office.write(koutiala.call.user.id, koutiala.clock.now(), (door) =>
        accept(writeLocal(door, "parting", JSON.stringify({ kind: "behind", held: 9, own: 8 }))),
      );
    const value = await office.must(name as OperationName, ROUND_TRIP[name](about) as never);
    const parsed = operations.get(name)?.output.safeParse(value);
    expect(parsed?.error?.issues ?? []).toEqual([]);
  });

  test("leaves healthy offices behind", async () => {
    for (const office of [hq, koutiala, mopti])
      expect((await office.must("office.checkUp", {})).faults).toEqual([]);
  });
});

test.each(NAMES.filter((name) => name.startsWith("headquarters.")))(
  "%s is refused at an antenna",
  async (name) => {
    const antenna = await makeAntenna(KOUTIALA);
    expect(await antenna.refused(name as OperationName, ROUND_TRIP[name](about) as never)).toMatch(
      /^headquarters\.(notHere|noTier)/,
    );
  },
);
