import type { Locator, Page } from "@playwright/test";
import { expect } from "./support/danayaTest.ts";

export async function openRents(page: Page, tab?: string): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Loyers", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Loyers", level: 1 })).toBeVisible();
  if (tab !== undefined) await page.getByRole("link", { name: tab, exact: true }).click();
}

/** The first day of a month, as it is typed. @param ago months before this one */
export function firstOfMonth(ago: number): string {
  const now = new Date();
  const day = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - ago, 1));
  return new Intl.DateTimeFormat("fr-FR", { timeZone: "UTC" }).format(day);
}

export function yesterdayTyped(): string {
  const day = new Date(Date.now() - 86_400_000);
  return new Intl.DateTimeFormat("fr-FR", { timeZone: "Africa/Bamako" }).format(day);
}

/** `50 000 F CFA` as the screen writes it, whatever spaces stand in it. */
export function francs(amount: number): RegExp {
  const digits = String(amount).replace(/\B(?=(\d{3})+$)/g, "\\s");
  return new RegExp(`${digits}\\sF\\sCFA`);
}

/** A new premises in its dialog. */
export async function addPremises(page: Page, code: string, guideRent: number): Promise<void> {
  await page.getByRole("button", { name: "Nouveau local" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Nouveau local" });
  await dialog.getByLabel("Nom du local").fill(code);
  await dialog.getByLabel("Loyer demandé par mois").fill(String(guideRent));
  await dialog.getByRole("button", { name: "Enregistrer" }).dblclick();
  await expect(page.getByRole("link", { name: code, exact: true })).toBeVisible();
}

/** A new lease's form, by its labels. */
export async function fillLease(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.getByRole("textbox", { name, exact: true });
    await field.fill(value);
    await field.blur();
  }
}

/** The dialog that takes a rent, with the amount typed. */
export async function startCollecting(page: Page, amount: number): Promise<Locator> {
  await page.getByRole("button", { name: "Encaisser", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Encaisser un loyer" });
  const field = dialog.getByRole("textbox", { name: "Montant reçu" });
  await expect(field).toBeFocused();
  await field.fill(String(amount));
  return dialog;
}

/** The figures of the lease's standing. */
export async function expectStanding(page: Page, word: string, amount: number): Promise<void> {
  const standing = page.getByRole("region", { name: "Situation du bail" });
  await expect(standing).toContainText(word);
  await expect(standing).toContainText(francs(amount));
}
