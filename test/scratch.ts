import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  /** What all test files of a run share. */
  export interface ProvidedContext {
    /** The absolute path of a folder that is removed after the run. */
    readonly scratch: string;
  }
}

/** Makes the folder for the files of the tests before they run; what it returns removes it. */
export default function scratch(project: TestProject): () => void {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'golint-leaks-')));
  project.provide('scratch', folder);
  return () => rmSync(folder, { recursive: true, force: true });
}
