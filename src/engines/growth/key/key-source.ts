import { multiplicityAt } from '../../../facts/multiplicity.ts';
import { sourcesOf } from '../../../facts/origin.ts';
import type { DeclInfo } from '../../../model/info.ts';
import { typeOf } from '../../../model/types/type-of.ts';
import type { Expr, Node } from '../../../syntax/ast.ts';
import type { Container } from '../container/container.ts';
import type { Context } from '../context.ts';
import { inEndlessLoop } from '../endless-loop.ts';
import { isIntegerKey, isOfClosedType, keyKind } from './key-kind.ts';
import { subjectOf } from './leaf-meaning.ts';

/** Whether a key could be another one each time, as far as its own type and form say: asked before it is followed. */
export function mayComeAnew(key: Expr, info: DeclInfo, container: Container, context: Context): boolean {
  return key.kind !== 'BasicLit' && !isOfClosedType(key, info, container, context);
}

/**
 * Whether a client decides what a key is: neither one of a few words that a request has, nor one that was found among
 * known ones.
 */
export function isOfClient(key: Expr, info: DeclInfo): boolean {
  const sources = sourcesOf(key, info);
  return sources.has('request') || sources.has('connection');
}

/**
 * What brings ever new keys: a `client`, with each request or connection that is accepted, a `connection` that is not
 * seen to be accepted, or a `pass` of a loop that does not end. Undefined where that does not show, or what a client
 * sends is, by its name, one of those that somebody configured.
 */
export function sourceOfKey(
  key: Expr,
  node: Node,
  info: DeclInfo,
  container: Container,
  context: Context,
): 'client' | 'connection' | 'pass' | undefined {
  const sources = sourcesOf(key, info);
  const isInteger = isIntegerKey(key, info, container);
  const sent = sources.has('request') ? 'client' : sources.has('connection') ? 'connection' : undefined;
  if (sent && !isInteger && (sources.has('peer') || isInvented(key, info, container, context))) return sent;
  const isPointer = [container.key, typeOf(key, info, context.model)].some((type) => type?.kind === 'Pointer');
  if (!sources.has('fresh') && !(sources.has('made') && isPointer)) return undefined;
  const often = multiplicityAt(node, info);
  if (often === 'per-request') return 'client';
  return often === 'per-pass' || inEndlessLoop(node, info) ? 'pass' : undefined;
}

/** Whether a client may send anything for a key: whatever is no setting by its name, and what it may ask for. */
function isInvented(key: Expr, info: DeclInfo, container: Container, context: Context): boolean {
  const { kind, part } = keyKind(key, info, container, context);
  return kind !== 'setting' || invented.includes(subjectOf(part) ?? '');
}

/** What a client asks for by name, though there are few of those names where somebody configures them. */
const invented: readonly string[] = [
  'path', 'host', 'hostname', 'url', 'uri', 'file', 'dir', 'pattern', 'regex', 'regexp', 'language', 'lang', 'locale', 'label', 'tag',
  'topic', 'channel', 'symbol',
];
