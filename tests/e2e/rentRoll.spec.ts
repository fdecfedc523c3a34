import type { Page } from "@playwright/test";
import { showFrancs } from "../../src/domain/format.ts";
import { countingKeyboard } from "./insuranceSteps.ts";
import { pdfText, savePreview } from "./memberSteps.ts";
import { LEASES, MONTHS_DUE, seedRents } from "./rentSeeds.ts";
import { expectAccessible, expectFits } from "./steps.ts";
import { expect, type Place, test } from "./support/placesTest.ts";
import { KOUTIALA, makeOfficeBy } from "./support/seeding.ts";

const TODAY = new Date().toISOString().slice(0, 10);

const leftOf = ({ rent, paid }: (typeof LEASES)[number]) =>
  Math.max(0, rent * MONTHS_DUE - paid.reduce((sum, amount) => sum + amount, 0));
const OWING = LEASES.filter((seed) => leftOf(seed) > 0);
const ALL_LEFT = OWING.reduce((sum, seed) => sum + leftOf(seed), 0);

/** As the screen writes it; any of its blanks. */
function francs(amount: number): RegExp {
  return new RegExp(showFrancs(amount, "fr").replace(/\s/g, "\\s"));
}

async function openRental(page: Page, tab: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Loyers", exact: true }).click();
  await page
    .getByRole("navigation", { name: "Loyers" })
    .getByRole("link", { name: tab, exact: true })
    .click();
  await expect(page.getByRole("link", { name: tab, exact: true })).toHaveAttribute("aria-current", "page");
}

async function look({ page, shot }: Place, name: string): Promise<void> {
  await shot(name);
  await expectAccessible(page);
}

test("the rent roll is collected by two keys a tenant, and each tenant's papers are one press away", async ({
  openPlace,
}) => {
  const place = await openPlace(async (line) => {
    await makeOfficeBy(line, KOUTIALA);
    await seedRents(line, TODAY);
  });
  const { page } = place;
  await page.getByRole("link", { name: "Aujourd’hui" }).click();
  await expect(page.getByText(new RegExp(`${OWING.length} baux en retard`))).toBeVisible();
  await expect(page.locator("main")).toContainText(francs(ALL_LEFT));
  await look(place, "rental-today");

  await openRental(page, "Appel des loyers");
  const table = page.getByRole("grid", { name: "Appel des loyers" });
  await expect(table).toBeFocused();
  await expect(page.getByText("6 lignes", { exact: true })).toBeVisible();
  await look(place, "rental-roll");
  await expectFits(page);

  const keys = countingKeyboard(page);
  const dialog = page.getByRole("dialog", { name: "Encaisser un loyer" });
  for (const seed of OWING) {
    await keys.press("Enter");
    await expect(dialog.getByRole("textbox", { name: "Montant reçu" })).toBeFocused();
    await expect(dialog).toContainText(seed.tenant);
    if (seed === OWING[0]) await look(place, "rental-roll-collect");
    await keys.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(page.getByRole("status")).toContainText(francs(leftOf(seed)));
    await expect(page.getByRole("status")).toContainText(seed.code);
    if (seed !== OWING.at(-1)) await expect(table).toBeFocused();
  }
  expect(keys.count()).toBe(2 * OWING.length);
  await look(place, "rental-roll-collected");
  await page.getByText("À encaisser", { exact: true }).click();
  await expect(page.getByRole("heading", { name: "Tout est encaissé" })).toBeVisible();
  await look(place, "rental-roll-done");
  await page.getByText("Tous les baux", { exact: true }).click();

  await page
    .getByRole("button", { name: /^Quittance,/ })
    .last()
    .click();
  expect(pdfText(await savePreview(page))).toContain(OWING.at(-1)?.tenant);
  for (const [paper, told] of [
    ["Imprimer l’appel", "B-03"],
    ["Toutes les quittances", "Kadidia Berthé"],
  ] as const) {
    await page.getByRole("button", { name: "Papiers" }).click();
    await page.getByRole("menuitem", { name: paper }).click();
    expect(pdfText(await savePreview(page))).toContain(told);
  }
});

test("arrears say whom to call: the promise is noted, the letter printed and noted; the report shows the year", async ({
  openPlace,
}) => {
  const place = await openPlace(async (line) => {
    await makeOfficeBy(line, KOUTIALA);
    await seedRents(line, TODAY);
  });
  const { page } = place;
  await openRental(page, "Impayés");
  await expect(page.getByText("76 55 44 33")).toBeVisible();
  await expect(page.getByText(/jamais relancé/).first()).toBeVisible();
  await look(place, "rental-arrears");
  await expectFits(page);

  await page
    .getByRole("button", { name: /^Noter une relance/ })
    .first()
    .click();
  const note = page.getByRole("dialog", { name: "Noter une relance" });
  const promisedOn = note.getByRole("textbox", { name: "Promis pour le" });
  await promisedOn.fill("31/12");
  await page.keyboard.press("Enter");
  const promised = note.getByRole("textbox", { name: "Montant promis" });
  await expect(promised).toBeFocused();
  await expect(promised).toHaveAccessibleDescription(/Écrivez les deux/);
  await look(place, "rental-promise-refused");
  await promised.fill("20000");
  await page.keyboard.press("Enter");
  await expect(note).toBeHidden();
  await expect(page.getByText(/20\s000\sF\sCFA promis$/)).toBeVisible();

  await page
    .getByRole("button", { name: /^Imprimer un rappel/ })
    .last()
    .click();
  await page.getByRole("menuitem", { name: "Premier rappel" }).dblclick();
  await savePreview(page);
  await expect(page.getByRole("row").filter({ hasText: "Premier rappel" })).toHaveCount(1);
  await page.getByTitle("Trier par En retard").click();
  await expect(page.getByRole("row").nth(1)).toContainText("Société Kénédougou Textiles");
  await look(place, "rental-arrears-noted");
  await page.getByRole("button", { name: "Imprimer la liste" }).click();
  expect(pdfText(await savePreview(page))).toContain("Issa Dembélé");

  await openRental(page, "Rapport");
  await expect(page.getByRole("img", { name: /Occupation par mois/ })).toBeVisible();
  await expect(page.getByRole("img", { name: /Demandé et encaissé/ })).toBeVisible();
  await page.getByRole("button", { name: /^Loyers : Voir les chiffres/ }).click();
  await expect(page.getByRole("table", { name: "Loyers" })).toContainText(
    francs(LEASES.reduce((sum, { rent }) => sum + rent, 0)),
  );
  await look(place, "rental-report");
  await expectFits(page);
  await page.getByRole("table", { name: "Par local" }).scrollIntoViewIfNeeded();
  await place.shot("rental-report-premises");
  await page.getByRole("button", { name: "Imprimer le rapport" }).click();
  expect(pdfText(await savePreview(page))).toContain("B-06");

  await page.getByRole("button", { name: "Fond sombre" }).click();
  await page.getByRole("button", { name: /English/ }).click();
  for (const [tab, name] of [
    ["Report", "rental-report-dark"],
    ["Arrears", "rental-arrears-dark"],
    ["Rent roll", "rental-roll-dark"],
  ] as const) {
    await page
      .getByRole("navigation", { name: "Rents" })
      .getByRole("link", { name: tab, exact: true })
      .click();
    await look(place, name);
  }
});
