import { FAMILIES, type PaperDefinition } from "./design/paper.ts";

/** The fonts that the documents are set in, as files of `resources/fonts`. */
export type FontFile =
  | "Inter-Regular.ttf"
  | "Inter-Medium.ttf"
  | "Inter-SemiBold.ttf"
  | "Inter-Bold.ttf"
  | "GentiumBookPlus-Regular.ttf"
  | "GentiumBookPlus-Bold.ttf";

/** Each font file's bytes. */
export type Fonts = Readonly<Record<FontFile, Uint8Array>>;

/** A font by its PostScript name, under which pdfkit keeps it once a text has used it. */
type FontName = FontFile extends `${infer Name}.ttf` ? Name : never;

interface Family {
  readonly normal: FontName;
  readonly bold: FontName;
}

/**
 * Texts in a drawing (SVG) look for their font among those that the page has used, by these names; under any other,
 * pdfkit would look for a file of that name on the disk.
 */
const FAMILY_FONTS: Readonly<Record<string, Family>> = {
  [FAMILIES.text]: { normal: "Inter-Regular", bold: "Inter-SemiBold" },
  [FAMILIES.strong]: { normal: "Inter-Medium", bold: "Inter-Bold" },
  [FAMILIES.title]: { normal: "GentiumBookPlus-Regular", bold: "GentiumBookPlus-Bold" },
};

/** pdfmake costs a part of a second to load: not before something is printed. */
async function loadPrinter() {
  const { default: loaded } = await import("pdfmake/js/Printer.js");
  return typeof loaded === "function" ? loaded : loaded.default;
}

/** Nothing is ever fetched: fonts and photographs come as bytes. */
const NO_DOWNLOADS = { resolve: async () => {}, resolved: async () => {} };

export interface RenderOptions {
  /** Called with the part done, 0 to 1. What it throws ends the work and is thrown on. */
  readonly onProgress?: (done: number) => void;
}

/**
 * Makes the PDF file of a definition. Reads no file and no clock; holds the event loop while it draws, so it
 * belongs into the service process.
 * @param definition rendered once only: pdfmake writes into it
 * @throws Error when a photograph is no JPEG or PNG: a defect, photographs are checked when they are stored
 */
export async function renderPdf(
  definition: PaperDefinition,
  fonts: Fonts,
  options: RenderOptions = {},
): Promise<Uint8Array> {
  const named = Object.entries(fonts).map(([file, bytes]) => [file.replace(/\.ttf$/, ""), bytes] as const);
  const files = new Map<string, Uint8Array>([...named, ...definition.photos]);
  const PdfPrinter = await loadPrinter();
  const printer = new PdfPrinter(FAMILY_FONTS, fileSource(files), NO_DOWNLOADS, () => false);
  const images = Object.fromEntries([...definition.photos.keys()].map((name) => [name, name]));
  const page = { ...definition.page, images };
  const pdf = await printer.createPdfKitDocument(
    page,
    options.onProgress ? { progressCallback: options.onProgress } : {},
  );
  if (definition.printing) pdf._root.data.ViewerPreferences = pdf.ref(viewerPreferences(definition.printing));
  pdf.end();
  const chunks: Uint8Array[] = [];
  for await (const chunk of pdf) chunks.push(chunk);
  const [only] = chunks;
  // Mostly the stream hands everything over at once; thousands of photographs are not copied again.
  return only !== undefined && chunks.length === 1 ? only : Buffer.concat(chunks);
}

/** pdfmake asks for files by name; pdfkit's JPEG reader wants Node's Buffer, here over the same memory. */
function fileSource(files: ReadonlyMap<string, Uint8Array>) {
  return {
    existsSync: (name: string) => files.has(name),
    readFileSync(name: string): Uint8Array {
      const bytes = files.get(name);
      if (bytes === undefined) throw new Error("a document refers to a file that it was not given");
      return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    },
  };
}

/** ISO 32000-1, table 150: a string here is written as a PDF name. */
function viewerPreferences(printing: NonNullable<PaperDefinition["printing"]>): Record<string, string> {
  return {
    PrintScaling: "None",
    Duplex: printing.duplex === "longEdge" ? "DuplexFlipLongEdge" : "Simplex",
  };
}
