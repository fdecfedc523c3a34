import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locator, Page } from "@playwright/test";
import { v7 } from "uuid";
import { readMappingFile } from "../../renderer/features/reporting/dhis2/mappingForm.ts";
import { ofMonth, showMonth } from "../../renderer/lib/months.ts";
import { addToMonth, monthOf } from "../../src/domain/calendar.ts";
import type { Line } from "../loopback/openLine.ts";
import { openLine } from "../loopback/openLine.ts";
import { expectAccessible, expectFits, openSettings } from "./steps.ts";
import { lookAtStick, readStick, saveTo, writeStick } from "./stickSteps.ts";
import { expect, type Place, test } from "./support/placesTest.ts";
import { KOUTIALA, makeOfficeBy, must, openEnrolled, registerBy } from "./support/seeding.ts";

const TODAY = new Date().toISOString().slice(0, 10);
const LAST_MONTH = addToMonth(monthOf(TODAY), -1);
const BEFORE = addToMonth(LAST_MONTH, -1);
const NAME = showMonth(LAST_MONTH, "fr");

/** Money in, or out, on a day of the month that is over. */
async function recordLate(
  { client }: Line,
  about: { readonly amount: number; readonly direction: "in" | "out"; readonly account: string },
): Promise<void> {
  must(
    await client.cashbook.record({
      ...{ id: v7(), till: "cash", datedOn: `${LAST_MONTH}-09`, words: "Pièce du mois", payee: "" },
      ...{ project: null, reference: "", ...about },
    }),
  );
}

/** A member and money of last month; a text of the month before. */
async function seedMonth(line: Line): Promise<void> {
  const { client } = line;
  await registerBy(line, { surname: "Keïta", firstNames: "Oumou", joinedOn: `${LAST_MONTH}-05` });
  const opening = { id: v7(), till: "cash", amount: 200_000, datedOn: `${BEFORE}-01` };
  must(await client.cashbook.recordOpening(opening));
  await recordLate(line, { amount: 15_000, direction: "out", account: "transport" });
  const key = { kind: "activity", period: BEFORE, project: null } as const;
  const text = "Deux réunions, une formation au marché.\nLa pluie a gêné la seconde.";
  must(await client.reporting.saveText({ ...key, section: "summary", text }));
}

async function seedOffice(line: Line): Promise<void> {
  await makeOfficeBy(line, KOUTIALA);
  await seedMonth(line);
}

async function look({ page, shot }: Place, name: string): Promise<void> {
  await shot(name);
  await expectAccessible(page);
  await expectFits(page);
}

async function openReports(page: Page, tab = "Rapports"): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Rapports" }).first().click();
  await page
    .getByRole("navigation", { name: "Chiffres et rapports" })
    .getByRole("link", { name: tab, exact: true })
    .click();
}

const textOf = (page: Page, section: string) => page.getByRole("textbox", { name: `Texte : ${section}` });

/** The bytes of the paper in the dialog, as the browser saves them. */
async function paperIn(page: Page, dialog: Locator): Promise<Buffer> {
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Enregistrer le fichier" }).click();
  const path = await (await saved).path();
  const bytes = readFileSync(path);
  await dialog.getByRole("button", { name: "Fermer", exact: true }).last().click();
  await expect(dialog).toBeHidden();
  return bytes;
}

/** Issues what is open, however often the button is pressed. @returns its paper */
async function issue(page: Page, button: string, number: string): Promise<Buffer> {
  await page.getByRole("button", { name: button }).click();
  const confirm = page.getByRole("dialog", { name: button });
  await confirm.getByRole("button", { name: "Émettre", exact: true }).dblclick();
  await expect(page.getByText(number).first()).toBeVisible();
  return paperIn(page, page.getByRole("dialog", { name: new RegExp(`^${number}`) }));
}

