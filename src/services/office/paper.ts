import type { FileOutput } from "../../contract/primitives.ts";
import { readOfficeIdentity, readSettings } from "../../data/officeRecord.ts";
import type { PaperContext, PaperDefinition } from "../../documents/design/paper.ts";
import { type RecoverySheetData, recoverySheet } from "../../documents/recoverySheet.ts";
import { renderPdf } from "../../documents/render.ts";
import type { Call, Surroundings } from "../call.ts";

/** What every paper of this office is told: its name for strangers, the language, the day. */
export function paperContext(call: Call): PaperContext {
  const { printedName, language } = readSettings(call.office.reader);
  const name = readOfficeIdentity(call.office.reader)?.name ?? call.identity.name;
  return { office: { code: call.office.code, name, printedName }, language, on: call.today() };
}

/** Renders a paper. File names are neutral: codes, numbers and days, never a person. */
export async function pdfFile(
  world: Surroundings,
  fileName: string,
  definition: PaperDefinition,
): Promise<FileOutput> {
  const bytes = await renderPdf(definition, world.fonts());
  return { fileName: `${fileName}.pdf`, mediaType: "application/pdf", bytes };
}

/** The printed recovery code, on its own sheet. */
export function recoverySheetFile(world: Surroundings, data: RecoverySheetData): Promise<FileOutput> {
  return pdfFile(world, `${data.officeCode}-secours`, recoverySheet(data));
}
