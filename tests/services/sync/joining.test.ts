import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { parseKeyring } from "../../../src/crypto/keyringFile.ts";
import { officePaths } from "../../../src/services/office/officeFiles.ts";
import { ask } from "../../crypto/stockTools.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { Headquarters, leaveNoFolders, spoken, zipped } from "./headquarters.ts";

const hq = new Headquarters();
afterAll(leaveNoFolders);

async function rejoin(office: TestOffice, bytes: Uint8Array, fingerprint = hq.fingerprint) {
  return office.refused("sync.join", { bytes, fingerprint });
}

/** What an office knows of headquarters and of its slots: a refused invitation changes none of it. */
function standing(office: TestOffice): unknown {
  const { reader } = office.call.office;
  return {
    local: reader.all("SELECT * FROM local_state ORDER BY name"),
    keys: reader.all("SELECT * FROM card_key ORDER BY office, public_key"),
    entries: reader.number("SELECT count(*) FROM journal"),
    keyring: readFileSync(officePaths(office.dir).keyring, "utf8"),
  };
}

describe("an invitation made with ssh-keygen and age-keygen", () => {
  test("is previewed with the fingerprint that headquarters reads aloud, and trusted in nothing yet", async () => {
    const office = await makeTestOffice();
    const before = standing(office);
    const preview = await office.must("sync.previewInvitation", { bytes: hq.invite("KTL") });
    expect(preview).toEqual({
      from: "BKO",
      forOffice: "KTL",
      createdAt: "2026-11-20T10:00:00.000Z",
      fingerprint: hq.fingerprint,
    });
    expect(standing(office)).toEqual(before);
  });

  test("is answered by an enrolment that ssh-keygen verifies and that holds the office's three keys", async () => {
    const office = await makeTestOffice();
    const file = await office.must("sync.join", { bytes: hq.invite("KTL"), fingerprint: hq.fingerprint });
    expect(file.fileName).toBe("KTL-inscription.danaya");
    using enrolment = hq.unpack(file.bytes);
    expect(enrolment.names).toEqual(["LISEZMOI.txt", "manifest.json", "manifest.json.sig"]);
    const keys = enrolment.manifest.keys as Record<string, string>;
    expect(Object.keys(keys).sort()).toEqual(["answers", "card", "signing"]);
    expect(hq.verifies(enrolment, "KTL", `KTL namespaces="danaya-bundle" ${keys.signing}\n`)).toBe(true);
    expect(hq.verifies(enrolment, "KTL", `KTL namespaces="danaya-bundle" ${hq.publicLine}\n`)).toBe(false);
    expect(enrolment.manifest).toMatchObject({
      format: "danaya-bundle/1",
      kind: "enrolment",
      to: { office: "BKO", key: hq.keyName },
      parts: [],
    });
    const state = await office.must("sync.state", {});
    expect(state.ownFingerprint).toBe(spoken(keys.signing ?? ""));
    expect(state.headquarters).toMatchObject({ code: "BKO", fingerprint: hq.fingerprint });
    // A card of this office is checked with the key in the enrolment, answers come sealed to the recipient in it.
    const { reader } = office.call.office;
    expect(reader.all("SELECT public_key FROM card_key WHERE office = 'KTL'")).toEqual([
      { public_key: keys.card },
    ]);
    const sealed = ask("age", ["-r", keys.answers ?? ""], "une réponse");
    expect(sealed.length).toBeGreaterThan(0);
  });

  test("brings cards' keys of other offices", async () => {
    const office = await makeTestOffice();
    const other = new Headquarters("MPT");
    const manifest = hq.invitationManifest("KTL");
    const keys = { ...(manifest.keys as object), cards: [{ office: "MPT", key: other.publicLine }] };
    const bytes = hq.bundle({ ...manifest, keys });
    await office.must("sync.join", { bytes, fingerprint: hq.fingerprint });
    const { reader } = office.call.office;
    expect(reader.all("SELECT public_key FROM card_key WHERE office = 'MPT'")).toEqual([
      { public_key: other.publicLine },
    ]);
  });

  test("gives headquarters a slot that the stock age opens, with this office's key in it", async () => {
    const office = await makeTestOffice();
    await office.must("sync.join", { bytes: hq.invite("KTL"), fingerprint: hq.fingerprint });
    const keyring = parseKeyring(readFileSync(officePaths(office.dir).keyring, "utf8"));
    const slot = keyring?.slots.find(({ kind }) => kind === "headquarters");
    const sealed = slot?.kind === "headquarters" ? Buffer.from(slot.sealed, "base64") : Buffer.alloc(0);
    const opened = JSON.parse(ask("age", ["-d", "-i", hq.folder.at("recovery.txt")], sealed).toString());
    expect(opened).toMatchObject({
      office: "KTL",
      databaseKey: Buffer.from(office.call.office.databaseKey).toString("hex"),
    });
  });

  test("may bring a new key that the pinned one vouches for; the new one does not vouch backwards", async () => {
    const office = await makeTestOffice();
    await office.must("sync.join", { bytes: hq.invite("KTL"), fingerprint: hq.fingerprint });
    const renewed = new Headquarters();
    const keys = { ...(hq.invitationManifest("KTL").keys as object), signing: renewed.publicLine };
    const bytes = hq.invite("KTL", { keys });
    await office.must("sync.join", { bytes, fingerprint: renewed.fingerprint });
    const state = await office.must("sync.state", {});
    expect(state.headquarters).toMatchObject({ code: "BKO", fingerprint: renewed.fingerprint });
    const before = standing(office);
    expect(await rejoin(office, bytes, renewed.fingerprint)).toBe(refusal("sync.badSignature"));
    expect(await rejoin(office, hq.invite("KTL"))).toBe(refusal("sync.alreadyJoined"));
    expect(standing(office)).toEqual(before);
  });

  test("may come again, and gives the same keys again", async () => {
    const office = await makeTestOffice();
    const bytes = hq.invite("KTL");
    const keysIn = (file: Uint8Array) => {
      using unpacked = hq.unpack(file);
      return unpacked.manifest.keys;
    };
    const first = await office.must("sync.join", { bytes, fingerprint: hq.fingerprint });
    const joinedAt = (await office.must("sync.state", {})).headquarters?.joinedAt;
    office.clock.move({ days: 2 });
    const again = await office.must("sync.join", { bytes, fingerprint: hq.fingerprint });
    expect(keysIn(again.bytes)).toEqual(keysIn(first.bytes));
    expect((await office.must("sync.state", {})).headquarters?.joinedAt).toBe(joinedAt);
  });
});

