import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { Tier } from "../../src/contract/sync.ts";
import { systemRandom } from "../../src/crypto/entropy.ts";
import { makeRecoveryCode } from "../../src/crypto/recoveryCode.ts";
import { generateAgeIdentity, recipientOf } from "../../src/crypto/sealing.ts";
import {
  addPerson,
  addRecovery,
  bytesOfIdentity,
  createTier,
  emptyTierKeyring,
  grantTier,
  holdersOf,
  identityOf,
  makeTierSecret,
  openPerson,
  openRecovery,
  openTiers,
  type PersonalKey,
  recipientsOf,
  relockPerson,
  removePerson,
  settlePerson,
  settleRecovery,
  type TierSecret,
  tiersOf,
  withdrawTier,
} from "../../src/crypto/tierKeyring.ts";
import {
  officeOfTierKeyring,
  parseTierKeyring,
  serializeTierKeyring,
  type TierKeyring,
} from "../../src/crypto/tierKeyringFile.ts";
import { ask, Folder } from "./stockTools.ts";

const CHEAP = { memoryKib: 8, passes: 1, parallelism: 1 };
const databaseKey = new Uint8Array(32).map((_, at) => at * 7);
const AWA = { login: "awa", passphrase: "le mil est dans le grenier" };
const OUMOU = { login: "oumou", passphrase: "la pirogue rentre au port" };
const CODE = makeRecoveryCode(systemRandom);
const secrets = Tier.options.map((tier) => makeTierSecret(tier, systemRandom));
const secretOf = (tier: Tier): TierSecret => {
  const secret = secrets.find((one) => one.tier === tier);
  if (secret === undefined) throw new Error(`no secret of ${tier}`);
  return secret;
};
const names = (opened: readonly TierSecret[]) => opened.map(({ tier }) => tier);
const identitiesOf = (keys: readonly PersonalKey[]) => keys.map(({ identity }) => identity);

/** Awa holds every tier, Oumou finance; the recovery code brings all back. */
let keyring: TierKeyring;
let awa: PersonalKey;
let oumou: PersonalKey;

beforeAll(async () => {
  const first = await addPerson(emptyTierKeyring("BKO"), AWA, systemRandom, CHEAP);
  const second = await addPerson(first.keyring, OUMOU, systemRandom, CHEAP);
  awa = first.key;
  oumou = second.key;
  keyring = await addRecovery(second.keyring, { code: CODE, secrets: [] }, systemRandom, CHEAP);
  for (const secret of secrets) keyring = await createTier(keyring, secret, [awa.recipient]);
  keyring = await grantTier(keyring, secretOf("finance"), [oumou.recipient]);
});

describe("an age identity", () => {
  it("is its 32 bytes in bech32, and age-keygen reads it", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (raw) => {
        expect(bytesOfIdentity(identityOf(raw))).toEqual(raw);
      }),
    );
    using folder = new Folder();
    const identity = identityOf(systemRandom(32));
    const shown = ask("age-keygen", ["-y", folder.write("key.txt", `${identity}\n`)]).toString();
    return expect(recipientOf(identity)).resolves.toBe(shown.trim());
  });

  it("is read as the age tools write it, and nothing else is", async () => {
    const { identity } = await generateAgeIdentity();
    expect(identityOf(bytesOfIdentity(identity))).toBe(identity);
    const recipient = await recipientOf(identity);
    for (const text of ["", recipient, `${identity.slice(0, -1)}Q`])
      expect(() => bytesOfIdentity(text)).toThrow();
  });
});

