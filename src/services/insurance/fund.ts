import type { InputOf } from "../../contract/index.ts";
import type { FundView } from "../../contract/insurancePolicies.ts";
import type { PlanCode } from "../../contract/insuranceTerms.ts";
import type { CalendarDate, Francs, OfficeScope } from "../../contract/primitives.ts";
import { accept, type Result, refuse } from "../../contract/results.ts";
import { listCommitted, listInsuredPlans, listMovements } from "../../data/insurance/fund.ts";
import type { Reader } from "../../data/reader.ts";
import { addMonths } from "../../domain/calendar.ts";
import { type FundBalance, type FundMovement, fundBalances } from "../../domain/insurance/fund.ts";
import { versionOn } from "../../domain/insurance/planVersions.ts";
import type { Call } from "../call.ts";
import { scopeOf } from "../scope.ts";
import { nationalPlanBook, ownPlanBook, type PlanBook } from "./planBook.ts";

const MONTHS = 24;

const sum = (movements: readonly FundMovement[], direction: FundMovement["direction"]) =>
  movements.filter((one) => one.direction === direction).reduce((total, { amount }) => total + amount, 0);

/** The last two years up to today's, from the first that saw money on, each with the balance at its end. */
function monthsOf(movements: readonly FundMovement[], today: CalendarDate): FundView["months"] {
  const first = movements.reduce((month, { on }) => (on < month ? on.slice(0, 7) : month), today.slice(0, 7));
  const all = Array.from({ length: MONTHS }, (_, ago) =>
    addMonths(`${today.slice(0, 7)}-01`, ago + 1 - MONTHS).slice(0, 7),
  );
  return all
    .filter((month) => month >= first)
    .map((month) => {
      const within = movements.filter(({ on }) => on.slice(0, 7) === month);
      const until = movements.filter(({ on }) => on.slice(0, 7) <= month);
      return {
        month,
        contributions: sum(within, "in"),
        benefits: sum(within, "out"),
        balance: sum(until, "in") - sum(until, "out"),
      };
    });
}

interface Ledger {
  readonly movements: readonly FundMovement[];
  readonly balances: readonly FundBalance[];
}

function ledgerOf(reader: Reader, office: OfficeScope, today: CalendarDate): Ledger {
  const movements = listMovements(reader, office);
  return { movements, balances: fundBalances(movements, listCommitted(reader, office), today) };
}

function viewOf(
  about: { office: OfficeScope; code: PlanCode; kind: "health" | "life"; name: string },
  { movements, balances }: Ledger,
  today: CalendarDate,
): FundView {
  const { office, code, kind, name } = about;
  const found = balances.find(({ plan }) => plan === code);
  return {
    ...{ office, planCode: code, planName: name, kind },
    contributions: found?.moneyIn ?? 0,
    benefits: found?.moneyOut ?? 0,
    balance: found?.balance ?? 0,
    committed: found?.committed ?? 0,
    reserveMonths: found?.reserveMonths ?? null,
    months: monthsOf(
      movements.filter(({ plan, on }) => plan === code && on <= today),
      today,
    ),
  };
}

/** A plan's kind and name where the office knows the plan; the code stands for a name that nobody knows. */
function nameOf(book: PlanBook, office: string, code: PlanCode, today: CalendarDate) {
  const versions = book.versions(office, code);
  return versionOn(versions, today) ?? versions[0];
}

/**
 * The fund by plan: what came in, what went out (benefits, refunds, life payments), what is promised, and how long the
 * rest lasts. Of one office's cash book, and at headquarters of any or of all. What is promised on claims is counted for
 * who may read them there.
 */
export function readFund(call: Call, input: InputOf<"insurance.fund">): Result<FundView[]> {
  const scope = scopeOf(call, input.office, "finance");
  if (!scope.ok) return scope;
  const { reader } = scope.value;
  const office = scope.value.office ?? call.office.code;
  const isOwn = scope.value.office === undefined;
  const book = isOwn ? ownPlanBook(call, reader) : nationalPlanBook(call, reader);
  const today = call.today();
  const ledger = ledgerOf(reader, office, today);
  const insured = new Map(listInsuredPlans(reader, office).map(({ code, kind }) => [code, kind]));
  const home = office === "all" ? call.office.code : office;
  const codes = new Set([...book.codes(home), ...insured.keys(), ...ledger.balances.map(({ plan }) => plan)]);
  return accept(
    [...codes].sort().map((code) => {
      const plan = nameOf(book, home, code, today);
      const kind = (plan?.terms.kind ?? insured.get(code)) === "life" ? "life" : "health";
      return viewOf({ office, code, kind, name: plan?.name ?? code }, ledger, today);
    }),
  );
}

/** What a plan's fund of this office holds today; negative when more was paid than came in. */
export function fundBalance(call: Call, reader: Reader, plan: PlanCode): number {
  const { balances } = ledgerOf(reader, call.office.code, call.today());
  return balances.find((one) => one.plan === plan)?.balance ?? 0;
}

/**
 * Money that leaves a fund: beyond what is in it only by the coordinator, and only when she says so.
 * @param payment.beyondFund what the person confirmed
 */
export function checkFund(
  call: Call,
  reader: Reader,
  payment: { readonly planCode: PlanCode; readonly amount: Francs; readonly beyondFund: boolean },
): Result<null> {
  const balance = fundBalance(call, reader, payment.planCode);
  if (payment.amount <= balance || (payment.beyondFund && call.user.role === "coordinator"))
    return accept(null);
  return refuse("insurance.beyondFund", { field: "amount", values: { balance } });
}
