import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type OperationName, operations } from "../../src/contract/index.ts";
import { balance, closeMonth, closingOf, receive, record } from "../services/cashbook/book.ts";
import { leaveNoFolders } from "../services/sync/headquarters.ts";
import { type TestOffice, TODAY } from "../support/office.ts";
import { makeJpeg } from "../support/photos.ts";
import {
  KOUTIALA,
  makeEnrolled,
  makeHeadquarters,
  receive as receiveStick,
  send,
} from "../support/roundTrip.ts";
import { CASHBOOK, type CashbookName, type CashbookPrepared } from "./cashbookRequests.ts";

let hq: TestOffice;
let office: TestOffice;
let about: CashbookPrepared;

/** The office sends money and closes its month; headquarters reads its stick. */
async function workInOffice(): Promise<string> {
  await receive(office, 30_000, { datedOn: "2026-10-02" });
  await closeMonth(office, "2026-10");
  const remitting = {
    id: v7(),
    from: "cash",
    amount: 12_000,
    datedOn: TODAY,
    payee: "",
    words: "",
    reference: "",
  };
  const { id } = (await office.must("cashbook.remit", remitting)).voucher;
  await receiveStick(hq, await send(office));
  return id;
}

async function prepare(): Promise<CashbookPrepared> {
  await receive(hq, 40_000, { datedOn: "2026-10-05" });
  const { id: voucherId } = await record(hq, { datedOn: "2026-10-06" });
  const { id: wrongVoucherId } = await record(hq, { datedOn: "2026-10-06", amount: 500 });
  const photographed = await hq.must("cashbook.addPhoto", { id: voucherId, jpeg: makeJpeg(600, 800, 3) });
  const counting = {
    id: v7(),
    voucherId: v7(),
    till: "bank",
    pieces: [],
    statement: 0,
    expected: 0,
    reason: "",
  };
  const counted = await hq.must("cashbook.count", counting);
  return {
    today: TODAY,
    openMonth: "2026-10",
    closing: await closingOf(hq, "2026-10"),
    elsewhere: { office: "KTL", month: "2026-10" },
    voucherId,
    wrongVoucherId,
    countId: counted.id,
    remittanceId: await workInOffice(),
    cash: await balance(hq),
    photo: makeJpeg(600, 800, 7),
    photoSha256: photographed.photos[0] ?? "",
  };
}

beforeAll(async () => {
  hq = await makeHeadquarters({ shared: true });
  office = await makeEnrolled(hq, KOUTIALA, { shared: true });
  about = await prepare();
});
afterAll(() => {
  hq.close();
  office.close();
  leaveNoFolders();
});

/** In an order in which none spoils the next. */
const NAMES = Object.keys(CASHBOOK) as CashbookName[];

describe("a typical request to the cash book", () => {
  test.each(NAMES)("%s is answered in the contract's shape", async (name) => {
    const whose = name === "cashbook.remit" ? office : hq;
    const value = await whose.must(name as OperationName, CASHBOOK[name](about) as never);
    const parsed = operations.get(name)?.output.safeParse(value);
    expect(parsed?.error?.issues ?? []).toEqual([]);
  });

  test("leaves healthy offices behind", async () => {
    for (const whose of [hq, office]) expect((await whose.must("office.checkUp", {})).faults).toEqual([]);
  });
});
