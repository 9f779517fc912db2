import type { Reporter, TestCase, TestModule } from 'vitest/node';

/**
 * A reporter for the end of a run: one line for each reason why tests were skipped, and a last line of the form
 * `N passed, N failed, N skipped` for readers that are programs. A file that cannot be loaded counts as a failed test.
 * Tests that are skipped without a reason count as one, unless tests were chosen by name.
 */
export function closingSummary(): Reporter {
  let isChosen = false;
  return {
    onInit({ config }) {
      isChosen = config.testNamePattern !== undefined;
    },
    onTestRunEnd(modules, unhandledErrors) {
      const tests = modules.flatMap((module) => [...module.children.allTests()]);
      const count = (state: string): number => tests.filter((test) => test.result().state === state).length;
      const reasons = skipReasons(tests);
      const unloaded = modules.filter((module) => module.errors().length > 0).length;
      const failed =
        count('failed') + unloaded + unhandledErrors.length + (reasons.has(undefined) && !isChosen ? 1 : 0);
      if (failed > 0) process.exitCode = 1;
      const counts = `${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`;
      process.stdout.write(`${[...reasons].map(reasonLine).join('')}${counts}\n`);
    },
  };
}

/** The skipped tests by the reason that they gave; undefined where they gave none. */
function skipReasons(tests: readonly TestCase[]): ReadonlyMap<string | undefined, readonly TestCase[]> {
  const byReason = new Map<string | undefined, TestCase[]>();
  for (const test of tests) {
    const result = test.result();
    if (result.state !== 'skipped') continue;
    const same = byReason.get(result.note) ?? [];
    byReason.set(result.note, [...same, test]);
  }
  return byReason;
}

function reasonLine([reason, tests]: readonly [string | undefined, readonly TestCase[]]): string {
  const files = [...new Set(tests.map(({ module }: { readonly module: TestModule }) => module.relativeModuleId))];
  return `skipped: ${reason ?? 'no reason is given'}: ${tests.length} of ${files.join(', ')}\n`;
}
