import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { analyze } from '../src/analyze.ts';
import type { Fact } from '../src/findings/fact.ts';
import type { Finding } from '../src/findings/finding.ts';
import { message } from '../src/findings/message.ts';
import type { PackageText } from '../src/package-text.ts';
import { parser } from './parse-go.ts';
import { renamed, withVar } from './rewrite/by-trees.ts';
import { fixtures, ruleFolders } from './rules/fixtures.ts';

/** Every third of them; the others. */
export type Part = 'some' | 'others';

const isIn = (part: Part, i: number): boolean => (i % 3 === 0) === (part === 'some');

/**
 * The facts that a name is evidence of: that a channel says when to stop, or that a value is one of many, shows in its
 * name alone.
 */
const weighsNames: ReadonlySet<Fact['kind']> = new Set([
  'ignored-done',
  'name-never-unregistered',
  'container-never-released',
  'only-grows',
]);

function findingsIn(text: PackageText): readonly Finding[] {
  return analyze(parser, text, { rules, all: true }).findings;
}

/** A finding with its lines moved by `by`, columns left out. */
function shifted(finding: Finding, by: number): string {
  const moved = message(finding).replace(/\bline (\d+)/g, (_, line: string) => `line ${Number(line) + by}`);
  return `${finding.location.path}:${finding.location.line + by} ${finding.level} ${finding.confidence} ${moved}`;
}

function withFiles(text: PackageText, change: (source: string) => string): PackageText {
  return { ...text, files: text.files.map((file) => ({ ...file, text: change(file.text) })) };
}

/** Tries each property on a part of the fixtures. */
export function tryProperties(part: Part): void {
  const leaky = ruleFolders().flatMap((rule) => fixtures(rule, 'leaky')).filter((_, i) => isIn(part, i));
  const clean = ruleFolders().flatMap((rule) => fixtures(rule, 'clean')).filter((_, i) => isIn(part, i));

  describe.each(leaky)('$name', ({ text }) => {
    const before = findingsIn(text);

    test('a blank line in front moves the findings and changes nothing else', () => {
      const after = findingsIn(withFiles(text, (source) => `\n${source}`));
      expect(after.map((finding) => shifted(finding, 0))).toEqual(before.map((finding) => shifted(finding, 1)));
    });

    test('the order of the files does not matter', () => {
      const after = findingsIn({ ...text, files: [...text.files].reverse() });
      expect(after).toEqual(before);
    });

    test('the names of local variables do not matter', () => {
      if (before.some(({ fact }) => weighsNames.has(fact.kind))) return;
      const after = findingsIn(renamed(text) ?? text);
      const plain = (finding: Finding): string => shifted(finding, 0).replaceAll('Renamed', '');
      expect(after.map(plain)).toEqual(before.map(plain));
    });

    test('a deferred release right after the acquisition removes the finding', () => {
      for (const finding of before) {
        const fixed = withDefer(text, finding);
        if (!fixed) continue;
        const { path, line, column } = finding.location;
        const there = findingsIn(fixed).filter(
          ({ location }) => location.path === path && location.line === line && location.column === column,
        );
        // In front of a goroutine that uses the resource the defer ends the leak, but comes too early: that is said
        // instead.
        const left = there.filter(({ rule, fact }) => rule === finding.rule && fact.kind !== 'released-early');
        expect(left.map(message), `${path}:${line}`).toEqual([]);
      }
    });
  });

  test.each([...leaky, ...clean])('$rule/$name: `var v, err = f()` is `v, err := f()`', ({ text }) => {
    const findings = (subject: PackageText): readonly string[] =>
      findingsIn(subject).map((finding) => shifted(finding, 0));
    expect(findings(withVar(text) ?? text)).toEqual(findings(text));
  });

  test('the property above is tried on most fixtures', () => {
    const owed = leaky.filter(({ rule }) =>
      rules.some(
        (each) =>
          each.id === rule
          && (each.engine === 'obligations' || (each.engine === 'obligation' && each.held !== 'channel')),
      ),
    );
    const tried = owed.filter(({ text }) => findingsIn(text).some((finding) => withDefer(text, finding)));
    expect(tried.length / owed.length).toBeGreaterThan(0.6);
  });
}

/**
 * The package with `defer v.Release()` on a line of its own behind the acquisition, where that is a plain assignment to
 * v.
 */
function withDefer(text: PackageText, { location, fact }: Finding): PackageText | undefined {
  const holder = 'resource' in fact ? fact.resource.holder : undefined;
  const plain = new RegExp(`^\\s*(?:\\w+, )?${holder}(?:, \\w+)? :?= [\\w.]+(?:\\[\\w+\\])?\\(.*\\)(?: //.*)?$`);
  if (!('resource' in fact) || holder === undefined || fact.resource.held === 'channel' || !plain.test(location.source))
    return undefined;
  const { held, part, release: method } = fact.resource;
  const release =
    held === 'function'
      ? `defer ${holder}()`
      : `defer ${[holder, ...(part === undefined ? [] : [part]), method].join('.')}()`;
  const files = text.files.map((file) => {
    if (file.path !== location.path) return file;
    const lines = file.text.split('\n');
    lines.splice(location.line, 0, release);
    return { ...file, text: lines.join('\n') };
  });
  return { ...text, files };
}
