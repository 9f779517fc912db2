import { displayPath } from '../discover/path/display-path.ts';
import { gitFilter } from '../discover/ignore/git-filter.ts';
import { goSettings } from '../discover/go-settings.ts';
import type { RunOptions } from '../run-options.ts';
import type { Layout } from '../workspace/layout.ts';
import { layout } from '../workspace/layout.ts';
import type { Caches } from './folder-choice.ts';

/**
 * The packages around those of a run, for one thread: the disk, as git and go.mod divide it. Paths are shown relative
 * to `cwd`.
 */
export function diskLayout(cwd: string, { goVersion, isUnit }: RunOptions, { go, files }: Caches): Layout {
  return layout({
    files,
    seesAll: !isUnit,
    show: (path) => displayPath(path, cwd),
    settings: (dir) =>
      goVersion === undefined ? goSettings(dir, go, files) : { version: goVersion, toolchain: undefined, godebug: {} },
    ignored: (start) => gitFilter(start, files),
  });
}
