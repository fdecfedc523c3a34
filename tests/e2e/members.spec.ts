import type { Page } from "@playwright/test";
import {
  birthField,
  chooseAction,
  fillMember,
  goTo,
  openNewMember,
  pdfText,
  registerMember,
  savePreview,
} from "./memberSteps.ts";
import { AWA, expectAccessible, makeOffice, signIn } from "./steps.ts";
import { expect, test } from "./support/danayaTest.ts";

test("a secretary registers a member; every refusal stands at its field and nothing typed is lost", async ({
  page,
  shot,
}) => {
  await makeOffice(page);
  await goTo(page, "Membres");
  await expect(page.getByRole("heading", { name: "Le registre est vide" })).toBeVisible();
  await shot("members-empty");
  await expectAccessible(page);

  await openNewMember(page);
  await page.getByRole("button", { name: "Inscrire" }).click();
  const surname = page.getByRole("textbox", { name: "Nom", exact: true });
  await expect(surname).toHaveAccessibleDescription(/obligatoire/);
  await expect(surname).toBeFocused();

  await fillMember(page, { surname: "Traoré", firstNames: "Fanta", birth: "06.04.85", phone: "12345" });
  await expect(birthField(page)).toHaveValue("06/04/1985");
  await expect(page.getByText("06/04/1985 · 41 ans")).toBeVisible();
  await page.getByRole("textbox", { name: "Date d’adhésion" }).fill("demain");
  await page.getByRole("button", { name: "Inscrire" }).click();
  await expect(page.getByRole("textbox", { name: "Date d’adhésion" })).toHaveAccessibleDescription(
    /On ne lit pas de date ici/,
  );
  await page.getByRole("textbox", { name: "Date d’adhésion" }).fill("12022020");
  await page.getByRole("button", { name: "Inscrire" }).click();
  const phone = page.getByRole("textbox", { name: "Téléphone", exact: true });
  await expect(phone).toHaveAccessibleDescription(/Ce numéro de téléphone n’existe pas/);
  await expect(phone).toBeFocused();
  await expect(surname).toHaveValue("Traoré");
  await shot("member-form-refused");
  await phone.fill("0022376123456");
  await phone.blur();
  await expect(phone).toHaveValue("76 12 34 56");
  await page.getByRole("checkbox", { name: "Elle a signé le formulaire d’accord" }).check();
  await shot("member-form");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Inscrire" }).dblclick();

  await expect(page.getByRole("heading", { name: "Traoré Fanta" })).toBeVisible();
  await expect(page.getByText(/^KTL-00001-\d$/)).toBeVisible();
  await expect(page.getByText("76 12 34 56")).toBeVisible();
  await shot("member-page");
  await expectAccessible(page);
  await goTo(page, "Membres");
  await expect(page.getByText("1 ligne", { exact: true })).toBeVisible();
  await shot("members-list");
  await expectAccessible(page);
});

test("a likely duplicate is shown while typing, asked before saving, and can still be another woman", async ({
  page,
  shot,
}) => {
  await makeOffice(page);
  const first = await registerMember(page, {
    surname: "Coulibaly",
    firstNames: "Kadidia",
    birth: "12/03/1990",
    phone: "66 11 22 33",
  });
  await openNewMember(page);
  await fillMember(page, {
    surname: "Koulibali",
    firstNames: "Kadidja",
    birth: "12/03/1990",
    phone: "66112233",
  });
  await expect(page.getByRole("heading", { name: /Déjà inscrite/ })).toBeVisible();
  await expect(page.getByText(first)).toBeVisible();
  await page.getByRole("button", { name: "Inscrire" }).click();
  await expect(page.getByRole("alert")).toContainText("Est-ce l’une d’elles");
  await shot("member-duplicate");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Ce n’est pas la même femme" }).click();
  await expect(page.getByRole("heading", { name: "Koulibali Kadidja" })).toBeVisible();

  await openNewMember(page);
  await fillMember(page, { surname: "Coulibaly", firstNames: "Kadidia", phone: "66112233" });
  await page.getByRole("button", { name: "C’est elle" }).first().click();
  await expect(page.getByRole("tab", { name: "Dossier" })).toBeVisible();
  await openNewMember(page);
  await expect(page.getByRole("textbox", { name: "Nom", exact: true })).toHaveValue("");
});

