import { lastOfMonth, numberOf, plusDays } from "../insurance/yearDays.ts";
import type { Book, VoucherNote } from "./yearBook.ts";
import {
  added,
  type Counting,
  counted,
  type Days,
  type Figure,
  isIn,
  type Line,
  lines,
  share,
} from "./yearCounts.ts";

/* The cash book by its vouchers alone; what an account is says the table in docs/cashbook.md. */

const INCOME =
  "membershipCard cardReplacement healthRegistration healthContribution lifeRegistration lifeContribution rent " +
  "depositWithheld classFee cashOver grant stateGrant donation productionIncome otherIncome";
const EXPENSE =
  "healthBenefit healthRefund lifePayment rentRefund trainerAllowance cashShort salary transport fuel officeRent " +
  "waterPower telephone supplies medicalSupplies productionSupplies training meeting repair bankFee tax " +
  "memberSupport otherExpense";

const booked = (accounts: string, sign: 1 | -1): Counting => {
  const known = new Set(accounts.split(" "));
  return lines(({ vouchers }, days) =>
    vouchers
      .filter(({ on, account }) => isIn(on, days) && known.has(account))
      .map((one) => francs(one, sign)),
  );
};

const francs = ({ account, amount, project, sign }: VoucherNote, asked: 1 | -1): Line => ({
  ...{ value: sign * asked * amount, group: account, donor: project ?? "none" },
});

const income = booked(INCOME, 1);
const expense = booked(EXPENSE, -1);

/** The part of a year's plan that its days make up to one of them, to the nearest franc. */
function planTo(amount: number, year: number, day: string): number {
  const first = numberOf(`${year}-01-01`);
  const days = numberOf(`${year + 1}-01-01`) - first;
  const gone = Math.min(days, Math.max(0, numberOf(day) - first + 1));
  return Math.round((amount * gone) / days);
}

const planned = (accounts: string): Counting =>
  lines(({ budget }, { from, to }) =>
    budget
      .filter(({ account }) => accounts.split(" ").includes(account))
      .map(({ account, amount, year, project }) => ({
        ...{ group: account, donor: project ?? "none" },
        value: planTo(amount, year, to) - planTo(amount, year, plusDays(from, -1)),
      })),
  );

const plannedIncome = planned(INCOME);
const plannedExpense = planned(EXPENSE);

const inTills = ({ office, vouchers }: Book, { to }: Days): Line[] =>
  vouchers
    .filter(({ on }) => on <= to)
    .map(({ sign, amount, till }) => ({ value: sign * amount, group: `${office}/${till}` }));

const closed = ({ closedMonths }: Book, days: Days): Line[] =>
  [...closedMonths].filter((month) => isIn(lastOfMonth(month), days)).map(() => ({ value: 1 }));

const count = (counting: Counting): Figure => ({ kind: "count", count: counting });

export const CASH: Readonly<Record<string, Figure>> = {
  "cashbook.income": count(income),
  "cashbook.expense": count(expense),
  "cashbook.result": count(added([income], [expense])),
  "cashbook.balance": counted(inTills),
  "cashbook.remitted": count(booked("remittanceSent", -1)),
  "cashbook.received": count(booked("remittanceReceived", 1)),
  "cashbook.budgetIncomePlanned": count(plannedIncome),
  "cashbook.budgetIncomeUse": share(income, plannedIncome),
  "cashbook.budgetExpensePlanned": count(plannedExpense),
  "cashbook.budgetUse": share(expense, plannedExpense),
  "cashbook.vouchers": counted(({ vouchers }, days) =>
    vouchers
      .filter(({ on }) => isIn(on, days))
      .map(({ account, project }) => ({ value: 1, group: account, donor: project ?? "none" })),
  ),
  "cashbook.monthsClosed": counted(closed),
};
