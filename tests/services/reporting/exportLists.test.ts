import { v7 } from "uuid";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Role } from "../../../src/contract/permissions.ts";
import { type ExportedList, ExportedList as Lists } from "../../../src/contract/reporting.ts";
import { makeTestOffice, refusal, type TestOffice } from "../../support/office.ts";
import { KOUTIALA, makeEnrolled, receive, send } from "../../support/roundTrip.ts";
import { NO_FILTER } from "../../support/women.ts";
import { addColleague, makeSiege, tiersAtSignIn } from "../headquarters/siege.ts";
import { letShop } from "../rental/letting.ts";
import { rowsOf, sheetOf } from "./exportedOffice.ts";
import { live } from "./lived.ts";

let office: TestOffice;
beforeAll(async () => {
  office = await makeTestOffice({ shared: true });
  await live(office);
  await letShop(office);
});
afterAll(() => office.close());

const listOf = async (list: ExportedList, at = office, scope: { office?: string } = {}) =>
  rowsOf(await at.must("reporting.exportList", { list, ...scope, format: "csv" }));

const PAGE = { offset: 0, limit: 500 };

describe("a list as a spreadsheet", () => {
  test("of policies and claims has the rows and francs of the screen", async () => {
    const { rows } = await office.must("insurance.policies", {
      text: "",
      states: [],
      planCode: null,
      ...PAGE,
    });
    const policies = await listOf("policies");
    expect(policies.map((row) => [row.Contrat, row.Nom, row["En retard (F CFA)"]])).toEqual(
      rows.map(({ number, surname, overdue }) => [number, surname, String(overdue)]),
    );
    expect(policies.map((row) => row.Situation)).toContain("actif");
    const claims = await office.must("insurance.claims", { states: [], ...PAGE });
    expect(
      (await listOf("claims")).map((row) => [row.Dossier, row["Demandé (F CFA)"], row["Payé (F CFA)"]]),
    ).toEqual(claims.rows.map(({ number, asked, paid }) => [number, String(asked), String(paid)]));
  });

  test("of contributions adds up to what the fund took in", async () => {
    const rows = await listOf("contributions");
    const funds = await office.must("insurance.fund", {});
    const sum = rows
      .filter((row) => row["Rendue le"] === "")
      .reduce((francs, row) => francs + Number(row["Montant (F CFA)"]), 0);
    const registered = funds.reduce((francs, { contributions }) => francs + contributions, 0);
    expect(rows.length).toBeGreaterThan(10);
    expect(sum).toBeGreaterThan(0);
    expect(registered - sum).toBeLessThan(registered);
    expect(Object.keys(rows[0] ?? {})).not.toContain("Nom");
  });

  test("of check-ups names who is followed, and says nothing of where or what", async () => {
    const rows = await listOf("checkups");
    expect(rows).toHaveLength((await office.must("insurance.checkups", { states: [] })).length);
    expect(rows.find((row) => row["Dernière visite"] === "02/11/2026")).toBeDefined();
    const text = JSON.stringify([rows, await listOf("claims")]);
    for (const secret of ["CSREF", "T-2026", "Visite", "Enfantine", "R-2"])
      expect(text).not.toContain(secret);
  });

  test("of the audit trail has every entry, in words where there are some", async () => {
    const entries = await office.must("access.listAudit", { before: null, limit: 500 });
    const rows = await listOf("audit");
    expect(rows.map((row) => row.Écriture)).toEqual(entries.map(({ seq }) => String(seq)));
    expect(rows.some((row) => row.Quoi === "Membre inscrite")).toBe(true);
    expect(rows.every((row) => /^\d\d\/\d\d\/\d{4} \d\d:\d\d$/.test(row.Quand ?? ""))).toBe(true);
  });

  test("of budgets and targets has every year, the newest first", async () => {
    const line = { account: "rent", project: null, note: "" };
    for (const year of [2025, 2027])
      await office.must("cashbook.saveBudgetLine", { id: v7(), year, amount: 600_000, ...line });
    const years = (await listOf("budget")).map((row) => row.Année);
    expect([...new Set(years)]).toEqual(["2027", "2026", "2025"]);
    const target = { code: "members.joined", forOffice: "KTL" };
    await office.must("reporting.saveTarget", { id: v7(), year: 2026, value: 120, ...target });
    await office.must("literacy.saveTarget", {
      id: v7(),
      year: 2025,
      indicator: "attendanceRate",
      value: 8_550,
    });
    expect((await listOf("targets")).map((row) => [row.Exercice, row.Code, row.Objectif, row.Unité])).toEqual(
      [
        ["2026", "members.joined", "120", "membres"],
        ["2025", "literacy.attendanceRate", "85,5", "%"],
      ],
    );
  });

  test("has numbers as numbers in a workbook", async () => {
    const file = await office.must("reporting.exportList", { list: "premises", format: "xlsx" });
    const [headings = [], first = []] = sheetOf(file);
    expect(first[headings.indexOf("Loyer indicatif")]).toBe("30000");
    expect(file.fileName).toBe("KTL-locaux-2026-11-23.xlsx");
  });

  test("is refused for other offices at an antenna, and where there are none", async () => {
    for (const list of Lists.options)
      expect(await office.refused("reporting.exportList", { list, office: "MPT", format: "csv" })).toBe(
        list === "offices"
          ? refusal("reporting.listElsewhere", "list")
          : refusal("headquarters.notHere", "office"),
      );
  });
});

