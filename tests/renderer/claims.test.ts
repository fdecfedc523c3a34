import { describe, expect, test } from "vitest";
import {
  mayWithdraw,
  mustBeAnother,
  nextAction,
  type Person,
  stepsOf,
} from "../../renderer/features/insurance/claims/claimSteps.ts";
import {
  readClaimView,
  statesOf,
  writeClaimView,
} from "../../renderer/features/insurance/claims/claimView.ts";
import { isBeyondFund, isUntouched, reserveOf } from "../../renderer/features/insurance/fund/fundFigures.ts";
import { lastMonths, showMonth } from "../../renderer/lib/months.ts";
import type { ClaimFile } from "../../src/contract/insuranceClaims.ts";
import type { ClaimState } from "../../src/contract/insuranceTerms.ts";
import { ROLE_PERMISSIONS, type Role } from "../../src/contract/permissions.ts";

interface About {
  readonly state: ClaimState;
  readonly granted?: number;
  readonly decides?: ClaimFile["decides"];
  readonly office?: string;
  readonly outcome?: ClaimFile["claim"]["outcome"];
  readonly decidedOn?: string | null;
  readonly payments?: readonly { readonly paidOn: string }[];
}

/** What these pages look at. */
function fileOf(about: About): ClaimFile {
  const { state, granted = 4_000, decides = "anybody", office = "KTL" } = about;
  return {
    claim: { state, office, outcome: about.outcome ?? null },
    computed: { outcome: granted > 0 ? "accepted" : "rejected", granted },
    decides,
    enteredBy: "Awa Sissoko",
    decidedOn: about.decidedOn ?? null,
    payments: about.payments ?? [],
  } as unknown as ClaimFile;
}

function person(role: Role, about: Partial<Person> = {}): Person {
  const permissions = ROLE_PERMISSIONS[role];
  return { name: "Sira Dembélé", permissions, office: "KTL", headquarters: false, ...about };
}

const atHeadquarters = (role: Role) => person(role, { office: "BKO", headquarters: true });

describe("what is done next with a claim", () => {
  test("follows its state, for whoever may", () => {
    const of = (state: ClaimState, role: Role) => nextAction(fileOf({ state }), person(role));
    expect(of("draft", "secretary")).toBe("edit");
    expect(of("submitted", "secretary")).toBe("check");
    expect(of("checked", "secretary")).toBeNull();
    expect(of("checked", "coordinator")).toBe("decide");
    expect(of("decided", "secretary")).toBe("pay");
    expect(of("decided", "healthWorker")).toBeNull();
    expect(of("paid", "coordinator")).toBeNull();
    expect(of("submitted", "auditor")).toBeNull();
  });

  test("is to be closed where there is nothing to pay", () => {
    expect(nextAction(fileOf({ state: "decided", granted: 0 }), person("secretary"))).toBe("close");
  });

  test("goes to headquarters above its amount, and is decided there", () => {
    const large = { decides: "headquarters" } as const;
    expect(nextAction(fileOf({ state: "checked", ...large }), person("coordinator"))).toBe("refer");
    const referred = fileOf({ state: "referred", ...large });
    expect(nextAction(referred, person("coordinator"))).toBeNull();
    expect(nextAction(referred, atHeadquarters("healthCoordinator"))).toBe("decide");
    const other = fileOf({ state: "checked", ...large });
    expect(nextAction(other, atHeadquarters("healthCoordinator"))).toBeNull();
  });

  test("may be withdrawn in its own office until it is decided", () => {
    expect(mayWithdraw(fileOf({ state: "submitted" }), person("secretary"))).toBe(true);
    expect(mayWithdraw(fileOf({ state: "decided" }), person("secretary"))).toBe(false);
    expect(mayWithdraw(fileOf({ state: "submitted" }), atHeadquarters("coordinator"))).toBe(false);
  });

  test("asks for another person than the one who entered it, above the amount", () => {
    const awa = person("coordinator", { name: "Awa Sissoko" });
    const large = fileOf({ state: "checked", decides: "secondPerson" });
    expect(mustBeAnother(large, awa)).toBe(true);
    expect(mustBeAnother(large, person("coordinator"))).toBe(false);
    expect(mustBeAnother(fileOf({ state: "checked" }), awa)).toBe(false);
  });
});

