import { describe, expect, it } from "vitest";
import {
  showBirth,
  showCount,
  showDay,
  showFrancs,
  showInstant,
  showLongDay,
} from "../../src/domain/format.ts";

describe("amounts", () => {
  it("are grouped by three with spaces that do not break", () => {
    expect(showFrancs(12_500, "fr")).toBe("12\u202f500\u00a0F\u00a0CFA");
    expect(showFrancs(0, "fr")).toBe("0\u00a0F\u00a0CFA");
    expect(showFrancs(999, "fr")).toBe("999\u00a0F\u00a0CFA");
    expect(showFrancs(1_000_000_000, "fr")).toBe("1\u202f000\u202f000\u202f000\u00a0F\u00a0CFA");
  });

  it("use commas in English", () => {
    expect(showFrancs(12_500, "en")).toBe("12,500\u00a0F\u00a0CFA");
    expect(showCount(4_013, "en")).toBe("4,013");
  });

  it("show a correction with a true minus sign", () => {
    expect(showFrancs(-2_500, "fr")).toBe("−2\u202f500\u00a0F\u00a0CFA");
  });
});

describe("days", () => {
  it("are written day, month, year", () => {
    expect(showDay("2026-11-23")).toBe("23/11/2026");
    expect(showInstant("2026-11-23T08:15:59.000Z")).toBe("23/11/2026 08:15");
  });

  it("are written out with the month's name", () => {
    expect(showLongDay("2026-11-23", "fr")).toBe("23\u00a0novembre\u00a02026");
    expect(showLongDay("2026-08-09", "fr")).toBe("9\u00a0août\u00a02026");
    expect(showLongDay("2026-11-23", "en")).toBe("23\u00a0November\u00a02026");
  });

  it("begin a French month with 1er", () => {
    expect(showLongDay("2027-02-01", "fr")).toBe("1er\u00a0février\u00a02027");
    expect(showLongDay("2027-02-01", "en")).toBe("1\u00a0February\u00a02027");
  });
});

describe("a birth date", () => {
  it("is shown no more precisely than it is known", () => {
    expect(showBirth({ kind: "exact", on: "1980-03-07" }, "fr")).toBe("07/03/1980");
    expect(showBirth({ kind: "year", year: 1980 }, "fr")).toBe("1980");
    expect(showBirth({ kind: "estimated", year: 1980 }, "fr")).toBe("vers\u00a01980");
    expect(showBirth({ kind: "estimated", year: 1980 }, "en")).toBe("about\u00a01980");
  });
});
