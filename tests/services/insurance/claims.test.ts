import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { insertPolicy } from "../../../src/data/insurance/policies.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { makeJpeg } from "../../support/photos.ts";
import {
  checked,
  decided,
  details,
  type Insured,
  line,
  makeInsured,
  makePlan,
  submit,
  through,
} from "./insured.ts";

let office: TestOffice;
let her: Insured;
beforeEach(async () => {
  office = await makeTestOffice();
  makePlan(office);
  her = await makeInsured(office);
});

describe("entering a claim", () => {
  test("a draft is kept, changed line by line, and tells what the rules would give", async () => {
    const id = v7();
    const [visit, tests] = [line(), line({ category: "tests", asked: 3_001, words: "Goutte épaisse" })];
    const draft = await office.must("insurance.saveClaim", {
      id,
      details: details(her, { lines: [visit, tests] }),
      submit: false,
    });
    expect(draft.claim).toMatchObject({ number: "KTL-S00001", state: "draft", asked: 8_001, granted: null });
    expect(draft).toMatchObject({
      computed: { outcome: "accepted", granted: 4_000 + 1_500 },
      facility: "Centre de référence A",
      patient: "Fatoumata Traoré",
      enteredBy: "Awa Sissoko",
      decides: "anybody",
    });
    const changed = await office.must("insurance.saveClaim", {
      id,
      details: details(her, { lines: [{ ...visit, asked: 6_000 }, line({ category: "dental" })] }),
      submit: true,
    });
    expect(changed.claim).toMatchObject({ number: "KTL-S00001", state: "submitted", asked: 11_000 });
    expect(changed.lines.map(({ asked }) => asked)).toEqual([6_000, 5_000]);
    expect(office.call.office.reader.number("SELECT count(*) FROM claim_line WHERE voided = 1")).toBe(1);
  });

  test("a double click makes one claim; a submitted one is nobody's to change", async () => {
    const input = { id: v7(), details: details(her), submit: true };
    const first = await office.must("insurance.saveClaim", input);
    expect(await office.must("insurance.saveClaim", input)).toEqual(first);
    const changes = { ...input, details: { ...input.details, receiptNumber: "R-2" } };
    expect(await office.refused("insurance.saveClaim", changes)).toBe(refusal("claim.notDraft"));
    expect((await office.must("insurance.claims", { states: [], offset: 0, limit: 10 })).total).toBe(1);
  });

  test("refuses care to come, an unknown child, facility or policy, and a line of another claim", async () => {
    const refused = (changes: Parameters<typeof details>[1]) =>
      office.refused("insurance.saveClaim", { id: v7(), details: details(her, changes), submit: true });
    const other = await submit(office, her);
    expect(await refused({ careOn: "2026-11-24" })).toBe(refusal("claim.careInFuture", "details.careOn"));
    expect(await refused({ childId: v7() })).toBe(refusal("claim.childUnknown", "details.childId"));
    expect(await refused({ facilityCode: "AILLEURS" })).toBe(
      refusal("claim.facilityUnknown", "details.facilityCode"),
    );
    expect(await refused({ policyId: v7() })).toBe(refusal("insurance.policyUnknown", "details.policyId"));
    expect(await refused({ lines: other.details.lines })).toBe(refusal("request.invalid", "details.lines"));
    const life = { ...her, policyId: v7() };
    through(office, (door) =>
      insertPolicy(door, {
        ...{ id: life.policyId, memberId: her.memberId, planCode: "DANAYA-VIE", kind: "life" },
        effectiveOn: "2026-01-01",
      }),
    );
    expect(await refused({ policyId: life.policyId })).toBe(
      refusal("insurance.notHealth", "details.policyId"),
    );
    const twice = line();
    expect(await refused({ lines: [twice, twice] })).toBe(refusal("request.invalid", "details.lines"));
  });

  test("an insured child is the patient by name; a child past the plan's age is not covered", async () => {
    const child = await submit(office, her, { childId: her.childId });
    expect(child).toMatchObject({ patient: "Enfantine", computed: { outcome: "accepted", granted: 4_000 } });
    makePlan(office, { childAgeLimit: 6 }, { startsOn: "2026-11-01" });
    const { claim } = await submit(office, her, { childId: her.childId, receiptNumber: "2" });
    const [cut] = (await office.must("insurance.claim", { id: claim.id })).lines.flatMap(({ cuts }) => cuts);
    expect(cut).toEqual({ rule: "notCovered", amount: 5_000, values: { state: "notInsured" } });
  });
});

describe("steps of a claim", () => {
  test("go one after the other, and no step is taken before its turn", async () => {
    const { claim } = await submit(office, her);
    const { id } = claim;
    const decision = { id, decision: "asComputed", note: "", granted: 4_000 } as const;
    expect(await office.refused("insurance.decideClaim", decision)).toBe(refusal("claim.notNow"));
    await office.must("insurance.checkClaim", { id });
    expect((await office.must("insurance.checkClaim", { id })).claim.state).toBe("checked");
    await office.must("insurance.decideClaim", decision);
    expect(await office.refused("insurance.checkClaim", { id })).toBe(refusal("claim.notNow"));
    expect(await office.refused("insurance.closeClaim", { id })).toBe(refusal("claim.notNow"));
    expect(await office.refused("insurance.claim", { id: v7() })).toBe(refusal("claim.unknown", "id"));
  });

  test("a claim that is taken back is closed, and stays in the list of closed ones", async () => {
    const { claim } = await submit(office, her);
    await office.must("insurance.closeClaim", { id: claim.id });
    expect((await office.must("insurance.closeClaim", { id: claim.id })).claim.state).toBe("closed");
    const list = await office.must("insurance.claims", { states: ["closed"], offset: 0, limit: 10 });
    expect(list.rows.map(({ number }) => number)).toEqual([claim.number]);
    const open = await office.must("insurance.claims", { states: ["submitted"], offset: 0, limit: 10 });
    expect(open.total).toBe(0);
  });
});

