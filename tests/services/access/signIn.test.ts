import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { waitAfter } from "../../../src/services/access/tries.ts";
import { AWA, makeTestOffice, openDesk, refusal } from "../../support/office.ts";

const WRONG = { login: AWA.login, passphrase: "pas la bonne phrase" };
const wrongPassphrase = refusal("access.wrongPassphrase", "passphrase");
const tooManyTries = refusal("access.tooManyTries", "passphrase");

describe("signing in", () => {
  test("opens the office with the passphrase, and says what she may do", async () => {
    const office = await makeTestOffice();
    const session = await office.must("access.signIn", AWA);
    expect(session).toMatchObject({ login: "awa", role: "coordinator", idleMinutes: 5 });
    expect(session.permissions).toContain("access.users");
  });

  test("takes the login in any case, and the passphrase however its accents and blanks were typed", async () => {
    const office = await makeTestOffice();
    const passphrase = AWA.passphrase.normalize("NFD").replace(" ", "\u00a0");
    expect((await office.ask("access.signIn", { login: " AWA ", passphrase })).ok).toBe(true);
  });

  test("tells nobody whether a login exists", async () => {
    const office = await makeTestOffice();
    await office.must("access.lock", {});
    const unknown = await office.ask("access.signIn", { login: "personne", passphrase: AWA.passphrase });
    const wrong = await office.ask("access.signIn", WRONG);
    expect(unknown).toEqual(wrong);
    await office.signIn();
  });

  test("forgets the key when locked: nothing can be read until the next passphrase", async () => {
    const office = await makeTestOffice();
    const { office: open } = office.call;
    await office.must("access.lock", {});
    expect([...open.databaseKey].every((byte) => byte === 0)).toBe(true);
    expect(await office.refused("office.overview", {})).toBe("access.notSignedIn");
    expect(() => open.reader.get("SELECT 1")).toThrow();
    expect(await office.must("office.state", {})).toEqual({
      stage: "locked",
      demo: false,
      version: "0.0.0-test",
      builtOn: null,
      code: "KTL",
      waitSeconds: 0,
    });
    await office.signIn();
  });
});

describe("wrong passphrases", () => {
  test("cost nothing twice, then 5, 10, 20 seconds and at most five minutes", () => {
    expect([0, 1, 2, 3, 4, 5, 6, 9, 50].map(waitAfter)).toEqual([0, 0, 0, 5, 10, 20, 40, 300, 300]);
  });

  test("slow down the next try, even the right one, until the wait is over", async () => {
    const office = await makeTestOffice();
    for (let wrong = 0; wrong < 3; wrong += 1)
      expect(await office.refused("access.signIn", WRONG)).toBe(wrongPassphrase);
    expect(await office.ask("access.signIn", AWA)).toMatchObject({
      refusal: { code: "access.tooManyTries", values: { seconds: 5 } },
    });
    office.clock.move({ seconds: 4 });
    expect(await office.refused("access.signIn", AWA)).toBe(tooManyTries);
    office.clock.move({ seconds: 1 });
    expect((await office.ask("access.signIn", AWA)).ok).toBe(true);
    expect(await office.refused("access.signIn", WRONG)).toBe(wrongPassphrase);
  });

  test("are remembered when the program starts again", async () => {
    const office = await makeTestOffice();
    for (let wrong = 0; wrong < 5; wrong += 1) {
      await office.ask("access.signIn", WRONG);
      office.clock.move({ minutes: 6 });
    }
    office.close();
    office.clock.move({ minutes: -6 });
    const again = openDesk(office.dir, office.clock);
    expect(await again.must("office.state", {})).toMatchObject({ stage: "locked", waitSeconds: 20 });
    expect(await again.refused("access.signIn", AWA)).toBe(tooManyTries);
    again.close();
  });

  test("hold nobody out for longer than the wait when the clock is set back by years", async () => {
    const office = await makeTestOffice();
    for (let wrong = 0; wrong < 3; wrong += 1) await office.ask("access.signIn", WRONG);
    office.clock.move({ days: -3_000 });
    expect(await office.refused("access.signIn", AWA)).toBe(tooManyTries);
    office.clock.move({ seconds: 6 });
    expect((await office.ask("access.signIn", AWA)).ok).toBe(true);
  });

  test("count too when a signed-in person is asked for hers again", async () => {
    const office = await makeTestOffice();
    const change = { current: "pas la bonne", next: "sept pirogues vers Mopti demain" };
    for (let wrong = 0; wrong < 3; wrong += 1)
      expect(await office.refused("access.changePassphrase", change)).toBe(
        "access.wrongPassphrase @ current",
      );
    expect(await office.refused("access.changePassphrase", { ...change, current: AWA.passphrase })).toBe(
      "access.tooManyTries @ current",
    );
    expect(await office.refused("access.renewRecoveryCode", { passphrase: AWA.passphrase })).toBe(
      tooManyTries,
    );
  });

  test("leave no word of themselves on disk", async () => {
    const office = await makeTestOffice();
    await office.ask("access.signIn", WRONG);
    const text = readFileSync(join(office.dir, "tries.json"), "utf8");
    expect(JSON.parse(text)).toEqual({ wrong: 1, lastAt: office.clock.now() });
  });
});

