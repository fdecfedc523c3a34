import type { Locator, Page } from "@playwright/test";
import { goTo } from "./memberSteps.ts";
import { expect } from "./support/danayaTest.ts";

export type CashTab = "Journal" | "Caisses" | "Mois" | "Budget" | "Envois des bureaux";

/** A page of the cash book. */
export async function openCash(page: Page, tab: CashTab = "Journal"): Promise<void> {
  await goTo(page, "Caisse");
  await page
    .getByRole("navigation", { name: "Caisse" })
    .getByRole("link", { name: tab, exact: true })
    .click();
}

/** A day of the month before this one, as it is typed and as addresses have it. */
export function dayOfLastMonth(day: number): { typed: string; month: string } {
  const now = new Date();
  const on = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, day));
  const [year = "", month = ""] = on.toISOString().split("-");
  return { typed: `${String(day).padStart(2, "0")}/${month}/${year}`, month: `${year}-${month}` };
}

/** `octobre 2026`: the month before this one, as the screen names it. */
export function lastMonthName(): string {
  const words = new Intl.DateTimeFormat("fr", { month: "long", year: "numeric", timeZone: "UTC" });
  return words.format(new Date(`${dayOfLastMonth(1).month}-01T00:00:00Z`));
}

/** A place's card on the page « Caisses ». */
export function tillCard(page: Page, name: string): Locator {
  return page.getByRole("article").filter({ has: page.getByRole("heading", { name, exact: true }) });
}

/** What lay in a place before its first voucher. */
export async function openTill(page: Page, name: string, amount: string, on: string): Promise<void> {
  await openCash(page, "Caisses");
  await page.getByRole("button", { name: `Autres actions pour ${name}` }).click();
  await page.getByRole("menuitem", { name: "Solde de départ" }).click();
  const dialog = page.getByRole("dialog", { name: new RegExp(`Solde de départ\\s: ${name}`) });
  await dialog.getByRole("textbox", { name: "Montant" }).fill(amount);
  await dialog.getByRole("textbox", { name: "Depuis le" }).fill(on);
  await dialog.getByRole("button", { name: "Enregistrer" }).click();
  await expect(dialog).toBeHidden();
}

/** The page where a voucher of this kind is written. */
export async function startVoucher(page: Page, way: string): Promise<void> {
  await openCash(page);
  await page.getByRole("button", { name: "Nouvelle pièce" }).click();
  await page.getByRole("menuitem", { name: way }).click();
  await expect(page.getByRole("textbox", { name: "Montant" })).toBeFocused();
}

/** A picture of a paper, as a telephone would give it. */
export async function paperPicture(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.createElement("canvas");
    canvas.width = 900;
    canvas.height = 1200;
    const pen = canvas.getContext("2d");
    if (pen === null) throw new Error("no canvas");
    pen.fillStyle = "#fbfaf4";
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = "#333";
    pen.font = "48px serif";
    ["FACTURE N° 118", "10 cahiers", "20 stylos", "Total : 12 500"].forEach((line, at) => {
      pen.fillText(line, 90, 160 + 120 * at);
    });
    return canvas.toDataURL("image/jpeg", 0.8);
  });
  return Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
}
