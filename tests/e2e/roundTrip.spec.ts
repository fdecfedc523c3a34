import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { registerMember, sellCard } from "./memberSteps.ts";
import { expectAccessible, expectFits, makeOffice } from "./steps.ts";
import {
  answerHere,
  chooseStick,
  invite,
  joinHeadquarters,
  lookAtStick,
  openInvitation,
  openPage,
  readAloud,
  readAnswer,
  readStick,
  writeStick,
} from "./stickSteps.ts";
import { expect, type Place, test } from "./support/placesTest.ts";
import { openEnrolled } from "./support/seeding.ts";

const FANTA = { surname: "Traoré", firstNames: "Fanta", birth: "06/04/1985", phone: "76 12 34 56" };
const KADIDIA = { surname: "Coulibaly", firstNames: "Kadidia", birth: "12/03/1990", phone: "66 11 22 33" };

/** The invitation goes, the enrolment comes back; both times the people compare on the phone. */
async function enrolKoutiala(bamako: Place, koutiala: Place, stick: string): Promise<void> {
  const invitation = await invite(bamako.page, { code: "KTL", name: "Koutiala", region: "Sikasso" }, stick);
  await bamako.shot("hq-invited");
  await expectAccessible(bamako.page);
  const seenInKoutiala = await openInvitation(koutiala.page, invitation.path);
  expect(seenInKoutiala).toBe(invitation.fingerprint);
  await koutiala.shot("antenna-join");
  const enrolment = await joinHeadquarters(koutiala.page, stick);
  const ofKoutiala = await readAloud(koutiala.page);

  await bamako.page.getByRole("link", { name: "Confirmer une inscription" }).click();
  await bamako.page.locator('input[type="file"]').setInputFiles(enrolment);
  await expect(bamako.page.getByRole("button", { name: "Confirmer la clé" })).toBeDisabled();
  expect(await readAloud(bamako.page)).toBe(ofKoutiala);
  await bamako.shot("hq-enrol");
  await expectAccessible(bamako.page);
  await expectFits(bamako.page);
  await bamako.page.getByLabel(/Nous avons lu les huit nombres/).check();
  await bamako.page.getByRole("button", { name: "Confirmer la clé" }).click();
  await expect(bamako.page.getByText("La clé de KTL est confirmée")).toBeVisible();
  await bamako.shot("hq-enrolled");
}

/** What a secretary's stick holds beside Danaya's files. */
function putOtherThings(stick: string): Record<string, string> {
  const others = { "photo.jpg": "a photo of the market", "Lettre à Awa.txt": "Bonjour Awa" };
  for (const [name, text] of Object.entries(others)) writeFileSync(join(stick, name), text);
  return others;
}

test("a stick goes from Koutiala to Bamako and its answer comes back", async ({ openPlace, stick }) => {
  test.setTimeout(180_000);
  const bamako = await openPlace();
  await makeOffice(bamako.page, "Bamako");
  await bamako.shot("hq-today");
  await expectAccessible(bamako.page);
  await openPage(bamako.page, "Antennes");
  await bamako.shot("hq-offices-empty");
  const koutiala = await openPlace();
  await makeOffice(koutiala.page, "Koutiala");
  const others = putOtherThings(stick);
  await enrolKoutiala(bamako, koutiala, stick);

  const number = await registerMember(koutiala.page, FANTA);
  await sellCard(koutiala.page);
  await registerMember(koutiala.page, KADIDIA);
  await writeStick(koutiala.page, stick);
  await koutiala.shot("antenna-stick");
  await expectAccessible(koutiala.page);
  await expectFits(koutiala.page);

  await headquartersReads(bamako, stick);
  for (const [name, text] of Object.entries(others))
    expect(readFileSync(join(stick, name), "utf8")).toBe(text);
  expect(readdirSync(stick)).toContain("BKO-KTL-000001.danaya");
  await headquartersSees(bamako, number);

  await readAnswer(koutiala.page, stick);
  await expect(koutiala.page.getByText(/Le siège a tout jusqu’au \d\d\/\d\d\/\d{4}/).first()).toBeVisible();
  await koutiala.shot("antenna-answer");
  await expectAccessible(koutiala.page);
  await expect(koutiala.page.getByText("confirmée par le siège", { exact: true })).toBeVisible();
  await koutiala.page.getByRole("heading", { name: "Clé USB" }).scrollIntoViewIfNeeded();
  await koutiala.shot("antenna-standing");
});

