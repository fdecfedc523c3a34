import type { CalendarDate } from "../../contract/primitives.ts";
import { addDays, addMonths } from "../../domain/calendar.ts";
import type { Dice } from "./dice.ts";
import { dayIn, type Life, monthsOf, nextWeekday, openDay, yearsOf } from "./life.ts";
import { balanceOf, balancePurse, closeMonth, countBox, readStatement } from "./purse.ts";
import { BUDGET, GIFTS, GRANTS, PROJECTS, RUNNING, SPENDINGS, type Spending } from "./spendings.ts";

/* The cash book: openings, what is spent and given every month, counts, sendings to Bamako, months that are closed. */

const FRIDAY = 5;
const OPENING = { cash: 265_000, bank: 1_650_000 } as const;
/** The second cash box is filled up to this every month. */
const PETTY_CASH = 45_000;
const ROUND = 250;

const between = (dice: Dice, { from, upTo }: Pick<Spending, "from" | "upTo">) =>
  from === upTo ? from : Math.round((from + dice.roll(upTo - from)) / ROUND) * ROUND;

/** The projects that hold here: headquarters' came with its answer, else an office writes its own. */
export async function saveProjects(life: Life): Promise<void> {
  const coordinator = life.as("coordinator");
  const known = new Set((await coordinator("cashbook.projects", {})).map(({ code }) => code));
  const startsOn = `${life.start.slice(0, 4)}-01-01`;
  for (const project of PROJECTS.filter(({ code }) => !known.has(code)))
    await coordinator("cashbook.saveProject", {
      id: life.newId(),
      ...project,
      startsOn,
      endsOn: null,
      active: true,
    });
}

/** Budgets in proportion to the months of a year that the office has lived or will. */
async function saveBudgets(life: Life): Promise<void> {
  const coordinator = life.as("coordinator");
  for (const year of yearsOf(life))
    for (const [account, project, francs] of BUDGET) {
      const amount = Math.round((francs * (100 + 4 * (year % 3))) / 100 / 5_000) * 5_000;
      await coordinator("cashbook.saveBudgetLine", {
        id: life.newId(),
        year,
        account,
        project,
        amount,
        note: "",
      });
    }
}

function noteBeginning(life: Life, petty: string): void {
  const coordinator = life.as("coordinator");
  life.on(life.start, async () => {
    const till = { key: petty, kind: "cash", name: "Caisse des activités", accountNumber: "5712" } as const;
    await coordinator("cashbook.saveTill", { ...till, closed: false });
    for (const [key, amount] of Object.entries(OPENING))
      await coordinator("cashbook.recordOpening", {
        id: life.newId(),
        till: key,
        amount,
        datedOn: life.start,
      });
  });
  // The day after: headquarters' answer with its projects has been read by then.
  life.on(addDays(life.start, 1), () => saveProjects(life));
  life.on(addDays(life.start, 1), () => saveBudgets(life));
}

function noteSpending(
  life: Life,
  dice: Dice,
  about: { one: Spending; first: CalendarDate; petty: string },
): void {
  const { one, first, petty } = about;
  const on = dayIn(first, one.day ?? 14);
  if (!dice.percent(one.percent) || on <= addDays(life.start, 1)) return;
  const isOutlier = life.story.hasOutlier && one.account === "fuel" && first === outlierMonth(life);
  const amount = between(dice, one) * (isOutlier ? 30 : 1);
  const till = isOutlier ? "bank" : one.till === "petty" ? petty : one.till;
  const { account, payee, project } = one;
  const words = isOutlier ? "Carburant et réparation du véhicule prêté" : one.words;
  life.on(on, () =>
    life.as(till === "bank" ? "secretary" : "cashier")("cashbook.record", {
      ...{ id: life.newId(), direction: "out", till, account, amount, datedOn: on, words, payee, project },
      reference: till === "bank" ? `CH-${on.slice(2, 4)}${on.slice(5, 7)}${10 + dice.roll(90)}` : "",
    }),
  );
}

const outlierMonth = ({ end }: Pick<Life, "end">) => addMonths(`${end.slice(0, 7)}-01`, -2);

function noteGifts(life: Life, dice: Dice, first: CalendarDate): void {
  for (const { account, words, payee, day, percent, ...range } of GIFTS) {
    const on = dayIn(first, day ?? 14);
    if (!dice.percent(percent)) continue;
    const amount = between(dice, range);
    life.on(on, () =>
      life.as("cashier")("cashbook.record", {
        ...{ id: life.newId(), direction: "in", till: "cash", account, amount, datedOn: on, words, payee },
        ...{ project: null, reference: "" },
      }),
    );
  }
}

