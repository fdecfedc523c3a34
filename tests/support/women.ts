import { v7 } from "uuid";
import type { MemberDetails, MemberFile } from "../../src/contract/membership.ts";
import type { TestOffice } from "./office.ts";

/** A woman whom nobody invented before: details that pass every rule, with changes. */
export function newDetails(changes: Partial<MemberDetails> = {}): MemberDetails {
  return {
    surname: "Coulibaly",
    firstNames: "Fatoumata",
    alsoKnownAs: "",
    birth: { kind: "exact", on: "1990-05-14" },
    nationality: "ML",
    languages: ["bamanankan"],
    phone: "",
    locality: "Koko",
    workSetting: null,
    childrenInCare: null,
    literacy: null,
    emergencyName: "",
    emergencyPhone: "",
    emergencyRelation: "",
    paperKind: null,
    paperNumber: "",
    consentOn: null,
    consentSigned: false,
    joinedOn: "2026-11-02",
    notes: "",
    ...changes,
  };
}

/** Registers her as the screen does after its person looked at the likely duplicates. */
export function register(
  office: TestOffice,
  changes: Partial<MemberDetails> = {},
  id = v7(),
): Promise<MemberFile> {
  return office.must("membership.registerMember", {
    id,
    details: newDetails(changes),
    confirmedNotDuplicate: true,
  });
}

export const NO_FILTER = {
  text: "",
  statuses: [],
  locality: null,
  withoutPhoto: false,
  withoutConsent: false,
  endingWithinDays: null,
};
