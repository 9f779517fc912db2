import { nearestWord } from '../../../nearest-word.ts';
import type { FlagTable } from './flag-spec.ts';
import { quoted } from './usage-error.ts';

/** The flags of a command; its name is empty for the analysis. */
export interface KnownFlags {
  readonly flags: FlagTable;
  readonly name: string;
}

/** The sentence for a word that is no flag of a command. Go's own tools take one dash for long flags, too. */
export function unknownFlag(word: string, { flags, name }: KnownFlags): string {
  const near = flagMeant(word.replace(/=.*/s, '').replace(/^-+/, ''), flags);
  const help = `golint-leaks ${name === '' ? '' : `${name} `}--help lists those there are.`;
  return `the flag ${quoted(word)} is not known; ${near === undefined ? help : `did you mean --${near}?`}`;
}

function flagMeant(bare: string, table: FlagTable): string | undefined {
  if (bare.length < 2) return undefined;
  const other = Object.entries(table).find(([, { elsewhere }]) => elsewhere?.includes(bare));
  if (other) return other[0];
  return nearestWord(
    bare,
    Object.entries(table).flatMap(([name, { type }]) => (type === 'boolean' ? [name, `no-${name}`] : [name])),
  );
}
