import type { HealthTerms, PlanTerms } from "../../contract/insuranceTerms.ts";
import { addDays } from "../../domain/calendar.ts";
import type { Life } from "./life.ts";

export const HEALTH = "DANAYA-SANTE";
export const SAVINGS = "DANAYA-VIE";

/** Health centres under agreement, with what they may ask for. */
export function facilitiesOf(town: string): HealthTerms["facilities"] {
  return [
    {
      ...{ code: "CSREF", name: `Centre de santé de référence de ${town}`, rate: 80 },
      prices: [
        { act: "CONS", category: "consultation", price: 2_000 },
        { act: "ECHO", category: "tests", price: 7_500 },
        { act: "ACCOUCH", category: "maternity", price: 25_000 },
      ],
    },
    {
      ...{ code: "CSCOM", name: "Centre de santé communautaire", rate: null },
      prices: [{ act: "CONS", category: "consultation", price: 1_000 }],
    },
    { ...{ code: "PHARMA", name: "Pharmacie du marché", rate: null }, prices: [] },
  ];
}

const withFacilities = (terms: PlanTerms, town: string): PlanTerms =>
  terms.kind === "health"
    ? { ...terms, facilities: facilitiesOf(town), excluded: ["COSMETIQUE", "LUNETTES-SOLEIL"] }
    : terms;

/**
 * Whoever writes the plans confirms those that come with the program, with health centres under agreement: from
 * tomorrow on, and again from where the program's own version would begin.
 */
export async function confirmPlans(life: Life, town: string): Promise<void> {
  const coordinator = life.as("coordinator");
  const tomorrow = addDays(life.today(), 1);
  for (const { code, name, startsOn, terms: given } of await coordinator("insurance.plans", {})) {
    const terms = withFacilities(given, town);
    const starts = startsOn > tomorrow ? [tomorrow, startsOn] : [tomorrow];
    for (const day of starts)
      await coordinator("insurance.savePlan", { id: life.newId(), code, name, startsOn: day, terms });
  }
}
