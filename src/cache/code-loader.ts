import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { Script } from 'node:vm';
import type { CodeTrust } from './code-folder.ts';
import { codeFolder } from './code-folder.ts';
import { ownFile } from './own-file.ts';

/**
 * Loads the CommonJS files of the program, and keeps what V8 made of them for later runs: compiling them takes longer
 * than reading a package. No `import()` works in them.
 */
export interface CodeLoader {
  /** As `require` in one of these files: `./main.cjs`, `node:fs`, `yaml`. */
  readonly load: (id: string) => ReturnType<NodeJS.Require>;
  /** Keeps what was not kept yet, for good; at the end of a run that needed what most do, when V8 has compiled it. */
  readonly keep: () => Promise<void>;
}

/** Where compiled code is kept. */
export interface CodeCache extends CodeTrust {
  /** Absolute; undefined where none is to be kept. See codeFolder for which are believed. */
  readonly folder: string | undefined;
  /**
   * What else could not share it, as a part of a file name: the build of this program, the version of Node. V8 looks at
   * its flags.
   */
  readonly identity: string;
}

/** Files smaller than this, in UTF-16 code units, are compiled sooner than looked up. */
const WORTHWHILE = 40_000;

/** What Node puts around a CommonJS file. */
const WRAPPER = ['(function (exports, require, module, __filename, __dirname) { ', '\n})'] as const;

/** Prepares to load the files of a folder (absolute). */
export function codeLoader(program: string, cache: CodeCache): CodeLoader {
  const folder = cache.folder === undefined ? undefined : codeFolder(cache.folder, cache, false);
  const modules = new Map<string, { exports: unknown }>();
  const unkept = new Map<string, Script>();
  const fromNode = createRequire(join(program, 'cli.cjs'));

  function load(id: string): ReturnType<NodeJS.Require> {
    return id.startsWith('./') && id.endsWith('.cjs') ? loadFile(id.slice('./'.length)) : fromNode(id);
  }

  function loadFile(name: string): unknown {
    const before = modules.get(name);
    if (before) return before.exports;
    const module = { exports: {} };
    modules.set(name, module);
    const path = join(program, name);
    compiled(path, name).runInThisContext()(module.exports, load, module, path, program);
    return module.exports;
  }

  function compiled(path: string, name: string): Script {
    const source = readFileSync(path, 'latin1'); // the build leaves nothing in it but ASCII
    const isWorthwhile = source.length >= WORTHWHILE;
    const file = `${name}-${cache.identity}.cache`;
    const cachedData = isWorthwhile && folder !== undefined ? ownCode(join(folder, file), cache) : undefined;
    const script = new Script(WRAPPER.join(source), {
      filename: path, columnOffset: -WRAPPER[0].length, ...(cachedData ? { cachedData } : {}),
    });
    if (isWorthwhile && (!cachedData || script.cachedDataRejected)) unkept.set(file, script);
    return script;
  }

  async function keep(): Promise<void> {
    const place = cache.folder === undefined || unkept.size === 0 ? undefined : codeFolder(cache.folder, cache, true);
    if (place === undefined) return;
    const { replaceCacheFile } = await import('./replace-cache-file.ts');
    for (const [file, script] of unkept) replaceCacheFile(place, join(place, file), () => contentOf(file, script));
  }

  return { load, keep };
}

/**
 * The code in a file, where it belongs to the user and nobody else may so much as read it: V8 runs what it is given
 * without a look at it. It would also crash on damaged code, so all is written twice, and believed where both are
 * equal: faster than any sum.
 */
function ownCode(file: string, { user }: CodeCache): Buffer | undefined {
  const bytes = ownFile(file, user);
  if (!bytes) return undefined;
  const [first, second] = [bytes.subarray(0, bytes.length / 2), bytes.subarray(bytes.length / 2)];
  const head = headOf(file);
  return first.equals(second) && first.subarray(0, head.length).equals(head) ? first.subarray(head.length) : undefined;
}

/** The file says itself what it is: a name can be changed. */
function headOf(file: string): Buffer {
  return Buffer.from(`${basename(file)}\n`);
}

function contentOf(file: string, script: Script): Buffer {
  const once = Buffer.concat([headOf(file), script.createCachedData()]);
  return Buffer.concat([once, once]);
}
