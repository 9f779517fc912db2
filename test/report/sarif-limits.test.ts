import { describe, expect, it } from 'vitest';
import { reportSarif } from '../../src/report/sarif/sarif.ts';
import { limitFindings } from '../../src/report/sarif/sarif-limits.ts';
import type { Level } from '../../src/spec.ts';
import { makeFinding, makeLocation, makeStep } from '../findings/make-finding.ts';
import { makeMeta } from './make-meta.ts';

const steps = [makeStep('acquired', { line: 12 }), makeStep('exit', { line: 31 })];
const many = (count: number, level: Level) =>
  Array.from({ length: count }, (_, i) => makeFinding({ level, steps, location: makeLocation({ line: i + 1 }) }));

interface Log {
  readonly runs: readonly [
    {
      readonly results: readonly { readonly level: Level; readonly codeFlows?: object }[];
      readonly invocations: readonly [
        { readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[] },
      ];
    },
  ];
}

function log(...findings: Parameters<typeof reportSarif>[0][]): Log['runs'][0] {
  const parsed: Log = JSON.parse(reportSarif(findings.flat(), makeMeta()));
  return parsed.runs[0];
}

const texts = ({ invocations: [{ toolExecutionNotifications }] }: Log['runs'][0]): readonly string[] =>
  toolExecutionNotifications.map(({ message }) => message.text);

describe('limitFindings', () => {
  it('leaves 5,000 findings as they are', () => {
    const findings = many(5000, 'note');
    expect(limitFindings(findings)).toEqual({ findings, notices: [] });
  });

  it('tells the way of the 5,000 most severe only, and says so', () => {
    const run = log(many(4000, 'note'), many(3000, 'warning'), many(1000, 'error'));
    expect(run.results).toHaveLength(8000);
    const detailed = run.results.filter(({ codeFlows }) => codeFlows).map(({ level }) => level);
    expect(['error', 'warning', 'note'].map((level) => detailed.filter((each) => each === level).length)).toEqual([
      1000, 3000, 1000,
    ]);
    expect(texts(run)).toEqual([expect.stringContaining('of 8000 findings GitHub shows the 5000 most severe')]);
  });

  it('leaves the least severe of more than 25,000 out, and says how many', () => {
    const run = log(many(20_000, 'note'), many(6000, 'error'));
    expect(run.results).toHaveLength(25_000);
    expect(run.results.filter(({ level }) => level === 'error')).toHaveLength(6000);
    expect(texts(run)).toEqual([
      expect.stringContaining('of 26000 findings'),
      expect.stringContaining('1000 findings, the least severe, are not in the log'),
    ]);
  });

  it('cuts a very long way in the middle, and says so', () => {
    const long = Array.from({ length: 5000 }, (_, i) => makeStep('taken', { line: i + 1 }));
    const { findings, notices } = limitFindings([makeFinding({ steps: long })]);
    const [first] = findings;
    expect(first?.steps).toHaveLength(1000);
    expect([first?.steps[0], first?.steps.at(-1)]).toEqual([long[0], long.at(-1)]);
    expect(notices).toEqual([expect.stringContaining('more than 1000 steps')]);
  });
});
