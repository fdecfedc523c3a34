import type { Page } from "@playwright/test";
import { registerMember } from "./memberSteps.ts";
import { AWA, expectAccessible, expectFits, signIn } from "./steps.ts";
import {
  answerHere,
  invitationFile,
  joinHeadquarters,
  lookAtStick,
  openInvitation,
  openPage,
  readAnswer,
  readStick,
  writeAnswers,
  writeDue,
  writeStick,
} from "./stickSteps.ts";
import { expect, type Place, test } from "./support/placesTest.ts";
import { KOUTIALA, makeOfficeBy, openEnrolled, registerBy } from "./support/seeding.ts";

async function signInAgain(page: Page): Promise<void> {
  await signIn(page, AWA.login, AWA.passphrase);
  await expect(page.getByRole("heading", { name: "Aujourd’hui" })).toBeVisible();
}

/** A stick of the month, read and answered, and the answer read. */
async function roundTrip(bamako: Place, koutiala: Place, stick: string): Promise<void> {
  await writeStick(koutiala.page, stick);
  await lookAtStick(bamako.page, stick);
  await readStick(bamako.page);
  await answerHere(bamako.page);
  await readAnswer(koutiala.page, stick);
}

test("a laptop restored from an old copy is refused as a fork, and a whole copy settles it", async ({
  openPlace,
  stick,
}) => {
  test.setTimeout(240_000);
  const [bamako, koutiala] = await openEnrolled(openPlace, async (line) => {
    await registerBy(line, { surname: "Keïta", firstNames: "Assitan" });
  });
  await koutiala.copyFolder();
  await signInAgain(koutiala.page);
  await registerMember(koutiala.page, { surname: "Sangaré", firstNames: "Oumou" });
  await roundTrip(bamako, koutiala, stick);

  await koutiala.putBack();
  await signInAgain(koutiala.page);
  await registerMember(koutiala.page, { surname: "Dembélé", firstNames: "Rokia" });
  await registerMember(koutiala.page, { surname: "Konaté", firstNames: "Safiatou" });
  await writeStick(koutiala.page, stick);
  await forkIsRefused(bamako, stick);
  await partingIsSettled(koutiala, stick);
  await copyIsConfirmed(bamako, stick);
  await readAnswer(koutiala.page, stick);
  await expect(koutiala.page.getByText(/Le siège a tout jusqu’au/).first()).toBeVisible();
  await expect(koutiala.page.getByText("Cet ordinateur et le siège ne se suivent plus")).toHaveCount(0);
  await koutiala.shot("antenna-settled");
  await roundTrip(bamako, koutiala, stick);
  await openPage(bamako.page, "Antennes");
  await expect(bamako.page.getByRole("row", { name: /KTL Koutiala/ })).not.toContainText("Histoire séparée");
  await bamako.shot("hq-settled");
});

/** Refused with the entry's number, told to the office on the same stick, and shown with what to do about it. */
async function forkIsRefused({ page, shot }: Place, stick: string): Promise<void> {
  await lookAtStick(page, stick);
  await readStick(page);
  await expect(page.getByText(/se sépare de celle du siège à l’écriture \d+/)).toBeVisible();
  await shot("hq-fork-refused");
  await expectAccessible(page);
  await answerHere(page);
  await page.getByRole("link", { name: "Que faire" }).click();
  await expect(page.getByText("L’histoire de ce bureau se sépare de celle du siège")).toBeVisible();
  await shot("hq-fork");
  await expectAccessible(page);
  await expectFits(page);
  await openPage(page, "Antennes");
  await expect(page.getByRole("row", { name: /KTL Koutiala/ })).toContainText("Histoire séparée");
  await shot("hq-fork-offices");
  await openPage(page, "Aujourd’hui");
  await expect(page.getByText("1 bureau ne suit plus le siège")).toBeVisible();
  await shot("hq-today-fork");
}

async function partingIsSettled({ page, shot }: Place, stick: string): Promise<void> {
  await readAnswer(page, stick);
  await expect(page.getByText("Cet ordinateur et le siège ne se suivent plus").first()).toBeVisible();
  await shot("antenna-parting");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Envoyer une copie entière" }).click();
  await shot("antenna-parting-confirm");
  await page.getByRole("dialog").getByRole("button", { name: "Envoyer une copie entière" }).click();
  await expect(page.getByText("C’est écrit, relu et vérifié. Vous pouvez retirer la clé.")).toBeVisible();
  await shot("antenna-parting-sent");
}

