import type { Page } from "@playwright/test";
import { v7 } from "uuid";
import { showMonth } from "../../renderer/lib/months.ts";
import { addToMonth, monthOf } from "../../src/domain/calendar.ts";
import type { Line } from "../loopback/openLine.ts";
import { newDetails } from "../support/women.ts";
import { seedRents } from "./rentSeeds.ts";
import { expectAccessible, expectFits } from "./steps.ts";
import { expect, type Place, test } from "./support/placesTest.ts";
import { BAMAKO, enrolBy, KOUTIALA, makeOfficeBy, must, registerBy } from "./support/seeding.ts";

const TODAY = new Date().toISOString().slice(0, 10);
const THIS_MONTH = monthOf(TODAY);
const LAST_MONTH = addToMonth(THIS_MONTH, -1);
const CARD_PRICE = 2500;

/** Three women, of whom one came last month; the two others have a card of today. Rents of half a year. */
async function seedOffice(line: Line): Promise<void> {
  await makeOfficeBy(line, KOUTIALA);
  await registerBy(line, { surname: "Keïta", firstNames: "Oumou", joinedOn: `${LAST_MONTH}-05` });
  for (const firstNames of ["Awa", "Bintou"]) {
    const id = v7();
    const details = newDetails({ surname: "Traoré", firstNames, joinedOn: `${THIS_MONTH}-01` });
    must(await line.client.membership.registerMember({ id, details, confirmedNotDuplicate: true }));
    const sale = { id: v7(), memberId: id, method: "cash", reference: "", price: CARD_PRICE } as const;
    must(await line.client.cards.sellTerm(sale));
  }
  await seedRents(line, TODAY);
}

/** Pictures, no barrier in what is shown, and nothing cut off at 125 %. */
async function look({ page, shot }: Place, name: string): Promise<void> {
  await shot(name);
  await expectAccessible(page);
  await expectFits(page);
}

async function openReporting(page: Page, tab = "Tableau de bord"): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Rapports" }).first().click();
  await expect(page.getByRole("heading", { name: "Chiffres et rapports", level: 1 })).toBeVisible();
  if (tab !== "Tableau de bord") await page.getByRole("link", { name: tab, exact: true }).click();
}

/** A figure, which leads to what it counts. */
const figure = (page: Page, name: string, value: string) =>
  page.getByRole("link", { name: new RegExp(`^${name}\\s: ${value}\\. Voir ce qui est compté`) });

const period = (page: Page) => page.getByRole("combobox", { name: "Période", exact: true });

test("the coordinator sees what changed, and goes from a figure to the records behind it and back", async ({
  openPlace,
}) => {
  const place = await openPlace(seedOffice);
  const { page } = place;
  await openReporting(page);
  await expect(period(page)).toHaveValue(showMonth(THIS_MONTH, "fr"));
  await expect(figure(page, "Membres inscrites", "3")).toBeVisible();
  await expect(figure(page, "Cartes vendues", "2")).toBeVisible();
  await look(place, "dashboard");

  await page.getByRole("button", { name: "Période d’avant" }).click();
  await expect(period(page)).toHaveValue(showMonth(LAST_MONTH, "fr"));
  await expect(figure(page, "Cartes vendues", "0")).toBeVisible();
  await expect(page.getByText(/Comparé à la période d’avant/)).toBeVisible();
  await figure(page, "Nouvelles adhésions", "1").click();
  await expect(page.getByRole("heading", { name: "Nouvelles adhésions", level: 1 })).toBeVisible();
  const records = page.getByRole("grid", { name: "Ce qui est compté" });
  await look(place, "dashboard-records");
  await records.getByText(/^KTL-\d{5}-./).click();
  await expect(page.getByRole("heading", { name: "Keïta Oumou", level: 1 })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole("heading", { name: "Nouvelles adhésions", level: 1 })).toBeVisible();
  await page.getByRole("link", { name: "Tableau de bord" }).click();
  await expect(period(page)).toHaveValue(showMonth(LAST_MONTH, "fr"));

  await page.getByRole("button", { name: "Ce mois" }).click();
  await figure(page, "Recettes des cartes", "5\\s000\\sF\\sCFA").click();
  await expect(records.getByText(/^KTL-\d{4}-\d{5}$/)).toHaveCount(2);
  await records.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: /KTL-\d{4}-\d{5}/, level: 1 })).toBeVisible();
});

