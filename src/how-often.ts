import { isBounded, isUnbounded, multiplicityAt, multiplicityOf } from './facts/multiplicity.ts';
import type { Fact } from './findings/fact.ts';
import type { Draft } from './findings/finding.ts';
import type { DeclInfo, PackageModel } from './model/info.ts';
import type { Node } from './syntax/ast.ts';
import { testFolders, triedFolders } from './knowledge/folders.ts';
import { tokenFrom } from './syntax/token/tokens.ts';
import { walk } from './syntax/walk.ts';

/**
 * Findings about what is lost each time their place is passed: what is passed once in a process, or only by tests, does
 * no harm.
 */
const lostEachTime: ReadonlySet<Fact['kind']> = new Set([
  'missed-exit', 'no-handle', 'each-pass', 'overwritten', 'stale-defer', 'field-never-released', 'owner-dropped',
  'container-never-released', 'pending-each-pass', 'transport-dropped', 'signal-left-registered',
]);

/**
 * Findings about a place where a function, or the goroutine that runs it, stays for ever: however often it comes round
 * before.
 */
const stuck: ReadonlySet<Fact['kind']> = new Set([
  'blocked-send', 'surplus-send', 'unread-send', 'send-before-receiver', 'blocked-receive', 'unfed-return', 'context-wait', 'handshake-unbounded', 'dial-unbounded',
]);

/**
 * Whether what counts is how often the function runs: what waits does not come round, what is deferred ends with it,
 * and what is only lost on the way out is lost once.
 */
function isOfFunction({ fact, evidence }: Draft): boolean {
  return evidence.perRun === true || stuck.has(fact.kind) || (fact.kind === 'deferred-in-loop' && fact.loop === 'ends');
}

/**
 * A finding with how often its place is passed, by all callers that the module shows, where its own function does not
 * tell. Asks the module, and so only for what is found and would not be a note anyhow.
 */
export function withOften(draft: Draft, model: PackageModel): Draft {
  const { evidence, fact: { kind } } = draft;
  if (evidence.relief !== undefined || evidence.often === 'few') return draft;
  const path = model.files.find(({ source }) => source.path === draft.location.path)?.inProject ?? '';
  if (testFolders.test(path)) return { ...draft, evidence: { ...evidence, often: 'test-only' } };
  if (triedFolders.test(path)) return { ...draft, evidence: { ...evidence, relief: 'program-ends' } };
  if (!lostEachTime.has(kind) && !isOfFunction(draft)) return draft;
  const place = placeOf(draft, model);
  const func = place && isOfFunction(draft) ? place.info.enclosingFunc(place.node) : undefined;
  const ends = evidence.often === 'unknown' ? undefined : isUnbounded;
  const often = place && (func ? multiplicityOf(func, place.info, ends) : multiplicityAt(place.node, place.info, ends));
  if (often === undefined) return draft;
  const isKnown =
    isBounded(often) || often === 'test-only' || (often === 'per-request' && evidence.often === 'unknown');
  return isKnown ? { ...draft, evidence: { ...evidence, often } } : draft;
}

function placeOf(
  { location }: Draft,
  model: PackageModel,
): { readonly node: Node; readonly info: DeclInfo } | undefined {
  const file = model.files.find(({ source }) => source.path === location.path);
  const at = file?.source.lines.offset(location);
  const info = file && at !== undefined ? model.declarationAt(file, tokenFrom(file.source.tokens, at)) : undefined;
  const node = info && at !== undefined ? innermostAt(info, at) : undefined;
  return info && node && { node, info };
}

/**
 * The outermost of the innermost nodes that begin at an offset, so that a goroutine's call is not taken for its
 * function.
 */
function innermostAt(info: DeclInfo, at: number): Node | undefined {
  let found: Node | undefined;
  walk(info.decl, (node) => {
    if (at < node.pos || node.end <= at) return false;
    if (found?.pos !== at) found = node;
    return true;
  });
  return found;
}
