import type { FolderOutcome } from '../folder/analyze-folder.ts';
import type { Folder } from '../discover/discovery.ts';

/** What is said of a folder that could not be analysed: that, and nothing else. */
export function failedFolder({ dir }: Folder, reason: string): FolderOutcome {
  const failure = { rule: undefined, path: dir, reason };
  return {
    packages: 0, files: 0, excluded: 0, wanted: [], tests: [], complaints: [], notices: [], mended: [], asked: { folders: [], trees: [] },
    analyses: [{ findings: [], suppressed: [], unread: [], failures: [failure], acquired: [] }],
  };
}