describe("photographs of receipts", () => {
  test("are kept six to a claim, each once, and shown to who reads claims", async () => {
    const { claim } = await submit(office, her);
    const add = (fill: number, padding = 200) => ({
      id: claim.id,
      jpeg: makeJpeg(900, 1_200, padding, fill),
    });
    const first = await office.must("insurance.addClaimPhoto", add(0x21));
    expect((await office.must("insurance.addClaimPhoto", add(0x21))).photos).toEqual(first.photos);
    for (let fill = 0x22; fill < 0x27; fill += 1) await office.must("insurance.addClaimPhoto", add(fill));
    expect(await office.refused("insurance.addClaimPhoto", add(0x28))).toBe(
      refusal("claim.tooManyPhotos", "jpeg"),
    );
    const sha256 = first.photos[0] ?? "";
    const { jpeg } = await office.must("insurance.readClaimPhoto", { sha256 });
    expect(Buffer.from(jpeg).equals(Buffer.from(add(0x21).jpeg))).toBe(true);
    expect(await office.refused("insurance.readClaimPhoto", { sha256: "0".repeat(64) })).toBe(
      refusal("claim.unknown"),
    );
  });

  test("refuses what is no JPEG, more than 300 KB, and a claim that is decided", async () => {
    const { claim } = await submit(office, her);
    const refused = (id: string, jpeg: Uint8Array) => office.refused("insurance.addClaimPhoto", { id, jpeg });
    expect(await refused(claim.id, new Uint8Array(100))).toBe(refusal("member.photoNotJpeg", "jpeg"));
    expect(await refused(claim.id, makeJpeg(900, 1_200, 300 * 1_024))).toBe(
      refusal("member.photoTooLarge", "jpeg"),
    );
    const done = await decided(office, her, { receiptNumber: "R-9" });
    expect(await refused(done.claim.id, makeJpeg(900, 1_200))).toBe(refusal("claim.notNow"));
  });
});

describe("warnings", () => {
  const kinds = async (id: string) =>
    (await office.must("insurance.claim", { id })).warnings.map(({ kind, about }) => `${kind} ${about}`);

  test("tell the same receipt at the same facility, whatever its spelling, and the same photograph", async () => {
    const other = await makeInsured(office, { surname: "Keïta" });
    const first = await submit(office, her, { receiptNumber: "A 12/7" });
    const second = await submit(office, other, { receiptNumber: "a127" });
    expect(await kinds(second.claim.id)).toEqual([`sameReceipt ${first.claim.number}`]);
    const third = await submit(office, other, {
      receiptNumber: "A127",
      facilityCode: null,
      facilityName: "Clinique du marché",
      careOn: "2026-11-11",
    });
    expect(await kinds(third.claim.id)).toEqual([]);
    const jpeg = makeJpeg(900, 1_200);
    await office.must("insurance.addClaimPhoto", { id: first.claim.id, jpeg });
    await office.must("insurance.addClaimPhoto", { id: third.claim.id, jpeg });
    expect(await kinds(third.claim.id)).toEqual([`samePhoto ${first.claim.number}`]);
  });

  test("tell care elsewhere on the same day, before she joined and after she left", async () => {
    const first = await submit(office, her, { receiptNumber: "1" });
    const second = await submit(office, her, {
      receiptNumber: "2",
      facilityCode: null,
      facilityName: "Clinique du marché",
    });
    expect(await kinds(second.claim.id)).toEqual([`elsewhere ${first.claim.number}`]);
    const early = await submit(office, her, { receiptNumber: "3", careOn: "2025-11-30" });
    expect(await kinds(early.claim.id)).toEqual(["elsewhere 2025-12-01"]);
    await office.must("membership.recordDeparture", { id: her.memberId, on: "2026-10-31", reason: "moved" });
    expect(await kinds(first.claim.id)).toContain("elsewhere 2026-10-31");
  });

  test("tell claims far above what others file", async () => {
    for (const surname of ["Diarra", "Keïta", "Konaté"]) {
      const other = await makeInsured(office, { surname });
      await submit(office, other, { receiptNumber: surname, careOn: "2026-10-30" });
    }
    const mine = [];
    for (const day of ["01", "02", "03", "04"])
      mine.push(await submit(office, her, { receiptNumber: day, careOn: `2026-11-${day}` }));
    expect(await kinds(mine[3]?.claim.id ?? "")).toEqual(["frequent 4"]);
    expect(await kinds(mine[0]?.claim.id ?? "")).toEqual([]);
  });
});

test("a checked claim is found by who decides, one page after the other", async () => {
  for (const receiptNumber of ["1", "2", "3"]) await checked(office, her, { receiptNumber });
  const page = (offset: number) => office.must("insurance.claims", { states: ["checked"], offset, limit: 2 });
  expect((await page(0)).rows.map(({ number }) => number)).toEqual(["KTL-S00003", "KTL-S00002"]);
  expect(await page(2)).toMatchObject({ total: 3, rows: [{ number: "KTL-S00001", surname: "Traoré" }] });
});
