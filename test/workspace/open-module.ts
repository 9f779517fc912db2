import { memoryFiles } from '../../src/host/memory.ts';
import type { PackageModel } from '../../src/model/package-model.ts';
import { packageModel } from '../../src/model/package-model.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { workspace } from '../../src/workspace/workspace.ts';
import { parser } from '../parse-go.ts';

const go = { version: '1.22', toolchain: undefined, godebug: {} };

/** A workspace of files in memory, by their paths below the root of a checkout. */
export function workspaceOf(files: Readonly<Record<string, string>>): Workspace {
  return workspace({ files: memoryFiles(absolute(files)), show: (path) => path.slice('/r/'.length), settings: () => go, ignored: () => () => false });
}

function absolute(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries([['/r/.git/HEAD', ''], ...Object.entries(files).map(([path, text]) => [`/r/${path}`, text])]);
}

/** The model of the package in a folder, under analysis, with the module around it. A module without a go.mod gets `module m`. */
export function modelIn(dir: string, files: Readonly<Record<string, string>>): PackageModel {
  const all = Object.keys(files).some((path) => path.endsWith('go.mod')) ? files : { 'go.mod': 'module m\n', ...files };
  const own = Object.entries(all).filter(([path]) => path.slice(0, path.lastIndexOf('/')) === dir && path.endsWith('.go'));
  const name = /^package (\w+)/m.exec(own[0]?.[1] ?? '')?.[1] ?? '';
  const text = { name, files: own.map(([path, content]) => ({ path, text: content, report: true })), go };
  return packageModel(parser, text, { surroundings: workspaceOf(all).around(`/r/${dir}`) });
}
