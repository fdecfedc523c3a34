import type { Page } from "@playwright/test";
import {
  addColleague,
  countingKeyboard,
  FANTA,
  fillPlan,
  handOver,
  KADIA,
  openInsurance,
  setPeriods,
  startEnrolment,
} from "./insuranceSteps.ts";
import { goTo, pdfText, registerMember, savePreview } from "./memberSteps.ts";
import { AWA, expectAccessible, expectFits, makeOffice, openSettings } from "./steps.ts";
import { expect, test } from "./support/danayaTest.ts";

/** Keystrokes of the whole claim; 60 keys in a minute is what a beginner types. */
const MOST_KEYS = 60;

type Shot = (name: string) => Promise<void>;

/** Pictures, and no barrier in what is shown. */
async function look(page: Page, shot: Shot, name: string): Promise<void> {
  await shot(name);
  await expectAccessible(page);
}

/** The coordinator's plan: no waiting, a second person from 25 000 F CFA on. */
async function makePlan(page: Page, shot: Shot): Promise<void> {
  await openSettings(page, "Plans d’assurance");
  await expect(page.getByText("DANAYA-SANTE")).toBeVisible();
  await look(page, shot, "insurance-plans");
  await page.getByRole("button", { name: "Nouveau plan" }).click();
  await page.getByRole("menuitem", { name: "Santé" }).click();
  await fillPlan(page, {
    Code: "SOLIDAIRE",
    Nom: "Santé solidaire",
    Cotisation: "4000",
    "Frais d’inscription": "1000",
    "Délai d’attente (mois)": "0",
    "Consultation, Part payée": "75",
    "Médicaments, Part payée": "80",
    "Médicaments, Plafond par acte": "20000",
    "Deuxième personne à partir de": "25000",
  });
  const from = page.getByRole("textbox", { name: "En vigueur dès le" });
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(from).toBeFocused();
  await expect(from).toHaveAccessibleDescription(/obligatoire/);
  await from.fill(todayTyped());
  await look(page, shot, "insurance-plan-form");
  await page.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByText("Santé solidaire")).toBeVisible();
}

function todayTyped(): string {
  return new Intl.DateTimeFormat("fr-FR", { timeZone: "Africa/Bamako" }).format(new Date());
}

