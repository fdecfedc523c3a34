import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { basename, join } from "node:path";
import type { Page } from "@playwright/test";
import { unzipSync } from "fflate";
import { ask, Folder, run } from "../crypto/stockTools.ts";
import { playHeadquarters } from "./invitation.ts";
import { expectAccessible, makeOffice } from "./steps.ts";
import { expect, test } from "./support/danayaTest.ts";

function chooseInvitation(page: Page, name: string, bytes: Uint8Array): Promise<void> {
  return page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) });
}

/** Opens the home folder in the picker, then a folder in it. */
async function chooseFolder(page: Page, folder: string): Promise<void> {
  await page.getByRole("button", { name: /Dossier personnel/ }).click();
  await page.getByRole("button", { name: basename(folder) }).click();
  await expect(page.getByText(folder)).toBeVisible();
}

/** Joins headquarters as a person does. @returns the saved enrolment */
async function joinHeadquarters(page: Page, invitation: Uint8Array): Promise<Uint8Array> {
  await chooseInvitation(page, "KTL-invitation.danaya", invitation);
  await page.getByLabel(/Nous avons lu les huit nombres/).check();
  await page.getByRole("button", { name: "Relier au siège" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer l’inscription" }).click();
  const path = await (await saved).path();
  await page.getByRole("button", { name: "C’est fait" }).click();
  return new Uint8Array(readFileSync(path));
}

test("the office joins headquarters after the fingerprint was compared", async ({ page, shot }) => {
  await makeOffice(page);
  const headquarters = await playHeadquarters("KTL");
  await page.getByRole("link", { name: "Clé USB" }).click();
  await chooseInvitation(page, "KTL-invitation.danaya", headquarters.invitation);
  const shown = await page.getByRole("list", { name: "Empreinte" }).getByRole("listitem").allInnerTexts();
  expect(shown.join(" ")).toBe(headquarters.fingerprint);
  await expect(page.getByRole("img", { name: "Empreinte en code QR" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Relier au siège" })).toBeDisabled();
  await shot("stick-join");
  await expectAccessible(page);
  await page.getByLabel(/Nous avons lu les huit nombres/).check();
  await page.getByRole("button", { name: "Relier au siège" }).click();
  await expect(page.getByRole("heading", { name: /envoyez maintenant cette inscription/ })).toBeVisible();
  await shot("stick-joined");
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "Enregistrer l’inscription" }).click();
  expect((await saved).suggestedFilename()).toBe("KTL-inscription.danaya");
});

test("an invitation that is none, or another office's, is refused in words", async ({ page }) => {
  await makeOffice(page);
  await page.getByRole("link", { name: "Clé USB" }).click();
  await chooseInvitation(page, "photo.danaya", new Uint8Array([1, 2, 3]));
  await expect(page.getByRole("alert")).toContainText("ce n’est pas un envoi de Danaya");
  const { invitation } = await playHeadquarters("MPT");
  await chooseInvitation(page, "MPT-invitation.danaya", invitation);
  await expect(page.getByRole("alert")).toContainText("Ce fichier est fait pour un autre bureau : MPT");
  const damaged = new Uint8Array((await playHeadquarters("KTL")).invitation);
  const at = Buffer.from(damaged).indexOf("2026-11-02");
  damaged[at] = 0x33;
  await chooseInvitation(page, "KTL-invitation.danaya", damaged);
  await expect(page.getByRole("alert")).toContainText(
    /La signature de ce fichier n’est pas juste|n’est pas un envoi/,
  );
});

test("the stick's bundle is verified by ssh-keygen and opened by age", async ({ page, shot }) => {
  const stick = mkdtempSync(join(homedir(), "danaya-cle-"));
  try {
    await makeOffice(page);
    const headquarters = await playHeadquarters("KTL");
    await page.getByRole("link", { name: "Clé USB" }).click();
    const enrolment = unzipSync(await joinHeadquarters(page, headquarters.invitation));
    await expect(page.getByRole("cell", { name: "Réglages", exact: true })).toBeVisible();
    await chooseFolder(page, stick);
    await shot("stick-export");
    await expectAccessible(page);
    await page.getByRole("button", { name: "Écrire sur la clé" }).click();
    await expect(page.getByText("C’est écrit, relu et vérifié. Vous pouvez retirer la clé.")).toBeVisible();
    await shot("stick-done");
    await expect(page.getByRole("cell", { name: "KTL-000001.danaya" })).toBeVisible();

    expect(readdirSync(stick)).toEqual(["KTL-000001.danaya"]);
    const bundle = unzipSync(new Uint8Array(readFileSync(join(stick, "KTL-000001.danaya"))));
    const { keys } = JSON.parse(Buffer.from(enrolment["manifest.json"] ?? []).toString());
    using folder = new Folder();
    const signers = folder.write("allowed_signers", `KTL ${keys.signing}\n`);
    const signature = folder.write("manifest.json.sig", bundle["manifest.json.sig"] ?? "");
    const identity = folder.write("identity.age", `${headquarters.identity}\n`);
    const verify = ["-Y", "verify", "-f", signers, "-I", "KTL", "-n", "danaya-bundle", "-s", signature];
    expect(run("ssh-keygen", verify, bundle["manifest.json"]).status).toBe(0);
    const lines = ask(
      "gunzip",
      ["-c"],
      ask("age", ["-d", "-i", identity], bundle["programme.age"]),
    ).toString();
    expect(lines).toContain('"Koutiala"');
  } finally {
    rmSync(stick, { recursive: true, force: true });
  }
});

test("a stick that was pulled out is refused in words, and the next try works", async ({ page }) => {
  const stick = mkdtempSync(join(homedir(), "danaya-cle-"));
  const other = mkdtempSync(join(homedir(), "danaya-autre-"));
  try {
    await makeOffice(page);
    const { invitation } = await playHeadquarters("KTL");
    await page.getByRole("link", { name: "Clé USB" }).click();
    await joinHeadquarters(page, invitation);
    await chooseFolder(page, stick);
    rmSync(stick, { recursive: true });
    await page.getByRole("button", { name: "Écrire sur la clé" }).click();
    await expect(
      page.getByText(/Ce dossier n’existe pas, ou la clé n’est pas branchée/).first(),
    ).toBeVisible();
    await page.getByRole("button", { name: /Dossier personnel/ }).click();
    await page.getByRole("button", { name: basename(other) }).click();
    await page.getByRole("button", { name: "Écrire sur la clé" }).click();
    await expect(page.getByText(/C’est écrit, relu et vérifié/)).toBeVisible();
  } finally {
    rmSync(stick, { recursive: true, force: true });
    rmSync(other, { recursive: true, force: true });
  }
});

test("a backup goes to a folder and the check-up finds the office sound", async ({ page, shot }) => {
  const folder = mkdtempSync(join(homedir(), "danaya-copie-"));
  try {
    await makeOffice(page);
    await page.getByRole("link", { name: "Réglages" }).click();
    await page.getByRole("link", { name: "Sauvegarde", exact: true }).click();
    await chooseFolder(page, folder);
    await page.getByRole("button", { name: "Sauvegarder" }).click();
    await expect(page.getByText(/La copie est faite et relue/)).toBeVisible();
    expect(readdirSync(folder)).toHaveLength(1);
    await shot("backup");
    await page.getByRole("link", { name: "Vérification", exact: true }).click();
    await page.getByRole("button", { name: "Vérifier maintenant" }).click();
    await expect(page.getByText("Tout est en ordre.")).toBeVisible();
    await shot("check-up");
    await page.getByRole("link", { name: "Aujourd’hui" }).click();
    await expect(page.getByText("Aucune sauvegarde n’a encore été faite")).toHaveCount(0);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
