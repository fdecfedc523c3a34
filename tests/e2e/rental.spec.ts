import type { Page } from "@playwright/test";
import { chooseAction, pdfText, savePreview } from "./memberSteps.ts";
import {
  addPremises,
  expectStanding,
  fillLease,
  firstOfMonth,
  francs,
  openRents,
  startCollecting,
  yesterdayTyped,
} from "./rentalSteps.ts";
import { expectAccessible, expectFits, makeOffice } from "./steps.ts";
import { expect, test } from "./support/danayaTest.ts";

type Shot = (name: string) => Promise<void>;

/** Pictures, no barrier in what is shown, and nothing cut off. */
async function look(page: Page, shot: Shot, name: string): Promise<void> {
  await shot(name);
  await expectAccessible(page);
  if (!(await page.getByRole("dialog").isVisible())) await expectFits(page);
}

/** Two shops on the board, the first of which is let. */
async function makePremises(page: Page, shot: Shot): Promise<void> {
  await openRents(page);
  await expect(page.getByText("Aucun local")).toBeVisible();
  await look(page, shot, "rental-empty");
  await page.getByRole("button", { name: "Nouveau local" }).click();
  const dialog = page.getByRole("dialog", { name: "Nouveau local" });
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog.getByLabel("Nom du local")).toBeFocused();
  await expect(dialog.getByLabel("Nom du local")).toHaveAccessibleDescription(/obligatoire/);
  await look(page, shot, "rental-premises-form");
  await page.keyboard.press("Escape");
  await addPremises(page, "B-03", 50_000);
  await addPremises(page, "B-04", 40_000);
  await page.getByRole("link", { name: "Louer B-03" }).click();
}

/** A lease that began two months ago, with a deposit and without an end. */
async function signLease(page: Page, shot: Shot): Promise<void> {
  await expect(page.getByRole("heading", { name: "Nouveau bail" })).toBeVisible();
  await page.getByRole("button", { name: "Signer le bail" }).click();
  const name = page.getByRole("textbox", { name: "Nom", exact: true });
  await expect(name).toBeFocused();
  await expect(page.getByRole("textbox", { name: "Début" })).toHaveAccessibleDescription(/obligatoire/);
  await look(page, shot, "rental-lease-refused");
  await fillLease(page, { Nom: "Oumou Sangaré", Téléphone: "76123456", Garant: "Fanta Coulibaly" });
  await fillLease(page, { Début: firstOfMonth(2), "À payer le": "1", "Caution convenue": "100000" });
  await page.keyboard.press("Control+l");
  await page.getByLabel("Phrase de passe", { exact: true }).fill("six calebasses bleues au soleil");
  await page.getByLabel("Nom de connexion").fill("awa");
  await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
  await expect(name).toHaveValue("Oumou Sangaré");
  await expect(page.getByText("Ce que vous aviez commencé à écrire est revenu.")).toBeVisible();
  await look(page, shot, "rental-lease-form");
  await page.getByRole("button", { name: "Signer le bail" }).dblclick();
  await expect(page.getByRole("heading", { name: "Oumou Sangaré" })).toBeVisible();
  await expectStanding(page, "En retard", 150_000);
}

async function receiveDeposit(page: Page, shot: Shot): Promise<void> {
  await page.getByRole("tab", { name: "Caution" }).click();
  await page.getByRole("button", { name: "Encaisser la caution" }).click();
  const dialog = page.getByRole("dialog", { name: "Encaisser la caution" });
  await expect(dialog.getByRole("textbox", { name: "Montant reçu" })).toHaveValue(francs(100_000));
  await dialog.getByRole("button", { name: "Encaisser la caution" }).dblclick();
  await expect(page.getByRole("cell", { name: "Reçue" })).toHaveCount(1);
  await look(page, shot, "rental-deposit");
  await page.getByRole("tab", { name: "Compte" }).click();
}

/** A part of what is late: two months are wholly paid, of the third something is left. */
async function payInPart(page: Page, shot: Shot): Promise<void> {
  const dialog = await startCollecting(page, 120_000);
  await expect(dialog.getByText("en entier")).toHaveCount(2);
  await expect(dialog.getByText(/reste\s30/)).toBeVisible();
  await look(page, shot, "rental-collect");
  await dialog.getByRole("button", { name: /Encaisser 120/ }).dblclick();
  await expect(dialog.getByText(/C’est encaissé/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: /Quittance, / })).toHaveCount(2);
  await look(page, shot, "rental-collected");
  await dialog.getByRole("button", { name: "Imprimer le reçu" }).click();
  expect(pdfText(await savePreview(page))).toContain("cent vingt mille francs");
  await dialog
    .getByRole("button", { name: /Quittance, / })
    .first()
    .click();
  const quittance = pdfText(await savePreview(page));
  expect(quittance).toContain("Oumou Sangaré");
  expect(quittance).toMatch(/quittance/i);
  await dialog.getByRole("button", { name: "Fermer" }).last().click();
  await expectStanding(page, "En retard", 30_000);
  await expect(page.getByRole("button", { name: /^Quittance : / })).toHaveCount(2);
}

