import type { OfficeCode } from "../../src/contract/primitives.ts";

/** The association's offices: proposed, and everything can be written differently. */
export const KNOWN_OFFICES: readonly {
  readonly code: OfficeCode;
  readonly name: string;
  readonly region: string;
  readonly headquarters: boolean;
}[] = [
  { code: "BKO", name: "Bamako", region: "District de Bamako", headquarters: true },
  { code: "KTL", name: "Koutiala", region: "Koutiala", headquarters: false },
  { code: "MPT", name: "Mopti", region: "Mopti", headquarters: false },
  { code: "SEG", name: "Ségou", region: "Ségou", headquarters: false },
  { code: "SKS", name: "Sikasso", region: "Sikasso", headquarters: false },
  { code: "KYS", name: "Kayes", region: "Kayes", headquarters: false },
  { code: "GAO", name: "Gao", region: "Gao", headquarters: false },
  { code: "MRL", name: "Morila-Sanso/Koumantou", region: "Bougouni", headquarters: false },
];

/** `Mopti` for `MPT`; the code itself where the association's list does not have it. */
export function officeName(code: OfficeCode): string {
  return KNOWN_OFFICES.find((office) => office.code === code)?.name ?? code;
}
