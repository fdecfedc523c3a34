import type { ImportField } from "../../contract/imports.ts";
import { foldText } from "../names/foldText.ts";

/** The order of the words under a joint heading, where the heading says it. */
export type NameOrder = "surnameFirst" | "firstNamesFirst" | "unknown";

/**
 * Headings as they fold, whole, by what they mean; tried in this order, so that the particular stands before the
 * general: `nom et prénom` before `nom`, `contact d'urgence` before `contact`, `numéro de téléphone` before `numéro`.
 */
const PATTERNS: readonly (readonly [ImportField, RegExp])[] = [
  [
    "ignore",
    /^(?:motifs?|raisons?|reasons?|motif .*|raison .*|reason .*|signatures?|emargement|photos?|cause|causes|erreurs?|errors?)$/,
  ],
  [
    "emergencyPhone",
    /^(?:(?:tel|telephone|numero|phone|no|n).*(?:urgence|prevenir|emergency|proche|parent|tuteur)|emergency (?:phone|tel|number))/,
  ],
  ["emergencyName", /(?:urgence|prevenir|emergency|a contacter|personne contact|next of kin)/],
  [
    "fullName",
    /^(?:(?:nom|noms) ?(?:et|&|e|de famille et)? ?(?:prenom|prenoms|pnom|pren)(?: s)?(?: .*)?|nom complet|noms complets|(?:prenom|prenoms)(?: s)? ?(?:et|&)? ?(?:nom|noms)(?: s)?(?: .*)?|identite|identite .*|full name|complete name|name and surname|surname and (?:first )?names?|surname and given names?|first names? and surname|membre|membres|member|members|nom de la (?:femme|personne|membre)|nom du membre|beneficiaire|beneficiaires|adherente?|adherentes)$/,
  ],
  [
    "alsoKnownAs",
    /^(?:surnoms?|alias|dite?|sobriquet|nom d usage|nom usuel|prenom usuel|appelee|nicknames?|also known as|aka|known as|pseudo|pseudonyme|nom de (?:guerre|travail))$/,
  ],
  [
    "birth",
    /^(?:(?:date|annee|an|jour|d|dt)s?(?: et lieu)? (?:de |d )?(?:naissance|naiss|nais|n)|naissance|naiss|nee?(?: e)?(?: le| en| vers)?|ne e le|ddn|dn|date naiss(?:ance)?|dob|birth|birth ?(?:date|day|year)|date of birth|year of birth|born(?: on| in)?)$/,
  ],
  ["age", /^(?:ages?|age .*|age en annees?)$/],
  [
    "nationality",
    /^(?:nationalites?|nat|pays|pays d origine|origine|nationality|country(?: of origin)?|citizenship)$/,
  ],
  ["languages", /^(?:langues?(?: .*)?|languages?(?: .*)?)$/],
  [
    "joinedOn",
    /^(?:(?:date|annee|jour|an|dt)s? (?:de |d |de l )?(?:adhesion|inscription|entree|admission|arrivee|integration|enregistrement|enrolement|adh)|adhesion|adh|adhere(?:e)? le|inscrite? le|inscrite? (?:en|depuis)|inscription|entree(?: le)?|entree .*|membre depuis|depuis(?: le)?|admission|admise le|joined(?: on)?|date joined|member since|since|membership date|(?:registration|enrolment|enrollment|joining|entry) date|date of (?:joining|registration|entry|membership)|registered(?: on)?)$/,
  ],
  [
    "cardPaid",
    /^(?:cartes?|carte (?:payee?|reglee?|achetee?|membre|de membre|a jour|ok)(?: .*)?|cartes? payees?|paye(?:e)?|payement|paiement(?: .*)?|cotisations?(?: .*)?|a jour|card|card paid|paid|fee paid|dues)$/,
  ],
  [
    "paperNumber",
    /^(?:pieces?(?: .*)?|nina|(?:numero|no|n|num|ref|reference) (?:de |d |de la |du )?(?:pieces?|nina|cni|cin|carte d identite|passeport|papier)(?: .*)?|(?:nina|cni|cin|carte d identite|carte nationale|carte nina|carte biometrique)(?: .*)?|papiers?|identity (?:paper|card|number|document)|id (?:no|number|card)|id|passport)$/,
  ],
  [
    "phone",
    /^(?:(?:numeros?|no|n|num)? ?(?:de |du )?(?:telephones?|tels?|telph|portables?|mobiles?|cel|cell|cellulaire|gsm|phone|phones|whatsapp|contacts?|orange|malitel|moov)(?: (?:\d|mobile|portable|fixe|number|no|principal|personnel|membre|s))?|phone ?number|mobile (?:phone|number)|telephone number)$/,
  ],
  [
    "locality",
    /^(?:quartiers?|adresses?|villages?|domiciles?|localites?|residences?|lieux?(?: de)? (?:residence|domicile|habitation)|quartier .*|adresse .*|domicile .*|ville|commune|residence .*|habitation|secteur|address|quarter|district|neighbou?rhood|town|city|place|place of residence|location)$/,
  ],
  [
    "childrenInCare",
    /^(?:enfants?|enf|(?:nombre|nbre|nb|nbr|no|n) (?:d |de )?(?:enfants?|enf|personnes a charge)(?: .*)?|enfants? .*|children(?: .*)?|number of children|kids)$/,
  ],
  [
    "literacy",
    /^(?:niveau(?: .*)?|alphabetis(?:ee?|ation)|alpha|instruction|scolarisation|scolarite|etudes|lit et ecrit|sait lire(?: .*)?|literacy(?: .*)?|education(?: .*)?|level|school(?:ing)?)$/,
  ],
  [
    "notes",
    /^(?:observations?|obs|remarques?|rem|notes?|commentaires?|remarks?|comments?|divers|autres?(?: informations)?|infos?)$/,
  ],
  [
    "oldNumber",
    /^(?:n|no|nos|num|nums|numeros?|nr|nro|num? ordre|(?:n|no|num|numero|ordre) (?:d )?(?:ordre|registre|membre|adherente?|carte|matricule|de membre|de carte|inscription|d inscription|dossier|du membre)|numero .*|ordre|matricules?|mle|code|code membre|number|row|member (?:no|number|id)|card (?:no|number)|reference|ref|id membre)$/,
  ],
  [
    "surname",
    /^(?:noms?(?: s)?|nom (?:de )?(?:famille|patronymique|naissance|jeune fille)|noms? .*famille|patronyme|surnames?|last ?names?|family ?names?|nom s)$/,
  ],
  ["firstNames", /^(?:prenoms?(?: s)?|pnoms?|first ?names?|given ?names?|forenames?|prenoms? .*)$/],
  ["fullName", /^(?:names?|nom membre)$/],
];

/** `N°`, `Nº` and `#` are a number; `Tél.(mobile)` and `Prénom(s)` fold to their words. */
function foldHeading(heading: string): string {
  return foldText(heading.replace(/#/g, " no ").replace(/[°º]/g, " ")).replace(/^(?:la|le|les) /, "");
}

/** What a heading means, or null when it is no heading that we know. */
export function fieldOfHeading(heading: string): ImportField | null {
  if (heading.length > 60) return null;
  const folded = foldHeading(heading);
  return PATTERNS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

/** Which comes first under a joint heading: `Nom et prénom`, `Prénom et nom`; `Identité` says nothing. */
export function nameOrderOfHeading(heading: string): NameOrder {
  const folded = foldText(heading);
  const first = /\b(?:prenoms?|pnom|first|given)\b/.exec(folded)?.index ?? -1;
  const last = /\b(?:noms?|surname|family|last)\b/.exec(folded)?.index ?? -1;
  if (first < 0 || last < 0) return "unknown";
  return last < first ? "surnameFirst" : "firstNamesFirst";
}
