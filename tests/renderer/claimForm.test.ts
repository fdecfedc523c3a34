import { describe, expect, test } from "vitest";
import {
  actChoices,
  askedOf,
  type ClaimFormValues,
  claimErrors,
  detailsOf,
  emptyClaim,
  emptyLine,
  facilityOf,
  isEmptyLine,
  startsAWord,
  valuesOf,
  withAct,
} from "../../renderer/features/insurance/claims/claimForm.ts";
import { attemptsFor } from "../../renderer/lib/paperPhoto.ts";
import { ClaimCover, ClaimDetails, type ClaimFile } from "../../src/contract/insuranceClaims.ts";

const TODAY = "2026-11-23";
const id = (last: number) => `01890a5d-ac96-774b-bcce-${String(last).padStart(12, "0")}`;
const SAY = { refusal: ({ code }: { code: string }) => code, dateUnreadable: "date?", noLine: "ligne?" };

const COVER = ClaimCover.parse({
  policyId: id(1),
  policyNumber: "KTL-A00001",
  planName: "Mutuelle",
  state: "active",
  children: [{ id: id(2), name: "Enfantine" }],
  facilities: [
    {
      code: "CSREF-A",
      name: "Centre de référence A",
      prices: [
        { act: "CONS-GEN", category: "consultation", price: 2_000 },
        { act: "GE", category: "tests", price: 1_500 },
      ],
    },
    { code: "CSCOM-B", name: "Centre communautaire B", prices: [] },
  ],
  excluded: ["COSMETIQUE"],
});

function filled(part: Partial<ClaimFormValues> = {}): ClaimFormValues {
  return {
    ...emptyClaim(id(10), id(11), TODAY),
    member: { id: id(3), number: "KTL-00042-6", surname: "Traoré", firstNames: "Fanta" },
    facility: "Centre de référence A",
    lines: [{ id: id(11), category: "consultation", what: "cons-gen", quantity: 1, asked: 2_500 }],
    ...part,
  };
}

describe("the claim's form", () => {
  test("asks for the member, the facility and one line with its amount, all at once", () => {
    expect(claimErrors(filled(), TODAY, SAY)).toEqual({});
    expect(claimErrors(emptyClaim(id(10), id(11), TODAY), TODAY, SAY)).toEqual({
      member: "request.required",
      facility: "request.required",
      lines: "ligne?",
    });
    const half = { ...emptyLine(id(12)), what: "Paracétamol" };
    expect(claimErrors(filled({ lines: [...filled().lines, half] }), TODAY, SAY)).toEqual({
      "lines.1.category": "request.required",
      "lines.1.asked": "request.required",
    });
  });

  test("says at the day of care that it cannot be read, is missing or is to come", () => {
    const errorOf = (careOn: string) => claimErrors(filled({ careOn }), TODAY, SAY).careOn;
    expect(errorOf("hier")).toBe("date?");
    expect(errorOf("")).toBe("request.required");
    expect(errorOf("24/11/2026")).toBe("claim.careInFuture");
    expect(errorOf("23112026")).toBeUndefined();
  });

  test("sends what the contract takes, without the line that Enter began and nobody filled", () => {
    const values = filled({
      childId: id(2),
      careOn: "20/11/26",
      lines: [
        ...filled().lines,
        { id: id(12), category: "medicines", what: " Paracétamol ", quantity: "", asked: 750 },
        emptyLine(id(13)),
      ],
    });
    const details = detailsOf(values, COVER, TODAY);
    expect(ClaimDetails.parse(details)).toEqual(details);
    expect(details).toMatchObject({
      policyId: COVER.policyId,
      childId: id(2),
      facilityCode: "CSREF-A",
      facilityName: "",
      careOn: "2026-11-20",
    });
    expect(details.lines).toEqual([
      { id: id(11), category: "consultation", act: "CONS-GEN", words: "", quantity: 1, asked: 2_500 },
      { id: id(12), category: "medicines", act: null, words: "Paracétamol", quantity: 1, asked: 750 },
    ]);
    expect(askedOf(values.lines)).toBe(3_250);
  });

  test("knows a facility by its name or its code, whatever the case and the accents; any other is kept as typed", () => {
    expect(facilityOf(COVER, "centre de reference a")?.code).toBe("CSREF-A");
    expect(facilityOf(COVER, " csref-a ")?.code).toBe("CSREF-A");
    expect(facilityOf(COVER, "Clinique du marché")).toBeUndefined();
    expect(detailsOf(filled({ facility: "Clinique du marché" }), COVER, TODAY)).toMatchObject({
      facilityCode: null,
      facilityName: "Clinique du marché",
    });
  });

  test("forgets a child that the chosen policy does not insure", () => {
    expect(detailsOf(filled({ childId: id(9) }), COVER, TODAY).childId).toBeNull();
  });

  test("offers the facility's acts of the kind of care, and what the plan never pays", () => {
    const acts = (facility: string, category: "tests" | null) =>
      actChoices(COVER, facility, category).map(({ act }) => act);
    expect(acts("CSREF-A", "tests")).toEqual(["GE", "COSMETIQUE"]);
    expect(acts("CSREF-A", null)).toEqual(["CONS-GEN", "GE", "COSMETIQUE"]);
    expect(acts("ailleurs", null)).toEqual(["COSMETIQUE"]);
    expect(actChoices(undefined, "CSREF-A", null)).toEqual([]);
  });

  test("takes the kind of care from the act, unless one was chosen", () => {
    const choices = actChoices(COVER, "CSREF-A", null);
    expect(withAct(emptyLine(id(1)), "ge", choices)).toMatchObject({ what: "ge", category: "tests" });
    const chosen = { ...emptyLine(id(1)), category: "hospital" as const };
    expect(withAct(chosen, "ge", choices).category).toBe("hospital");
    expect(isEmptyLine(withAct(emptyLine(id(1)), "", choices))).toBe(true);
  });

  test("finds a kind of care by the first letters of any of its words", () => {
    expect(startsAWord("Analyses et examens", "exa")).toBe(true);
    expect(startsAWord("Médicaments", "med")).toBe(true);
    expect(startsAWord("Hospitalisation", "tal")).toBe(false);
  });

  test("shows a draft as it was typed and sends it unchanged", () => {
    const details = detailsOf(filled({ childId: id(2), diagnosis: "Paludisme" }), COVER, TODAY);
    const file = {
      claim: {
        id: id(10),
        memberId: id(3),
        memberNumber: "KTL-00042-6",
        surname: "Traoré",
        firstNames: "Fanta",
      },
      details,
      facility: "Centre de référence A",
    } as ClaimFile;
    expect(detailsOf(valuesOf(file), COVER, TODAY)).toEqual(details);
  });
});

describe("the photograph of a receipt", () => {
  test("is tried from its most legible size down, never larger than it was taken", () => {
    const attempts = attemptsFor({ width: 3000, height: 4000 });
    expect(attempts[0]).toEqual({ width: 1200, height: 1600, quality: 0.8 });
    expect(attempts.at(-1)).toEqual({ width: 600, height: 800, quality: 0.5 });
    expect(new Set(attemptsFor({ width: 640, height: 480 }).map(({ width }) => width))).toEqual(
      new Set([640]),
    );
  });
});
