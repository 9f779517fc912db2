import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { factsOf, readFacts, writeFacts } from '../../src/apps/unit/facts.ts';
import { openFile } from '../../src/syntax/source-file.ts';
import { lex } from '../../src/syntax/token/lexer.ts';

const fixtures = readdirSync(assetPath('rules'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'))
  .map((name) => ({ name, text: readFileSync(join(assetPath('rules'), name), 'utf8') }));

/** The tokens of a text: kind and words. */
function tokensOf(text: string): readonly string[] {
  const { count, kinds, starts, ends } = lex(text);
  return Array.from({ length: count }, (_, at) => `${kinds[at]} ${text.slice(starts[at], ends[at])}`);
}

test('facts hold the very tokens of the declarations that can be reached, once each, and in order', () => {
  expect(fixtures.length).toBeGreaterThan(300);
  for (const { name, text } of fixtures) {
    const [file = { text: '' }] = factsOf('m/a', [{ name: 'a.go', text }]).files;
    const own = openFile(name, text).declarations.map(({ pos, end }) => tokensOf(text.slice(pos, end)).join('\n'));
    const kept = openFile('a.go', file.text).declarations.map(({ pos, end }) =>
      tokensOf(file.text.slice(pos, end)).join('\n'),
    );
    expect(own.filter((each) => kept.includes(each)), name).toEqual(kept);
  }
});

test('what is written is read as it was', () => {
  const facts = factsOf('m/a', fixtures.slice(0, 50).map(({ text }, index) => ({ name: `f${index}.go`, text })));
  expect(readFacts(writeFacts(facts))).toEqual(facts);
});
