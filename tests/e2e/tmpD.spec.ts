import { expect, test } from "./support/danayaTest.ts";
test("first page", async ({ page, shot }) => {
  await expect(page.getByRole("heading").first()).toBeVisible();
  await shot("first");
  console.log(await page.title(), page.url());
  await page.evaluate(() => {
    const pdf = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj 4 0 obj<</Length 44>>stream
BT /F1 24 Tf 20 100 Td (Bonjour) Tj ET     
endstream endobj 5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>`;
    const f = document.createElement("iframe"); f.style.cssText = "position:fixed;inset:50px;width:800px;height:600px;z-index:9999;background:#fff"; f.src = URL.createObjectURL(new Blob([pdf], { type: "application/pdf" })); document.body.append(f);
  });
  await page.waitForTimeout(3000);
  await shot("pdf");
});
test.describe(() => { test.use({ demo: true }); test("demo", async ({ page, shot }) => { await page.waitForTimeout(4000); await shot("demo"); }); });
