import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./support/danayaTest.ts";

/** The invented first person of the tests. */
export const AWA = {
  name: "Awa Diallo",
  login: "awa",
  passphrase: "six calebasses bleues au soleil",
} as const;

/**
 * The wizard as a person goes through it, up to the open office.
 * @returns the recovery code that it showed
 */
export async function makeOffice(page: Page, office = "Koutiala"): Promise<string> {
  await page.getByRole("combobox", { name: "Bureaux de l’association" }).click();
  await page.getByRole("option", { name: new RegExp(office) }).click();
  await page.getByRole("button", { name: "Suivant" }).click();
  await page.getByLabel("Nom et prénom").fill(AWA.name);
  await page.getByLabel("Nom de connexion").fill(AWA.login);
  await page.getByLabel("Phrase de passe", { exact: true }).fill(AWA.passphrase);
  await page.getByLabel("La même, une deuxième fois").fill(AWA.passphrase);
  await page.getByRole("button", { name: "Créer le bureau" }).click();
  const code = await page.getByLabel("Code de secours").innerText();
  await page.getByLabel("J’ai imprimé et rangé cette feuille").check();
  await page.getByRole("button", { name: "Ouvrir Danaya" }).click();
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
  return code;
}

export async function signIn(page: Page, login: string, passphrase: string): Promise<void> {
  await page.getByLabel("Nom de connexion").fill(login);
  await page.getByLabel("Phrase de passe", { exact: true }).fill(passphrase);
  await page.getByRole("button", { name: "Ouvrir", exact: true }).click();
}

/** Goes to a place of the navigation, then to a tab of the settings. */
export async function openSettings(page: Page, tab: string): Promise<void> {
  await page.getByRole("link", { name: "Réglages" }).click();
  await page.getByRole("link", { name: tab, exact: true }).click();
}

/** No barrier that axe knows, in what the page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude("iframe").analyze();
  expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
}

/** At 125 % zoom nothing on the page is cut off at its side; afterwards the window is as it was. */
export async function expectFits(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1093, height: 614 });
  const cut = () =>
    page.evaluate(() =>
      [...document.querySelectorAll("main, main *")]
        .filter((shown) => shown.getBoundingClientRect().right > window.innerWidth + 1)
        .map((shown) => shown.outerHTML.slice(0, 200)),
    );
  await expect.poll(cut, "cut off at 125 %").toEqual([]);
  await page.setViewportSize({ width: 1366, height: 768 });
}
