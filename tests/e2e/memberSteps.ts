import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { ROOT } from "../../scripts/root.ts";
import { expect } from "./support/danayaTest.ts";

export interface TypedMember {
  readonly surname: string;
  readonly firstNames: string;
  readonly birth?: string;
  readonly phone?: string;
}

export async function goTo(page: Page, place: "Membres" | "Cartes" | "Caisse"): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: place, exact: true }).click();
  await expect(page.getByRole("heading", { name: place, level: 1 })).toBeVisible();
}

export function birthField(page: Page): Locator {
  return page.getByRole("textbox", { name: "Date de naissance" });
}

export async function openNewMember(page: Page): Promise<void> {
  await goTo(page, "Membres");
  await page.getByRole("link", { name: "Nouvelle membre" }).first().click();
  await expect(page.getByRole("heading", { name: "Nouvelle membre" })).toBeVisible();
}

/** Types what is given and leaves each field, as a person does. */
export async function fillMember(page: Page, member: TypedMember): Promise<void> {
  await page.getByRole("textbox", { name: "Nom", exact: true }).fill(member.surname);
  await page.getByRole("textbox", { name: "Prénoms", exact: true }).fill(member.firstNames);
  if (member.birth !== undefined) {
    await birthField(page).fill(member.birth);
    await birthField(page).blur();
  }
  if (member.phone !== undefined) {
    const phone = page.getByRole("textbox", { name: "Téléphone", exact: true });
    await phone.fill(member.phone);
    await phone.blur();
  }
}

/**
 * Registers a member through the form, up to her page.
 * @returns her number
 */
export async function registerMember(page: Page, member: TypedMember): Promise<string> {
  await openNewMember(page);
  await fillMember(page, member);
  await page.getByRole("button", { name: "Inscrire" }).click();
  const confirm = page.getByRole("button", { name: "Ce n’est pas la même femme" });
  const heading = page.getByRole("heading", { name: `${member.surname} ${member.firstNames}`, level: 1 });
  await expect(confirm.or(heading)).toBeVisible();
  if (await confirm.isVisible()) await confirm.click();
  await expect(heading).toBeVisible();
  return page.locator("strong.numerals").first().innerText();
}

/** Chooses an entry of the page's « Autres actions ». */
export async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Autres actions" }).click();
  await page.getByRole("menuitem", { name }).click();
}

/** The file that the preview shows, saved as a person saves it; the preview is closed afterwards. */
export async function savePreview(page: Page): Promise<Buffer> {
  const preview = page.getByRole("dialog").filter({ has: page.locator("iframe") });
  const download = page.waitForEvent("download");
  await preview.getByRole("button", { name: "Enregistrer le fichier" }).click();
  const path = await (await download).path();
  await preview.getByRole("button", { name: "Fermer" }).last().click();
  await expect(preview).toBeHidden();
  return readFileSync(path);
}

/** Sells the card of the member whose page is open, for cash. */
export async function sellCard(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Vendre la carte" }).click();
  const sale = page.getByRole("dialog", { name: "Carte et cotisation" });
  await sale.getByRole("button", { name: /Encaisser/ }).click();
  await expect(page.locator("iframe")).toBeVisible();
  const preview = page.getByRole("dialog").filter({ has: page.locator("iframe") });
  await preview.getByRole("button", { name: "Fermer" }).last().click();
  await expect(preview).toBeHidden();
  await page.keyboard.press("Escape");
  await expect(sale).toBeHidden();
}

/** What a person reads in a PDF. */
export function pdfText(pdf: Buffer): string {
  return execFileSync("pdftotext", ["-layout", "-", "-"], { input: pdf, encoding: "utf8" }).replace(
    /\s+/g,
    " ",
  );
}

/** The texts of the QR codes on a page that is printed at 300 dpi. */
export async function qrTexts(pdf: Buffer, page: number): Promise<string[]> {
  const wasm = readFileSync(join(ROOT, "node_modules", "zxing-wasm", "dist", "reader", "zxing_reader.wasm"));
  prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer } });
  const folder = mkdtempSync(join(tmpdir(), "danaya-qr-"));
  try {
    const only = ["-f", String(page), "-l", String(page), "-singlefile"];
    execFileSync("pdftoppm", ["-r", "300", "-png", ...only, "-", join(folder, "page")], { input: pdf });
    const found = await readBarcodes(new Uint8Array(readFileSync(join(folder, "page.png"))), {
      formats: ["QRCode"],
    });
    return found.map(({ text }) => text);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
