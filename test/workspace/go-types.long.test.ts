import { expect, test } from 'vitest';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import { compareWithGoTypes, moduleFolder, questions } from './go-types.ts';

/** Modules of several packages, with few dependencies. */
const modules = ['github.com/nsqio/nsq@v1.3.0', 'github.com/hashicorp/serf@v0.10.2'];

const hasGo = goEnv('GOVERSION') !== undefined;

test.skipIf(!hasGo).each(modules)(`the module view says of %s what go/types says (${NO_GO} otherwise)`, (module) => {
  const root = moduleFolder(module);
  if (root === undefined) return; // neither in the module cache nor at the proxy
  const compared = compareWithGoTypes(root);
  for (const kind of questions) {
    const { asked, unknown, differs } = compared.get(kind) ?? { asked: 0, unknown: [], differs: [] };
    expect(asked, kind).toBeGreaterThan(0);
    expect(differs, kind).toEqual([]);
    expect(unknown.length / asked, `${kind}, of ${asked} unknown: ${unknown.join('\n')}`).toBeLessThanOrEqual(0.15);
  }
}, 600_000);
