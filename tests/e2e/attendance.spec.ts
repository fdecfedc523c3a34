import type { Locator, Page } from "@playwright/test";
import { type Past, type SeededClass, seedClass } from "./attendanceSeed.ts";
import { countingKeyboard } from "./insuranceSteps.ts";
import { openLiteracy } from "./literacySteps.ts";
import { pdfText, qrTexts, savePreview } from "./memberSteps.ts";
import { AWA, expectAccessible, expectFits, signIn } from "./steps.ts";
import { expect, type OpenPlace, type Place, test } from "./support/placesTest.ts";
import { KOUTIALA, makeOfficeBy } from "./support/seeding.ts";

const WOMEN = 25;
const SESSIONS = 3;

/** What a paper that strangers see must never say. */
const TRADE = /sexe|prostitu|travailleuse|client/i;

async function look({ page, shot }: Place, name: string): Promise<void> {
  await shot(name);
  await expectAccessible(page);
  await expectFits(page);
}

/** Koutiala with its class of 25. */
async function openClass(
  openPlace: OpenPlace,
  past: Past = {},
): Promise<{ place: Place; about: SeededClass }> {
  const found: SeededClass[] = [];
  const place = await openPlace(async (line) => {
    await makeOfficeBy(line, KOUTIALA);
    found.push(await seedClass(line, past));
  });
  const [about] = found;
  if (about === undefined) throw new Error("no class");
  return { place, about };
}

async function lockAndReturn(page: Page): Promise<void> {
  await expect(page.getByRole("banner")).toContainText(AWA.name);
  await page.keyboard.press("Control+l");
  await expect(page.getByRole("heading", { name: "Ouvrir le bureau" })).toBeVisible();
  await signIn(page, AWA.login, AWA.passphrase);
  await expect(page.getByRole("banner")).toContainText(AWA.name);
}

const cell = (page: Page, row: number, column: number): Locator =>
  page.locator(`[data-cell="${row}:${column}"]`);

test("a week of attendance for 25 women is entered by keyboard alone, survives a lock, and passes over who had left", async ({
  openPlace,
}) => {
  const { place, about } = await openClass(openPlace, { lastLeft: true });
  const { page } = place;
  await lockAndReturn(page);
  await openLiteracy(page, "Cette semaine");
  await look(place, "literacy-week");
  await page.getByRole("button", { name: "Semaine précédente" }).click();
  const enter = page.getByRole("link", { name: /Saisir les présences/ });
  await expect(page.getByText("à saisir").first()).toBeVisible();
  await look(place, "literacy-week-before");
  await enter.focus();

  const keys = countingKeyboard(page);
  await keys.press("Enter");
  await expect(page.getByRole("grid", { name: "Présences" })).toBeVisible();
  await expect(cell(page, 0, 0)).toBeFocused();
  await look(place, "literacy-sheet-empty");
  await cell(page, 0, 0).focus();
  // A wrong letter is taken back at once.
  await keys.type("p");
  await keys.press("Backspace");
  await expect(cell(page, 0, 0)).toBeFocused();
  await expect(cell(page, 0, 0)).toHaveText("");
  await keys.type(`re${"p".repeat(WOMEN - 3)}a`);
  await expect(cell(page, 0, 1)).toBeFocused();
  // The last woman had left by then: from the one before her it goes on to the third session.
  await keys.type("p".repeat(WOMEN - 1));
  await expect(cell(page, 0, 2)).toBeFocused();

  await lockAndReturn(page);
  await expect(page.getByText("Ce que vous aviez commencé à écrire est revenu.")).toBeVisible();
  await expect(cell(page, 0, 0)).toHaveText("R");
  await expect(cell(page, 0, 2)).toBeFocused();
  await keys.type("ppppx");
  await keys.press("ArrowDown", "ArrowUp");
  await keys.type("p".repeat(WOMEN - 5));
  expect(keys.count()).toBeLessThanOrEqual(WOMEN * SESSIONS + 6);
  await expect(page.getByText("22 P")).toBeVisible();
  await expect(page.getByText("24 P")).toHaveCount(2);
  await look(place, "literacy-sheet-typed");
  await page
    .getByRole("textbox", { name: /^Ce qui a été fait/ })
    .first()
    .fill("Les nombres jusqu’à 100");
  await page.getByRole("button", { name: "Enregistrer les présences" }).dblclick();
  await expect(page.getByText("Les présences sont enregistrées.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Enregistrer les présences" })).toBeDisabled();
  await look(place, "literacy-sheet");

  await page.getByRole("button", { name: "Imprimer la feuille" }).click();
  await expect(page.locator("iframe")).toBeVisible();
  const paper = pdfText(await savePreview(page));
  expect(paper).toContain(about.file.learners[0]?.learner.number);
  expect(paper).not.toMatch(/Coulibaly|Traoré/);
  expect(paper).not.toMatch(TRADE);
  await openLiteracy(page, "Cette semaine");
  await page.getByRole("button", { name: "Semaine précédente" }).click();
  await expect(page.getByText("23 sur 24")).toBeVisible();
  await expect(page.getByText("24 sur 24")).toHaveCount(2);
  await look(place, "literacy-week-entered");
  place.office.signInAs(AWA.login, AWA.passphrase);
});

