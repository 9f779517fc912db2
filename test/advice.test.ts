import { describe, expect, test } from 'vitest';
import type { Finding } from '../src/findings/finding.ts';
import { fix, message } from '../src/findings/message.ts';
import { findingsIn, mended } from './findings/mended-by-hand.ts';

/** What is said in a package, without lines, which move. */
const said = (findings: readonly Finding[]): readonly string[] =>
  findings.map(
    (finding) =>
      `${finding.rule}: ${finding.location.source.trim()}: ${message(finding).replace(/ at line \d+.*$/, '')}`,
  );

describe('advice, taken by its word', () => {
  test('is there to take in many fixtures', () => expect(mended.length).toBeGreaterThan(150));

  test.each(mended.map((each) => [each.name, each] as const))(
    '%s: the finding is gone, and there is no other',
    (_name, { finding, before, text }) => {
      const rest = [...said(before)];
      rest.splice(before.indexOf(finding), 1);
      const surplus = said(findingsIn(text)).filter((each) => {
        const known = rest.indexOf(each);
        if (known !== -1) rest.splice(known, 1);
        return known === -1;
      });
      expect(surplus, fix(finding)).toEqual([]);
    },
  );
});
