import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { AWA, makeTestOffice, openDesk } from "../support/office.ts";
import { NO_FILTER, register } from "../support/women.ts";
import { closedOffice, danaya, inOffice, runProgram } from "./danaya.ts";

describe("danaya doctor", () => {
  const withMembers = () =>
    closedOffice(async (office) => {
      for (let index = 0; index < 40; index += 1) await register(office, { surname: `Membre${index}` });
      const { rows } = await office.must("membership.listMembers", {
        filter: NO_FILTER,
        sort: "number",
        descending: false,
        offset: 0,
        limit: 3,
      });
      for (const { id } of rows)
        await office.must("cards.sellTerm", {
          id: v7(),
          memberId: id,
          method: "cash",
          reference: "",
          price: 2_500,
        });
    });

  /** As somebody would who has the key and a SQLite shell. */
  async function tamper(dir: string, sql: string): Promise<void> {
    const desk = openDesk(dir);
    await desk.must("access.signIn", AWA);
    desk.call.office.connection.pragma("foreign_keys = OFF");
    desk.call.office.connection.exec(`DROP TRIGGER journal_changes_nothing; ${sql}`);
    desk.close();
  }

  test("finds nothing wrong with a whole office", async () => {
    const ran = await danaya(["doctor", ...inOffice(await withMembers()), "--json"]);
    expect(ran).toMatchObject({ code: 0, json: { ok: true, members: 40, vouchers: 3, faults: [] } });
  });

  test.each([
    ["journal", "UPDATE journal SET by = 'x' WHERE seq = 4"],
    ["vouchers", "DELETE FROM voucher WHERE counter = 2"],
    ["search", "DELETE FROM member_search WHERE rowid = 2"],
  ])("ends with 3 when somebody with the key touched the %s", async (check, sql) => {
    const dir = await withMembers();
    await tamper(dir, sql);
    const ran = await danaya(["doctor", ...inOffice(dir), "--json"]);
    expect(ran.code).toBe(3);
    const { ok, faults } = ran.json as { ok: boolean; faults: { check: string }[] };
    expect(ok).toBe(false);
    expect(faults.map((fault) => fault.check)).toContain(check);
    expect((await danaya(["doctor", ...inOffice(dir)])).out).toContain(`${check} : `);
  });

  test.each([
    ["was cut off at a page", (path: string) => truncateSync(path, 8 * 4_096)],
    ["was cut off within a page", (path: string) => truncateSync(path, readFileSync(path).length - 100)],
    [
      "lost a page in its middle",
      (path: string) => writeFileSync(path, readFileSync(path).fill(0, 81_920, 86_016)),
    ],
    ["is another file", (path: string) => writeFileSync(path, "Nom;Prénom\n".repeat(1_000))],
  ])("ends with 3 when the database %s", async (_, damage) => {
    const dir = await withMembers();
    damage(join(dir, "danaya.db"));
    const ran = await runProgram(["doctor", ...inOffice(dir)]);
    expect(ran.code).toBe(3);
    expect(ran.err + ran.out).not.toContain("    at ");
  });

  test("ends with 3 when the keyring is damaged or is another office's", async () => {
    const dir = await withMembers();
    const other = await closedOffice();
    writeFileSync(join(other, "danaya.db"), readFileSync(join(dir, "danaya.db")));
    writeFileSync(join(dir, "keyring.json"), "{}");
    expect((await danaya(["doctor", ...inOffice(dir)])).code).toBe(3);
    const office = await makeTestOffice({ shared: true, office: { code: "MPT", name: "Mopti" } });
    office.close();
    writeFileSync(join(other, "keyring.json"), readFileSync(join(office.dir, "keyring.json")));
    expect((await danaya(["doctor", ...inOffice(other)])).code).toBe(3);
  });
});
