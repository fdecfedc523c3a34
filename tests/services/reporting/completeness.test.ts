import { describe, expect, test } from "vitest";
import { incompleteOffices } from "../../../src/services/reporting/completeness.ts";
import { refusal } from "../../support/office.ts";
import { KOUTIALA, MOPTI, makeAntenna, makeEnrolled, receive, send } from "../../support/roundTrip.ts";
import { register } from "../../support/women.ts";
import { closeMonth, record } from "../cashbook/book.ts";
import { makeSiege } from "../headquarters/siege.ts";
import { on } from "./lived.ts";

async function states(hq: Awaited<ReturnType<typeof makeSiege>>, from = "2026-10", to = "2026-12") {
  const { offices } = await hq.must("reporting.completeness", { from, to });
  return Object.fromEntries(
    offices.map(({ code, cells }) => [code, cells.map(({ state }) => state).join(" ")]),
  );
}

describe("Which office has sent which month", () => {
  test("is seen from where each journal reaches; the own branch is always here", async () => {
    const hq = await makeSiege();
    const koutiala = await makeEnrolled(hq, KOUTIALA);
    await makeEnrolled(hq, MOPTI);
    await receive(hq, await send(koutiala));
    expect(await states(hq)).toEqual({ BKO: "before running", KTL: "before running", MPT: "before running" });
    await on(hq, "2026-12-05");
    expect(await states(hq)).toEqual({
      BKO: "before complete running",
      KTL: "before partial running",
      MPT: "before missing running",
    });
    expect(incompleteOffices(hq.call, "2026-11", "2026-12")).toEqual(["KTL", "MPT"]);
    await on(koutiala, "2026-12-04");
    await register(koutiala);
    await receive(hq, await send(koutiala));
    expect((await states(hq)).KTL).toBe("before complete running");
    expect(incompleteOffices(hq.call, "2026-11", "2026-11")).toEqual(["MPT"]);
    expect(incompleteOffices(hq.call, "2026-10", "2026-10")).toEqual([]);
  });

  test("says beside it whether the month’s cash book is closed", async () => {
    const hq = await makeSiege();
    const koutiala = await makeEnrolled(hq, KOUTIALA);
    await record(koutiala);
    await on(koutiala, "2026-12-04");
    await closeMonth(koutiala, "2026-11");
    await receive(hq, await send(koutiala));
    const { offices } = await hq.must("reporting.completeness", { from: "2026-11", to: "2026-11" });
    expect(offices.map(({ code, cells }) => `${code} ${cells[0]?.cashClosed}`)).toEqual([
      "BKO false",
      "KTL true",
    ]);
  });

  test("is asked at headquarters only, and for a span that fits", async () => {
    const antenna = await makeAntenna(KOUTIALA);
    expect(await antenna.refused("reporting.completeness", { from: "2026-10", to: "2026-11" })).toBe(
      refusal("headquarters.notHere"),
    );
    expect(incompleteOffices(antenna.call, "2026-10", "2026-11")).toEqual([]);
    const hq = await makeSiege();
    expect(await hq.refused("reporting.completeness", { from: "2026-11", to: "2026-10" })).toBe(
      refusal("reporting.spanWrong", "to"),
    );
    expect(await hq.refused("reporting.completeness", { from: "2020-01", to: "2026-10" })).toBe(
      refusal("reporting.spanTooLong", "to"),
    );
  });
});
