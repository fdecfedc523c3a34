import type { Locator, Page } from "@playwright/test";
import { type AWA, openSettings, signIn } from "./steps.ts";
import { expect } from "./support/danayaTest.ts";

export interface Colleague {
  readonly name: string;
  readonly login: string;
  readonly passphrase: string;
}

export const FANTA: Colleague = {
  name: "Fanta Coulibaly",
  login: "fanta",
  passphrase: "trois tortues dansent lentement",
};

export const KADIA: Colleague = {
  name: "Kadia Sissoko",
  login: "kadia",
  passphrase: "sept pirogues rentrent avant midi",
};

export async function addColleague(page: Page, person: Colleague, role: string): Promise<void> {
  await openSettings(page, "Utilisatrices");
  await page.getByRole("button", { name: "Ajouter une personne" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Nom et prénom").fill(person.name);
  await dialog.getByLabel("Nom de connexion").fill(person.login);
  await dialog.getByRole("combobox", { name: "Rôle" }).click();
  await page.getByRole("option", { name: role, exact: true }).click();
  await dialog.getByLabel("Première phrase de passe").fill(person.passphrase);
  await dialog.getByRole("button", { name: "Ajouter" }).click();
  await expect(page.getByRole("cell", { name: person.name })).toBeVisible();
}

/** The next person sits down at the same computer. */
export async function handOver(page: Page, person: Colleague | typeof AWA): Promise<void> {
  await page.keyboard.press("Control+l");
  await expect(page.getByRole("heading", { name: "Ouvrir le bureau" })).toBeVisible();
  await signIn(page, person.login, person.passphrase);
  await expect(page.getByRole("banner")).toContainText(person.name);
}

export async function openInsurance(page: Page, tab?: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Assurance", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Assurance", level: 1 })).toBeVisible();
  if (tab !== undefined) await page.getByRole("link", { name: tab, exact: true }).click();
}

/** Fills the fields that are named, in a plan's form. */
export async function fillPlan(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.getByRole("textbox", { name, exact: true });
    await field.fill(value);
    await field.blur();
  }
}

/** The dialog in which a member is insured, with the plan chosen. */
export async function startEnrolment(page: Page, plan: string): Promise<Locator> {
  await page.getByRole("tab", { name: "Assurance" }).click();
  await page.getByRole("button", { name: "Assurer cette membre" }).click();
  const dialog = page.getByRole("dialog", { name: "Assurer cette membre" });
  await dialog.getByRole("combobox", { name: "Plan" }).click();
  await page.getByRole("option", { name: plan, exact: true }).click();
  return dialog;
}

/** In the dialog that takes contributions: for how many months. */
export async function setPeriods(dialog: Locator, periods: number): Promise<void> {
  await dialog.getByRole("textbox", { name: "Nombre de périodes" }).fill(String(periods));
}

/** Types as hands do, and counts every key. */
export function countingKeyboard(page: Page) {
  let keys = 0;
  return {
    count: () => keys,
    async type(text: string) {
      keys += text.length;
      await page.keyboard.type(text);
    },
    async press(...names: readonly string[]) {
      for (const name of names) {
        keys += 1;
        await page.keyboard.press(name);
      }
    },
  };
}
