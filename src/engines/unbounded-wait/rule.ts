import type { Seeks } from '../../findings/evidence.ts';
import type { RuleMeta } from '../../spec.ts';
import type { Need } from '../need.ts';
import { lastName, packageOf, words } from '../need.ts';

/** Calls that wait for a peer with nothing to bound the wait. */
export interface UnboundedWait extends RuleMeta {
  readonly engine: 'unbounded-wait';
  /**
   * Functions and methods that shake hands, and the place of the connection among the arguments; -1 where it is the
   * receiver.
   */
  readonly handshakes: Readonly<Record<string, number>>;
  /**
   * Functions that dial as a configuration tells them: its place among the arguments, and the field with the timeout.
   */
  readonly configured: Readonly<Record<string, { readonly argument: number; readonly field: string }>>;
  /** Functions that dial a network and an address, their first arguments, without any timeout. */
  readonly dials: readonly string[];
  /**
   * Types of which a literal without any of these fields dials without a timeout; worth a word in a literal of the type
   * `within`, where that lacks the field that would bound all it does.
   */
  readonly literals: Readonly<
    Record<string, { readonly fields: readonly string[]; readonly within: string; readonly bound: string }>
  >;
  /**
   * The field, of literals of these types, that switches keep-alive off where it is negative, and the methods that do
   * so with `false`.
   */
  readonly keepAlive: {
    readonly types: readonly string[];
    readonly field: string;
    readonly methods: readonly string[];
  };
}

/** The rule without the data that can only lead to findings which are not sought. */
export function soughtWait(rule: UnboundedWait, seeks: Seeks): UnboundedWait {
  return seeks('used-to-dial')
    ? rule
    : { ...rule, literals: {}, keepAlive: { ...rule.keepAlive, types: [], methods: [] } };
}

/** What a package must hold for a call of the rule to be in it. */
export function needsOfWait({
  handshakes,
  configured,
  dials,
  literals,
  keepAlive: { types, methods },
}: UnboundedWait): Need {
  const names = [
    ...[handshakes, configured, literals].flatMap((each) => Object.keys(each)),
    ...dials,
    ...types,
    ...methods,
  ];
  return names.map((name) => ({ anywhere: [{ kind: 'import', anyOf: [packageOf(name)] }, words(lastName(name))] }));
}
