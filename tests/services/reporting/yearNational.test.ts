import { v7 } from "uuid";
import { afterAll, beforeAll, describe, test } from "vitest";
import type { OfficeScope } from "../../../src/contract/primitives.ts";
import { INDICATORS } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { makeDice } from "../../../src/services/demo/dice.ts";
import { AWA, type TestOffice } from "../../support/office.ts";
import {
  answerTo,
  KOUTIALA,
  MOPTI,
  makeEnrolled,
  makeHeadquarters,
  receive,
  send,
} from "../../support/roundTrip.ts";
import { closeMonth } from "../cashbook/book.ts";
import { figuresOf } from "./lived.ts";
import { type Book, note, openBook, type Play, TODAY, takeBack } from "./yearBook.ts";
import { isHere } from "./yearMembers.ts";
import { liveStory } from "./yearStory.ts";
import {
  Accounts,
  DIVISIONS,
  daysBefore,
  expectNoted,
  expectRecords,
  indicatorsBy,
  longPeriods,
  MONTHS,
} from "./yearTables.ts";

/*
 * Two offices that lived different years, and Bamako with both their sticks and a cash book of its own: what headquarters
 * shows is what the three notebooks say together, and each of them alone.
 */

const offices: TestOffice[] = [];
const books: Book[] = [];
const accounts = new Map<OfficeScope, Accounts>();

/** Bamako's own year: a few vouchers, months closed and one opened again, and what arrived of the remittances. */
async function liveBamako(hq: TestOffice): Promise<Book> {
  const book = openBook("BKO");
  const play: Play = { office: hq, book, dice: makeDice(9), oumou: AWA, day: TODAY };
  for (const [index, { from }] of MONTHS.entries()) {
    play.day = from;
    const [id, amount] = [v7(), 50_000 + index * 1_111];
    const [account, sign] = index % 3 === 0 ? (["grant", 1] as const) : (["salary", -1] as const);
    await hq.must("cashbook.record", {
      ...{ id, direction: sign === 1 ? "in" : "out", till: "cash", account, amount, datedOn: from },
      ...{ words: "Siège", payee: "", project: null, reference: "" },
    });
    note(play, { id, account, amount, sign });
  }
  play.day = TODAY;
  for (const { voucherId, amount } of (await hq.must("cashbook.remittances", {})).slice(0, -2)) {
    const id = v7();
    const about = { id, voucherId, to: "cash", datedOn: TODAY, reference: "" } as const;
    await hq.must("cashbook.receiveRemittance", about);
    const voucher = note(play, { id, account: "remittanceReceived", amount, sign: 1 });
    if (play.dice.percent(15)) await takeBack(play, voucher);
  }
  for (const { name } of MONTHS.slice(0, 6)) {
    await closeMonth(hq, name);
    book.closedMonths.add(name);
  }
  const reopened = { id: v7(), office: "BKO", month: "2027-11", reason: "Pièce oubliée" };
  await hq.must("cashbook.reopenMonth", reopened);
  for (const month of ["2027-11", "2027-12"]) book.closedMonths.delete(month);
  return book;
}

let hq: TestOffice;
beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  const koutiala = await makeEnrolled(hq, KOUTIALA, { shared: true });
  const mopti = await makeEnrolled(hq, MOPTI, { shared: true });
  offices.push(hq, koutiala, mopti);
  books.push((await liveStory(koutiala, 6, 40)).book, (await liveStory(mopti, 11, 44)).book);
  hq.clock.set(`${TODAY}T12:00:00.000Z`);
  await hq.signIn(AWA);
  await receive(hq, await send(koutiala), await send(mopti));
  books.push(await liveBamako(hq));
  for (const book of books) accounts.set(book.office, new Accounts(book));
  accounts.set("all", new Accounts(...books));
}, 300_000);
afterAll(() => {
  for (const office of offices) office.close();
});

function accountsOf(office: OfficeScope): Accounts {
  const found = accounts.get(office);
  if (found === undefined) throw new Error(`${office} has no notebook`);
  return found;
}

describe.each(["all", "KTL", "MPT", "BKO"])("headquarters' figures of %s", (office) => {
  test.each(DIVISIONS)("are what the notebooks say month by month, divided by %s", async (by) => {
    const table = await figuresOf(hq, { from: "2027-07", to: "2028-08", by, office });
    expectNoted(table, accountsOf(office), { by, columns: MONTHS });
  });
});

test.each(DIVISIONS)("quarters and years of all offices are the notebooks', divided by %s", async (by) => {
  for (const period of longPeriods(1)) {
    const table = await figuresOf(hq, { period: period.name, by, office: "all" });
    expectNoted(table, accountsOf("all"), { by, columns: [period, daysBefore(period)] });
  }
});

test.each(DIVISIONS)("records of all offices add up to the figure in every group by %s", async (by) => {
  for (const period of [...MONTHS.slice(-1), ...longPeriods(1).filter(({ name }) => name === "2028-Q1")])
    for (const { code } of indicatorsBy(by)) {
      const keys = by === null ? [""] : accountsOf("all").told(code, period, by).keys;
      for (const key of keys)
        await expectRecords(hq, accountsOf("all"), { code, period, by, key, office: "all" });
    }
});

describe("a woman who goes to the other office today with her policy, claims and classes", () => {
  beforeAll(async () => {
    const [, koutiala, mopti] = offices;
    const claim = books[0]?.claims.find(({ policy }) => policy.endedOn === null && isHere(policy.woman));
    if (koutiala === undefined || mopti === undefined || claim === undefined) throw new Error("nobody goes");
    const { id: memberId } = claim.policy.woman;
    await hq.must("headquarters.transfer", { id: v7(), memberId, to: "MPT", mergeInto: null });
    for (const office of [koutiala, mopti]) {
      await answerTo(hq, office);
      await receive(hq, await send(office));
    }
  });

  test.each(DIVISIONS.filter((by) => by !== "office"))(
    "changes nothing of all offices together, divided by %s",
    async (by) => {
      // Which kind of sale it was goes with her; its voucher stays.
      const codes = indicatorsBy(by)
        .map(({ code }) => code)
        .filter((code) => by !== "group" || code !== "cards.sold");
      const table = await figuresOf(hq, { codes, from: "2027-07", to: "2028-08", by, office: "all" });
      expectNoted(table, accountsOf("all"), { by, columns: MONTHS, codes });
    },
  );

  test("leaves both offices the money of their own cash books", async () => {
    const codes = INDICATORS.filter(({ area }) => area === "cashbook").map(({ code }) => code);
    const asked = { codes: [...codes, "cards.sold", "cards.income"], from: "2027-07", to: "2028-08" };
    for (const [index, office] of [[1, "KTL"] as const, [2, "MPT"] as const]) {
      const own = offices[index];
      if (own === undefined) throw new Error("there is no such office");
      for (const [desk, of] of [[own, undefined] as const, [hq, office] as const]) {
        const table = await figuresOf(desk, {
          ...asked,
          by: null,
          ...(of === undefined ? {} : { office: of }),
        });
        expectNoted(table, accountsOf(office), { by: null, columns: MONTHS, codes: asked.codes });
      }
    }
  });
});