test("the same numbers stand behind every chart, and a quarter or a year is one press away", async ({
  openPlace,
}) => {
  const place = await openPlace(seedOffice);
  const { page } = place;
  await openReporting(page);
  await page.getByRole("button", { name: /Voir le tableau – Recettes des cartes/ }).click();
  const behind = page.getByRole("region", { name: /Recettes des cartes/ });
  await expect(behind.getByRole("row").last()).toContainText(/5\s000/);
  await expectAccessible(page);
  await expect(page.getByRole("img", { name: /Loyers demandés et reçus/ })).toBeVisible();

  await page.getByText("Année", { exact: true }).click();
  await expect(period(page)).toHaveValue(`année ${TODAY.slice(0, 4)}`);
  await page.getByText("Trimestre", { exact: true }).click();
  await expect(period(page)).toHaveValue(/trimestre/);
  await page.reload();
  await expect(period(page)).toHaveValue(/trimestre/);
});

test("a target is set once for the year, and held against each month's part of it", async ({ openPlace }) => {
  const place = await openPlace(seedOffice);
  const { page } = place;
  await openReporting(page, "Indicateurs");
  await page.getByRole("link", { name: "Objectifs", exact: true }).click();
  const sold = page.getByRole("textbox", { name: "Objectif : Cartes vendues" });
  await sold.fill("48");
  await sold.press("Enter");
  await expect(page.getByRole("status", { name: "Objectif enregistré" })).toBeVisible();
  await look(place, "dashboard-targets");
  await page.reload();
  await expect(sold).toHaveValue("48");
  await page.getByRole("link", { name: "Tableau de bord", exact: true }).click();
  await expect(page.getByText(/50\s% de 4/)).toBeVisible();
});

test("an indicator is found by a word, explained, and shown month by month and in detail", async ({
  openPlace,
}) => {
  const place = await openPlace(seedOffice);
  const { page } = place;
  await openReporting(page, "Indicateurs");
  await look(place, "dashboard-indicators");
  await page.getByRole("searchbox", { name: "Chercher un indicateur" }).fill("membres inscrites");
  await page.getByRole("button", { name: /Ce que veut dire\s: Membres inscrites/ }).click();
  await expect(page.getByText(/Femmes qui sont membres le dernier jour/)).toBeVisible();
  await page.getByRole("link", { name: "Membres inscrites", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Membres inscrites", level: 1 })).toBeVisible();
  await expect(page.getByRole("img", { name: /mois par mois/ })).toBeVisible();
  await page.getByText("Situation", { exact: true }).first().click();
  await expect(page.getByRole("row", { name: /à jour/ })).toContainText("2");
  await look(place, "dashboard-indicator");
  await page.getByRole("link", { name: "Indicateurs", exact: true }).click();
  await page.getByRole("searchbox", { name: "Chercher un indicateur" }).fill("hippopotame");
  await expect(page.getByText("Aucun indicateur ne correspond")).toBeVisible();
  await page.getByRole("button", { name: "Tout montrer" }).click();
  await expect(page.getByRole("link", { name: "Loyers encaissés", exact: true })).toBeVisible();
});

test("an office without an entry is told where figures come from", async ({ openPlace }) => {
  const place = await openPlace((line) => makeOfficeBy(line, KOUTIALA));
  await openReporting(place.page);
  await expect(place.page.getByText("Il n’y a pas encore de chiffres")).toBeVisible();
  await look(place, "dashboard-empty");
});

test("Bamako sees its offices side by side, and sets what one of them is to reach", async ({ openPlace }) => {
  const place = await openPlace(async (headquarters) => {
    await makeOfficeBy(headquarters, BAMAKO);
    await registerBy(headquarters, {
      surname: "Diallo",
      firstNames: "Kadiatou",
      joinedOn: `${LAST_MONTH}-05`,
    });
    await openPlace(async (office) => {
      await makeOfficeBy(office, KOUTIALA);
      await enrolBy(headquarters, office, KOUTIALA);
    });
  });
  const { page } = place;
  await openReporting(page);
  await page.getByRole("combobox", { name: "Bureau", exact: true }).click();
  await page.getByRole("option", { name: "Tous les bureaux" }).click();
  const offices = page.locator("section", { hasText: "Bureau par bureau" });
  await expect(offices.getByRole("row", { name: /Bamako/ })).toContainText("1");
  await look(place, "dashboard-headquarters");

  await page.getByRole("link", { name: "Indicateurs", exact: true }).click();
  await page.getByRole("link", { name: "Objectifs", exact: true }).click();
  await page.getByRole("combobox", { name: "Bureau", exact: true }).click();
  await page.getByRole("option", { name: /Koutiala/ }).click();
  const joined = page.getByRole("textbox", { name: "Objectif : Nouvelles adhésions" });
  await joined.fill("60");
  await joined.blur();
  await expect(page.getByRole("status", { name: "Objectif enregistré" })).toBeVisible();
  await page.getByRole("combobox", { name: "Bureau", exact: true }).click();
  await page.getByRole("option", { name: "Tous les bureaux" }).click();
  await expect(joined).toHaveValue("");
});
