import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { Tier } from "../../../src/contract/sync.ts";
import { readLocal } from "../../../src/data/localState.ts";
import { changeTiers } from "../../../src/services/access/tierFile.ts";
import { lockAnew } from "../../../src/services/access/tierSteps.ts";
import { AWA, makeTestOffice, openDesk, type TestOffice } from "../../support/office.ts";
import { addColleague, makeSiege, tierKeyringOf, tiersAtSignIn } from "../headquarters/siege.ts";

const NEXT = "sept pirogues vers Mopti demain";
const FINANCE: Tier[] = ["finance", "programme"];
const HEALTH: Tier[] = ["health", "programme"];

async function idOf(siege: TestOffice, login: string): Promise<string> {
  const users = await siege.must("access.listUsers", {});
  return users.find((user) => user.login === login)?.id ?? "";
}

/** The coordinator's file as it was before there were tiers. */
function makeOlder(siege: TestOffice): void {
  siege.call.office.write(siege.call.user.id, siege.clock.now(), (door) => {
    door.run("DELETE FROM local_state WHERE name = 'nationalKey'");
    return { ok: true, value: null };
  });
  siege.close();
  rmSync(join(siege.dir, "tiers.json"));
}

/** What a power cut between two files leaves: `file` as it stood before `work`, all others as after it. */
async function withOld(siege: TestOffice, file: string, work: () => Promise<unknown>): Promise<void> {
  const path = join(siege.dir, file);
  const before = readFileSync(path);
  await work();
  siege.close();
  writeFileSync(path, before);
}

/** The first of the three steps of a change of Awa's passphrase: the tiers' file knows the old and the new one. */
async function takeInBeside({ call }: TestOffice): Promise<void> {
  const about = { login: "awa", current: AWA.passphrase, next: NEXT };
  await changeTiers(call, async (keyring) => (await lockAnew(keyring, about, call.world)).keyring);
}

