import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { makeFolder } from "../support/office.ts";
import { danaya, runProgram } from "./danaya.ts";

const vector = (name: string) => fileURLToPath(new URL(`../vectors/insurance/${name}`, import.meta.url));
const read = (name: string): Record<string, unknown> => JSON.parse(readFileSync(vector(name), "utf8"));
const PLAN = ["--plan", vector("plan.json")];

function written(name: string, value: unknown): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, typeof value === "string" ? value : JSON.stringify(value));
  return path;
}

const adjudicate = (claim: string, ...more: string[]) =>
  danaya(["insurance", "adjudicate", claim, ...more], null);

describe("danaya insurance adjudicate", () => {
  test.each(["ceilings", "waiting", "duplicate"])("decides « %s » as it was decided once", async (name) => {
    const history = ["--history", vector(`${name}.history.json`)];
    const ran = await adjudicate(vector(`${name}.claim.json`), ...PLAN, ...history);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect(ran.json).toEqual(read(`${name}.decision.json`));
  });

  test("is a program that needs no office and no passphrase, and prints the same with --json", async () => {
    const words = ["insurance", "adjudicate", vector("ceilings.claim.json"), ...PLAN];
    const ran = await runProgram(words, null);
    expect(ran).toMatchObject({ code: 0, err: "" });
    expect((await danaya([...words, "--json"], null)).out).toBe(ran.out);
  });

  test("without a history takes the policy as active, past its waiting time and unused", async () => {
    const { json } = await adjudicate(vector("waiting.claim.json"), ...PLAN);
    expect(json).toMatchObject({ asked: 6_000, paid: 3_000, outcome: "accepted" });
  });

  test("of several versions takes the one on the day of care; before the first nothing is covered", async () => {
    const plan = read("plan.json");
    const terms = plan.terms as Record<string, unknown>;
    const rates = { ...(terms.rates as object), dental: 100 };
    const from = (startsOn: string) => [
      "--plan",
      written("plan.json", [{ ...plan, startsOn, terms: { ...terms, rates } }, plan]),
    ];
    const paid = async (...words: string[]) => {
      const { json } = await adjudicate(vector("waiting.claim.json"), ...words);
      return (json as { paid: number }).paid;
    };
    expect(await paid(...from("2026-12-20"))).toBe(6_000);
    expect(await paid(...from("2026-12-21"))).toBe(3_000);
    const future = written("plan.json", { ...plan, startsOn: "2027-01-01" });
    const { json } = await adjudicate(vector("waiting.claim.json"), "--plan", future);
    expect(json).toMatchObject({
      outcome: "rejected",
      lines: [{ cuts: [{ rule: "notCovered", values: { state: "pending" } }] }],
    });
  });
});

describe("a file that is not of the format ends with code 2 and the path of the field", () => {
  const claim = () => read("waiting.claim.json");
  const line = () => (claim().lines as object[])[0];
  const plan = () => read("plan.json");
  const terms = () => plan().terms as Record<string, unknown>;

  test.each<[string, () => unknown]>([
    ["lines.0.asked : valeur non permise", () => ({ ...claim(), lines: [{ ...line(), asked: -1 }] })],
    ["lines.0.asked : n’est pas du bon type", () => ({ ...claim(), lines: [{ ...line(), asked: "6000" }] })],
    ["lines.0.asked : n’est pas du bon type", () => ({ ...claim(), lines: [{ ...line(), asked: 0.5 }] })],
    ["lines.0.category : valeur non permise", () => ({ ...claim(), lines: [{ ...line(), category: "x" }] })],
    ["lines : valeur non permise", () => ({ ...claim(), lines: [line(), line()] })],
    ["careOn : valeur non permise", () => ({ ...claim(), careOn: "2026-02-30" })],
    ["patient : manque", () => ({ ...claim(), patient: undefined })],
    ["diagnosis : champ inconnu", () => ({ ...claim(), diagnosis: "" })],
    ["ce n’est pas du JSON", () => "{"],
  ])("claim: %s", async (message, make) => {
    const ran = await adjudicate(written("claim.json", make()), ...PLAN);
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain(`claim.json : ${message}`);
  });

  test.each<[string, () => unknown]>([
    [
      "terms.rates.dental : manque",
      () => ({
        ...plan(),
        terms: { ...terms(), rates: { ...(terms().rates as object), dental: undefined } },
      }),
    ],
    [
      "terms.rates.dental : valeur non permise",
      () => ({ ...plan(), terms: { ...terms(), rates: { ...(terms().rates as object), dental: 101 } } }),
    ],
    ["terms.kind : valeur non permise", () => ({ ...plan(), terms: { ...terms(), kind: "life" } })],
    ["1.startsOn : valeur non permise", () => [plan(), { ...plan(), startsOn: "demain" }]],
  ])("plan: %s", async (message, make) => {
    const ran = await adjudicate(vector("waiting.claim.json"), "--plan", written("plan.json", make()));
    expect(ran).toMatchObject({ code: 2, out: "" });
    expect(ran.err).toContain(`plan.json : ${message}`);
  });

  test("history: a span that ends before it begins", async () => {
    const policy = {
      effectiveOn: "2026-01-01",
      endedOn: null,
      contributions: [{ from: "2026-02-01", to: "2026-01-31" }],
    };
    const history = written("history.json", { policy, earlier: [] });
    const ran = await adjudicate(vector("waiting.claim.json"), ...PLAN, "--history", history);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain("history.json : policy.contributions.0.to : valeur non permise");
  });

  test.each([
    [["insurance"]],
    [["insurance", "pay"]],
    [["insurance", "adjudicate", "--plan", "x"]],
    [["insurance", "adjudicate", vector("waiting.claim.json")]],
  ])("%j is wrong usage", async (words) => {
    expect((await danaya(words, null)).code).toBe(2);
  });

  test("a file that is not there is refused", async () => {
    expect((await adjudicate("/nulle-part.json", ...PLAN)).code).toBe(1);
  });
});
