import { watch } from 'node:fs';
import { UsageError } from './arguments/usage-error.ts';

/** Tells when files that matter have changed. */
export interface FileWatcher {
  /** Comes when something has changed since the last call; at once where that was meanwhile. */
  readonly changed: () => Promise<void>;
}

/**
 * An editor writes a file in several steps, and a checkout many files: what follows within this time, in milliseconds,
 * is one change.
 */
const PAUSE = 100;

/** What decides findings: Go files, and what says how they are read. */
const DECISIVE = /(?:\.go|(?:^|[\\/])(?:go\.mod|go\.work|\.golint-leaks\.yaml|\.gitignore))$/;

/** Watches all below a folder (absolute), but for what git and npm keep there. */
export function watchFiles(dir: string): FileWatcher {
  let isChanged = false;
  let isOver: Error | undefined;
  let wake = (): void => {};
  const tell = (): void => {
    isChanged = true;
    setTimeout(() => wake(), PAUSE);
  };
  watch(dir, { recursive: true })
    .on('change', (_event, name) => {
      if (DECISIVE.test(String(name)) && !/(?:^|[\\/])(?:\.git|node_modules)[\\/]/.test(String(name))) tell();
    })
    .on('error', (error) => {
      isOver = error;
      wake();
    });
  return {
    changed: async () => {
      if (!isChanged && !isOver) await new Promise<void>((resolve) => { wake = resolve; });
      else await new Promise((resolve) => { setTimeout(resolve, PAUSE); });
      if (isOver) throw new UsageError(`--watch cannot watch ${dir} (${isOver.message}); run it in a smaller folder.`);
      isChanged = false;
    },
  };
}