/** The member's policy with its fee and a year of contributions. */
async function insure(page: Page, shot: Shot): Promise<void> {
  const dialog = await startEnrolment(page, "Santé solidaire");
  await look(page, shot, "insurance-enrol");
  await dialog.getByRole("button", { name: /Ouvrir et encaisser 1 000/ }).dblclick();
  await expect(dialog.getByText(/Le contrat KTL-A\d{5} est ouvert/)).toBeVisible();
  await look(page, shot, "insurance-enrolled");
  await dialog.getByRole("button", { name: "Voir le contrat" }).click();
  await page.getByRole("button", { name: "Encaisser" }).click();
  const collect = page.getByRole("dialog", { name: "Encaisser une cotisation" });
  await setPeriods(collect, 12);
  await look(page, shot, "insurance-collect");
  await collect.getByRole("button", { name: /Encaisser 48 000/ }).dblclick();
  expect(pdfText(await savePreview(page))).toContain("quarante-huit mille francs");
  await expect(collect.getByText(/C’est encaissé/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText("Actif", { exact: true })).toBeVisible();
  await look(page, shot, "insurance-policy");
}

/** A claim of two lines without the mouse; returns the keys that it took. */
async function enterByKeyboard(page: Page, number: string, shot: Shot): Promise<number> {
  await openInsurance(page, "Dossiers de soins");
  await look(page, shot, "claims-empty");
  await page.getByRole("link", { name: "Nouveau dossier" }).first().click();
  const member = page.getByRole("textbox", { name: "Membre", exact: true });
  await expect(member).toBeFocused();
  const keys = countingKeyboard(page);
  await keys.press("Control+Enter");
  await expect(member).toHaveAccessibleDescription(/obligatoire/);
  await expect(member).toBeFocused();
  await look(page, shot, "claim-form-refused");

  await keys.type("kone");
  await keys.press("Enter");
  await expect(member).toHaveAccessibleDescription(new RegExp(number));
  await keys.press("Tab");
  await expect(page.getByRole("combobox", { name: "Établissement" })).toBeFocused();
  await keys.type("csref");
  await keys.press("Tab", "Tab");
  await keys.type("r-118");
  await keys.press("Tab");
  await keys.type("cons");
  await keys.press("Tab", "Tab", "Tab");
  await keys.type("8000");
  await keys.press("Enter");
  await keys.type("med");
  await keys.press("Tab", "Tab", "Tab");
  await keys.type("26000");
  await look(page, shot, "claim-form");
  await expectFits(page);
  await keys.press("Control+Enter");
  await expect(page.getByText(/Dossier KTL-S\d{5} transmis/)).toBeVisible();
  return keys.count();
}

async function openClaim(page: Page, list: string): Promise<void> {
  await openInsurance(page, "Dossiers de soins");
  await page.getByText(list, { exact: false }).first().click();
  await page.getByText("KTL-S00001", { exact: true }).click();
  await expect(page.getByRole("list", { name: "Où en est le dossier" })).toBeVisible();
}

test("a claim goes from entry by keyboard to the signed receipt, and the cashier learns whom and how much but not why", async ({
  page,
  office,
  shot,
}) => {
  await makeOffice(page);
  await addColleague(page, FANTA, "Secrétaire");
  await addColleague(page, KADIA, "Caissière");
  await makePlan(page, shot);

  await handOver(page, FANTA);
  const number = await registerMember(page, {
    surname: "Koné",
    firstNames: "Assitan",
    birth: "03/05/1994",
    phone: "76 33 44 55",
  });
  await insure(page, shot);
  const keys = await enterByKeyboard(page, number, shot);
  expect(keys).toBeLessThanOrEqual(MOST_KEYS);
  await expect(page.getByText(/une autre personne que Fanta Coulibaly doit décider/)).toBeVisible();
  await look(page, shot, "claim-submitted");
  await page.getByRole("button", { name: "Vérifier" }).click();
  await expect(page.getByText(/le dossier attend une autre personne/)).toBeVisible();
  await expect(page.getByRole("button", { name: /Accorder/ })).toHaveCount(0);

  await handOver(page, AWA);
  await openClaim(page, "À décider");
  await look(page, shot, "claim-to-decide");
  await page.getByRole("button", { name: /Accorder 26 000/ }).click();
  await page.getByRole("button", { name: "Bulletin de décision" }).click();
  await expect(page.locator("iframe")).toBeVisible();
  await shot("claim-decision-slip");
  const slip = pdfText(await savePreview(page));
  for (const told of ["KTL-S00001", "Koné Assitan", "8 000", "6 000", "20 000", "26 000"])
    expect(slip).toContain(told);
  await look(page, shot, "claim-decided");

  await handOver(page, FANTA);
  await openInsurance(page, "À payer");
  await page.getByRole("button", { name: "Payer KTL-S00001" }).click();
  const pay = page.getByRole("dialog", { name: "Payer des soins" });
  await pay.getByRole("textbox", { name: "Montant payé maintenant" }).fill("10000");
  await look(page, shot, "claim-pay");
  await pay.getByRole("button", { name: /Payer 10 000/ }).dblclick();
  await expect(pay.getByText(/Il reste 16\s000/)).toBeVisible();
  await look(page, shot, "claim-paid-part");
  await page.keyboard.press("Escape");

  await handOver(page, KADIA);
  await openInsurance(page);
  const tabs = page.getByRole("navigation", { name: "Assurance" });
  await expect(tabs.getByRole("link", { name: "Dossiers de soins" })).toHaveCount(0);
  await tabs.getByRole("link", { name: "À payer" }).click();
  await expect(page.getByText("Koné Assitan")).toBeVisible();
  await expect(page.locator("main")).not.toContainText(/Consultation|Médicaments|CSREF/i);
  await look(page, shot, "claims-to-pay");
  await expectFits(page);
  await page.getByRole("button", { name: "Payer KTL-S00001" }).click();
  await pay.getByRole("button", { name: /Payer 16 000/ }).click();
  await pay.getByRole("button", { name: "Imprimer le reçu" }).click();
  const receipt = pdfText(await savePreview(page));
  expect(receipt).toContain("seize mille francs");
  expect(receipt).toContain("Koné Assitan");
  expect(receipt).toMatch(/[Ss]ignature/);
  expect(receipt).not.toMatch(/Consultation|Médicaments/);
  await page.keyboard.press("Escape");
  await expect(page.getByText("Rien à payer")).toBeVisible();
  await goTo(page, "Caisse");
  const journal = page.getByRole("grid", { name: "Journal" });
  await expect(journal.getByText("Santé : prestations payées")).toHaveCount(2);
  // Fee, contributions and two payments: no double click took or gave anything twice.
  await expect(page.getByText(/^4\slignes$/)).toBeVisible();
  await look(page, shot, "insurance-cashbook");

  await handOver(page, AWA);
  await openClaim(page, "Payés ou classés");
  await expect(page.getByRole("listitem").filter({ hasText: "Payé" }).first()).toBeVisible();
  await look(page, shot, "claim-paid");
  await expectFits(page);
  await openInsurance(page, "Bilan");
  await expect(page.getByRole("rowheader", { name: "Consultation" })).toBeVisible();
  await look(page, shot, "insurance-summary-filled");
  await openInsurance(page, "Dossiers de soins");
  await page.getByText("Tous", { exact: true }).click();
  await expect(page.getByText("KTL-S00001", { exact: true })).toBeVisible();
  await look(page, shot, "claims-list");
  await expectFits(page);
  await openInsurance(page, "Fonds");
  await expect(page.getByText(/23\s000/).first()).toBeVisible();
  await expect(page.getByRole("img", { name: /Deux ans mois par mois/ })).toBeVisible();
  await look(page, shot, "insurance-fund");
  await expectFits(page);
  office.signInAs(AWA.login, AWA.passphrase);
});

/** What a letter to a family must never say. */
const TRADE = /sexe|prostitu|travailleuse|client/i;

test("after a death two heirs are paid their shares, once a second person agreed; their letters say nothing of the trade", async ({
  page,
  office,
  shot,
}) => {
  await makeOffice(page);
  await addColleague(page, FANTA, "Secrétaire");
  await handOver(page, FANTA);
  await registerMember(page, { surname: "Sangaré", firstNames: "Rokia", birth: "11/09/1979" });
  const dialog = await startEnrolment(page, "Vie et retraite");
  await dialog.getByRole("button", { name: "Ajouter une personne" }).click();
  await dialog.getByRole("textbox", { name: "Nom de la personne 1" }).fill("Modibo Sangaré");
  await dialog.getByRole("textbox", { name: "Part de la personne 1" }).fill("60");
  await dialog.getByRole("button", { name: "Ajouter une personne" }).click();
  await dialog.getByRole("textbox", { name: "Nom de la personne 2" }).fill("Hawa Sangaré");
  await dialog.getByRole("textbox", { name: "Lien de la personne 2" }).fill("sœur");
  await dialog.getByRole("textbox", { name: "Part de la personne 2" }).fill("30");
  await dialog.getByRole("button", { name: /Ouvrir et encaisser/ }).click();
  await expect(dialog.getByRole("alert")).toBeVisible();
  await expect(dialog.getByText(/90\s%, il manque 10\s%/)).toBeVisible();
  await look(page, shot, "insurance-shares-refused");
  await dialog.getByRole("textbox", { name: "Part de la personne 2" }).fill("40");
  await dialog.getByRole("button", { name: /Ouvrir et encaisser/ }).click();
  await dialog.getByRole("button", { name: "Voir le contrat" }).click();
  await page.getByRole("button", { name: "Encaisser" }).click();
  const collect = page.getByRole("dialog", { name: "Encaisser une cotisation" });
  await setPeriods(collect, 10);
  await collect.getByRole("button", { name: /Encaisser 20 000/ }).click();
  await savePreview(page);
  await page.keyboard.press("Escape");
  await look(page, shot, "insurance-life-policy");
  await expectFits(page);

  await page.getByRole("button", { name: "Demander : Décès" }).click();
  const request = page.getByRole("dialog", { name: "Décès" });
  await look(page, shot, "insurance-exit-request");
  await request.getByRole("button", { name: "Faire la demande" }).dblclick();
  await expect(page.getByText(/Une autre personne, la coordinatrice, doit l’approuver/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Approuver" })).toHaveCount(0);

  await handOver(page, AWA);
  await openInsurance(page);
  await look(page, shot, "insurance-policies");
  await expectFits(page);
  await page.getByText("Sangaré Rokia").click();
  await page.getByRole("button", { name: "Approuver", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Approuver", exact: true }).click();
  for (const part of [/Payer 12 000/, /Payer 8 000/]) {
    await page.getByRole("button", { name: "Payer", exact: true }).first().click();
    await page.getByRole("dialog").getByRole("button", { name: part }).dblclick();
    await expect(page.getByRole("dialog")).toBeHidden();
  }
  await expect(page.getByText(/Terminé/).first()).toBeVisible();
  await page.getByRole("button", { name: "Décharge et lettres" }).click();
  const papers = pdfText(await savePreview(page));
  for (const told of ["Modibo Sangaré", "Hawa Sangaré", "12 000", "8 000", "Signature ou empreinte"])
    expect(papers).toContain(told);
  expect(papers).not.toMatch(TRADE);
  await look(page, shot, "insurance-life-paid");
  office.signInAs(AWA.login, AWA.passphrase);
});

test("the pages of every day: reminders, booklet, fund and summary are quick to read", async ({
  page,
  shot,
}) => {
  await makeOffice(page);
  await registerMember(page, { surname: "Dembélé", firstNames: "Niélé", birth: "02/02/1991" });
  await openInsurance(page);
  await look(page, shot, "insurance-policies-empty");
  for (const [tab, name] of [
    ["Cotisations à relancer", "insurance-reminders"],
    ["Fonds", "insurance-fund-empty"],
    ["Bilan", "insurance-summary"],
    ["Carnet de santé", "insurance-booklet"],
  ] as const) {
    await openInsurance(page, tab);
    await expect(page.getByRole("link", { name: tab, exact: true })).toHaveAttribute("aria-current", "page");
    await look(page, shot, name);
    await expectFits(page);
  }
  const member = page.getByRole("textbox", { name: "Membre", exact: true });
  await member.fill("dembele");
  await page.keyboard.press("Enter");
  await expect(member).toHaveAccessibleDescription(/Dembélé/);
  await page.getByRole("textbox", { name: "N° du cachet" }).fill("C-204");
  await page.getByRole("button", { name: "Noter", exact: true }).first().click();
  await expect(page.getByText(/Visite notée pour KTL-00001/)).toBeVisible();
  await look(page, shot, "insurance-booklet-noted");
  await goTo(page, "Membres");
  await page.getByText("Dembélé").first().click();
  await page.getByRole("tab", { name: "Carnet de santé" }).click();
  await look(page, shot, "insurance-booklet-tab");
  await page.getByRole("button", { name: "Attestation" }).click();
  expect(pdfText(await savePreview(page))).not.toMatch(TRADE);
});
