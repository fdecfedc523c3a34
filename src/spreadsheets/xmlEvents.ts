import { Parser } from "saxen";

export interface XmlEvents {
  /** Names without their namespace prefix. `attributes` is read only where it is needed. */
  open(name: string, attributes: () => Record<string, string>): void;
  close(name: string): void;
  text(text: string): void;
}

const CHUNK_BYTES = 256 * 1024;
/** No tag or text of a spreadsheet comes near; the parser would take ever longer over one that never ends. */
const MAX_SILENT_CHUNKS = 8;

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * Walks through an XML document piece by piece: never more than a piece of it stands in memory as text. Entities of
 * a document type are not expanded.
 * @throws Error for XML that is not well formed, and whatever a handler throws
 */
export function walkXml(bytes: Uint8Array, events: XmlEvents): void {
  const parser = new Parser();
  let silentChunks = 0;
  parser.on("openTag", (name, attributes) => {
    silentChunks = 0;
    events.open(localName(name), attributes);
  });
  parser.on("closeTag", (name) => events.close(localName(name)));
  parser.on("text", (text, decode) => events.text(decode(text)));
  parser.on("cdata", (text) => events.text(text));
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("warn", () => undefined);
  const decoder = new TextDecoder("utf-8");
  for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
    silentChunks += 1;
    if (silentChunks > MAX_SILENT_CHUNKS) throw new Error("A tag or text without end");
    const isLast = at + CHUNK_BYTES >= bytes.length;
    parser.write(decoder.decode(bytes.subarray(at, at + CHUNK_BYTES), { stream: !isLast }));
  }
  parser.end();
}
