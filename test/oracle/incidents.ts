import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { assetPath } from '../../src/assets.ts';

/** The names of the examples that are incidents: a leaky and a fixed program each. */
export function incidents(): readonly string[] {
  return readdirSync(assetPath('examples')).filter((name) => existsSync(assetPath(`examples/${name}/leaky`))).sort();
}

/** The rule that finds an incident, as the list of the examples names it. */
export function ruleOf(name: string): string {
  const row = readFileSync(assetPath('examples/README.md'), 'utf8')
    .split('\n')
    .find((line) => line.includes(`(${name}/README.md)`));
  return /\| ([\w-]+) \|$/.exec(row ?? '')?.[1] ?? '';
}
