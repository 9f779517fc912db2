import type { FolderResults } from '../../../cache/folder-results.ts';
import { memoryCache } from '../../../cache/memory-cache.ts';
import type { Shell } from '../shell.ts';

/**
 * Looks again whenever a file has changed, until the process is ended or nobody reads any more; gives the last exit
 * code. Folders that have not changed are answered from memory. What goes wrong in one round, as a configuration file
 * that is half written, ends none.
 */
export async function watch(
  look: (shell: Shell, results: FolderResults) => Promise<number>,
  shell: Shell,
): Promise<number> {
  const cache = memoryCache();
  const results: FolderResults = { open: async () => cache, now: shell.now, breakEven: 1 };
  const files = shell.watchFiles();
  for (;;) {
    // Editors clear what they show when a round begins.
    shell.complain('looking');
    const code = await look(shell.anew(), results).catch((error: unknown) => {
      shell.complain(error instanceof Error ? error.message : String(error));
      return 2;
    });
    if (shell.isReaderGone()) return code;
    shell.complain('waiting for changes; Ctrl-C ends');
    await files.changed();
  }
}
