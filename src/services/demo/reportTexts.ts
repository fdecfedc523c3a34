import type { ReportSection } from "../../contract/reportingTerms.ts";

/*
 * What the secretary and the coordinator write beside the figures, in a few turns: no number is in it, for the figures
 * stand beside.
 */

const TEXTS: Readonly<Record<ReportSection, readonly string[]>> = {
  summary: [
    "Le mois a été calme. Les visites se sont faites comme prévu et la caisse a été comptée chaque vendredi.",
    "Le mois a été marqué par les pluies : deux causeries ont été remises, une séance de classe aussi. Le reste du programme a tenu.",
    "Bon mois dans l’ensemble. Les membres viennent plus nombreuses renouveler leur carte, et les loyers rentrent mieux.",
  ],
  members: [
    "Les paires éducatrices ont rappelé aux membres la date de fin de leur carte. Plusieurs sont venues avec une amie.",
    "Quelques membres sont parties vers les sites miniers ; nous gardons leur téléphone. De nouvelles membres sont venues des quartiers proches de la gare.",
  ],
  insurance: [
    "Les dossiers de soins arrivent mieux remplis depuis la réunion avec le centre de santé de référence. Les retards de cotisation sont suivis au téléphone.",
    "Les médicaments restent la première dépense. Deux dossiers ont été refusés parce que le reçu n’était pas au nom de la membre.",
  ],
  rental: [
    "Un locataire du marché ne paie plus ; son garant a été reçu au bureau. Les autres loyers sont rentrés dans le mois.",
    "Une boutique est libre et a été montrée deux fois. La serrure a été changée avant la nouvelle location.",
  ],
  literacy: [
    "Les apprenantes lisent les prix et écrivent leur nom sans aide. Les absences viennent surtout des jours de marché.",
    "La classe de bambara cherche encore une formatrice attitrée. Les cahiers ont été distribués.",
  ],
  money: [
    "La caisse et la banque concordent avec les écritures. Les petites différences de monnaie ont été notées le jour même.",
    "Les dépenses suivent le budget, sauf l’électricité qui a augmenté. La quote-part du mois est partie avec le car.",
  ],
  difficulties: [
    "Le réseau a manqué plusieurs jours. Les coupures de courant ralentissent l’impression des cartes.",
    "La moto est en panne : les visites aux quartiers éloignés attendent.",
  ],
  outlook: [
    "Le mois prochain : causerie au quartier de la gare, relance des cartes qui finissent, préparation de la nouvelle classe.",
    "Nous préparons la rencontre avec la mairie et une causerie avec l’équipe du centre de santé.",
  ],
};

/** What stands in one part of a report. @param turn counts the reports, so that no two in a row say the same */
export function reportText(section: ReportSection, turn: number): string {
  const texts = TEXTS[section];
  return texts[turn % texts.length] ?? "";
}
