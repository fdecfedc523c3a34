import fc from "fast-check";
import type { Cell, Table } from "../../src/domain/import/table.ts";

/**
 * Invented registers as branches keep them: a seeded generator of people, of the ways to write them down, and of the
 * faults that creep in. Nothing here comes from a real list.
 */

export interface InventedWoman {
  surname: string;
  firstNames: string;
  /** `YYYY-MM-DD`. */
  birth: string;
  /** Eight digits, or "". */
  phone: string;
  locality: string;
  nationality: string;
  /** `YYYY-MM-DD`, after her eighteenth birthday. */
  joinedOn: string;
}

const SURNAMES = (
  "Bagayoko Ballo Bengaly Berthé Camara Cissé Coulibaly Dao Dembélé Diakité Diallo Diarra Doumbia Fofana Goïta Guindo " +
  "Haïdara Kamaté Kanté Keïta Konaté Koné Kouyaté Maïga Malé Ongoïba Ouattara Samaké Sangaré Sanogo Sidibé Sissoko " +
  "Sow Tembély Théra Togola Touré Tounkara Traoré N'Guessan Mensah Okafor Lawson"
).split(" ");
const FIRST_NAMES = (
  "Adama Aïssata Alima Aminata Assitan Astou Awa Batoma Bintou Coumba Dado Djelika Djénéba Fanta Fatoumata Founè Haby " +
  "Hawa Kadiatou Kadidia Kankou Korotoumou Mah Mamou Mariam Marie-Laure Minata N'Deye Nana Nassira Nènè Niagalé Oumou " +
  "Penda Rokia Safiatou Salimata Saran Sira Sitan Ténin Wassa Worokia Ya Yacine Zeinabou"
).split(" ");
const LOCALITIES = ["Bougoula", "Darsalam", "Hamdallaye", "Koko", "Médina Coura", "M'Pèssoba", "Wayerma"];
const NATIONALITIES = ["Malienne", "Malienne", "Malienne", "Mali", "Côte d'Ivoire", "Burkina Faso"];

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function pick<T>(random: () => number, from: readonly T[]): T {
  const value = from[Math.floor(random() * from.length)];
  if (value === undefined) throw new Error("nothing to pick from");
  return value;
}

