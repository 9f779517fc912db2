/**
 * `npm run ruling`: runs the built program on pinned modules and compares its findings with what was read at the
 * source. What the flags do is in README.md beside this file.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { assetPath } from '../../src/assets.ts';
import { goEnv, NO_GO } from '../go-toolchain.ts';
import type { Comparison } from './compare.ts';
import { compare } from './compare.ts';
import { readModules, readVerdicts, writeVerdicts } from './data.ts';
import { fetchModules } from './fetch.ts';
import { lineText } from './line-text.ts';
import { drawnOf, pageFile, withTables } from './page.ts';
import { readings } from './readings.ts';
import { runOn } from './run.ts';
import { table } from './table.ts';
import type { Found } from './verdict.ts';

const { values: flags } = parseArgs({
  options: {
    update: { type: 'boolean', default: false },
    readings: { type: 'boolean', default: false },
    tables: { type: 'boolean', default: false },
    program: { type: 'string', default: assetPath('dist/src/cli.cjs') },
  },
});

if (flags.readings) say(readings(readVerdicts()));
if (flags.tables) writeFileSync(pageFile, withTables(readFileSync(pageFile, 'utf8'), readVerdicts()));
if (!flags.readings && !flags.tables) rule();

function rule(): void {
  const fetched = fetchModules(readModules().filter(({ kind }) => kind !== 'go'));
  if ('missing' in fetched) {
    say([`skipped: ${fetched.missing}`]);
    return;
  }
  const folders = new Map([...fetched.folders, ...ownSource()]);
  const found = readModules().flatMap((each) => {
    const folder = folders.get(each.module);
    return folder === undefined ? [] : runOn(each, folder, flags.program);
  });
  const judged = readVerdicts();
  const compared = compare(judged.filter(({ module }) => folders.has(module)), found, lineText(folders));
  say(told(compared));
  if (!flags.update) return;
  writeVerdicts([...judged.filter(({ module }) => !folders.has(module)), ...compared.known, ...compared.silent]);
  say(compared.unread.map((each) => JSON.stringify({ ...each, verdict: '', reason: '', second: null })));
}

/** The source of the installed Go, where it is the release that was read. */
function ownSource(): readonly (readonly [string, string])[] {
  const go = goEnv('GOVERSION');
  const root = goEnv('GOROOT');
  return readModules().filter(({ kind }) => kind === 'go').flatMap(({ module, version }) => {
    if (version === go) return [[module, `${root}/src`] as const];
    say([`not run on the source of Go: ${version} was read, and ${go === undefined ? NO_GO : `${go} is installed`}`]);
    return [];
  });
}

function told({ known, moved, unread, gone }: Comparison): readonly string[] {
  const place = ({ module, file, line, rule: id, level, stands }: Found): string =>
    `${module} ${file}:${line} ${id}, ${level}, ${stands}`;
  return [
    table(drawnOf([...known, ...unread])),
    ...section('new and unread:', unread.map(place)),
    ...section('not reported any more:', gone.map((each) => `${place(each)}: ${each.verdict}`)),
    ...section('only moved, which npm run ruling -- --update takes over:', moved.map(place)),
  ];
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', title, ...lines];
}

function say(lines: readonly string[]): void {
  if (lines.length > 0) process.stdout.write(`${lines.join('\n')}\n`);
}
