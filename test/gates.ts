import { rules } from '../rules/index.ts';
import { analyze } from '../src/analyze.ts';
import type { PackageText } from '../src/package-text.ts';
import { parser } from './parse-go.ts';
import { fixtures, ruleFolders } from './rules/fixtures.ts';

/** A fixture by the name that a failure shows. */
export interface Gated {
  readonly name: string;
  readonly text: PackageText;
}

/** All fixtures. */
export const gated: readonly Gated[] = ruleFolders().flatMap((rule) =>
  (['leaky', 'clean', 'missed'] as const).flatMap((kind) =>
    fixtures(rule, kind).map(({ name, text }) => ({ name: `${rule}/${name}`, text })),
  ),
);

/** All that comes out of a package: findings and what was silenced; what was not asked for cannot be unread. */
export function allOf({ text }: Gated, gates: boolean): unknown {
  const { findings, suppressed, failures } = analyze(parser, text, { rules, all: true, gates });
  return JSON.parse(JSON.stringify({ findings, suppressed, failures }));
}
