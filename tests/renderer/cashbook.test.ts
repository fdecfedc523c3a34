import { describe, expect, test } from "vitest";
import { fitsAccount } from "../../renderer/features/cashbook/accountSearch.ts";
import { shareOf, totalsOf } from "../../renderer/features/cashbook/budget/budgetFigures.ts";
import {
  countedOf,
  emptyCount,
  isCounted,
  piecesOf,
} from "../../renderer/features/cashbook/count/countForm.ts";
import {
  emptyEntry,
  emptyMove,
  entryInput,
  remitInput,
  transferInput,
} from "../../renderer/features/cashbook/entry/entryForm.ts";
import {
  filterOf,
  isNarrowed,
  readJournalView,
  usualView,
  writeJournalView,
} from "../../renderer/features/cashbook/journal/journalView.ts";
import { wayTo } from "../../renderer/features/cashbook/months/monthWarnings.ts";
import { placesAt } from "../../renderer/features/cashbook/places.ts";
import { codeFor } from "../../renderer/features/cashbook/settings/accountForm.ts";
import { byOffice, isUsed } from "../../renderer/features/cashbook/tills/tillGroups.ts";
import { cashbookTasks } from "../../renderer/features/office/today/cashbookTasks.ts";
import { newId } from "../../renderer/lib/newId.ts";
import { cashbook } from "../../src/contract/cashbook.ts";
import type { MonthBook, MonthWarning, Till } from "../../src/contract/cashbookTerms.ts";

const TODAY = "2026-11-23";
const NO_TASKS = { monthsToClose: 0, tillsToCount: 0, negativeTills: 0, remittancesOpen: 0 };

describe("the journal's address", () => {
  const read = (address: string, office?: string) =>
    readJournalView(new URLSearchParams(address), "", TODAY, office);

  test("without anything is the present month of everything", () => {
    expect(read("")).toEqual(usualView(TODAY));
    expect(writeJournalView(usualView(TODAY), TODAY).toString()).toBe("");
  });

  test("keeps what narrows it, and reads the same again", () => {
    const address = "from=2026-10-01&to=2026-10-31&till=cash&account=transport&project=MAIS-27&direction=out";
    const view = read(address);
    expect(view).toMatchObject({ till: "cash", account: "transport", project: "MAIS-27", direction: "out" });
    expect(writeJournalView(view, TODAY).toString()).toBe(address);
    expect(isNarrowed(view)).toBe(true);
  });

  test("never holds what is searched: it may be somebody's name", () => {
    const view = { ...usualView(TODAY), text: "Coulibaly" };
    expect(writeJournalView(view, TODAY).toString()).toBe("");
    expect(filterOf(view)).toMatchObject({ text: "Coulibaly" });
  });

  test("takes nonsense for nothing", () => {
    expect(read("from=2026-13-01&to=x&till=nowhere&account=*&project=a&direction=up")).toEqual(
      usualView(TODAY),
    );
  });

  test("shows no single place where all offices are shown: their places have the same keys", () => {
    expect(read("till=cash", "all")).toMatchObject({ till: null, office: "all" });
    expect(read("till=cash", "KTL")).toMatchObject({ till: "cash", office: "KTL" });
  });

  test("asks the service for what its contract takes", () => {
    const input = { ...filterOf(read("till=bank&direction=in", "KTL")), offset: 0, limit: 100 };
    expect(cashbook.listVouchers.input.parse(input)).toMatchObject({ office: "KTL", till: "bank" });
  });
});

describe("an account that is typed", () => {
  const label = "628 · Téléphone et internet";

  test("is found by its number, by the beginnings of its words, without accents", () => {
    for (const typed of ["62", "628 tel", "téléph", "TELEPHONE", "inter"])
      expect([typed, fitsAccount(label, typed)]).toEqual([typed, true]);
  });

  test("is not found by letters in the middle of a word", () => {
    expect(fitsAccount(label, "phone")).toBe(false);
    expect(fitsAccount(label, "28")).toBe(false);
  });
});

describe("a voucher by hand", () => {
  test("begins in cash, today", () => {
    expect(emptyEntry(TODAY)).toMatchObject({ till: "cash", datedOn: "23/11/2026", amount: "" });
  });

  test("sends no reference for cash, also when one was typed before the place was changed", () => {
    const values = {
      ...emptyEntry(TODAY),
      amount: 2500,
      account: "transport",
      words: " Car pour Ségou ",
      reference: "OM-1",
    };
    const id = newId();
    const parse = (hasReference: boolean) =>
      cashbook.record.input.parse(entryInput(id, "out", values, TODAY, hasReference));
    expect(parse(false)).toMatchObject({ words: "Car pour Ségou", reference: "", datedOn: TODAY });
    expect(parse(true)).toMatchObject({ reference: "OM-1" });
  });

  test("leaves out what is missing rather than guessing it", () => {
    const input = entryInput(newId(), "in", { ...emptyEntry(TODAY), datedOn: "hier" }, TODAY, false);
    expect(input).toMatchObject({ amount: null, account: null, datedOn: null });
  });

  test("a transfer names both places, and what goes to Bamako who carries it", () => {
    const values = { ...emptyMove(TODAY), amount: 10000, to: "bank", payee: " Car " };
    const ids = { id: newId(), inId: newId() };
    expect(cashbook.transfer.input.parse(transferInput(ids, values, TODAY))).toMatchObject({
      from: "cash",
      to: "bank",
      amount: 10000,
    });
    expect(cashbook.remit.input.parse(remitInput(ids.id, values, TODAY))).toMatchObject({ payee: "Car" });
  });
});

