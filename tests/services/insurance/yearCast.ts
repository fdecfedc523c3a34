import { v7 } from "uuid";
import { type Dice, makeDice } from "../../../src/services/demo/dice.ts";
import { AWA, type TestOffice } from "../../support/office.ts";
import { enrol, KOUTIALA, makeAntenna, makeHeadquarters } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { enrolment, LIFE } from "./enrolled.ts";
import { terms } from "./insured.ts";

/*
 * An antenna with three hundred health policies, and who sits there. What each woman does over the year follows from
 * her habit; what falls ill follows from seeded dice.
 */

export const MUTUELLE = "MUTUELLE";
/** So few women that one birth empties it. */
export const PETITE = "PETITE";
export const FIRST_DAY = "2027-01-04";

/** How a woman pays. */
export type Habit =
  | "monthly"
  | "quarterly"
  | "halfYear"
  | "year"
  /** After the due day, within grace. */
  | "late"
  /** Weeks after grace, every time. */
  | "suspended"
  /** Stops after three months and comes back in September. */
  | "lapsed"
  /** Pays twice and never again. */
  | "stopped";

const HABITS: readonly { readonly habit: Habit; readonly women: number }[] = [
  { habit: "quarterly", women: 130 },
  { habit: "halfYear", women: 70 },
  { habit: "year", women: 30 },
  { habit: "monthly", women: 20 },
  { habit: "late", women: 16 },
  { habit: "suspended", women: 14 },
  { habit: "lapsed", women: 10 },
  { habit: "stopped", women: 10 },
];

export interface Policyholder {
  readonly memberId: string;
  readonly policyId: string;
  readonly habit: Habit;
  readonly childIds: readonly string[];
  /** Of her policy in the life fund, where she has one. */
  readonly lifePolicyId: string | null;
}

interface Person {
  readonly login: string;
  readonly passphrase: string;
}

export interface Year {
  readonly hq: TestOffice;
  readonly office: TestOffice;
  readonly dice: Dice;
  readonly secretary: Person;
  readonly cashier: Person;
  /** A second coordinator. */
  readonly oumou: Person;
  /** On the plan of three hundred, and then on the small one. */
  readonly women: readonly Policyholder[];
  readonly few: readonly Policyholder[];
}

/** The first of each habit are played by hand. */
const BY_HAND = 8;

/** One of those who are played by hand, from 0. */
export function player({ women }: Pick<Year, "women">, habit: Habit, index = 0): Policyholder {
  const found = women.filter((one) => one.habit === habit)[index];
  if (found === undefined || index >= BY_HAND) throw new Error(`nobody is there to pay ${habit}`);
  return found;
}

/** Those whose care the dice decide. */
export function others({ women }: Pick<Year, "women">): Policyholder[] {
  const byHabit = Map.groupBy(women, ({ habit }) => habit);
  return [...byHabit.values()].flatMap((group) => group.slice(BY_HAND));
}

export const today = ({ office }: Pick<Year, "office">) => office.clock.now().slice(0, 10);

export async function sit(office: TestOffice, { login, passphrase }: Person = AWA): Promise<void> {
  const signedIn = await office.signIn({ login, passphrase });
  if (!signedIn.ok) throw new Error(signedIn.refusal.code);
}

/** Another day, in both offices; the clocks agree. */
export function dawn({ hq, office }: Pick<Year, "hq" | "office">, day: string): void {
  for (const { clock } of [hq, office]) clock.set(`${day}T08:30:00.000Z`);
}

const HEALTH_TERMS = terms({
  registrationFee: 1_000,
  lapseMonths: 2,
  rates: { ...terms().rates, consultation: 80, hospital: 70, medicines: 75 },
  ceilingPerAct: { ...terms().ceilingPerAct, consultation: 4_000, medicines: 8_000, hospital: 40_000 },
  ceilingPerYear: { ...terms().ceilingPerYear, medicines: 30_000, hospital: 60_000, maternity: 70_000 },
  ceilingPerMemberYear: 90_000,
  actsPerYear: { ...terms().actsPerYear, consultation: 6, dental: 2 },
  facilities: [
    {
      ...{ code: "CSREF-A", name: "Centre de référence A", rate: 90 },
      prices: [{ act: "CONS", category: "consultation", price: 3_000 }],
    },
  ],
  secondPersonFrom: 30_000,
  headquartersFrom: 80_000,
});

