import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assetPath } from '../../src/assets.ts';
import { findingsIn } from './findings-in.ts';
import type { Found } from './findings-in.ts';
import { run } from './go.ts';
import { standstill } from './growth.ts';
import { probeOutput } from './probe-output.ts';
import type { Result } from './result.ts';
import type { Runnable } from './runnable-fixtures.ts';
import { runnableFixtures } from './runnable-fixtures.ts';

/** How often a fixture is called before each row of measures. */
const CALLS = 20;

/** The packages that the calls of the marks may name. */
const packages = ['context', 'errors', 'time'];

/**
 * Runs each call that a leaky fixture marks with `//oracle:measure call` and compares: the measure grows, and a finding
 * names a line at which the runtime sees what is kept. The calls may use `closed`, a closed channel, and `nothing`,
 * a function that does nothing.
 */
export function checkFixtures(): Result {
  const name = 'runnable fixtures';
  const fixtures = runnableFixtures();
  const folder = mkdtempSync(join(tmpdir(), 'golint-leaks-'));
  try {
    writeModule(folder, fixtures);
    const built = run('go', ['build', '-o', 'load', '.'], folder);
    if (!built.ok) return { name, complaints: [built.text] };
    const { findings, complaints } = findingsIn(folder, '--strict');
    const failures = fixtures.flatMap((fixture, index) => checkFixture(fixture, index, folder, findings));
    return { name, told: `${fixtures.length} calls`, complaints: [...complaints, ...failures] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with one call; empty where the claim holds. */
function checkFixture(
  { path, measure, call }: Runnable,
  index: number,
  folder: string,
  findings: readonly Found[],
): readonly string[] {
  const { ok, stdout, text } = run(join(folder, 'load'), [`${index}`], folder);
  if (!ok) return [`${path}: ${call}: ${text}`];
  const { rows, kept } = probeOutput(stdout);
  const home = `${index}/`;
  const own = findings.filter(({ place }) => place.startsWith(home));
  const named = own.flatMap(({ places }) => places.map((place) => place.slice(home.length)));
  const agrees = kept.some(({ place }) => named.includes(place));
  const shown = kept.map(({ place }) => place).join(', ');
  const complaints = [
    ...standstill(rows, measure),
    ...(agrees ? [] : [`no finding where the profile points: ${shown}`]),
  ];
  return complaints.map((each) => `${path}: ${call}: ${each}`);
}

/**
 * One module with a package `0/leaky`, `1/leaky` and so on for each call, and a command that runs the one it is told.
 */
function writeModule(folder: string, fixtures: readonly Runnable[]): void {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const probe = `require example.org/probe v0.0.0\n\nreplace example.org/probe => ${assetPath('examples/probe')}`;
  write('go.mod', `module fixtures\n\ngo 1.22\n\n${probe}\n`);
  for (const [index, { path, call }] of fixtures.entries()) {
    const text = readFileSync(assetPath(path), 'utf8');
    const used = packages.filter((each) => call.includes(`${each}.`));
    write(`${index}/leaky/fixture.go`, text);
    write(`${index}/leaky/oracle.go`, [
      /^package .*/m.exec(text)?.[0] ?? '',
      ...used.map((each) => `import "${each}"`),
      'var closed = make(chan struct{})',
      'func init() { close(closed) }',
      'func nothing() {}',
      `func Oracle() { ${call} }`,
      '',
    ].join('\n'));
  }
  const imports = fixtures.map((_, index) => `\tf${index} "fixtures/${index}/leaky"`);
  const loads = fixtures.map(({ measure }, index) => (
    `\t"${index}": {About: "${measure}", Calls: ${CALLS}, Leaky: f${index}.Oracle, Fixed: func() {}},`));
  write('main.go', [
    'package main',
    `import (\n\t"os"\n\n\t"example.org/probe"\n${imports.join('\n')}\n)`,
    `var loads = map[string]probe.Load{\n${loads.join('\n')}\n}`,
    'func main() {\n\tload := loads[os.Args[1]]\n\tos.Args[1] = "leaky"\n\tprobe.Run(load)\n}',
    '',
  ].join('\n'));
}
