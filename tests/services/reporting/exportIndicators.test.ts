import { describe, expect, test } from "vitest";
import type { InputOf } from "../../../src/contract/index.ts";
import { INDICATORS } from "../../../src/domain/reporting/catalogue/catalogue.ts";
import { masksOf, maskTable } from "../../../src/services/reporting/maskedFigures.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { rowsOf, sheetOf } from "./exportedOffice.ts";
import { figuresOf, live } from "./lived.ts";

async function makeLived(): Promise<TestOffice> {
  const office = await makeTestOffice();
  await live(office);
  office.clock.set("2026-12-03T09:00:00.000Z");
  await office.signIn();
  return office;
}

const SIGN = "masqué";

describe("a table of indicators as a spreadsheet", () => {
  test("has the rows, columns and figures of the screen, small counts hidden as on paper", async () => {
    const office = await makeLived();
    for (const by of [null, "group", "ageBand"] as const) {
      const asked = { codes: [], from: "2026-11", to: "2026-11", by };
      const table = await figuresOf(office, { by });
      const place = { call: office.call, reader: office.call.office.reader, office: "KTL", isOwn: true };
      const hidden = maskTable(masksOf(place), table);
      const [headings = [], ...rows] = sheetOf(
        await office.must("reporting.exportIndicators", { ...asked, format: "xlsx" }),
      );
      const at = headings.indexOf("nov.\u00a02026");
      expect(headings[at + 1]).toBe("oct.\u00a02026");
      expect(rows.map((cells) => cells[0])).toEqual(hidden.rows.map(({ code }) => code));
      expect(rows.map((cells) => cells[at])).toEqual(
        hidden.rows.map(({ cells: [cell] }) => (cell?.masked ? SIGN : String(cell?.value ?? ""))),
      );
      expect(rows.flat()).toContain(SIGN);
    }
  });

  test("never tells a small count of something sensitive", async () => {
    const office = await makeLived();
    const small = new Set<string>();
    for (const { code, breakdowns } of INDICATORS.filter(({ sensitive }) => sensitive))
      for (const by of [null, ...breakdowns]) {
        if (by === "office") continue;
        const asked = { codes: [code], from: "2026-09", to: "2026-12", by: by === "month" ? null : by };
        const rows = rowsOf(await office.must("reporting.exportIndicators", { ...asked, format: "csv" }));
        for (const row of rows)
          for (const [heading, cell] of Object.entries(row))
            if (/2026/.test(heading) && cell !== SIGN && cell !== "" && Number(cell) < 5)
              small.add(`${code} ${heading} ${cell}`);
      }
    expect([...small]).toEqual([]);
  });

  test("is a table of the same in CSV, with decimals as the language has them, and noted", async () => {
    const office = await makeLived();
    const asked = { codes: ["members.upToDateRate"], from: "2026-11", to: "2026-11", by: null };
    const file = await office.must("reporting.exportIndicators", { ...asked, format: "csv" });
    const [row] = rowsOf(file);
    const [line] = (await figuresOf(office, { codes: ["members.upToDateRate"] })).rows;
    expect(row?.["nov.\u00a02026"]).toBe(String(line?.cells[0]?.value).replace(".", ","));
    expect(row?.Unité).toBe("%");
    expect(file.fileName).toBe("KTL-indicateurs-2026-11.csv");
    const [noted] = await office.must("access.listAudit", { before: null, limit: 1 });
    expect(noted).toMatchObject({
      action: "exportIndicators",
      reference: "KTL-indicateurs-2026-11",
      rows: 1,
    });
  });

  test("says of a period that is not over up to which day it is", async () => {
    const office = await makeLived();
    const asked = { codes: ["members.joined"], from: "2026-12", to: "2026-12", by: null };
    const [headings] = sheetOf(await office.must("reporting.exportIndicators", { ...asked, format: "csv" }));
    expect(headings?.[3]).toBe("déc.\u00a02026, au 03/12/2026");
  });

  test("is refused as the screen's is", async () => {
    const office = await makeTestOffice();
    const asked: InputOf<"reporting.exportIndicators"> = {
      codes: ["members.joined"],
      from: "2026-11",
      to: "2026-11",
      by: null,
      format: "csv",
    };
    const refused = (changes: object) =>
      office.refused("reporting.exportIndicators", { ...asked, ...changes });
    expect(await refused({ office: "all" })).toBe(refusal("headquarters.notHere", "office"));
    expect(await refused({ codes: ["members.none"] })).toBe(refusal("reporting.indicatorUnknown", "codes"));
    expect(await refused({ by: "donor" })).toBe(refusal("reporting.breakdownUnknown", "by"));
  });
});
