import type { Page } from "@playwright/test";
import { francs, openRents } from "./rentalSteps.ts";
import { seedRents } from "./rentSeeds.ts";
import { expectAccessible, expectFits } from "./steps.ts";
import { lookAtStick, readStick, writeStick } from "./stickSteps.ts";
import { expect, test } from "./support/placesTest.ts";
import { openEnrolled } from "./support/seeding.ts";

const TODAY = new Date().toISOString().slice(0, 10);
/** Of the six tenants: six months of 220,000, less what came and was not paid ahead. */
const LATE = 580_000;

async function chooseOffice(page: Page, office: string): Promise<void> {
  await page.getByRole("combobox", { name: "Bureau" }).click();
  await page.getByRole("option", { name: office }).click();
}

test("headquarters reads an office's rents and who is late, and collects nothing there", async ({
  openPlace,
  stick,
}) => {
  test.slow();
  const [bamako, koutiala] = await openEnrolled(openPlace, (line) => seedRents(line, TODAY));
  const { page, shot } = bamako;
  await writeStick(koutiala.page, stick);
  await lookAtStick(page, stick);
  await readStick(page);

  await openRents(page);
  await chooseOffice(page, "Koutiala (KTL)");
  await expect(page.getByText("Société Kénédougou Textiles")).toBeVisible();
  await expect(page.getByRole("button", { name: "Nouveau local" })).toHaveCount(0);
  await shot("hq-rents-board");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Appel des loyers", exact: true }).click();
  await chooseOffice(page, "Tous les bureaux");
  await expect(page.getByText("Oumar Sanogo")).toBeVisible();
  await expect(page.getByText(francs(LATE)).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Encaisser le suivant" })).toHaveCount(0);
  await shot("hq-rents-roll");
  await expectAccessible(page);
  await expectFits(page);

  await page.getByRole("link", { name: "Impayés", exact: true }).click();
  await chooseOffice(page, "Koutiala (KTL)");
  await expect(page.getByText(francs(LATE)).first()).toBeVisible();
  await shot("hq-rents-arrears");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Société Kénédougou Textiles" }).click();
  await expect(page.getByText("Bureau de Koutiala : on regarde, on ne change rien ici.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Encaisser", exact: true })).toHaveCount(0);
  await shot("hq-rents-lease");
  await expectAccessible(page);
});
