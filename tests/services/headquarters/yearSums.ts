import { expect } from "vitest";
import { readLastEntry } from "../../../src/data/journal.ts";
import type { Reader } from "../../../src/data/reader.ts";
import { columnsOf, ENTITY_NAMES, type EntityName, entityOf } from "../../../src/data/registry.ts";
import type { TestOffice } from "../../support/office.ts";

/** Everything of an office that may travel, as one of the two sides has it. */
function recordsOf(reader: Reader, office: string, entity: EntityName): string[] {
  const columns = columnsOf(entity).shared.join(", ");
  return reader
    .all(`SELECT ${columns} FROM ${entityOf(entity).table} WHERE office = @office`, { office })
    .map((row) => JSON.stringify(row))
    .sort();
}

function consolidatedReader(hq: TestOffice): Reader {
  const national = hq.call.national();
  if (national === null) throw new Error("this is no headquarters");
  return national.reader;
}

/** Headquarters' records of an office are that office's own, kind by kind, and its chain is the same. */
export function expectSameRecords(hq: TestOffice, code: string, office: TestOffice): void {
  const consolidated = consolidatedReader(hq);
  const own = office.call.office.reader;
  for (const entity of ENTITY_NAMES)
    expect([code, entity, ...recordsOf(consolidated, code, entity)]).toEqual([
      code,
      entity,
      ...recordsOf(own, code, entity),
    ]);
  const held = consolidated.get("SELECT epoch, head_seq, head_hash FROM branch WHERE code = @code", { code });
  const last = readLastEntry(own);
  expect([code, held?.head_seq, held?.head_hash]).toEqual([code, last?.seq, last?.hash]);
  const kept = "SELECT count(*) FROM entry WHERE office = @code AND epoch = @epoch";
  expect(consolidated.number(kept, { code, epoch: held?.epoch ?? 0 })).toBe(last?.seq);
}

/** Every photograph that a record shows is there, byte for byte. */
export function expectSamePhotos(hq: TestOffice, code: string, office: TestOffice): void {
  const photos =
    "SELECT DISTINCT sha256, hex(jpeg) AS jpeg FROM photo JOIN member ON photo_sha256 = sha256 WHERE office = @code ORDER BY sha256";
  const shown = office.call.office.reader.all(photos, { code });
  expect(consolidatedReader(hq).all(photos, { code })).toEqual(shown);
}

const COUNTED = {
  members: "SELECT count(*) FROM member",
  living: "SELECT count(*) FROM member WHERE merged_into IS NULL AND erased_at IS NULL AND left_on IS NULL",
  cards: "SELECT count(*) FROM card",
  vouchers: "SELECT count(*) FROM voucher",
  francs: "SELECT coalesce(sum(amount), 0) FROM voucher WHERE direction = 'in'",
} as const;

type Sums = Record<keyof typeof COUNTED, number>;

function sumsOf(reader: Reader, office: string | null): Sums {
  const sum = (sql: string) => {
    if (office === null) return reader.number(sql);
    return reader.number(`${sql} ${sql.includes("WHERE") ? "AND" : "WHERE"} office = @office`, { office });
  };
  return Object.fromEntries(Object.entries(COUNTED).map(([name, sql]) => [name, sum(sql)])) as Sums;
}

/** All of headquarters, and the offices one by one put together. */
export function totals(hq: TestOffice, offices: readonly [string, TestOffice][]): { whole: Sums; sum: Sums } {
  const sum: Sums = { members: 0, living: 0, cards: 0, vouchers: 0, francs: 0 };
  for (const [code, office] of offices) {
    const own = sumsOf(office.call.office.reader, code);
    for (const name of Object.keys(sum) as (keyof Sums)[]) sum[name] += own[name];
  }
  return { whole: sumsOf(consolidatedReader(hq), null), sum };
}

/** Voucher numbers of an office's years: how many, the first and the last. */
export function voucherYears(hq: TestOffice): { count: number; first: number; last: number }[] {
  return consolidatedReader(hq)
    .all(
      `SELECT count(DISTINCT counter) AS count, min(counter) AS first, max(counter) AS last
       FROM voucher GROUP BY office, year`,
    )
    .map(({ count, first, last }) => ({ count: Number(count), first: Number(first), last: Number(last) }));
}

export type Records = ReadonlyMap<
  string,
  { readonly entity: string; readonly values: string; readonly number: string | null }
>;

/** How a journal leaves every record of this office after that entry; nothing of those that were erased since. */
export function recordsAt(office: TestOffice, through: number): Records {
  const rows = office.call.office.reader.all(
    `SELECT entity, id, shared_values FROM journal AS entry WHERE seq <= @through AND shared_values IS NOT NULL
       AND seq = (SELECT max(seq) FROM journal WHERE id = entry.id AND seq <= @through)`,
    { through },
  );
  return new Map(
    rows.flatMap(({ entity, id, shared_values }) => {
      const values = JSON.parse(String(shared_values)) as Record<string, string | null>;
      if (values.office !== office.call.office.code) return [];
      const isNumbered = entity === "member" || entity === "card" || entity === "voucher";
      const number = isNumbered ? (values.number ?? null) : null;
      return [[String(id), { entity: String(entity), values: String(shared_values), number }]];
    }),
  );
}
