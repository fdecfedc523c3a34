import type { Page } from "@playwright/test";
import {
  dayOfLastMonth,
  lastMonthName,
  openCash,
  openTill,
  paperPicture,
  startVoucher,
  tillCard,
} from "./cashSteps.ts";
import { countingKeyboard } from "./insuranceSteps.ts";
import { pdfText, registerMember, savePreview, sellCard } from "./memberSteps.ts";
import { expectAccessible, expectFits, makeOffice, openSettings } from "./steps.ts";
import { expect, test } from "./support/danayaTest.ts";

type Shot = (name: string) => Promise<void>;

/** Pictures, and no barrier in what is shown. */
async function look(page: Page, shot: Shot, name: string): Promise<void> {
  await shot(name);
  await expectAccessible(page);
}

/** The first account that fits what is typed. */
async function chooseAccount(page: Page, typed: string): Promise<void> {
  await page.getByRole("combobox", { name: "Compte" }).fill(typed);
  await expect(page.getByRole("option").first()).toBeVisible();
  await page.keyboard.press("Enter");
}

async function expectRecorded(page: Page): Promise<void> {
  await expect(page.getByRole("status")).toContainText(/La pièce KTL-\d{4}-\d{5} est enregistrée/);
}

/** An expense without the mouse: amount, account by its first letters, words, day. */
async function spendByKeyboard(page: Page, shot: Shot, on: string): Promise<void> {
  await startVoucher(page, "Dépense");
  const keys = countingKeyboard(page);
  await keys.press("Enter");
  await expect(page.getByRole("textbox", { name: "Montant" })).toHaveAccessibleDescription(/obligatoire/);
  await look(page, shot, "cashbook-entry-refused");
  await keys.type("12500");
  await keys.press("Tab");
  await keys.type("fourn");
  await keys.press("Tab");
  await keys.type("Dix cahiers et vingt stylos");
  await keys.press("Tab");
  await keys.type("Papeterie du marché");
  await keys.press("Tab", "Tab");
  await keys.press("Control+a");
  await keys.type(on);
  await look(page, shot, "cashbook-entry");
  await expectFits(page);
  await keys.press("Enter");
  await expectRecorded(page);
}

/** The photograph of its paper, from a file. */
async function photograph(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Ajouter une photo" }).click();
  const dialog = page.getByRole("dialog", { name: "Photo du papier" });
  await dialog.locator("input[type=file]").setInputFiles({
    name: "facture.jpg",
    mimeType: "image/jpeg",
    buffer: await paperPicture(page),
  });
  await expect(dialog).toBeHidden();
}

async function receive(
  page: Page,
  amount: string,
  account: string,
  words: string,
  on: string,
): Promise<void> {
  await startVoucher(page, "Recette");
  await page.getByRole("textbox", { name: "Montant" }).fill(amount);
  await chooseAccount(page, account);
  await page.getByRole("textbox", { name: "Libellé" }).fill(words);
  await page.getByRole("textbox", { name: "Date" }).fill(on);
  await page.getByRole("button", { name: "Enregistrer la recette" }).dblclick();
  await expectRecorded(page);
}

async function transferToBank(page: Page, shot: Shot, on: string): Promise<void> {
  await startVoucher(page, "Virement entre caisses");
  await page.getByRole("textbox", { name: "Montant" }).fill("50000");
  await page.getByRole("combobox", { name: "Vers" }).click();
  await page.getByRole("option", { name: "Banque" }).click();
  await page.getByRole("textbox", { name: "Date" }).fill(on);
  await page.getByRole("textbox", { name: "Référence" }).fill("BDR-77");
  await look(page, shot, "cashbook-transfer");
  await page.getByRole("button", { name: "Virer" }).click();
  await expectRecorded(page);
}

