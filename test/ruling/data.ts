import { readFileSync, writeFileSync } from 'node:fs';
import { assetPath } from '../../src/assets.ts';
import type { Judged, Module } from './verdict.ts';

const verdictsFile = assetPath('test/ruling/verdicts.jsonl');

/** The modules of the ruling, in the order of the draw. */
export function readModules(): readonly Module[] {
  return JSON.parse(readFileSync(assetPath('test/ruling/modules.json'), 'utf8'));
}

/** Everything that was read so far. */
export function readVerdicts(): readonly Judged[] {
  return readFileSync(verdictsFile, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
}

/** Writes them in the order of the modules, then of files and lines. */
export function writeVerdicts(judged: readonly Judged[]): void {
  const order = new Map(readModules().map(({ module }, index) => [module, index]));
  const key = ({ module }: Judged): number => order.get(module) ?? order.size;
  const sorted = judged.toSorted((a, b) =>
    key(a) - key(b) || compare(a.file, b.file) || a.line - b.line || compare(a.rule, b.rule));
  writeFileSync(verdictsFile, sorted.map((each) => `${JSON.stringify(each)}\n`).join(''));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
