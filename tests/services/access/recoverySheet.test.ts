import { expect, test } from "vitest";
import { documentTexts } from "../../../src/documents/texts/documentTexts.ts";
import { pdfText } from "../../documents/poppler.ts";
import { AWA, makeTestOffice } from "../../support/office.ts";

test.each(["fr", "en"] as const)("the recovery sheet speaks the office's language (%s)", async (language) => {
  const office = await makeTestOffice({ office: { language } });
  const { sheet } = await office.must("access.renewRecoveryCode", { passphrase: AWA.passphrase });
  expect(pdfText(sheet.bytes)).toContain(documentTexts(language).recovery.title);
});
