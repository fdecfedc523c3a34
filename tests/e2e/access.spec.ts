import { AWA, expectAccessible, makeOffice, openSettings, signIn } from "./steps.ts";
import { expect, test } from "./support/danayaTest.ts";

const FANTA = {
  name: "Fanta Coulibaly",
  login: "fanta",
  passphrase: "trois tortues dansent lentement",
} as const;

test("locking takes everything from the page, and the passphrase brings it back", async ({ page, shot }) => {
  await makeOffice(page);
  await openSettings(page, "Bureau");
  await page.getByLabel("Adresse pour rapporter une carte trouvée").fill("Quartier Medina-Coura, porte 12");
  await page.keyboard.press("Control+l");
  await expect(page.getByRole("heading", { name: "Ouvrir le bureau" })).toBeVisible();
  await shot("sign-in");
  await expectAccessible(page);
  const html = await page.content();
  expect(html).not.toContain("Medina-Coura");
  expect(html).not.toContain(AWA.name);

  await signIn(page, AWA.login, AWA.passphrase);
  await expect(page.getByLabel("Adresse pour rapporter une carte trouvée")).toHaveValue(
    "Quartier Medina-Coura, porte 12",
  );
});

test("wrong passphrases slow down, and the wait is shown", async ({ page, office, shot }) => {
  await makeOffice(page);
  await page.getByRole("button", { name: /Verrouiller/ }).click();
  for (let tries = 1; tries <= 3; tries += 1) {
    await signIn(page, AWA.login, `pas la bonne ${tries}`);
    await expect(page.getByRole("alert")).toContainText(/n’est pas juste|Trop d’essais/);
  }
  await expect(page.getByRole("alert")).toContainText(/Le prochain essai sera possible dans/);
  await expect(page.getByRole("button", { name: "Ouvrir", exact: true })).toBeDisabled();
  await shot("sign-in-wait");
  await expect(page.getByRole("button", { name: "Ouvrir", exact: true })).toBeEnabled({ timeout: 15_000 });
  await signIn(page, AWA.login, AWA.passphrase);
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
  office.signInAs(AWA.login, AWA.passphrase);
});

test("the recovery code opens the office and gives a new passphrase", async ({ page, office, shot }) => {
  const code = await makeOffice(page);
  await page.keyboard.press("Control+l");
  await page.getByRole("button", { name: "Mot de passe oublié ?" }).click();
  await shot("recover");
  await expectAccessible(page);
  await page.getByLabel("Code de secours").fill("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG");
  await page.getByLabel("Nom de connexion").fill(AWA.login);
  const next = "quatre lampes rouges sous le karité";
  await page.getByLabel("Nouvelle phrase de passe").fill(next);
  await page.getByLabel("La même, une deuxième fois").fill(next);
  await page.getByRole("button", { name: "Ouvrir avec ce code" }).click();
  await expect(page.getByText(/Ce code de secours n’est pas juste/)).toBeVisible();
  await page.getByLabel("Code de secours").fill(code.toLowerCase().replaceAll("-", " "));
  await page.getByRole("button", { name: "Ouvrir avec ce code" }).click();
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
  await page.keyboard.press("Control+l");
  await signIn(page, AWA.login, next);
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
  office.signInAs(AWA.login, next);
});

test("a second person signs in with her own role and sees only her own places", async ({
  page,
  office,
  shot,
}) => {
  await makeOffice(page);
  await openSettings(page, "Utilisatrices");
  await page.getByRole("button", { name: "Ajouter une personne" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom et prénom").fill(FANTA.name);
  await dialog.getByLabel("Nom de connexion").fill(AWA.login);
  await dialog.getByRole("combobox", { name: "Rôle" }).click();
  await page.getByRole("option", { name: "Caissière" }).click();
  await dialog.getByLabel("Première phrase de passe").fill(FANTA.passphrase);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(dialog.getByText("Ce nom de connexion est déjà pris. Choisissez-en un autre.")).toBeVisible();
  await dialog.getByLabel("Nom de connexion").fill(FANTA.login);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("cell", { name: FANTA.name })).toBeVisible();
  await shot("users");
  await expectAccessible(page);

  await page.keyboard.press("Control+l");
  await signIn(page, FANTA.login, FANTA.passphrase);
  await expect(page.getByRole("banner")).toContainText("Caissière");
  await expect(page.getByRole("link", { name: "Caisse" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Clé USB" })).toHaveCount(0);
  await page.getByRole("link", { name: "Réglages" }).click();
  await expect(page.getByRole("link", { name: "Utilisatrices" })).toHaveCount(0);
  await expect(page.getByLabel("Prix de la carte")).toBeDisabled();
  office.signInAs(AWA.login, AWA.passphrase);
});

test("the last coordinator cannot be taken away", async ({ page }) => {
  await makeOffice(page);
  await openSettings(page, "Utilisatrices");
  await page.getByRole("button", { name: "Modifier awa" }).click();
  await page.getByRole("switch", { name: "Peut se connecter" }).click({ force: true });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText(/C’est la dernière coordinatrice active/)).toBeVisible();
});

test("a person changes her own passphrase, and a new recovery sheet replaces the old", async ({
  page,
  office,
}) => {
  await makeOffice(page);
  await openSettings(page, "Ma phrase de passe");
  const next = "huit moutons traversent la rivière";
  const current = page.getByLabel("Phrase de passe actuelle");
  await current.first().fill("pas celle-là");
  await page.getByLabel("Nouvelle phrase de passe").fill(next);
  await page.getByLabel("La même, une deuxième fois").fill(next);
  await page.getByRole("button", { name: "Changer" }).click();
  await expect(page.getByText(/n’est pas juste/)).toBeVisible();
  await current.first().fill(AWA.passphrase);
  await page.getByRole("button", { name: "Changer" }).click();
  await expect(page.getByText("Votre phrase de passe est changée.")).toBeVisible();
  await current.last().fill(next);
  await page.getByRole("button", { name: "Faire une nouvelle feuille" }).click();
  await expect(page.getByLabel("Code de secours")).toHaveText(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  await page.getByLabel("J’ai imprimé et rangé cette feuille").check();
  await page.getByRole("dialog").getByRole("button", { name: "Fermer" }).click();
  await openSettings(page, "Traces");
  await expect(page.getByRole("cell", { name: "Nouvelle feuille de secours" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "Phrase de passe changée" })).toBeVisible();
  await expectAccessible(page);
  office.signInAs(AWA.login, next);
});

test("a second window takes the place of the first, which says so", async ({ page, office, context }) => {
  await makeOffice(page);
  const second = await context.newPage();
  await second.goto(await office.issueUrl());
  await expect(page.getByRole("heading", { name: "Danaya est ouvert dans une autre fenêtre" })).toBeVisible();
  await second.close();
});

test("every page of the office works in the dark, in English and without barriers", async ({ page }) => {
  await makeOffice(page);
  await page.getByRole("button", { name: "Fond sombre" }).click();
  await page.getByRole("button", { name: /English/ }).click();
  await page.getByRole("link", { name: "Cash book" }).click();
  await expect(page.getByRole("heading", { name: "No voucher in this period" })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole("link", { name: "Settings" }).click();
  await expect(page.getByLabel("Price of a card")).toHaveValue(/F\sCFA/);
  await expectAccessible(page);
  for (const tab of ["Users", "My passphrase", "Backup", "Check-up", "Traces"]) {
    await page.getByRole("link", { name: tab, exact: true }).click();
    await expect(page.getByRole("link", { name: tab, exact: true })).toHaveAttribute("aria-current", "page");
    await page.waitForTimeout(300);
    await expectAccessible(page);
  }
});
