import { describe, expect, test } from "vitest";
import { add, tallyLine, tallyPlaywright, tallyVitest } from "../../scripts/tally.ts";

const vitest = (part: object = {}): string =>
  JSON.stringify({
    numPassedTests: 40,
    numFailedTests: 0,
    numPendingTests: 2,
    numTodoTests: 0,
    testResults: [{ status: "passed", assertionResults: [{}] }],
    ...part,
  });

const playwright = (stats: object = {}, part: object = {}): string =>
  JSON.stringify({
    stats: { expected: 7, unexpected: 0, flaky: 0, skipped: 1, ...stats },
    errors: [],
    ...part,
  });

describe("the last line of the tests", () => {
  test("adds both runners up", () => {
    const sum = add([tallyVitest(vitest(), 0), tallyPlaywright(playwright(), 0)]);
    expect(tallyLine(sum)).toBe("47 passed, 0 failed, 3 skipped");
  });

  test("leaves out what was not skipped", () => {
    expect(tallyLine({ passed: 5, failed: 1, skipped: 0 })).toBe("5 passed, 1 failed");
  });

  test.each([
    ["wrote no report", tallyVitest(null, 0)],
    ["wrote half a report", tallyVitest(vitest().slice(0, 40), 0)],
    ["ended badly though every test passed", tallyVitest(vitest(), 1)],
    ["ran no test", tallyVitest(vitest({ numPassedTests: 0 }), 0)],
    [
      "could not load a file",
      tallyVitest(vitest({ testResults: [{ status: "failed", assertionResults: [] }] }), 1),
    ],
    ["crashed before its browser", tallyPlaywright(null, 1)],
    ["skipped everything", tallyPlaywright(playwright({ expected: 0, skipped: 8 }), 0)],
    ["failed outside of any test", tallyPlaywright(playwright({}, { errors: [{ message: "set-up" }] }), 1)],
    ["passed a test only when tried again", tallyPlaywright(playwright({ flaky: 1 }), 0)],
  ])("counts as failed a runner that %s", (_what, tally) => {
    expect(tally.failed).toBe(1);
  });
});
