import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { EvidenceReport } from '../../src/apps/evidence/assemble.ts';
import { driftSince } from '../../src/changes/drift.ts';
import type { Drift } from '../../src/line-changes.ts';
import { commit, folder, git, repository, write } from '../built-program.ts';
import { encode } from './encode-profile.ts';
import { inCheckout } from './checkout.ts';

/** A function of the program, with its lines; those of waits hold a name that no other line has. */
interface Func {
  readonly name: string;
  lines: string[];
}

/** Numbers that look random, and are the same in each run. */
function randomly(seed: number): (below: number) => number {
  let state = seed;
  return (below) => (state = (state * 48271) % 2147483647) % below;
}

let fresh = 0;

function wait(random: (below: number) => number): string {
  const name = `c${++fresh}`;
  return (
    ['\tchannels.NAME <- 1', '\t<-channels.NAME', '\tfor range channels.NAME {', '\tselect {'][random(4)]?.replace(
      'NAME',
      name,
    ) ?? ''
  );
}

function waitLines(random: (below: number) => number): string[] {
  const line = wait(random);
  if (line.startsWith('\tfor')) return [line, '\t}'];
  return line.startsWith('\tselect')
    ? [`${line} // c${fresh}`, `\tcase <-channels.c${fresh}a:`, `\tcase channels.c${fresh}b <- 1:`, '\t}']
    : [line];
}

function newFunc(random: (below: number) => number): Func {
  const name = `work${++fresh}`;
  const body = Array.from({ length: 1 + random(3) }, () => [...waitLines(random), '\tlog()']).flat();
  return { name, lines: ['\tlog()', ...body] };
}

/** What people do to a program: most of it is not at the places that wait. */
function edit(funcs: Func[], random: (below: number) => number): void {
  const at = random(funcs.length);
  const func = funcs[at];
  if (func === undefined) return;
  const kind = random(12);
  if (kind < 5) func.lines.splice(random(2) === 0 ? 0 : func.lines.length, 0, `\tlog() // ${++fresh}`);
  else if (kind < 7) funcs.splice(random(funcs.length + 1), 0, newFunc(random));
  else if (kind === 7) funcs.splice(random(funcs.length), 0, ...funcs.splice(at, 1));
  else if (kind === 8 && funcs.length > 4) funcs.splice(at, 1);
  else if (kind === 9) func.lines.push(...waitLines(random));
  else if (kind === 10) funcs[at] = { ...func, name: `${func.name}x` };
  else func.lines = func.lines.flatMap((line) => (line.startsWith('\tlog') ? [line, `\t// ${++fresh}`] : [line]));
}

function source(funcs: readonly Func[]): string {
  const text = funcs.map(
    ({ name, lines }) => `func ${name}() {\n${lines.join('\n')}\n}\n\nfunc start${name}() {\n\tgo ${name}()\n}\n`,
  );
  return `package p\n\nfunc log() {}\n\n${text.join('\n')}`;
}

/** A wait as a profile names it: its function, its line, where the function begins, and the name that its line has. */
interface Waiting {
  readonly func: string;
  readonly line: number;
  readonly start: number;
  readonly go: number;
  readonly mark: string;
  readonly reason: string;
}

function waitings(text: string): readonly Waiting[] {
  const lines = text.split('\n');
  const start = (at: number): number => lines.findLastIndex((line, i) => i <= at && line.startsWith('func ')) + 1;
  return lines.flatMap((line, i) => {
    const mark = /\b(c\d+)\b/.exec(line)?.[1];
    if (mark === undefined || line.startsWith('\tcase')) return [];
    const func = /^func (\w+)/.exec(lines[start(i) - 1] ?? '')?.[1] ?? '';
    const reason = line.startsWith('\tselect')
      ? 'select'
      : line.includes('<- 1')
        ? 'chan send'
        : line.startsWith('\tfor')
          ? 'range'
          : 'chan receive';
    return [{ func, line: i + 1, start: start(i), go: lines.indexOf(`\tgo ${func}()`) + 1, mark, reason }];
  });
}

const leaf = {
  'chan send': 'runtime.chansend1',
  'chan receive': 'runtime.chanrecv1',
  range: 'runtime.chanrecv2',
  select: 'runtime.selectgo',
};

