import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { systemRandom } from "../../../src/crypto/entropy.ts";
import { generateAgeIdentity } from "../../../src/crypto/sealing.ts";
import { generateSigningKey, sshPublicKey } from "../../../src/crypto/signing.ts";
import { schemaVersion } from "../../../src/data/database.ts";
import { readLocal, writeLocal } from "../../../src/data/localState.ts";
import { Headquarters } from "../../../src/services/sync/keys.ts";
import { makeFolder, makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  enrol,
  filesIn,
  KOUTIALA,
  MOPTI,
  makeAntenna,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { type HandRow, handAnswer, headRow, heldUpTo, lastOf, type Values } from "./handmade.ts";

let hq: TestOffice;
let office: TestOffice;
beforeEach(async () => {
  hq = await makeHeadquarters();
  office = await makeAntenna(KOUTIALA);
  await enrol(hq, office, KOUTIALA);
});

const importing = (...files: string[]) => office.must("sync.importAnswer", { files });
const refused = (...files: string[]) => office.refused("sync.importAnswer", { files });

function setEpoch(epoch: number): void {
  office.call.office.write(office.call.user.id, office.clock.now(), (door) => {
    writeLocal(door, "epoch", String(epoch));
    return { ok: true, value: null };
  });
}

/** All that an import may touch. */
function everything(): unknown {
  const { reader } = office.call.office;
  const tables = [
    "journal",
    "local_state",
    "answer_received",
    "known_office",
    "suggestion",
    "card_key",
    "transfer_done",
  ];
  return tables.map((table) => reader.all(`SELECT * FROM ${table}`).map((row) => JSON.stringify(row)));
}

describe("an answer of headquarters", () => {
  test("acknowledges what headquarters holds, and the next stick begins after it", async () => {
    await register(office);
    await receive(hq, await send(office));
    const sent = lastOf(office);
    const folder = makeFolder();
    await hq.must("headquarters.answer", { offices: ["KTL"], folder });
    const report = await importing(...filesIn(folder));
    expect(report).toMatchObject({ acknowledged: sent, notAcknowledged: 0, parting: null, offices: 2 });
    expect(report.acknowledgedUntil).toBe(office.clock.now());
    expect(await office.refused("sync.export", { folder })).toBe(refusal("sync.nothingToSend"));
    await register(office);
    const next = await office.must("sync.export", { folder: makeFolder() });
    expect(next).toMatchObject({ first: sent + 1, last: sent + 1 });
    const state = await office.must("sync.state", {});
    expect(state).toMatchObject({ acknowledged: sent, epoch: 1, parting: null, renewing: false });
    expect(state.lastAnswerAt).toBe(hq.clock.now());
    expect(await office.must("sync.answers", {})).toMatchObject([
      { number: 1, kind: "receipt", acknowledged: sent },
    ]);
  });

  test("changes nothing when it comes again, alone or beside a newer one", async () => {
    const first = await handAnswer(hq, office, { number: 1 });
    await importing(first);
    const before = everything();
    expect(await refused(first)).toBe(refusal("sync.olderAnswer"));
    expect(everything()).toEqual(before);
    const second = await handAnswer(hq, office, { number: 2, head: heldUpTo(office, 3) });
    expect((await importing(second, first)).acknowledged).toBe(3);
    expect(await refused(first, second)).toBe(refusal("sync.olderAnswer"));
  });

  test("answers that come together are taken in the order of their numbers, whatever their names", async () => {
    const newer = await handAnswer(hq, office, { number: 10, head: heldUpTo(office, 4) });
    const older = await handAnswer(hq, office, { number: 9, head: heldUpTo(office, 2) });
    expect((await importing(newer, older)).acknowledged).toBe(4);
    const answers = await office.must("sync.answers", {});
    expect(answers.map(({ number, acknowledged }) => [number, acknowledged])).toEqual([
      [10, 4],
      [9, 2],
    ]);
  });

  test("takes an acknowledgement back where headquarters was put back to a backup: it gets all that again", async () => {
    await importing(await handAnswer(hq, office, { number: 1, head: heldUpTo(office, 5) }));
    await importing(await handAnswer(hq, office, { number: 2, head: heldUpTo(office, 3) }));
    expect((await office.must("sync.state", {})).acknowledged).toBe(3);
  });

  test("brings the other offices and the keys of their cards", async () => {
    const mopti = await makeAntenna(MOPTI);
    await enrol(hq, mopti, MOPTI);
    await answerTo(hq, office);
    const { reader } = office.call.office;
    expect(reader.all("SELECT code, name FROM known_office ORDER BY code")).toEqual([
      { code: "BKO", name: "Bamako" },
      { code: "KTL", name: "Koutiala" },
      { code: "MPT", name: "Mopti" },
    ]);
    const own = mopti.call.office.reader.get("SELECT public_key FROM card_key WHERE office = 'MPT'");
    expect(reader.all("SELECT public_key FROM card_key WHERE office = 'MPT'")).toEqual([own]);
  });

  test("brings the recipients that parts are sealed to from now on, and leaves headquarters' slot as it is", async () => {
    const pinned = () =>
      Headquarters.parse(JSON.parse(readLocal(office.call.office.reader, "headquarters") ?? ""));
    const before = pinned();
    const { recipient } = await generateAgeIdentity();
    const row = { entity: "tier_recipient", values: { id: "health", tier: "health", recipient } };
    await importing(await handAnswer(hq, office, { rows: [headRow(hq), row] }));
    expect(pinned().keys.recipients).toEqual({ ...before.keys.recipients, health: recipient });
    expect(pinned().keys.signing).toBe(before.keys.signing);
  });
});

describe("suggestions", () => {
  const suggestion = (memberId: string, other = "MPT"): HandRow => ({
    entity: "suggestion",
    values: {
      id: `${memberId}/${other}`,
      member_id: memberId,
      other_office: other,
      reasons: '["samePhone"]',
    },
  });

  test("name the office's own living members, and are replaced by the next complete answer", async () => {
    const { member } = await register(office);
    const erased = (await register(office, { surname: "Niaré" })).member;
    await office.must("membership.eraseMember", { id: erased.id, number: erased.number });
    const rows = [headRow(hq), suggestion(member.id), suggestion(erased.id), suggestion(v7())];
    expect((await importing(await handAnswer(hq, office, { number: 1, rows }))).suggestions).toBe(1);
    const listed = [
      { memberId: member.id, number: member.number, otherOffice: "MPT", reasons: ["samePhone"] },
    ];
    expect(await office.must("sync.suggestions", {})).toEqual(listed);

    const blind = [headRow(hq, ["programme"])];
    await importing(await handAnswer(hq, office, { number: 2, rows: blind }));
    expect(await office.must("sync.suggestions", {})).toEqual(listed);

    await importing(await handAnswer(hq, office, { number: 3 }));
    expect(await office.must("sync.suggestions", {})).toEqual([]);
  });
});

describe("where the journals part", () => {
  const partingAfter = async (head: Parameters<typeof handAnswer>[2]) =>
    (await importing(await handAnswer(hq, office, head))).parting;

  test("an office that is behind headquarters' copy learns it, and a later receipt that agrees settles it", async () => {
    const own = lastOf(office);
    const after = "a".repeat(64);
    const head = { range: { first: 1, last: own + 3 }, chain: { before: "0".repeat(64), after } };
    const parting = { kind: "behind", held: own + 3, own };
    expect(await partingAfter({ number: 1, head })).toEqual(parting);
    const state = await office.must("sync.state", {});
    expect(state).toMatchObject({ parting, acknowledged: 0 });
    expect(await partingAfter({ number: 2, head: heldUpTo(office, own) })).toBeNull();
    expect((await office.must("sync.state", {})).parting).toBeNull();
  });

  test("a journal of another content is a fork; nothing of it is acknowledged", async () => {
    const head = { range: { first: 1, last: 4 }, chain: { before: "0".repeat(64), after: "b".repeat(64) } };
    const parting = await partingAfter({ head });
    expect(parting).toEqual({ kind: "forked", held: 4, own: lastOf(office) });
    expect((await office.must("sync.state", {})).acknowledged).toBe(0);
  });

  test("an epoch that this laptop does not know of is a fork, too", async () => {
    expect(await partingAfter({ head: { epoch: 2, ...heldUpTo(office, 4) } })).toMatchObject({
      kind: "forked",
    });
  });

  test("an answer from before the snapshot was confirmed acknowledges nothing and settles nothing", async () => {
    setEpoch(2);
    expect(await partingAfter({ head: heldUpTo(office, 4) })).toBeNull();
    expect((await office.must("sync.state", {})).acknowledged).toBe(0);
  });
});

describe("refused are", () => {
  test("answers for an office that did not join", async () => {
    const alone = await makeTestOffice();
    expect(await alone.refused("sync.importAnswer", { files: ["/nowhere"] })).toBe(refusal("sync.notJoined"));
  });

  test("files among which there is no answer", async () => {
    const text = join(makeFolder(), "lettre.danaya");
    writeFileSync(text, "Bonjour.");
    const { bytes } = await hq.must("headquarters.invite", {
      code: "KTL",
      name: "Koutiala",
      region: "",
      parentCode: null,
    });
    const invitation = join(makeFolder(), "KTL-invitation.danaya");
    writeFileSync(invitation, bytes);
    expect(await refused(text, await send(office), invitation)).toBe(refusal("sync.notAnAnswer"));
    expect(await refused(join(makeFolder(), "gone.danaya"))).toBe(refusal("disk.notFound", "files"));
  });

  test("answers that somebody else signed", async () => {
    const seed = generateSigningKey(systemRandom);
    expect(await refused(await handAnswer(hq, office, { seed }))).toBe(refusal("sync.signerUnknown"));
    expect(await refused(await handAnswer(hq, office, { from: "SKO" }))).toBe(refusal("sync.signerUnknown"));
    const good = await handAnswer(hq, office, { number: 2 });
    expect((await importing(await handAnswer(hq, office, { number: 3, seed }), good)).acknowledged).toBe(0);
    expect(await office.must("sync.answers", {})).toMatchObject([{ number: 2 }]);
  });

  test("answers for another office, for another laptop's key, or sealed to somebody else", async () => {
    const to = { office: "MPT", key: `SHA256:${"A".repeat(43)}` };
    expect(await refused(await handAnswer(hq, office, { head: { to } }))).toBe(refusal("sync.notForHere"));
    expect(await refused(await handAnswer(hq, office, { head: { to: { ...to, office: "KTL" } } }))).toBe(
      refusal("sync.notForHere"),
    );
    const { recipient } = await generateAgeIdentity();
    expect(await refused(await handAnswer(hq, office, { answers: recipient }))).toBe(
      refusal("sync.notForHere"),
    );
  });

  test("answers of a newer program", async () => {
    const head = { schema: schemaVersion() + 10 };
    expect(await refused(await handAnswer(hq, office, { head }))).toBe(refusal("sync.newerSchema"));
  });

  test("a damaged file, with all that came beside it", async () => {
    const good = await handAnswer(hq, office, { number: 1 });
    const bad = await handAnswer(hq, office, { number: 2, head: heldUpTo(office, 2) });
    const bytes = readFileSync(bad);
    const at = bytes.indexOf("chain.age") + 60;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    writeFileSync(bad, bytes);
    const before = everything();
    expect(await refused(good, bad)).toBe("sync.partDamaged");
    expect(everything()).toEqual(before);
  });

  const branch: Values = {
    id: "MPT",
    code: "MPT",
    name: "Mopti",
    region: "",
    parent_code: null,
    signing_key: null,
    card_key: null,
  };
  const cases: [string, HandRow[]][] = [
    ["values that are not those of the digest", [{ entity: "branch", values: branch, forged: true }]],
    ["values that are missing", [{ entity: "branch", values: branch, missing: true }]],
    ["a row in another tier's part", [{ entity: "branch", values: branch, tier: "finance" }]],
    ["a column too many", [{ entity: "branch", values: { ...branch, note: "" } }]],
    ["a value of another kind", [{ entity: "branch", values: { ...branch, code: "Mopti" } }]],
    ["a kind of row that is none of ours", [{ entity: "voucher", values: branch }]],
    [
      "a recipient that cannot be sealed to",
      [
        {
          entity: "tier_recipient",
          values: { id: "health", tier: "health", recipient: `age1${"q".repeat(58)}` },
        },
      ],
    ],
    ["a second head", [{ entity: "answer", values: {} }]],
  ];
  test.each(cases)("an answer with %s", async (_, rows) => {
    const head = headRow(hq);
    const all = [head, ...rows.map((row) => (row.entity === "answer" ? head : row))];
    const before = everything();
    expect(await refused(await handAnswer(hq, office, { rows: all }))).toBe(refusal("sync.contentDamaged"));
    expect(everything()).toEqual(before);
  });

  test("an answer without its head, or with another key in it than the one that signed", async () => {
    expect(
      await refused(await handAnswer(hq, office, { rows: [{ entity: "branch", values: branch }] })),
    ).toBe(refusal("sync.contentDamaged"));
    const key = sshPublicKey(new Uint8Array(32).fill(5));
    const head = headRow(hq);
    const rows = [{ ...head, values: { ...head.values, key } }];
    expect(await refused(await handAnswer(hq, office, { rows }))).toBe(refusal("sync.signerUnknown"));
  });
});

describe("when headquarters renewed its key", () => {
  async function answered(): Promise<string[]> {
    const folder = makeFolder();
    await hq.must("headquarters.answer", { offices: ["KTL"], folder });
    return filesIn(folder);
  }

  test("the old key vouches for the new one: the office pins it without a phone call", async () => {
    await answerTo(hq, office);
    const { fingerprint } = await hq.must("headquarters.renewKey", {});
    const files = await answered();
    expect(files).toHaveLength(2);
    const report = await importing(...files);
    expect(report.keyRenewed).toBe(true);
    expect((await office.must("sync.state", {})).headquarters?.fingerprint).toBe(fingerprint);
    const later = await answered();
    expect((await importing(...later)).keyRenewed).toBe(false);
  });

  test("its answer is refused without the file that vouches for the new key", async () => {
    await answerTo(hq, office);
    await hq.must("headquarters.renewKey", {});
    const answers = (await answered()).filter((file) => /BKO-KTL-\d/.test(file));
    expect(await refused(...answers)).toBe(refusal("sync.signerUnknown"));
  });

  test("an invitation by a stranger's key does not renew anything", async () => {
    const stranger = await makeHeadquarters();
    await enrol(stranger, await makeAntenna(KOUTIALA), KOUTIALA);
    const { bytes } = await stranger.must("headquarters.invite", {
      code: "KTL",
      name: "Koutiala",
      region: "",
      parentCode: null,
    });
    const path = join(makeFolder(), "BKO-KTL-nouvelle-cle.danaya");
    writeFileSync(path, bytes);
    const before = everything();
    expect(await refused(path)).toBe(refusal("sync.notAnAnswer"));
    expect(everything()).toEqual(before);
  });
});
