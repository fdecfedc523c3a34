import type { ClaimDetails } from "../../contract/insuranceClaims.ts";
import type { CareCategory } from "../../contract/insuranceTerms.ts";
import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import type { Dice } from "./dice.ts";
import { CASH, isHere, type Life, nextWeekday, openDay, unless } from "./life.ts";
import type { Policyholder } from "./policiesLife.ts";

/* Care and what becomes of its claims: entered by the health worker, decided on Wednesdays, paid on Fridays. */

interface Care {
  readonly category: CareCategory;
  readonly words: string;
  readonly from: number;
  readonly upTo: number;
  readonly diagnosis: string;
  readonly act?: string;
}

const CARE: readonly Care[] = [
  {
    category: "consultation",
    words: "Consultation",
    from: 1_000,
    upTo: 3_000,
    diagnosis: "fièvre",
    act: "CONS",
  },
  {
    category: "consultation",
    words: "Consultation",
    from: 1_000,
    upTo: 2_500,
    diagnosis: "toux",
    act: "CONS",
  },
  { category: "medicines", words: "Médicaments", from: 1_500, upTo: 9_000, diagnosis: "paludisme simple" },
  { category: "medicines", words: "Médicaments", from: 2_000, upTo: 22_000, diagnosis: "infection" },
  { category: "tests", words: "Analyses de sang", from: 2_500, upTo: 12_000, diagnosis: "fatigue" },
  { category: "tests", words: "Échographie", from: 7_500, upTo: 9_000, diagnosis: "grossesse", act: "ECHO" },
  {
    category: "maternity",
    words: "Accouchement",
    from: 20_000,
    upTo: 38_000,
    diagnosis: "accouchement",
    act: "ACCOUCH",
  },
  { category: "dental", words: "Extraction", from: 4_000, upTo: 9_000, diagnosis: "carie" },
  { category: "minorSurgery", words: "Petite chirurgie", from: 10_000, upTo: 30_000, diagnosis: "abcès" },
  {
    category: "hospital",
    words: "Nuit d’hospitalisation",
    from: 5_000,
    upTo: 16_000,
    diagnosis: "paludisme grave",
  },
  { category: "optical", words: "Lunettes", from: 15_000, upTo: 28_000, diagnosis: "vue basse" },
];
/** How far a claim goes; `whole` to the end. */
type Road = "whole" | "draft" | "submitted" | "checked" | "decided" | "rejected" | "dear" | "withdrawn";

/** So that every rate of the plan leaves whole coins. */
const toHundreds = (francs: number) => Math.round(francs / 100) * 100;

interface Falling {
  readonly holder: Policyholder;
  readonly careOn: CalendarDate;
  readonly enteredOn: CalendarDate;
  readonly road: Road;
}

function linesOf(life: Life, dice: Dice, { diagnosis, category, words, from, upTo, act }: Care, road: Road) {
  const lineOf = (about: Pick<Care, "category" | "words"> & { act: string | null; asked: number }) => ({
    ...{ id: life.newId(), quantity: 1, ...about },
  });
  if (road === "dear")
    return [
      lineOf({ category: "maternity", words: "Césarienne", act: null, asked: 145_000 }),
      lineOf({ category: "medicines", words: "Médicaments", act: null, asked: 18_500 }),
    ];
  const asked = toHundreds(from + dice.roll(upTo - from));
  const first = lineOf({ category, words, act: act ?? null, asked });
  const beside = category === "consultation" && diagnosis !== "" && dice.percent(60);
  return beside
    ? [
        first,
        lineOf({
          category: "medicines",
          words: "Médicaments",
          act: null,
          asked: toHundreds(1_500 + dice.roll(6_000)),
        }),
      ]
    : [first];
}

function detailsOf(life: Life, dice: Dice, { holder, careOn, road }: Falling): ClaimDetails {
  const care = dice.pick(CARE);
  const isChild =
    road !== "dear" && holder.childIds.length > 0 && dice.percent(30) && care.category !== "maternity";
  const elsewhere = dice.percent(12);
  const code = care.category === "medicines" ? "PHARMA" : dice.percent(45) ? "CSREF" : "CSCOM";
  return {
    ...{ policyId: holder.policyId, childId: isChild ? dice.pick(holder.childIds) : null, careOn },
    ...{ facilityCode: elsewhere ? null : code, facilityName: elsewhere ? "Clinique de passage" : "" },
    receiptNumber: `R-${careOn.slice(2, 4)}${careOn.slice(5, 7)}-${100 + dice.roll(900)}`,
    ...{ diagnosis: road === "dear" ? "césarienne" : care.diagnosis, prescription: "" },
    lines: linesOf(life, dice, care, road),
  };
}

const WEDNESDAY = 3;
const FRIDAY = 5;

