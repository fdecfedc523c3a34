import { v7 } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { FORBIDDEN } from "../../documents/forbidden.ts";
import { pdfText } from "../../documents/poppler.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { insure, LIFE, pay, signInAs } from "./enrolled.ts";
import { checked, decided, line, makeInsured, makePlan } from "./insured.ts";

let office: TestOffice;
beforeEach(async () => {
  office = await makeTestOffice();
  const settings = await office.must("office.readSettings", {});
  await office.must("office.updateSettings", { ...settings, printedName: "Association Yeelen" });
});

describe("the certificate of a policy", () => {
  test("says what she pays and receives by the plan of the day", async () => {
    const children = [{ id: v7(), name: "Moussa Coulibaly", birthOn: "2018-04-02" }];
    const { policyId } = await insure(office, { children });
    await pay(office, policyId, 1);
    const paper = await office.must("insurance.printPolicy", { id: policyId });
    expect(paper.fileName).toBe("KTL-A00001-adhesion.pdf");
    const text = pdfText(paper.bytes);
    for (const words of [
      "Coulibaly Fatoumata",
      "1 000 F CFA chaque mois",
      "Pour vous : jusqu’au 22/02/2027 inclus",
      "Moussa Coulibaly, 02/04/2018",
      "à confirmer par le siège",
      "au plus 200 000 F CFA par an",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(FORBIDDEN);
  });

  test("of the life fund names who is paid on death", async () => {
    const { policyId } = await insure(office, { planCode: LIFE });
    const text = pdfText((await office.must("insurance.printPolicy", { id: policyId })).bytes);
    expect(text).toContain("Oumou Sangaré sœur 100 %");
    expect(text).toContain("100 000 F CFA au moins");
  });

  test("is refused for a policy that nobody knows", async () => {
    expect(await office.refused("insurance.printPolicy", { id: v7() })).toBe(
      refusal("insurance.policyUnknown", "id"),
    );
  });
});

test("the account's statement is printed under a neutral name, with each voucher's number", async () => {
  const { policyId } = await insure(office, { planCode: LIFE });
  await pay(office, policyId, 12);
  const paper = await office.must("insurance.printAccount", { id: policyId });
  expect(paper.fileName).toBe("KTL-A00001-releve.pdf");
  const text = pdfText(paper.bytes);
  expect(text).toContain("23/11/2026 Cotisation KTL-2026-00002 2 000 F CFA 2 000 F CFA");
  expect(text).toContain("Total 24 000 F CFA 0 F CFA 24 000 F CFA");
  expect(text).not.toMatch(FORBIDDEN);
});

describe("the decision slip", () => {
  test("says which rule took off each franc, and neither the illness nor what was prescribed", async () => {
    makePlan(office);
    const insured = await makeInsured(office);
    const lines = [
      line({ words: "Visite du dermatologue" }),
      line({ category: "medicines", act: "COSMETIQUE", asked: 3_000, words: "Crème" }),
    ];
    const facility = { facilityCode: null, facilityName: "Clinique Espoir" };
    const { claim } = await decided(office, insured, { lines, childId: insured.childId, ...facility });
    const paper = await office.must("insurance.printDecision", { id: claim.id });
    expect(paper.fileName).toBe("KTL-S00001-decision.pdf");
    const text = pdfText(paper.bytes);
    for (const words of [
      "Décision KTL-S00001",
      "Enfantine",
      "1 Consultation 5 000 F CFA 1 000 F CFA 4 000 F CFA",
      "2 Médicaments 3 000 F CFA 3 000 F CFA 0 F CFA",
      "le plan paie 80 %",
      "Le plan ne paie pas cet acte ou ce produit",
      "quatre mille francs CFA",
      "23/11/2026",
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/paludisme|artéméther|dermatologue|Crème|Clinique/);
    expect(text).not.toMatch(FORBIDDEN);
  });

  test("is refused before the claim is decided, and to the cashier", async () => {
    makePlan(office);
    const { claim } = await checked(office, await makeInsured(office));
    expect(await office.refused("insurance.printDecision", { id: claim.id })).toBe(
      refusal("claim.notNow", "id"),
    );
    expect(await office.refused("insurance.printDecision", { id: v7() })).toBe(
      refusal("claim.unknown", "id"),
    );
    await signInAs(office, "cashier");
    expect(await office.refused("insurance.printDecision", { id: claim.id })).toBe("access.forbidden");
    await office.signIn();
  });
});
