import type { FactByKind, ProseOf } from './prose.ts';

/** The words of containers that only grow. */
export const growthProse: ProseOf<'only-grows' | 'lost-value'> = {
  'only-grows': {
    message: ({ container, by, manner, key, more, finalizer, exported }) => [
      `${container.noun} "${container.name}" only grows: ${by}`
        + ` ${put(manner, key)}${more === 0 ? '' : ` (so ${more === 1 ? 'does one other place' : `do ${more} other places`})`},`
        + ' and nothing in this package removes entries',
      ...(finalizer === undefined
        ? []
        : [
            '; ',
            { words: `the finalizer at line ${finalizer}`, line: finalizer },
            ' never runs, because the map keeps the value reachable',
          ]),
      ...(exported ? ['; other packages could'] : []),
    ],
    fix: ({ container, key }) =>
      key === undefined
        ? `Drop the old elements of "${container.name}" where they are no longer needed, or keep only so many of them.`
        : `Delete the entry where the life of ${key} ends, give "${container.name}" a bound or its entries a time to live,`
          + ' or keep the value in what it belongs to.',
  },
  'lost-value': {
    message: ({ container, value, key }) => [
      `${value} is made on every call of LoadOrStore: when ${key} is already in "${container}", nobody holds it,`
        + ' and what it has started goes on',
    ],
    fix: ({ value }) =>
      `Load first and make ${value} only where the key is missing; where LoadOrStore says loaded, stop or close the one it did not take.`,
  },
};

function put(manner: FactByKind['only-grows']['manner'], key: string | undefined): string {
  if (key === undefined) return 'appends to it';
  return { stores: `stores under ${key}`, appends: `appends under ${key}`, counts: `counts under ${key}` }[manner];
}
