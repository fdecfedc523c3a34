import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ROOT } from "../../scripts/root.ts";
import { readModules } from "./modules.ts";

const BOOKING = "src/services/cashbook/booking.ts";
const VOUCHERS = "src/data/vouchers.ts";

/** Ways of writing a voucher, each with the modules that may use it. */
const WAYS: readonly { readonly way: RegExp; readonly allowed: readonly string[] }[] = [
  { way: /\binsertVoucher\b/, allowed: [BOOKING, VOUCHERS] },
  { way: /\.(insert|update|erase|handOver|takeBack)\(\s*"voucher"/, allowed: [VOUCHERS] },
  { way: /(INSERT[A-Z ]* INTO|UPDATE|DELETE FROM) voucher\b(?! SET receipt_prints)/, allowed: [] },
];

const offences = (modules: readonly { readonly path: string; readonly text: string }[]): string[] =>
  modules.flatMap(({ path, text }) =>
    WAYS.filter(({ way, allowed }) => way.test(text) && !allowed.includes(path)).map(() => path),
  );

describe("money", () => {
  const modules = readModules().map(({ path }) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));

  test("is booked through one door: nothing but it writes a voucher", () => {
    expect(offences(modules)).toEqual([]);
    expect(modules.find(({ path }) => path === BOOKING)?.text).toMatch(/accept\(insertVoucher\(/);
  });

  test.each([
    'import { insertVoucher } from "../../data/vouchers.ts";',
    'door.insert("voucher", row);',
    'door.update(\n  "voucher", id, { amount: 1 });',
    'connection.exec("DELETE FROM voucher WHERE id = 1");',
    'door.run("UPDATE voucher SET amount = 1");',
  ])("would not pass another door: %j", (text) => {
    expect(offences([{ path: "src/services/planted.ts", text }])).toEqual(["src/services/planted.ts"]);
  });
});