describe("at headquarters", () => {
  test("the first person holds all tiers, an antenna has none and no file for them", async () => {
    const siege = await makeSiege();
    expect(await tiersAtSignIn(siege, AWA)).toEqual(Tier.options);
    const { tierSecrets } = siege.call;
    expect(tierSecrets.map(({ tier }) => tier)).toEqual(Tier.options);
    const antenna = await makeTestOffice();
    expect(await tiersAtSignIn(antenna, AWA)).toEqual([]);
    expect(existsSync(join(antenna.dir, "tiers.json"))).toBe(false);
    expect(antenna.call.national()).toBeNull();
    expect(readLocal(antenna.call.office.reader, "nationalKey")).toBeNull();
  });

  test.each([
    ["accountant", FINANCE],
    ["healthCoordinator", HEALTH],
    ["auditor", Tier.options],
    ["coordinator", Tier.options],
    ["secretary", []],
  ] as const)("a new %s is given what her role reads, and nothing else", async (role, tiers) => {
    const siege = await makeSiege();
    const colleague = await addColleague(siege, role, "kadia");
    expect(await tiersAtSignIn(siege, colleague)).toEqual(tiers);
    await siege.signIn();
  });

  test("a coordinator gives no tier that she does not hold", async () => {
    const siege = await makeSiege();
    await siege.must("access.signIn", await addColleague(siege, "coordinator", "kadia").then(named));
    await siege.signIn();
    const userId = await idOf(siege, "kadia");
    await siege.must("headquarters.withdrawTier", { userId, tier: "health" });
    await siege.must("access.signIn", named({ login: "kadia" }));
    const colleague = await addColleague(siege, "healthCoordinator", "ramata");
    expect(await tiersAtSignIn(siege, colleague)).toEqual(["programme"]);
    await siege.signIn();
  });

  test("somebody without a key of her own gets one at her first sign-in, which holds nothing", async () => {
    const siege = await makeSiege();
    const mariam = await siege.addPerson("accountant", "mariam");
    expect(await tiersAtSignIn(siege, mariam)).toEqual([]);
    await siege.signIn();
    expect(tierKeyringOf(siege).people).toHaveLength(2);
    await siege.must("headquarters.grantTier", { userId: mariam.id, tier: "finance" });
    expect(await tiersAtSignIn(siege, mariam)).toEqual(["finance"]);
    await siege.signIn();
  });

  test("a tier keyring that is damaged, or lost with the stores under it, opens nothing and is not made anew", async () => {
    const siege = await makeSiege();
    siege.close();
    const path = join(siege.dir, "tiers.json");
    const whole = readFileSync(path, "utf8");
    writeFileSync(path, whole.replace(/"mac": "./, '"mac": "g'));
    expect(await siege.refused("access.signIn", AWA)).toBe("access.keyringDamaged");
    rmSync(path);
    expect(await siege.refused("access.signIn", AWA)).toBe("database.incomplete");
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, whole);
    expect(await tiersAtSignIn(siege, AWA)).toEqual(Tier.options);
  });
});

/** The sign-in that `addColleague` made for a login. */
function named({ login }: { login: string }) {
  return { login, passphrase: `${login} compte huit tamis bleus` };
}

describe("a headquarters from before there were tiers", () => {
  test("gets them from the first coordinator who signs in, and the recovery code once it is renewed", async () => {
    const siege = await makeSiege();
    const colleague = await siege.addPerson("accountant", "mariam");
    makeOlder(siege);
    expect(await tiersAtSignIn(siege, colleague)).toEqual([]);
    expect(siege.call.national()).toBeNull();
    expect(existsSync(join(siege.dir, "tiers.json"))).toBe(false);
    expect(await tiersAtSignIn(siege, AWA)).toEqual(Tier.options);
    expect(siege.call.national()).not.toBeNull();
    expect(tierKeyringOf(siege).recovery).toEqual([]);
    const { recoveryCode } = await siege.must("access.renewRecoveryCode", { passphrase: AWA.passphrase });
    siege.close();
    const { tiers } = await siege.must("access.recover", { recoveryCode, login: "awa", passphrase: NEXT });
    expect(tiers).toEqual(Tier.options);
  });

  test("gets them from a coordinator who comes with the recovery code, which then opens them too", async () => {
    const siege = await makeSiege();
    makeOlder(siege);
    const { recoveryCode } = siege;
    const about = { recoveryCode, login: "awa" };
    expect((await siege.must("access.recover", { ...about, passphrase: NEXT })).tiers).toEqual(Tier.options);
    siege.close();
    const passphrase = "onze paniers de mil au grenier";
    expect((await siege.must("access.recover", { ...about, passphrase })).tiers).toEqual(Tier.options);
  });

  test("cut off after the file was written goes on from there", async () => {
    const siege = await makeSiege();
    const before = tierKeyringOf(siege);
    const path = join(siege.dir, "tiers.json");
    renameSync(path, `${path}.kept`);
    writeFileSync(path, "");
    makeOlder(siege);
    renameSync(`${path}.kept`, path);
    expect(await tiersAtSignIn(siege, AWA)).toEqual(Tier.options);
    expect(tierKeyringOf(siege)).toEqual(before);
    expect(readLocal(siege.call.office.reader, "nationalKey")).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("a role that changes", () => {
  test("brings its tiers and takes those of the former one", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "accountant", "kadia");
    const about = { id: kadia.id, name: "Kadia", active: true };
    await siege.must("access.updateUser", { ...about, role: "healthCoordinator" });
    expect(await tiersAtSignIn(siege, kadia)).toEqual(HEALTH);
    await siege.signIn();
    await siege.must("access.updateUser", { ...about, role: "trainer" });
    expect(await tiersAtSignIn(siege, kadia)).toEqual([]);
    await siege.signIn();
  });

  test("leaves single grants alone when only the name changes", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "accountant", "kadia");
    await siege.must("headquarters.grantTier", { userId: kadia.id, tier: "rights" });
    await siege.must("access.updateUser", {
      id: kadia.id,
      name: "Kadiatou",
      role: "accountant",
      active: true,
    });
    expect(await tiersAtSignIn(siege, kadia)).toEqual(["finance", "rights", "programme"]);
    await siege.signIn();
  });

  test("is refused where the changer could not take the former role's tier away", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "accountant", "kadia");
    const second = await addColleague(siege, "coordinator", "ramata");
    await siege.must("headquarters.withdrawTier", { userId: second.id, tier: "finance" });
    await siege.must("access.signIn", named(second));
    const about = { id: kadia.id, name: "Kadia", role: "trainer" as const, active: true };
    expect(await siege.refused("access.updateUser", about)).toBe("headquarters.tierNotHeld @ role");
    expect((await siege.must("access.listUsers", {})).find(({ id }) => id === kadia.id)?.role).toBe(
      "accountant",
    );
    await siege.signIn();
  });

  test("of one's own counts at once: what was open of the tiers is closed", async () => {
    const siege = await makeSiege();
    await addColleague(siege, "coordinator", "ramata");
    const open = siege.call.national();
    expect(open?.tiers.has("health")).toBe(true);
    await siege.must("access.updateUser", {
      id: await idOf(siege, "awa"),
      name: "Awa",
      role: "accountant",
      active: true,
    });
    expect(siege.call.tierSecrets.map(({ tier }) => tier)).toEqual(FINANCE);
    expect(() => open?.reader.get("SELECT 1")).toThrow();
    expect(siege.call.national()?.tiers).toEqual(new Set(FINANCE));
    expect(await siege.must("office.state", {})).toMatchObject({ session: { tiers: FINANCE } });
  });
});

