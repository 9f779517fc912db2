import type { ConfigFileCache } from './find-config-files.ts';
import { findConfigFiles } from './find-config-files.ts';
import type { Settings } from './settings.ts';
import { noSettings } from './settings.ts';

/** Gives the settings in force in a folder (absolute). Throws a ConfigError where a file that speaks for it makes no sense. */
export type SettingsFinder = (dir: string) => Promise<Settings>;

/**
 * A finder of settings that reads each file once. `builtIn` are the ids of the rules there are; paths in complaints are
 * relative to `cwd`. The reader is loaded only where there is a file to read.
 */
export function settingsFinder(builtIn: readonly string[], cwd: string): SettingsFinder {
  const cache: ConfigFileCache = { files: new Map(), roots: new Map() };
  let loaded: ((paths: readonly string[]) => Settings) | undefined;
  return async (dir) => {
    const paths = findConfigFiles(dir, cache);
    if (paths.length === 0) return noSettings;
    loaded ??= (await import('./settings-loader.ts')).settingsLoader(builtIn, cwd);
    return loaded(paths);
  };
}
