import type { Page } from "@playwright/test";
import { csvText, encodeText } from "../support/registers.ts";
import { goTo } from "./memberSteps.ts";
import { expectAccessible, makeOffice } from "./steps.ts";
import { expect, test } from "./support/danayaTest.ts";

const HEADINGS = ["N°", "NOM", "Prénom(s)", "Né(e) le", "Tél.", "Quartier", "Date d'adhésion"];

/** Three good rows, two doubtful (a short phone; the same woman again), three refused. */
const ROWS = [
  ["1", "SANOGO", "Hawa", "12/07/1985", "76 10 20 30", "Koko", "20/01/2018"],
  ["2", "Konaté", "Saran", "18-09-93", "78 28 88 44", "Lafiala", "07.10.2023"],
  ["3", "Bah", "Aminata", "1980", "", "Médina Coura", "2015"],
  ["4", "DAO", "Fatim", "03/03/1990", "7610", "Koko", "01/02/2019"],
  ["5", "Sanogo", "Hawa", "12/07/1985", "0022376102030", "Koko", "20/01/2018"],
  ["6", "", "Ténin", "01/01/1988", "66 20 30 40", "Koko", "01/02/2019"],
  ["7", "Diallo", "Oumou", "31/02/1991", "66 20 30 41", "Koko", "01/02/2019"],
  ["8", "Touré", "Alima", "05/05/2012", "66 20 30 42", "Koko", "01/02/2024"],
];

function registerFile(rows: readonly (readonly string[])[]) {
  const text = csvText([["Registre de l'antenne"], HEADINGS, ...rows], ";");
  return {
    name: "registre.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(encodeText(text, "windows-1252")),
  };
}

async function openImport(page: Page, rows: readonly (readonly string[])[]): Promise<void> {
  await goTo(page, "Membres");
  const link = page.getByRole("link", { name: "Importer un registre" });
  if (!(await link.isVisible())) await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByText("Importer un registre").click();
  await page.locator("input[type=file]").setInputFiles(registerFile(rows));
  await expect(page.getByRole("heading", { name: "Ce que dit chaque colonne" })).toBeVisible();
}

test("a register goes in: columns, doubtful and refused rows with their reasons, nobody twice", async ({
  page,
  shot,
}) => {
  await makeOffice(page);
  await openImport(page, ROWS);
  await expect(page.getByRole("combobox", { name: "Sens de la colonne NOM" })).toHaveValue("Nom");
  await expect(page.getByRole("combobox", { name: "Sens de la colonne Né(e) le" })).toHaveValue(
    "Date ou année de naissance",
  );
  await shot("import-columns");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Voir les lignes" }).click();

  await expect(page.getByText("Douteuses 2")).toBeVisible();
  await expect(page.getByText(/ce numéro de téléphone est incomplet ou faux.*7610/)).toBeVisible();
  await expect(page.getByText(/la même femme que la ligne 3/)).toBeVisible();
  await shot("import-doubtful");
  await expectAccessible(page);
  await page.getByText("Refusées 3").click();
  await expect(page.getByText(/NOM.*il manque le nom de famille/)).toBeVisible();
  await expect(page.getByText(/cette date de naissance n’existe pas.*31\/02\/1991/)).toBeVisible();
  await expect(page.getByText(/LAKANA SO/)).toBeVisible();
  await shot("import-refused");

  await page.getByRole("button", { name: "Garder les lignes à corriger" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: "Les refusées, pour Excel" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.xlsx$/);

  await page.getByText("Douteuses 2").click();
  await page
    .getByRole("row", { name: /Dao Fatim/i })
    .getByRole("checkbox")
    .check();
  await page.getByRole("button", { name: "Créer 4 membres" }).click();
  await expect(page.getByRole("heading", { name: "C’est fait" })).toBeVisible();
  await shot("import-result");
  await expectAccessible(page);
  await page.getByRole("link", { name: "Voir la liste des membres" }).click();
  await expect(page.getByText("4 lignes", { exact: true })).toBeVisible();

  await openImport(page, ROWS);
  await page.getByRole("button", { name: "Voir les lignes" }).click();
  // The four that were created, and the line that says one of them twice.
  await expect(page.getByText("Déjà là 5")).toBeVisible();
  await expect(page.getByRole("button", { name: "Rien à créer" })).toBeDisabled();
});

test("a wrongly understood column is put right, and the rows follow", async ({ page }) => {
  await makeOffice(page);
  await openImport(page, ROWS.slice(0, 3));
  const meaning = page.getByRole("combobox", { name: "Sens de la colonne Quartier" });
  await meaning.click();
  await page.getByRole("option", { name: "Ne pas reprendre" }).click();
  await page.getByRole("button", { name: "Voir les lignes" }).click();
  await page.getByRole("button", { name: "Créer 3 membres" }).click();
  await page.getByRole("link", { name: "Voir la liste des membres" }).click();
  await expect(page.getByRole("row", { name: /Sanogo Hawa/i })).toBeVisible();
  await expect(page.getByRole("row", { name: /Koko/ })).toHaveCount(0);
});

test("a file that is no spreadsheet is refused in a sentence", async ({ page, shot }) => {
  await makeOffice(page);
  await page.evaluate(() => {
    location.hash = "#/members/import";
  });
  await page.locator("input[type=file]").setInputFiles({
    name: "photo.xlsx",
    mimeType: "image/png",
    buffer: Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"),
  });
  await expect(page.getByRole("alert")).toContainText("n’est pas un tableau");
  await shot("import-not-a-table");
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "vide.csv", mimeType: "text/csv", buffer: Buffer.alloc(0) });
  await expect(page.getByRole("alert")).toContainText("vide");
});