describe("a person who is shut out", () => {
  test("loses key and tiers, and is let in again with what her role reads", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "accountant", "kadia");
    const about = { id: kadia.id, name: "Kadia", role: "accountant" as const };
    await siege.must("access.updateUser", { ...about, active: false });
    const keyring = tierKeyringOf(siege);
    expect(keyring.people).toHaveLength(1);
    expect(keyring.tiers.every(({ holders }) => holders.length === 1)).toBe(true);
    await siege.must("access.updateUser", { ...about, active: true });
    await siege.must("access.resetPassphrase", { id: kadia.id, passphrase: NEXT });
    expect(await tiersAtSignIn(siege, { login: "kadia", passphrase: NEXT })).toEqual(FINANCE);
    await siege.signIn();
  });

  test("is not shut out where a tier would be lost with her", async () => {
    const siege = await makeSiege();
    makeOlder(siege);
    await siege.signIn();
    const second = await addColleague(siege, "coordinator", "ramata");
    await siege.must("headquarters.withdrawTier", { userId: second.id, tier: "health" });
    await siege.must("access.signIn", named(second));
    const about = { id: await idOf(siege, "awa"), name: "Awa" };
    expect(await siege.refused("access.updateUser", { ...about, role: "coordinator", active: false })).toBe(
      "headquarters.tierAlone @ active",
    );
    await siege.signIn();
    expect(await siege.refused("access.updateUser", { ...about, role: "accountant", active: true })).toBe(
      "headquarters.tierAlone @ role",
    );
  });
});

describe("a passphrase at headquarters", () => {
  test("that is changed opens the tiers, and the old one opens none", async () => {
    const siege = await makeSiege();
    await siege.must("access.changePassphrase", { current: AWA.passphrase, next: NEXT });
    expect(tierKeyringOf(siege).people).toHaveLength(1);
    expect(await siege.refused("access.signIn", AWA)).toBe("access.wrongPassphrase @ passphrase");
    expect(await tiersAtSignIn(siege, { login: "awa", passphrase: NEXT })).toEqual(Tier.options);
  });

  test("that is reset brings her tiers again, as far as the coordinator holds them", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "accountant", "kadia");
    await siege.must("headquarters.grantTier", { userId: kadia.id, tier: "rights" });
    const second = await addColleague(siege, "coordinator", "ramata");
    await siege.must("headquarters.withdrawTier", { userId: second.id, tier: "finance" });
    await siege.must("access.signIn", named(second));
    const before = tierKeyringOf(siege).people;
    await siege.must("access.resetPassphrase", { id: kadia.id, passphrase: NEXT });
    expect(tierKeyringOf(siege).people).toHaveLength(before.length);
    expect(await tiersAtSignIn(siege, { login: "kadia", passphrase: NEXT })).toEqual(["rights", "programme"]);
    await siege.signIn();
  });

  test("opens all it opened when the power was cut between the two keyrings", async () => {
    const siege = await makeSiege();
    await takeInBeside(siege);
    siege.close();
    expect(await tiersAtSignIn(siege, AWA)).toEqual(Tier.options);
    expect(tierKeyringOf(siege).people).toHaveLength(1);
  });

  test("opens all it opened when the power was cut before the old lock was taken away", async () => {
    const siege = await makeSiege();
    await takeInBeside(siege);
    await withOld(siege, "tiers.json", () =>
      siege.must("access.changePassphrase", { current: AWA.passphrase, next: NEXT }),
    );
    expect(await tiersAtSignIn(siege, { login: "awa", passphrase: NEXT })).toEqual(Tier.options);
    expect(tierKeyringOf(siege).people).toHaveLength(1);
  });
});

