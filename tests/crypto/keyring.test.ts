import { argon2Sync, createDecipheriv } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256Hex } from "../../src/crypto/digests.ts";
import { systemRandom } from "../../src/crypto/entropy.ts";
import {
  addUserSlot,
  emptyKeyring,
  hasUserSlot,
  KEYRING_COST,
  openHeadquartersSlot,
  openRecoverySlot,
  openUserSlot,
  removeUserSlot,
  setHeadquartersSlot,
  setRecoverySlot,
} from "../../src/crypto/keyring.ts";
import { type Keyring, parseKeyring, serializeKeyring } from "../../src/crypto/keyringFile.ts";
import { makeRecoveryCode } from "../../src/crypto/recoveryCode.ts";
import { generateAgeIdentity } from "../../src/crypto/sealing.ts";
import { ask, Folder } from "./stockTools.ts";

const CHEAP = { memoryKib: 8, passes: 1, parallelism: 1 };
const databaseKey = new Uint8Array(32).map((_, at) => at * 7);
const empty = emptyKeyring("KTL");
const awa = { login: "awa", passphrase: "le mil est dans le grenier", databaseKey };
const oumou = { login: "oumou", passphrase: "la pirogue rentre au port", databaseKey };

const withAwa = () => addUserSlot(empty, awa, systemRandom, CHEAP);
const withBoth = async () => addUserSlot(await withAwa(), oumou, systemRandom, CHEAP);

describe("a user's slot", () => {
  it("opens with her login and passphrase, and with nothing else", async () => {
    const keyring = await withBoth();
    expect(await openUserSlot(keyring, "awa", awa.passphrase)).toEqual(databaseKey);
    expect(await openUserSlot(keyring, "oumou", oumou.passphrase)).toEqual(databaseKey);
    expect(await openUserSlot(keyring, "awa", oumou.passphrase)).toBeNull();
    expect(await openUserSlot(keyring, "awa", "")).toBeNull();
    expect(await openUserSlot(keyring, "fanta", awa.passphrase)).toBeNull();
    expect(await openUserSlot(empty, "awa", awa.passphrase)).toBeNull();
  });

  it("takes any passphrase, however its accents and spaces are typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "grapheme", minLength: 1 }), async (passphrase) => {
        const keyring = await addUserSlot(empty, { ...awa, passphrase }, systemRandom, CHEAP);
        expect(await openUserSlot(keyring, "awa", passphrase.normalize("NFD"))).toEqual(databaseKey);
        expect(await openUserSlot(keyring, "awa", `${passphrase}x`)).toBeNull();
      }),
      { numRuns: 30 },
    );
    const keyring = await addUserSlot(empty, { ...awa, passphrase: "mil\u00a0é" }, systemRandom, CHEAP);
    expect(await openUserSlot(keyring, "awa", "mil e\u0301")).toEqual(databaseKey);
  });

  it("replaces her former one", async () => {
    const changed = await addUserSlot(
      await withBoth(),
      { ...awa, passphrase: "nouvelle" },
      systemRandom,
      CHEAP,
    );
    expect(changed.slots).toHaveLength(2);
    expect(await openUserSlot(changed, "awa", awa.passphrase)).toBeNull();
    expect(await openUserSlot(changed, "awa", "nouvelle")).toEqual(databaseKey);
    expect(await openUserSlot(changed, "oumou", oumou.passphrase)).toEqual(databaseKey);
  });

  it("is gone once removed, and the keyring before is as it was", async () => {
    const before = await withBoth();
    const after = removeUserSlot(before, "awa");
    expect([hasUserSlot(before, "awa"), hasUserSlot(after, "awa"), hasUserSlot(after, "oumou")]).toEqual([
      true,
      false,
      true,
    ]);
    expect(await openUserSlot(after, "awa", awa.passphrase)).toBeNull();
    expect(await openUserSlot(before, "awa", awa.passphrase)).toEqual(databaseKey);
  });

  it("does not open in another office's keyring, nor under another user's mark", async () => {
    const keyring = await withBoth();
    expect(await openUserSlot({ ...keyring, office: "SKS" }, "awa", awa.passphrase)).toBeNull();
    const [first, second] = keyring.slots;
    if (first?.kind !== "user" || second?.kind !== "user") throw new Error("two user slots were made");
    const stolen = { ...second, who: first.who, whoSalt: first.whoSalt };
    expect(await openUserSlot({ ...keyring, slots: [stolen] }, "awa", oumou.passphrase)).toBeNull();
  });

  it("is not made from an empty passphrase, a short key or a short source of randomness", async () => {
    await expect(addUserSlot(empty, { ...awa, passphrase: "" }, systemRandom, CHEAP)).rejects.toThrow(
      RangeError,
    );
    const short = { ...awa, databaseKey: new Uint8Array(16) };
    await expect(addUserSlot(empty, short, systemRandom, CHEAP)).rejects.toThrow(RangeError);
    await expect(addUserSlot(empty, awa, () => new Uint8Array(4), CHEAP)).rejects.toThrow(RangeError);
  });

  it("costs what the design asks: 64 MiB and three passes, also for a login that is not there", async () => {
    expect(KEYRING_COST).toEqual({ memoryKib: 65536, passes: 3, parallelism: 1 });
    const keyring = await addUserSlot(empty, awa, systemRandom);
    expect(keyring.slots[0]).toMatchObject({ argon2: KEYRING_COST });
    const known = await secondsOf(() => openUserSlot(keyring, "awa", "wrong"));
    const unknown = await secondsOf(() => openUserSlot(keyring, "fanta", "wrong"));
    const nobody = await secondsOf(() => openUserSlot(empty, "fanta", "wrong"));
    // A miss without the work would take a thousandth.
    expect(Math.min(unknown, nobody)).toBeGreaterThan(known / 20);
  });

  it("opens by the format's description alone, with another implementation of Argon2id", async () => {
    const slot = (await withAwa()).slots[0];
    if (slot?.kind !== "user") throw new Error("a user slot was made");
    const key = argon2Sync("argon2id", {
      message: awa.passphrase,
      nonce: Buffer.from(slot.argon2.salt, "hex"),
      memory: slot.argon2.memoryKib,
      passes: slot.argon2.passes,
      parallelism: slot.argon2.parallelism,
      tagLength: 32,
    });
    const sealed = Buffer.from(slot.sealed, "hex");
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(slot.nonce, "hex"));
    const { who, whoSalt } = slot;
    decipher.setAAD(
      Buffer.from(
        `{"format":"danaya-keyring/1","kind":"user","office":"KTL","who":"${who}","whoSalt":"${whoSalt}"}`,
      ),
    );
    decipher.setAuthTag(sealed.subarray(32));
    const opened = Buffer.concat([decipher.update(sealed.subarray(0, 32)), decipher.final()]);
    expect(new Uint8Array(opened)).toEqual(databaseKey);
    expect(who).toBe(sha256Hex(Buffer.concat([Buffer.from(whoSalt, "hex"), Buffer.from("awa")])));
  });
});