test("a girl under 18 becomes a note for LAKANA SO, and nothing of her stays", async ({ page, shot }) => {
  await makeOffice(page);
  await openNewMember(page);
  await fillMember(page, { surname: "Diarra", firstNames: "Mah", birth: "12/03/2012", phone: "76000001" });
  await expect(page.getByText(/Elle n’a pas encore 18 ans/)).toBeVisible();
  await shot("member-minor");
  await page.getByRole("button", { name: "Inscrire" }).click();
  await expect(birthField(page)).toHaveAttribute("aria-invalid", "true");

  await page.getByRole("button", { name: "Faire une note d’orientation vers LAKANA SO" }).click();
  const note = page.getByRole("dialog");
  await expect(note.getByRole("textbox", { name: "Nom", exact: true })).toHaveValue("Diarra");
  await note.getByRole("textbox", { name: "Ce dont elle a besoin" }).fill("Un lit pour la nuit");
  await expectAccessible(page);
  await note.getByRole("button", { name: "Imprimer la note" }).click();
  const text = pdfText(await savePreview(page));
  expect(text).toContain("Diarra Mah");
  expect(text).toContain("Un lit pour la nuit");

  await expect(page.getByRole("textbox", { name: "Nom", exact: true })).toHaveValue("");
  await expect(birthField(page)).toHaveValue("");
  await goTo(page, "Membres");
  await expect(page.getByRole("heading", { name: "Le registre est vide" })).toBeVisible();
});

test("what was being typed comes back after the screen was locked", async ({ page }) => {
  await makeOffice(page);
  await openNewMember(page);
  await fillMember(page, { surname: "Samaké", firstNames: "Batoma" });
  await page.getByRole("textbox", { name: "Notes" }).fill("À revoir en décembre");
  await page.keyboard.press("Control+l");
  await expect(page.getByRole("heading", { name: "Ouvrir le bureau" })).toBeVisible();
  expect(await page.content()).not.toContain("Samaké");
  await signIn(page, AWA.login, AWA.passphrase);
  await expect(page.getByRole("textbox", { name: "Nom", exact: true })).toHaveValue("Samaké");
  await expect(page.getByRole("textbox", { name: "Notes" })).toHaveValue("À revoir en décembre");
});

test("the list is searched as one types, filtered, opened by keys, and exported after a warning", async ({
  page,
  shot,
}) => {
  await makeOffice(page);
  await registerMember(page, { surname: "Sidibé", firstNames: "Awa Saran", birth: "17/08/1977" });
  await registerMember(page, { surname: "Okafor", firstNames: "Precious", phone: "53307666" });
  await goTo(page, "Membres");
  const search = page.getByRole("searchbox", { name: "Nom, téléphone ou numéro" });
  await search.pressSequentially("saran sidibe", { delay: 20 });
  await expect(page.getByText("1 ligne", { exact: true })).toBeVisible();
  expect(page.url()).not.toContain("sidibe");
  await search.fill("5330 76");
  await expect(page.getByRole("row", { name: /Okafor Precious/ })).toBeVisible();
  await search.fill("personne");
  await expect(page.getByRole("heading", { name: "Personne ne correspond" })).toBeVisible();
  await page.getByRole("button", { name: "Tout montrer" }).first().click();
  await expect(search).toHaveValue("");
  await page.getByText(/^À jour \d/).click();
  await expect(page.getByRole("heading", { name: "Personne ne correspond" })).toBeVisible();
  await page.getByText(/^À jour \d/).click();
  await expect(page.getByText("2 lignes", { exact: true })).toBeVisible();

  await chooseAction(page, "Exporter en CSV");
  await expect(page.getByText(/Ce fichier ne sera pas protégé/)).toBeVisible();
  await shot("members-export-warning");
  await expectAccessible(page);
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Exporter quand même" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);

  const list = page.getByRole("grid", { name: "Membres" });
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Sidibé Awa Saran" })).toBeVisible();
});