describe("the recovery code at headquarters", () => {
  test("brings back what she held, and no more", async () => {
    const siege = await makeSiege();
    const kadia = await addColleague(siege, "accountant", "kadia");
    siege.close();
    const { recoveryCode } = siege;
    const session = await siege.must("access.recover", { recoveryCode, login: "kadia", passphrase: NEXT });
    expect(session.tiers).toEqual(FINANCE);
    expect(siege.call.tierSecrets.map(({ tier }) => tier)).toEqual(FINANCE);
    expect(tierKeyringOf(siege).people).toHaveLength(2);
    expect(await tiersAtSignIn(siege, { login: "kadia", passphrase: NEXT })).toEqual(FINANCE);
    expect(await siege.refused("access.signIn", named(kadia))).toBe("access.wrongPassphrase @ passphrase");
    await siege.signIn();
  });

  test("that is renewed brings every tier; the old one none", async () => {
    const siege = await makeSiege();
    const old = siege.recoveryCode;
    const { recoveryCode } = await siege.must("access.renewRecoveryCode", { passphrase: AWA.passphrase });
    expect(tierKeyringOf(siege).recovery).toHaveLength(1);
    siege.close();
    const about = { login: "awa", passphrase: NEXT };
    expect(await siege.refused("access.recover", { ...about, recoveryCode: old })).toBe(
      "access.wrongRecoveryCode @ recoveryCode",
    );
    expect((await siege.must("access.recover", { ...about, recoveryCode })).tiers).toEqual(Tier.options);
  });

  test("is renewed only by somebody who holds every tier; the old one stays good then", async () => {
    const siege = await makeSiege();
    const second = await addColleague(siege, "coordinator", "ramata");
    await siege.must("headquarters.withdrawTier", { userId: second.id, tier: "rights" });
    await siege.must("access.signIn", named(second));
    expect(await siege.refused("access.renewRecoveryCode", { passphrase: named(second).passphrase })).toBe(
      "headquarters.tierNotHeld",
    );
    siege.close();
    const { recoveryCode } = siege;
    const about = { recoveryCode, login: "awa", passphrase: NEXT };
    expect((await siege.must("access.recover", about)).tiers).toEqual(Tier.options);
  });

  test("leaves the former passphrase's key in place where it opens no tier", async () => {
    const siege = await makeSiege();
    makeOlder(siege);
    await siege.signIn();
    siege.close();
    const { recoveryCode } = siege;
    const session = await siege.must("access.recover", { recoveryCode, login: "awa", passphrase: NEXT });
    expect(session.tiers).toEqual([]);
    expect(tierKeyringOf(siege).people).toHaveLength(2);
    await siege.must("access.changePassphrase", { current: NEXT, next: AWA.passphrase });
    expect(await tiersAtSignIn(siege, AWA)).toEqual(Tier.options);
  });
});

test("a lock closes the copies of all offices and forgets the tiers", async () => {
  const siege = await makeSiege();
  const national = siege.call.national();
  expect(siege.call.national()).toBe(national);
  await siege.must("access.lock", {});
  expect(() => national?.reader.get("SELECT 1")).toThrow();
  expect(await siege.refused("headquarters.tiers", {})).toBe("access.notSignedIn");
  const again = openDesk(siege.dir, siege.clock);
  siege.close();
  expect(await tiersAtSignIn(again, AWA)).toEqual(Tier.options);
  again.close();
});
