import { joined } from '../../../host/paths.ts';
import { slashed } from './checkout.ts';

/**
 * Where the user says that paths of a profile lie: those at and below `from` (with `/`) are at and below `to`
 * (absolute).
 */
export interface PathMap {
  readonly from: string;
  readonly to: string;
}

/** Where a path of a profile lies by the longest beginning that is mapped: absolute; undefined where none is. */
export function mapped(path: string, maps: readonly PathMap[]): string | undefined {
  const plain = slashed(path);
  const [best] = maps
    .filter(({ from }) => plain === from || plain.startsWith(from.endsWith('/') ? from : `${from}/`))
    .toSorted((a, b) => b.from.length - a.from.length);
  return best && joined(best.to, plain.slice(best.from.length));
}
