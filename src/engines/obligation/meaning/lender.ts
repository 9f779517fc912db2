import type { CallExpr, Expr } from '../../../syntax/ast.ts';
import type { Context } from '../context.ts';
import type { Hold } from '../hold/hold.ts';
import { calledName, lastWord } from '../../../syntax/last-word.ts';

/** What sends the file that stands in a literal: SDKs leave it open, while HTTP closes what it is given as it is. */
const senders = ['Upload', 'PutObject'];

/** What gives something that may go on reading: as good as a wrapper, where that goes no further. */
const readers = /^(?:Parse|Load|Scan|Compile|Extract|Run|Eval)(?![a-z])/;

/**
 * Whether a call of a function out of sight only uses what it is given, by its name: `ParseZone`, `decodeJSON`, or
 * gives a wrapper that owns nothing: `NewEventReader`. One whose name speaks of an end is not meant, nor one with a
 * context: it may send a request, which closes its body.
 */
export function lends(
  call: CallExpr,
  hold: Hold,
  { rule: { lenders }, believing }: Context,
): 'uses' | 'wraps' | undefined {
  const name = calledName(call);
  if (name === '' || !lenders || /close|drain|consume|finish|release/i.test(name)) return undefined;
  if (hold !== 'literal' && call.args.some(isContext)) return undefined;
  if (/^New\w*(?:Reader|Scanner|Decoder|Encoder|Writer|Lexer|Parser)$/.test(name)) return 'wraps';
  const plain = name.charAt(0).toUpperCase() + name.slice(1);
  const verbs = [...lenders.verbs, ...(hold === 'literal' ? senders : [])];
  if (!verbs.some((verb) => plain.startsWith(verb) && !/^[a-z]/.test(plain.slice(verb.length)))) return undefined;
  return believing === 'names' && readers.test(plain) ? 'wraps' : 'uses';
}

function isContext(argument: Expr): boolean {
  return (
    /ctx$|context$/i.test(lastWord(argument))
    || (argument.kind === 'CallExpr' && /^(?:Background|TODO|Context)$/.test(calledName(argument)))
  );
}
