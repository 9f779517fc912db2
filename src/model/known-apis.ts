import type { Type } from './type.ts';

const ticker: Type = { kind: 'Foreign', path: 'time', name: 'Ticker' };
const timer: Type = { kind: 'Foreign', path: 'time', name: 'Timer' };
const timeChannel: Type = { kind: 'Chan', dir: 'recv', elem: { kind: 'Foreign', path: 'time', name: 'Time' } };

/** The result types of functions of other packages that rules speak of (pkg.go.dev/time). */
export const knownResults: Readonly<Record<string, readonly Type[]>> = {
  'time.NewTicker': [{ kind: 'Pointer', elem: ticker }],
  'time.NewTimer': [{ kind: 'Pointer', elem: timer }],
  'time.AfterFunc': [{ kind: 'Pointer', elem: timer }],
  'time.Tick': [timeChannel],
  'time.After': [timeChannel],
};

/** The types of fields of foreign types that rules speak of. */
export const knownFields: Readonly<Record<string, Type>> = {
  'time.Ticker.C': timeChannel,
  'time.Timer.C': timeChannel,
};