test("the secretary writes the month's report, issues it, prints it again, and rectifies it", async ({
  openPlace,
}) => {
  test.slow();
  const place = await openPlace(seedOffice);
  const { page, office } = place;
  await openReports(page);
  await expect(page.getByText("Aucun rapport n’est encore émis")).toBeVisible();
  await look(place, "reports-empty");
  await page.getByRole("button", { name: "Nouveau rapport" }).click();
  const dialog = page.getByRole("dialog", { name: "Nouveau rapport" });
  await expect(dialog.getByRole("radio", { name: "Rapport d’activité" })).toBeChecked();
  await expect(dialog.getByRole("radio", { name: "Rapport consolidé" })).toHaveCount(0);
  await look(place, "reports-new");
  await dialog.getByRole("button", { name: "Écrire" }).click();

  await expect(page.getByRole("heading", { name: `Rapport d’activité, ${NAME}`, level: 1 })).toBeVisible();
  await expect(page.getByText(`La caisse n’est pas clôturée : ${NAME}.`)).toBeVisible();
  await expect(page.getByRole("heading", { name: `Texte ${ofMonth(BEFORE, "fr")}` })).toBeVisible();
  await page.getByRole("button", { name: "Reprendre ce texte : Résumé" }).click();
  const summary = textOf(page, "Résumé");
  await expect(summary).toHaveValue(/La pluie a gêné la seconde\.$/);
  await summary.press("ControlOrMeta+End");
  await summary.pressSequentially(" Une nouvelle membre.");
  await expect(page.getByText(/enregistré à \d\d:\d\d/)).toBeVisible();
  await look(place, "reports-write");
  const difficulties = textOf(page, "Difficultés");
  await difficulties.fill("La route de Sikasso était coupée.");
  // Left before the pause is over: it is saved on the way out.
  await page
    .getByRole("link", { name: "Tableau de bord", exact: true })
    .or(page.getByRole("link", { name: "Rapports", exact: true }))
    .last()
    .click();
  await page.goBack();
  await page.reload();
  await expect(summary).toHaveValue(/Une nouvelle membre\.$/);
  await expect(difficulties).toHaveValue("La route de Sikasso était coupée.");

  await page.getByRole("button", { name: "Voir le projet" }).click();
  const draft = page.getByRole("dialog", { name: /projet/ });
  await expect(draft).toBeVisible();
  await draft.getByRole("button", { name: "Fermer", exact: true }).last().click();

  const issued = await issue(page, "Émettre le rapport", "KTL-R00001");
  expect(issued.subarray(0, 5).toString()).toBe("%PDF-");
  await expect(page.getByRole("heading", { name: `Rapport d’activité, ${NAME}`, level: 1 })).toBeVisible();
  await expect(page.getByText("La route de Sikasso était coupée.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Émettre un rapport rectifié" })).toHaveCount(0);
  await look(place, "reports-issued");

  const line = await openLine(await office.issueUrl());
  await recordLate(line, { amount: 4_000, direction: "out", account: "transport" });
  line.close();
  await page.getByRole("button", { name: "Continuer dans cette fenêtre" }).click();
  await openReports(page);
  await look(place, "reports-list");
  await page.getByRole("link", { name: "KTL-R00001" }).click();
  const since = page.locator("section", { hasText: "Ce qui a changé depuis" });
  await expect(since.getByRole("row", { name: /^Dépenses/ }).first()).toContainText(/15\s000.*19\s000/);
  await look(place, "reports-correction");
  await page.getByRole("link", { name: "Émettre un rapport rectifié" }).click();
  await expect(page.getByText(/Cette période a déjà un rapport, KTL-R00001/)).toBeVisible();
  await issue(page, "Émettre un rapport rectifié", "KTL-R00002");
  await expect(page.getByRole("heading", { name: "Corrections à des rapports déjà émis" })).toBeVisible();

  await openReports(page);
  const first = page.getByRole("row", { name: /KTL-R00001/ }).filter({ hasText: "remplacé par KTL-R00002" });
  await first.getByRole("button", { name: "Imprimer KTL-R00001" }).click();
  const again = await paperIn(page, page.getByRole("dialog", { name: /^KTL-R00001/ }));
  expect(again.equals(issued)).toBe(true);
  await look(place, "reports-rectified");
});

