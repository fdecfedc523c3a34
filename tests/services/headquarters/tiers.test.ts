import { describe, expect, test } from "vitest";
import { Tier } from "../../../src/contract/sync.ts";
import { sealBytes } from "../../../src/crypto/sealing.ts";
import { ask, Folder } from "../../crypto/stockTools.ts";
import { AWA, makeTestOffice } from "../../support/office.ts";
import { addColleague, makeSiege, tierKeyringOf, tiersAtSignIn } from "./siege.ts";

describe("who reads what", () => {
  test("is listed: each tier with its recipient and holders, each person with whether she is ready", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "accountant", "kadia");
    await siege.addPerson("secretary", "mariam");
    const { tiers, people } = await siege.must("headquarters.tiers", {});
    expect(tiers.map(({ tier }) => tier)).toEqual(Tier.options);
    const finance = tiers.find(({ tier }) => tier === "finance");
    expect(finance?.holders.map(({ name }) => name)).toEqual(["Awa Sissoko", "Personne kadia"]);
    expect(finance?.holders[1]?.userId).toBe(kadia.id);
    expect(tiers.find(({ tier }) => tier === "health")?.holders).toHaveLength(1);
    expect(people.map(({ name, role, ready }) => [name, role, ready])).toEqual([
      ["Awa Sissoko", "coordinator", true],
      ["Personne kadia", "accountant", true],
      ["Personne mariam", "secretary", false],
    ]);
  });

  test("leaves out a person who was shut out", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "accountant", "kadia");
    await siege.must("access.updateUser", { id: kadia.id, name: "K", role: "accountant", active: false });
    const { tiers, people } = await siege.must("headquarters.tiers", {});
    expect(people).toHaveLength(1);
    expect(tiers.every(({ holders }) => holders.length === 1)).toBe(true);
    expect(await siege.refused("headquarters.grantTier", { userId: kadia.id, tier: "finance" })).toBe(
      "access.userNotFound @ userId",
    );
  });
});

