import type { RowRemark } from "../imports.ts";

/** `{{column}}` heading of the file, `{{found}}` what stands in the cell, `{{other}}` row or member number. */
export const REMARKS_FR: Readonly<Record<RowRemark["code"], string>> = {
  noSurname: "Il manque le nom de famille[[ : « {{found}} »]].",
  noFirstName: "Il manque le prénom[[ : « {{found}} »]].",
  impossibleDate: "Cette date de naissance n’existe pas : « {{found}} ».",
  minor: "Elle a moins de 18 ans (« {{found}} ») : à orienter vers LAKANA SO.",
  futureDate: "La date de naissance est dans l’avenir : « {{found}} ».",
  tooOld: "La date de naissance donne plus de 110 ans : « {{found}} ».",
  noBirth: "La date de naissance manque : on ne sait pas si elle a 18 ans.",
  perhapsMinor: "Elle a peut-être moins de 18 ans : « {{found}} ».",
  duplicateOfRow: "Sans doute la même femme que la ligne {{other}}.",
  duplicateOfMember: "Sans doute déjà inscrite sous le numéro {{other}}.",
  badPhone: "Ce numéro de téléphone est incomplet ou faux : « {{found}} ». Il ira dans les notes.",
  joinedBeforeBirth: "La date d’adhésion (« {{found}} ») est avant la naissance.",
  impossibleJoined: "La date d’adhésion ne se lit pas : « {{found}} ». Elle ira dans les notes.",
  extraCells: "La ligne a plus de cases que le titre : « {{found}} ».",
  nameOrder: "On ne peut pas distinguer le nom du prénom : « {{found}} ».",
  centuryAdded: "Année écrite avec deux chiffres, complétée : « {{found}} ».",
  joinedYearOnly: "Adhésion connue par l’année seulement : « {{found}} », notée au 1er janvier.",
  joinedMissing: "La date d’adhésion manque : la date du jour est notée.",
  joinedBeforeAdult: "Adhésion avant ses 18 ans d’après le registre : « {{found}} ».",
  ageOnly: "L’âge seul est connu (« {{found}} ») : l’année de naissance est estimée.",
  cardTakenOver:
    "Carte payée d’après le registre (« {{found}} ») : reprise, valable à partir d’aujourd’hui, sans pièce de caisse.",
  textCut: "Texte trop long, raccourci ; il est entier dans les notes : « {{found}} ».",
};
