export interface DecodedText {
  readonly text: string;
  /** WHATWG name, or `cp850`. */
  readonly encoding: string;
}

/** The upper half of code page 850, which "CSV (MS-DOS)" uses; no decoder of the platform knows it. */
const CP850 =
  "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0";
const FRENCH = new Set("éèêëàâîïôöûùüçœÉÈÊËÀÂÎÏÔÛÙÇŒñ’‘«»°º–—…€\u00a0");
/** Enough to tell an encoding by. */
const SAMPLE_BYTES = 256 * 1024;
const UTF16_SHARE = 0.3;

function decodeCp850(bytes: Uint8Array): string {
  const latin = new TextDecoder("latin1");
  // latin1 is windows-1252 to the platform: only the lower half may pass through it.
  let text = "";
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    text += latin.decode(bytes.subarray(start, at)) + CP850[byte - 0x80];
    start = at + 1;
  }
  return text + latin.decode(bytes.subarray(start));
}

function frenchScore(text: string): number {
  let score = 0;
  for (const sign of text) if (sign > "\u007f") score += FRENCH.has(sign) ? 1 : -1;
  return score;
}

/** One-byte encodings, told apart by which of them makes French of the bytes; Windows-1252 where all do. */
function decodeOneByte(bytes: Uint8Array): DecodedText {
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const decoders: readonly (readonly [string, (part: Uint8Array) => string])[] = [
    ["windows-1252", (part) => new TextDecoder("windows-1252").decode(part)],
    ["macintosh", (part) => new TextDecoder("macintosh").decode(part)],
    ["cp850", decodeCp850],
  ];
  let best: { encoding: string; score: number; decode: (part: Uint8Array) => string } | null = null;
  for (const [encoding, decode] of decoders) {
    const score = frenchScore(decode(sample));
    if (best === null || score > best.score) best = { encoding, score, decode };
  }
  return { text: best?.decode(bytes) ?? "", encoding: best?.encoding ?? "windows-1252" };
}

function utf16Order(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const end = Math.min(bytes.length, 4096) & ~1;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < end; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const enough = (end / 2) * UTF16_SHARE;
  if (odd > enough && even === 0) return "utf-16le";
  return even > enough && odd === 0 ? "utf-16be" : null;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** A UTF-8 file into which some lines of another program were pasted: each line is decoded as what it is. */
function decodeMixedLines(bytes: Uint8Array): string {
  const windows = new TextDecoder("windows-1252");
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const next = bytes.indexOf(0x0a, start);
    const end = next < 0 ? bytes.length : next + 1;
    const line = bytes.subarray(start, end);
    parts.push(decodeUtf8(line) ?? windows.decode(line));
    start = end;
  }
  return parts.join("");
}

function isMostlyUtf8(bytes: Uint8Array): boolean {
  let good = 0;
  let broken = 0;
  for (const sign of new TextDecoder("utf-8").decode(bytes.subarray(0, SAMPLE_BYTES))) {
    if (sign === "\ufffd") broken += 1;
    else if (sign > "\u007f") good += 1;
  }
  return good > broken * 4;
}

/**
 * The text of a CSV file: UTF-8 with or without mark, UTF-16 of either order with or without mark, Windows-1252, and
 * the old "Macintosh" and "MS-DOS" (code page 850) ways of saving. The byte-order mark is left out.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  const utf16 = utf16Order(bytes);
  if (utf16 !== null) return { text: new TextDecoder(utf16).decode(bytes), encoding: utf16 };
  const utf8 = decodeUtf8(bytes);
  if (utf8 !== null) return { text: utf8, encoding: "utf-8" };
  if (isMostlyUtf8(bytes)) return { text: decodeMixedLines(bytes).replace(/^\ufeff/, ""), encoding: "utf-8" };
  return decodeOneByte(bytes);
}
