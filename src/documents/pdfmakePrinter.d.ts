/**
 * The part of pdfmake 0.3 that lays a definition out, without the global state (fonts, access rules, file
 * system) of its front door. `@types/pdfmake` describes the front door only.
 */
declare module "pdfmake/js/Printer.js" {
  import type { TDocumentDefinitions } from "pdfmake/interfaces.js";

  interface FileSource {
    existsSync(name: string): boolean;
    readFileSync(name: string): Uint8Array;
  }

  interface Resolver {
    resolve(url: string, headers?: Readonly<Record<string, string>>): Promise<void>;
    resolved(): Promise<unknown>;
  }

  interface FontFamily {
    readonly normal: string;
    readonly bold: string;
  }

  interface LaidOut extends AsyncIterable<Uint8Array> {
    /** The catalog object of the PDF file (pdfkit's own name for it). */
    readonly _root: { readonly data: Record<string, unknown> };
    /** A new object of the PDF file. */
    ref(data: Readonly<Record<string, string>>): unknown;
    end(): void;
  }

  class PdfPrinter {
    constructor(
      fonts: Readonly<Record<string, FontFamily>>,
      files: FileSource,
      resolver: Resolver,
      localAccess: (path: string) => boolean,
    );
    createPdfKitDocument(
      definition: TDocumentDefinitions,
      options?: { progressCallback?: (done: number) => void },
    ): Promise<LaidOut>;
  }

  /** Node hands over the CommonJS module, a bundler the class in it. */
  const module: typeof PdfPrinter | { readonly default: typeof PdfPrinter };
  export default module;
}
