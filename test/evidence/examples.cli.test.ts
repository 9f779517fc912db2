import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { run } from '../built-program.ts';
import { incidents, ruleOf } from '../oracle/incidents.ts';
import { measured } from '../oracle/measured.ts';

/** What a report in JSON says that matters here. */
interface Report {
  readonly findings: readonly {
    readonly rule: string;
    readonly path: string;
    readonly line: number;
    readonly evidence: readonly { readonly tier: string; readonly goroutines: number; readonly leaked: number; readonly objects: number; readonly bytes: number }[];
  }[];
  readonly unseen: readonly { readonly rule: string; readonly why: string }[];
}

/** Which incidents are about goroutines that wait, and which of those nothing can wake any more, so that the runtime calls them leaked. */
const waiting = new Set(['log-shipper', 'late-result', 'ssh-command', 'response-body']);
const leaked = new Set(['log-shipper', 'late-result']);
/** Of an open body goroutines show, but not whose it is; the heap shows that. */
const unplaced = new Set(['response-body']);
/** What is counted on the heap by things is exact, since the examples record every allocation; of a map only bytes tell. */
const uncounted = new Set(['metric-cache', 'user-cache']);

const forms = ['goroutine.pb.gz', 'goroutine.txt', 'dump.txt.gz', 'goroutineleak.pb.gz', 'heap.pb.gz'];

describe.each(incidents())('examples/%s', (name) => {
  const folder = assetPath(`examples/${name}`);
  const calls = (measured(name).leaky.rows.at(-1)?.calls ?? 0) + 1;

  test('has all its profiles', () => {
    expect(readdirSync(`${folder}/profiles`).toSorted()).toEqual(['plain', 'trimpath']);
    for (const build of ['plain', 'trimpath']) expect(readdirSync(`${folder}/profiles/${build}`).toSorted()).toEqual(forms.toSorted());
  });

  describe.each(['plain', 'trimpath'])('%s', (build) => {
    test.each(forms)('%s', (form) => {
      const { code, out } = run(folder, 'evidence', '-q', '--format', 'json', `profiles/${build}/${form}`);
      expect(code).toBe(0);
      const { findings, unseen }: Report = JSON.parse(out);
      const seen = findings.filter(({ evidence }) => evidence.length > 0);
      const isHeap = form.startsWith('heap');
      const isShown = isHeap ? !waiting.has(name) || unplaced.has(name) : form.startsWith('goroutineleak') ? leaked.has(name) : waiting.has(name);
      if (!isShown) {
        expect(seen).toEqual([]);
        expect(unseen.map(({ why }) => why)).toEqual(findings.map(() => expect.stringMatching(/only a profile|does not call goroutines leaked/)));
        return;
      }
      expect(seen.map(({ rule }) => rule)).toEqual(findings.map(() => ruleOf(name)));
      for (const { path, evidence: [first] } of seen) {
        expect(path).toMatch(/^leaky\//);
        expect(first?.tier).toBe(unplaced.has(name) && !isHeap ? 'family' : 'operation');
        if (!isHeap) expect(first?.goroutines).toBe(countedAt(name, build));
        else if (uncounted.has(name)) expect(first?.bytes).toBeGreaterThan(100_000);
        else expect(first?.objects).toBe(calls);
        if (form.startsWith('goroutineleak')) expect(first?.leaked).toBe(first?.goroutines);
      }
    });
  });
});

/** How many goroutines wait in the leaky program, or of a body in the library, as the text form of the same profile says. */
function countedAt(name: string, build: string): number {
  const text = readFileSync(assetPath(`examples/${name}/profiles/${build}/goroutine.txt`), 'utf8');
  const place = unplaced.has(name) ? /readLoop/ : /\/leaky\//;
  return text.split('\n\n').filter((stack) => place.test(stack)).reduce((sum, stack) => sum + Number(/^(\d+) @/m.exec(stack)?.[1] ?? 0), 0);
}

test('a profile of another program says that nothing of it is here', () => {
  const folder = assetPath('examples/late-result');
  expect(existsSync(folder)).toBe(true);
  const { out, err } = run(assetPath('rules'), 'evidence', '--format', 'json', `${folder}/profiles/plain/dump.txt.gz`, './blocked-send/...');
  const report: Report = JSON.parse(out);
  expect(report.findings.filter(({ evidence }) => evidence.length > 0)).toEqual([]);
  expect(err).toContain('goroutines');
});