async function copyIsConfirmed({ page, shot }: Place, stick: string): Promise<void> {
  await lookAtStick(page, stick);
  await readStick(page);
  await expect(page.getByText(/copie entière à confirmer/)).toBeVisible();
  await shot("hq-snapshot-came");
  await page.getByRole("link", { name: "Voir la copie entière" }).click();
  await expect(page.getByRole("table", { name: "Fiche par fiche" })).toBeVisible();
  await shot("hq-snapshot");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: "Confirmer cette copie" }).click();
  await shot("hq-snapshot-confirm");
  await page.getByRole("dialog").getByRole("button", { name: "Confirmer cette copie" }).click();
  await expect(page.getByText("La copie est confirmée.")).toBeVisible();
  await shot("hq-snapshot-done");
  await expect(page.getByText("L’histoire de ce bureau se sépare de celle du siège")).toHaveCount(0);
  await writeAnswers(page, stick);
}

test("a lost laptop is revoked, and a new one becomes the office again with its members and numbers", async ({
  openPlace,
  stick,
}) => {
  test.setTimeout(180_000);
  const [bamako, lost] = await openEnrolled(openPlace, async (line) => {
    await registerBy(line, { surname: "Keïta", firstNames: "Assitan" });
    await registerBy(line, { surname: "Sangaré", firstNames: "Oumou" });
  });
  await writeStick(lost.page, stick);
  await lookAtStick(bamako.page, stick);
  await readStick(bamako.page);
  await keyIsRevoked(bamako);
  await lookAtStick(bamako.page, stick);
  await readStick(bamako.page);
  await expect(bamako.page.getByText(/clé annulée de KTL/)).toBeVisible();
  await bamako.shot("hq-revoked-refused");

  const fresh = await openPlace((line) => makeOfficeBy(line, KOUTIALA));
  await openPage(bamako.page, "Antennes");
  await bamako.page.getByRole("link", { name: "KTL Koutiala" }).click();
  await bamako.page.getByRole("link", { name: "Inviter le nouvel ordinateur" }).click();
  await bamako.shot("hq-invite-again");
  const invitation = await invitationFile(bamako.page, stick);
  expect(await openInvitation(fresh.page, invitation.path)).toBe(invitation.fingerprint);
  const enrolment = await joinHeadquarters(fresh.page, stick);
  await bamako.page.getByRole("link", { name: "Confirmer une inscription" }).click();
  await bamako.page.locator('input[type="file"]').setInputFiles(enrolment);
  await expect(bamako.page.getByText(/Ce bureau a un nouvel ordinateur/)).toBeVisible();
  await bamako.shot("hq-enrol-laptop");
  await bamako.page.getByLabel(/Nous avons lu les huit nombres/).check();
  await bamako.page.getByRole("button", { name: "Confirmer la clé" }).click();
  await bamako.page.getByRole("link", { name: "Écrire les réponses" }).click();
  await writeDue(bamako.page, stick);
  await bamako.shot("hq-answers");
  await expectAccessible(bamako.page);
  await expectFits(bamako.page);

  await readAnswer(fresh.page, stick);
  await expect(fresh.page.getByText(/\d+ écritures sont revenues du siège/)).toBeVisible();
  await fresh.shot("antenna-recovered");
  const number = await registerMember(fresh.page, { surname: "Dembélé", firstNames: "Rokia" });
  expect(number).toMatch(/^KTL-00003-/);
  await openPage(fresh.page, "Membres");
  await expect(fresh.page.getByText("3 lignes", { exact: true })).toBeVisible();
  await fresh.shot("antenna-recovered-members");
});

async function keyIsRevoked({ page, shot }: Place): Promise<void> {
  await openPage(page, "Antennes");
  await page.getByRole("link", { name: "KTL Koutiala" }).click();
  await page.getByRole("button", { name: "Annuler cette clé" }).click();
  await shot("hq-revoke");
  await page.getByRole("dialog").getByRole("button", { name: "Annuler cette clé" }).click();
  await expect(page.getByText(/Sa clé est annulée/)).toBeVisible();
  await shot("hq-revoked");
  await expectAccessible(page);
}