/** The first stick of an office is read and answered on the spot. */
async function headquartersReads({ page, shot }: Place, stick: string): Promise<void> {
  await lookAtStick(page, stick);
  await expect(page.getByText("KTL-000001.danaya : clé du mois de KTL")).toBeVisible();
  await shot("hq-receive");
  await expectAccessible(page);
  await expectFits(page);
  await readStick(page);
  await expect(page.getByText(/KTL, clé n° 1\s: \d+ écritures lues/)).toBeVisible();
  await shot("hq-report");
  await expectAccessible(page);
  await expectFits(page);
  await answerHere(page);
  await shot("hq-answered");
}

/** The office's line, its woman in the search and in the register, and her page, which is only to be read. */
async function headquartersSees({ page, shot }: Place, number: string): Promise<void> {
  await openPage(page, "Antennes");
  const line = page.getByRole("row", { name: /KTL Koutiala/ });
  await expect(line).toContainText("2 500 F CFA");
  await expect(line).not.toContainText("Réponse à écrire");
  await shot("hq-offices");
  await expectAccessible(page);
  await expectFits(page);
  await line.getByRole("link", { name: "KTL Koutiala" }).click();
  await expect(page.getByText("Clés reçues")).toBeVisible();
  await shot("hq-office");
  await expectAccessible(page);
  await expectFits(page);

  await page.getByRole("textbox", { name: "Chercher une membre" }).fill("traore fanta");
  await expect(page.getByRole("option")).toContainText(`${number} · KTL`);
  await shot("hq-search");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Traoré Fanta" })).toBeVisible();
  await expect(page.getByText("Fiche suivie par Koutiala : seul ce bureau peut la changer.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Autres actions" })).toHaveCount(0);
  await shot("hq-member");
  await expectAccessible(page);
  await expectFits(page);

  await openPage(page, "Membres");
  await page.getByRole("combobox", { name: "Bureau" }).click();
  await page.getByRole("option", { name: "Koutiala (KTL)" }).click();
  await expect(page.getByText("2 lignes", { exact: true })).toBeVisible();
  await shot("hq-members");
  await expectAccessible(page);
  await expectFits(page);
}

test("a stick that came already, a damaged one and an empty one are told apart in words", async ({
  openPlace,
  stick,
}) => {
  const [bamako, koutiala] = await openEnrolled(openPlace);
  await writeStick(koutiala.page, stick);
  await lookAtStick(bamako.page, stick);
  await readStick(bamako.page);
  await bamako.page.getByRole("button", { name: "Lire une autre clé" }).click();
  await readStick(bamako.page);
  await expect(bamako.page.getByText(/déjà reçue, il n’y a rien à faire/)).toBeVisible();
  await bamako.shot("hq-again");

  const path = join(stick, "KTL-000001.danaya");
  const whole = readFileSync(path);
  writeFileSync(join(stick, "KTL-000003.danaya"), whole.subarray(0, 1000));
  const flipped = Buffer.from(whole);
  const inPart = whole.lastIndexOf("age-encryption.org") + 400;
  flipped.writeUInt8(whole.readUInt8(inPart) ^ 1, inPart);
  writeFileSync(path, flipped);
  await bamako.page.getByRole("button", { name: "Lire une autre clé" }).click();
  await expect(bamako.page.getByText("1 fichier de la clé ne se lit pas")).toBeVisible();
  await expect(bamako.page.getByRole("alert")).toContainText("KTL-000003.danaya : il est abîmé");
  await bamako.shot("hq-unreadable");
  await expectAccessible(bamako.page);
  await readStick(bamako.page);
  await expect(
    bamako.page.getByText(/Ce fichier est abîmé, ou ce n’est pas un envoi de Danaya/),
  ).toBeVisible();
  await bamako.shot("hq-refused");
  await expectAccessible(bamako.page);

  rmSync(path);
  await openPage(koutiala.page, "Clé USB");
  await chooseStick(koutiala.page, stick);
  await expect(koutiala.page.getByRole("alert")).toContainText("KTL-000003.danaya : il est abîmé");
  await koutiala.shot("antenna-unreadable");
  rmSync(join(stick, "KTL-000003.danaya"));
  await expect(koutiala.page.getByText("Aucune réponse du siège pour ce bureau")).toBeVisible();
  await expect(koutiala.page.getByRole("alert")).toHaveCount(0);
});
