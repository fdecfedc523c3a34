import { v7 } from "uuid";
import type { Line } from "../loopback/openLine.ts";
import { dayOfLastMonth, lastMonthName, openCash, tillCard } from "./cashSteps.ts";
import { expectAccessible, expectFits, openSettings } from "./steps.ts";
import { lookAtStick, readAnswer, readStick, writeAnswers, writeStick } from "./stickSteps.ts";
import { expect, test } from "./support/placesTest.ts";
import { must, openEnrolled } from "./support/seeding.ts";

const isoOfLastMonth = (day: number) => `${dayOfLastMonth(1).month}-${String(day).padStart(2, "0")}`;

/** Koutiala's month: money at the start, an expense, something sent to Bamako; closed. */
async function workAMonth({ client }: Line): Promise<void> {
  must(
    await client.cashbook.recordOpening({
      id: v7(),
      till: "cash",
      amount: 200_000,
      datedOn: isoOfLastMonth(1),
    }),
  );
  must(
    await client.cashbook.record({
      id: v7(),
      direction: "out",
      till: "cash",
      account: "transport",
      amount: 15_000,
      datedOn: isoOfLastMonth(9),
      words: "Car pour Sikasso",
      payee: "",
      project: null,
      reference: "",
    }),
  );
  must(
    await client.cashbook.remit({
      id: v7(),
      from: "cash",
      amount: 60_000,
      datedOn: isoOfLastMonth(20),
      payee: "Car",
      words: "Cotisations",
      reference: "ENVOI-3",
    }),
  );
  must(await client.cashbook.closeMonth({ id: v7(), month: dayOfLastMonth(1).month, closing: 125_000 }));
}

test("headquarters reads an office's cash, takes in what it sent and opens its month again", async ({
  openPlace,
  stick,
}) => {
  test.slow();
  const [bamako, koutiala] = await openEnrolled(openPlace, workAMonth);
  const { page, shot } = bamako;
  await writeStick(koutiala.page, stick);
  await lookAtStick(page, stick);
  await readStick(page);

  await openCash(page, "Caisses");
  await page.getByRole("combobox", { name: "Bureau" }).click();
  await page.getByRole("option", { name: "Koutiala (KTL)" }).click();
  await expect(tillCard(page, "Espèces")).toContainText(/125\s000/);
  await expect(page.getByRole("button", { name: "Nouvelle caisse" })).toBeHidden();
  await shot("hq-cash-tills");
  await expectAccessible(page);

  await page.getByRole("link", { name: "Mois", exact: true }).click();
  await page.getByText(lastMonthName(), { exact: false }).first().click();
  await page.getByRole("button", { name: "Rouvrir le mois" }).click();
  const reopen = page.getByRole("dialog", { name: `Rouvrir ${lastMonthName()}` });
  await reopen.getByRole("textbox", { name: "Motif" }).fill("Une facture manque");
  await shot("hq-cash-reopen");
  await expectAccessible(page);
  await reopen.getByRole("button", { name: "Rouvrir le mois" }).dblclick();
  await expect(reopen).toBeHidden();

  await openCash(page, "Envois des bureaux");
  await shot("hq-remittances");
  await expectAccessible(page);
  await page.getByRole("button", { name: /Encaisser KTL-/ }).click();
  const receive = page.getByRole("dialog", { name: "Encaisser un envoi" });
  await expect(receive).toContainText(/60\s000/);
  await shot("hq-remittance-receive");
  await receive.getByRole("button", { name: "Encaisser" }).dblclick();
  await expect(page.getByText("Rien n’est en route")).toBeVisible();

  await openSettings(page, "Plan comptable");
  await page.getByRole("button", { name: "Nouveau compte" }).click();
  const account = page.getByRole("dialog", { name: "Nouveau compte" });
  await account.getByRole("textbox", { name: "Numéro" }).fill("60491");
  await account.getByRole("textbox", { name: "Nom", exact: true }).fill("Moustiquaires");
  await account.getByRole("textbox", { name: "Nom en anglais" }).fill("Mosquito nets");
  await shot("hq-account");
  await expectAccessible(page);
  await account.getByRole("button", { name: "Enregistrer" }).click();
  await expect(page.getByRole("cell", { name: "Moustiquaires", exact: true })).toBeVisible();
  await expectFits(page);

  await openCash(page);
  await page.getByRole("combobox", { name: "Bureau" }).click();
  await page.getByRole("option", { name: "Tous les bureaux" }).click();
  await page.getByRole("button", { name: "Cette année" }).click();
  await expect(page.getByText(/Car pour Sikasso/)).toBeVisible();
  await shot("hq-cash-journal");
  await expectAccessible(page);
  await expectFits(page);

  await writeAnswers(page, stick);
  await readAnswer(koutiala.page, stick);
  await openCash(koutiala.page, "Mois");
  await expect(koutiala.page.getByText("Rouvert", { exact: true })).toBeVisible();
  await expect(koutiala.page.getByText("Une facture manque")).toBeVisible();
  await koutiala.shot("cashbook-month-reopened");
  await openSettings(koutiala.page, "Plan comptable");
  await expect(koutiala.page.getByRole("cell", { name: "Moustiquaires", exact: true })).toBeVisible();
});
