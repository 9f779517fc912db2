import { displayPath } from '../discover/display-path.ts';
import { gitFilter } from '../discover/git-filter.ts';
import { goSettings } from '../discover/go-settings.ts';
import type { RunOptions } from '../run-options.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { workspace } from '../workspace/workspace.ts';
import type { Caches } from './folder-choice.ts';

/** The workspace of one thread of a run: the disk, as git and go.mod divide it. Paths are shown relative to `cwd`. */
export function diskWorkspace(cwd: string, { goVersion }: RunOptions, { go, files }: Caches): Workspace {
  return workspace({
    files,
    show: (path) => displayPath(path, cwd),
    settings: (dir) => (goVersion === undefined ? goSettings(dir, go, files) : { version: goVersion, toolchain: undefined, godebug: {} }),
    ignored: gitFilter,
  });
}
