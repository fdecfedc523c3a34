import type { CanvasElement, Content, TDocumentDefinitions } from "pdfmake/interfaces.js";
import type { CalendarDate, Language, OfficeCode, Sha256Hex } from "../../contract/primitives.ts";

/** A photograph on paper: one that appears on several pages is embedded once, by its digest. */
export interface PaperPhoto {
  readonly sha256: Sha256Hex;
  readonly jpeg: Uint8Array;
}

/** The office as strangers may see it on paper. */
export interface PaperOffice {
  readonly code: OfficeCode;
  readonly name: string;
  /** `printedName` of the settings: a name that tells nothing of what the members do. */
  readonly printedName: string;
}

/** What every document is told. */
export interface PaperContext {
  readonly office: PaperOffice;
  readonly language: Language;
  /** The day that stands on the paper. */
  readonly on: CalendarDate;
}

/** A definition for `renderPdf`. pdfmake writes its measurements into it: render each one once. */
export interface PaperDefinition {
  readonly page: TDocumentDefinitions;
  /** By the name under which the content's `image` refers to them. */
  readonly photos: ReadonlyMap<string, Uint8Array>;
  /** Asks the reader to print at true size, and on which edge the sheet turns. */
  readonly printing?: { readonly trueSize: true; readonly duplex: "longEdge" | "none" };
}

const POINTS_PER_MM = 72 / 25.4;

/** Millimetres in PDF points. */
export function mm(length: number): number {
  return length * POINTS_PER_MM;
}

/** ISO 216, in millimetres, portrait. */
export const A4 = { width: 210, height: 297 } as const;
export const A5 = { width: 148, height: 210 } as const;

export const COLOURS = {
  /** The region's cloth. */
  indigo: "#232c5f",
  indigoPale: "#eceef6",
  /** What needs attention. */
  ochre: "#b5622a",
  ochrePale: "#f8eee4",
  cream: "#f5ecd9",
  ink: "#1d1c24",
  muted: "#64616f",
  hairline: "#c9c6cf",
} as const;

/**
 * Families for pdfmake, which knows a regular and a bold of each: weights 400 and 600 as `Inter`, 500 and 700 as
 * `InterStrong`, the serif for titles as `Gentium`.
 */
export const FAMILIES = { text: "Inter", strong: "InterStrong", title: "Gentium" } as const;

/** Digits of one width, so that columns of figures align. */
export const TABULAR = { fontFeatures: ["tnum"] } satisfies { fontFeatures: ["tnum"] };

export const DEFAULT_STYLE = {
  font: FAMILIES.text,
  fontSize: 9.5,
  color: COLOURS.ink,
  lineHeight: 1.18,
} as const;

/** A filled or stroked SVG path. Its coordinates are page coordinates: pdfmake never moves a path. */
export function pathVector(path: {
  d: string;
  color?: string;
  lineColor?: string;
  lineWidth?: number;
  lineJoin?: "miter" | "round" | "bevel";
}): CanvasElement {
  // pdfmake draws `path`, but its published types forgot it.
  return { type: "path", ...path } as unknown as CanvasElement;
}

/** Vectors in page coordinates. */
export function drawing(vectors: CanvasElement[]): Content {
  return { canvas: vectors, absolutePosition: { x: 0, y: 0 } };
}

/** A number of points as it goes into a path: a hundredth of a point is finer than any printer. */
export function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}

/** `{{name}}` in a text of the catalogue becomes the value. */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ""));
}

/** What all documents' definitions have in common. */
export function startDefinition(
  title: string,
  on: CalendarDate,
  language: Language,
): Pick<TDocumentDefinitions, "info" | "language" | "defaultStyle" | "version"> {
  return {
    info: { title, creationDate: new Date(`${on}T00:00:00Z`) },
    language,
    defaultStyle: DEFAULT_STYLE,
    version: "1.7",
  };
}
