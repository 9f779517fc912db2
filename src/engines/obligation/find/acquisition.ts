import type { CallExpr, UnaryExpr } from '../../../syntax/ast.ts';
import type { Belief } from '../../../findings/evidence.ts';
import type { DeclInfo } from '../../../model/info.ts';
import type { Owner } from '../hold/hold.ts';

/** A call that gives a resource to whoever calls, or a receive operation: here a duty begins. */
export interface Acquisition {
  readonly call: CallExpr | UnaryExpr;
  readonly info: DeclInfo;
  /** The function called, for the message: `time.NewTicker`, `newTicker`. */
  readonly name: string;
  /** Which of the call's results is the resource. */
  readonly result: number;
  /** What is believed of it. */
  readonly beliefs: readonly Belief[];
  /** Where what it gives is an owner: which of its fields has the resource. Left out: it gives the resource itself. */
  readonly owner?: Owner | undefined;
  /** Set where it gives no more than the part that is to be released, such as the body of a response. */
  readonly hold?: 'part' | undefined;
  /** Whether the call is only recognised by its method's name. */
  readonly lookalike: boolean;
  /** The function of another package that hands the resource out; undefined where none does. */
  readonly giver?: DeclInfo;
}
