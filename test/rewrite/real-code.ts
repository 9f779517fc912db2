import { dirname, join } from 'node:path';
import { disk } from '../../src/host/node.ts';
import { goSettings, goSettingsCache } from '../../src/discover/go-settings.ts';
import { readFolder } from '../../src/discover/packages.ts';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import { readModules, readVerdicts } from '../ruling/data.ts';
import { fetchModules } from '../ruling/fetch.ts';
import type { Subject } from './failing.ts';

/** The real code that is rewritten: the source of Go, a library and an application. */
export const modules = ['std', 'github.com/tus/tusd/v2', 'github.com/nats-io/natscli'] as const;

/** The packages of a module of the ruling in which something was found; or why they are not there, in one line. */
export function realCode(module: string): readonly Subject[] | string {
  const [drawn] = readModules().filter((each) => each.module === module);
  if (drawn === undefined) return `${module} is not in the ruling`;
  if (drawn.kind === 'go') {
    const [root, version] = [goEnv('GOROOT'), goEnv('GOVERSION')];
    if (root === undefined) return NO_GO;
    return version === drawn.version
      ? packagesOf(module, join(root, 'src'))
      : `Go is ${version}, and ${drawn.version} was read`;
  }
  const fetched = fetchModules([drawn]);
  return 'missing' in fetched ? fetched.missing : packagesOf(module, fetched.folders.get(module) ?? '');
}

function packagesOf(module: string, root: string): readonly Subject[] {
  const folders = new Set(readVerdicts().filter((each) => each.module === module).map(({ file }) => dirname(file)));
  return [...folders].sort().flatMap((folder) => {
    const dir = join(root, folder);
    const { packages } = readFolder({ dir, named: 'all' }, goSettings(dir, goSettingsCache(), disk), dir, disk);
    // The tests of a package that stand outside of it say nothing about it.
    return packages
      .filter(({ name }) => !name.endsWith('_test'))
      .map((text) => ({
        name: `${module}/${folder} ${text.name}`,
        text: { ...text, go: { version: '1.22', toolchain: undefined, godebug: {} } },
      }));
  });
}
