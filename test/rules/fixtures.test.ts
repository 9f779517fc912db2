import { describe, expect, test } from 'vitest';
import { rules } from '../../rules/index.ts';
import { analyze } from '../../src/analyze.ts';
import type { Finding } from '../../src/findings/finding.ts';
import { message } from '../../src/findings/message.ts';
import type { PackageText } from '../../src/package-text.ts';
import { parser } from '../parse-go.ts';
import type { Fixture } from './fixtures.ts';
import { fixtures, ruleFolders } from './fixtures.ts';

const choice = { rules, all: true };

/** `path:line: level: message` */
function shown(finding: Finding): string {
  return `${finding.location.path}:${finding.location.line}: ${finding.level}: ${message(finding)}`;
}

/** The expectations of a package: `path:line` and a pattern for the level and message of each `// want "…"` there. */
function wants(text: PackageText): readonly { readonly place: string; readonly pattern: RegExp }[] {
  return text.files.flatMap(({ path, text: source }) =>
    source.split('\n').flatMap((line, index) => {
      const comment = /\/\/ want ((?:"(?:[^"\\]|\\.)*"\s*)+)$/.exec(line)?.[1] ?? '';
      return [...comment.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) => ({
        place: `${path}:${index + 1}`,
        pattern: new RegExp(quoted.replace(/\\"/g, '"').replace(/\\\\/g, '\\')),
      }));
    }),
  );
}

/** What a fixture wants and does not get, and gets and does not want. */
function differences(fixture: Fixture): readonly string[] {
  const { findings, unread } = analyze(parser, fixture.text, choice);
  const surplus = [...findings];
  const missing = wants(fixture.text).flatMap(({ place, pattern }) => {
    const found = surplus.findIndex(
      (finding) => shown(finding).startsWith(`${place}: `) && pattern.test(shown(finding).slice(place.length + 2)),
    );
    if (found === -1) return [`missing ${place}: ${pattern.source}`];
    surplus.splice(found, 1);
    return [];
  });
  return [
    ...missing,
    ...surplus.map((finding) => `surplus ${shown(finding)}`),
    ...unread.map(({ path }) => `unread ${path}`),
  ];
}

test('the folders are the rules', () => {
  expect([...rules.map((rule) => rule.id)].sort()).toEqual(ruleFolders());
});

describe.each(rules.map((rule) => rule.id))('%s', (rule) => {
  test.each(fixtures(rule, 'leaky'))('$name', (fixture) => {
    expect(wants(fixture.text).length, 'a leaky fixture wants something').toBeGreaterThan(0);
    expect(differences(fixture)).toEqual([]);
  });

  test.each([...fixtures(rule, 'clean'), ...fixtures(rule, 'missed')])('$name is silent', (fixture) => {
    expect(wants(fixture.text)).toEqual([]);
    expect(differences(fixture)).toEqual([]);
  });
});
