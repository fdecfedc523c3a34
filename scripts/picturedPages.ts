import type { Page } from "@playwright/test";
import { addToMonth, monthOf } from "../src/domain/calendar.ts";

/** One page of the product for the README: where it is and how it is arranged before the picture. */
export interface ScreenPicture {
  readonly name: string;
  /** Behind the `#`. */
  readonly address: string;
  readonly arrange: (page: Page) => Promise<void>;
}

/** Resolves when a heading of this name stands at the head of the page. */
const titled = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole("heading", { name, level: 1 }).waitFor();
};

/** Opens the record of a row that has this text: of the first, or of the last. */
async function openRow(page: Page, text: string, which: "first" | "last" = "first"): Promise<void> {
  const before = page.url();
  await page.getByRole("row").filter({ hasText: text })[which]().click();
  await page.waitForURL((url) => url.toString() !== before);
  await page.getByRole("heading", { level: 1 }).waitFor();
}

/** An attendance sheet with something in it is looked for so far back. */
const MOST_WEEKS = 8;

const LAST_MONTH = addToMonth(monthOf(new Date().toISOString()), -1);

/** Of the training office, in the order of the README. */
export const OFFICE_PICTURES: readonly ScreenPicture[] = [
  { name: "today", address: "/", arrange: titled("Aujourd’hui") },
  { name: "members", address: "/members", arrange: titled("Membres") },
  {
    name: "member",
    address: "/members",
    arrange: async (page) => {
      await titled("Membres")(page);
      await openRow(page, "À jour");
      await page.getByRole("tab", { name: "Carte et cotisations" }).click();
    },
  },
  {
    name: "claim",
    address: "/insurance/claims",
    arrange: async (page) => {
      await titled("Assurance")(page);
      await page.getByText("À décider").click();
      await openRow(page, "Vérifié");
    },
  },
  { name: "rent-roll", address: "/rental/roll", arrange: titled("Loyers") },
  {
    name: "attendance",
    address: "/literacy",
    arrange: async (page) => {
      await titled("Alphabétisation")(page);
      await openRow(page, "En cours", "last");
      await page.goto(`${page.url()}/sheet`);
      const sheet = page.getByRole("grid", { name: "Présences" });
      const mark = sheet.getByText("P", { exact: true });
      // Of the latest weeks nothing may have been written down yet.
      for (let week = 0; week < MOST_WEEKS; week += 1) {
        await sheet.waitFor();
        await page.waitForTimeout(300);
        if ((await mark.count()) > 0) break;
        await page.getByRole("link", { name: "Semaine précédente" }).click();
      }
    },
  },
  { name: "cash-book", address: "/cashbook", arrange: titled("Caisse") },
  { name: "dashboard", address: `/reporting?period=${LAST_MONTH}`, arrange: titled("Chiffres et rapports") },
  {
    name: "report-writing",
    address: `/reporting/reports/write?kind=activity&period=${LAST_MONTH}`,
    arrange: titled(/Rapport d’activité/),
  },
];

/** Of headquarters with its offices. */
export const HEADQUARTERS_PICTURES: readonly ScreenPicture[] = [
  { name: "offices", address: "/headquarters", arrange: titled("Antennes") },
  { name: "completeness", address: "/reporting/completeness", arrange: titled("Chiffres et rapports") },
];

/** The monthly report's first pages, beside each other. */
export const PAPER_PICTURE = "report-paper";
