import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/findings/finding.ts';
import type { ReportMeta } from '../../src/report/meta.ts';
import { reportSarif } from '../../src/report/sarif/sarif.ts';
import { makeFinding, makeLocation, makeStep, ticker } from '../findings/make-finding.ts';
import { makeMeta, tickerRule } from './make-meta.ts';
import { sarifErrors } from './validate-sarif.ts';

/** The one run of a log, which is checked against the schema. */
function runOf(findings: readonly Finding[], meta: ReportMeta = makeMeta()): unknown {
  const log: { runs: readonly unknown[] } = JSON.parse(reportSarif(findings, meta));
  expect(sarifErrors(log)).toEqual([]);
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
}

const steps = [
  makeStep('acquired', { line: 12, column: 7, endColumn: 24 }),
  makeStep('taken', { line: 20, column: 1, endColumn: 9 }),
  makeStep('exit', { line: 31 }),
];

const region = (line: number, startColumn = 1, endColumn = 2): object => ({
  startLine: line,
  startColumn,
  endLine: line,
  endColumn,
});
const artifact = { uri: 'poll.go', uriBaseId: '%SRCROOT%' };

describe('reportSarif', () => {
  it('names version and schema', () => {
    expect(JSON.parse(reportSarif([], makeMeta()))).toMatchObject({
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0',
    });
  });

  it('has empty results when all is clean', () => {
    expect(runOf([])).toMatchObject({
      results: [],
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { '%SRCROOT%': { uri: 'file:///src/repo/' } },
      invocations: [{ executionSuccessful: true, toolExecutionNotifications: [] }],
    });
  });

  it('writes the edits of a fix as replacements', () => {
    const edits = [
      { pos: 200, end: 200, text: '\n\tdefer t.Stop()', line: 12, column: 24, endLine: 12, endColumn: 24 },
    ];
    expect(runOf([makeFinding({ fix: { kind: 'defer', call: 't.Stop()', edits } })])).toMatchObject({
      results: [
        {
          fixes: [
            {
              description: { text: 'Write defer t.Stop().' },
              artifactChanges: [
                {
                  artifactLocation: artifact,
                  replacements: [
                    {
                      deletedRegion: { startLine: 12, startColumn: 24, endLine: 12, endColumn: 24 },
                      insertedContent: { text: '\n\tdefer t.Stop()' },
                    },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    expect(JSON.stringify(runOf([makeFinding()]))).not.toContain('"fixes"');
  });

  it('writes a result with one location, links and the way to the leak', () => {
    const text = 'ticker "t" from time.NewTicker is not stopped when the function [returns at line 31](2).';
    expect(runOf([makeFinding({ steps })])).toMatchObject({
      results: [
        {
          ruleId: 'ticker-not-stopped',
          ruleIndex: 0,
          level: 'warning',
          message: { text },
          locations: [{ physicalLocation: { artifactLocation: artifact, region: region(12, 7, 24) } }],
          relatedLocations: [
            {
              id: 1,
              physicalLocation: { artifactLocation: artifact, region: region(20, 1, 9) },
              message: { text: 'by way of line20()' },
            },
            {
              id: 2,
              physicalLocation: { artifactLocation: artifact, region: region(31) },
              message: { text: 'the function is left here' },
            },
          ],
          codeFlows: [
            {
              threadFlows: [
                {
                  locations: [
                    {
                      location: {
                        physicalLocation: { artifactLocation: artifact, region: region(12, 7, 24) },
                        message: { text: 'acquired here' },
                      },
                    },
                    {
                      location: {
                        physicalLocation: { artifactLocation: artifact, region: region(20, 1, 9) },
                        message: { text: 'by way of line20()' },
                      },
                    },
                    {
                      location: {
                        physicalLocation: { artifactLocation: artifact, region: region(31) },
                        message: { text: 'the function is left here' },
                      },
                    },
                  ],
                },
              ],
            },
          ],
          partialFingerprints: { primaryLocationLineHash: '1a2b:1' },
        },
      ],
    });
  });

  it('links nothing where no step is at the place, or only one in another file', () => {
    const elsewhere = makeFinding({ steps: [makeStep('exit', { path: 'other.go', line: 31 })] });
    const text = 'ticker "t" from time.NewTicker is not stopped when the function returns at line 31.';
    expect(runOf([makeFinding(), elsewhere])).toMatchObject({
      results: [{ message: { text } }, { message: { text } }],
    });
  });

  it('makes no links of what the source says', () => {
    const resource = { ...ticker, holder: 'm[f](x)' };
    const finding = makeFinding({
      fact: { kind: 'overwritten', resource, line: 20, derived: false, covered: false },
      steps,
    });
    expect(runOf([finding])).toMatchObject({ results: [{ message: {
      text: 'ticker "m\\[f\\](x)" from time.NewTicker is not stopped before ["m\\[f\\](x)" is given another value at line 20](1).',
    } }] });
  });

  it('describes each rule once, its own included', () => {
    const tags = Array.from({ length: 12 }, (_, i) => `tag${i}`);
    expect(runOf([], makeMeta({ rules: [{ ...tickerRule, tags }] }))).toMatchObject({ tool: { driver: {
      name: 'golint-leaks',
      semanticVersion: '1.2.3',
      rules: [{
        id: 'ticker-not-stopped',
        name: 'TickerNotStopped',
        shortDescription: { text: 'A ticker that is not stopped on every way out.' },
        fullDescription: { text: 'A ticker is made and not stopped.' },
        help: { text: tickerRule.help(), markdown: tickerRule.help() },
        defaultConfiguration: { level: 'warning' },
        properties: { tags: tags.slice(0, 10), precision: 'high', 'problem.severity': 'warning' },
      }, {
        id: 'unused-suppression',
        name: 'UnusedSuppression',
        defaultConfiguration: { level: 'note' },
        properties: { precision: 'very-high', 'problem.severity': 'recommendation' },
      }],
    } } });
  });

  it('points unused suppressions at their rule', () => {
    const note = makeFinding({
      rule: 'unused-suppression',
      level: 'note',
      fact: { kind: 'unused-suppression', directive: '//nolint:ticker-not-stopped' },
    });
    expect(runOf([note])).toMatchObject({ results: [{ ruleId: 'unused-suppression', ruleIndex: 1, level: 'note' }] });
  });

  it('leaves suppressed findings out: GitHub would open an alert for each', () => {
    const meta = makeMeta({
      suppressed: [{ finding: makeFinding({ fingerprint: 'suppressed:1' }), justification: 'by design' }],
    });
    const log = JSON.stringify(runOf([makeFinding()], meta));
    expect(log).not.toContain('"suppressions"');
    expect(log).not.toContain('suppressed:1');
  });

  it('says what could not be read, and that a run failed', () => {
    const meta = makeMeta({
      unread: [
        { path: 'a b.go', declarations: 1, places: [] },
        { path: 'c.go', declarations: 2, places: [] },
        { path: '/x/d.go', declarations: 0, places: [] },
      ],
      notices: ['No Go files in x.'],
      executionSuccessful: false,
    });
    const at = (artifactLocation: object): object[] => [{ physicalLocation: { artifactLocation } }];
    expect(runOf([], meta)).toMatchObject({
      invocations: [
        {
          executionSuccessful: false,
          toolExecutionNotifications: [
            {
              level: 'warning',
              message: { text: '1 declaration with a syntax error, or too large to follow, was not analysed.' },
              locations: at({ uri: 'a%20b.go' }),
            },
            {
              level: 'warning',
              message: { text: '2 declarations with syntax errors, or too large to follow, were not analysed.' },
              locations: at({ uri: 'c.go' }),
            },
            {
              level: 'warning',
              message: { text: 'This file could not be read and was not analysed.' },
              locations: at({ uri: 'file:///x/d.go' }),
            },
            { level: 'warning', message: { text: 'No Go files in x.' } },
          ],
        },
      ],
    });
  });

  it('stays valid for hostile paths and names', () => {
    const location = makeLocation({ path: 'a b/[x]#?%\n\ud800\u202e.go' });
    const resource = { ...ticker, holder: '\x1b]0;\u2028{0}' };
    const finding = makeFinding({
      location,
      fact: { kind: 'missed-exit', resource, exit: 'goexit', line: 1, remedy: { kind: 'defer' } },
    });
    expect(runOf([finding])).toMatchObject({ results: [{ locations: [{ physicalLocation: { artifactLocation: {
      uri: 'a%20b/%5Bx%5D%23%3F%25%0A%EF%BF%BD%E2%80%AE.go',
    } } }] }] });
  });
});

describe('sarifErrors', () => {
  it('finds fault with what is no log', () => {
    expect(sarifErrors({ version: '2.0.0' })).not.toEqual([]);
    expect(
      sarifErrors({
        version: '2.1.0',
        runs: [{ tool: { driver: { name: 'x' } }, results: [{ message: { text: 'x' }, level: 'bad' }] }],
      }),
    ).not.toEqual([]);
  });
});
