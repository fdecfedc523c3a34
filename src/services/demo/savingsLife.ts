import { addDays, addMonths, yearOf } from "../../domain/calendar.ts";
import { CASH, isHere, type Life, nextWeekday, openDay, type Woman } from "./life.ts";
import type { Saver } from "./policiesLife.ts";

/* The ways out of the life fund: one retires, one withdraws, one dies, one waits for a word and one for her money. */

type Kind = "withdrawal" | "retirement" | "death";
const MONTHS_BEFORE = 7;
const RETIREMENT_AGE = 50;
const FRIDAY = 5;
/** Paid exits lie so many days apart between offices: a sum like theirs in one month everywhere would be no surprise. */
const SPREAD_DAYS = 150;

interface Exit {
  readonly saver: Saver;
  readonly kind: Kind;
  /** Days before today on which it is asked for. */
  readonly days: number;
  readonly upTo: "requested" | "approved" | "paid";
}

function noteExit(life: Life, { saver, kind, days, upTo }: Exit): void {
  const { woman, policyId } = saver;
  const id = life.newId();
  const on = openDay(addDays(life.end, -days));
  const approvedOn = openDay(addDays(on, 2));
  const secretary = life.as("secretary");
  life.on(on, async () => {
    const { quotes } = await secretary("insurance.lifeAccount", { id: policyId });
    const quote = quotes.find((one) => one.kind === kind);
    if (quote === undefined || quote.refusal !== null || quote.amount === 0) return;
    woman.hasExited = true;
    await secretary("insurance.requestExit", { id, policyId, kind, on, amount: quote.amount });
    if (upTo === "requested") return;
    life.on(approvedOn, () => life.as("coordinator")("insurance.approveExit", { id, approve: true }));
    if (upTo === "paid")
      life.on(nextWeekday(addDays(approvedOn, 1), FRIDAY), () => payOut(life, policyId, id));
  });
}

/** The coordinator pays what the fund has not gathered yet: a death comes early. */
async function payOut(life: Life, policyId: string, exitId: string): Promise<void> {
  const coordinator = life.as("coordinator");
  const { exits } = await coordinator("insurance.lifeAccount", { id: policyId });
  for (const { id: paymentId } of exits.find(({ id }) => id === exitId)?.payments ?? [])
    await coordinator("insurance.payExit", { id: life.newId(), paymentId, beyondFund: true, ...CASH });
}

const birthYear = ({ details: { birth } }: Woman) =>
  birth === null ? null : birth.kind === "exact" ? yearOf(birth.on) : birth.year;

/** Old enough to retire, whichever day of her year she was born on. */
function isOld(life: Life, { woman }: Saver): boolean {
  const year = birthYear(woman);
  return year !== null && yearOf(life.end) - year > RETIREMENT_AGE + 1;
}

/** Notes the exits of those who saved for long enough. */
export function noteSavings(life: Life, savers: readonly Saver[]): void {
  const ready = savers.filter(
    ({ woman, enrolsOn }) =>
      isHere(woman, life.end) &&
      addMonths(enrolsOn, MONTHS_BEFORE) < addDays(life.end, -40) &&
      birthYear(woman) !== null,
  );
  const [old, ...others] = [
    ...ready.filter((one) => isOld(life, one)),
    ...ready.filter((one) => !isOld(life, one)),
  ];
  const [withdrawing, dying, waiting, unpaid] = others;
  const dice = life.dice("savings");
  const ago = (days: number) => days + dice.roll(SPREAD_DAYS);
  const exits: readonly (readonly [Saver | undefined, Omit<Exit, "saver">])[] = [
    [
      old,
      {
        kind: old !== undefined && isOld(life, old) ? "retirement" : "withdrawal",
        days: ago(38),
        upTo: "paid",
      },
    ],
    [withdrawing, { kind: "withdrawal", days: ago(30), upTo: "paid" }],
    [waiting, { kind: "withdrawal", days: 3, upTo: "requested" }],
    [unpaid, { kind: "withdrawal", days: 8, upTo: "approved" }],
    // The smallest funds have too few savers to lose one.
    [ready.length > 5 ? dying : undefined, { kind: "death", days: ago(25), upTo: "paid" }],
  ];
  for (const [saver, exit] of exits) if (saver !== undefined) noteExit(life, { saver, ...exit });
}
