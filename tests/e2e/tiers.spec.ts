import type { Page } from "@playwright/test";
import { registerMember, sellCard } from "./memberSteps.ts";
import { AWA, expectAccessible, expectFits, openSettings, signIn } from "./steps.ts";
import { lookAtStick, openPage, readStick, writeStick } from "./stickSteps.ts";
import { expect, test } from "./support/placesTest.ts";
import { openEnrolled } from "./support/seeding.ts";

const RAMATA = {
  name: "Ramata Sow",
  login: "ramata",
  passphrase: "quatre pirogues avant la pluie",
} as const;

async function addAccountant(page: Page): Promise<void> {
  await openSettings(page, "Utilisatrices");
  await page.getByRole("button", { name: "Ajouter une personne" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom et prénom").fill(RAMATA.name);
  await dialog.getByLabel("Nom de connexion").fill(RAMATA.login);
  await dialog.getByRole("combobox", { name: "Rôle" }).click();
  await page.getByRole("option", { name: "Comptable" }).click();
  await dialog.getByLabel("Première phrase de passe").fill(RAMATA.passphrase);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(dialog).toBeHidden();
}

async function changePerson(page: Page, { login, passphrase }: typeof AWA | typeof RAMATA): Promise<void> {
  await page.getByRole("button", { name: /Verrouiller/ }).click();
  await signIn(page, login, passphrase);
  await expect(page.getByRole("navigation", { name: "Navigation" })).toBeVisible();
}

/** The cash book of all offices, as the person at the screen finds it. */
async function openAllCash(page: Page): Promise<void> {
  await openPage(page, "Caisse");
  await page.getByRole("combobox", { name: "Bureau" }).click();
  await page.getByRole("option", { name: "Koutiala (KTL)" }).click();
}

test("an accountant opens all offices' cash and nobody's name, and her key is given and taken back", async ({
  openPlace,
  stick,
}) => {
  test.setTimeout(180_000);
  const [bamako, koutiala] = await openEnrolled(openPlace);
  const { page, shot } = bamako;
  await registerMember(koutiala.page, { surname: "Keïta", firstNames: "Assitan" });
  await sellCard(koutiala.page);
  await writeStick(koutiala.page, stick);
  await lookAtStick(page, stick);
  await readStick(page);

  await addAccountant(page);
  await page.getByRole("link", { name: "Qui lit quoi" }).click();
  const finance = page.getByRole("switch", { name: `Comptabilité : ${RAMATA.name}` });
  await expect(finance).toBeChecked();
  await shot("hq-tiers");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByText("Exporter allowed_signers").scrollIntoViewIfNeeded();
  await shot("hq-tiers-below");

  await changePerson(page, RAMATA);
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
  await shot("hq-today-accountant");
  await expectAccessible(page);
  await openAllCash(page);
  await expect(page.getByText("KTL-2026-00001")).toBeVisible();
  await expect(page.getByText(/Keïta/)).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Membres" })).toHaveCount(0);
  await shot("hq-cash-accountant");
  await expectAccessible(page);
  await openPage(page, "Antennes");
  await expect(page.getByRole("row", { name: /KTL Koutiala/ })).toContainText("2 500 F CFA");
  await shot("hq-offices-accountant");
  await expectAccessible(page);

  await changePerson(page, AWA);
  await openSettings(page, "Qui lit quoi");
  await finance.click();
  await expect(finance).not.toBeChecked();
  await changePerson(page, RAMATA);
  await openAllCash(page);
  await expect(page.getByText("KTL-2026-00001")).toHaveCount(0);
  await shot("hq-cash-withdrawn");
  await changePerson(page, AWA);
  await openSettings(page, "Qui lit quoi");
  await finance.click();
  await expect(finance).toBeChecked();
});
