import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible, expectFits } from "./steps.ts";
import { answerHere, readStick, writeStick } from "./stickSteps.ts";
import { expect, test } from "./support/placesTest.ts";
import { openEnrolled, registerBy } from "./support/seeding.ts";

/** What the window does when a bundle is opened by a double click: it changes what follows the # alone. */
async function openByDoubleClick(page: Page, path: string): Promise<void> {
  await page.evaluate(
    (address) => {
      location.hash = address;
    },
    `#/open?${new URLSearchParams({ file: path })}`,
  );
}

test("a bundle that is opened by a double click is found where it is read", async ({ openPlace, stick }) => {
  const [bamako, koutiala] = await openEnrolled(openPlace, (line) => registerBy(line, { surname: "Traoré" }));
  await writeStick(koutiala.page, stick);
  await koutiala.page.reload();
  await writeStick(koutiala.page, stick);

  const boxes = bamako.page.getByRole("checkbox");
  await openByDoubleClick(bamako.page, join(stick, "KTL-000002.danaya"));
  await expect(bamako.page.getByRole("heading", { name: "Lire une clé USB" })).toBeVisible();
  await expect(boxes.nth(0)).not.toBeChecked();
  await expect(boxes.nth(1)).toBeChecked();

  await openByDoubleClick(bamako.page, join(stick, "KTL-000001.danaya"));
  await expect(boxes.nth(0)).toBeChecked();
  await expect(boxes.nth(1)).not.toBeChecked();
  await bamako.shot("hq-opened-file");
  await expectAccessible(bamako.page);
  await expectFits(bamako.page);
  await readStick(bamako.page);
  await answerHere(bamako.page);

  await openByDoubleClick(koutiala.page, join(stick, "BKO-KTL-000001.danaya"));
  await expect(koutiala.page.getByRole("button", { name: "Lire la réponse" })).toBeInViewport();
  await koutiala.shot("antenna-opened-file");
  await expectAccessible(koutiala.page);
  await koutiala.page.getByRole("button", { name: "Lire la réponse" }).click();
  await expect(koutiala.page.getByText("La réponse du siège est lue.")).toBeVisible();
});
