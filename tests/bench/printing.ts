import { fileURLToPath } from "node:url";
import { fontsIn } from "../../src/documents/fontFolder.ts";
import { measureCards } from "./cardsBaseline.ts";
import { counted, type Figure } from "./measure.ts";

const FONTS = fileURLToPath(new URL("../../resources/fonts", import.meta.url));

/** Sheets of cards with photographs, from the members' data to the file. */
export async function benchCards(cards: number): Promise<Figure> {
  const { danayaMs, pdfkitMs } = await measureCards(cards, fontsIn(FONTS)());
  return {
    kind: "time",
    what: "cards with photographs to PDF",
    size: counted(cards, "cards"),
    baseline: "pdfkit drawing the same shapes, best of 3",
    baselineCost: pdfkitMs,
    oursCost: danayaMs,
    unit: "ms",
    ratio: danayaMs / pdfkitMs,
    cpuRatio: null,
    target: null,
    runs: 3,
  };
}
