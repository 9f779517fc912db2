import { wordsOfName } from '../../../model/names/entity-name.ts';
import type { DeclInfo, TypeName } from '../../../model/info.ts';
import { loopAround } from '../../../model/code/loop-around.ts';
import { referencesTo } from '../../../model/names/references.ts';
import type { PackageModel } from '../../../model/package-model.ts';
import { constructions } from '../../../model/types/singleton.ts';
import type { Node } from '../../../syntax/ast.ts';
import { takesRequest } from '../../../facts/brought.ts';
import { multiplicityAt } from '../../../facts/multiplicity.ts';
import type { Container } from './container.ts';
import type { Context } from '../context.ts';

/** How many callers up the functions are followed that make a value. */
const callerDepth = 3;

/**
 * Whether the values of a type that goroutines share are made once for a program, as far as this package shows: by
 * functions that serve no requests themselves, outside of loops, and are not called by such, nor by methods of what
 * there may be many of.
 */
export function isService(type: TypeName, { model }: Context): boolean {
  const { name } = type.spec.name;
  if (passing.test(name) || standIn.test(name) || tool.test(type.info.file.inProject)) return false;
  const made = constructions(type, model);
  return made.length > 0 && made.every(({ node, info }) =>
    // a field is part of another value, of which there may be many
    node.kind !== 'Field' && isMadeOnceAt(node, info, model, callerDepth));
}

/**
 * Whether the module shows that values of a type are made again and again, as by handlers of other packages that call
 * its constructor.
 */
export function isMadeAgain(type: TypeName, { model }: Context): boolean {
  return constructions(type, model).some(({ node, info }) =>
    ['per-request', 'per-pass', 'test-only'].includes(multiplicityAt(node, info)),
  );
}

function isMadeOnceAt(node: Node, info: DeclInfo, model: PackageModel, depth: number): boolean {
  const { decl } = info;
  if (decl.kind !== 'FuncDecl') return true;
  if (decl.recv || !isOnce(node, info)) return false;
  return (
    depth === 0
    || referencesTo(decl, info, model).every(
      (each) => each.info === info || isMadeOnceAt(each.expr, each.info, model, depth - 1),
    )
  );
}

/** Types, by the end of their name, of what is there for one connection, one job or one run of a command. */
const passing = new RegExp(
  `(?:${[
    'session', 'conn', 'connection', 'client', 'stream', 'peer', 'request', 'context', 'job', 'task', 'query', 'process',
    'transaction', 'tx', 'command', 'cmd', 'build', 'builder', 'parser', 'scanner', 'compiler', 'generator', 'migrat(?:or|ion)',
    'import(?:er)?', 'reader', 'writer', 'runner', 'executor', 'simulator', 'simulation', 'suite', 'mock', 'fake', 'test', 'game',
    'room', 'match', 'transfer', 'download(?:er)?', 'upload(?:er)?', 'call', 'dialer', 'crawler', 'analyzer', 'linter',
    'benchmark', 'plugin', 'action',
  ].join('|')})$`,
  'i',
);
/** Types, by the last word of their name, of what there is one of in a program that serves. */
const lasting: readonly string[] = [
  'server', 'service', 'svc', 'manager', 'mgr', 'controller', 'limiter', 'throttler', 'cache', 'pool', 'store', 'storage',
  'provider', 'handler', 'proxy', 'emitter', 'tracker', 'dispatcher', 'registry', 'network', 'updater', 'directory', 'hub',
  'broker', 'engine', 'node', 'app', 'api', 'gateway', 'router', 'monitor', 'daemon', 'backend', 'listener', 'resolver',
  'balancer', 'authenticator', 'authorizer', 'deduplicator', 'db', 'database', 'repository', 'repo', 'ledger', 'mempool',
  'watcher', 'middleware', 'breaker', 'relay', 'bot', 'driver', 'faucet', 'publisher', 'notifier', 'processor',
];

/** Whether the value that a container is part of lives, by the name of its type, as long as a program that serves. */
export function isLasting({ owner }: Container): boolean {
  if (owner?.kind !== 'TypeName') return false;
  return lasting.includes((wordsOfName(owner.spec.name.name).at(-1) ?? '').replace(/s$/, ''));
}

/** Folders of programs that people run by hand, which end, and of what stands in for a database while trying out. */
const tool = /(?:^|\/)(?:commands?|cli|[a-z]*ctl|(?:in)?mem(?:ory)?)\//;
const standIn = /^(?:[Ii]n)?[Mm]em(?:ory)?(?![a-z])/;

/** Whether a place is in no loop and in no function that serves a request. */
function isOnce(node: Node, info: DeclInfo): boolean {
  if (loopAround(node, info)) return false;
  for (let func = info.enclosingFunc(node); func; func = info.enclosingFunc(func)) {
    if (takesRequest(func, info) || loopAround(func, info)) return false;
  }
  return true;
}