function dayBetween(random: () => number, from: string, to: string): string {
  const start = Date.parse(from);
  return new Date(start + Math.floor((random() * (Date.parse(to) - start)) / 86_400_000) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

/** A woman of the register on 2026-11-23. */
export function inventedWoman(random: () => number): InventedWoman {
  const birth = dayBetween(random, "1960-01-01", "2005-12-31");
  const adult = `${Number(birth.slice(0, 4)) + 19}-01-01`;
  const second = random() < 0.2 ? ` ${pick(random, FIRST_NAMES)}` : "";
  return {
    surname: pick(random, SURNAMES),
    firstNames: pick(random, FIRST_NAMES) + second,
    birth,
    phone: random() < 0.1 ? "" : String(50_000_000 + Math.floor(random() * 49_999_999)),
    locality: pick(random, LOCALITIES),
    nationality: pick(random, NATIONALITIES),
    joinedOn: dayBetween(random, adult > "1996-01-01" ? adult : "1996-01-01", "2026-11-01"),
  };
}

export function inventedWomen(count: number, seed: number): InventedWoman[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, () => inventedWoman(random));
}

/** The ways of writing a day that name all of it. */
export const DAY_STYLES = {
  slashes: (day: string) => day.split("-").reverse().join("/"),
  dots: (day: string) => day.split("-").reverse().join("."),
  dashes: (day: string) => day.split("-").reverse().join("-"),
  iso: (day: string) => day,
  isoSlashes: (day: string) => day.replaceAll("-", "/"),
  short: (day: string) => {
    const [year = "", month, date] = day.split("-");
    return `${date}-${month}-${year.slice(2)}`;
  },
  bare: (day: string) => {
    const [year, month, date] = day.split("-");
    return `${Number(date)}/${Number(month)}/${year}`;
  },
  serial: (day: string) => String(Math.round((Date.parse(day) - Date.UTC(1899, 11, 30)) / 86_400_000)),
} as const;
export type DayStyle = keyof typeof DAY_STYLES;

/** The ways of writing a Malian number. */
export const PHONE_STYLES = {
  pairs: (digits: string) => digits.replace(/(\d\d)(?=\d)/g, "$1 "),
  bare: (digits: string) => digits,
  dashes: (digits: string) => digits.replace(/(\d\d)(?=\d)/g, "$1-"),
  dots: (digits: string) => digits.replace(/(\d\d)(?=\d)/g, "$1."),
  plus: (digits: string) => `+223 ${digits.replace(/(\d\d)(?=\d)/g, "$1 ")}`,
  zeros: (digits: string) => `00223${digits}`,
} as const;
export type PhoneStyle = keyof typeof PHONE_STYLES;

export const dayStyle = fc.constantFrom(...(Object.keys(DAY_STYLES) as DayStyle[]));
export const phoneStyle = fc.constantFrom(...(Object.keys(PHONE_STYLES) as PhoneStyle[]));

export const REGISTER_HEADINGS = [
  "N°",
  "Nom",
  "Prénom(s)",
  "Date de naissance",
  "Nationalité",
  "Téléphone",
  "Quartier",
  "Date d'adhésion",
];

/** The cells of one woman under {@link REGISTER_HEADINGS}. */
export function registerCells(
  woman: InventedWoman,
  number: number,
  days: DayStyle,
  phones: PhoneStyle,
): string[] {
  return [
    String(number),
    woman.surname,
    woman.firstNames,
    DAY_STYLES[days](woman.birth),
    woman.nationality,
    woman.phone === "" ? "" : PHONE_STYLES[phones](woman.phone),
    woman.locality,
    DAY_STYLES[days](woman.joinedOn),
  ];
}

/** A whole register as rows of text, header first. */
export function registerRows(
  women: readonly InventedWoman[],
  days: DayStyle = "slashes",
  phones: PhoneStyle = "pairs",
): string[][] {
  return [REGISTER_HEADINGS, ...women.map((woman, index) => registerCells(woman, index + 1, days, phones))];
}

export type TestEncoding =
  | "utf-8"
  | "utf-8 with mark"
  | "utf-16le"
  | "utf-16le with mark"
  | "utf-16be with mark"
  | "windows-1252";

/** Only for text that the encoding holds. */
export function encodeText(text: string, encoding: TestEncoding): Uint8Array {
  const units = encoding.endsWith("with mark") ? `\ufeff${text}` : text;
  if (encoding === "windows-1252") return Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);
  if (encoding.startsWith("utf-8")) return new TextEncoder().encode(units);
  const isBig = encoding.startsWith("utf-16be");
  const bytes = new Uint8Array(units.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < units.length; at += 1) view.setUint16(at * 2, units.charCodeAt(at), !isBig);
  return bytes;
}

/** A CSV text with quotation marks where cells need them. */
export function csvText(rows: readonly (readonly string[])[], separator: string, lineEnd = "\r\n"): string {
  const quote = (cell: string): string =>
    cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return rows.map((cells) => cells.map(quote).join(separator) + lineEnd).join("");
}

/** Rows of cells as the table that a CSV file of them gives, blank rows left out. */
export function tableOf(rows: readonly (readonly Cell[])[]): Table {
  const filled = rows.map((cells, index) => ({
    row: index + 1,
    cells: cells.map((cell) => (cell === "" ? null : cell)),
  }));
  return {
    kind: "csv",
    encoding: "utf-8",
    separator: ";",
    rows: filled.filter(({ cells }) => cells.some((cell) => cell !== null)),
  };
}
