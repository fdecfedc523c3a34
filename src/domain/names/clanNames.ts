import { foldText } from "./foldText.ts";

/**
 * Widespread surnames (jamuw) of Mali and its neighbours, folded. Only evidence for which word of a joint "name" cell
 * is the surname, when neither capitals nor the heading settle it; names that are first names too are left out.
 */
const CLAN_NAMES = new Set(
  (
    "bagayoko bah ballo bamba barry berthe bengaly bocoum bore bouare camara cisse cissoko coulibaly dabo dao dembele " +
    "diabate diakite diallo dicko diop diarisso diarra diassana diawara djire dolo doucoure doumbia drabo drame dramera " +
    "fall fane fofana fomba gakou gassama goita guindo haidara kaba kabore kamate kamissoko kane kansaye kante karembe " +
    "kebe keita kodio konare konate kone kouma kouyate koita lam ly magassa magassouba maiga malle male mariko " +
    "ndiaye niang niare nimaga ongoiba ouane ouattara ouedraogo ouologuem oulale poudiougou sacko samake samassekou " +
    "sanogo sangare sanou sawadogo sidibe sissoko sissouma soumano soumare sow sogoba sogodogo soumah sylla tall " +
    "tangara tapily tembely tessougue thera tienou timbely tirera togo togola togora tolo toungara tounkara toure " +
    "traore wague yalcouye yattara zerbo zongo"
  ).split(" "),
);

/** Whether a word is a surname that is widespread in the region. */
export function isClanName(word: string): boolean {
  return CLAN_NAMES.has(foldText(word));
}