describe("a person's own key", () => {
  it("opens with her login and passphrase, and opens the tiers that she holds and no other", async () => {
    const opened = await openPerson(keyring, "awa", AWA.passphrase);
    expect(opened).toEqual([awa]);
    expect(await openTiers(keyring, identitiesOf(opened))).toEqual(secrets);
    const hers = await openPerson(keyring, "oumou", OUMOU.passphrase);
    expect(await openTiers(keyring, identitiesOf(hers))).toEqual([secretOf("finance")]);
    expect(await openPerson(keyring, "awa", OUMOU.passphrase)).toEqual([]);
    expect(await openPerson(keyring, "awa", "")).toEqual([]);
    expect(await openPerson(keyring, "fanta", AWA.passphrase)).toEqual([]);
    expect(await openTiers(keyring, [])).toEqual([]);
  });

  it("does not open in another office's file, nor beside another recipient or another person's mark", async () => {
    expect(await openPerson({ ...keyring, office: "KTL" }, "awa", AWA.passphrase)).toEqual([]);
    const [first, second] = keyring.people;
    if (first === undefined || second === undefined) throw new Error("two people were added");
    for (const stolen of [
      { ...first, recipient: second.recipient },
      { ...first, who: second.who, whoSalt: second.whoSalt },
    ]) {
      const planted = { ...keyring, people: [stolen] };
      expect(await openPerson(planted, "awa", AWA.passphrase)).toEqual([]);
      expect(await openPerson(planted, "oumou", AWA.passphrase)).toEqual([]);
    }
  });

  it("opens by the old and the new passphrase while they change, and by the new one alone once settled", async () => {
    const next = "sept tamis neufs";
    const relocked = await relockPerson(
      keyring,
      { login: "awa", passphrase: next, identity: awa.identity },
      systemRandom,
      CHEAP,
    );
    for (const passphrase of [AWA.passphrase, next])
      expect(identitiesOf(await openPerson(relocked.keyring, "awa", passphrase))).toEqual([awa.identity]);
    expect(recipientsOf(relocked.keyring, "awa")).toEqual([awa.recipient]);
    const settled = await settlePerson(relocked.keyring, "awa", [relocked.key], {
      secrets: [],
      onlySuperseded: true,
    });
    expect(await openPerson(settled, "awa", AWA.passphrase)).toEqual([]);
    expect(await openPerson(settled, "awa", next)).toEqual([relocked.key]);
    expect(settled.tiers).toEqual(keyring.tiers);
  });

  it("that alone holds a tier is spared where only superseded ones go", async () => {
    const added = await addPerson(
      keyring,
      { login: "awa", passphrase: "sept tamis neufs" },
      systemRandom,
      CHEAP,
    );
    const half = await grantTier(added.keyring, secretOf("health"), [added.key.recipient]);
    const spared = await settlePerson(half, "awa", [added.key], { secrets, onlySuperseded: true });
    expect(spared).toBe(half);
    const gone = await settlePerson(half, "awa", [added.key], { secrets });
    expect(await openPerson(gone, "awa", AWA.passphrase)).toEqual([]);
    expect(tiersOf(gone, "awa")).toEqual(["health"]);
    expect(await openTiers(gone, [awa.identity])).toEqual([]);
    expect(names(await openTiers(gone, [added.key.identity]))).toEqual(["health"]);
  });

  it("is not made from an empty passphrase or a short source of randomness", async () => {
    const empty = { ...AWA, passphrase: "" };
    await expect(addPerson(keyring, empty, systemRandom, CHEAP)).rejects.toThrow(RangeError);
    await expect(addPerson(keyring, AWA, () => new Uint8Array(4), CHEAP)).rejects.toThrow(RangeError);
  });
});

