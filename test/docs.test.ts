import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { rules } from '../rules/index.ts';
import { analyze } from '../src/analyze.ts';
import { assetPath } from '../src/assets.ts';
import { readConfig } from '../src/config/read/read-config.ts';
import { message } from '../src/findings/message.ts';
import { rulePage } from '../src/rule-pages/rule-page.ts';
import { run } from './built-program.ts';
import { incidents } from './oracle/incidents.ts';
import { parser } from './parse-go.ts';

interface Example {
  readonly kind: string;
  readonly code: string;
}

/** The fenced Go blocks of a page, by the word behind `go`. */
function examples(page: string): readonly Example[] {
  return [...page.matchAll(/^```go (\w+)\n([\s\S]*?)^```$/gm)].map(([, kind = '', code = '']) => ({ kind, code }));
}

function findingsIn(code: string): readonly { readonly rule: string; readonly text: string }[] {
  const name = /^package (\w+)/m.exec(code)?.[1] ?? '';
  const file = { path: 'example.go', text: code, report: true };
  const { findings } = analyze(
    parser,
    { name, files: [file], go: { version: '1.22', toolchain: undefined, godebug: {} } },
    { rules, all: true },
  );
  return findings.map((finding) => ({ rule: finding.rule, text: message(finding) }));
}

describe.each(rules.map((rule) => rule.id))('the page of %s', (id) => {
  const page = rulePage(id);

  test('has its headings in order', () => {
    const headings = [...page.matchAll(/^#+ .*$/gm)].map(([heading]) => heading);
    const wanted = [`# ${id}`, '## What', '## Why it leaks', '## Fix', '## When not to use it'];
    expect(headings.filter((heading) => wanted.includes(heading))).toEqual(wanted);
  });

  test('shows the leak and the fix, and both are what they say', () => {
    const shown = examples(page);
    expect(shown.map(({ kind }) => kind).filter((kind) => kind !== 'leaky' && kind !== 'clean')).toEqual([]);
    expect(shown.some(({ kind }) => kind === 'leaky') && shown.some(({ kind }) => kind === 'clean')).toBe(true);
    for (const { kind, code } of shown) {
      const found = findingsIn(code);
      if (kind === 'clean') expect(found).toEqual([]);
      else expect(found.map(({ rule }) => rule)).toContain(id);
    }
  });
});

describe('the pages of the project', () => {
  test('say of each word of the code where it is', () => {
    const places = [...readFileSync(assetPath('docs/glossary.md'), 'utf8').matchAll(/\| `([\w./-]+)` \|$/gm)];
    expect(places.length).toBeGreaterThan(15);
    for (const [, place = ''] of places) expect(existsSync(assetPath(`src/${place}`)), place).toBe(true);
  });

  const pages = [
    'README.md', 'CHANGELOG.md', 'docs/architecture.md', 'docs/comparison.md', 'docs/policy.md', 'docs/proof.md',
    'docs/workflows.md', 'docs/pre-commit.md', 'docs/github.md', 'docs/gitlab.md', 'docs/editors.md', 'docs/monorepos.md', 'docs/bazel.md', 'docs/resources.md',
    'docs/glossary.md', 'docs/accuracy.md', 'docs/evidence.md', 'examples/README.md', 'test/ruling/README.md',
    ...incidents().map((name) => `examples/${name}/README.md`),
  ];

  test.each(pages)('%s links to files that exist', (page) => {
    const text = readFileSync(assetPath(page), 'utf8');
    const folder = page.includes('/') ? page.slice(0, page.lastIndexOf('/') + 1) : '';
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, link = '']) => link);
    expect(links.filter((link) => !existsSync(assetPath(folder + link)))).toEqual([]);
  });

  test('docs/architecture.md gives a reason for every dependency', () => {
    const text = readFileSync(assetPath('docs/architecture.md'), 'utf8');
    const manifest: { devDependencies: Record<string, string> } = JSON.parse(
      readFileSync(assetPath('package.json'), 'utf8'),
    );
    const names = Object.keys(manifest.devDependencies);
    expect(names.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
  });

  test('what docs/evidence.md shows is what is said', () => {
    const [, shown = ''] =
      /```text\n\$ cd \S+ && golint-leaks .*\n([\s\S]*?)```/.exec(readFileSync(assetPath('docs/evidence.md'), 'utf8'))
      ?? [];
    const { out } = run(assetPath('examples/late-result'), 'evidence', '-q', 'profiles/plain/dump.txt.gz');
    expect(out).toBe(shown);
  });

  test('the finding in the README is the one on the page of its example', () => {
    const shown = /```text\n\$ golint-leaks .*\n([\s\S]*?)```/.exec(readFileSync(assetPath('README.md'), 'utf8'))?.[1];
    expect(shown).toBeDefined();
    expect(readFileSync(assetPath('examples/cluster-info/README.md'), 'utf8')).toContain(shown);
  });

  test('the page of the examples lists every incident', () => {
    const text = readFileSync(assetPath('examples/README.md'), 'utf8');
    expect(incidents().filter((name) => !text.includes(`(${name}/README.md)`))).toEqual([]);
  });

  test('so are those of the incidents that it lists', () => {
    const listed = [
      ...readFileSync(assetPath('README.md'), 'utf8').matchAll(/\]\((examples\/\S+\.md)\)\n\n {2}```text\n {2}(.+)\n/g),
    ];
    expect(listed.length).toBe(5);
    for (const [, page = '', finding = ''] of listed)
      expect(readFileSync(assetPath(page), 'utf8').split('\n')).toContain(finding);
  });

  test('the configuration in the README is one', () => {
    const shown = /```yaml\n(rules:[\s\S]*?)```/.exec(readFileSync(assetPath('README.md'), 'utf8'))?.[1] ?? '';
    const file = readConfig(shown, 'README.md', rules.map(({ id }) => id));
    expect(file.resources.map(({ value }) => value.id)).toEqual(['conn-not-returned']);
    expect([file.levels.size, file.exclude.length, file.goVersion, file.strict, file.tests].every(Boolean)).toBe(true);
  });

  test('the README lists every rule', () => {
    const text = readFileSync(assetPath('README.md'), 'utf8');
    expect(rules.filter((rule) => !text.includes(rule.id))).toEqual([]);
  });
});