function noteGrants(life: Life, first: CalendarDate): void {
  const on = dayIn(first, 4);
  for (const { project, words, payee, amount } of GRANTS)
    life.on(on, () =>
      life.as("secretary")("cashbook.record", {
        ...{
          id: life.newId(),
          direction: "in",
          till: "bank",
          account: "grant",
          amount,
          datedOn: on,
          words,
          payee,
        },
        ...{ project, reference: `VIR-${on.slice(0, 7).replace("-", "")}-${project.slice(0, 3)}` },
      }),
    );
}

/** The petty cash is filled up, and what the office owes Bamako of its own income leaves with the bus. */
function noteCarrying(life: Life, dice: Dice, first: CalendarDate, petty: string): void {
  const cashier = life.as("cashier");
  const filledOn = dayIn(first, 6);
  life.on(filledOn, async () => {
    const amount = PETTY_CASH - (await balanceOf(life, petty));
    const words = "Dotation de la caisse des activités";
    if (amount > 0)
      await cashier("cashbook.transfer", {
        ...{ id: life.newId(), inId: life.newId(), from: "cash", to: petty, amount, datedOn: filledOn },
        ...{ words, reference: "" },
      });
  });
  if (life.story.headquarters) return;
  const sentOn = dayIn(first, 7);
  const amount = 2_500 * (10 + dice.roll(12)) + 250 * life.story.members;
  life.on(sentOn, () =>
    cashier("cashbook.remit", {
      ...{ id: life.newId(), from: "cash", amount, datedOn: sentOn, payee: "Chauffeur du car" },
      ...{ words: "Quote-part du mois", reference: "" },
    }),
  );
}

/** A bill that was booked twice is taken back. */
function noteReversal(life: Life): void {
  const on = openDay(addDays(life.end, -95));
  if (on < addDays(life.start, 30)) return;
  const id = life.newId();
  const { account, words, payee } = {
    account: "supplies",
    words: "Papier, cahiers et encre",
    payee: "Librairie du marché",
  };
  life.on(on, () =>
    life.as("cashier")("cashbook.record", {
      ...{ id, direction: "out", till: "cash", account, amount: 12_500, datedOn: on, words, payee },
      ...{ project: RUNNING, reference: "" },
    }),
  );
  life.on(openDay(addDays(on, 2)), () =>
    life.as("coordinator")("cashbook.reverse", {
      id: life.newId(),
      voucherId: id,
      reason: "Facture enregistrée deux fois",
    }),
  );
}

/** Weekly counts, the statements of a month's end, and the closing a week later; the last whole month waits for it. */
function noteCounting(life: Life, dice: Dice, petty: string): void {
  const firstFriday = nextWeekday(addDays(life.start, 2), FRIDAY);
  for (let friday = firstFriday; friday <= life.end; friday = addDays(friday, 7))
    life.on(friday, () => countBox(life, dice, "cash"));
  for (const first of monthsOf(life)) {
    const next = addMonths(first, 1);
    life.on(openDay(addDays(next, -3)), () => countBox(life, dice, petty));
    const isLastOpen = addMonths(next, 1) > life.end;
    for (const till of ["bank", "orangeMoney"]) life.on(addDays(next, -1), () => readStatement(life, till));
    if (!isLastOpen) life.on(dayIn(next, 8), () => closeMonth(life, first));
  }
}

/** Notes what has to be there before a Friday's payments; before all other areas, so that it happens first. */
export function notePurse(life: Life): void {
  const first = nextWeekday(addDays(life.start, 2), FRIDAY);
  for (let friday = first; friday <= life.end; friday = addDays(friday, 7))
    life.on(friday, () => balancePurse(life));
}

/** Notes the cash book's story. @returns the key of the second cash box */
export function noteCashbook(life: Life): string {
  const dice = life.dice("cashbook");
  const petty = life.newId();
  noteBeginning(life, petty);
  for (const [index, first] of monthsOf(life).entries()) {
    if (index % 3 === 0) noteGrants(life, first);
    noteCarrying(life, dice, first, petty);
    for (const one of SPENDINGS) noteSpending(life, dice, { one, first, petty });
    noteGifts(life, dice, first);
  }
  noteReversal(life);
  return petty;
}

/** Notes the counts and closings; after all other areas, so that they happen last on their days. */
export function noteCounts(life: Life, petty: string): void {
  noteCounting(life, life.dice("counts"), petty);
}