/** More than is due: the rest is an advance on the months to come, and the next change of rent has to wait for them. */
async function payAhead(page: Page, shot: Shot): Promise<void> {
  const dialog = await startCollecting(page, 80_000);
  await dialog.getByRole("button", { name: /Encaisser 80/ }).click();
  await dialog.getByRole("button", { name: "Fermer" }).last().click();
  await expectStanding(page, "Payé d’avance", 50_000);
  await look(page, shot, "rental-lease-advance");
  await page.getByRole("tab", { name: "Bail", exact: true }).click();
  await page.getByRole("button", { name: "Réviser le loyer" }).click();
  const revise = page.getByRole("dialog", { name: "Réviser le loyer" });
  await revise.getByRole("textbox", { name: "Taux" }).fill("10");
  await expect(revise.getByText(francs(55_000))).toBeVisible();
  await look(page, shot, "rental-revise");
  await revise.getByRole("button", { name: "Enregistrer" }).click();
  await expect(revise.getByRole("textbox", { name: "À partir du" })).toHaveAccessibleDescription(
    /déjà payées/,
  );
  await revise.getByRole("textbox", { name: "À partir du" }).fill(firstOfMonth(-2));
  await revise.getByRole("button", { name: "Enregistrer" }).dblclick();
  await expect(page.getByText(/Loyer de 55/)).toHaveCount(1);
  await look(page, shot, "rental-terms");
}

/** A second lease of the second shop, whose tenant pays nothing and leaves. */
async function endWithArrears(page: Page, shot: Shot): Promise<void> {
  await openRents(page);
  await look(page, shot, "rental-board");
  await page.getByRole("link", { name: "Louer B-04" }).click();
  await fillLease(page, {
    Nom: "Salif Keïta",
    Début: firstOfMonth(2),
    "À payer le": "1",
    "Caution convenue": "200000",
  });
  await page.getByRole("button", { name: "Signer le bail" }).click();
  await expectStanding(page, "En retard", 120_000);
  await receiveSmallDeposit(page);
  const dialog = await startCollecting(page, 40_000);
  await dialog.getByRole("button", { name: /Encaisser 40/ }).click();
  await dialog.getByRole("button", { name: "Fermer" }).last().click();
  await chooseAction(page, "Terminer le bail");
  const end = page.getByRole("dialog", { name: "Terminer le bail" });
  await end.getByRole("button", { name: "Terminer", exact: true }).click();
  await expect(end.getByRole("combobox", { name: "Raison" })).toHaveAccessibleDescription(/obligatoire/);
  await end.getByRole("textbox", { name: "Dernier jour" }).fill(yesterdayTyped());
  await end.getByRole("combobox", { name: "Raison" }).click();
  await page.getByRole("option", { name: "loyers impayés" }).click();
  await look(page, shot, "rental-end");
  await end.getByRole("button", { name: "Terminer", exact: true }).dblclick();
  await expect(page.getByText(/terminé le/)).toBeVisible();
  await look(page, shot, "rental-ended");
}

async function receiveSmallDeposit(page: Page): Promise<void> {
  await page.getByRole("tab", { name: "Caution" }).click();
  await page.getByRole("button", { name: "Encaisser la caution" }).click();
  const dialog = page.getByRole("dialog", { name: "Encaisser la caution" });
  await dialog.getByRole("button", { name: "Encaisser la caution" }).click();
  await expect(dialog).toBeHidden();
}

/** What is owed is taken from the deposit, something is kept for damage, the rest goes back. */
async function settleDeposit(page: Page, shot: Shot): Promise<void> {
  await page.getByRole("tab", { name: "Caution" }).click();
  await page.getByRole("button", { name: "Régler la caution" }).click();
  const dialog = page.getByRole("dialog", { name: "Régler la caution" });
  await dialog.getByRole("textbox", { name: "Retenu pour dégâts" }).fill("1000");
  await expect(dialog.getByText(/de trop/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: "Régler", exact: true })).toBeDisabled();
  const refunded = dialog.getByRole("textbox", { name: "Rendu au locataire" });
  const proposed = Number((await refunded.inputValue()).replace(/\D/g, ""));
  await refunded.fill(String(proposed - 1000));
  await dialog.getByRole("button", { name: "Régler", exact: true }).click();
  await expect(dialog.getByRole("textbox", { name: "Ce qui est retenu" })).toHaveAccessibleDescription(/./);
  await dialog.getByRole("textbox", { name: "Ce qui est retenu" }).fill("Vitre cassée");
  await look(page, shot, "rental-settle");
  await dialog.getByRole("button", { name: "Régler", exact: true }).dblclick();
  await expect(page.getByRole("cell", { name: "Rendue" })).toHaveCount(1);
  await expect(page.getByRole("cell", { name: "Retenue" })).toHaveCount(1);
  await expect(page.getByRole("cell", { name: "Prise pour les loyers" })).toHaveCount(1);
  await expect(page.getByRole("region", { name: "Situation du bail" })).toContainText("À jour");
  await look(page, shot, "rental-settled");
}

test("a shop is let, paid in part and ahead, and left with a debt that the deposit pays", async ({
  page,
  shot,
}) => {
  test.slow();
  await makeOffice(page);
  await makePremises(page, shot);
  await signLease(page, shot);
  await receiveDeposit(page, shot);
  await payInPart(page, shot);
  await payAhead(page, shot);
  await endWithArrears(page, shot);
  await settleDeposit(page, shot);
  await openRents(page, "Baux");
  await expect(page.getByRole("row", { name: /Salif Keïta/ })).toContainText("Terminé");
  await look(page, shot, "rental-leases");
  await page.getByRole("row", { name: /Oumou Sangaré/ }).click();
  await page.getByRole("tab", { name: "Relevé" }).click();
  await expect(page.getByText("Solde à la fin")).toBeVisible();
  await look(page, shot, "rental-statement");
});
