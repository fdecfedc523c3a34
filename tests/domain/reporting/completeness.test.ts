import { describe, expect, test } from "vitest";
import { isIncomplete, monthState } from "../../../src/domain/reporting/completeness.ts";

const sent = (until: string | null, since: string | null = "2026-03-10") => ({ since, until, isOwn: false });
const today = "2026-11-23";

describe("A month of an office at headquarters", () => {
  test("is complete when its journal reaches beyond the month’s end", () => {
    expect(monthState("2026-10", sent("2026-11-01"), today)).toBe("complete");
    expect(monthState("2026-10", sent("2026-10-31"), today)).toBe("partial");
    expect(monthState("2026-10", sent("2026-10-01"), today)).toBe("partial");
    expect(monthState("2026-10", sent("2026-09-30"), today)).toBe("missing");
    expect(monthState("2026-10", sent(null), today)).toBe("missing");
  });

  test("runs until its last day is over, whatever was sent", () => {
    expect(monthState("2026-11", sent("2026-11-22"), today)).toBe("running");
    expect(monthState("2026-11", sent("2026-11-22"), "2026-11-30")).toBe("running");
    expect(monthState("2026-11", sent("2026-11-22"), "2026-12-01")).toBe("partial");
  });

  test("that ended before the office began is not asked of it", () => {
    expect(monthState("2026-02", sent("2026-11-22"), today)).toBe("before");
    expect(monthState("2026-03", sent("2026-11-22"), today)).toBe("complete");
    expect(monthState("2026-03", sent(null, null), today)).toBe("before");
  });

  test("of the own register is complete once it is over", () => {
    expect(monthState("2026-10", { since: "2026-03-10", until: "2026-04-01", isOwn: true }, today)).toBe(
      "complete",
    );
  });

  test("counts as not here when something of it is still to come", () => {
    expect((["complete", "partial", "missing", "running", "before"] as const).filter(isIncomplete)).toEqual([
      "partial",
      "missing",
    ]);
  });
});