describe("a tier", () => {
  test("is given to a person: she reads it from her next sign-in on, and twice is once", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "secretary", "kadia");
    const about = { userId: kadia.id, tier: "identity" as const };
    await siege.must("headquarters.grantTier", about);
    await siege.must("headquarters.grantTier", about);
    expect(tierKeyringOf(siege).tiers.find(({ tier }) => tier === "identity")?.holders).toHaveLength(2);
    expect(await tiersAtSignIn(siege, kadia)).toEqual(["identity"]);
    await siege.signIn();
    const [latest, before] = await siege.must("access.listAudit", { before: null, limit: 2 });
    expect(latest).toMatchObject({ action: "grantTier", reference: `identity ${kadia.id}` });
    expect(before?.action).not.toBe("grantTier");
  });

  test("is taken back: the copies of all offices show her nothing of it any more", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "auditor", "kadia");
    await siege.must("headquarters.withdrawTier", { userId: kadia.id, tier: "identity" });
    await siege.must("headquarters.withdrawTier", { userId: kadia.id, tier: "identity" });
    const trail = await siege.must("access.listAudit", { before: null, limit: 10 });
    expect(trail.filter(({ action }) => action === "withdrawTier")).toHaveLength(1);
    expect(await tiersAtSignIn(siege, kadia)).toEqual(Tier.options.slice(1));
    expect(siege.call.national()?.tiers.has("identity")).toBe(false);
    await siege.signIn();
  });

  test("of one's own is given back only when somebody else holds it, and then at once", async () => {
    const siege = await makeSiege();
    const userId = siege.call.user.id;
    const about = { userId, tier: "health" as const };
    expect(await siege.refused("headquarters.withdrawTier", about)).toBe("headquarters.tierAlone @ userId");
    const kadia = await addColleague(siege, "healthCoordinator", "kadia");
    const open = siege.call.national();
    await siege.must("headquarters.withdrawTier", about);
    expect(() => open?.reader.get("SELECT 1")).toThrow();
    expect(siege.call.national()?.tiers.has("health")).toBe(false);
    for (const name of ["headquarters.grantTier", "headquarters.withdrawTier"] as const)
      expect(await siege.refused(name, { userId: kadia.id, tier: "health" })).toBe(
        "headquarters.tierNotHeld @ tier",
      );
    expect(await tiersAtSignIn(siege, AWA)).not.toContain("health");
  });

  test("waits for a person who has no key of her own yet", async () => {
    const siege = await makeSiege();
    const mariam = await siege.addPerson("accountant", "mariam");
    const about = { userId: mariam.id, tier: "finance" as const };
    expect(await siege.refused("headquarters.grantTier", about)).toBe("headquarters.personNotReady @ userId");
    await siege.must("headquarters.withdrawTier", about);
    await siege.must("access.signIn", { login: mariam.login, passphrase: mariam.passphrase });
    await siege.signIn();
    await siege.must("headquarters.grantTier", about);
  });

  test("is a coordinator's to give and take", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "accountant", "kadia");
    await siege.must("access.signIn", { login: kadia.login, passphrase: kadia.passphrase });
    const about = { userId: kadia.id, tier: "health" as const };
    expect(await siege.refused("headquarters.grantTier", about)).toBe("access.forbidden");
    expect(await siege.refused("headquarters.withdrawTier", about)).toBe("access.forbidden");
    expect(
      await siege.refused("headquarters.exportIdentity", { tier: "finance", passphrase: kadia.passphrase }),
    ).toBe("access.forbidden");
    await siege.signIn();
  });

  test("is headquarters' business: an antenna refuses all of it", async () => {
    const antenna = await makeTestOffice();
    const about = { userId: antenna.call.user.id, tier: "finance" as const };
    const { passphrase } = AWA;
    expect([
      await antenna.refused("headquarters.tiers", {}),
      await antenna.refused("headquarters.grantTier", about),
      await antenna.refused("headquarters.withdrawTier", about),
      await antenna.refused("headquarters.exportIdentity", { tier: "finance", passphrase }),
    ]).toEqual(Array(4).fill("headquarters.notHere"));
  });
});

describe("a tier's identity as a file", () => {
  test("is what age-keygen writes, and age opens with it what offices seal to the tier", async () => {
    const siege = await makeSiege();
    const { passphrase } = AWA;
    const file = await siege.must("headquarters.exportIdentity", { tier: "finance", passphrase });
    expect(file).toMatchObject({ fileName: "BKO-finance.txt", mediaType: "application/octet-stream" });
    const recipient = tierKeyringOf(siege).tiers.find(({ tier }) => tier === "finance")?.recipient ?? "";
    expect(Buffer.from(file.bytes).toString()).toMatch(
      new RegExp(
        `^# created: 2026-11-23T08:15:00Z\\n# public key: ${recipient}\\nAGE-SECRET-KEY-1[0-9A-Z]{58}\\n$`,
      ),
    );
    using folder = new Folder();
    const key = folder.write(file.fileName, file.bytes);
    expect(ask("age-keygen", ["-y", key]).toString().trim()).toBe(recipient);
    const sealed = await sealBytes(Buffer.from("douze reçus"), [recipient]);
    expect(ask("age", ["-d", "-i", key], sealed).toString()).toBe("douze reçus");
  });

  test("asks for the passphrase once more and leaves a trace", async () => {
    const siege = await makeSiege();
    const about = { tier: "rights" as const, passphrase: "pas la bonne phrase" };
    expect(await siege.refused("headquarters.exportIdentity", about)).toBe(
      "access.wrongPassphrase @ passphrase",
    );
    await siege.must("headquarters.exportIdentity", { ...about, passphrase: AWA.passphrase });
    const trail = await siege.must("access.listAudit", { before: null, limit: 20 });
    expect(trail.filter(({ action }) => action === "exportIdentity")).toMatchObject([
      { by: "Awa Sissoko", reference: "rights" },
    ]);
  });
});