describe("the recovery slot", () => {
  it("opens with the printed code as people type it, until a new code is made", async () => {
    const [old, code] = [makeRecoveryCode(systemRandom), makeRecoveryCode(systemRandom)];
    const before = await setRecoverySlot(await withAwa(), old, databaseKey, systemRandom, CHEAP);
    expect(await openRecoverySlot(before, old.toLowerCase().replaceAll("-", " "))).toEqual(databaseKey);
    const after = await setRecoverySlot(before, code, databaseKey, systemRandom, CHEAP);
    expect(after.slots).toHaveLength(2);
    expect(await openRecoverySlot(after, old)).toBeNull();
    expect(await openRecoverySlot(after, code)).toEqual(databaseKey);
    expect(await openUserSlot(after, "awa", awa.passphrase)).toEqual(databaseKey);
  });

  it("does not open with a mistyped code, when there is none, or in another office", async () => {
    const code = makeRecoveryCode(systemRandom);
    const keyring = await setRecoverySlot(empty, code, databaseKey, systemRandom, CHEAP);
    expect(await openRecoverySlot(keyring, code.slice(0, -1))).toBeNull();
    expect(await openRecoverySlot(empty, code)).toBeNull();
    expect(await openRecoverySlot({ ...keyring, office: "SKS" }, code)).toBeNull();
    await expect(setRecoverySlot(empty, "no code", databaseKey, systemRandom, CHEAP)).rejects.toThrow(
      RangeError,
    );
  });
});

