/*
 * A tenant's account as somebody with a notebook keeps it: what was asked on which day, what came on which day. Nothing
 * of the product's rules is used here.
 */

export interface Asked {
  readonly on: string;
  readonly francs: number;
  /** Whether a penalty may follow. */
  readonly bearsPenalty: boolean;
}

export interface Came {
  readonly on: string;
  readonly francs: number;
}

export interface Agreement {
  readonly startsOn: string;
  readonly months: 1 | 3 | 6 | 12;
  readonly rent: number;
  readonly dueDay: number;
  /** A period, beside the rent. */
  readonly charges: number;
  readonly penalty: { readonly graceDays: number; readonly francs: number } | null;
}

export interface Notebook {
  readonly agreement: Agreement;
  /** From a month's first day on, another rent. */
  readonly rents: { readonly from: string; readonly rent: number }[];
  readonly freeMonths: Set<string>;
  endedOn: string | null;
  readonly came: Came[];
  depositHeld: number;
}

export function openNotebook(agreement: Agreement): Notebook {
  return { agreement, rents: [], freeMonths: new Set(), endedOn: null, came: [], depositHeld: 0 };
}

const two = (value: number) => String(value).padStart(2, "0");
const DAY_MS = 86_400_000;

export function later(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Days of a month on which the tenant has the place. */
function daysThere(book: Notebook, year: number, month: number): number {
  let there = 0;
  for (let day = 1; day <= lengthOf(year, month); day += 1) {
    const text = `${year}-${two(month)}-${two(day)}`;
    if (text >= book.agreement.startsOn && (book.endedOn === null || text <= book.endedOn)) there += 1;
  }
  return there;
}

/** Half up, of a sum of fractions that is exact enough: amounts here have at most two fractions. */
const round = (value: number) => Math.floor(value + 0.5 + 1e-9);

/** Everything that the agreement asks for in periods which begin by a day, penalties left out. */
function agreed(book: Notebook, until: string): Asked[] {
  const { startsOn, months, rent, dueDay, charges } = book.agreement;
  const all: Asked[] = [];
  let year = Number(startsOn.slice(0, 4));
  let month = Number(startsOn.slice(5, 7));
  for (;;) {
    const first = `${year}-${two(month)}-01`;
    const begins = first < startsOn ? startsOn : first;
    if (begins > until || (book.endedOn !== null && begins > book.endedOn)) return all;
    let current = rent;
    for (const step of book.rents) if (step.from <= begins) current = step.rent;
    let paidShare = 0;
    let thereShare = 0;
    for (let index = 0; index < months; index += 1) {
      const inYear = year + Math.floor((month - 1 + index) / 12);
      const inMonth = ((month - 1 + index) % 12) + 1;
      const share = daysThere(book, inYear, inMonth) / lengthOf(inYear, inMonth);
      thereShare += share;
      if (!book.freeMonths.has(`${inYear}-${two(inMonth)}`)) paidShare += share;
    }
    const due = `${year}-${two(month)}-${two(dueDay)}`;
    const on = due < startsOn ? startsOn : due;
    const francs = round((current * paidShare) / months);
    const extra = round((charges * thereShare) / months);
    if (francs > 0) all.push({ on, francs, bearsPenalty: true });
    if (extra > 0) all.push({ on, francs: extra, bearsPenalty: true });
    year += Math.floor((month - 1 + months) / 12);
    month = ((month - 1 + months) % 12) + 1;
  }
}

const totalBy = (lines: readonly Came[], day: string) =>
  lines.reduce((sum, { on, francs }) => (on <= day ? sum + francs : sum), 0);

/** What was asked for by a day, with penalties: one whenever an amount was not wholly there after its grace. */
export function askedBy(book: Notebook, day: string): Asked[] {
  const { penalty } = book.agreement;
  const lines = agreed(book, day).sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  if (penalty === null) return lines.filter(({ on }) => on <= day);
  const all: Asked[] = [];
  for (const line of lines) {
    const deadline = later(line.on, penalty.graceDays);
    // Oldest first: all that was asked before it, and it, must have come by then.
    const before = [...all, line]
      .filter(({ on }) => on <= line.on)
      .reduce((sum, { francs }) => sum + francs, 0);
    all.push(line);
    if (deadline < day && totalBy(book.came, deadline) < before)
      all.push({ on: later(deadline, 1), francs: penalty.francs, bearsPenalty: false });
  }
  return all.filter(({ on }) => on <= day).sort((one, other) => (one.on < other.on ? -1 : 1));
}

export interface Account {
  readonly asked: number;
  readonly came: number;
  readonly arrears: number;
  readonly advance: number;
  readonly ages: readonly [number, number, number, number];
}

/** How the tenant stands at the end of a day: what came goes to the oldest first. */
export function accountOn(book: Notebook, day: string): Account {
  const lines = askedBy(book, day);
  const came = totalBy(book.came, day);
  let rest = came;
  const ages: [number, number, number, number] = [0, 0, 0, 0];
  for (const { on, francs } of lines) {
    const paid = Math.min(rest, francs);
    rest -= paid;
    const late = Math.round((Date.parse(day) - Date.parse(on)) / DAY_MS);
    ages[late <= 30 ? 0 : late <= 60 ? 1 : late <= 90 ? 2 : 3] += francs - paid;
  }
  const asked = lines.reduce((sum, { francs }) => sum + francs, 0);
  return { asked, came, arrears: Math.max(0, asked - came), advance: Math.max(0, came - asked), ages };
}
