import type { Page } from "@playwright/test";
import { registerMember, sellCard } from "./memberSteps.ts";
import { expectAccessible, expectFits } from "./steps.ts";
import {
  answerHere,
  lookAtStick,
  openPage,
  readAnswer,
  readStick,
  writeAnswers,
  writeStick,
} from "./stickSteps.ts";
import { expect, type Place, test } from "./support/placesTest.ts";
import { openThree } from "./support/seeding.ts";

const MAMA = { surname: "Sissoko", firstNames: "Mama", birth: "12/03/1990", phone: "66 11 22 33" };

async function sendAndRead(bamako: Place, offices: readonly Place[], stick: string): Promise<void> {
  for (const { page } of offices) await writeStick(page, stick);
  await lookAtStick(bamako.page, stick);
  await readStick(bamako.page);
}

async function findByNumber(page: Page, number: string): Promise<void> {
  await page.getByRole("textbox", { name: "Chercher une membre" }).fill(number);
  await expect(page.getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
}

test("one woman in two registers is found in Bamako and ends in one office with her card", async ({
  openPlace,
  stick,
}) => {
  test.setTimeout(240_000);
  const [bamako, koutiala, mopti] = await openThree(openPlace);
  const inKoutiala = await registerMember(koutiala.page, MAMA);
  await sellCard(koutiala.page);
  const inMopti = await registerMember(mopti.page, { ...MAMA, firstNames: "Mama Aïssata" });
  await sendAndRead(bamako, [koutiala, mopti], stick);
  await expect(bamako.page.getByText("1 nouveau rapprochement à regarder")).toBeVisible();
  await bamako.shot("hq-report-two");
  await answerHere(bamako.page);
  await suggestionIsSeen(mopti, stick, inMopti);

  await transferIsDecided(bamako, inKoutiala, inMopti);
  await writeAnswers(bamako.page, stick);
  await readAnswer(koutiala.page, stick);
  await expect(koutiala.page.getByText("1 membre est passée à un autre bureau")).toBeVisible();
  await koutiala.shot("antenna-departed");
  // She comes to Mopti once Bamako has seen that Koutiala let her go.
  await sendAndRead(bamako, [koutiala], stick);
  await answerHere(bamako.page);
  await readAnswer(mopti.page, stick);
  await expect(mopti.page.getByText("1 membre est arrivée d’un autre bureau")).toBeVisible();
  await mopti.shot("antenna-arrived");
  await expectAccessible(mopti.page);

  await findByNumber(mopti.page, inKoutiala);
  await expect(mopti.page.getByText(new RegExp(`réunie avec .*${inKoutiala}`))).toBeVisible();
  await mopti.page.getByRole("tab", { name: "Carte" }).click();
  await mopti.shot("antenna-arrived-card");
  await expectAccessible(mopti.page);
  await findByNumber(koutiala.page, inKoutiala);
  await expect(koutiala.page.getByText(/Fiche suivie par Mopti/)).toBeVisible();
  await koutiala.shot("antenna-departed-member");
  await expectAccessible(koutiala.page);

  await sendAndRead(bamako, [mopti], stick);
  await openPage(bamako.page, "Antennes");
  await bamako.page.getByRole("link", { name: "Transferts" }).click();
  await expect(bamako.page.getByRole("row", { name: new RegExp(inKoutiala) })).toContainText(
    "Fait des deux côtés",
  );
  await bamako.shot("hq-transfers");
  await expectAccessible(bamako.page);
  await expectFits(bamako.page);
});

/** The antenna learns the number and the reasons, no name of the other office's woman. */
async function suggestionIsSeen({ page, shot }: Place, stick: string, number: string): Promise<void> {
  await readAnswer(page, stick);
  await page.getByRole("button", { name: "Voir", exact: true }).click();
  await expect(page.getByText(/est peut-être aussi inscrite à Koutiala/)).toBeVisible();
  await expect(page.getByRole("link", { name: number })).toBeVisible();
  await shot("antenna-suggestion");
  await expectAccessible(page);
}

async function transferIsDecided({ page, shot }: Place, gone: string, kept: string): Promise<void> {
  await openPage(page, "Antennes");
  await page.getByRole("link", { name: "Rapprochements" }).click();
  await expect(page.getByRole("columnheader", { name: gone })).toBeVisible();
  await shot("hq-duplicates");
  await expectAccessible(page);
  await expectFits(page);
  await page.getByRole("button", { name: /C’est la même : elle va à Mopti/ }).click();
  await shot("hq-transfer");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText(kept);
  await expectAccessible(page);
  await dialog.getByRole("button", { name: "Décider le transfert" }).click();
  await expect(page.getByText("transfert en route")).toBeVisible();
  await shot("hq-duplicates-settling");
}