const SMALL_TERMS = terms({
  contribution: 500,
  waitingMonths: 0,
  rates: { ...terms().rates, maternity: 100 },
  secondPersonFrom: null,
  headquartersFrom: null,
});

async function makePlans(office: TestOffice): Promise<void> {
  const plan = { id: v7(), code: MUTUELLE, name: "Mutuelle de Koutiala", startsOn: FIRST_DAY };
  await office.must("insurance.savePlan", { ...plan, terms: HEALTH_TERMS });
  await office.must("insurance.savePlan", {
    ...{ id: v7(), code: PETITE, name: "Petite caisse", startsOn: FIRST_DAY, terms: SMALL_TERMS },
  });
  // Dearer from July on, and better for consultations: announced in January.
  await office.must("insurance.savePlan", {
    ...{ ...plan, id: v7(), startsOn: "2027-07-01" },
    terms: { ...HEALTH_TERMS, contribution: 2_500, rates: { ...HEALTH_TERMS.rates, consultation: 85 } },
  });
}

const SURNAMES = ["Traoré", "Kouyaté", "Diarra", "Sangaré", "Dembélé", "Maïga", "Cissé", "Togola"];
const FIRST_NAMES = ["Awa", "Mariam", "Kadidia", "Oumou", "Sira", "Ténin", "Batoma", "Nana", "Korotoumou"];

/** The eldest turn fifteen within the year, and are insured no more. */
function childrenOf(dice: Dice) {
  return Array.from({ length: dice.roll(4) }, (_, index) => ({
    ...{ id: v7(), name: `Enfant ${index + 1}`, birthOn: `${2012 + dice.roll(13)}-0${1 + dice.roll(9)}-10` },
  }));
}

const HEIRS = ["Bakary", "Fanta", "Modibo"].map((name, index) => ({
  ...{ name, relation: "proche", phone: "+22376000000", share: [34, 33, 33][index] ?? 0 },
}));

async function makeWoman(
  office: TestOffice,
  dice: Dice,
  about: { habit: Habit; planCode: string; isSaver: boolean; birthYear: number },
): Promise<Policyholder> {
  const { habit, planCode, isSaver, birthYear } = about;
  const { member } = await register(office, {
    ...{ surname: dice.pick(SURNAMES), firstNames: dice.pick(FIRST_NAMES), joinedOn: "2026-12-01" },
    birth: { kind: "year", year: birthYear },
  });
  const children = childrenOf(dice);
  const health = await enrolment(office, member.id, { planCode, children });
  await office.must("insurance.enrol", health);
  const childIds = children.map(({ id }) => id);
  const her = { memberId: member.id, policyId: health.id, habit, childIds };
  if (!isSaver) return { ...her, lifePolicyId: null };
  const beneficiaries = HEIRS.map((heir) => ({ id: v7(), ...heir }));
  const life = await enrolment(office, member.id, { planCode: LIFE, beneficiaries });
  await office.must("insurance.enrol", life);
  return { ...her, lifePolicyId: life.id };
}

/** Every sixth woman saves for her old age too; the youngest of them is 21, the oldest 59. */
async function makeWomen(office: TestOffice, dice: Dice): Promise<Policyholder[]> {
  const women: Policyholder[] = [];
  for (const { habit, women: count } of HABITS)
    for (let index = 0; index < count; index += 1) {
      const isSaver = habit !== "stopped" && index % 6 === 0;
      const birthYear = 1968 + dice.roll(38);
      women.push(await makeWoman(office, dice, { habit, planCode: MUTUELLE, isSaver, birthYear }));
    }
  return women;
}

/** Headquarters and its antenna on the first day of the year, with everybody enrolled and nothing paid yet. */
export async function makeYear(seed: number): Promise<Year> {
  const dice = makeDice(seed);
  const hq = await makeHeadquarters({ shared: true });
  const office = await makeAntenna(KOUTIALA, { shared: true });
  await enrol(hq, office, KOUTIALA);
  dawn({ hq, office }, FIRST_DAY);
  await sit(office);
  await makePlans(office);
  const secretary = await office.addPerson("secretary");
  const cashier = await office.addPerson("cashier");
  const oumou = await office.addPerson("coordinator", "oumou");
  const women = await makeWomen(office, dice);
  const few: Policyholder[] = [];
  for (let index = 0; index < 2; index += 1)
    few.push(
      await makeWoman(office, dice, {
        ...{ habit: "monthly", planCode: PETITE, isSaver: false, birthYear: 1995 },
      }),
    );
  return { hq, office, dice, secretary, cashier, oumou, women, few };
}
