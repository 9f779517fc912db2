import { existsSync, readdirSync } from 'node:fs';
import { assetPath } from '../../src/assets.ts';

/** The names of the examples that are incidents: a leaky and a fixed program each. */
export function incidents(): readonly string[] {
  return readdirSync(assetPath('examples')).filter((name) => existsSync(assetPath(`examples/${name}/leaky`))).sort();
}
