import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { pdfText } from "../documents/poppler.ts";
import { record } from "../services/cashbook/book.ts";
import { makeFolder, openDesk } from "../support/office.ts";
import { register } from "../support/women.ts";
import { closedOffice, danaya, inOffice, runProgram } from "./danaya.ts";

let dir = "";
let out = "";
beforeAll(async () => {
  dir = await closedOffice(async (office) => {
    await register(office, { joinedOn: "2025-05-02" });
    await record(office, { amount: 4_000, datedOn: "2025-06-10", account: "transport" });
  });
  out = join(makeFolder(), "rapport.pdf");
});

const report = (...words: string[]) => danaya(["report", ...words, ...inOffice(dir)]);
const written = () => pdfText(new Uint8Array(readFileSync(out)));

describe("danaya report", () => {
  it("writes a draft, and uses a number only when it is told to", async () => {
    const draft = await report("monthly", "--month", "2025-06", "--out", out);
    expect(draft).toMatchObject({ code: 0, err: "" });
    expect(draft.out).toContain("n’a pas de numéro");
    expect(written()).toContain("ce rapport n’est pas émis");
    const issued = await report("monthly", "--month", "2025-06", "--out", out, "--issue", "--json");
    expect(issued.json).toMatchObject({ file: out, number: "KTL-R00001" });
    expect(written()).toContain("KTL-R00001");
    const bytes = readFileSync(out);
    // From here on it writes the one that was issued.
    const again = await report("monthly", "--month", "2025-06", "--out", out);
    expect(again.out).toContain("KTL-R00001");
    expect(readFileSync(out).equals(bytes)).toBe(true);
    const twice = await report("monthly", "--month", "2025-06", "--out", out, "--issue");
    expect(twice).toMatchObject({ code: 1 });
    expect(twice.err).toContain("KTL-R00001");
    await report("monthly", "--month", "2025-06", "--out", out, "--draft");
    expect(written()).toContain("Projet, sans numéro");
  });

  it("writes a notice and a quarter, in a process of its own, too", async () => {
    expect(await report("notice", "--period", "2025", "--out", out)).toMatchObject({ code: 0 });
    expect(written()).toContain("Note d’information");
    const words = ["report", "activity", "--period", "2025-Q2", "--out", out];
    expect(await runProgram([...words, ...inOffice(dir)])).toMatchObject({ code: 0, err: "" });
    expect(written()).toContain("2e trimestre 2025 : avril à juin 2025");
  });

  it("ends with 2 for what was asked wrongly and with 1 for what is refused", async () => {
    for (const words of [
      ["weekly", "--month", "2025-06", "--out", out],
      ["monthly", "--out", out],
      ["monthly", "--month", "juin", "--out", out],
      ["monthly", "--month", "2025-Q2", "--out", out],
      ["monthly", "--month", "2025-06", "--out", out, "--draft", "--issue"],
    ])
      expect(await report(...words), words.join(" ")).toMatchObject({ code: 2 });
    for (const words of [
      ["consolidated", "--period", "2025", "--out", out],
      ["donor", "--period", "2025", "--out", out],
      ["monthly", "--month", "2025-06", "--out", join(dir, "none", "x.pdf")],
    ])
      expect(await report(...words), words.join(" ")).toMatchObject({ code: 1 });
  });
});

describe("danaya indicators", () => {
  const indicators = (...words: string[]) => danaya(["indicators", ...words, ...inOffice(dir)]);

  it("shows a period beside the one before, and months beside each other", async () => {
    const table = await indicators("cashbook.expense", "members.joined", "--from", "2025-06");
    expect(table).toMatchObject({ code: 0, err: "" });
    const plain = table.out.replace(/[\u00a0\u202f]/g, " ").split("\n");
    expect(plain[0]).toMatch(/^Indicateur +2025-06 +2025-05$/);
    expect(plain[1]).toMatch(/^Dépenses +4 000 F +0 F$/);
    expect(plain[2]).toMatch(/^Nouvelles adhésions +0 +1$/);
    const months = await indicators("cashbook.expense", "--from", "2025-05", "--to", "2025-07", "--json");
    expect(months.json).toMatchObject({
      columns: [{ name: "2025-05" }, { name: "2025-06" }, { name: "2025-07" }],
      rows: [{ code: "cashbook.expense", cells: [{ value: 0 }, { value: 4_000 }, { value: 0 }] }],
    });
  });

  it("divides by what it is told to, and names the groups", async () => {
    const table = await indicators("cashbook.expense", "--from", "2025-06", "--by", "group");
    expect(table.out).toMatch(/^ {2}Transport/m);
  });

  it("hides small counts as paper does, in the table and with --json, and leaves a trace", async () => {
    const words = ["insurance.checkups", "--from", "2025-06", "--by", "ageBand"];
    const table = await indicators(...words);
    const [, whole, ...bands] = table.out.trimEnd().split("\n");
    expect(whole).toMatch(/^Visites de contrôle +••• +•••$/);
    expect(bands).toHaveLength(5);
    for (const band of bands) expect(band).toMatch(/••• +•••$/);
    const { json } = await indicators(...words, "--json");
    const { rows } = json as { rows: { cells: { value: number | null; masked: boolean }[] }[] };
    expect(rows.flatMap(({ cells }) => cells)).toEqual(
      rows.flatMap(() => [
        { value: null, masked: true },
        { value: null, masked: true },
      ]),
    );
    const desk = openDesk(dir);
    await desk.signIn();
    const [noted] = await desk.must("access.listAudit", { before: null, limit: 1 });
    desk.close();
    expect(noted).toMatchObject({
      ...{ action: "exportIndicators", reference: "KTL-indicateurs-2025-06", rows: 6 },
    });
  });

  it("shows everything when nothing is named, and refuses what there is not", async () => {
    const all = await indicators("--from", "2025-06", "--json");
    expect((all.json as { rows: unknown[] }).rows.length).toBeGreaterThan(40);
    expect(await indicators("--from", "soon")).toMatchObject({ code: 2 });
    expect(await indicators("members.none", "--from", "2025-06")).toMatchObject({ code: 1 });
    expect(await indicators("--from", "2025-06", "--by", "colour")).toMatchObject({ code: 2 });
  });
});