test("a session is called off with a reason and takes place after all; one that made up for it is added", async ({
  openPlace,
}) => {
  const { place, about } = await openClass(openPlace);
  const { page } = place;
  await openLiteracy(page, "Cette semaine");
  await page.getByRole("button", { name: "Semaine précédente" }).click();
  const first = page.getByRole("button", { name: /Médina-Coura.*à saisir/s }).first();
  await first.click();
  const rain = page.getByRole("menuitem", { name: "pluie ou chaleur" });
  await rain.hover();
  await place.shot("literacy-week-menu");
  await rain.click();
  await expect(page.getByText("La séance est annulée.")).toBeVisible();
  await expect(page.getByText("annulée", { exact: true })).toBeVisible();
  await look(place, "literacy-week-cancelled");
  await page.getByRole("button", { name: /Médina-Coura.*annulée/s }).click();
  await page.getByRole("menuitem", { name: "Elle a lieu quand même" }).click();
  await expect(page.getByText("La séance est de nouveau prévue.")).toBeVisible();
  await expect(page.getByText("à saisir", { exact: true })).toHaveCount(SESSIONS);

  await page.getByRole("link", { name: /Saisir les présences/ }).click();
  await page.getByRole("button", { name: "Toutes là" }).first().click();
  await expect(page.getByText("25 P")).toBeVisible();
  await page.getByRole("button", { name: "Séance de rattrapage" }).click();
  const dialog = page.getByRole("dialog", { name: "Séance de rattrapage" });
  await dialog.getByRole("textbox", { name: "Début" }).fill("midi");
  await dialog.getByRole("button", { name: "Ajouter la séance" }).click();
  await expect(dialog.getByRole("textbox", { name: "Début" })).toHaveAccessibleDescription(/On ne lit pas/);
  await expectAccessible(page);
  await place.shot("literacy-sheet-add");
  await dialog.getByRole("textbox", { name: "Début" }).fill("16h");
  await dialog.getByRole("button", { name: "Ajouter la séance" }).click();
  await expect(page.getByRole("columnheader", { name: /16.*rattrapage/ })).toBeVisible();
  await page.getByRole("button", { name: "Toutes là" }).last().click();
  await page
    .getByRole("checkbox", { name: /^Formatrice absente/ })
    .first()
    .check();
  await look(place, "literacy-sheet-extra");
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Les présences sont enregistrées.")).toBeVisible();
  await page.getByRole("link", { name: "Semaine suivante" }).click();
  await expect(page.getByRole("grid", { name: "Présences" })).toBeVisible();
  await place.shot("literacy-sheet-week-after");
  await expectAccessible(page);

  await page.goto(`${page.url().split("#")[0]}#/literacy/cohorts/${about.file.id}/sheet?from=2020-01-06`);
  await expect(page.getByRole("heading", { name: "Personne dans la classe ces jours-là" })).toBeVisible();
  await place.shot("literacy-sheet-nobody");
  await expectAccessible(page);
  place.office.signInAs(AWA.login, AWA.passphrase);
});

