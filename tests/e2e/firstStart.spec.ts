import { mkdtempSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import { openLine } from "../loopback/openLine.ts";
import { AWA, expectAccessible, makeOffice, signIn } from "./steps.ts";
import { expect, test } from "./support/danayaTest.ts";
import { runOffice } from "./support/runningOffice.ts";

test("the first start makes an office, its first person and the recovery sheet", async ({ page, shot }) => {
  await expect(page).toHaveTitle("Danaya");
  await shot("first-start-office");
  await expectAccessible(page);
  await page.getByRole("combobox", { name: "Bureaux de l’association" }).click();
  await page.getByRole("option", { name: /Koutiala/ }).click();
  await expect(page.getByLabel("Code", { exact: true })).toHaveValue("KTL");
  await page.getByRole("button", { name: "Suivant" }).click();

  await page.getByLabel("Nom et prénom").fill("Awa Diallo");
  await expect(page.getByLabel("Nom de connexion")).toHaveValue("awa");
  await page.getByLabel("Phrase de passe", { exact: true }).fill(AWA.passphrase);
  await page.getByLabel("La même, une deuxième fois").fill(AWA.passphrase);
  await expect(page.getByText(/Solidité\s: (Bonne|Très bonne)/)).toBeVisible();
  await shot("first-start-person");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Créer le bureau" }).click();

  await expect(page.getByLabel("Code de secours")).toHaveText(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/);
  await expect(page.getByRole("button", { name: "Ouvrir Danaya" })).toBeDisabled();
  await shot("first-start-recovery");
  await page.getByRole("button", { name: "Imprimer la feuille de secours" }).click();
  await expect(page.getByTitle("Aperçu de KTL-secours.pdf")).toBeVisible();
  await page.getByRole("button", { name: "Fermer" }).last().click();
  await page.getByLabel("J’ai imprimé et rangé cette feuille").check();
  await page.getByRole("button", { name: "Ouvrir Danaya" }).click();

  await expect(page.getByRole("heading", { name: "Le registre est encore vide" })).toBeVisible();
  await shot("today-empty");
  await expectAccessible(page);
});

test("the first start names what is missing, at its field", async ({ page }) => {
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(page.getByLabel("Nom du bureau")).toHaveAccessibleDescription(/Ce champ est obligatoire/);
  await expect(page.getByLabel("Nom du bureau")).toBeFocused();
  await page.getByLabel("Nom du bureau").fill("Kita");
  await page.getByLabel("Code", { exact: true }).fill("kit");
  await page.getByLabel("Région").fill("Kayes");
  await page.getByLabel(/Dépend de l’antenne/).fill("kit");
  await page.getByRole("button", { name: "Suivant" }).click();
  await expect(page.getByText(/Un bureau ne peut pas dépendre de lui-même/)).toBeVisible();
});

test("a passphrase that is easy to guess is refused, with a word why", async ({ page }) => {
  await page.getByRole("combobox", { name: "Bureaux de l’association" }).click();
  await page.getByRole("option", { name: /Mopti/ }).click();
  await page.getByRole("button", { name: "Suivant" }).click();
  await page.getByLabel("Nom et prénom").fill("Awa Diallo");
  await page.getByLabel("Nom de connexion").fill("awa");
  await page.getByLabel("Phrase de passe", { exact: true }).fill("azertyuiop");
  await page.getByLabel("La même, une deuxième fois").fill("azertyuiop");
  await page.getByRole("button", { name: "Créer le bureau" }).click();
  await expect(page.getByText(/Cette phrase de passe est trop facile à deviner/)).toBeVisible();
  await page.getByLabel("La même, une deuxième fois").fill("autre chose");
  await page.getByRole("button", { name: "Créer le bureau" }).click();
  await expect(page.getByText("Les deux phrases ne sont pas les mêmes.")).toBeVisible();
});

test("the wizard speaks English when asked", async ({ page }) => {
  await page.getByText("English").click();
  await expect(page.getByRole("heading", { name: "Welcome" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("the office opens again after a power cut", async ({ page, office, tolerated }) => {
  // The page looks for its service while there is none.
  tolerated.push(/WebSocket connection to .* failed/);
  await makeOffice(page);
  await office.kill();
  await expect(page.getByRole("heading", { name: "Le service ne répond plus" })).toBeVisible();
  await office.start();
  await page.goto(await office.issueUrl());
  await expect(page.getByRole("heading", { name: "Ouvrir le bureau" })).toBeVisible();
  office.signInAs(AWA.login, AWA.passphrase);
});

test("a new laptop takes over the office from its backup", async ({ page, office, shot }) => {
  const old = await runOffice();
  const folder = mkdtempSync(join(homedir(), "danaya-reprise-"));
  try {
    const line = await openLine(await old.issueUrl());
    const person = { name: AWA.name, login: AWA.login, role: "coordinator" as const };
    const place = { code: "KTL", name: "Koutiala", region: "", parentCode: null };
    const made = { ...place, headquarters: false, language: "fr" as const, person };
    expect((await line.client.office.create({ ...made, passphrase: AWA.passphrase })).ok).toBe(true);
    const backup = await line.client.office.backUp({ folder });
    line.close();
    if (!backup.ok) throw new Error(backup.refusal.code);

    await page.getByRole("button", { name: /Reprendre une sauvegarde/ }).click();
    await page.getByRole("button", { name: /Dossier personnel/ }).click();
    await page.getByRole("button", { name: basename(folder) }).click();
    await page.getByRole("button", { name: "Reprendre cette sauvegarde" }).click();
    await expect(page.getByText("Il n’y a pas de sauvegarde dans ce dossier.")).toBeVisible();
    await page.getByRole("button", { name: basename(backup.value.path) }).click();
    await expectAccessible(page);
    await shot("first-start-restore");
    await page.getByRole("button", { name: "Reprendre cette sauvegarde" }).click();
    await expect(page.getByRole("heading", { name: "Ouvrir le bureau" })).toBeVisible();
    await signIn(page, AWA.login, AWA.passphrase);
    await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
    office.signInAs(AWA.login, AWA.passphrase);
  } finally {
    rmSync(folder, { recursive: true, force: true });
    await old.stop();
    old.sweep();
  }
});
