import { beforeEach, expect, test } from 'vitest';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import { byGo, goRewritings } from './by-go.ts';
import { expectSame, subjects } from './failing.ts';
import { modules, realCode } from './real-code.ts';

beforeEach(({ skip }) => skip(goEnv('GOROOT') === undefined, NO_GO));

test.each(goRewritings)('%s change nothing that is found in fixtures', (name) => {
  expectSame(byGo(name, subjects.map(({ text }) => text)), subjects);
});

test.each(goRewritings)('%s change some of the source of Go', (name) => {
  const packages = realCode('std');
  if (typeof packages === 'string') return;
  const { rewrite } = byGo(name, packages.map(({ text }) => text));
  expect(packages.some(({ text }) => rewrite(text)?.files.some((file, i) => file.text !== text.files[i]?.text))).toBe(
    true,
  );
});

test.for(modules.flatMap((module) => goRewritings.map((name) => [name, module] as const)))(
  '%s change nothing that is found in %s',
  ([name, module], { skip }) => {
    const packages = realCode(module);
    if (typeof packages === 'string') return skip(packages);
    expectSame(byGo(name, packages.map(({ text }) => text)), packages, 'failing-real-code.json');
  },
);