/** Notes and coins without the mouse; 500 F CFA are missing. */
async function countTheBox(page: Page, shot: Shot): Promise<void> {
  await expect(page.getByRole("textbox", { name: "Nombre de 10 000" })).toBeFocused();
  const keys = countingKeyboard(page);
  await keys.type("6");
  await keys.press("Enter");
  await keys.type("1");
  await keys.press("Enter");
  await keys.type("2");
  await keys.press("Enter", "Enter");
  await keys.type("1");
  await expect(page.getByText("Il manque de l’argent.")).toBeVisible();
  await look(page, shot, "cashbook-count");
  await expectFits(page);
  await keys.press("Control+Enter");
  const reason = page.getByRole("textbox", { name: "D’où vient l’écart" });
  await expect(reason).toBeFocused();
  await reason.fill("Une pièce perdue en rendant la monnaie");
  await keys.press("Control+Enter");
  expect(pdfText(await savePreview(page))).toContain("Une pièce perdue");
  await expect(page.getByText(/L’écart de −500/)).toBeVisible();
  await shot("cashbook-counted");
}

test("a month is opened, worked, counted, closed and printed", async ({ page, shot }) => {
  test.slow();
  await makeOffice(page);
  await openCash(page);
  await look(page, shot, "cashbook-empty");
  await openTill(page, "Espèces", "100000", dayOfLastMonth(1).typed);
  await expect(tillCard(page, "Espèces")).toContainText(/100\s000/);

  await spendByKeyboard(page, shot, dayOfLastMonth(5).typed);
  await photograph(page);
  await look(page, shot, "cashbook-recorded");
  await receive(page, "30000", "don", "Don de la mairie pour la fête", dayOfLastMonth(12).typed);
  await transferToBank(page, shot, dayOfLastMonth(20).typed);
  await registerMember(page, { surname: "Koné", firstNames: "Assitan", birth: "1984" });
  await sellCard(page);

  await openCash(page, "Caisses");
  await look(page, shot, "cashbook-tills");
  await expectFits(page);
  await expect(tillCard(page, "Espèces")).toContainText(/70\s000/);
  await tillCard(page, "Espèces").getByRole("link", { name: "Compter Espèces" }).click();
  await countTheBox(page, shot);
  await page.getByRole("link", { name: "Revenir aux caisses" }).click();
  await expect(tillCard(page, "Espèces")).toContainText(/69\s500/);
  await shot("cashbook-tills-counted");

  await openCash(page, "Mois");
  await look(page, shot, "cashbook-months");
  await page.getByText(lastMonthName(), { exact: false }).first().click();
  await look(page, shot, "cashbook-month");
  await expectFits(page);
  await page.getByRole("button", { name: "Tout imprimer" }).click();
  const papers = pdfText(await savePreview(page));
  expect(papers).toContain("Don de la mairie pour la fête");
  expect(papers).toMatch(/67\s500/);
  await page.getByRole("button", { name: `Clore ${lastMonthName()}` }).click();
  const close = page.getByRole("dialog", { name: `Clore ${lastMonthName()}` });
  await expect(close).toContainText(/117\s500/);
  await look(page, shot, "cashbook-close");
  await close.getByRole("button", { name: "Clore le mois" }).dblclick();
  await expect(close).toBeHidden();
  await expect(page.getByText("Clos", { exact: true })).toBeVisible();
  await look(page, shot, "cashbook-month-closed");

  await startVoucher(page, "Recette");
  await page.getByRole("textbox", { name: "Montant" }).fill("1000");
  await chooseAccount(page, "don");
  await page.getByRole("textbox", { name: "Libellé" }).fill("Trop tard");
  const date = page.getByRole("textbox", { name: "Date" });
  await date.fill(dayOfLastMonth(28).typed);
  await page.getByRole("button", { name: "Enregistrer la recette" }).click();
  await expect(date).toBeFocused();
  await expect(date).toHaveAccessibleDescription(/clos/);
  await shot("cashbook-entry-closed");

  await openCash(page);
  await page.getByRole("button", { name: "Cette année" }).click();
  await look(page, shot, "cashbook-journal");
  await page.getByRole("combobox", { name: "Caisse" }).click();
  await page.getByRole("option", { name: "Espèces" }).click();
  await expect(page.getByRole("columnheader", { name: "Solde" })).toBeVisible();
  await look(page, shot, "cashbook-journal-till");
  await expectFits(page);
  await inEnglishAtNight(page, shot);
});

