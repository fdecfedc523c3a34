import { v7 } from "uuid";
import type { LeaveReason } from "../../../src/contract/literacyTerms.ts";
import type { BirthDate, DepartureReason } from "../../../src/contract/membership.ts";
import type { Dice } from "../../../src/services/demo/dice.ts";
import type { TestOffice } from "../../support/office.ts";
import type { Notes, StayNote } from "../literacy/yearNotes.ts";
import type { Notebook } from "../rental/notebook.ts";

/*
 * What an office would find in a paper notebook that was kept beside the program: what happened, on which day, for how
 * much. Nothing here is asked of the program but what it prints on a receipt or a decision.
 */

export const FIRST_DAY = "2027-07-01";
/** In the middle of a month, of a quarter and of a year. */
export const TODAY = "2028-08-20";

export interface VoucherNote {
  readonly id: string;
  readonly on: string;
  /** 1 came in, -1 went out. */
  readonly sign: 1 | -1;
  readonly account: string;
  readonly amount: number;
  readonly project: string | null;
  readonly till: string;
  /** Of what belongs to the insurance. */
  readonly plan: string | null;
  readonly isReversal: boolean;
  isTakenBack: boolean;
}

export interface TermNote {
  readonly paidOn: string;
  readonly startsOn: string;
  readonly endsOn: string;
  kind: "first" | "renewal" | "afterLapse";
  readonly voucher: VoucherNote;
}

export interface WomanNote {
  readonly id: string;
  readonly joinedOn: string;
  birth: BirthDate | null;
  hasSigned: boolean;
  left: { readonly on: string; readonly reason: DepartureReason } | null;
  isMergedAway: boolean;
  erasedOn: string | null;
  readonly terms: TermNote[];
}

export interface ContributionNote {
  readonly from: string;
  readonly to: string;
  readonly amount: number;
  readonly paidOn: string;
  readonly voucher: VoucherNote;
  isPaidBack: boolean;
}

export interface PolicyNote {
  readonly id: string;
  readonly plan: string;
  readonly woman: WomanNote;
  readonly effectiveOn: string;
  endedOn: string | null;
  readonly contributions: ContributionNote[];
}

export type ClaimStep = "draft" | "submitted" | "checked" | "referred" | "decided" | "paid" | "closed";

export interface ClaimNote {
  readonly id: string;
  readonly policy: PolicyNote;
  readonly enteredOn: string;
  step: ClaimStep;
  decidedOn: string | null;
  lines: {
    readonly id: string;
    readonly category: string;
    readonly asked: number;
    granted: number;
  }[];
  readonly payments: VoucherNote[];
}

export interface ExitNote {
  readonly policy: PolicyNote;
  readonly on: string;
  readonly kind: "withdrawal" | "death";
  readonly parts: { readonly id: string; readonly amount: number; paidOn: string | null }[];
}

export interface CheckupNote {
  readonly id: string;
  readonly woman: WomanNote;
  readonly on: string;
  isTakenBack: boolean;
}

export interface PremisesNote {
  readonly id: string;
  readonly kind: string;
  retiredOn: string | null;
}

export interface LeaseNote {
  readonly id: string;
  readonly tenant: string;
  /** How many thirds of the rent stand for each. */
  readonly premises: readonly { readonly of: PremisesNote; readonly thirds: number }[];
  readonly account: Notebook;
  readonly received: { readonly on: string; readonly francs: number; readonly voucher: VoucherNote }[];
  /** Advances that were given back. */
  readonly givenBack: { readonly on: string; readonly francs: number }[];
  readonly writtenOff: { readonly on: string; readonly francs: number }[];
  readonly deposit: { readonly on: string; readonly francs: number }[];
}

export interface Book {
  readonly office: string;
  readonly women: WomanNote[];
  readonly vouchers: VoucherNote[];
  readonly cards: { readonly on: string; readonly isReplacement: boolean }[];
  readonly policies: PolicyNote[];
  readonly claims: ClaimNote[];
  readonly exits: ExitNote[];
  readonly checkups: CheckupNote[];
  readonly premises: PremisesNote[];
  readonly leases: LeaseNote[];
  readonly classes: Notes;
  /** Of classes, by their ids. */
  readonly projects: Map<string, string>;
  readonly certificates: { readonly stay: StayNote; readonly on: string }[];
  readonly budget: {
    readonly year: number;
    readonly account: string;
    readonly project: string | null;
    readonly amount: number;
  }[];
  readonly closedMonths: Set<string>;
}

export function openBook(office: string): Book {
  return {
    ...{ office, women: [], vouchers: [], cards: [], policies: [], claims: [], exits: [], checkups: [] },
    ...{ premises: [], leases: [], projects: new Map(), certificates: [], budget: [] },
    classes: {
      ...{ cohorts: [], stays: [], sessions: [], papers: [], fees: [], allowances: [], certified: new Set() },
    },
    closedMonths: new Set(),
  };
}

interface Person {
  readonly login: string;
  readonly passphrase: string;
}

/** An office, its notebook, and the day that is being lived. */
export interface Play {
  readonly office: TestOffice;
  readonly book: Book;
  readonly dice: Dice;
  /** Who gives the second word. */
  readonly oumou: Person;
  day: string;
}

type Entry = Pick<VoucherNote, "account" | "amount" | "sign"> & Partial<VoucherNote>;

/** Notes a voucher of today in cash, unless told otherwise. */
export function note({ book, day }: Play, entry: Entry): VoucherNote {
  const voucher: VoucherNote = {
    ...{ id: v7(), on: day, project: null, till: "cash", plan: null, isReversal: false, isTakenBack: false },
    ...entry,
  };
  book.vouchers.push(voucher);
  return voucher;
}

/** Takes a voucher back, in the program and in the notebook. */
export async function takeBack(play: Play, voucher: VoucherNote): Promise<void> {
  const id = v7();
  await play.office.must("cashbook.reverse", { id, voucherId: voucher.id, reason: "erreur de saisie" });
  voucher.isTakenBack = true;
  const { account, amount, project, till, plan } = voucher;
  note(play, {
    id,
    account,
    amount,
    project,
    till,
    plan,
    sign: voucher.sign === 1 ? -1 : 1,
    isReversal: true,
  });
}

/** How she pays today: in cash or by telephone. */
export function paying({ dice }: Play): {
  readonly method: "cash" | "orangeMoney";
  readonly reference: string;
} {
  return dice.percent(75)
    ? { method: "cash", reference: "" }
    : { method: "orangeMoney", reference: `OM ${dice.roll(1_000_000)}` };
}

export const LEAVE_REASONS: readonly LeaveReason[] = [
  "moved",
  "work",
  "illness",
  "child",
  "lostInterest",
  "other",
];
