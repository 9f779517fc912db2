import { spawnSync } from 'node:child_process';
import type { Level } from '../../src/spec.ts';
import type { Found, Module } from './verdict.ts';

/** A finding in the JSON report, as far as it is wanted here. */
interface Reported {
  readonly rule: string;
  readonly level: Level;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fingerprint: string;
}

/** Runs a built program over the source of a module, with and without --strict, and says where each finding stands. */
export function runOn({ module, kind }: Module, folder: string, program: string): readonly Found[] {
  const usual = report(kind, folder, program, []);
  const key = ({ rule, path, line, column, message }: Reported): string =>
    `${rule} ${path} ${line} ${column} ${message}`;
  const shown = new Set(usual.map(key));
  const more = report(kind, folder, program, ['--strict']).filter((each) => !shown.has(key(each)));
  const found = ({ rule, level, path, line, fingerprint }: Reported, stands: Found['stands']): Found =>
    ({ module, file: path, line, rule, level, stands, fingerprint });
  return [
    ...usual.map((each) => found(each, each.level === 'note' ? 'note' : 'default')),
    ...more.map((each) => found(each, 'strict')),
  ];
}

/** The source of Go is asked as if for Go 1.22, for which all rules speak. */
function report(kind: Module['kind'], folder: string, program: string, more: readonly string[]): readonly Reported[] {
  const args = [
    '--cache', 'off', '--fail-on', 'never', '--quiet', '--format', 'json',
    ...(kind === 'go' ? ['--go-version', '1.22'] : []), ...more, './...',
  ];
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`golint-leaks ends with ${status} in ${folder}: ${stderr}`);
  const { findings }: { readonly findings: readonly Reported[] } = JSON.parse(stdout);
  return findings;
}
