import { describe, expect, it } from "vitest";
import type { ImportField } from "../../../src/contract/imports.ts";
import { findHeader, repeatsHeader } from "../../../src/domain/import/findHeader.ts";
import { fieldOfHeading, nameOrderOfHeading } from "../../../src/domain/import/headings.ts";
import type { TableRow } from "../../../src/domain/import/table.ts";

const HEADINGS: Readonly<Record<string, ImportField>> = {
  "N°|Nº|No|n|#|Num|Numéro|N° d'ordre|Matricule|N° de carte": "oldNumber",
  "Nom|NOMS|Nom(s)|Nom de famille|Surname|Last name": "surname",
  "Prénom|Prénom(s)|PRENOMS|First name": "firstNames",
  "Nom et prénom|NOM ET PRENOM|Noms et prénoms|Nom & Prénom(s)|Nom/Prénom|Prénom et nom|Nom complet|Identité|Full name|Name":
    "fullName",
  "Date de naissance|Née le|Né(e) le|DDN|Année de naissance|naissance|Date naiss.|Date et lieu de naissance|DOB":
    "birth",
  "Âge|Age": "age",
  "Nationalité|Pays|Country": "nationality",
  "Téléphone|Tél.|tel|Contact|N° de téléphone|N°Tél|Numéro de téléphone|Portable|Mobile|Téléphone 1|Phone number":
    "phone",
  "Quartier|Adresse|Village|Domicile|Localité|Lieu de résidence|Quartier / Village|Address": "locality",
  "Date d'adhésion|Date d’adhésion|Adhésion|Inscrite le|Date d'inscription|Entrée|Membre depuis|Member since":
    "joinedOn",
  "Carte payée|Carte|Cotisation 2026|Card": "cardPaid",
  "Surnom|Prénom usuel|Alias|Dite|dit|Nickname": "alsoKnownAs",
  "Langues|Langues parlées|Languages": "languages",
  "Enfants|Nombre d'enfants|Nbre enfants|Children": "childrenInCare",
  "Niveau|Niveau d'instruction|Alphabétisée|Instruction|Literacy": "literacy",
  "Pièce|N° pièce|N° de pièce d'identité|NINA|N° NINA|ID": "paperNumber",
  "Personne à prévenir|Contact d'urgence|Personne à contacter en cas d'urgence": "emergencyName",
  "Tél. personne à prévenir|Téléphone d'urgence": "emergencyPhone",
  "Observations|Remarques|Notes|Comments": "notes",
  "Motif|Motif du refus|Reason|Signature": "ignore",
};

const row = (line: number, ...cells: (string | null)[]): TableRow => ({ row: line, cells });

describe("a heading", () => {
  it.each(
    Object.entries(HEADINGS).flatMap(([names, field]) =>
      names.split("|").map((name) => [name, field] as const),
    ),
  )("« %s » means %s, in capitals and without accents too", (name, field) => {
    expect(fieldOfHeading(name)).toBe(field);
    expect(fieldOfHeading(` ${name.toUpperCase()} :`)).toBe(field);
    expect(fieldOfHeading(name.normalize("NFD").replace(/\p{M}/gu, ""))).toBe(field);
  });

  it.each([
    "Awa",
    "Koné",
    "Malienne",
    "Mali",
    "oui",
    "Médina Coura",
    "12/03/1985",
    "Sexe",
    "Lieu de naissance",
    "",
  ])("« %s » is none that we know", (text) => {
    expect(fieldOfHeading(text)).toBeNull();
  });

  it.each([
    ["Nom et prénom", "surnameFirst"],
    ["Prénoms et nom", "firstNamesFirst"],
    ["First name and surname", "firstNamesFirst"],
    ["Nom complet", "unknown"],
    ["Identité", "unknown"],
  ])("« %s » says the order %s", (heading, order) => {
    expect(nameOrderOfHeading(heading)).toBe(order);
  });
});

describe("the header", () => {
  it("is found below titles, an address and a date", () => {
    const rows = [
      row(1, "Liste des membres, antenne de Koutiala"),
      row(2, "Contact", null, "Tél : 21 00 00 00"),
      row(4, "N°", "Nom", "Prénom", "Né(e) le"),
      row(5, "1", "Koné", "Awa", "1985"),
    ];
    expect(findHeader(rows)).toMatchObject({ row: 4, at: 2, headings: ["N°", "Nom", "Prénom", "Né(e) le"] });
  });

  it("of two lines takes from the upper one what the lower leaves empty", () => {
    const rows = [row(1, "N°", "Identité", null, "Tél"), row(2, null, "Nom", "Prénom", null)];
    expect(findHeader(rows)?.headings).toEqual(["N°", "Nom", "Prénom", "Tél"]);
  });

  it("of a single column is enough when it names people", () => {
    expect(findHeader([row(1, "Nom et prénom"), row(2, "Koné Awa")])?.row).toBe(1);
  });

  it("is missing where rows only hold people", () => {
    expect(
      findHeader([row(1, "Koné", "Awa", "12/03/1985", "76 12 34 56"), row(2, "Sow", "Oumou", "1990")]),
    ).toBeNull();
  });

  it("is recognised where it is repeated at the top of a page", () => {
    const header = findHeader([row(1, "Nom", "Prénom", "Tél")]);
    expect(header && repeatsHeader(row(40, "NOM", "PRENOM", null), header)).toBe(true);
    expect(header && repeatsHeader(row(41, "Koné", "Awa"), header)).toBe(false);
  });
});
