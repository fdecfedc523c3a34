import { describe, expect, test } from "vitest";
import {
  asInput,
  EMPTY,
  type FirstStartValues,
  firstStartErrors,
  loginFrom,
  stepOf,
} from "../../renderer/features/office/firstStart/firstStartForm.ts";
import { NewOffice } from "../../src/contract/office.ts";

const FILLED: FirstStartValues = {
  ...EMPTY,
  code: "KTL",
  name: "Koutiala",
  region: "Koutiala",
  person: { name: "Awa Diallo", login: "awa", role: "coordinator" },
  passphrase: "six pots sous la pluie",
  again: "six pots sous la pluie",
};

const errorsOf = firstStartErrors((refusal) => refusal.code, "notTheSame");

describe("the first start", () => {
  test("takes what the contract takes", () => {
    expect(errorsOf(FILLED)).toEqual({});
    expect(NewOffice.safeParse(asInput(FILLED)).success).toBe(true);
  });

  test("names every wrong field, each at its step", () => {
    const errors = errorsOf({ ...EMPTY, code: "kt", again: "x" });
    expect(errors).toMatchObject({
      code: "office.codeInvalid",
      name: "request.required",
      "person.name": "request.required",
      "person.login": "access.loginInvalid",
      passphrase: "request.required",
      again: "notTheSame",
    });
    expect(Object.keys(errors).map(stepOf)).toContain("office");
    expect(stepOf("person.login")).toBe("person");
  });

  test("does not let an office belong to itself", () => {
    expect(errorsOf({ ...FILLED, parentCode: "KTL" })).toEqual({ parentCode: "office.parentIsSelf" });
  });

  test("proposes a sign-in name without accents", () => {
    expect(loginFrom("Aïssata Traoré")).toBe("aissata");
    expect(loginFrom("  N’Deye  Fall")).toBe("ndeye");
    expect(loginFrom("")).toBe("");
  });
});