describe("a count as it is typed", () => {
  const count = { ...emptyCount(), pieces: { 10000: 2, 500: 3, 5: "" as const } };

  test("adds notes and coins; what is empty is none", () => {
    expect(countedOf(count, true)).toBe(21500);
    expect(piecesOf(count.pieces)).toEqual([
      { value: 10000, pieces: 2 },
      { value: 500, pieces: 3 },
    ]);
  });

  test("of an empty box needs a nought, so that an untouched form is no count", () => {
    expect(isCounted(emptyCount(), true)).toBe(false);
    expect(isCounted({ ...emptyCount(), pieces: { 5: 0 } }, true)).toBe(true);
    expect(isCounted({ ...emptyCount(), statement: 0 }, false)).toBe(true);
  });

  test("of an account is what its statement says", () => {
    expect(countedOf({ ...count, statement: 12000 }, false)).toBe(12000);
  });
});

describe("a line of the budget", () => {
  const line = { planned: 120000, plannedToDate: 60000, used: 90000, side: "expense" } as const;

  test("says how much of the year is used and what is left", () => {
    expect(shareOf(line)).toEqual({ percent: 75, isBehind: true, left: 30000 });
    expect(shareOf({ ...line, used: 150000 })).toMatchObject({ percent: 125, left: -30000 });
  });

  test("of income is behind while less came in than was planned to the day", () => {
    expect(shareOf({ ...line, side: "income" }).isBehind).toBe(false);
    expect(shareOf({ ...line, side: "income", used: 10000 }).isBehind).toBe(true);
  });

  test("that nobody planned has no share", () => {
    expect(shareOf({ ...line, planned: 0, plannedToDate: 0 }).percent).toBeNull();
  });

  test("adds up with its neighbours", () => {
    const lines = [line, { ...line, used: 1 }];
    expect(totalsOf(lines)).toEqual({ planned: 240000, plannedToDate: 120000, used: 90001 });
  });
});

describe("what a month's warnings lead to", () => {
  const book = { office: "KTL", month: "2026-10" } as MonthBook;
  const way = (code: MonthWarning["code"], isOwn = true, values: MonthWarning["values"] = {}) =>
    wayTo({ code, till: "cash", values }, book, isOwn);

  test("is the journal of that month, the place or the month that has to be mended", () => {
    expect(way("gap")).toBe("/cashbook?from=2026-10-01&to=2026-10-31");
    expect(way("negativeCash")).toBe("/cashbook?from=2026-10-01&to=2026-10-31&till=cash");
    expect(way("earlierMonthOpen", true, { month: "2026-09" })).toBe("/cashbook/months/2026-09");
    expect(way("notCounted")).toBe("/cashbook/count/cash");
  });

  test("stays in another office's book", () => {
    expect(way("paperMissing", false)).toContain("office=KTL");
    expect(way("notCounted", false)).toBe("/cashbook/tills?office=KTL");
    expect(way("earlierMonthOpen", false, { month: "2026-09" })).toBe("/cashbook/months/2026-09?office=KTL");
  });
});

describe("places where money lies", () => {
  const till = (about: Partial<Till>): Till => ({
    office: "KTL",
    key: "bank",
    kind: "bank",
    name: "",
    accountNumber: "521",
    principal: true,
    closed: false,
    balance: 0,
    vouchers: 0,
    hasOpening: false,
    lastCount: null,
    ...about,
  });

  test("are shown when they are used, named or added; the cash box always", () => {
    expect(isUsed(till({}))).toBe(false);
    expect(isUsed(till({ key: "cash", kind: "cash" }))).toBe(true);
    expect(isUsed(till({ vouchers: 1 }))).toBe(true);
    expect(isUsed(till({ name: "BDM" }))).toBe(true);
    expect(isUsed(till({ key: newId(), principal: false }))).toBe(true);
    expect(isUsed(till({ vouchers: 9, closed: true }))).toBe(false);
  });

  test("stand together by office", () => {
    const groups = byOffice([till({}), till({ office: "MPT" }), till({ key: "cash" })]);
    expect(groups.map(([office, tills]) => [office, tills.length])).toEqual([
      ["KTL", 2],
      ["MPT", 1],
    ]);
  });
});

describe("the cash book's pages", () => {
  test("take in what offices send at headquarters alone", () => {
    expect(placesAt(false).map(({ word }) => word)).toEqual(["journal", "tills", "months", "budget"]);
    expect(placesAt(true).map(({ word }) => word)).toContain("remittances");
  });

  test("give a new account a key out of its name", () => {
    expect(codeFor("Achat de moustiquaires")).toBe("achat-de-moustiquaires");
    expect(codeFor("2e étage : réparations !")).toBe("e-etage-reparations");
    expect(codeFor("x".repeat(60))).toHaveLength(40);
  });
});

describe("what waits in the cash book", () => {
  test("is nothing when it is in order", () => {
    expect(cashbookTasks(NO_TASKS, true)).toEqual([]);
  });

  test("leads to the page where it is done; sendings wait at headquarters alone", () => {
    const counts = { monthsToClose: 1, tillsToCount: 2, negativeTills: 1, remittancesOpen: 3 };
    const shown = (headquarters: boolean) =>
      cashbookTasks(counts, headquarters).map(({ word, count, to }) => `${word} ${count} ${to}`);
    expect(shown(false)).toEqual([
      "negativeTills 1 /cashbook/tills",
      "monthsToClose 1 /cashbook/months",
      "tillsToCount 2 /cashbook/tills",
    ]);
    expect(shown(true)).toContain("remittancesOpen 3 /cashbook/remittances");
  });
});
