import { describe, expect, test } from "vitest";
import {
  birthAsTyped,
  readTypedBirth,
  settleTypedBirth,
} from "../../renderer/features/membership/form/typedBirth.ts";

const TODAY = "2026-11-23";

describe("a typed birth date", () => {
  test("is kept at the precision at which it is known", () => {
    const read = (kind: "exact" | "year" | "estimated", text: string) =>
      readTypedBirth({ kind, text }, TODAY);
    expect(read("exact", "06.04.2002")).toEqual({
      state: "read",
      birth: { kind: "exact", on: "2002-04-06" },
    });
    expect(read("year", "1980")).toEqual({ state: "read", birth: { kind: "year", year: 1980 } });
    expect(read("estimated", "1980")).toEqual({ state: "read", birth: { kind: "estimated", year: 1980 } });
    expect(read("exact", "")).toEqual({ state: "empty" });
    expect(read("year", "80")).toEqual({ state: "unreadable" });
    expect(read("exact", "31/02/1990")).toEqual({ state: "unreadable" });
  });

  test.each([
    ["exact", "1980", { kind: "year", text: "1980" }],
    ["estimated", "1980", { kind: "estimated", text: "1980" }],
    ["exact", "vers 1980", { kind: "estimated", text: "1980" }],
    ["exact", "environ 1980", { kind: "estimated", text: "1980" }],
    ["exact", "30 ans", { kind: "estimated", text: "1996" }],
    ["year", "06/04/2002", { kind: "exact", text: "06/04/2002" }],
    ["exact", "06042002", { kind: "exact", text: "06/04/2002" }],
  ] as const)("typed as %s « %s » it settles to what was meant", (kind, text, settled) => {
    expect(settleTypedBirth({ kind, text }, TODAY)).toEqual(settled);
  });

  test("what nobody can read stays as it was typed", () => {
    const typed = { kind: "exact", text: "saison des pluies" } as const;
    expect(settleTypedBirth(typed, TODAY)).toBe(typed);
  });

  test.each([
    { kind: "exact", on: "1969-01-09" },
    { kind: "year", year: 1969 },
    { kind: "estimated", year: 1969 },
  ] as const)("a kept one goes through the form unchanged: $kind", (birth) => {
    expect(readTypedBirth(birthAsTyped(birth), TODAY)).toEqual({ state: "read", birth });
  });
});
