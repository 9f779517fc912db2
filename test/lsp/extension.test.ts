import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { assetPath } from '../../src/assets.ts';
import { noEditorSettings, readSettings } from '../../src/apps/lsp/client/settings.ts';

interface Manifest {
  readonly version: string;
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly default: unknown }>> };
  };
}

const read = (path: string): Manifest => JSON.parse(readFileSync(assetPath(path), 'utf8')) as Manifest;
const { version, contributes: { configuration: { properties } } } = read('editors/vscode/package.json');

test('the extension has the version of the program, and a setting for all that the server reads', () => {
  expect(version).toBe(read('package.json').version);
  const own = ['golint-leaks.path', 'golint-leaks.trace.server'];
  expect(Object.keys(properties).filter((key) => !own.includes(key))).toEqual(
    Object.keys(noEditorSettings).map((key) => `golint-leaks.${key}`),
  );
});

test('what it sends where nobody has set anything asks for nothing', () => {
  const sent = Object.fromEntries(
    Object.entries(properties).map(([key, { default: value }]) => [key.slice('golint-leaks.'.length), value]),
  );
  expect(readSettings(sent, [])).toEqual({ settings: noEditorSettings, complaints: [] });
});