describe("a tier", () => {
  it("is given without anybody's passphrase, and taken back", async () => {
    const granted = await grantTier(keyring, secretOf("health"), [oumou.recipient]);
    expect(names(await openTiers(granted, [oumou.identity]))).toEqual(["finance", "health"]);
    expect(tiersOf(granted, "oumou")).toEqual(["finance", "health"]);
    const again = await grantTier(granted, secretOf("health"), [oumou.recipient]);
    expect(holdersOf(again, "health")).toEqual([awa.recipient, oumou.recipient]);
    const withdrawn = await withdrawTier(again, secretOf("health"), [oumou.recipient]);
    expect(names(await openTiers(withdrawn, [oumou.identity]))).toEqual(["finance"]);
    expect(names(await openTiers(withdrawn, [awa.identity]))).toEqual(Tier.options);
  });

  it("stays with exactly those whom it was given to, whatever the order of grants and withdrawals", async () => {
    const step = fc.record({
      tier: fc.constantFrom(...Tier.options),
      isGrant: fc.boolean(),
      toAwa: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
        let now = keyring;
        const expected = new Map([
          [awa, new Set<Tier>(Tier.options)],
          [oumou, new Set<Tier>(["finance"])],
        ]);
        for (const { tier, isGrant, toAwa } of steps) {
          const who = toAwa ? awa : oumou;
          const move = isGrant ? grantTier : withdrawTier;
          now = await move(now, secretOf(tier), [who.recipient]);
          if (isGrant) expected.get(who)?.add(tier);
          else expected.get(who)?.delete(tier);
        }
        for (const [who, tiers] of expected)
          expect(new Set(names(await openTiers(now, [who.identity])))).toEqual(tiers);
        const recovery = await openRecovery(now, CODE);
        expect(await openTiers(now, recovery === null ? [] : [recovery])).toEqual(secrets);
      }),
      { numRuns: 15 },
    );
  });

  it("is sealed to nobody who is not in the keyring, and never to nobody at all", async () => {
    const stranger = await generateAgeIdentity();
    const granted = await grantTier(keyring, secretOf("health"), [stranger.recipient]);
    expect(await openTiers(granted, [stranger.identity])).toEqual([]);
    const alone = { ...keyring, recovery: [] };
    await expect(withdrawTier(alone, secretOf("health"), [awa.recipient])).rejects.toThrow(RangeError);
    const none = { ...keyring, tiers: [] };
    await expect(grantTier(none, secretOf("health"), [])).rejects.toThrow(RangeError);
    await expect(createTier(keyring, secretOf("health"), [])).rejects.toThrow(RangeError);
  });

  it("does not open in the place of another tier or in another office's file", async () => {
    const [identity, finance] = keyring.tiers;
    if (identity === undefined || finance === undefined) throw new Error("all tiers were made");
    const swapped = { ...keyring, tiers: [{ ...identity, tier: "finance" as const }] };
    expect(await openTiers(swapped, [awa.identity])).toEqual([]);
    const foreign = { ...keyring, tiers: [{ ...identity, recipient: finance.recipient }] };
    expect(await openTiers(foreign, [awa.identity])).toEqual([]);
    expect(await openTiers({ ...keyring, office: "KTL" }, [awa.identity])).toEqual([]);
  });

  it("opens by hand with age, for the holder and for the recovery code's identity", async () => {
    using folder = new Folder();
    const seal = keyring.tiers.find(({ tier }) => tier === "finance");
    const recovery = await openRecovery(keyring, CODE);
    for (const identity of [awa.identity, oumou.identity, recovery ?? ""]) {
      const key = folder.write("identity.txt", `${identity}\n`);
      const text = ask("age", ["-d", "-i", key], Buffer.from(seal?.sealed ?? "", "base64")).toString();
      const { identity: own, storeKey } = secretOf("finance");
      expect(JSON.parse(text)).toEqual({
        format: "danaya-tiers/1",
        identity: own,
        kind: "tier",
        office: "BKO",
        storeKey,
        tier: "finance",
      });
    }
  });

  it("is no more sealed to a person who was removed, as far as the remover holds it", async () => {
    const removed = await removePerson(keyring, "oumou", secrets);
    expect(recipientsOf(removed, "oumou")).toEqual([]);
    expect(await openTiers(removed, [oumou.identity])).toEqual([]);
    expect(names(await openTiers(removed, [awa.identity]))).toEqual(Tier.options);
    const byAnother = await removePerson(keyring, "oumou", []);
    expect(await openPerson(byAnother, "oumou", OUMOU.passphrase)).toEqual([]);
    expect(holdersOf(byAnother, "finance")).toEqual([awa.recipient]);
  });
});

describe("the recovery code", () => {
  it("opens every tier, as people type it, and nothing when it is another or mistyped", async () => {
    const identity = await openRecovery(keyring, CODE.toLowerCase().replaceAll("-", " "));
    expect(await openTiers(keyring, [identity ?? ""])).toEqual(secrets);
    expect(await openRecovery(keyring, makeRecoveryCode(systemRandom))).toBeNull();
    expect(await openRecovery(keyring, CODE.slice(0, -1))).toBeNull();
    expect(await openRecovery({ ...keyring, office: "KTL" }, CODE)).toBeNull();
    expect(await openRecovery({ ...keyring, recovery: [] }, CODE)).toBeNull();
  });

  it("and a new one both open while they change; once settled the old one is worth nothing", async () => {
    const old = await openRecovery(keyring, CODE);
    const code = makeRecoveryCode(systemRandom);
    const both = await addRecovery(keyring, { code, secrets }, systemRandom, CHEAP);
    for (const each of [CODE, code])
      expect(await openTiers(both, [(await openRecovery(both, each)) ?? ""])).toEqual(secrets);
    const settled = await settleRecovery(both, secrets);
    expect(await openRecovery(settled, CODE)).toBeNull();
    expect(await openTiers(settled, [old ?? ""])).toEqual([]);
    expect(await openTiers(settled, [(await openRecovery(settled, code)) ?? ""])).toEqual(secrets);
    expect(await openTiers(settled, [oumou.identity])).toEqual([secretOf("finance")]);
  });

  it("is not changed by somebody who does not hold every tier", async () => {
    const about = { code: makeRecoveryCode(systemRandom), secrets: [secretOf("finance")] };
    await expect(addRecovery(keyring, about, systemRandom, CHEAP)).rejects.toThrow(RangeError);
    await expect(settleRecovery(keyring, about.secrets)).rejects.toThrow(RangeError);
    const wrong = { code: "no code", secrets };
    await expect(addRecovery(keyring, wrong, systemRandom, CHEAP)).rejects.toThrow(RangeError);
  });
});

