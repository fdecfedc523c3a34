import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { accept } from "../../../src/contract/results.ts";
import { recipientOf } from "../../../src/crypto/sealing.ts";
import { publicKeyOf, spokenFingerprint, sshFingerprint, sshPublicKey } from "../../../src/crypto/signing.ts";
import { schemaVersion } from "../../../src/data/database.ts";
import { readLocal, writeLocal } from "../../../src/data/localState.ts";
import { openBundleBytes, openBundleFile, writeBundle } from "../../../src/services/sync/bundleFile.ts";
import { readCardSeed, readHeadquarters, readSigningSeed } from "../../../src/services/sync/keys.ts";
import { FORMAT, type Manifest, NO_ENTRIES } from "../../../src/services/sync/manifest.ts";
import { Folder, run } from "../../crypto/stockTools.ts";
import { makeFolder, type TestOffice } from "../../support/office.ts";
import {
  type Antenna,
  answerTo,
  consolidated,
  copyOf,
  enrol,
  fileOf,
  filesIn,
  KOUTIALA,
  MOPTI,
  makeAntenna,
  makeEnrolled,
  makeHeadquarters,
  outcomeOf,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { filesOf } from "./forging.ts";

/** Another laptop that says it is Koutiala: its keys are its own. */
const OTHER_LAPTOP: Antenna = { code: "KTL", name: "Koutiala, deuxième ordinateur" };
const KIGNAN: Antenna = { code: "KGN", name: "Kignan", parentCode: "KTL" };

let template: TestOffice;
const open: TestOffice[] = [];
function kept(office: TestOffice): TestOffice {
  open.push(office);
  return office;
}

beforeAll(async () => {
  template = kept(await makeHeadquarters({ shared: true }));
});
afterAll(() => {
  for (const office of open) office.close();
});

const freshHeadquarters = async () => kept(await copyOf(template));
const antenna = async (about: Antenna) => kept(await makeAntenna(about, { shared: true }));
const enrolled = async (hq: TestOffice, about: Antenna) =>
  kept(await makeEnrolled(hq, about, { shared: true }));

/** The office's answer to an invitation. */
async function answerOf(hq: TestOffice, office: TestOffice, about: Antenna) {
  const { code, name, parentCode = null } = about;
  const { bytes } = await hq.must("headquarters.invite", { code, name, region: name, parentCode });
  const { fingerprint } = await office.must("sync.previewInvitation", { bytes });
  return office.must("sync.join", { bytes, fingerprint });
}

/** The office takes a new signing key; the old one signs its enrolment. @returns the file */
async function renewed(office: TestOffice, seed: Uint8Array): Promise<string> {
  const { reader } = office.call.office;
  const old = readSigningSeed(reader);
  const hq = readHeadquarters(reader);
  const hqKey = Buffer.from(hq?.keys.signing.split(" ")[1] ?? "", "base64").subarray(-32);
  const manifest: Manifest = {
    ...NO_ENTRIES,
    parts: [],
    format: FORMAT,
    kind: "enrolment",
    from: { office: office.call.office.code, key: sshFingerprint(publicKeyOf(old)) },
    to: { office: hq?.code ?? "", key: sshFingerprint(new Uint8Array(hqKey)) },
    createdAt: office.clock.now(),
    schema: schemaVersion(),
    app: "0.0.0-test",
    keys: {
      signing: sshPublicKey(publicKeyOf(seed)),
      answers: await recipientOf(readLocal(reader, "ageIdentity") ?? ""),
      card: sshPublicKey(publicKeyOf(readCardSeed(reader))),
    },
  };
  return fileOf("KTL-inscription.danaya", writeBundle(manifest, [], old));
}

function useSeed(office: TestOffice, seed: Uint8Array): void {
  office.call.office.write(office.call.user.id, office.clock.now(), (door) => {
    writeLocal(door, "signingSeed", Buffer.from(seed).toString("hex"));
    return accept(null);
  });
}

const pageOf = (hq: TestOffice, office: string) => hq.must("headquarters.office", { office });

/** Whether stock `ssh-keygen` takes a bundle's signature by this list, on that day. */
function verifies(bundle: string, principal: string, signers: Uint8Array, day: string): boolean {
  using folder = new Folder();
  const { "manifest.json": manifest = new Uint8Array(0), "manifest.json.sig": signature } = filesOf(bundle);
  const list = folder.write("allowed_signers", signers);
  const sig = folder.write("manifest.json.sig", signature ?? new Uint8Array(0));
  const about = ["-f", list, "-I", principal, "-n", "danaya-bundle", "-s", sig];
  return run("ssh-keygen", ["-Y", "verify", `-Overify-time=${day}000000Z`, ...about], manifest).status === 0;
}

describe("an office's enrolment", () => {
  test("pins its key once the fingerprint was confirmed; a wrong one changes nothing", async () => {
    const hq = await freshHeadquarters();
    const office = await antenna(KOUTIALA);
    const { bytes } = await answerOf(hq, office, KOUTIALA);
    const before = [consolidated(hq), await hq.must("headquarters.offices", {})];
    const preview = await hq.must("headquarters.previewEnrolment", { bytes });
    const own = spokenFingerprint(publicKeyOf(readSigningSeed(office.call.office.reader)));
    expect(preview).toMatchObject({ office: "KTL", name: "Koutiala", kind: "first", fingerprint: own });
    const fingerprint = "0000 0000 0000 0000 0000 0000 0000 0000";
    expect(await hq.refused("headquarters.enrol", { bytes, fingerprint })).toBe(
      "sync.fingerprintMismatch @ fingerprint",
    );
    expect([consolidated(hq), await hq.must("headquarters.offices", {})]).toEqual(before);
    expect(await outcomeOf(hq, fileOf("KTL-inscription.danaya", bytes))).toBe("enrolmentToConfirm");
    expect((await pageOf(hq, "KTL")).line.standing).toBe("invited");
    expect(await outcomeOf(hq, await send(office))).toBe("refused headquarters.keyUnknown");

    const line = await hq.must("headquarters.enrol", { bytes, fingerprint: preview.fingerprint });
    expect(line).toMatchObject({ standing: "active", fingerprint: own, held: 0, daysSince: null });
    expect(await hq.must("headquarters.previewEnrolment", { bytes })).toMatchObject({ kind: "again" });
    expect(await outcomeOf(hq, fileOf("KTL-inscription.danaya", bytes))).toBe("alreadyReceived");
    expect((await pageOf(hq, "KTL")).keys).toHaveLength(1);
  });

  test("is refused from an office that nobody invited, and for another headquarters", async () => {
    const hq = await freshHeadquarters();
    const uninformed = await freshHeadquarters();
    const other = kept(await makeHeadquarters({ shared: true }));
    await other.must("headquarters.renewKey", {});
    const { bytes } = await answerOf(hq, await antenna(KOUTIALA), KOUTIALA);
    expect(await uninformed.refused("headquarters.previewEnrolment", { bytes })).toBe(
      "headquarters.notInvited",
    );
    const stranger = await answerOf(other, await antenna(KOUTIALA), KOUTIALA);
    expect(await hq.refused("headquarters.previewEnrolment", { bytes: stranger.bytes })).toBe(
      "sync.notForHere",
    );
    const stick = await send(await enrolled(hq, MOPTI));
    expect(
      await hq.refused("headquarters.previewEnrolment", { bytes: new Uint8Array(readFileSync(stick)) }),
    ).toBe("headquarters.notAnEnrolment");
  });

  test("of a second laptop is refused while the first one's key counts", async () => {
    const hq = await freshHeadquarters();
    await enrolled(hq, KOUTIALA);
    const before = await pageOf(hq, "KTL");
    const { bytes } = await answerOf(hq, await antenna(OTHER_LAPTOP), KOUTIALA);
    expect(await hq.refused("headquarters.previewEnrolment", { bytes })).toBe("headquarters.alreadyActive");
    const fingerprint = "0000 0000 0000 0000 0000 0000 0000 0000";
    expect(await hq.refused("headquarters.enrol", { bytes, fingerprint })).toBe("headquarters.alreadyActive");
    expect(await outcomeOf(hq, fileOf("x.danaya", bytes))).toBe("refused headquarters.alreadyActive");
    expect((await pageOf(hq, "KTL")).keys).toEqual(before.keys);
  });
});

describe("an invitation", () => {
  test("is for offices below known ones, and never for headquarters itself", async () => {
    const hq = await freshHeadquarters();
    const about = { code: "KGN", name: "Kignan", region: "Sikasso" };
    const invite = (changes: object) =>
      hq.refused("headquarters.invite", { ...about, parentCode: null, ...changes });
    expect(await invite({ parentCode: "KTL" })).toBe("headquarters.parentUnknown @ parentCode");
    expect(await invite({ parentCode: "KGN" })).toBe("office.parentIsSelf @ parentCode");
    expect(await invite({ code: "BKO" })).toBe("headquarters.ownOffice @ code");
    expect((await hq.must("headquarters.offices", {})).map(({ code }) => code)).toEqual(["BKO"]);
    const office = await antenna(MOPTI);
    expect(await office.refused("headquarters.invite", { ...about, parentCode: null })).toBe(
      "headquarters.notHere",
    );
  });

  test("of a sub-branch names its antenna, beside which it stands; its sticks are its own", async () => {
    const hq = await freshHeadquarters();
    await enrolled(hq, KOUTIALA);
    const kignan = await enrolled(hq, KIGNAN);
    await enrolled(hq, MOPTI);
    await register(kignan, { surname: "Alpha" });
    expect(await outcomeOf(hq, await send(kignan))).toBe("applied");
    const lines = await hq.must("headquarters.offices", {});
    expect(lines.map(({ code, parentCode }) => [code, parentCode])).toEqual([
      ["BKO", null],
      ["KTL", null],
      ["KGN", "KTL"],
      ["MPT", null],
    ]);
    expect(lines.map(({ totals }) => totals.members)).toEqual([0, 0, 1, 0]);
  });
});

describe("a key that an office renews", () => {
  test("is taken from the stick because the old one signed it, and sticks by both are read", async () => {
    const hq = await freshHeadquarters();
    const office = await enrolled(hq, KOUTIALA);
    const former = (await pageOf(hq, "KTL")).line.fingerprint ?? "";
    await receive(hq, await send(office));
    await register(office, { surname: "Alpha" });
    const byOld = await send(office);
    const enrolment = fileOf("cle.danaya", (await office.must("sync.renewKey", {})).bytes);
    const seed = readSigningSeed(office.call.office.reader);
    await register(office, { surname: "Bravo" });
    const byNew = await send(office);
    expect(await outcomeOf(hq, byNew)).toBe("refused headquarters.keyUnknown");
    hq.clock.move({ days: 10 });
    const { files } = await receive(hq, byNew, enrolment);
    expect(files.map(({ outcome }) => outcome)).toEqual(["keyRenewed", "applied"]);
    expect(await outcomeOf(hq, byOld)).toBe("alreadyReceived");
    expect(await outcomeOf(hq, enrolment)).toBe("alreadyReceived");
    const { keys, line } = await pageOf(hq, "KTL");
    expect(line).toMatchObject({ standing: "active", fingerprint: spokenFingerprint(publicKeyOf(seed)) });
    expect(keys.map(({ fingerprint, state, until }) => [fingerprint, state, until])).toEqual([
      [line.fingerprint, "current", null],
      [former, "renewed", hq.clock.now()],
    ]);

    const { bytes } = await hq.must("headquarters.exportSigners", {});
    expect([verifies(byOld, "KTL", bytes, "20261201"), verifies(byOld, "KTL", bytes, "20261205")]).toEqual([
      true,
      false,
    ]);
    expect(verifies(byNew, "KTL", bytes, "20261205")).toBe(true);
  });

  test("is not taken when a stranger or a key that was renewed before signs it", async () => {
    const hq = await freshHeadquarters();
    const office = await enrolled(hq, KOUTIALA);
    const old = readSigningSeed(office.call.office.reader);
    const [second, third] = [new Uint8Array(32).fill(2), new Uint8Array(32).fill(3)];
    await receive(hq, await renewed(office, second));
    const again = await renewed(office, third);
    expect(await outcomeOf(hq, again)).toBe("refused headquarters.alreadyActive");
    useSeed(office, new Uint8Array(32).fill(4));
    expect(await outcomeOf(hq, await renewed(office, third))).toBe("refused headquarters.alreadyActive");
    useSeed(office, second);
    expect(await outcomeOf(hq, await renewed(office, old))).toBe("refused headquarters.keyRevoked");
    expect((await pageOf(hq, "KTL")).keys.map(({ state }) => state).sort()).toEqual(["current", "renewed"]);
  });
});

describe("a laptop that was lost", () => {
  test("is shut out by its key; a new one takes its office's place and gets back what headquarters holds", async () => {
    const hq = await freshHeadquarters();
    const lost = await enrolled(hq, KOUTIALA);
    await register(lost, { surname: "Alpha" });
    await receive(hq, await send(lost));
    const before = consolidated(hq);
    const fingerprint = (await pageOf(hq, "KTL")).line.fingerprint ?? "";
    expect(await hq.refused("headquarters.revokeKey", { office: "MPT", fingerprint })).toBe(
      "headquarters.keyUnknown",
    );
    const page = await hq.must("headquarters.revokeKey", { office: "KTL", fingerprint });
    expect(page.line).toMatchObject({ standing: "revoked", fingerprint: null });
    expect(page.keys).toMatchObject([{ state: "revoked", fingerprint }]);
    await register(lost, { surname: "Bravo" });
    const stolen = await send(lost);
    expect(await outcomeOf(hq, stolen)).toBe("refused headquarters.keyRevoked");
    expect(await outcomeOf(hq, await renewed(lost, new Uint8Array(32).fill(5)))).toBe(
      "refused headquarters.keyUnknown",
    );

    const { bytes: old } = await answerOf(hq, lost, KOUTIALA);
    expect(await hq.refused("headquarters.previewEnrolment", { bytes: old })).toBe("headquarters.keyRevoked");
    const laptop = await antenna(OTHER_LAPTOP);
    const { bytes } = await answerOf(hq, laptop, KOUTIALA);
    expect(await outcomeOf(hq, fileOf("x.danaya", bytes))).toBe("enrolmentToConfirm");
    const preview = await hq.must("headquarters.previewEnrolment", { bytes });
    expect(preview.kind).toBe("newLaptop");
    await hq.must("headquarters.enrol", { bytes, fingerprint: preview.fingerprint });
    const after = consolidated(hq);
    expect([after.entry, after["identity.member"]]).toEqual([before.entry, before["identity.member"]]);
    expect(await outcomeOf(hq, stolen)).toBe("refused headquarters.keyRevoked");

    const folder = makeFolder();
    const [answer] = await hq.must("headquarters.answer", { offices: ["KTL"], folder });
    expect(answer).toMatchObject({ kind: "snapshot", acknowledged: page.line.held });
    const signers = (await hq.must("headquarters.exportSigners", {})).bytes;
    expect(Buffer.from(signers).toString().match(/^KTL /gm)).toHaveLength(1);
    expect(verifies(stolen, "KTL", signers, "20261201")).toBe(false);
    expect(verifies(answer?.file ?? "", "BKO", signers, "20261201")).toBe(true);
  });
});

describe("headquarters' own new key", () => {
  test("signs invitations and answers from then on; offices that know the old one are told by it", async () => {
    const hq = await freshHeadquarters();
    const koutiala = await enrolled(hq, KOUTIALA);
    const old = readSigningSeed(hq.call.office.reader);
    const { fingerprint } = await hq.must("headquarters.renewKey", {});
    const fresh = readSigningSeed(hq.call.office.reader);
    expect(fingerprint).toBe(spokenFingerprint(publicKeyOf(fresh)));
    expect(await outcomeOf(hq, await send(koutiala))).toBe("applied");

    const mopti = await antenna(MOPTI);
    const { bytes } = await hq.must("headquarters.invite", {
      code: "MPT",
      name: "Mopti",
      region: "Mopti",
      parentCode: null,
    });
    expect((await mopti.must("sync.previewInvitation", { bytes })).fingerprint).toBe(fingerprint);
    await enrol(hq, mopti, MOPTI);
    expect(await outcomeOf(hq, await send(mopti))).toBe("applied");

    const folder = makeFolder();
    await hq.must("headquarters.answer", { offices: null, folder });
    const files = filesIn(folder);
    expect(files.map((file) => basename(file))).toEqual([
      "BKO-KTL-000001.danaya",
      "BKO-KTL-nouvelle-cle.danaya",
      "BKO-MPT-000001.danaya",
    ]);
    const signers = files.map((file) => {
      const opened = openBundleFile(file);
      if (!opened.ok) throw new Error(opened.refusal.code);
      opened.value.close();
      return sshFingerprint(opened.value.signer);
    });
    const [oldKey, freshKey] = [old, fresh].map((seed) => sshFingerprint(publicKeyOf(seed)));
    expect(signers).toEqual([freshKey, oldKey, freshKey]);
    const told = openBundleBytes(new Uint8Array(readFileSync(files[1] ?? "")));
    expect(told.ok && told.value.manifest).toMatchObject({
      kind: "invitation",
      keys: { signing: sshPublicKey(publicKeyOf(fresh)) },
    });
    const list = (await hq.must("headquarters.exportSigners", {})).bytes;
    expect(verifies(files[0] ?? "", "BKO", list, "20261201")).toBe(true);
    for (const [office, code] of [
      [koutiala, "KTL"],
      [mopti, "MPT"],
    ] as const)
      expect(verifies(await send(office), code, list, "20261201")).toBe(true);
  });

  test("is learnt once: a stick for the old key that comes late does not bring it up again", async () => {
    const hq = await freshHeadquarters();
    const office = await enrolled(hq, KOUTIALA);
    const late = await send(office);
    await register(office, { surname: "Alpha" });
    const first = await send(office);
    await hq.must("headquarters.renewKey", {});
    await receive(hq, first);
    await answerTo(hq, office);
    await register(office, { surname: "Bravo" });
    await receive(hq, await send(office));
    expect(await outcomeOf(hq, late)).toBe("alreadyReceived");
    const folder = makeFolder();
    await hq.must("headquarters.answer", { offices: ["KTL"], folder });
    const files = filesIn(folder);
    expect(files.map((file) => basename(file))).toEqual(["BKO-KTL-000002.danaya"]);
    expect((await office.must("sync.importAnswer", { files })).notAcknowledged).toBe(0);
  });

  test("reaches a laptop that was set back to before it: it learns the key, and that the journals part", async () => {
    const hq = await freshHeadquarters();
    const office = await enrolled(hq, KOUTIALA);
    await receive(hq, await send(office));
    const old = kept(await copyOf(office));
    await hq.must("headquarters.renewKey", {});
    await answerTo(hq, office);
    await register(office, { surname: "Alpha" });
    await receive(hq, await send(office));
    await register(old, { surname: "Bravo" });
    expect(await outcomeOf(hq, await send(old))).toBe("refused headquarters.fork");
    await answerTo(hq, old);
    expect((await old.must("sync.state", {})).parting).toMatchObject({ kind: "forked" });
  });
});