describe("headquarters' slot", () => {
  it("opens with headquarters' identity only, for the office that it was made in", async () => {
    const [siege, stranger] = [await generateAgeIdentity(), await generateAgeIdentity()];
    const keyring = await setHeadquartersSlot(await withAwa(), siege.recipient, databaseKey);
    expect(await openHeadquartersSlot(keyring, siege.identity)).toEqual(databaseKey);
    expect(await openHeadquartersSlot(keyring, stranger.identity)).toBeNull();
    expect(await openHeadquartersSlot({ ...keyring, office: "SKS" }, siege.identity)).toBeNull();
    expect(await openHeadquartersSlot(empty, siege.identity)).toBeNull();
    const moved = await setHeadquartersSlot(keyring, stranger.recipient, databaseKey);
    expect(moved.slots).toHaveLength(2);
    expect(await openHeadquartersSlot(moved, siege.identity)).toBeNull();
  });

  it("opens by hand with age", async () => {
    using folder = new Folder();
    const siege = await generateAgeIdentity();
    const slot = (await setHeadquartersSlot(empty, siege.recipient, databaseKey)).slots[0];
    if (slot?.kind !== "headquarters") throw new Error("a headquarters slot was made");
    const key = folder.write("identity.txt", siege.identity);
    const text = ask("age", ["-d", "-i", key], Buffer.from(slot.sealed, "base64")).toString();
    expect(JSON.parse(text)).toEqual({
      databaseKey: Buffer.from(databaseKey).toString("hex"),
      format: "danaya-keyring/1",
      kind: "headquarters",
      office: "KTL",
    });
  });
});

describe("the keyring's file", () => {
  it("comes back as it was written and names no one", async () => {
    const siege = await generateAgeIdentity();
    const code = makeRecoveryCode(systemRandom);
    // Long enough that chance never writes it into base64.
    const login = "korotoumou.diarrassouba";
    const passphrase = "trois pirogues vertes";
    const named = await addUserSlot(
      await withBoth(),
      { login, passphrase, databaseKey },
      systemRandom,
      CHEAP,
    );
    const recovered = await setRecoverySlot(named, code, databaseKey, systemRandom, CHEAP);
    const keyring = await setHeadquartersSlot(recovered, siege.recipient, databaseKey);
    const text = serializeKeyring(keyring);
    expect(parseKeyring(text)).toEqual(keyring);
    for (const word of [login, "korotoumou", Buffer.from(databaseKey).toString("hex"), code]) {
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
    }
  });

  it("never opens with one bit of it flipped or its end cut off", async () => {
    const text = Buffer.from(serializeKeyring(await withAwa()));
    const opens = async (bytes: Uint8Array) => {
      const keyring = parseKeyring(Buffer.from(bytes).toString("latin1"));
      return keyring !== null && (await openUserSlot(keyring, "awa", awa.passphrase)) !== null;
    };
    expect(await opens(text)).toBe(true);
    for (let at = 0; at < text.length; at += 1) {
      const flipped = Uint8Array.from(text);
      // The three low bits in turn, and the case bit: those that leave the text printable.
      flipped[at] = (flipped[at] ?? 0) ^ ([1, 2, 4, 32][at % 4] ?? 1);
      expect(await opens(flipped), `byte ${at}`).toBe(false);
    }
    for (let end = 0; end < text.length - 1; end += 7) expect(await opens(text.subarray(0, end))).toBe(false);
  }, 20_000);

  it("is refused when it asks for absurd work or is not of this format", async () => {
    const keyring = await withAwa();
    const [slot] = keyring.slots;
    if (slot?.kind !== "user") throw new Error("a user slot was made");
    const withArgon2 = (change: object) => ({
      ...keyring,
      slots: [{ ...slot, argon2: { ...slot.argon2, ...change } }],
    });
    const wrong: object[] = [
      withArgon2({ memoryKib: 7 }),
      withArgon2({ memoryKib: 1024 * 1024 + 1 }),
      withArgon2({ memoryKib: 8, parallelism: 2 }),
      withArgon2({ passes: 0 }),
      withArgon2({ passes: 1000 }),
      withArgon2({ salt: "" }),
      { ...keyring, format: "danaya-keyring/2" },
      { ...keyring, office: "ktl" },
      { ...keyring, more: 1 },
      { ...keyring, slots: [{ ...slot, kind: "other" }] },
      { ...keyring, slots: [{ ...slot, sealed: slot.sealed.toUpperCase().replace(/^./, "A") }] },
      { ...keyring, slots: Array.from({ length: 201 }, () => slot) },
    ];
    expect(parseKeyring(JSON.stringify(withArgon2({ memoryKib: 1024 * 1024 })))).not.toBeNull();
    for (const value of wrong) expect(parseKeyring(JSON.stringify(value))).toBeNull();
    for (const text of ["", "null", "[]", "{}", "\u0000\u0000", "{".repeat(10_000)])
      expect(parseKeyring(text)).toBeNull();
  });

  it("is refused with two recovery slots, of which one could be planted", async () => {
    const keyring = await setRecoverySlot(
      empty,
      makeRecoveryCode(systemRandom),
      databaseKey,
      systemRandom,
      CHEAP,
    );
    const twice: Keyring = { ...keyring, slots: [...keyring.slots, ...keyring.slots] };
    expect(parseKeyring(serializeKeyring(twice))).toBeNull();
  });
});

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
