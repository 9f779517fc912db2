import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cpSync } from 'node:fs';
import { assetPath } from '../../src/assets.ts';
import { folder, run } from '../built-program.ts';

/** A target of a build: its Go files, and the targets that it imports. */
export interface Target {
  readonly dir: string;
  readonly files: readonly string[];
  readonly deps: readonly string[];
}

/** The targets of the module in test/unit/shop, each behind what it imports. */
export const targets: readonly Target[] = [
  { dir: 'httpx', files: ['httpx/httpx.go'], deps: [] },
  { dir: 'web', files: ['web/web.go'], deps: ['httpx'] },
  { dir: 'poll', files: ['poll/poll.go'], deps: [] },
  { dir: 'cmd/shop', files: ['cmd/shop/main.go'], deps: ['web', 'poll'] },
];

/** The module of these targets, in a new folder. */
export function shop(): string {
  const dir = folder();
  cpSync(assetPath('test/unit/shop'), dir, { recursive: true });
  return dir;
}

/**
 * Stands in for a build system: an action runs in a folder that holds nothing but its inputs, and not at all where an
 * action with the same words and inputs has run before. Gives the targets whose actions ran.
 */
export function build(
  checkout: string,
  cache: Map<string, Outputs>,
): { readonly ran: readonly string[]; readonly outputs: ReadonlyMap<string, Outputs> } {
  const outputs = new Map<string, Outputs>();
  const ran: string[] = [];
  for (const target of targets) {
    const sources = target.files.map((name) => [name, readFileSync(join(checkout, name), 'utf8')] as const);
    const facts = target.deps.map((dep) => [`out/${dep}.facts`, outputs.get(dep)?.facts ?? ''] as const);
    const words = wordsOf(target);
    const key = createHash('sha256')
      .update(JSON.stringify([words, sources, facts]))
      .digest('hex');
    const known = cache.get(key);
    if (!known) ran.push(target.dir);
    const made = known ?? act(target, words, Object.fromEntries([...sources, ...facts]));
    cache.set(key, made);
    outputs.set(target.dir, made);
  }
  return { ran, outputs };
}

/** What an action leaves. */
export interface Outputs {
  readonly facts: string;
  readonly log: string;
  readonly exitCode: string;
  readonly patch: string;
}

function wordsOf({ dir, files, deps }: Target): readonly string[] {
  return [
    '--quiet', '--import-path', `example.com/shop/${dir}`, '--go-version', '1.24',
    ...deps.flatMap((dep) => ['--facts-in', `out/${dep}.facts`]),
    '--facts-out', 'out/facts', '--format', 'sarif=out/log', '--exit-code', 'out/code', '--patch', 'out/patch',
    ...files,
  ];
}

function act({ dir: target }: Target, words: readonly string[], inputs: Readonly<Record<string, string>>): Outputs {
  const dir = folder({ ...inputs, 'out/params': words.join('\n') });
  for (const name of Object.keys(inputs)) mkdirSync(dirname(join(dir, name)), { recursive: true });
  const { code, out, err } = run(dir, 'unit', '@out/params');
  if (code !== 0 || out !== '' || err !== '') throw new Error(`${target}: ${code} ${out}${err}`);
  const read = (name: string): string => readFileSync(join(dir, 'out', name), 'utf8');
  return { facts: read('facts'), log: read('log'), exitCode: read('code'), patch: read('patch') };
}
