import PDFDocument from "pdfkit";
import type { CardData, CardIssuer } from "../../src/documents/card/cardFace.ts";
import { cardSheets } from "../../src/documents/card/cardLayout.ts";
import type { PaperDefinition } from "../../src/documents/design/paper.ts";
import { type FontFile, type Fonts, renderPdf } from "../../src/documents/render.ts";
import { photograph } from "../documents/photos.ts";
import { card, issuer } from "../documents/samples.ts";

/** What a definition of cards is made of: shapes, words and pictures, each at its place. */
interface PlacedNode {
  readonly pageBreak?: "before";
  readonly absolutePosition: { readonly x: number; readonly y: number };
  readonly canvas?: readonly PlacedVector[];
  readonly image?: string;
  readonly width?: number;
  readonly height?: number;
  readonly text?: string;
  readonly font?: keyof typeof FILES;
  readonly bold?: boolean;
  readonly fontSize?: number;
  readonly color?: string;
  readonly characterSpacing?: number;
  readonly fontFeatures?: PDFKit.Mixins.OpenTypeFeatures[];
}

interface PlacedVector {
  readonly type: "rect" | "ellipse" | "line" | "path";
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly r?: number;
  readonly r1: number;
  readonly r2: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly d: string;
  readonly color?: string;
  readonly lineColor?: string;
  readonly lineWidth?: number;
}

const FILES: Readonly<Record<"Inter" | "InterStrong" | "Gentium", readonly [FontFile, FontFile]>> = {
  Inter: ["Inter-Regular.ttf", "Inter-SemiBold.ttf"],
  InterStrong: ["Inter-Medium.ttf", "Inter-Bold.ttf"],
  Gentium: ["GentiumBookPlus-Regular.ttf", "GentiumBookPlus-Bold.ttf"],
};

/** pdfkit alone drawing exactly the shapes of a definition of cards: no layout, no measuring. */
export async function drawWithPdfkit(definition: PaperDefinition, fonts: Fonts): Promise<Uint8Array> {
  const { pageSize, content } = definition.page;
  if (typeof pageSize !== "object" || !("width" in pageSize) || typeof pageSize.height !== "number") {
    throw new Error("cards come on pages of a given size");
  }
  const pdf = new PDFDocument({ size: [pageSize.width, pageSize.height], margin: 0, font: "" });
  for (const [file, bytes] of Object.entries(fonts)) pdf.registerFont(file, Buffer.from(bytes));
  for (const node of content as unknown as readonly PlacedNode[]) {
    if (node.pageBreak) pdf.addPage();
    for (const vector of node.canvas ?? []) drawVector(pdf, vector);
    const { x, y } = node.absolutePosition;
    const picture = definition.photos.get(node.image ?? "");
    if (picture) pdf.image(Buffer.from(picture), x, y, { width: node.width ?? 0, height: node.height ?? 0 });
    if (node.text !== undefined) write(pdf, node, node.text);
  }
  pdf.end();
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function write(pdf: PDFKit.PDFDocument, node: PlacedNode, text: string): void {
  const [regular, bold] = FILES[node.font ?? "Inter"];
  pdf
    .font(node.bold ? bold : regular)
    .fontSize(node.fontSize ?? 0)
    .fillColor(node.color ?? "black")
    .text(text, node.absolutePosition.x, node.absolutePosition.y, {
      lineBreak: false,
      characterSpacing: node.characterSpacing ?? 0,
      ...(node.fontFeatures ? { features: node.fontFeatures } : {}),
    });
}

function drawVector(pdf: PDFKit.PDFDocument, vector: PlacedVector): void {
  pdf.lineWidth(vector.lineWidth || 1);
  if (vector.type === "rect" && vector.r) pdf.roundedRect(vector.x, vector.y, vector.w, vector.h, vector.r);
  else if (vector.type === "rect") pdf.rect(vector.x, vector.y, vector.w, vector.h);
  else if (vector.type === "ellipse") pdf.ellipse(vector.x, vector.y, vector.r1, vector.r2);
  else if (vector.type === "line") pdf.moveTo(vector.x1, vector.y1).lineTo(vector.x2, vector.y2);
  else pdf.path(vector.d);
  if (vector.color) pdf.fill(vector.color);
  else pdf.stroke(vector.lineColor ?? "black");
}

export interface CardsMeasure {
  readonly cards: number;
  /** From the members' data to the bytes of the file, QR codes and all. */
  readonly danayaMs: number;
  /** pdfkit drawing the same shapes, which it is handed ready. */
  readonly pdfkitMs: number;
  readonly danayaBytes: number;
  readonly pdfkitBytes: number;
}

/** Turn by turn, so that another program's load falls on both; the best of each counts. */
const ROUNDS = 3;

/** Times `count` cards with photographs of 60 KB, on sheets, against pdfkit alone; both after a small warm-up. */
export async function measureCards(count: number, fonts: Fonts): Promise<CardsMeasure> {
  const office: CardIssuer = issuer("fr");
  const cards = (length: number): CardData[] =>
    Array.from({ length }, (_, index) => card(index + 1, photograph(String(index), 60_000)));
  await renderPdf(cardSheets(cards(20), office), fonts);
  await drawWithPdfkit(cardSheets(cards(20), office), fonts);

  const data = cards(count);
  let best: CardsMeasure = {
    cards: count,
    danayaMs: Infinity,
    pdfkitMs: Infinity,
    danayaBytes: 0,
    pdfkitBytes: 0,
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours = await timed(() => renderPdf(cardSheets(data, office), fonts));
    const definition = cardSheets(data, office);
    const baseline = await timed(() => drawWithPdfkit(definition, fonts));
    best = {
      cards: count,
      danayaMs: Math.min(best.danayaMs, ours.ms),
      pdfkitMs: Math.min(best.pdfkitMs, baseline.ms),
      danayaBytes: ours.bytes,
      pdfkitBytes: baseline.bytes,
    };
  }
  return best;
}

async function timed(work: () => Promise<Uint8Array>): Promise<{ ms: number; bytes: number }> {
  const start = performance.now();
  const { length } = await work();
  return { ms: performance.now() - start, bytes: length };
}
