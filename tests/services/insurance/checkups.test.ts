import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import type { InputOf } from "../../../src/contract/index.ts";
import type { CheckupRow } from "../../../src/contract/insurancePolicies.ts";
import { FORBIDDEN } from "../../documents/forbidden.ts";
import { MEDICAL } from "../../documents/insuranceSamples.ts";
import { photograph } from "../../documents/photos.ts";
import { imagesIn, pdfText } from "../../documents/poppler.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { register } from "../../support/women.ts";
import { signInAs } from "./enrolled.ts";

let office: TestOffice;
let memberId: string;
beforeEach(async () => {
  office = await makeTestOffice();
  memberId = (await register(office)).member.id;
});

type NewCheckup = InputOf<"insurance.recordCheckup">;

const checkup = (changes: Partial<NewCheckup> = {}): NewCheckup => ({
  ...{ id: v7(), memberId, doneOn: "2026-11-05", facility: "CSRéf de Koutiala", stamp: "T-0147" },
  ...changes,
});

const record = (changes: Partial<NewCheckup> = {}) =>
  office.must("insurance.recordCheckup", checkup(changes));

const list = (states: CheckupRow["state"][] = []) => office.must("insurance.checkups", { states });

describe("the health booklet", () => {
  test("keeps each check-up once, the latest first", async () => {
    const about = checkup();
    await office.must("insurance.recordCheckup", about);
    const twice = await office.must("insurance.recordCheckup", about);
    expect(twice).toEqual([
      { id: about.id, doneOn: "2026-11-05", facility: "CSRéf de Koutiala", stamp: "T-0147" },
    ]);
    const both = await record({ doneOn: "2026-11-20", stamp: "" });
    expect(both.map(({ doneOn }) => doneOn)).toEqual(["2026-11-20", "2026-11-05"]);
    expect(await office.must("insurance.memberCheckups", { memberId })).toEqual(both);
  });

  test("refuses a day to come, the same day twice, and a member whom nobody knows", async () => {
    await record();
    const refused = (changes: Partial<NewCheckup>) =>
      office.refused("insurance.recordCheckup", checkup(changes));
    expect(await refused({ doneOn: "2026-11-24" })).toBe(refusal("checkup.inFuture", "doneOn"));
    expect(await refused({})).toBe(refusal("checkup.twice", "doneOn"));
    expect(await refused({ memberId: v7() })).toBe(refusal("member.notFound", "memberId"));
  });

  test("leaves out one that was recorded by mistake, which may then be recorded right", async () => {
    const about = checkup();
    await office.must("insurance.recordCheckup", about);
    expect(await office.must("insurance.voidCheckup", { id: about.id })).toEqual([]);
    expect(await office.refused("insurance.voidCheckup", { id: about.id })).toBe(
      refusal("checkup.unknown", "id"),
    );
    expect(await office.refused("insurance.voidCheckup", { id: v7() })).toBe(
      refusal("checkup.unknown", "id"),
    );
    expect(await list(["never"])).toHaveLength(1);
    expect(await record()).toHaveLength(1);
  });

  test("is not the cashier's", async () => {
    await signInAs(office, "cashier");
    expect(await office.refused("insurance.recordCheckup", checkup())).toBe("access.forbidden");
    expect(await office.refused("insurance.memberCheckups", { memberId })).toBe("access.forbidden");
    await office.signIn();
  });
});

describe("the list of check-ups", () => {
  async function follow(surname: string, doneOn: string | null): Promise<string> {
    const { member } = await register(office, { surname, joinedOn: "2025-03-01" });
    if (doneOn !== null) await record({ memberId: member.id, doneOn });
    return member.id;
  }

  test("tells who is done this month, due, late, or never had one", async () => {
    await record({ doneOn: "2026-11-01" });
    await follow("Diarra", "2026-10-31");
    await follow("Keïta", "2026-09-30");
    await follow("Sidibé", null);
    const words = ({ surname, state, dueOn, lastOn }: CheckupRow) =>
      `${surname} ${state} ${dueOn} ${lastOn ?? "—"}`;
    expect((await list()).map(words)).toEqual([
      "Coulibaly done 2026-12-31 2026-11-01",
      "Diarra due 2026-11-30 2026-10-31",
      "Keïta late 2026-10-31 2026-09-30",
      "Sidibé never 2026-11-30 —",
    ]);
    expect((await list(["due", "late"])).map(({ surname }) => surname)).toEqual(["Diarra", "Keïta"]);
    office.clock.set("2026-12-01T00:00:00.000Z");
    await office.signIn();
    expect((await list()).map(({ state }) => state)).toEqual(["due", "late", "late", "never"]);
  });

  test("follows nobody who has left, was erased or was merged into another record", async () => {
    const gone = await follow("Diarra", "2026-10-31");
    const merged = await follow("Keïta", null);
    const { member: erased } = await register(office, { surname: "Sidibé" });
    await office.must("membership.recordDeparture", { id: gone, on: "2026-11-20", reason: "moved" });
    await office.must("membership.mergeMembers", { keepId: memberId, mergeId: merged });
    await office.must("membership.eraseMember", { id: erased.id, number: erased.number });
    expect((await list()).map(({ surname }) => surname)).toEqual(["Coulibaly"]);
  });
});

describe("the attestation", () => {
  test("is made for the month of a recorded check-up, in no medical word, with her photograph", async () => {
    const settings = await office.must("office.readSettings", {});
    await office.must("office.updateSettings", { ...settings, printedName: "Association Yeelen" });
    await office.must("membership.setPhoto", { id: memberId, jpeg: photograph("portrait").jpeg });
    await record();
    const paper = await office.must("insurance.printAttestation", { memberId });
    expect(paper.fileName).toBe("KTL-00001-6-attestation-2026-11.pdf");
    const text = pdfText(paper.bytes);
    for (const words of ["Attestation de suivi", "Coulibaly Fatoumata", "KTL-00001-6", "novembre 2026"])
      expect(text).toContain(words);
    for (const words of ["05/11/2026", "T-0147", "Association Yeelen", "30 novembre 2026"])
      expect(text).toContain(words);
    expect(text).not.toMatch(MEDICAL);
    expect(text).not.toMatch(FORBIDDEN);
    expect(text).not.toContain("CSRéf");
    expect(imagesIn(paper.bytes)).toBe(1);
  });

  test("is refused without a check-up this month", async () => {
    const refused = () => office.refused("insurance.printAttestation", { memberId });
    expect(await refused()).toBe(refusal("checkup.none", "memberId"));
    await record({ doneOn: "2026-10-31" });
    expect(await refused()).toBe(refusal("checkup.none", "memberId"));
    const about = checkup();
    await office.must("insurance.recordCheckup", about);
    await office.must("insurance.voidCheckup", { id: about.id });
    expect(await refused()).toBe(refusal("checkup.none", "memberId"));
    expect(await office.refused("insurance.printAttestation", { memberId: v7() })).toBe(
      refusal("member.notFound", "memberId"),
    );
  });
});
