import type { CallExpr } from '../../syntax/ast.ts';
import type { Obligation } from '../../spec.ts';

/**
 * Whether a call of a function out of sight only uses what it is given, by its name: `ParseZone`, `decodeJSON`, or gives a
 * wrapper that owns nothing: `NewEventReader`. One whose name speaks of an end is not meant.
 */
export function lends(call: CallExpr, { lenders }: Obligation): 'uses' | 'wraps' | undefined {
  const name = calledWord(call);
  if (name === undefined || !lenders || /close|drain|consume|finish|release/i.test(name)) return undefined;
  if (/^New\w*(?:Reader|Scanner|Decoder|Encoder|Writer|Lexer|Parser)$/.test(name)) return 'wraps';
  const plain = name.charAt(0).toUpperCase() + name.slice(1);
  return lenders.verbs.some((verb) => plain.startsWith(verb) && !/^[a-z]/.test(plain.slice(verb.length))) ? 'uses' : undefined;
}

function calledWord({ fun }: CallExpr): string | undefined {
  if (fun.kind === 'SelectorExpr') return fun.sel.name;
  return fun.kind === 'Ident' ? fun.name : undefined;
}
