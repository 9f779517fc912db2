import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { displayPath } from '../discover/display-path.ts';
import { goSettings } from '../discover/go-settings.ts';
import type { SettingsFinder } from './settings-finder.ts';
import { showSettings } from './show-settings.ts';

/** What is in force for a file or folder (`written` relative to `cwd`), as text. `builtIn` are the ids of the rules there are. */
export async function inForce(written: string, cwd: string, settings: SettingsFinder, builtIn: readonly string[]): Promise<string> {
  const path = resolve(cwd, written);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) throw new Error(`config ${JSON.stringify(written)}: no such file or folder; check the spelling and the working directory.`);
  const isFolder = stats.isDirectory();
  const folder = isFolder ? path : dirname(path);
  const goVersion = goSettings(folder, new Map()).version;
  return showSettings({ path, isFolder, shown: displayPath(path, cwd), goVersion }, await settings(folder), builtIn);
}