const READS: Readonly<Record<ExportedList, readonly Role[]>> = {
  policies: ["secretary", "coordinator", "accountant"],
  contributions: ["secretary", "coordinator", "accountant"],
  claims: ["secretary", "coordinator", "healthCoordinator"],
  checkups: ["secretary", "coordinator", "healthCoordinator"],
  certificates: ["secretary", "coordinator", "accountant"],
  premises: ["secretary", "coordinator", "accountant"],
  leases: ["secretary", "coordinator", "accountant"],
  accounts: ["secretary", "coordinator", "accountant", "healthCoordinator"],
  projects: ["secretary", "coordinator", "accountant", "healthCoordinator"],
  budget: ["secretary", "coordinator", "accountant"],
  targets: ["secretary", "coordinator", "accountant", "healthCoordinator"],
  audit: ["coordinator", "accountant"],
  offices: ["secretary", "coordinator", "accountant", "healthCoordinator"],
};
const ROLES: readonly Role[] = ["secretary", "cashier", "healthWorker", "trainer", "coordinator", "auditor"];

describe("at headquarters", () => {
  test("who may take a list out is who may read it; women are named to who may take the register out", async () => {
    const hq = await makeSiege();
    const koutiala = await makeEnrolled(hq, KOUTIALA);
    await live(koutiala);
    await letShop(koutiala);
    await receive(hq, await send(koutiala));
    const people = new Map<Role, { login: string; passphrase: string }>();
    for (const role of [...ROLES, "accountant", "healthCoordinator"] as const)
      people.set(role, await addColleague(hq, role));
    for (const [role, her] of people) {
      await tiersAtSignIn(hq, her);
      for (const list of Lists.options) {
        const asked = { list, office: "all", format: "csv" } as const;
        const answer = await hq.ask("reporting.exportList", asked);
        const code = answer.ok ? "accepted" : answer.refusal.code;
        if (!READS[list].includes(role))
          expect(`${role} ${list} ${code}`).toBe(`${role} ${list} access.forbidden`);
        else expect(`${role} ${list} ${code}`).toMatch(/ (?:accepted|headquarters\.noTier)$/);
        if (!answer.ok) continue;
        const [headings = []] = sheetOf(answer.value);
        const names = ["Nom", "Prénoms", "Téléphone", "Locataire"].filter((name) => headings.includes(name));
        const mayName = role === "coordinator" || role === "secretary";
        if (!mayName && list !== "offices") expect(`${role} ${list} ${names}`).toBe(`${role} ${list} `);
      }
    }
    await hq.signIn();
  });

  test("a list is of one office or all, with whose each line is, and as far as the tiers go", async () => {
    const hq = await makeSiege();
    const koutiala = await makeEnrolled(hq, KOUTIALA);
    await live(koutiala);
    await receive(hq, await send(koutiala));
    const there = await listOf("policies", koutiala);
    expect(await listOf("policies", hq)).toEqual([]);
    expect(await listOf("policies", hq, { office: "KTL" })).toEqual(there);
    expect(await listOf("policies", hq, { office: "all" })).toEqual(
      there.map((row) => ({ Bureau: "KTL", ...row })),
    );
    expect(await listOf("checkups", hq, { office: "KTL" })).toEqual(await listOf("checkups", koutiala));
    expect(await listOf("contributions", hq, { office: "KTL" })).toEqual(
      await listOf("contributions", koutiala),
    );
    const [own, theirs] = await listOf("offices", hq);
    expect([own?.Bureau, theirs?.Bureau]).toEqual(["BKO", "KTL"]);
    const { total } = await hq.must("membership.listMembers", {
      ...{ filter: { ...NO_FILTER, office: "KTL" }, sort: "name", descending: false, offset: 0, limit: 1 },
    });
    expect(Number(theirs?.Membres)).toBeLessThanOrEqual(total);
    const [noted] = await hq.must("access.listAudit", { before: null, limit: 1 });
    expect(noted).toMatchObject({ action: "exportList", reference: "BKO-antennes-2026-11-23", rows: 2 });
    const secretary = await addColleague(hq, "secretary");
    for (const tier of ["finance", "health"] as const)
      if ((await tiersAtSignIn(hq, secretary)).includes(tier)) {
        await hq.signIn();
        await hq.must("headquarters.withdrawTier", { userId: secretary.id, tier });
      }
    await tiersAtSignIn(hq, secretary);
    for (const list of ["policies", "claims", "checkups", "leases", "budget"] as const)
      expect(await hq.refused("reporting.exportList", { list, office: "KTL", format: "csv" })).toBe(
        refusal("headquarters.noTier", "office"),
      );
    await hq.signIn();
  });
});
