import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { Fonts } from "../../src/documents/render.ts";

/** What draws; everything else that a document does is layout. Texts of drawings come with the drawings. */
const DRAWS = [
  ...["addPage", "text", "fontSize", "moveTo", "lineTo", "bezierCurveTo", "closePath", "rect", "roundedRect"],
  ...[
    "ellipse",
    "circle",
    "path",
    "fill",
    "stroke",
    "fillAndStroke",
    "fillColor",
    "strokeColor",
    "lineWidth",
  ],
  ...["fillOpacity", "strokeOpacity", "opacity", "lineCap", "lineJoin", "dash", "undash", "clip", "save"],
  ...["restore", "translate", "transform", "rotate", "scale"],
];

/** A call of pdfkit, with its arguments. */
type Stroke = readonly [method: string, args: readonly unknown[]];

/** Everything that was drawn on a paper, in order. */
export type Drawing = readonly Stroke[];

/** The document whose methods are listened to: the class that the product's printer draws with. */
interface Listened {
  _font?: { readonly name: string };
  [method: string]: unknown;
}

/** Runs some work that makes a paper, and notes every call that drew on it; calls within calls are pdfkit's own. */
export async function noteDrawing(work: () => Promise<unknown>): Promise<Drawing> {
  const { prototype } = createRequire(import.meta.url)("pdfkit") as { prototype: Listened };
  const drawing: Stroke[] = [];
  let depth = 0;
  const kept = new Map(DRAWS.map((method) => [method, prototype[method]]));
  for (const [method, original] of kept) {
    if (typeof original !== "function") throw new Error(`pdfkit does not ${method}`);
    prototype[method] = function (this: Listened, ...args: unknown[]) {
      if (depth === 0) {
        if (method === "text") drawing.push(["font", [this._font?.name]]);
        drawing.push([method, args]);
      }
      depth += 1;
      try {
        return original.apply(this, args);
      } finally {
        depth -= 1;
      }
    };
  }
  try {
    await work();
    return drawing;
  } finally {
    for (const [method, original] of kept) prototype[method] = original;
  }
}

const NUMBER = (text: string, name: string) =>
  Number(new RegExp(`\\s${name}="(-?[\\d.]+)"`).exec(text)?.[1] ?? 0);

/** The texts of a drawing (SVG), as pdfkit would write them. */
export function textsOf(svg: string): Drawing {
  return [...svg.matchAll(/<text([^>]*)>([\s\S]*?)<\/text>/g)].flatMap(
    ([, about = "", inner = ""]): Stroke[] => [
      ["font", ["Inter-Regular"]],
      ["fontSize", [NUMBER(about, "font-size") || 8]],
      ["text", [inner.replace(/<[^>]*>/g, ""), NUMBER(about, "x"), NUMBER(about, "y"), { lineBreak: false }]],
    ],
  );
}

/** pdfkit alone drawing it again: no layout, no measuring. */
export async function drawAgain(drawing: Drawing, fonts: Fonts): Promise<Uint8Array> {
  const pdf = new PDFDocument({ autoFirstPage: false, font: "" });
  for (const [file, bytes] of Object.entries(fonts))
    pdf.registerFont(file.replace(/\.ttf$/, ""), Buffer.from(bytes));
  const drawn = pdf as unknown as Record<string, (...args: readonly unknown[]) => unknown>;
  for (const [method, args] of drawing) drawn[method]?.call(pdf, ...args);
  pdf.end();
  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(chunk);
  return Buffer.concat(chunks);
}
