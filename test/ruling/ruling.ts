import { spawnSync } from 'node:child_process';
import { relative } from 'node:path';
import { assetPath } from '../../src/assets.ts';

/** What is found over the source of one release of Go: for each rule and file the lines. */
export interface Ruling {
  /** As `go env GOVERSION` prints it: other releases have other lines. */
  readonly go: string;
  readonly findings: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>;
}

/** Where the expected ruling is. */
export const rulingFile = assetPath('test/ruling/go-source.json');

interface Found {
  readonly rule: string;
  readonly path: string;
  readonly line: number;
}

/** Runs the built program over the source of Go, as strict as it can be and for a Go version for which all rules speak. */
export function rule(goRoot: string, go: string): Ruling {
  const source = `${goRoot}/src`;
  const args = ['--cache', 'off', '--strict', '--go-version', '1.22', '--fail-on', 'never', '--quiet', '--format', 'json', `${source}/...`];
  const { stdout } = spawnSync(process.execPath, [assetPath('dist/src/cli.cjs'), ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const { findings }: { readonly findings: readonly Found[] } = JSON.parse(stdout);
  const byRule: Record<string, Record<string, number[]>> = {};
  for (const { rule: id, path, line } of findings.toSorted((a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0))) {
    const files = (byRule[id] ??= {});
    (files[relative(source, path)] ??= []).push(line);
  }
  return { go, findings: byRule };
}
