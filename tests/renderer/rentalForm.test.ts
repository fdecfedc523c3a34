import { describe, expect, test } from "vitest";
import {
  countStates,
  readBoardView,
  shownOf,
  writeBoardView,
} from "../../renderer/features/rental/board/boardView.ts";
import { lastCharges, proposedEnd } from "../../renderer/features/rental/lease/terms/ending.ts";
import {
  monthsOf,
  proposedStart,
  rateOf,
  revised,
} from "../../renderer/features/rental/lease/terms/revising.ts";
import { formPath } from "../../renderer/features/rental/leases/sign/errorsOf.ts";
import {
  emptyLease,
  firstCharges,
  type LeaseValues,
  leaseInput,
  sharesLeft,
} from "../../renderer/features/rental/leases/sign/leaseForm.ts";
import { UNREADABLE } from "../../renderer/features/rental/typed.ts";
import { rental } from "../../src/contract/rental.ts";
import type { LeaseTerms } from "../../src/contract/rentalTerms.ts";
import type { LeaseFile, Premises } from "../../src/contract/rentalViews.ts";

const TODAY = "2026-11-24";
const ID = "0198f000-0000-7000-8000-000000000001";
const TENANT = "0198f000-0000-7000-8000-000000000002";
const B03 = "0198f000-0000-7000-8000-000000000003";
const B04 = "0198f000-0000-7000-8000-000000000004";

const empty = emptyLease({ id: ID, newTenantId: TENANT, premisesId: B03, guideRent: 50_000, who: "new" });

const filled: LeaseValues = {
  ...empty,
  tenant: { ...empty.tenant, name: "Salif Keïta Commerce" },
  startsOn: "15/12/2026",
};

describe("a new lease's form", () => {
  test("is filled with what is usual, and the rent that the premises are worth", () => {
    expect(rental.signLease.input.safeParse(leaseInput(filled, TODAY)).success).toBe(true);
    expect(empty.rent).toBe(50_000);
  });

  test("a day that is none is told from a day that is missing", () => {
    expect(leaseInput({ ...filled, startsOn: "31/31" }, TODAY)).toMatchObject({
      terms: { startsOn: UNREADABLE },
    });
    expect(leaseInput({ ...filled, startsOn: "" }, TODAY)).toMatchObject({ terms: { startsOn: "" } });
    expect(leaseInput(filled, TODAY)).toMatchObject({ terms: { endsOn: null } });
  });

  test("one of the premises bears the whole rent, several their shares", () => {
    expect(leaseInput(filled, TODAY)).toMatchObject({
      terms: { premises: [{ premisesId: B03, share: 50_000 }] },
    });
    const both = {
      ...filled,
      premises: [
        { premisesId: B03, share: 30_000 as const },
        { premisesId: B04, share: "" as const },
      ],
    };
    expect(sharesLeft(filled)).toBeNull();
    expect(sharesLeft(both)).toBe(20_000);
  });

  test("sends only the chosen kind of charges and penalty", () => {
    const values: LeaseValues = {
      ...filled,
      chargesKind: "meter",
      charges: { amount: 9000, water: 600, power: "" },
      penaltyKind: "percent",
      penalty: { graceDays: 10, amount: 3000, percent: 5 },
    };
    expect(leaseInput(values, TODAY)).toMatchObject({
      terms: {
        charges: { kind: "meter", water: 600, power: null },
        penalty: { kind: "percent", graceDays: 10, percent: 5 },
      },
    });
  });

  test("a known tenant is named by her id, a new one by what was written", () => {
    expect(leaseInput({ ...filled, who: "known", tenantId: B04 }, TODAY)).toMatchObject({
      tenantId: B04,
      tenant: null,
    });
    expect(leaseInput(filled, TODAY)).toMatchObject({
      tenantId: TENANT,
      tenant: { name: "Salif Keïta Commerce" },
    });
  });

  test("previews the first charges, the first one by its days", () => {
    const charges = firstCharges(filled, TODAY, 2) ?? [];
    expect(charges.map(({ dueOn, amount }) => [dueOn, amount])).toEqual([
      ["2026-12-15", 27_419],
      ["2027-01-05", 50_000],
    ]);
    expect(firstCharges({ ...filled, rent: "" }, TODAY, 2)).toBeNull();
  });

  test("an error of the contract stands at the form's own field", () => {
    expect(formPath("terms.startsOn")).toBe("startsOn");
    expect(formPath("terms.premises.0.premisesId")).toBe("premises.0.premisesId");
    expect(formPath("terms.charges")).toBe("charges.water");
    expect(formPath("tenant.phone")).toBe("tenant.phone");
  });
});

