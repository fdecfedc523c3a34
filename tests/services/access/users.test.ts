import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { AWA, makeTestOffice, type TestOffice } from "../../support/office.ts";

const STRONG = "huit calebasses et un tambour";
const newUser = (changes: object = {}) => ({
  id: v7(),
  name: "Mariam Ballo",
  login: "mariam",
  role: "secretary" as const,
  passphrase: STRONG,
  ...changes,
});

async function ownId(office: TestOffice): Promise<string> {
  const users = await office.must("access.listUsers", {});
  return users.find(({ login }) => login === "awa")?.id ?? "";
}

describe("a coordinator", () => {
  test("adds a person, who then signs in with her own passphrase and role", async () => {
    const office = await makeTestOffice();
    const user = await office.must("access.addUser", newUser());
    expect(user).toMatchObject({ login: "mariam", role: "secretary", active: true });
    const session = await office.must("access.signIn", { login: "mariam", passphrase: STRONG });
    expect(session.role).toBe("secretary");
    expect(await office.refused("access.listUsers", {})).toBe("access.forbidden");
    await office.signIn();
  });

  test("adds her once when the request comes twice", async () => {
    const office = await makeTestOffice();
    const request = newUser();
    const first = await office.must("access.addUser", request);
    expect(await office.must("access.addUser", request)).toEqual(first);
    expect(await office.must("access.listUsers", {})).toHaveLength(2);
  });

  test.each([
    ["a login that is taken", { login: "awa" }, "access.loginTaken @ login"],
    ["a login with accents", { login: "aïcha" }, "request.invalid @ login"],
    ["headquarters' roles in an antenna", { role: "accountant" }, "access.roleNotHere @ role"],
    ["headquarters' health role in an antenna", { role: "healthCoordinator" }, "access.roleNotHere @ role"],
    ["a short passphrase", { passphrase: "xK9$w" }, "access.passphraseWeak @ passphrase"],
    ["a common passphrase", { passphrase: "motdepasse123" }, "access.passphraseWeak @ passphrase"],
    ["her own name as passphrase", { passphrase: "mariamballo" }, "access.passphraseWeak @ passphrase"],
    ["an empty passphrase", { passphrase: "" }, "request.required @ passphrase"],
  ] as const)("is refused %s", async (_, changes, refused) => {
    const office = await makeTestOffice();
    expect(await office.refused("access.addUser", newUser(changes))).toBe(refused);
    expect(await office.must("access.listUsers", {})).toHaveLength(1);
  });

  test("may give headquarters' roles at headquarters", async () => {
    const office = await makeTestOffice({ office: { code: "BKO", name: "Bamako", headquarters: true } });
    expect(await office.must("access.addUser", newUser({ role: "accountant" }))).toMatchObject({
      role: "accountant",
    });
  });

  test("shuts a person out: her passphrase opens nothing, until she is let in with a new one", async () => {
    const office = await makeTestOffice();
    const mariam = await office.addPerson("secretary", "mariam");
    const signIn = { login: mariam.login, passphrase: mariam.passphrase };
    const about = { id: mariam.id, name: "Mariam Ballo", role: "secretary" as const };
    expect(await office.must("access.updateUser", { ...about, active: false })).toMatchObject({
      active: false,
    });
    expect(await office.refused("access.signIn", signIn)).toBe("access.wrongPassphrase @ passphrase");
    expect(await office.refused("access.resetPassphrase", { id: mariam.id, passphrase: STRONG })).toBe(
      "access.userNotFound @ id",
    );
    await office.must("access.updateUser", { ...about, active: true });
    expect(await office.refused("access.signIn", signIn)).toBe("access.wrongPassphrase @ passphrase");
    await office.must("access.resetPassphrase", { id: mariam.id, passphrase: STRONG });
    await office.must("access.signIn", { login: "mariam", passphrase: STRONG });
    await office.signIn();
  });

  test("cannot let the recovery code in by a person who was shut out", async () => {
    const office = await makeTestOffice();
    const mariam = await office.addPerson("secretary", "mariam");
    await office.must("access.updateUser", { id: mariam.id, name: "M", role: "secretary", active: false });
    const { recoveryCode } = office;
    expect(
      await office.refused("access.recover", { recoveryCode, login: "mariam", passphrase: STRONG }),
    ).toBe("access.userNotFound @ login");
  });

  test("stays the last one: neither her role nor her access goes", async () => {
    const office = await makeTestOffice();
    const about = { id: await ownId(office), name: "Awa" };
    expect(await office.refused("access.updateUser", { ...about, role: "secretary", active: true })).toBe(
      "access.lastCoordinator @ role",
    );
    expect(await office.refused("access.updateUser", { ...about, role: "coordinator", active: false })).toBe(
      "access.lastCoordinator @ active",
    );
    const second = await office.addPerson("coordinator", "deux");
    await office.must("access.updateUser", {
      id: second.id,
      name: "Deux",
      role: "coordinator",
      active: false,
    });
    expect(await office.refused("access.updateUser", { ...about, role: "secretary", active: true })).toBe(
      "access.lastCoordinator @ role",
    );
  });

  test("who gives her role away has lost it with the next request, not with the next sign-in", async () => {
    const office = await makeTestOffice();
    await office.addPerson("coordinator", "deux");
    await office.must("access.updateUser", {
      id: await ownId(office),
      name: "Awa",
      role: "trainer",
      active: true,
    });
    expect(await office.refused("access.listUsers", {})).toBe("access.forbidden");
    expect(await office.must("office.state", {})).toMatchObject({
      session: { role: "trainer", name: "Awa" },
    });
  });

  test("who shuts herself out is out", async () => {
    const office = await makeTestOffice();
    await office.addPerson("coordinator", "deux");
    const about = { id: await ownId(office), name: "Awa", role: "coordinator" as const, active: false };
    await office.must("access.updateUser", about);
    expect(await office.refused("office.overview", {})).toBe("access.notSignedIn");
    expect(await office.must("office.state", {})).toMatchObject({ stage: "locked" });
  });
});

