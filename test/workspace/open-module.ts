import { memoryFiles } from '../../src/host/memory.ts';
import type { PackageModel } from '../../src/model/package-model.ts';
import { packageModel } from '../../src/model/package-model.ts';
import type { PackageText } from '../../src/package-text.ts';
import type { Layout } from '../../src/workspace/layout.ts';
import { layout } from '../../src/workspace/layout.ts';
import { surroundingsOf } from '../../src/workspace/surroundings.ts';
import { parser } from '../parse-go.ts';

const go = { version: '1.22', toolchain: undefined, godebug: {} };

/** The layout of files in memory, by their paths below the root of a checkout. */
export function layoutOf(files: Readonly<Record<string, string>>): Layout {
  return layout({ seesAll: true,
    files: memoryFiles(absolute(files)),
    show: (path) => path.slice('/r/'.length),
    settings: () => go,
    ignored: () => () => false,
  });
}

function absolute(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries([
    ['/r/.git/HEAD', ''],
    ...Object.entries(files).map(([path, text]) => [`/r/${path}`, text]),
  ]);
}

/** The texts of the package in a folder. */
export function packageIn(dir: string, files: Readonly<Record<string, string>>): PackageText {
  const own = Object.entries(files).filter(
    ([path]) => path.slice(0, path.lastIndexOf('/')) === dir && path.endsWith('.go'),
  );
  const name = /^package (\w+)/m.exec(own[0]?.[1] ?? '')?.[1] ?? '';
  return { name, files: own.map(([path, text]) => ({ path, text, report: true })), go };
}

/**
 * The model of the package in a folder, under analysis, with the module around it. A module without a go.mod gets
 * `module m`.
 */
export function modelIn(dir: string, files: Readonly<Record<string, string>>): PackageModel {
  const all = Object.keys(files).some((path) => path.endsWith('go.mod')) ? files : { 'go.mod': 'module m\n', ...files };
  const surroundings = surroundingsOf(`/r/${dir}`, layoutOf(all), { folders: new Set(), trees: new Set() });
  return packageModel(parser, packageIn(dir, all), { surroundings });
}
