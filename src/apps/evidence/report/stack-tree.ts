import type { StackNode, StackTree } from '../../../report/meta.ts';
import { waitWords } from '../explain/why.ts';
import type { OwnFrame, PlacedStack } from '../places/place-stacks.ts';
import type { Frame } from '../profile/profile.ts';

/** More nodes than a page can show. */
const MOST_NODES = 20_000;

interface Node extends Omit<StackNode, 'children' | 'count'> {
  count: number;
  readonly children: Map<string, Node>;
}

/** The stacks of all profiles as trees, one of goroutines and one of bytes in use, each where there are any. */
export function stackTrees(stacks: readonly PlacedStack[]): readonly StackTree[] {
  const isHeap = ({ profile }: PlacedStack): boolean => profile.kind === 'heap';
  const waiting = stacks.filter((each) => !isHeap(each));
  const hasAll = waiting.some(({ profile }) => profile.kind === 'goroutine');
  const counted = waiting.filter(({ profile }) => !hasAll || profile.kind === 'goroutine');
  return [
    { title: 'Goroutines', unit: 'goroutines' as const, roots: roots(counted, ({ stack }) => stack.count) },
    { title: 'Memory in use', unit: 'bytes' as const, roots: roots(stacks.filter(isHeap), ({ stack }) => stack.bytes) },
  ].filter((tree) => tree.roots.length > 0);
}

function roots(stacks: readonly PlacedStack[], weight: (stack: PlacedStack) => number): readonly StackNode[] {
  const root = node('', undefined, undefined);
  let room = MOST_NODES;
  for (const placed of stacks) {
    let at = root;
    for (const { frame, own, note } of steps(placed)) {
      const key = `${frame.func} ${frame.line} ${note ?? ''}`;
      const known = at.children.get(key);
      if (known === undefined && room-- <= 0) break;
      const next = known ?? node(shortName(frame.func), own, note);
      at.children.set(key, next);
      next.count += weight(placed);
      at = next;
    }
  }
  return finished(root).children;
}

function node(name: string, own: OwnFrame | undefined, note: string | undefined): Node {
  return {
    name,
    path: own?.path,
    line: own && (own.present?.line ?? own.frame.line),
    note,
    count: 0,
    children: new Map(),
  };
}

interface Step {
  readonly frame: Frame;
  readonly own: OwnFrame | undefined;
  readonly note: string | undefined;
}

/** The frames from the outermost on, where it started first. */
function steps({ stack, own, created, profile }: PlacedStack): readonly Step[] {
  const places = new Map(own.map((each) => [each.index, each]));
  const calls = stack.frames.map((frame, i): Step => {
    const isWaiting = i === 0 && profile.kind !== 'heap' && stack.wait !== 'unknown';
    return { frame, own: places.get(i), note: isWaiting ? waitWords(stack.wait) : undefined };
  });
  const start: readonly Step[] = stack.created ? [{ frame: stack.created, own: created, note: 'starts' }] : [];
  return [...start, ...calls.toReversed()];
}

/** `http.(*persistConn).readLoop` */
function shortName(func: string): string {
  const paren = func.indexOf('(');
  return func.slice(func.lastIndexOf('/', paren === -1 ? func.length : paren) + 1);
}

function finished({ children, ...rest }: Node): StackNode {
  return { ...rest, children: [...children.values()].map(finished) };
}
