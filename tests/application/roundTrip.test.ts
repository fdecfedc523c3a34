import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OperationName, operations } from "../../src/contract/index.ts";
import { accept } from "../../src/contract/results.ts";
import { writeLocal } from "../../src/data/localState.ts";
import { addColleague } from "../services/headquarters/siege.ts";
import { AWA, makeFolder, type TestOffice } from "../support/office.ts";
import {
  filesIn,
  KOUTIALA,
  MOPTI,
  makeAntenna,
  makeEnrolled,
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

/** As if an answer had said that headquarters has more than this laptop. */
function learnParting(): void {
  koutiala.call.office.write(koutiala.call.user.id, koutiala.clock.now(), (door) =>
    accept(writeLocal(door, "parting", JSON.stringify({ kind: "behind", held: 9, own: 8 }))),
  );
}

/** An enrolment that headquarters has pinned already: the same again is fine. */
async function enrolmentAgain(): Promise<Uint8Array> {
  const { code, name } = KOUTIALA;
  const invitation = { code, name, region: name, parentCode: null };
  const { bytes } = await hq.must("headquarters.invite", invitation);
  const { fingerprint } = await koutiala.must("sync.previewInvitation", { bytes });
  return (await koutiala.must("sync.join", { bytes, fingerprint })).bytes;
}

async function answerFile(): Promise<string> {
  const folder = makeFolder();
  await hq.must("headquarters.answer", { offices: ["KTL"], folder });
  return filesIn(folder)[0] ?? "";
}

/** A whole copy under a new epoch that waits at headquarters. @returns its SHA-256 */
async function waitingSnapshot(): Promise<string> {
  learnParting();
  const { file } = await koutiala.must("sync.snapshot", { folder: makeFolder() });
  await receive(hq, file);
  return (await hq.must("headquarters.readSnapshot", { office: "KTL" })).sha256;
}

async function prepare(): Promise<RoundTripPrepared> {
  await register(koutiala, TWIN);
  await register(mopti, TWIN);
  const moving = await register(koutiala, { surname: "Maïga" });
  await receive(hq, await send(koutiala), await send(mopti));
  const [pair] = await hq.must("headquarters.duplicates", {});
  const answer = await answerFile();
  const enrolment = await enrolmentAgain();
  const stick = await send(koutiala);
  const { id: userId } = await addColleague(hq, "accountant");
  await hq.must("access.signIn", AWA);
  return {
    folder: makeFolder(),
    stick,
    answer,
    enrolment,
    fingerprint: (await koutiala.must("sync.state", {})).ownFingerprint,
    memberId: moving.member.id,
    pairId: pair?.id ?? "",
    userId,
    passphrase: AWA.passphrase,
    snapshotSha256: await waitingSnapshot(),
  };
}

beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  koutiala = await makeEnrolled(hq, KOUTIALA, { shared: true });
  mopti = await makeEnrolled(hq, MOPTI, { shared: true });
  about = await prepare();
});
afterAll(() => {
  for (const office of [hq, koutiala, mopti]) office.close();
});

/** In the order of the list, in which none spoils the next. */
const NAMES = Object.keys(ROUND_TRIP) as RoundTripName[];

describe("a typical request of the round trip", () => {
  test.each(NAMES)("%s is answered in the contract's shape", async (name) => {
    const office = name.startsWith("headquarters.") ? hq : koutiala;
    if (name === "sync.snapshot") learnParting();
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
