import { unzipSync } from "fflate";
import { MAX_PART_BYTES, notASpreadsheet, tooLarge } from "./limits.ts";
import { walkXml } from "./xmlEvents.ts";

export interface Workbook {
  /** Archive paths of the sheets, in the order of their tabs, hidden ones last. */
  readonly sheets: readonly string[];
  /** Days are counted from 1904 in files from old Macintoshes. */
  readonly from1904: boolean;
  readonly sharedStrings: readonly string[];
  /** By cell style: whether its number is shown as a date. */
  readonly dateStyles: readonly boolean[];
  /** Unpacks one part; null when the archive has none of that name. */
  part(path: string): Uint8Array | null;
}

/** Number formats that every spreadsheet program knows as dates without being told (ECMA-376 part 1, 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/** A format with a year or a day in it: `dd/mm/yyyy`, `[$-40C]d mmmm yyyy`, `jj/mm/aaaa`; not `[Red]0.00` or `"an" 0`. */
function isDateFormat(code: string): boolean {
  const signs = code.replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, "");
  return /[dyj]|a{2,}/i.test(signs) && !/[0#?]/.test(signs.replace(/\.0+/g, ""));
}

/** `part` unpacks at most what the archive says a part holds, and never more than the limit. */
function openArchive(bytes: Uint8Array): (path: string) => Uint8Array | null {
  return (path) => {
    const wanted = path.toLowerCase();
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.replaceAll("\\", "/").toLowerCase() !== wanted) return false;
        if (originalSize > MAX_PART_BYTES) throw tooLarge();
        return true;
      },
    });
    return Object.values(files)[0] ?? null;
  };
}

function readRelations(xml: Uint8Array | null): Map<string, { target: string; type: string }> {
  const relations = new Map<string, { target: string; type: string }>();
  if (xml === null) return relations;
  walkXml(xml, {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const { Id = "", Target = "", Type = "" } = attributes();
      const target = Target.startsWith("/") ? Target.slice(1) : `xl/${Target}`;
      relations.set(Id, { target, type: Type.slice(Type.lastIndexOf("/") + 1) });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

function readWorkbookXml(xml: Uint8Array): { ids: string[]; from1904: boolean } {
  const shown: string[] = [];
  const hidden: string[] = [];
  let from1904 = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = /^(?:1|true)$/.test(attributes().date1904 ?? "");
      if (name !== "sheet") return;
      const found = attributes();
      const id = Object.entries(found).find(([key]) => key === "id" || key.endsWith(":id"))?.[1];
      if (id !== undefined)
        (found.state === undefined || found.state === "visible" ? shown : hidden).push(id);
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { ids: [...shown, ...hidden], from1904 };
}

/** Collects the text of `<t>` within one string, without the readings (`<rPh>`) of East Asian files. */
export function stringCollector(): {
  open(name: string): void;
  close(name: string): void;
  text(part: string): void;
  take(): string;
} {
  let collected = "";
  let inText = false;
  let inReading = false;
  return {
    open(name) {
      if (name === "rPh") inReading = true;
      if (name === "t") inText = true;
    },
    close(name) {
      if (name === "rPh") inReading = false;
      if (name === "t") inText = false;
    },
    text(part) {
      if (inText && !inReading) collected += part;
    },
    take() {
      const text = collected;
      collected = "";
      return unescapeText(text);
    },
  };
}

/** `_x000D_` stands for a control character (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

function readSharedStrings(xml: Uint8Array | null): string[] {
  const strings: string[] = [];
  if (xml === null) return strings;
  const collector = stringCollector();
  walkXml(xml, {
    open: (name) => collector.open(name),
    close(name) {
      collector.close(name);
      if (name === "si") strings.push(collector.take());
    },
    text: (text) => collector.text(text),
  });
  return strings;
}

function readDateStyles(xml: Uint8Array | null): boolean[] {
  const styles: boolean[] = [];
  if (xml === null) return styles;
  const own = new Map<number, boolean>();
  let inCellFormats = false;
  walkXml(xml, {
    open(name, attributes) {
      if (name === "cellXfs") inCellFormats = true;
      if (name === "numFmt")
        own.set(Number(attributes().numFmtId), isDateFormat(attributes().formatCode ?? ""));
      if (name !== "xf" || !inCellFormats) return;
      const id = Number(attributes().numFmtId ?? 0);
      styles.push(own.get(id) ?? isBuiltInDate(id));
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
    text: () => undefined,
  });
  return styles;
}

/**
 * Opens an XLSX archive (Office Open XML, ECMA-376).
 * @throws Unreadable `import.notASpreadsheet` for any other archive, `import.tooLarge` for a part beyond the limit
 */
export function openWorkbook(bytes: Uint8Array): Workbook {
  const part = openArchive(bytes);
  const workbook = part("xl/workbook.xml");
  if (workbook === null) throw notASpreadsheet();
  const { ids, from1904 } = readWorkbookXml(workbook);
  const relations = readRelations(part("xl/_rels/workbook.xml.rels"));
  const ofType = (type: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type === type)?.target;
  return {
    sheets: ids.flatMap((id) => {
      const relation = relations.get(id);
      return relation?.type === "worksheet" ? [relation.target] : [];
    }),
    from1904,
    sharedStrings: readSharedStrings(part(ofType("sharedStrings") ?? "xl/sharedStrings.xml")),
    dateStyles: readDateStyles(part(ofType("styles") ?? "xl/styles.xml")),
    part,
  };
}