describe("the recovery code", () => {
  const NEXT = "trois tamis bleus au marché";

  test("gives a person a new passphrase and opens; the old one is worth nothing", async () => {
    const office = await makeTestOffice();
    await office.must("access.lock", {});
    const { recoveryCode } = office;
    const session = await office.must("access.recover", { recoveryCode, login: "awa", passphrase: NEXT });
    expect(session.login).toBe("awa");
    expect(await office.refused("access.signIn", AWA)).toBe(wrongPassphrase);
    await office.must("access.signIn", { login: "awa", passphrase: NEXT });
    const trail = await office.must("access.listAudit", { before: null, limit: 10 });
    expect(trail.map(({ action }) => action)).toContain("recovered");
  });

  test("may be typed in any case and without its dashes", async () => {
    const office = await makeTestOffice();
    const recoveryCode = office.recoveryCode.toLowerCase().replaceAll("-", " ");
    await office.must("access.recover", { recoveryCode, login: "awa", passphrase: NEXT });
  });

  test("opens for nobody who is not on the list, and gives no weak passphrase", async () => {
    const office = await makeTestOffice();
    const { recoveryCode } = office;
    expect(
      await office.refused("access.recover", { recoveryCode, login: "personne", passphrase: NEXT }),
    ).toBe("access.userNotFound @ login");
    expect(
      await office.refused("access.recover", { recoveryCode, login: "awa", passphrase: "123456789012" }),
    ).toBe("access.passphraseWeak @ passphrase");
    await office.signIn();
  });

  test("of another office is refused, and tries at it slow down", async () => {
    const office = await makeTestOffice();
    const other = await makeTestOffice({ office: { code: "MPT", name: "Mopti" } });
    const wrong = { recoveryCode: other.recoveryCode, login: "awa", passphrase: NEXT };
    for (let tries = 0; tries < 3; tries += 1)
      expect(await office.refused("access.recover", wrong)).toBe("access.wrongRecoveryCode @ recoveryCode");
    expect(await office.refused("access.recover", { ...wrong, recoveryCode: office.recoveryCode })).toBe(
      "access.tooManyTries @ recoveryCode",
    );
  });

  test("that is mistyped costs no try", async () => {
    const office = await makeTestOffice();
    const recoveryCode = `${office.recoveryCode.slice(0, -1)}${office.recoveryCode.endsWith("2") ? "3" : "2"}`;
    for (let tries = 0; tries < 4; tries += 1)
      expect(await office.refused("access.recover", { recoveryCode, login: "awa", passphrase: NEXT })).toBe(
        "access.wrongRecoveryCode @ recoveryCode",
      );
  });

  test("is worth nothing once a new one is made, which comes on a sheet", async () => {
    const office = await makeTestOffice();
    const renewed = await office.must("access.renewRecoveryCode", { passphrase: AWA.passphrase });
    expect(renewed.recoveryCode).not.toBe(office.recoveryCode);
    expect(renewed.sheet.fileName).toBe("KTL-secours.pdf");
    expect(Buffer.from(renewed.sheet.bytes).subarray(0, 5).toString()).toBe("%PDF-");
    const about = { login: "awa", passphrase: NEXT };
    expect(await office.refused("access.recover", { ...about, recoveryCode: office.recoveryCode })).toBe(
      "access.wrongRecoveryCode @ recoveryCode",
    );
    await office.must("access.recover", { ...about, recoveryCode: renewed.recoveryCode });
  });
});
