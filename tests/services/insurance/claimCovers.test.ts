import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { details, type Insured, makeInsured, makePlan } from "./insured.ts";

let office: TestOffice;
let her: Insured;
beforeEach(async () => {
  office = await makeTestOffice();
  makePlan(office);
  her = await makeInsured(office);
});

const covers = (careOn: string) => office.must("insurance.claimCovers", { memberId: her.memberId, careOn });

describe("what the entry of a claim needs of a member's policy", () => {
  test("is there for whoever enters claims: children, facilities and exclusions, nothing of her contributions", async () => {
    await office.signIn(await office.addPerson("healthWorker"));
    expect(await covers("2026-11-10")).toEqual([
      {
        policyId: her.policyId,
        policyNumber: expect.stringMatching(/^KTL-A\d{5}$/),
        planName: "Mutuelle de l’antenne",
        state: "active",
        children: [{ id: her.childId, name: "Enfantine" }],
        facilities: [{ code: "CSREF-A", name: "Centre de référence A", prices: [] }],
        excluded: ["COSMETIQUE"],
      },
    ]);
  });

  test("is told as it was on the day of care", async () => {
    makePlan(office, { facilities: [], coversChildren: false }, { startsOn: "2026-06-01" });
    expect((await covers("2026-05-31"))[0]).toMatchObject({ facilities: [{ code: "CSREF-A" }] });
    expect((await covers("2026-06-01"))[0]).toMatchObject({ facilities: [], children: [] });
    expect((await covers("2025-12-31"))[0]?.state).toBe("pending");
  });

  test("is enough to enter her claim, and empty for a woman without a policy", async () => {
    const [cover] = await covers("2026-11-10");
    const about = details(her, { policyId: cover?.policyId ?? "", childId: cover?.children[0]?.id ?? null });
    const file = await office.must("insurance.saveClaim", { id: v7(), details: about, submit: true });
    expect(file.patient).toBe("Enfantine");
    expect(await office.must("insurance.claimCovers", { memberId: v7(), careOn: "2026-11-10" })).toEqual([]);
  });
});
