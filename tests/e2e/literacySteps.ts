import type { Locator, Page } from "@playwright/test";
import { addDays, dayOfInstant } from "../../src/domain/calendar.ts";
import { mondayOf } from "../../src/domain/literacy/sessions.ts";
import type { Line } from "../loopback/openLine.ts";
import { expect } from "./support/danayaTest.ts";
import { KOUTIALA, makeOfficeBy, registerBy } from "./support/seeding.ts";

const WOMEN = [
  ["Traoré", "Awa"],
  ["Koné", "Bintou"],
  ["Diarra", "Safiatou"],
  ["Keïta", "Oumou"],
] as const;

/** An office with some women in its register. */
export async function seedWomen(line: Line): Promise<void> {
  await makeOfficeBy(line, KOUTIALA);
  await registerWomen(line);
}

/** Four women of an office that is there. */
export async function registerWomen(line: Line): Promise<void> {
  for (const [surname, firstNames] of WOMEN) await registerBy(line, { surname, firstNames });
}

/** A Monday: so many weeks before this week's, or after it. */
export function mondayIn(weeks: number): string {
  return addDays(mondayOf(dayOfInstant(new Date().toISOString())), weeks * 7);
}

/** `2026-11-23` as people type it. */
export const typed = (day: string) => `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;

export async function openLiteracy(page: Page, tab?: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Navigation" })
    .getByRole("link", { name: "Alphabétisation", exact: true })
    .click();
  await expect(page.getByRole("heading", { name: "Alphabétisation", level: 1 })).toBeVisible();
  if (tab !== undefined) await page.getByRole("link", { name: tab, exact: true }).click();
}

/** Fills the fields that are named, and leaves each as a person does. */
export async function fillFields(
  within: Page | Locator,
  fields: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = within.getByRole("textbox", { name, exact: true });
    await field.fill(value);
    await field.blur();
  }
}

/** Opens a list and takes one of its entries. */
export async function choose(
  page: Page,
  within: Page | Locator,
  list: string,
  option: string | RegExp,
): Promise<void> {
  await within.getByRole("combobox", { name: list, exact: true }).click();
  await page.getByRole("option", { name: option }).click();
}

/** Finds a woman by a few letters, in the dialog that enrols. @returns the dialog */
export async function findLearner(page: Page, letters: string, number: string): Promise<Locator> {
  const dialog = page.getByRole("dialog", { name: "Inscrire une femme" });
  const member = dialog.getByRole("textbox", { name: "Membre" });
  await expect(member).toBeFocused();
  await page.keyboard.type(letters);
  await page.keyboard.press("Enter");
  await expect(member).toHaveAccessibleDescription(new RegExp(number));
  return dialog;
}

/** The line of one woman in the class. */
export function learnerLine(page: Page, number: string): Locator {
  return page.getByRole("row").filter({ hasText: number });
}

/** Opens what may be done with one woman of the class. */
export async function actOn(page: Page, number: string, action: string): Promise<Locator> {
  await page
    .getByRole("button", { name: `Actions pour ${number}` })
    .first()
    .click();
  await page.getByRole("menuitem", { name: action }).click();
  return page.getByRole("dialog");
}