describe("a passphrase", () => {
  test("is changed by whoever knows the old one", async () => {
    const office = await makeTestOffice();
    await office.must("access.changePassphrase", { current: AWA.passphrase, next: STRONG });
    expect(await office.refused("access.signIn", AWA)).toBe("access.wrongPassphrase @ passphrase");
    await office.must("access.signIn", { login: "awa", passphrase: STRONG });
  });

  test("is not changed to itself or to a weak one", async () => {
    const office = await makeTestOffice();
    const current = AWA.passphrase;
    expect(await office.refused("access.changePassphrase", { current, next: current })).toBe(
      "access.samePassphrase @ next",
    );
    expect(await office.refused("access.changePassphrase", { current, next: "azertyuiop" })).toBe(
      "access.passphraseWeak @ next",
    );
    await office.signIn();
  });

  test("that was reset leaves a trace without a name", async () => {
    const office = await makeTestOffice();
    const mariam = await office.addPerson("secretary", "mariam");
    await office.must("access.resetPassphrase", { id: mariam.id, passphrase: STRONG });
    const [latest] = await office.must("access.listAudit", { before: null, limit: 1 });
    expect(latest).toMatchObject({ action: "passphraseReset", by: "Awa Sissoko", reference: null });
  });
});

test("the audit trail is read from its end, page by page", async () => {
  const office = await makeTestOffice();
  const first = await office.must("access.listAudit", { before: null, limit: 3 });
  const second = await office.must("access.listAudit", { before: first.at(-1)?.seq ?? null, limit: 3 });
  const seqs = [...first, ...second].map(({ seq }) => seq);
  expect(seqs).toEqual([...seqs].sort((a, b) => b - a));
  expect(new Set(seqs).size).toBe(6);
});