const TERMS: LeaseTerms = {
  premises: [{ premisesId: B03, share: 50_000 }],
  startsOn: "2026-01-01",
  endsOn: null,
  period: "month",
  rent: 50_000,
  dueDay: 5,
  charges: { kind: "none" },
  deposit: 0,
  noticeMonths: 1,
  penalty: { kind: "none" },
};

const FILE = {
  terms: TERMS,
  changes: [],
  termination: null,
  readings: [],
  rent: 50_000,
  startsOn: "2026-01-01",
  endsOn: null,
} as unknown as LeaseFile;

describe("changing a lease", () => {
  test("a rate is typed in percent and shows the new rent", () => {
    const byRate = { by: "rate" as const, percent: 2.5 as const, rent: "" as const };
    expect(rateOf(byRate)).toBe(250);
    expect(revised(FILE, "2027-01-01", byRate)).toEqual({ was: 50_000, becomes: 51_250 });
    expect(revised(FILE, null, { by: "amount", percent: "", rent: "" }).becomes).toBeNull();
  });

  test("begins with the next month, or the lease's second when it is still to come", () => {
    expect(proposedStart(FILE, TODAY)).toBe("2026-12-01");
    expect(proposedStart({ startsOn: "2027-02-15" }, TODAY)).toBe("2027-03-01");
  });

  test("rent-free months are offered from the first to two years ahead, never after the end", () => {
    const months = monthsOf(FILE, TODAY);
    expect([months[0], months.at(-1)]).toEqual(["2026-01", "2028-11"]);
    expect(monthsOf({ startsOn: "2026-01-15", endsOn: "2026-03-10" }, TODAY)).toEqual([
      "2026-01",
      "2026-02",
      "2026-03",
    ]);
  });

  test("an end is proposed a notice away, or the lease's own end where that is sooner", () => {
    expect(proposedEnd(FILE, TODAY)).toBe("2026-12-24");
    expect(proposedEnd({ ...FILE, endsOn: "2026-11-30" }, TODAY)).toBe("2026-11-30");
  });

  test("shows what the last period costs when the lease ends within it", () => {
    expect(lastCharges(FILE, "2026-12-15", 2).map(({ amount }) => amount)).toEqual([50_000, 24_194]);
    expect(lastCharges(FILE, "2025-12-15", 2)).toEqual([]);
  });
});

describe("the board", () => {
  const one = (code: string, state: Premises["state"], about: Partial<Premises> = {}): Premises =>
    ({ id: code, code, kind: "shop", address: "", state, lease: null, ...about }) as Premises;
  const all = [
    one("B-01", "let", { lease: { tenantName: "Étienne Somé", number: "KTL-B00001" } as Premises["lease"] }),
    one("B-02", "vacant", { address: "Marché" }),
    one("E-01", "vacant", { kind: "stall" }),
    one("B-09", "retired"),
  ];
  const view = { text: "", states: [], kind: null };

  test("leaves retired premises out until they are asked for", () => {
    expect(shownOf(all, view).map(({ code }) => code)).toEqual(["B-01", "B-02", "E-01"]);
    expect(shownOf(all, { ...view, states: ["retired"] }).map(({ code }) => code)).toEqual(["B-09"]);
  });

  test("finds by name, place and tenant, without accents", () => {
    expect(shownOf(all, { ...view, text: "etienne" }).map(({ code }) => code)).toEqual(["B-01"]);
    expect(shownOf(all, { ...view, text: "marche b-" }).map(({ code }) => code)).toEqual(["B-02"]);
    expect(shownOf(all, { ...view, kind: "stall" }).map(({ code }) => code)).toEqual(["E-01"]);
  });

  test("counts the states", () => {
    expect(countStates(all)).toEqual({ let: 1, arrears: 0, vacant: 2, retired: 1 });
  });

  test("keeps its filters in the address, and never what is searched", () => {
    const address = writeBoardView(
      { text: "etienne", states: ["vacant"], kind: "shop" },
      new URLSearchParams("office=all"),
    );
    expect(address.toString()).toBe("office=all&state=vacant&kind=shop");
    expect(readBoardView(address, "")).toEqual({ text: "", states: ["vacant"], kind: "shop" });
  });
});
