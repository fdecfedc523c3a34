import type { RowRemark } from "../imports.ts";

/** `{{column}}` heading of the file, `{{found}}` what stands in the cell, `{{other}}` row or member number. */
export const REMARKS_EN: Readonly<Record<RowRemark["code"], string>> = {
  noSurname: "The surname is missing[[: “{{found}}”]].",
  noFirstName: "The first name is missing[[: “{{found}}”]].",
  impossibleDate: "This birth date does not exist: “{{found}}”.",
  minor: "She is under 18 (“{{found}}”): to be referred to LAKANA SO.",
  futureDate: "The birth date is in the future: “{{found}}”.",
  tooOld: "The birth date makes her older than 110: “{{found}}”.",
  noBirth: "The birth date is missing: nobody can tell whether she is 18.",
  perhapsMinor: "She may be under 18: “{{found}}”.",
  duplicateOfRow: "Probably the same woman as row {{other}}.",
  duplicateOfMember: "Probably registered already under number {{other}}.",
  badPhone: "This phone number is incomplete or wrong: “{{found}}”. It will go to the notes.",
  joinedBeforeBirth: "The joining date (“{{found}}”) is before her birth.",
  impossibleJoined: "The joining date cannot be read: “{{found}}”. It will go to the notes.",
  extraCells: "The row has more cells than the heading: “{{found}}”.",
  nameOrder: "Surname and first name cannot be told apart: “{{found}}”.",
  centuryAdded: "Year written with two digits, completed: “{{found}}”.",
  joinedYearOnly: "Joined in a year only: “{{found}}”, noted as 1 January.",
  joinedMissing: "The joining date is missing: today’s date is noted.",
  joinedBeforeAdult: "Joined before she was 18 according to the register: “{{found}}”.",
  ageOnly: "Only her age is known (“{{found}}”): the birth year is estimated.",
  cardTakenOver:
    "Card paid according to the register (“{{found}}”): taken over, valid from today, without a cash voucher.",
  textCut: "Text too long, shortened; it stands whole in the notes: “{{found}}”.",
};
