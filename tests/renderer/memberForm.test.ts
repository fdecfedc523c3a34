import { describe, expect, test } from "vitest";
import {
  detailsOf,
  emptyMember,
  type MemberFormValues,
  memberErrors,
  valuesOf,
} from "../../renderer/features/membership/form/memberForm.ts";
import { nationalityShown, nationalityStored } from "../../renderer/features/membership/form/nationality.ts";
import { MemberDetails } from "../../src/contract/membership.ts";

const TODAY = "2026-11-23";
const ID = "01890a5d-ac96-774b-bcce-b302099a8057";
const SAY = {
  refusal: ({ code }: { code: string }) => code,
  dateUnreadable: "date?",
  birthUnreadable: "naissance?",
};

function filled(part: Partial<MemberFormValues> = {}): MemberFormValues {
  return { ...emptyMember(ID, TODAY), surname: "Traoré", firstNames: "Fanta", ...part };
}

const errorsOf = (values: MemberFormValues) => memberErrors(values, TODAY, "fr", SAY);

describe("the member's form", () => {
  test("asks for nothing but surname, first names and the day she joined", () => {
    expect(errorsOf(filled())).toEqual({});
    expect(errorsOf({ ...emptyMember(ID, TODAY), joinedOn: "" })).toEqual({
      surname: "request.required",
      firstNames: "request.required",
      joinedOn: "request.required",
    });
  });

  test("refuses at its field each date that cannot be read, all at once", () => {
    const values = filled({
      birth: { kind: "exact", text: "31/02/1990" },
      consentOn: "demain",
      joinedOn: "2015",
    });
    expect(errorsOf(values)).toEqual({ birth: "naissance?", consentOn: "date?", joinedOn: "date?" });
  });

  test("says at the birth date that a girl under 18 cannot be a member", () => {
    expect(errorsOf(filled({ birth: { kind: "exact", text: "24/11/2008" } }))).toEqual({
      birth: "member.minor",
    });
    expect(errorsOf(filled({ birth: { kind: "exact", text: "23/11/2008" } }))).toEqual({});
  });

  test("sends what the contract takes", () => {
    const details = detailsOf(
      filled({
        birth: { kind: "estimated", text: "1980" },
        nationality: "Côte d’Ivoire",
        childrenInCare: 3,
        consentOn: "01-02-2020",
        joinedOn: "15/03/19",
      }),
      TODAY,
      "fr",
    );
    expect(MemberDetails.parse(details)).toMatchObject({
      birth: { kind: "estimated", year: 1980 },
      nationality: "CI",
      childrenInCare: 3,
      consentOn: "2020-02-01",
      joinedOn: "2019-03-15",
    });
  });

  test("shows a kept member so that saving her unchanged changes nothing", () => {
    const details: MemberDetails = {
      ...detailsOf(filled({ birth: { kind: "year", text: "1991" } }), TODAY, "fr"),
      nationality: "NG",
      phone: "76 12 34 56",
      languages: ["Bambara", "Haoussa"],
    };
    const member = {
      ...details,
      id: ID,
      number: "KTL-00001-5",
      phone: "+22376123456",
      photoSha256: null,
      leftOn: null,
      leftReason: null,
      office: "KTL",
      erased: false,
      status: "new" as const,
      paidUntil: null,
    };
    expect(detailsOf(valuesOf(member, "fr"), TODAY, "fr")).toEqual(details);
  });
});

describe("a nationality", () => {
  test("is found by the country's name or its people's, whatever the accents", () => {
    expect(nationalityStored("mali", "fr")).toBe("ML");
    expect(nationalityStored("Malienne", "fr")).toBe("ML");
    expect(nationalityStored("cote d'ivoire", "fr")).toBe("CI");
    expect(nationalityStored("Nigeria", "en")).toBe("NG");
  });

  test("stays as written where no table knows it", () => {
    expect(nationalityStored(" Bissagos ", "fr")).toBe("Bissagos");
    expect(nationalityShown("Bissagos", "fr")).toBe("Bissagos");
    expect(nationalityShown("BF", "fr")).toBe("Burkina Faso");
  });
});
