import { readFileSync } from 'node:fs';
import { assetPath } from '../assets.ts';

/** The page of a rule, its `rule.md`, as Markdown. */
export function rulePage(id: string): string {
  return readFileSync(assetPath(`rules/${id}/rule.md`), 'utf8');
}
