import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { assetPath } from '../../src/assets.ts';
import { reportSarif } from '../../src/report/sarif/sarif.ts';
import { sarifRule } from '../../src/report/sarif/sarif-rule.ts';
import { makeFinding, makeLocation } from '../findings/make-finding.ts';
import { makeMeta, tickerRule } from './make-meta.ts';

const described = (page: string): unknown => sarifRule({ ...tickerRule, help: () => page });

describe('a rule in SARIF', () => {
  test('has its page, precision and weaknesses', () => {
    expect(sarifRule(tickerRule)).toMatchObject({
      helpUri: 'https://example.com/rule.md',
      properties: { precision: 'high', tags: ['time', 'leak', 'external/cwe/cwe-401'] },
    });
  });

  test.each([
    ['# r\n\n## What\n\nOne that is lost.\n', 'One that is lost.'],
    [
      '# r\n\nOne that is lost:\n\n- on a way out;\n- in a loop, which\n  goes on.\n',
      'One that is lost: on a way out; in a loop, which goes on.',
    ],
    ['# r\n\nOne that is lost:\n\n```go\nx()\n```\n', 'One that is lost.'],
    [`# r\n\nLost:\n\n- here;\n- ${'there '.repeat(300)}\n`, 'Lost: here.'],
  ])('is described in whole sentences: %j', (page, text) => {
    expect(described(page)).toMatchObject({ fullDescription: { text } });
  });

  test.each(rules.map(({ id }) => id))('%s is described to the end of a sentence', (id) => {
    const page = readFileSync(assetPath(`rules/${id}/rule.md`), 'utf8');
    expect(described(page)).toMatchObject({
      fullDescription: { text: expect.stringMatching(/^[A-Z`].{20,}[^:.]\.$/) },
    });
  });
});

test('a result says its level, how sure it is, and what stands there', () => {
  const location = makeLocation({ column: 7, endColumn: 24, source: '\tt := time.NewTicker(d)' });
  const {
    runs: [
      {
        results: [result],
      },
    ],
  } = JSON.parse(reportSarif([makeFinding({ location, confidence: 'medium' })], makeMeta()));
  expect(result.properties).toEqual({ level: 'warning', confidence: 'medium' });
  expect(result.locations[0].physicalLocation).toMatchObject({
    region: { snippet: { text: 'time.NewTicker(d)' } },
    contextRegion: { startLine: 12, endLine: 12, snippet: { text: '\tt := time.NewTicker(d)' } },
  });
});
