import { readFileSync } from 'node:fs';

/** @typedef {{ passed: number, failed: number, skipped: number }} TestCounts */

/**
 * Counts from Vitest's JSON report. A test file that could not be loaded counts as one failure: it
 * holds no test, yet the run is not green. A report that is missing counts nothing.
 * @param {string} file
 * @returns {TestCounts}
 */
export function vitestCounts(file) {
  const report = readReport(file);
  if (!report) return none();
  const unloadable = (report.testResults ?? []).filter(
    (/** @type {any} */ result) =>
      result.status === 'failed' && result.assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloadable.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * Counts from Playwright's JSON report. A flaky test counts as failed: nothing is retried here.
 * @param {string} file
 * @returns {TestCounts}
 */
export function playwrightCounts(file) {
  const report = readReport(file);
  if (!report) return none();
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected, failed: unexpected + flaky, skipped };
}

/**
 * @param {readonly TestCounts[]} counts
 * @returns {TestCounts}
 */
export function sumCounts(counts) {
  return counts.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    none(),
  );
}

/** @returns {TestCounts} */
function none() {
  return { passed: 0, failed: 0, skipped: 0 };
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    // The stage ended before it could write one; its exit code already says so.
    return null;
  }
}