describe("an invitation is refused, and nothing changes,", () => {
  test("with a fingerprint that is not the one read aloud", async () => {
    const office = await makeTestOffice();
    const before = standing(office);
    const wrong = hq.fingerprint.replace(/^\d/, (digit) => String((Number(digit) + 1) % 10));
    expect(await rejoin(office, hq.invite("KTL"), wrong)).toBe(
      refusal("sync.fingerprintMismatch", "fingerprint"),
    );
    expect(standing(office)).toEqual(before);
  });

  test("when it is for another office", async () => {
    const office = await makeTestOffice();
    expect(await rejoin(office, hq.invite("MPT"))).toBe(refusal("sync.forAnotherOffice"));
  });

  test("when another headquarters was joined before", async () => {
    const office = await makeTestOffice();
    await office.must("sync.join", { bytes: hq.invite("KTL"), fingerprint: hq.fingerprint });
    const before = standing(office);
    const other = new Headquarters("SEG");
    expect(await rejoin(office, other.invite("KTL"), other.fingerprint)).toBe(refusal("sync.alreadyJoined"));
    expect(standing(office)).toEqual(before);
  });

  test("when its signature is by another key than the one that it brings", async () => {
    const office = await makeTestOffice();
    const other = new Headquarters("SEG");
    const brought = { ...(hq.invitationManifest("KTL").keys as object), signing: other.publicLine };
    expect(await rejoin(office, hq.invite("KTL", { keys: brought }))).toBe(refusal("sync.badSignature"));
    const signedByOther = other.bundle(hq.invitationManifest("KTL"));
    expect(await rejoin(office, signedByOther)).toBe(refusal("sync.badSignature"));
  });

  test("when its signature was made for another purpose", async () => {
    const office = await makeTestOffice();
    const text = JSON.stringify(hq.invitationManifest("KTL"));
    const bytes = zipped({
      "LISEZMOI.txt": Buffer.from(""),
      "manifest.json": Buffer.from(text),
      "manifest.json.sig": Buffer.from(hq.sign(text, "git")),
    });
    expect(await rejoin(office, bytes)).toMatch(/^sync\.(notABundle|badSignature)$/);
  });

  test.each<[string, Record<string, unknown>]>([
    [
      "of another kind",
      { kind: "receipt", to: { office: "KTL", key: `SHA256:${"A".repeat(43)}` }, keys: undefined },
    ],
    ["with a recipient whose checksum is wrong", { keys: "wrongRecipient" }],
    ["with a tier's recipient missing", { keys: "missingRecipient" }],
    ["with a field that the format does not have", { surprise: true }],
    ["with a number that is no number", { number: "0" }],
  ])("when it is %s", async (_, changes) => {
    const office = await makeTestOffice();
    const manifest = hq.invitationManifest("KTL");
    const keys = manifest.keys as { recipients: Record<string, string> };
    const recipients = { ...keys.recipients };
    if (changes.keys === "wrongRecipient")
      recipients.finance = (recipients.finance ?? "").replace(/.$/, (last) => (last === "q" ? "p" : "q"));
    if (changes.keys === "missingRecipient") delete recipients.rights;
    const changed = { ...manifest, ...changes, keys: changes.kind ? undefined : { ...keys, recipients } };
    expect(await rejoin(office, hq.bundle(changed))).toMatch(/^sync\.(notABundle|notAnInvitation)$/);
  });

  test("when it is of a newer format, with words that say so", async () => {
    const office = await makeTestOffice();
    expect(await rejoin(office, hq.invite("KTL", { format: "danaya-bundle/2" }))).toBe(
      refusal("sync.newerFormat"),
    );
  });

  test("when its manifest is not in canonical JSON", async () => {
    const office = await makeTestOffice();
    const manifest = hq.invitationManifest("KTL");
    for (const text of [
      JSON.stringify(manifest, null, 1),
      `\ufeff${JSON.stringify(manifest)}`,
      JSON.stringify(Object.fromEntries(Object.entries(manifest).sort().reverse())),
    ]) {
      expect(await rejoin(office, hq.bundle(manifest, {}, text))).toBe(refusal("sync.notABundle"));
    }
  });

  test("by whoever may not join, and by a file that is no bundle at all", async () => {
    const office = await makeTestOffice();
    for (const bytes of [
      new Uint8Array(0),
      Buffer.from("PK"),
      Buffer.from("%PDF-1.7"),
      new Uint8Array(100_000),
    ])
      expect(await rejoin(office, bytes)).toBe(refusal("sync.notABundle"));
    const { login, passphrase } = await office.addPerson("secretary");
    expect(await office.signIn({ login, passphrase })).toMatchObject({ ok: true });
    expect(await rejoin(office, hq.invite("KTL"))).toBe(refusal("access.forbidden"));
  });
});
