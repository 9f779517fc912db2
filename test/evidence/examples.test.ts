import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { disk } from '../../src/host/node.ts';
import { assetPath } from '../../src/assets.ts';
import { rules } from '../../rules/index.ts';
import { analyze } from '../../src/analyze.ts';
import type { Evidence } from '../../src/apps/evidence/match/evidence.ts';
import { whyUnseen } from '../../src/apps/evidence/match/unseen.ts';
import { goSettings, goSettingsCache } from '../../src/discover/go-settings.ts';
import { readFolder } from '../../src/discover/packages.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { parser } from '../parse-go.ts';
import { folder as folderOf } from '../built-program.ts';
import { incidents, ruleOf } from '../oracle/incidents.ts';
import { measured } from '../oracle/measured.ts';
import { inCheckout } from './checkout.ts';

/** What golint-leaks finds in the leaky program of an example. */
function findingsIn(folder: string): readonly Finding[] {
  const { packages } = readFolder(
    { dir: `${folder}/leaky`, named: 'all' },
    goSettings(folder, goSettingsCache(), disk),
    folder,
    disk,
  );
  return packages
    .flatMap((text) => analyze(parser, text, { rules, all: true }).findings)
    .filter(({ level }) => level !== 'note');
}

/**
 * Which incidents are about goroutines that wait, and which of those nothing can wake any more, so that the runtime
 * calls them leaked.
 */
const waiting = new Set(['log-shipper', 'late-result', 'ssh-command', 'response-body']);
const leaked = new Set(['log-shipper', 'late-result']);
/** Of an open body goroutines show, but not whose it is; the heap shows that. */
const unplaced = new Set(['response-body']);
/**
 * What is counted on the heap by things is exact, since the examples record every allocation; of a map only bytes tell.
 */
const uncounted = new Set(['metric-cache', 'user-cache']);

const forms = ['goroutine.pb.gz', 'goroutine.txt', 'dump.txt.gz', 'goroutineleak.pb.gz', 'heap.pb.gz'];

describe.each(incidents())('examples/%s', (name) => {
  const folder = assetPath(`examples/${name}`);
  const findings = findingsIn(folder);
  const calls = (measured(name).leaky.rows.at(-1)?.calls ?? 0) + 1;

  test('has all its profiles', () => {
    expect(readdirSync(`${folder}/profiles`).toSorted()).toEqual(['plain', 'trimpath']);
    for (const build of ['plain', 'trimpath'])
      expect(readdirSync(`${folder}/profiles/${build}`).toSorted()).toEqual(forms.toSorted());
  });

  describe.each(['plain', 'trimpath'])('%s', (build) => {
    test.each(forms)('%s', async (form) => {
      const { evidence, profiles } = await inCheckout(folder, [readFileSync(`${folder}/profiles/${build}/${form}`)], {
        findings,
      });
      const isHeap = form.startsWith('heap');
      const isShown = isHeap
        ? !waiting.has(name) || unplaced.has(name)
        : form.startsWith('goroutineleak')
          ? leaked.has(name)
          : waiting.has(name);
      if (!isShown) {
        expect(evidence).toEqual([]);
        for (const finding of findings)
          expect(whyUnseen(finding, profiles)).toMatch(/only a profile|does not call goroutines leaked/);
        return;
      }
      expect(evidence.map(({ finding }) => finding.rule)).toEqual(findings.map(() => ruleOf(name)));
      for (const { tier, amount } of evidence) {
        const expected: Evidence['tier'] = unplaced.has(name) && !isHeap ? 'family' : 'operation';
        expect(tier).toBe(expected);
        if (!isHeap) expect(amount.goroutines).toBe(countedAt(name, build));
        else if (uncounted.has(name)) expect(amount.bytes).toBeGreaterThan(100_000);
        else expect(amount.objects).toBe(calls);
        if (form.startsWith('goroutineleak')) expect(amount.leaked).toBe(amount.goroutines);
      }
    });
  });
});

/**
 * How many goroutines wait in the leaky program, or of a body in the library, as the text form of the same profile
 * says.
 */
function countedAt(name: string, build: string): number {
  const text = readFileSync(assetPath(`examples/${name}/profiles/${build}/goroutine.txt`), 'utf8');
  const place = unplaced.has(name) ? /readLoop/ : /\/leaky\//;
  return text
    .split('\n\n')
    .filter((stack) => place.test(stack))
    .reduce((sum, stack) => sum + Number(/^(\d+) @/m.exec(stack)?.[1] ?? 0), 0);
}

test('a profile of another program says that nothing of it is here', async () => {
  const profile = readFileSync(assetPath('examples/late-result/profiles/plain/dump.txt.gz'));
  const { places, notices } = await inCheckout(folderOf({ 'go.mod': 'module other\n', 'a.go': 'package a\n' }), [
    profile,
  ]);
  expect(places.map(({ at }) => at)).toEqual(places.map(() => undefined));
  expect(notices).toEqual([expect.stringMatching(/^no frame of these profiles lies in this checkout, such as example\.org\/\S+ at \S+\.go; if its source is here, --path-map/)]);
});
