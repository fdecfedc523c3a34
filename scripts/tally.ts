/** What one runner, or all together, found. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** One thing that should have worked and did not: a lint, a build, a runner that crashed. */
export const ONE_FAILURE: Tally = { passed: 0, failed: 1, skipped: 0 };

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[];
}

interface PlaywrightReport {
  readonly stats: {
    readonly expected: number;
    readonly unexpected: number;
    readonly flaky: number;
    readonly skipped: number;
  };
  readonly errors?: readonly unknown[];
}

/** Counts a runner that said it failed, or ran nothing, as a failure even where its figures show none. */
function honest(tally: Tally, exitCode: number): Tally {
  const ranNothing = tally.passed + tally.failed === 0;
  const hidden = tally.failed === 0 && (exitCode !== 0 || ranNothing);
  return hidden ? { ...tally, failed: 1 } : tally;
}

function parse<Report>(json: string | null): Report | null {
  if (json === null) return null;
  try {
    return JSON.parse(json) as Report;
  } catch {
    return null;
  }
}

/**
 * @param json Vitest's JSON report, null when it wrote none
 * A file that could not be loaded has no test to its name and counts as one failure.
 */
export function tallyVitest(json: string | null, exitCode: number): Tally {
  const report = parse<VitestReport>(json);
  if (!report) return ONE_FAILURE;
  const unloaded = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  ).length;
  return honest(
    {
      passed: report.numPassedTests,
      failed: report.numFailedTests + unloaded,
      skipped: report.numPendingTests + report.numTodoTests,
    },
    exitCode,
  );
}

/**
 * @param json Playwright's JSON report, null when it wrote none
 * A test that passed only when tried again counts as failed.
 */
export function tallyPlaywright(json: string | null, exitCode: number): Tally {
  const report = parse<PlaywrightReport>(json);
  if (!report) return ONE_FAILURE;
  const { expected, unexpected, flaky, skipped } = report.stats;
  const failed = unexpected + flaky + (report.errors?.length ?? 0);
  return honest({ passed: expected, failed, skipped }, exitCode);
}

export function add(tallies: readonly Tally[]): Tally {
  return tallies.reduce((sum, each) => ({
    passed: sum.passed + each.passed,
    failed: sum.failed + each.failed,
    skipped: sum.skipped + each.skipped,
  }));
}

/** `12 passed, 0 failed`, and `, 1 skipped` where there is one. */
export function tallyLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
