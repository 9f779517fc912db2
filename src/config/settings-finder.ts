import { resolve } from 'node:path';
import type { ConfigFileCache } from './find-config-files.ts';
import { findConfigFiles } from './find-config-files.ts';
import type { Settings } from './settings.ts';
import { noSettings } from './settings.ts';

/**
 * Gives the settings in force in a folder (absolute). Throws a ConfigError where a file that speaks for it makes no
 * sense.
 */
export type SettingsFinder = (dir: string) => Promise<Settings>;

/**
 * Which configuration files speak: the nearest ones of each folder, none at all, or only this one, relative to the
 * working directory.
 */
export type ConfigChoice = 'nearest' | 'none' | { readonly file: string };

/**
 * A finder of settings that reads each file once. `builtIn` are the ids of the rules there are; paths in complaints are
 * relative to `cwd`. The reader is loaded only where there is a file to read.
 */
export function settingsFinder(builtIn: readonly string[], cwd: string, choice: ConfigChoice): SettingsFinder {
  if (choice === 'none') return async () => noSettings;
  const cache: ConfigFileCache = { files: new Map(), roots: new Map() };
  const chain = typeof choice === 'object' ? [resolve(cwd, choice.file)] : undefined;
  let loaded: ((paths: readonly string[]) => Settings) | undefined;
  return async (dir) => {
    const paths = chain ?? findConfigFiles(dir, cache);
    if (paths.length === 0) return noSettings;
    loaded ??= (await import('./settings-loader.ts')).settingsLoader(builtIn, cwd, chain ? cwd : undefined);
    return loaded(paths);
  };
}
