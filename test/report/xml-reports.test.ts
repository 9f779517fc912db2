import { describe, expect, it } from 'vitest';
import { reportCheckstyle } from '../../src/report/ci/checkstyle.ts';
import { reportJunit } from '../../src/report/ci/junit.ts';
import { makeFinding, makeLocation, ticker } from '../findings/make-finding.ts';
import { makeMeta, tickerRule } from './make-meta.ts';
import { readXml } from './read-xml.ts';

const hostile = makeFinding({
  location: makeLocation({ path: 'a"><&\'\n\u0000\u001b\ufffe\ud800.go' }),
  fact: {
    kind: 'missed-exit',
    resource: { ...ticker, holder: ']]>&lt;<x y="\t\r\n\u202e' },
    exit: 'end',
    line: 3,
    remedy: { kind: 'defer' },
  },
});

describe('checkstyle', () => {
  it('groups the findings by file, with the severities of Checkstyle', () => {
    const findings = [
      makeFinding(),
      makeFinding({ level: 'note', location: makeLocation({ line: 40 }) }),
      makeFinding({ level: 'error', location: makeLocation({ path: 'z.go' }) }),
    ];
    const root = readXml(reportCheckstyle(findings, makeMeta({ cwd: '/src/repo/sub' })));
    expect(root).toMatchObject({ name: 'checkstyle', attributes: { version: '10.0' } });
    expect(
      root.children.map(({ name, attributes, children }) => [
        name,
        attributes['name'],
        children.map((child) => [child.name, child.attributes['line'], child.attributes['severity']]),
      ]),
    ).toEqual([
      [
        'file',
        'sub/poll.go',
        [
          ['error', '12', 'warning'],
          ['error', '40', 'info'],
        ],
      ],
      ['file', 'sub/z.go', [['error', '12', 'error']]],
    ]);
    expect(root.children[0]?.children[0]?.attributes).toMatchObject({
      column: '7',
      source: 'golint-leaks.ticker-not-stopped',
      message: expect.stringMatching(/^ticker "t" .*\. Write /),
    });
  });

  it('is well-formed whatever paths and messages hold', () => {
    const root = readXml(reportCheckstyle([hostile], makeMeta()));
    expect(root.children[0]?.attributes['name']).toBe('a"><&\'\n\\u0000\\u001b\\ufffe\\ud800.go');
    expect(root.children[0]?.children[0]?.attributes['message']).toContain('ticker "]]>&lt;<x y="\t\r\n\\u202e" from');
  });

  it('is an empty document where nothing was found', () => {
    expect(readXml(reportCheckstyle([], makeMeta())).children).toEqual([]);
  });
});

describe('junit', () => {
  it('has a failed test for each finding, and one that passed for notes and for rules without findings', () => {
    const quiet = { ...tickerRule, id: 'quiet-rule' };
    const findings = [makeFinding(), makeFinding({ level: 'note', location: makeLocation({ line: 40 }) })];
    const root = readXml(reportJunit(findings, makeMeta({ rules: [...makeMeta().rules, quiet] })));
    const counts = { name: 'golint-leaks', tests: '3', failures: '1', errors: '0' };
    expect(root).toMatchObject({
      name: 'testsuites',
      attributes: counts,
      children: [{ name: 'testsuite', attributes: counts }],
    });
    expect(root.children[0]?.children).toMatchObject([
      {
        name: 'testcase',
        attributes: { name: 'poll.go:12:7', classname: 'ticker-not-stopped' },
        children: [
          {
            name: 'failure',
            attributes: { type: 'ticker-not-stopped', message: expect.stringMatching(/^ticker "t" /) },
            text: expect.stringMatching(/^poll\.go:12:7: warning: .*\nWrite /),
          },
        ],
      },
      { name: 'testcase', attributes: { name: 'poll.go:40:1' }, children: [{ name: 'system-out' }] },
      { name: 'testcase', attributes: { name: 'quiet-rule', classname: 'quiet-rule' }, children: [] },
    ]);
  });

  it('is well-formed whatever paths and messages hold', () => {
    const [suite] = readXml(reportJunit([hostile], makeMeta())).children;
    expect(suite?.children[0]?.attributes['name']).toBe('a"><&\'\n\\u0000\\u001b\\ufffe\\ud800.go:12:1');
    expect(suite?.children[0]?.children[0]?.text).toContain(']]>&lt;<x y="');
  });
});
