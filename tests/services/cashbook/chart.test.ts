import { v7 } from "uuid";
import { describe, expect, test } from "vitest";
import { AutomaticAccount } from "../../../src/contract/cashbookTerms.ts";
import type { InputOf } from "../../../src/contract/index.ts";
import { accountName } from "../../../src/services/cashbook/chartBook.ts";
import { makeTestOffice } from "../../support/office.ts";
import { makeHeadquarters } from "../../support/roundTrip.ts";
import { record, voucher } from "./book.ts";

const account = (changes: Partial<InputOf<"cashbook.saveAccount">> = {}) => ({
  ...{ id: v7(), code: "market-fees", number: "6412", name: "Taxes de marché", nameEn: "Market fees" },
  ...{ side: "expense" as const, active: true },
  ...changes,
});

const project = (changes: Partial<InputOf<"cashbook.saveProject">> = {}) => ({
  ...{ id: v7(), code: "EAU-2026", name: "Eau propre", donor: "Mairie", startsOn: null, endsOn: null },
  ...{ active: true, ...changes },
});

describe("the chart of accounts", () => {
  test("has every account that the program books, and others by hand, all of them proposals", async () => {
    const office = await makeTestOffice();
    const chart = await office.must("cashbook.chart", {});
    const automatic = chart.filter((one) => one.automatic).map(({ code }) => code);
    expect(automatic.sort()).toEqual([...AutomaticAccount.options].sort());
    expect(chart.filter((one) => one.confirmed || !one.active)).toEqual([]);
    expect(new Set(chart.map(({ code }) => code)).size).toBe(chart.length);
    expect(new Set(chart.map(({ number }) => number)).size).toBe(chart.length);
    const sides = chart.map(({ side }) => side);
    expect(sides).toEqual(
      [...sides].sort(
        (a, b) => ["income", "expense", "balance"].indexOf(a) - ["income", "expense", "balance"].indexOf(b),
      ),
    );
  });

  test("is headquarters' to write: what it writes is confirmed, and booked on like the rest", async () => {
    const hq = await makeHeadquarters();
    const chart = await hq.must("cashbook.saveAccount", account());
    expect(chart).toContainEqual({ ...withoutId(account()), automatic: false, confirmed: true });
    await record(hq, { account: "market-fees" });
    await hq.must("cashbook.saveAccount", account({ name: "Taxes du marché", number: "6413" }));
    await hq.must(
      "cashbook.saveAccount",
      account({ code: "rent", side: "income", number: "7072", name: "Loyers" }),
    );
    expect(accountName(hq.call, "market-fees", "fr")).toBe("Taxes du marché");
    expect(accountName(hq.call, "rent", "en")).toBe("Market fees");
    expect(accountName(hq.call, "unheard-of", "fr")).toBe("unheard-of");
    const rent = (await hq.must("cashbook.chart", {})).find(({ code }) => code === "rent");
    expect(rent).toMatchObject({ automatic: true, confirmed: true, number: "7072" });
    await hq.must("cashbook.saveAccount", account({ active: false }));
    expect(await hq.refused("cashbook.record", voucher({ account: "market-fees" }))).toBe(
      "cashbook.accountClosed @ account",
    );
  });

  test("keeps the side of what was booked on, and all of what the program books but words and number", async () => {
    const hq = await makeHeadquarters();
    await record(hq, { account: "supplies" });
    const refused = (changes: Parameters<typeof account>[0]) =>
      hq.refused("cashbook.saveAccount", account(changes));
    expect(await refused({ code: "supplies", side: "income" })).toBe("cashbook.accountInUse @ side");
    expect(await refused({ code: "rent", side: "expense" })).toBe("cashbook.automaticStays @ side");
    expect(await refused({ code: "rent", side: "income", active: false })).toBe(
      "cashbook.automaticStays @ active",
    );
    const kept = account();
    await hq.must("cashbook.saveAccount", kept);
    expect(await refused({ id: kept.id, code: "other-code" })).toBe("cashbook.codeTaken @ code");
  });

  test("is not an antenna's to write", async () => {
    const office = await makeTestOffice();
    expect(await office.refused("cashbook.saveAccount", account())).toBe(
      "cashbook.chartOfHeadquarters @ code",
    );
  });
});

function withoutId({ id: _, ...rest }: ReturnType<typeof account>) {
  return rest;
}

describe("a project", () => {
  test("is an office's own, changes its words, and keeps its code once something was booked on it", async () => {
    const office = await makeTestOffice();
    const saved = project();
    expect(await office.must("cashbook.saveProject", saved)).toEqual([{ ...saved, office: "KTL" }]);
    await office.must("cashbook.saveProject", { ...saved, code: "EAU", name: "Eau" });
    await record(office, { project: "EAU" });
    expect(await office.refused("cashbook.saveProject", { ...saved, code: "PUITS" })).toBe(
      "request.invalid @ code",
    );
    expect(await office.must("cashbook.projects", {})).toMatchObject([{ code: "EAU", name: "Eau" }]);
  });

  test("is refused with another's code, and with an end before its beginning", async () => {
    const office = await makeTestOffice();
    await office.must("cashbook.saveProject", project());
    expect(await office.refused("cashbook.saveProject", project())).toBe("cashbook.codeTaken @ code");
    const wrong = project({ code: "PUITS", startsOn: "2026-06-01", endsOn: "2026-05-31" });
    expect(await office.refused("cashbook.saveProject", wrong)).toBe("cashbook.projectDates @ endsOn");
  });
});