/** A profile with one goroutine at each of the waits. */
const forms = {
  binary: (all: readonly Waiting[]) => encode({
    types: ['goroutine/count'],
    samples: all.map(({ func, line, start, reason }) => ({ values: [1], stack: [
      { func: Object.entries(leaf).find(([name]) => name === reason)?.[1] ?? '', file: '/go/src/runtime/chan.go', line: 1, start: 1 },
      { func: `m.${func}`, file: '/b/p.go', line, start },
    ] })),
  }),
  dump: (all: readonly Waiting[]) => all.map(({ func, line, reason, go }, i) =>
    `goroutine ${i + 1} [${reason === 'range' ? 'chan receive' : reason}]:\nm.${func}()\n\t/b/p.go:${line} +0x1\ncreated by m.start${func} in goroutine 1\n\t/b/p.go:${go} +0x1\n`).join('\n'),
} as const;

interface Tally {
  right: number;
  unmatched: number;
  wrong: string[];
}

async function tally(dir: string, now: string, all: readonly Waiting[], profile: string | Uint8Array, drift?: Drift): Promise<Tally> {
  const lines = now.split('\n');
  const found: Tally = { right: 0, unmatched: 0, wrong: [] };
  const report: EvidenceReport = await inCheckout(dir, [profile], { drift });
  for (const { own: [inner] } of report.stacks) {
    const mark = all.find(({ line }) => line === inner?.frame.line)?.mark;
    const text = lines[(inner?.present?.line ?? 0) - 1];
    if (mark === undefined || text === undefined) found.unmatched++;
    else if (new RegExp(`\\b${mark}\\b`).test(text)) found.right++;
    else found.wrong.push(`${mark}: ${text}`);
  }
  expect(report.stacks).toHaveLength(all.length);
  return found;
}

describe.each(['binary', 'dump'] as const)('a profile in the form %s, and the source some commits later', (form) => {
  test.each([[0, 1], [1, 0.6], [10, 0.1], [100, 0]])('%i commits', async (commits, least) => {
    const sum: Tally = { right: 0, unmatched: 0, wrong: [] };
    for (let seed = 1; seed <= 20; seed++) {
      const random = randomly(seed * 7919);
      const funcs = Array.from({ length: 12 }, () => newFunc(random));
      const before = waitings(source(funcs));
      for (let i = 0; i < commits; i++) edit(funcs, random);
      const now = source(funcs);
      const found = await tally(folder({ 'go.mod': 'module m\n', 'p.go': now }), now, before, forms[form](before));
      sum.right += found.right;
      sum.unmatched += found.unmatched;
      sum.wrong.push(...found.wrong);
    }
    expect(sum.wrong).toEqual([]);
    expect(sum.right / (sum.right + sum.unmatched)).toBeGreaterThanOrEqual(least);
  });
});

test('with the revision of the build, whatever has happened since: all lines that are still there', async () => {
  const random = randomly(42);
  const funcs = Array.from({ length: 12 }, () => newFunc(random));
  const old = source(funcs);
  const dir = repository({ 'go.mod': 'module m\n', 'p.go': old });
  const revision = git(dir, 'rev-parse', 'HEAD');
  for (let i = 0; i < 100; i++) edit(funcs, random);
  const now = source(funcs);
  writeFileSync(`${dir}/p.go`, now);
  commit(dir);
  const before = waitings(old);
  const found = await tally(dir, now, before, forms.dump(before), driftSince(revision, { cwd: dir, env: process.env }));
  const there = before.filter(
    ({ mark, func }) => now.includes(`func ${func}()`) && new RegExp(`\\b${mark}\\b`).test(now),
  ).length;
  expect(found.wrong).toEqual([]);
  expect(found.right).toBeGreaterThan(0.7 * there);
  expect(there).toBeGreaterThan(5);
});

test.each([
  ['q.go', 'committed', 'dump'],
  ['q.go', 'staged', 'binary'],
  ['jobs/p.go', 'committed', 'binary'],
  ['jobs/q.go', 'staged', 'dump'],
] as const)(
  'with the revision of the build, where p.go is called %s now, which is %s: %s',
  async (name, state, form) => {
    const random = randomly(7);
    const funcs = Array.from({ length: 12 }, () => newFunc(random));
    const old = source(funcs);
    const dir = repository({ 'go.mod': 'module m\n', 'p.go': old, 'other.go': 'package p\n' });
    const revision = git(dir, 'rev-parse', 'HEAD');
    edit(funcs, random);
    const now = source(funcs);
    write(dir, { [name]: now });
    git(dir, 'rm', '-q', 'p.go');
    if (state === 'committed') commit(dir);
    else git(dir, 'add', '-A');
    const before = waitings(old);
    const find = (drift?: Drift): Promise<Tally> => tally(dir, now, before, forms[form](before), drift);
    const found = await find(driftSince(revision, { cwd: dir, env: process.env }));
    expect(found.wrong).toEqual([]);
    expect(found.right).toBeGreaterThan(0.9 * before.length);
    expect(await find(), 'without it').toMatchObject({ right: 0, wrong: [] });
  },
);