/** The same pages on a dark ground, in English. */
async function inEnglishAtNight(page: Page, shot: Shot): Promise<void> {
  await page.getByRole("button", { name: "Fond sombre" }).click();
  await page.getByRole("button", { name: "EN : English" }).click();
  await expect(page.getByRole("heading", { name: "Cash book", level: 1 })).toBeVisible();
  await look(page, shot, "cashbook-journal-dark");
  const tabs = page.getByRole("navigation", { name: "Cash book" });
  for (const tab of ["Cash boxes", "Months", "Budget"]) {
    await tabs.getByRole("link", { name: tab, exact: true }).click();
    await look(page, shot, `cashbook-${tab.toLowerCase().replace(" ", "-")}-dark`);
  }
}

test("a wrong voucher is taken back by another, and nothing is erased", async ({ page, shot }) => {
  await makeOffice(page);
  await receive(page, "30000", "don", "Don de la mairie", dayOfLastMonth(12).typed);
  await page.getByRole("link", { name: "Voir la pièce" }).click();
  await look(page, shot, "cashbook-voucher");
  await page.getByRole("button", { name: "Annuler la pièce" }).click();
  const dialog = page.getByRole("dialog", { name: /Annuler la pièce KTL-/ });
  await dialog.getByRole("button", { name: "Annuler la pièce" }).click();
  const reason = dialog.getByRole("textbox", { name: "Motif" });
  await expect(reason).toBeFocused();
  await look(page, shot, "cashbook-reverse");
  await reason.fill("Inscrit deux fois");
  await dialog.getByRole("button", { name: "Annuler la pièce" }).dblclick();
  await expect(page.getByText(/Cette pièce est déjà annulée/)).toBeVisible();
  await page.getByRole("link", { name: /KTL-\d{4}-00002/ }).click();
  await expect(page.getByText("Inscrit deux fois")).toBeVisible();
  await look(page, shot, "cashbook-reversal");
  await openCash(page);
  await page.getByRole("button", { name: "Cette année" }).click();
  await expect(page.getByText(/^2\slignes$/)).toBeVisible();
  await shot("cashbook-journal-reversed");
});

test("the budget is planned line by line, and its chart is headquarters' to change", async ({
  page,
  shot,
}) => {
  await makeOffice(page);
  await receive(page, "30000", "don", "Don de la mairie", todayTyped());
  await openCash(page, "Budget");
  await look(page, shot, "cashbook-budget-empty");
  await planLine(page, "transport", "240000");
  await planLine(page, "don", "50000");
  await look(page, shot, "cashbook-budget");
  await expectFits(page);
  await page.getByRole("button", { name: /Modifier la ligne Transport/ }).click();
  await page.getByRole("textbox", { name: "Prévu" }).first().fill("120000");
  await shot("cashbook-budget-edit");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("cell", { name: /120\s000/ }).first()).toBeVisible();
  await page.getByRole("button", { name: "Imprimer le budget" }).click();
  expect(pdfText(await savePreview(page))).toMatch(/120\s000/);
  await openSettings(page, "Plan comptable");
  await look(page, shot, "cashbook-chart");
  await expectFits(page);
  await expect(page.getByRole("button", { name: "Nouveau compte" })).toBeHidden();
  await page.getByRole("link", { name: "Projets", exact: true }).click();
  await look(page, shot, "cashbook-projects-empty");
  await page.getByRole("button", { name: "Nouveau projet" }).click();
  const dialog = page.getByRole("dialog", { name: "Nouveau projet" });
  await dialog.getByRole("textbox", { name: "Code" }).fill("mais-27");
  await dialog.getByRole("textbox", { name: "Nom" }).fill("Maïs solidaire");
  await dialog.getByRole("textbox", { name: "Début" }).fill("01/01/2027");
  await look(page, shot, "cashbook-project");
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("cell", { name: "MAIS-27" })).toBeVisible();
  await shot("cashbook-projects");
});

function todayTyped(): string {
  return new Intl.DateTimeFormat("fr-FR", { timeZone: "Africa/Bamako" }).format(new Date());
}

async function planLine(page: Page, account: string, amount: string): Promise<void> {
  await chooseAccount(page, account);
  await page.getByRole("textbox", { name: "Prévu" }).last().fill(amount);
  await page.getByRole("button", { name: "Ajouter", exact: true }).click();
  await expect(page.getByRole("textbox", { name: "Prévu" }).last()).toHaveValue("");
}