test("marks are entered as in a spreadsheet, what is off its scale is marked, and who passed gets a certificate", async ({
  openPlace,
}) => {
  const { place, about } = await openClass(openPlace, { entered: true });
  const { page } = place;
  await page.goto(`${page.url().split("#")[0]}#/literacy/cohorts/${about.file.id}/results`);
  await expect(page.getByRole("heading", { name: "Aucune évaluation" })).toBeVisible();
  await look(place, "literacy-results-empty");
  await page.getByText("Fin", { exact: true }).click();
  const { skills } = about.file.programme;
  await cell(page, 0, 0).focus();
  for (const [column, { most }] of skills.entries()) {
    await expect(cell(page, 0, column)).toBeFocused();
    for (let row = 0; row < WOMEN; row += 1) {
      // The last woman does not pass.
      await page.keyboard.type(String(row === WOMEN - 1 ? 1 : most - 1));
      await page.keyboard.press("Enter");
    }
  }
  await look(place, "literacy-marks");
  await cell(page, 2, 1).focus();
  await page.keyboard.type("88");
  await expect(cell(page, 2, 1)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByRole("alert")).toContainText(/pas sur l’échelle : de 0 à/);
  await page.keyboard.press("Control+Enter");
  await expect(cell(page, 2, 1)).toBeFocused();
  await place.shot("literacy-marks-off-scale");
  await expectAccessible(page);
  await page.keyboard.type("8");
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("Les notes sont enregistrées.")).toBeVisible();

  await page.getByText("Bilan", { exact: true }).click();
  await expect(page.getByText("Réussi", { exact: true })).toHaveCount(WOMEN - 1);
  await expect(page.getByText("Pas encore", { exact: true })).toHaveCount(1);
  await look(place, "literacy-outcomes");
  await page.getByText("Rattrapage", { exact: true }).click();
  await expect(page.locator("tbody tr")).toHaveCount(1);
  await look(place, "literacy-retake");
  await page.getByRole("link", { name: "Aujourd’hui", exact: true }).click();
  await expect(page.getByText("24 attestations à délivrer")).toBeVisible();
  await look(place, "literacy-today");
  await page.getByRole("link", { name: "Délivrer" }).click();
  await page.getByRole("button", { name: /Délivrer 24 attestations/ }).click();
  const dialog = page.getByRole("dialog", { name: "Délivrer les attestations" });
  await expectAccessible(page);
  await place.shot("literacy-issue");
  await dialog.getByRole("button", { name: /Délivrer 24 attestations/ }).dblclick();
  await expect(page.getByText("KTL-D00024")).toBeVisible();
  await look(place, "literacy-outcomes-issued");
  await page.getByRole("button", { name: "Imprimer 24 attestations" }).click();
  await expect(page.locator("iframe")).toBeVisible();
  await place.shot("literacy-certificates");
  const certificates = await savePreview(page);
  expect(pdfText(certificates)).toContain("KTL-D00024");
  expect(pdfText(certificates)).toContain("Coulibaly");
  expect(pdfText(certificates)).not.toMatch(TRADE);
  expect((await qrTexts(certificates, 1))[0]).toMatch(/^DNC1:KTL-D00001:/);
  await page.getByRole("button", { name: "Liste des réussites" }).click();
  expect(pdfText(await savePreview(page))).toContain("KTL-D00001");
  await page.getByText("Fin", { exact: true }).click();
  await expect(page.getByText("a son attestation")).toHaveCount(WOMEN - 1);
  await place.shot("literacy-marks-locked");
  place.office.signInAs(AWA.login, AWA.passphrase);
});

test("the year's figures stand against its targets, in French and English, by day and by night", async ({
  openPlace,
}) => {
  const { place } = await openClass(openPlace, { entered: true });
  const { page } = place;
  await openLiteracy(page, "Chiffres");
  await page.getByRole("button", { name: "Fixer les objectifs" }).click();
  const dialog = page.getByRole("dialog", { name: /Objectifs de/ });
  await dialog.getByRole("textbox", { name: "Femmes inscrites" }).fill("40");
  await dialog.getByRole("textbox", { name: "Taux de présence" }).fill("85");
  await dialog.getByRole("textbox", { name: "Heures faites" }).fill("120");
  await expectAccessible(page);
  await place.shot("literacy-targets");
  await dialog.getByRole("button", { name: "Enregistrer les objectifs" }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("25 sur 40")).toBeVisible();
  await expect(page.getByRole("img", { name: /L’année mois par mois/ })).toBeVisible();
  await look(place, "literacy-figures");
  await page.getByRole("progressbar", { name: /Heures faites/ }).scrollIntoViewIfNeeded();
  await place.shot("literacy-figures-year");
  for (const way of ["Formatrice", "Lieu", "Mois"]) {
    await page.getByText(way, { exact: true }).first().click();
    await expect(page.getByRole("columnheader", { name: way, exact: true })).toBeVisible();
  }
  await look(place, "literacy-figures-months");
  await page.getByRole("button", { name: "Fond sombre" }).click();
  await page.getByRole("button", { name: /English/ }).click();
  await expect(page.getByText("25 of 40")).toBeVisible();
  await page.mouse.move(0, 0);
  await look(place, "literacy-figures-dark");
  await page.getByRole("link", { name: "This week", exact: true }).click();
  await page.getByRole("button", { name: "Previous week" }).click();
  await look(place, "literacy-week-dark");
  await page.getByRole("link", { name: /Enter attendance/ }).click();
  await expect(page.getByRole("grid", { name: "Attendance" })).toBeVisible();
  await cell(page, 0, 0).focus();
  await page.keyboard.type("lea");
  await expect(page.getByText("1 L")).toBeVisible();
  await look(place, "literacy-sheet-dark");
  await page.keyboard.press("Control+s");
  await expect(page.getByText("Attendance is saved.")).toBeVisible();
  await page.getByRole("button", { name: /français/i }).click();
  await openLiteracy(page, "Chiffres");
  await page.getByRole("button", { name: "Imprimer", exact: true }).click();
  await expect(page.locator("iframe")).toBeVisible();
  expect(pdfText(await savePreview(page))).toContain("25");
  await page.getByRole("button", { name: "L’an dernier" }).click();
  await expect(page.getByRole("heading", { name: "Aucune classe dans ces jours" })).toBeVisible();
  await look(place, "literacy-figures-empty");
  place.office.signInAs(AWA.login, AWA.passphrase);
});
