import type { Page } from "@playwright/test";
import { goTo, pdfText, qrTexts, registerMember, savePreview } from "./memberSteps.ts";
import { expectAccessible, makeOffice } from "./steps.ts";
import { expect, test } from "./support/danayaTest.ts";

/** The office puts the backs of a sheet on the page behind it. */
const BACKS = 2;

async function check(page: Page, text: string): Promise<void> {
  await goTo(page, "Cartes");
  const field = page.getByRole("textbox", { name: "Texte lu sur la carte" });
  await field.fill(text);
  await page.keyboard.press("Enter");
  await expect(field).toHaveValue("");
}

async function printCard(page: Page): Promise<Buffer> {
  await page.getByRole("button", { name: "Imprimer la carte" }).last().click();
  await page.getByRole("menuitem", { name: /Feuilles A4/ }).click();
  return savePreview(page);
}

test("a card is sold, its receipt and its sheet print, and its QR is checked; a lost one is refused afterwards", async ({
  page,
  shot,
}) => {
  await makeOffice(page);
  const number = await registerMember(page, {
    surname: "Tembély",
    firstNames: "Djénéba",
    birth: "17/01/1999",
  });
  await page.getByRole("button", { name: "Vendre la carte" }).click();
  const sale = page.getByRole("dialog", { name: "Carte et cotisation" });
  await sale.getByText("Orange Money").click();
  await shot("card-sale");
  await expectAccessible(page);
  await sale.getByRole("button", { name: /Encaisser/ }).click();
  await expect(sale.getByRole("textbox", { name: /Référence/ })).toHaveAccessibleDescription(
    /Il manque la référence/,
  );
  await sale.getByRole("textbox", { name: /Référence/ }).fill("OM-4471");
  await sale.getByRole("button", { name: /Encaisser 2 500 F CFA/ }).dblclick();

  await expect(page.locator("iframe")).toBeVisible();
  await shot("card-receipt");
  const receipt = pdfText(await savePreview(page));
  expect(receipt).toContain("deux mille cinq cents francs");
  expect(receipt).toContain("OM-4471");
  await expect(sale.getByText(/C’est encaissé\s: reçu KTL-\d{4}-00001/)).toBeVisible();
  await shot("card-sold");
  const sheet = await printCard(page);
  const front = pdfText(sheet);
  expect(front).toContain(number);
  const [qr = ""] = await qrTexts(sheet, BACKS);
  expect(qr).toMatch(new RegExp(`^DNY1:${number}:1:\\d{8}:[A-Z2-7]{103}$`));
  await page.keyboard.press("Escape");

  await check(page, qr);
  await expect(page.getByText("Carte valable")).toBeVisible();
  await expect(page.getByText("Tembély Djénéba")).toBeVisible();
  await shot("card-valid");
  await expectAccessible(page);
  await check(
    page,
    qr.replace(/.$/, (letter) => (letter === "A" ? "Q" : "A")),
  );
  await expect(page.getByText(/Fausse carte|Carte illisible/)).toBeVisible();
  await expect(page.getByText("Tembély Djénéba")).toBeHidden();
  await check(page, "bonjour");
  await expect(page.getByText("Carte illisible")).toBeVisible();

  await check(page, qr.toLowerCase());
  await page.getByRole("link", { name: "Ouvrir son dossier" }).click();
  await page.getByRole("tab", { name: "Carte et cotisations" }).click();
  await shot("member-card-tab");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Remplacer la carte" }).click();
  await page.getByRole("radio", { name: "Non, gratuit" }).check();
  await shot("card-replace");
  await page.getByRole("button", { name: "Remplacer sans frais" }).click();
  await expect(page.getByText("La nouvelle carte est prête.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Carte n° 2")).toBeVisible();
  await expect(page.getByText("Perdue", { exact: true })).toBeVisible();

  await check(page, qr);
  await expect(page.getByText("Carte remplacée")).toBeVisible();
});

test("cards that wait are counted and printed in one go", async ({ page, shot }) => {
  await makeOffice(page);
  for (const firstNames of ["Awa", "Mariam"]) {
    await registerMember(page, { surname: "Konaté", firstNames });
    await page.getByRole("button", { name: "Vendre la carte" }).click();
    await page.getByRole("button", { name: /Encaisser/ }).click();
    await savePreview(page);
    await page.keyboard.press("Escape");
  }
  await goTo(page, "Cartes");
  await expect(page.getByText("cartes attendent l’impression")).toBeVisible();
  await shot("cards");
  await page.getByRole("button", { name: "Imprimer ces cartes" }).click();
  await page.getByRole("menuitem", { name: /Une carte par page/ }).click();
  const pdf = pdfText(await savePreview(page));
  expect(pdf).toContain("Awa");
  expect(pdf).toContain("Mariam");
  await expect(page.getByText(/Chaque carte vendue est imprimée/)).toBeVisible();
});

test("without a camera the page says what else can be done", async ({ page }) => {
  await makeOffice(page);
  await goTo(page, "Cartes");
  await page.getByRole("button", { name: "Lire avec la caméra" }).click();
  await expect(page.getByText(/Aucune caméra n’est branchée|L’accès à la caméra est refusé/)).toBeVisible();
});
