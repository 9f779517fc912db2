import type { SourceFile } from '../syntax/source-file.ts';

/** Go's own testing packages, and the libraries for tests: production code imports none of them. */
const forTests = /^testing(?:\/|$)|\/(?:check\.v1|go-check|testify|gomega|ginkgo)(?:\/|$)|^gotest\.tools\//;

/** Whether a file without `_test` in its name helps tests: what it leaves behind ends with the test. */
export function helpsTests({ imports }: SourceFile): boolean {
  return imports.some(({ path }) => forTests.test(path));
}
