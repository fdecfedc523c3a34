import { fileURLToPath } from "node:url";
import type { z } from "zod";
import type { MemberFile, MemberRow } from "../../src/contract/membership.ts";
import type { Language } from "../../src/contract/primitives.ts";
import type { CardData, CardIssuer } from "../../src/documents/card/cardFace.ts";
import { cardSheets, cardSingles } from "../../src/documents/card/cardLayout.ts";
import { consentForm } from "../../src/documents/consentForm.ts";
import type { PaperContext, PaperDefinition, PaperPhoto } from "../../src/documents/design/paper.ts";
import { fontsIn } from "../../src/documents/fontFolder.ts";
import { memberFile } from "../../src/documents/memberFile.ts";
import { memberList } from "../../src/documents/memberList.ts";
import { receipt } from "../../src/documents/receipt.ts";
import type { ReceiptData } from "../../src/documents/receiptData.ts";
import { recoverySheet } from "../../src/documents/recoverySheet.ts";
import { referralNote } from "../../src/documents/referralNote.ts";
import { memberNumber } from "../../src/domain/membership/memberNumber.ts";
import { photograph } from "./photos.ts";

/** The product's own fonts. */
export const FONTS = fontsIn(fileURLToPath(new URL("../../resources/fonts", import.meta.url)));

export const SURNAME = "Coulibaly-Ɲaŋa";
export const FIRST_NAMES = "Fatɔumata Kɛnɛba";
const ON = "2026-11-23";

export function context(language: Language): PaperContext {
  return { language, on: ON, office: { code: "KTL", name: "Koutiala", printedName: "Association Yeelen" } };
}

export function issuer(language: Language): CardIssuer {
  return { ...context(language), foundAddress: "Boîte postale 123, Koutiala. Téléphone : +223 76 00 00 00" };
}

/** Card number `index`, with a QR text of the length that real ones have. */
export function card(index: number, photo: PaperPhoto | null = null): CardData {
  const number = memberNumber("KTL", index);
  return {
    number,
    issue: 1,
    surname: SURNAME,
    firstNames: FIRST_NAMES,
    validUntil: "2027-11-22",
    photo,
    qrText: `DNY1:${number}:1:20271122:${String(index).padStart(103, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567")}`,
  };
}

export function receiptData(language: Language): ReceiptData {
  return {
    ...context(language),
    number: "KTL-2026-00042",
    memberNumber: memberNumber("KTL", 42),
    name: `${SURNAME} ${FIRST_NAMES}`,
    account: language === "fr" ? "Carte de membre et cotisation" : "Membership card and dues",
    words: "",
    project: "",
    paidOut: false,
    reverses: null,
    rent: [],
    period: { startsOn: "2026-11-23", endsOn: "2027-11-22" },
    amount: 2_500,
    method: "orangeMoney",
    reference: "OM-77421-A9",
    receivedBy: "Sali Diarra",
    duplicate: false,
  };
}

export function memberRow(index: number): z.infer<typeof MemberRow> {
  return {
    id: "01936f7a-0000-7000-8000-000000000000",
    office: "KTL",
    number: memberNumber("KTL", index),
    surname: SURNAME,
    firstNames: FIRST_NAMES,
    alsoKnownAs: "Tata",
    birth: { kind: "estimated", year: 1980 },
    phone: "+22376123456",
    locality: "Hamdallaye",
    joinedOn: "2019-03-01",
    status: "current",
    paidUntil: "2027-11-22",
    photoSha256: null,
  };
}

export function file(): z.infer<typeof MemberFile> {
  const term = { id: "t", price: 2_500, voucherId: null };
  return {
    member: {
      ...memberRow(42),
      nationality: "CI",
      languages: ["bamanankan", "dioula"],
      workSetting: "bar",
      childrenInCare: 3,
      literacy: "some",
      emergencyName: "Oumou Sangaré",
      emergencyPhone: "+22366123456",
      emergencyRelation: "tante",
      paperKind: "nina",
      paperNumber: "1 80 12 345",
      consentOn: "2024-02-01",
      consentSigned: true,
      notes: "Préfère être appelée le matin.",
      leftOn: null,
      leftReason: null,
      erased: false,
    },
    mergedNumbers: [memberNumber("KTL", 17)],
    terms: [
      { ...term, startsOn: "2022-05-10", endsOn: "2023-05-09", voucherNumber: "KTL-2022-00014", gapDays: 0 },
      {
        ...term,
        startsOn: "2026-11-23",
        endsOn: "2027-11-22",
        voucherNumber: "KTL-2026-00042",
        gapDays: 1_293,
      },
    ],
    cards: [
      { id: "c", issue: 1, issuedOn: "2022-05-10", validUntil: "2023-05-09", state: "replaced" },
      { id: "d", issue: 2, issuedOn: "2026-11-23", validUntil: "2027-11-22", state: "valid" },
    ],
    history: [
      {
        seq: 9,
        office: "KTL",
        at: "2026-11-23T08:15:00.000Z",
        by: "Sali Diarra",
        entity: "member",
        op: "update",
        fields: ["phone", "childrenInCare"],
      },
      {
        seq: 3,
        office: "KTL",
        at: "2022-05-10T09:00:00.000Z",
        by: "Sali Diarra",
        entity: "member",
        op: "insert",
        fields: [],
      },
    ],
  };
}

/** Every document that the product prints, in one language. */
export function everyDocument(language: Language): Readonly<Record<string, () => PaperDefinition>> {
  const common = context(language);
  const photo = photograph("portrait");
  const note = {
    surname: "Keïta",
    firstNames: "Hawa",
    age: 16,
    contact: "Quartier Hamdallaye, chez sa tante",
    need: "Un apprentissage de couture.\nUn endroit où dormir.",
  };
  const member = { number: memberNumber("KTL", 42), name: `${SURNAME} ${FIRST_NAMES}` };
  const recoveryCode = "7Q2M-0VXK-93TW-ADJ4-HR8P-ZC1E-M5GN";
  return {
    cardSheets: () => cardSheets([card(42, photo), card(43)], issuer(language)),
    cardSingles: () => cardSingles([card(42, photo)], issuer(language)),
    receipt: () => receipt(receiptData(language)),
    recoverySheet: () => recoverySheet({ officeCode: "KTL", recoveryCode, on: ON, language }),
    memberFile: () => memberFile({ ...common, file: file(), photo, printedBy: "Sali Diarra" }),
    consentForm: () => consentForm({ ...common, member }),
    referralNote: () => referralNote({ ...common, note, sentBy: "Sali Diarra" }),
    memberList: () =>
      memberList({
        ...common,
        rows: [memberRow(42)],
        withOffice: false,
        filterWords: ["Hamdallaye"],
        printedBy: "Sali Diarra",
      }),
  };
}