describe("the steps of a claim", () => {
  const told = (about: About) => stepsOf(fileOf(about)).map(({ state, at }) => `${state} ${at}`);

  test("say what is done, where it is and what comes", () => {
    expect(told({ state: "checked" })).toEqual([
      "draft done",
      "submitted done",
      "checked now",
      "decided coming",
      "paid coming",
    ]);
    expect(told({ state: "referred", decides: "headquarters" })).toContain("referred now");
  });

  test("end with the payment, or closed where nothing is paid or it was withdrawn", () => {
    expect(told({ state: "paid", outcome: "accepted" }).at(-1)).toBe("paid done");
    expect(told({ state: "decided", granted: 0, outcome: "rejected" }).at(-1)).toBe("closed coming");
    expect(told({ state: "closed" })).toEqual(["draft done", "closed done"]);
  });

  test("name who entered it, and the days of the decision and of the last payment", () => {
    const steps = stepsOf(
      fileOf({
        state: "paid",
        outcome: "accepted",
        decidedOn: "2026-11-20",
        payments: [{ paidOn: "2026-11-21" }, { paidOn: "2026-11-23" }],
      }),
    );
    expect(steps[0]).toMatchObject({ state: "draft", by: "Awa Sissoko" });
    expect(steps.slice(-2).map(({ on }) => on)).toEqual(["2026-11-20", "2026-11-23"]);
  });
});

describe("the address of the lists of claims", () => {
  const read = (text: string, headquarters: string | null = null) =>
    readClaimView(new URLSearchParams(text), headquarters);

  test("names the list; without one it is what the office checks, at headquarters what was sent to it", () => {
    expect(read("list=toDecide")).toEqual({ list: "toDecide", office: undefined });
    expect(read("list=nonsense")).toEqual({ list: "toCheck", office: undefined });
    expect(read("", "BKO")).toEqual({ list: "referred", office: "all" });
    expect(statesOf("done")).toEqual(["paid", "closed"]);
    expect(statesOf("all")).toEqual([]);
  });

  test("comes back as it was written, for all offices, one, or the own", () => {
    for (const office of ["all", "KTL", undefined] as const) {
      const view = { list: "decided", office } as const;
      expect(readClaimView(writeClaimView(view, "BKO"), "BKO")).toEqual(view);
    }
    const own = { list: "drafts", office: undefined } as const;
    expect(readClaimView(writeClaimView(own, null), null)).toEqual(own);
  });
});

describe("the fund in words", () => {
  test("tells the months of reserve, that it grows, or that it is empty", () => {
    expect(reserveOf({ balance: 50_000, reserveMonths: 7.9 })).toEqual({ kind: "months", months: 7 });
    expect(reserveOf({ balance: 50_000, reserveMonths: 0.4 })).toEqual({ kind: "underMonth" });
    expect(reserveOf({ balance: 50_000, reserveMonths: null })).toEqual({ kind: "growing" });
    expect(reserveOf({ balance: -1, reserveMonths: null })).toEqual({ kind: "empty" });
  });

  test("knows a plan on which nothing was paid or promised yet", () => {
    expect(isUntouched({ contributions: 0, benefits: 0, committed: 0 })).toBe(true);
    expect(isUntouched({ contributions: 0, benefits: 0, committed: 1 })).toBe(false);
  });

  test("warns of a payment beyond what is in it, not while it is not known", () => {
    const funds = [{ planCode: "SANTE", balance: 3_000 }];
    expect(isBeyondFund(funds, { planCode: "SANTE", amount: 3_000 })).toBe(false);
    expect(isBeyondFund(funds, { planCode: "SANTE", amount: 3_001 })).toBe(true);
    expect(isBeyondFund([], { planCode: "SANTE", amount: 3_001 })).toBe(false);
  });

  test("counts the months back over the year's end and names them in both languages", () => {
    expect(lastMonths("2026-02-28", 3)).toEqual(["2026-02", "2026-01", "2025-12"]);
    expect(showMonth("2026-11", "fr")).toBe("novembre 2026");
    expect(showMonth("2026-11", "en")).toBe("November 2026");
  });
});