test("two records of one woman are compared and become one, and both numbers find her", async ({
  page,
  shot,
}) => {
  await makeOffice(page);
  const first = await registerMember(page, { surname: "Keïta", firstNames: "Nana", birth: "1979" });
  const second = await registerMember(page, { surname: "Keita", firstNames: "Nana", phone: "76 55 44 33" });
  await chooseAction(page, "Réunir avec une autre fiche");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(first);
  await dialog.getByRole("button", { name: /Keïta Nana/ }).click();
  await dialog.getByRole("radio", { name: first }).check();
  await shot("member-merge");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Réunir les deux fiches" }).click();

  await expect(page.getByRole("heading", { name: "Keïta Nana" })).toBeVisible();
  await expect(page.getByText(`réunie avec ${second}`)).toBeVisible();
  await expect(page.getByText("76 55 44 33")).toBeVisible();
  await goTo(page, "Membres");
  await page.getByRole("searchbox", { name: "Nom, téléphone ou numéro" }).fill(second);
  await expect(page.getByRole("row", { name: /Keïta Nana/ })).toBeVisible();
});

test("a departure is noted with its reason and taken back", async ({ page }) => {
  await makeOffice(page);
  await registerMember(page, { surname: "Bengaly", firstNames: "Ya" });
  await chooseAction(page, "Noter un départ");
  await page.getByRole("button", { name: "Noter le départ" }).click();
  await expect(page.getByRole("dialog").getByText(/obligatoire/)).toBeVisible();
  await page.getByRole("combobox", { name: "Raison" }).click();
  await page.getByRole("option", { name: "Déménagement" }).click();
  await page.getByRole("button", { name: "Noter le départ" }).click();
  await expect(page.getByText(/partie le/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Vendre la carte" })).toHaveCount(0);
  await chooseAction(page, "Noter son retour");
  await expect(page.getByRole("button", { name: "Vendre la carte" })).toBeVisible();
});

test("her file prints, and is erased at her request once her number is copied", async ({ page, shot }) => {
  await makeOffice(page);
  const number = await registerMember(page, { surname: "Goïta", firstNames: "Founè", birth: "vers 1977" });
  await chooseAction(page, "Imprimer son dossier");
  const text = pdfText(await savePreview(page));
  expect(text).toContain("Goïta");
  expect(text).toContain("vers 1977");

  await chooseAction(page, "Effacer à sa demande");
  const erase = page.getByRole("button", { name: "Effacer pour toujours" });
  const field = page.getByRole("dialog").getByRole("textbox");
  await expect(erase).toBeDisabled();
  await field.fill(number.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10)));
  await expect(erase).toBeDisabled();
  await field.fill(number.toLowerCase());
  await shot("member-erase");
  await expectAccessible(page);
  await erase.click();
  await expect(page.getByRole("heading", { name: "Dossier effacé" })).toBeVisible();
  expect(await page.content()).not.toContain("Goïta");
  await shot("member-erased");
});

/** A picture so restless that a JPEG of full size and quality is far too heavy for a card. */
async function noisyPicture(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(480, 640);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    const picture = context.createImageData(480, 640);
    for (let at = 0; at < picture.data.length; at += 65_536) {
      crypto.getRandomValues(picture.data.subarray(at, at + 65_536));
    }
    context.putImageData(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test("a photograph is framed by keys, made light enough for the card, and kept", async ({ page, shot }) => {
  await makeOffice(page);
  await registerMember(page, { surname: "Okafor", firstNames: "Precious" });
  await page.getByRole("button", { name: "Ajouter une photo" }).click();
  const dialog = page.getByRole("dialog", { name: "Photo" });
  const file = dialog.locator("input[type=file]");
  await file.setInputFiles({ name: "note.txt", mimeType: "text/plain", buffer: Buffer.from("bonjour") });
  await expect(dialog.getByText(/n’est pas une image/)).toBeVisible();
  await file.setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: await noisyPicture(page) });
  await dialog.getByLabel(/Cadre de la photo/).focus();
  await page.keyboard.press("+");
  await page.keyboard.press("ArrowRight");
  await shot("member-photo");
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Garder cette photo" }).click();
  await expect(dialog).toBeHidden();
  const photo = page.getByRole("img", { name: "Photo", exact: true });
  await expect(photo).toBeVisible();
  const size = await photo.evaluate((image: HTMLImageElement) => [image.naturalWidth, image.naturalHeight]);
  expect((size[0] ?? 0) / (size[1] ?? 1)).toBeCloseTo(35 / 45, 2);
  await page.getByRole("button", { name: "Ôter la photo" }).click();
  await expect(page.getByRole("img", { name: "Sans photo" })).toBeVisible();
});