describe("the tier keyring's file", () => {
  it("comes back as it was written, and names no one and no secret", async () => {
    // Long enough that chance never writes it into base64.
    const login = "korotoumou.diarrassouba";
    const named = await addPerson(keyring, { login, passphrase: "trois pirogues" }, systemRandom, CHEAP);
    const text = serializeTierKeyring(named.keyring, databaseKey);
    expect(parseTierKeyring(text, databaseKey)).toEqual(named.keyring);
    expect(officeOfTierKeyring(text)).toBe("BKO");
    const { identity, storeKey } = secretOf("health");
    for (const word of [login, "korotoumou", identity, storeKey, named.key.identity, CODE])
      expect(text.toLowerCase()).not.toContain(word.toLowerCase());
  });

  it("is refused with one bit of it flipped or its end cut off, wherever that is", () => {
    const text = Buffer.from(serializeTierKeyring(keyring, databaseKey));
    for (let at = 0; at < text.length; at += 1) {
      const flipped = Uint8Array.from(text);
      flipped[at] = (flipped[at] ?? 0) ^ ([1, 2, 4, 32][at % 4] ?? 1);
      const read = parseTierKeyring(Buffer.from(flipped).toString("latin1"), databaseKey);
      // A blank between two words may become a line break: that changes nothing.
      if (read !== null) expect(read, `byte ${at}`).toEqual(keyring);
    }
    for (let end = 0; end < text.length - 1; end += 97)
      expect(parseTierKeyring(text.subarray(0, end).toString(), databaseKey)).toBeNull();
  });

  it("is refused when somebody without the database's key put his own recipient into it", async () => {
    const stranger = await addPerson(keyring, OUMOU, systemRandom, CHEAP);
    const planted = { ...keyring, people: stranger.keyring.people };
    const text = serializeTierKeyring(planted, systemRandom(32));
    expect(parseTierKeyring(text, databaseKey)).toBeNull();
    const { mac } = JSON.parse(serializeTierKeyring(keyring, databaseKey));
    expect(parseTierKeyring(JSON.stringify({ ...planted, mac }), databaseKey)).toBeNull();
  });

  it("is refused when it asks for absurd work or is not of this format", () => {
    const [person] = keyring.people;
    const [seal] = keyring.tiers;
    const [recovery] = keyring.recovery;
    if (person === undefined || seal === undefined || recovery === undefined)
      throw new Error("all were made");
    const costly = { ...person.argon2, memoryKib: 1024 * 1024 + 1 };
    const wrong: object[] = [
      { ...keyring, format: "danaya-tiers/2" },
      { ...keyring, office: "bko" },
      { ...keyring, more: 1 },
      { ...keyring, people: [{ ...person, argon2: costly }] },
      { ...keyring, recovery: [{ ...recovery, argon2: costly }] },
      { ...keyring, people: [person, person] },
      { ...keyring, people: [{ ...person, recipient: "age1nobody" }] },
      { ...keyring, tiers: [seal, seal] },
      { ...keyring, tiers: [{ ...seal, tier: "other" }] },
      { ...keyring, tiers: [{ ...seal, sealed: "not base 64" }] },
      { ...keyring, tiers: [{ ...seal, sealed: "AAAA".repeat(100_000) }] },
      { ...keyring, tiers: [{ ...seal, holders: ["age1nobody"] }] },
    ];
    for (const value of wrong)
      expect(
        parseTierKeyring(serializeTierKeyring(value as TierKeyring, databaseKey), databaseKey),
      ).toBeNull();
    for (const text of ["", "null", "[]", "{}", "\u0000", "{".repeat(10_000)]) {
      expect(parseTierKeyring(text, databaseKey)).toBeNull();
      expect(officeOfTierKeyring(text)).toBeNull();
    }
  });
});
