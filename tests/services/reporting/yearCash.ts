import { v7 } from "uuid";
import { closeMonth } from "../cashbook/book.ts";
import { plusDays, plusMonths } from "../insurance/yearDays.ts";
import { FIRST_DAY, note, type Play, takeBack } from "./yearBook.ts";

/* The cash book by hand: gifts, expenses, projects, transfers, remittances, counts, budgets, months that are closed. */

const BY_HAND = [
  { account: "grant", sign: 1, from: 60_000, project: "ALPHA-CH" },
  { account: "donation", sign: 1, from: 8_000, project: null },
  { account: "grant", sign: 1, from: 40_000, project: "SANTE-27" },
  { account: "supplies", sign: -1, from: 2_000, project: "ALPHA-CH" },
  { account: "transport", sign: -1, from: 1_500, project: null },
  { account: "salary", sign: -1, from: 20_000, project: "SANTE-27" },
  { account: "officeRent", sign: -1, from: 10_000, project: null },
] as const;

async function record(play: Play): Promise<void> {
  const { office, dice, day } = play;
  const { account, sign, from, project } = dice.pick(BY_HAND);
  const [id, amount, till] = [v7(), from + dice.roll(from), dice.pick(["cash", "bank"] as const)];
  // Some papers come late, when their month is over and not closed yet.
  const late = plusDays(day, -dice.roll(20));
  const on = dice.percent(30) && late > FIRST_DAY ? late : day;
  await office.must("cashbook.record", {
    ...{ id, direction: sign === 1 ? "in" : "out", till, account, amount, datedOn: on, project },
    ...{ words: "Divers", payee: "", reference: till === "bank" ? `CH ${amount}` : "" },
  });
  const voucher = note(play, { id, on, account, amount, sign, till, project });
  if (dice.percent(8)) await takeBack(play, voucher);
}

async function transfer(play: Play): Promise<void> {
  const { office, dice, day } = play;
  const [id, inId, amount] = [v7(), v7(), 5_000 + dice.roll(10_000)];
  const about = {
    id,
    inId,
    from: "cash",
    to: "bank",
    amount,
    datedOn: day,
    words: "",
    reference: "",
  } as const;
  await office.must("cashbook.transfer", about);
  const out = note(play, { id, account: "transfer", amount, sign: -1 });
  note(play, { id: inId, account: "transfer", amount, sign: 1, till: "bank" });
  if (!dice.percent(20)) return;
  // Both sides go back.
  await takeBack(play, out);
  note(play, { account: "transfer", amount, sign: -1, till: "bank", isReversal: true });
}

async function remit(play: Play): Promise<void> {
  const { office, dice, day } = play;
  const [id, amount] = [v7(), 10_000 + dice.roll(20_000)];
  const about = {
    id,
    from: "bank",
    amount,
    datedOn: day,
    payee: "Transport Bani",
    words: "",
    reference: "R",
  } as const;
  await office.must("cashbook.remit", about);
  const voucher = note(play, { id, account: "remittanceSent", amount, sign: -1, till: "bank" });
  if (dice.percent(20)) await takeBack(play, voucher);
}

/** The bank's statement differs by a little, either way. */
async function count(play: Play): Promise<void> {
  const { office, dice } = play;
  const tills = await office.must("cashbook.tills", {});
  const expected = tills.find(({ key }) => key === "bank")?.balance ?? 0;
  const difference = dice.pick([-700, -250, 400, 0]);
  const voucherId = v7();
  await office.must("cashbook.count", {
    ...{ id: v7(), voucherId, till: "bank", pieces: [], statement: expected + difference, expected },
    reason: "Frais inconnus",
  });
  const [account, sign] = difference < 0 ? (["cashShort", -1] as const) : (["cashOver", 1] as const);
  const entry = { id: voucherId, account, amount: Math.abs(difference), till: "bank" };
  if (difference !== 0) note(play, { ...entry, sign });
}

/** The month before the last, so that this month's papers still find theirs open. */
async function close({ office, book, day }: Play): Promise<void> {
  const month = plusMonths(day, -2).slice(0, 7);
  if (month < "2027-07") return;
  await closeMonth(office, month);
  book.closedMonths.add(month);
}

const PROJECTS = [
  { code: "ALPHA-CH", name: "Alphabétisation", donor: "Commune" },
  { code: "SANTE-27", name: "Santé 2027", donor: "Fondation" },
] as const;

async function plan({ office, book, dice }: Play): Promise<void> {
  for (const year of [2027, 2028])
    for (const { account, project } of [...BY_HAND, { account: "membershipCard", project: null } as const]) {
      if (account === "officeRent") continue;
      const save = (id: string, amount: number) =>
        office.must("cashbook.saveBudgetLine", { id, year, account, project, amount, note: "" });
      const [id, amount] = [v7(), 100_001 + dice.roll(400_000)];
      await save(id, 77_777);
      // Corrected before it was used; one line is struck out.
      await save(id, account === "donation" && year === 2028 ? 0 : amount);
      if (account !== "donation" || year !== 2028) book.budget.push({ year, account, project, amount });
    }
}

export async function beginCash(play: Play): Promise<void> {
  const { office, day } = play;
  for (const project of PROJECTS)
    await office.must("cashbook.saveProject", {
      id: v7(),
      ...project,
      startsOn: null,
      endsOn: null,
      active: true,
    });
  for (const [till, amount] of [
    ["cash", 400_000],
    ["bank", 300_000],
  ] as const) {
    const id = v7();
    await office.must("cashbook.recordOpening", { id, till, amount, datedOn: day });
    note(play, { id, account: "opening", amount, sign: 1, till });
  }
  await plan(play);
}

export async function liveCash(play: Play): Promise<void> {
  const { dice, day } = play;
  for (let index = dice.roll(4); index > 0; index -= 1) await record(play);
  if (day.endsWith("-19")) await transfer(play);
  if (day.endsWith("-10")) await remit(play);
  if (day.endsWith("-01")) await count(play);
  if (day.endsWith("-01") && day < "2028-06-01") await close(play);
}
