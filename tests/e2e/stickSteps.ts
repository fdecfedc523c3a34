import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Page } from "@playwright/test";
import { expect } from "./support/placesTest.ts";

/** Goes to a place of the navigation. */
export async function openPage(page: Page, name: string): Promise<void> {
  await page.getByRole("navigation", { name: "Navigation" }).getByRole("link", { name, exact: true }).click();
}

/** Opens the home folder in the picker, then the stick's folder in it. */
export async function chooseStick(page: Page, folder: string): Promise<void> {
  await page.getByRole("button", { name: /Dossier personnel/ }).click();
  await page.getByRole("button", { name: basename(folder) }).click();
  await expect(page.getByText(folder, { exact: true })).toBeVisible();
}

/** Saves what a button offers into a folder, under the name that it has. @returns its path */
export async function saveTo(page: Page, button: string, folder: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: button }).click();
  const file = await download;
  const path = join(folder, file.suggestedFilename());
  writeFileSync(path, readFileSync(await file.path()));
  return path;
}

/** The fingerprint on the page, as it is read aloud. */
export async function readAloud(page: Page): Promise<string> {
  const groups = await page
    .getByRole("list", { name: "Empreinte" })
    .first()
    .getByRole("listitem")
    .allInnerTexts();
  return groups.join(" ");
}

/** A file that goes to the other side, and the fingerprint that is read aloud with it. */
export interface Spoken {
  readonly path: string;
  readonly fingerprint: string;
}

/** Headquarters invites an office. */
export async function invite(page: Page, about: Invitation, folder: string): Promise<Spoken> {
  await openPage(page, "Antennes");
  await page.getByRole("link", { name: "Inviter un bureau" }).first().click();
  await page.getByRole("textbox", { name: "Code" }).fill(about.code);
  await page.getByRole("textbox", { name: "Nom" }).fill(about.name);
  await page.getByRole("textbox", { name: "Région" }).fill(about.region);
  return invitationFile(page, folder);
}

/** Makes and saves the invitation that the form describes. */
export async function invitationFile(page: Page, folder: string): Promise<Spoken> {
  await page.getByRole("button", { name: "Faire l’invitation" }).click();
  const path = await saveTo(page, "Enregistrer l’invitation", folder);
  return { path, fingerprint: await readAloud(page) };
}

export interface Invitation {
  readonly code: string;
  readonly name: string;
  readonly region: string;
}

/** The office opens the invitation and compares. @returns the fingerprint that it sees there */
export async function openInvitation(page: Page, path: string): Promise<string> {
  await openPage(page, "Clé USB");
  await page.locator('input[type="file"]').setInputFiles(path);
  await expect(page.getByRole("button", { name: "Relier au siège" })).toBeDisabled();
  return readAloud(page);
}

/** After the call. @returns the saved enrolment's path */
export async function joinHeadquarters(page: Page, folder: string): Promise<string> {
  await page.getByLabel(/Nous avons lu les huit nombres/).check();
  await page.getByRole("button", { name: "Relier au siège" }).click();
  const path = await saveTo(page, "Enregistrer l’inscription", folder);
  await page.getByRole("button", { name: "C’est fait" }).click();
  return path;
}

/** The month's stick. */
export async function writeStick(page: Page, stick: string): Promise<void> {
  await openPage(page, "Clé USB");
  await chooseStick(page, stick);
  await page.getByRole("button", { name: "Écrire sur la clé" }).click();
  await expect(page.getByText("C’est écrit, relu et vérifié. Vous pouvez retirer la clé.")).toBeVisible();
}

/** Headquarters chooses the stick; its files are listed. */
export async function lookAtStick(page: Page, stick: string): Promise<void> {
  await openPage(page, "Antennes");
  await page.getByRole("link", { name: "Lire une clé USB" }).click();
  await chooseStick(page, stick);
}

/** Headquarters reads what it found. */
export async function readStick(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Lire", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Ce qui a été lu" })).toBeVisible();
}

/** Headquarters writes the answers onto the stick that it just read. */
export async function answerHere(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Écrire les réponses sur cette clé" }).click();
  await expect(page.getByText("C’est écrit, relu et vérifié. Vous pouvez retirer la clé.")).toBeVisible();
}

/** The office reads headquarters' answer. */
export async function readAnswer(page: Page, stick: string): Promise<void> {
  await openPage(page, "Clé USB");
  await chooseStick(page, stick);
  await page.getByRole("button", { name: "Lire la réponse" }).click();
  await expect(page.getByText("La réponse du siège est lue.")).toBeVisible();
}

/** Headquarters writes the answers that are due, at their own page. */
export async function writeAnswers(page: Page, stick: string): Promise<void> {
  await openPage(page, "Antennes");
  await page.getByRole("link", { name: "Écrire les réponses" }).click();
  await writeDue(page, stick);
}

/** At the page where answers are written. */
export async function writeDue(page: Page, stick: string): Promise<void> {
  await chooseStick(page, stick);
  await page.getByRole("button", { name: /^Écrire \d+ réponse/ }).click();
  await expect(page.getByText("C’est écrit, relu et vérifié. Vous pouvez retirer la clé.")).toBeVisible();
}