function noteDecision(life: Life, claimId: string, checkedOn: CalendarDate, road: Road): void {
  const decidedOn = nextWeekday(addDays(checkedOn, 1), WEDNESDAY);
  const coordinator = life.as("coordinator");
  life.on(decidedOn, async () => {
    const { claim, computed, decides } = await coordinator("insurance.claim", { id: claimId });
    if (claim.state !== "checked") return;
    if (road === "rejected" && decides !== "headquarters") {
      const note = "Le reçu est au nom d’une autre personne.";
      await coordinator("insurance.decideClaim", { id: claimId, decision: "reject", note, granted: 0 });
      life.on(openDay(addDays(decidedOn, 5)), () =>
        life.as("healthWorker")("insurance.closeClaim", { id: claimId }),
      );
      return;
    }
    const granted = computed.granted;
    const done = await coordinator("insurance.decideClaim", {
      id: claimId,
      decision: "asComputed",
      note: "",
      granted,
    });
    if (road === "decided" || done.claim.state !== "decided") return;
    if (granted > 0) notePaying(life, claimId, nextWeekday(addDays(decidedOn, 1), FRIDAY));
    else
      life.on(openDay(addDays(decidedOn, 6)), () =>
        life.as("healthWorker")("insurance.closeClaim", { id: claimId }),
      );
  });
}

/** Paid on a Friday, as far as the fund goes; what it does not bear waits. */
function notePaying(life: Life, claimId: string, on: CalendarDate): void {
  const cashier = life.as("cashier");
  life.on(on, async () => {
    const waiting = await cashier("insurance.claimsToPay", {});
    const amount = waiting.find(({ id }) => id === claimId)?.left ?? 0;
    if (amount === 0) return;
    const payment = { id: life.newId(), claimId, amount, beyondFund: false, ...CASH };
    await unless(["insurance.beyondFund"], cashier("insurance.payClaim", payment));
  });
}

/** One claim on its road. */
function noteClaim(life: Life, dice: Dice, falling: Falling): void {
  const { enteredOn, road, holder } = falling;
  const id = life.newId();
  const worker = life.as("healthWorker");
  life.on(enteredOn, async () => {
    const details = detailsOf(life, dice, falling);
    // She goes on with her own life: the story of her policy may be over by now.
    if (holder.woman.hasExited) return;
    await worker("insurance.saveClaim", { id, details, submit: road !== "draft" });
    const checkedOn = openDay(addDays(enteredOn, 1 + dice.roll(2)));
    if (road === "draft" || road === "submitted") return;
    life.on(checkedOn, () => worker("insurance.checkClaim", { id }));
    if (road === "withdrawn")
      life.on(openDay(addDays(checkedOn, 2)), () => worker("insurance.closeClaim", { id }));
    else if (road !== "checked") noteDecision(life, id, checkedOn, road);
  });
}

/** Last claims, so that there is one in every state whatever the dice say: days before today on which they come. */
const LAST: readonly (readonly [days: number, road: Road])[] = [
  [1, "draft"],
  [2, "draft"],
  [2, "submitted"],
  [3, "submitted"],
  [5, "checked"],
  [6, "checked"],
  [13, "decided"],
  [14, "decided"],
  [16, "dear"],
  [60, "rejected"],
];

/** Insured for long enough on the day of care, and paid for. */
const isCovered = ({ woman, enrolsOn, isFaithful }: Policyholder, day: CalendarDate) =>
  isFaithful && isHere(woman, addDays(day, 30)) && addMonths(enrolsOn, 3) < day;

/** One that headquarters ruled on long ago, and those of the last weeks. */
function noteLast(life: Life, dice: Dice, holders: readonly Policyholder[]): void {
  const dear: readonly (readonly [days: number, road: Road])[] = [[150, "dear"]];
  for (const [days, road] of [...dear, ...LAST]) {
    const enteredOn = openDay(addDays(life.end, -days));
    const covered = holders.filter((holder) => isCovered(holder, addDays(enteredOn, -6)));
    if (enteredOn > life.start && covered.length > 0)
      noteClaim(life, dice, { holder: dice.pick(covered), careOn: addDays(enteredOn, -3), enteredOn, road });
  }
}

/**
 * Notes the claims of every month, about one for eleven policies, and the last ones.
 * @param savers women whose policies may be over once the life fund paid them out
 */
export function noteClaims(life: Life, holders: readonly Policyholder[], savers: ReadonlySet<string>): void {
  const dice = life.dice("claims");
  for (let day = addMonths(life.start, 1); day < addDays(life.end, -18); day = addDays(day, 2)) {
    const on = openDay(day);
    const covered = holders.filter((holder) => isCovered(holder, on));
    const insured = holders.filter(({ woman, enrolsOn }) => enrolsOn < on && isHere(woman, addDays(on, 20)));
    const ill = dice.roll(160) < insured.length;
    // Now and then the cover has not begun or has stopped: the rules say so.
    const from = dice.percent(12) ? insured : covered;
    if (!ill || from.length === 0) continue;
    const road = dice.percent(4) ? "rejected" : dice.percent(2) ? "withdrawn" : "whole";
    const careOn = addDays(on, -dice.roll(12));
    const holder = dice.pick(from);
    if (careOn > holder.enrolsOn) noteClaim(life, dice, { holder, careOn, enteredOn: on, road });
  }
  const others = holders.filter(({ woman }) => !savers.has(woman.id));
  // The smallest offices have savers only.
  noteLast(life, dice, others.length > 3 ? others : holders);
}
