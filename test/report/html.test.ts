import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { reportHtml } from '../../src/report/html/report-html.ts';
import type { EvidenceRemarks } from '../../src/report/meta.ts';
import { makeFinding, makeLocation, makeStep } from '../findings/make-finding.ts';
import { makeMeta } from './make-meta.ts';

const source = Array.from({ length: 60 }, (_, i) => (i === 11 ? '\tt := time.NewTicker(d)' : `\tline${i + 1}()`)).join(
  '\n',
);
const meta = makeMeta({ sourceOf: () => source });

/** The text that a reader sees of a stretch of HTML. */
function text(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

describe('the page', () => {
  test('needs nothing else, and lets nothing run but its own', () => {
    const html = reportHtml([makeFinding()], meta);
    expect(html).not.toMatch(/<(?:link|img|iframe|object)\b|src=|url\(|@import/);
    const policy = /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? '';
    for (const [kind, tag] of [['style', 'style'], ['script', 'script']] as const) {
      const [body = ''] = [...html.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g'))].map(([, all = '']) => all);
      expect(policy).toContain(`${kind}-src 'sha256-${createHash('sha256').update(body).digest('base64')}'`);
    }
    expect(policy).toMatch(/^default-src 'none';/);
    expect(html).not.toMatch(/ style="| on\w+="/);
  });

  test('shows the source around each place, and numbers the way through it', () => {
    const made = makeStep('acquired', { line: 12, column: 7, endColumn: 24, source: '\tt := time.NewTicker(d)' });
    const html = reportHtml([makeFinding({ steps: [made, makeStep('exit', { line: 31 })] })], meta);
    const rows = [...html.matchAll(/<tr class="at">(.*?)<\/tr>/g)].map(([, row = '']) => text(row));
    expect(rows).toEqual(['112\tt := time.NewTicker(d)', '231line31()']);
    expect(html).toContain('<mark>time.NewTicker(d)</mark>');
    expect(text(html)).toContain('the function is left here');
    expect(html).toContain('line34()');
    expect(html).not.toContain('line20()');
  });

  test('shows what cannot be read without its source, and nothing as nothing', () => {
    expect(text(reportHtml([makeFinding()], makeMeta()))).toContain('t := time.NewTicker(d)');
    expect(text(reportHtml([], meta))).toContain('No findings.');
  });

  test('names of anybody are text, also in its attributes', () => {
    const evil = '"><script>alert(1)</script>\u202e/a.go';
    const html = reportHtml(
      [makeFinding({ location: makeLocation({ path: evil, source: '</td><img src=x>' }), rule: '"onload="x' })],
      makeMeta({ notices: ['<b>'] }),
    );
    expect(html.match(/<script>/g)).toHaveLength(1);
    expect(html).not.toMatch(/<img|"onload|<b>|\u202e/);
  });

  test('puts findings in order of package and rule, and offers both as filters', () => {
    const findings = ['b/x.go', 'a/x.go', 'b/y.go'].map((path, i) =>
      makeFinding({ rule: `rule-${3 - i}`, location: makeLocation({ path }) }),
    );
    const html = reportHtml(findings, meta);
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title)).toEqual(['b', 'a']);
    expect([...html.matchAll(/data-rule="(.*?)"/g)].map(([, rule]) => rule)).toEqual(['rule-1', 'rule-3', 'rule-2']);
    expect([...html.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value)).toEqual([
      'rule-1',
      'rule-2',
      'rule-3',
      'a',
      'b',
    ]);
  });
});

test('what profiles show comes first, and their stacks lead to it', () => {
  const [first, second] = [makeFinding(), makeFinding({ location: makeLocation({ line: 40 }) })];
  const leaf = { name: 'app.leak', path: 'poll.go', line: 40, count: 1412, note: 'wait in a send', children: [] };
  const evidence: EvidenceRemarks = {
    ofFinding: new Map([[second, { lines: ['1,412 goroutines wait <here>'], rank: 100, properties: [] }]]),
    sections: [{ title: 'Others', entries: [{ head: 'a.go:1: 3 goroutines', lines: ['why'] }] }],
    stacks: [{ title: 'Goroutines', unit: 'goroutines', roots: [{ name: 'app.start', path: undefined, line: undefined, count: 1412, note: undefined, children: [leaf] }] }],
    json: {},
  };
  const html = reportHtml([first, second], { ...meta, evidence });
  expect(
    [...html.matchAll(/<article class="finding [^>]*data-seen="(\w+)" id="(.*?)"/g)].map(([, seen]) => seen),
  ).toEqual(['yes', 'no']);
  expect(text(html)).toContain('1,412 goroutines wait <here>');
  const id = /data-seen="yes" id="(.*?)"/.exec(html)?.[1];
  expect(html).toContain(`<a class="own" href="#${id}">app.leak`);
});