test("headquarters sees which office has sent which month, reads its report, and writes a file for DHIS2", async ({
  openPlace,
  stick,
}) => {
  test.slow();
  const [bamako, koutiala] = await openEnrolled(openPlace, async (line) => {
    await seedMonth(line);
    const key = { kind: "activity", period: LAST_MONTH, project: null } as const;
    must(await line.client.reporting.issue({ ...key, id: v7() }));
  });
  const { page } = bamako;
  await writeStick(koutiala.page, stick);
  await lookAtStick(page, stick);
  await readStick(page);

  await openReports(page, "Complétude");
  const koutialas = page.getByRole("row", { name: /^Koutiala/ });
  await expect(koutialas).toContainText("en cours");
  await expect(koutialas.getByTitle("Rapport KTL-R00001")).toBeVisible();
  await expect(page.getByText(/Rien d’inhabituel ce mois-là/)).toBeVisible();
  await look(bamako, "reports-completeness");

  await openReports(page);
  await page.getByRole("combobox", { name: "Bureau", exact: true }).click();
  await page.getByRole("option", { name: "Tous les bureaux" }).click();
  await expect(page.getByRole("row", { name: /KTL-R00001/ })).toContainText("gardé par le bureau");
  await page.getByRole("link", { name: "KTL-R00001" }).click();
  await expect(page.getByText("gardé par le bureau")).toBeVisible();
  await expect(page.getByRole("button", { name: "Imprimer" })).toHaveCount(0);
  await look(bamako, "reports-elsewhere");

  await openSettings(page, "DHIS2");
  await page.getByRole("textbox", { name: "Ensemble de données (dataSet)" }).fill("pBOMPrpg1QX");
  const unit = page.getByRole("textbox", { name: "Koutiala" });
  await unit.fill("DiszpKrYNg");
  await unit.blur();
  await expect(page.getByText("Une lettre, puis dix lettres ou chiffres.")).toBeVisible();
  await page.getByRole("button", { name: "Ajouter une ligne" }).click();
  await page.getByRole("combobox", { name: "Indicateur, ligne 1" }).fill("Membres inscrites");
  await page.getByRole("option", { name: "Membres inscrites", exact: true }).click();
  await page.getByRole("textbox", { name: "Élément de données, ligne 1" }).fill("f7n9E0hX8qk");
  await page.getByRole("button", { name: "Contrôler le mois" }).click();
  await expect(page.getByText(/1 erreur empêche d’écrire le fichier/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Écrire le fichier" })).toBeDisabled();
  await look(bamako, "reports-dhis2-wrong");

  // What is not saved yet is there again after another page.
  await page.getByRole("link", { name: "Projets", exact: true }).click();
  await page.getByRole("link", { name: "DHIS2", exact: true }).click();
  await expect(unit).toHaveValue("DiszpKrYNg");
  await unit.fill("DiszpKrYNg8");
  await page.getByRole("button", { name: "Contrôler le mois" }).click();
  await expect(page.getByText(/Rien n’empêche d’écrire le fichier/)).toBeVisible();
  await look(bamako, "reports-dhis2");
  const file = JSON.parse(readFileSync(await saveTo(page, "Écrire le fichier", stick), "utf8"));
  expect(file).toMatchObject({
    dataSet: "pBOMPrpg1QX",
    period: LAST_MONTH.replace("-", ""),
    dataValues: [{ dataElement: "f7n9E0hX8qk", orgUnit: "DiszpKrYNg8", value: "1" }],
  });

  await page.getByRole("button", { name: "Enregistrer", exact: true }).click();
  await expect(page.getByText("Correspondance enregistrée")).toBeVisible();
  const kept = await saveTo(page, "Enregistrer dans un fichier", stick);
  expect(readMappingFile(readFileSync(kept))?.orgUnits).toEqual([{ office: "KTL", orgUnit: "DiszpKrYNg8" }]);
  await page.reload();
  await expect(unit).toHaveValue("DiszpKrYNg8");
  await page.locator('input[type="file"]').setInputFiles(join(stick, "correspondance-dhis2.json"));
  await expect(page.getByText("Correspondance lue : enregistrez-la pour la garder.")).toBeVisible();
});
