import { describe, expect, test } from "vitest";
import { operations } from "../../../src/contract/index.ts";
import { columnsOf, entityOf, isEntity } from "../../../src/data/registry.ts";
import { makeTestOffice, type TestOffice } from "../../support/office.ts";
import { moneyFields } from "./moneyFields.ts";
import { MOVES, playReception, STILL } from "./moneyRequests.ts";

/** Words by which a request sounds as if it moved money, whatever its fields are. */
const SOUNDS =
  /pay|refund|sell|replace|receive|remit|transfer|revers|count|deposit|opening|cancel|enrol|writeOff|record/i;

const commands = [...operations].filter(([, { kind }]) => kind === "command");
const withMoney = commands
  .filter(([name, { input }]) => moneyFields(input).length > 0 || SOUNDS.test(name.split(".")[1] ?? ""))
  .map(([name]) => String(name));

const RECEPTION = "cashbook.receiveRemittance";

interface Book {
  readonly ids: ReadonlySet<string>;
  readonly signed: number;
  /** What the product shows of its places. */
  readonly balances: number;
  readonly last: number;
}

async function bookOf(office: TestOffice): Promise<Book> {
  const { reader } = office.call.office;
  const tills = await office.must("cashbook.tills", {});
  return {
    ids: new Set(reader.all("SELECT id FROM voucher").map(({ id }) => String(id))),
    signed: reader.number("SELECT coalesce(sum(iif(direction = 'in', amount, -amount)), 0) FROM voucher"),
    balances: tills.reduce((sum, { balance }) => sum + balance, 0),
    last: reader.number("SELECT max(seq) FROM journal"),
  };
}

const AMOUNTS = ["amount", "price", "counted"];
const VOUCHERS = ["voucher_id", "refund_voucher_id"];

/** Rows with francs and a voucher's place that were written since, and name none that was booked with them. */
function unbacked(office: TestOffice, before: Book, after: Book): string[] {
  const { reader } = office.call.office;
  const written = reader.all("SELECT DISTINCT entity, id FROM journal WHERE seq > @last", {
    last: before.last,
  });
  const fresh = (id: unknown) => after.ids.has(String(id)) && !before.ids.has(String(id));
  return written.flatMap(({ entity, id }) => {
    const name = String(entity);
    if (!isEntity(name)) return [];
    const { all } = columnsOf(name);
    const names = VOUCHERS.filter((column) => all.includes(column));
    if (names.length === 0 || !AMOUNTS.some((column) => all.includes(column))) return [];
    const row = reader.get(`SELECT * FROM ${entityOf(name).table} WHERE id = @id`, { id: String(id) });
    // What a reversal voids names the voucher that it takes back.
    const isBacked = names.some((column) => fresh(row?.[column])) || row?.voided === 1;
    return isBacked ? [] : [name];
  });
}

describe("every request with money in it", () => {
  test("stands in one of two lists: it moves money, or it moves none", () => {
    expect(commands.length).toBeGreaterThan(60);
    const listed = [...Object.keys(MOVES), RECEPTION, ...Object.keys(STILL)];
    expect(new Set(listed).size).toBe(listed.length);
    expect(listed.sort()).toEqual(withMoney.sort());
  });

  test("that moves none and has an amount in it is played", () => {
    const unplayed = Object.entries(STILL).filter(([, { play }]) => play === undefined);
    const fields = unplayed.map(([name]) => moneyFields(operations.get(name as never)?.input as never));
    expect(fields.flat()).toEqual([]);
  });

  test.each(Object.keys(MOVES))("%s moves it by vouchers alone", async (name) => {
    const office = await makeTestOffice();
    const play = MOVES[name];
    if (play === undefined) throw new Error(name);
    const { input, ...asked } = await play(office);
    expect(asked.name).toBe(name);
    await expectBooked(office, () => office.must(asked.name, input as never));
  });

  test(`${RECEPTION} moves it by vouchers alone`, async () => {
    const { office, request } = await playReception();
    await expectBooked(office, () => office.must(request.name, request.input as never));
  });

  test.each(Object.entries(STILL).filter(([, { play }]) => play !== undefined))(
    "%s moves none: $because",
    async (name, { play }) => {
      const office = await makeTestOffice();
      const request = await play?.(office);
      const before = await bookOf(office);
      expect(request?.name).toBe(name);
      if (request !== undefined) await office.must(request.name, request.input as never);
      const after = await bookOf(office);
      expect(after.last).toBeGreaterThan(before.last);
      expect({ ...after, last: before.last }).toEqual(before);
    },
  );
});

async function expectBooked(office: TestOffice, ask: () => Promise<unknown>): Promise<void> {
  const before = await bookOf(office);
  expect(before.balances).toBe(before.signed);
  await ask();
  const after = await bookOf(office);
  const fresh = [...after.ids].filter((id) => !before.ids.has(id));
  expect(fresh.length).toBeGreaterThan(0);
  expect([...before.ids].every((id) => after.ids.has(id))).toBe(true);
  const { reader } = office.call.office;
  const moved = fresh.reduce(
    (sum, id) =>
      sum +
      reader.number("SELECT iif(direction = 'in', amount, -amount) FROM voucher WHERE id = @id", { id }),
    0,
  );
  expect(after.balances - before.balances).toBe(moved);
  expect(after.signed - before.signed).toBe(moved);
  expect(unbacked(office, before, after)).toEqual([]);
}
