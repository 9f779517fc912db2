import type { Choices } from './choices.ts';
import type { Line, Program } from './program.ts';
import type { Resource } from './resource.ts';

/** A variable in sight that holds, or may hold, the resource. */
interface Holder {
  readonly name: string;
  /** Whether it may be nil: it is asked before it is used, else the program panics, and that is no way out. */
  readonly optional: boolean;
  /** The condition under which it is not nil, where that stays the same. */
  readonly when: string | undefined;
  /**
   * Whether it belongs to a function around. A literal that releases it counts for golint-leaks as releasing it on all
   * its paths, and one that assigns to it puts it out of sight (rule.md, Limits), so both stay out of literals here,
   * but for a release that cannot be missed.
   */
  readonly outer: boolean;
}

/** What the statement that comes next may refer to. */
interface Scope {
  readonly holders: readonly Holder[];
  /**
   * Statements around that `break` may leave, innermost last; a loop can be continued too. Ends at a function literal.
   */
  readonly around: readonly { readonly label: string; readonly loop: boolean }[];
  /** Labels behind the blocks around. */
  readonly ahead: readonly string[];
  /** Those declared in the innermost block, which cannot be declared again there. */
  readonly here: readonly string[];
  /**
   * Whether a range loop is around. What is handed on in one counts for golint-leaks as handed on in any case, because
   * there will be something to range over (src/engines/obligation/ways/foregone.ts): so it is not done there.
   */
  readonly ranged: boolean;
  /** How deep it stands, in tabs. */
  readonly depth: number;
  /** The function itself, a literal that is called on the spot, or one that is started as a goroutine. */
  readonly inside: 'function' | 'literal' | 'goroutine';
}

/** How deep statements nest. */
const MAX_DEPTH = 4;

/**
 * A random function in which the resource is acquired, used and perhaps released. Acquisitions are numbered from
 * `firstId` on.
 */
export function generate(choices: Choices, resource: Resource, name: string, firstId: number): Program {
  let id = firstId;
  let fresh = 0;
  let budget = 4 + choices.below(14);
  /**
   * The parameters of the function that are still to be asked for. Each guards one acquisition and its releases: that
   * golint-leaks believes in. Asked twice for other things they would make paths that cannot be taken, as behind
   * `if a { return }` and a later `if a {`, which it does not know: values are not computed (rule.md, Limits).
   */
  const flags = ['a', 'b'];
  /** What a goroutine knows is not assigned to any more: which value the goroutine sees is for its timing to tell. */
  const shared = new Set<string>();
  const { below, percent, pick } = choices;

  /**
   * Those for which the function has been left where they are nil: asked again, that is known, but not to golint-leaks.
   */
  const tested = new Set<string>();

  /**
   * A program either panics or gives variables a second resource. The first one is lost at once, which golint-leaks
   * says, but where a panic comes behind, no complete run shows it.
   */
  const mayPanic = percent(50);

  const line = (scope: Scope, shown: string, run = shown): Line => ({ depth: scope.depth, shown, run });
  const inner = (scope: Scope): Scope => ({ ...scope, depth: scope.depth + 1 });
  const ask = (): string => {
    const kind = below(10);
    if (kind < 2) return `err := try(${fresh++}); err != nil`;
    if (kind < 3) return `ask(${fresh++}) ${pick(['&&', '||'])} ${pick(['', '!'])}ask(${fresh++})`;
    return kind < 4 ? `!(ask(${fresh++}))` : `ask(${fresh++})`;
  };

  function block(outer: Scope, size: number): readonly Line[] {
    const lines: Line[] = [];
    let scope: Scope = { ...outer, here: [] };
    for (let count = 0; count < size && budget > 0; count++) {
      budget--;
      const [next, statement] = one(scope);
      lines.push(...statement);
      scope = next;
    }
    return lines;
  }

  function one(scope: Scope): readonly [Scope, readonly Line[]] {
    const holder = pick(scope.holders);
    const kind = below(100);
    if (holder === undefined || kind < 14) return acquisition(scope);
    if (kind < 46) return [scope, simple(scope, holder)];
    if (kind < 62) return [scope, leaving(scope)];
    return [scope, scope.depth > MAX_DEPTH ? simple(scope, holder) : compound(scope)];
  }

  /**
   * A channel, and a goroutine that ranges over it. In the run the goroutine does nothing: at the end the channel is
   * asked whether it is closed.
   */
  function rangedOver(scope: Scope): readonly [Scope, readonly Line[]] {
    const name = `t${fresh++}`;
    const next = withHolder(scope, { name, optional: false, when: undefined, outer: false });
    const release = percent(50) ? [line(scope, `defer ${resource.release(name)}`)] : [];
    const body = inner(scope);
    const range = { ...line(body, `for range ${name} {`, 'for range 0 {'), acquires: id };
    const reader = called(scope, 'go func() {', [range, line(inner(body), 'work()'), line(body, '}')], 'func() {');
    const made = line(scope, `${name} := make(chan int)`, resource.acquire(name, id++, ':='));
    return [next, [made, ...release, ...reader, line(scope, resource.use(name))]];
  }

  function withHolder(scope: Scope, holder: Holder): Scope {
    const others = scope.holders.filter(({ name }) => name !== holder.name);
    return { ...scope, holders: [...others, holder], here: [...scope.here, holder.name] };
  }

  /** Some are declared first and filled on one branch, as one does for what is optional. */
  function acquisition(scope: Scope): readonly [Scope, readonly Line[]] {
    if (resource.isRangedOver) return rangedOver(scope);
    const old = pick(scope.holders);
    const mayAssign = old && !mayPanic && !old.outer && !old.when && !shared.has(old.name);
    if (mayAssign && percent(25)) return [scope, [acquired(scope, old.name, '=')]];
    const name = old && !shared.has(old.name) && !scope.here.includes(old.name) && percent(15) ? old.name : `t${fresh++}`;
    const flag = percent(25) ? flags.at(-1) : undefined;
    const optional = flag !== undefined || (!resource.releasedByMention && percent(15));
    const when = flag === undefined ? undefined : flags.pop();
    const holder: Holder = { name, optional, when, outer: false };
    const next = withHolder(scope, holder);
    if (!optional) return [next, [acquired(scope, name, ':='), ...failed(scope, name), line(scope, (resource.firstUse ?? resource.use)(name))]];
    const filled = [line(scope, `if ${when ?? ask()} {`), acquired(inner(scope), name, '='), line(scope, '}')];
    return [next, [line(scope, `var ${name} ${resource.type}`), ...filled, ...asked(next, holder, (resource.firstUse ?? resource.use)(name))]];
  }

  /** What one does about the error first: there is nothing to release. */
  function failed(scope: Scope, name: string): readonly Line[] {
    const error = resource.error?.(name);
    return error === undefined ? [] : [line(scope, `if ${error} != nil {`), line(inner(scope), 'return'), line(scope, '}')];
  }

  function acquired(scope: Scope, holder: string, operator: ':=' | '='): Line {
    return { ...line(scope, resource.acquire(holder, id, operator)), acquires: id++ };
  }

  /**
   * The statement, below the question whether there is anything where that is not sure; now and then where it is, too.
   */
  function asked(scope: Scope, { name, optional, when }: Holder, statement: string): readonly Line[] {
    if (!optional && (resource.releasedByMention || percent(85))) return [line(scope, statement)];
    const byFlag = when !== undefined && (resource.releasedByMention || percent(60));
    return [line(scope, byFlag ? `if ${when} {` : `if ${name} != nil {`), line(inner(scope), statement), line(scope, '}')];
  }

  function simple(scope: Scope, holder: Holder): readonly Line[] {
    if (resource.isRangedOver) return [line(scope, resource.use(holder.name))];
    const { name } = holder;
    const release = resource.release(name);
    const kind = below(12);
    if (kind > 10 && !resource.releasedByMention && !holder.outer && holder.optional && !tested.has(name)) {
      tested.add(name);
      return [line(scope, `if ${name} == nil {`), line(inner(scope), 'return'), line(scope, '}')];
    }
    const look = kind % 2 && !resource.releasedByMention ? `look(${name})` : resource.use(name);
    if (holder.outer || kind > 8) return asked(scope, holder, look);
    if (kind < 3) return asked(scope, holder, release);
    if (kind < 5) return asked(scope, holder, `defer ${release}`);
    if (kind < 6) return called(scope, percent(65) ? 'defer func() {' : 'func() {', asked(inner(scope), unconditional(holder), release));
    if (kind < 7 && resource.releasedByMention && scope.ranged) return [];
    if (kind < 7) return asked(scope, holder, `halt(${name})`);
    if (kind < 8 && !resource.releasedByMention) return named(scope, holder, release);
    return resource.mayBeKept && !scope.ranged && percent(30) ? kept(scope, holder) : [];
  }

  function kept(scope: Scope, holder: Holder): readonly Line[] {
    const lines = asked(scope, holder, `kept = append(kept, ${holder.name})`);
    return lines.map((each) => ({ ...each, run: each.run.replace('kept = append(kept, ', 'keep(') }));
  }

  /** A closure with a name, which is called at once, at the end, or under a condition. */
  function named(scope: Scope, holder: Holder, release: string): readonly Line[] {
    const name = `f${fresh++}`;
    const closure = [line(scope, `${name} := func() {`), ...asked(inner(scope), unconditional(holder), release), line(scope, '}')];
    const call = pick([`${name}()`, `defer ${name}()`]) ?? '';
    if (percent(70)) return [...closure, line(scope, call)];
    return [...closure, line(scope, `if ${ask()} {`), line(inner(scope), call), line(scope, '}')];
  }

  /**
   * In a literal only nil is asked for: other conditions in it are not seen (missed/condition-in-deferred-closure.go).
   */
  function unconditional(holder: Holder): Holder {
    return resource.releasedByMention ? holder : { ...holder, when: undefined };
  }

  function called(scope: Scope, head: string, body: readonly Line[], run = head): readonly Line[] {
    return [line(scope, head, run), ...body, line(scope, '}()')];
  }

  function leaving(scope: Scope): readonly Line[] {
    const target = pick(scope.around);
    const whole = jump();
    // Most jumps stand below a condition: what follows them would be dead otherwise.
    return percent(85) ? [line(scope, `if ${ask()} {`), { ...whole, depth: scope.depth + 1 }, line(scope, '}')] : [whole];

    function jump(): Line {
      const kind = below(12);
      const last = scope.ahead.at(-1);
      if (target && kind < 4) return line(scope, percent(50) && target === scope.around.at(-1) ? 'break' : `break ${target.label}`);
      if (target?.loop && kind < 7) return line(scope, `continue ${target.label}`);
      if (last !== undefined && kind < 8) return line(scope, `goto ${last}`);
      if (kind === 8 && mayPanic && scope.inside !== 'goroutine') return line(scope, 'panic("no way on")', 'notePanic()');
      if (kind === 9 && scope.inside === 'function') return line(scope, 'runtime.Goexit()');
      return line(scope, 'return');
    }
  }

  function compound(scope: Scope): readonly Line[] {
    const kind = below(16);
    const size = 1 + below(4);
    if (kind < 5) return branch(scope, size);
    if (kind < 9) return loop(scope, size);
    if (kind < 11) return switched(scope);
    if (kind < 13) return selected(scope);
    if (kind < 14) return literal(scope, size);
    if (kind < 15 && scope.inside === 'function') return goroutine(scope, size);
    return jumped(scope, size);
  }

  function branch(scope: Scope, size: number): readonly Line[] {
    const otherwise = percent(50) ? [line(scope, percent(25) ? `} else if ${ask()} {` : '} else {'), ...block(inner(scope), size)] : [];
    return [line(scope, `if ${ask()} {`), ...block(inner(scope), size), ...otherwise, line(scope, '}')];
  }

  function loop(scope: Scope, size: number): readonly Line[] {
    const label = `L${fresh++}`;
    const passes = `count(${fresh++})`;
    const head = pick([`for ask(${fresh++}) {`, 'for {', `for range ${passes} {`, `for i := 0; i < len(${passes}); i++ {`]) ?? '';
    const ranged = scope.ranged || head.startsWith('for range');
    const body = { ...inner(scope), around: [...scope.around, { label, loop: true }], ranged };
    // An endless loop gets a way out: what the runtime does behind one that has none is not to be seen.
    const leave = percent(50) ? 'break' : 'return';
    const out = head === 'for {' ? [line(body, `if ask(${fresh++}) {`), line(inner(body), leave), line(body, '}')] : [];
    return [labelled(scope, label), line(scope, head), line(body, 'work()'), ...block(body, size), ...out, line(scope, '}')];
  }

  function switched(scope: Scope): readonly Line[] {
    const label = `L${fresh++}`;
    const arm = { ...inner(scope), around: [...scope.around, { label, loop: false }] };
    const tagged = percent(30);
    const head = tagged ? `switch number(${fresh++}) {` : 'switch {';
    const cases = Array.from({ length: 1 + below(3) }, (_, index) => [
      line(scope, tagged ? `case ${index}:` : `case ask(${fresh++}):`),
      ...block(arm, 1 + below(3)),
      ...(percent(15) ? [line(arm, 'fallthrough')] : []),
    ]);
    const otherwise = percent(70) ? block(arm, 2) : [];
    return [labelled(scope, label), line(scope, head), ...cases.flat(), line(scope, 'default:'), ...otherwise, line(scope, '}')];
  }

  /** In the run a switch stands for the select: it chooses as the vector of decisions says. */
  function selected(scope: Scope): readonly Line[] {
    const label = `L${fresh++}`;
    const arm = { ...inner(scope), around: [...scope.around, { label, loop: false }] };
    const count = 1 + below(3);
    const sure = resource.package === 'time' ? scope.holders.filter(({ optional }) => !optional) : [];
    const ticker = pick(sure)?.name;
    const arms = Array.from({ length: count }, (_, index) => {
      const channel = index === 0 && ticker !== undefined ? `${ticker}.C` : `channel(${fresh++})`;
      return [line(scope, `case <-${channel}:`, `case ${index}:`), ...block(arm, 1 + below(3))];
    });
    const otherwise = percent(30) ? [line(scope, 'default:'), ...block(arm, 1)] : [];
    const choices = count + (otherwise.length > 0 ? 1 : 0);
    return [labelled(scope, label), line(scope, 'select {', `switch choose(${choices}) {`), ...arms.flat(), ...otherwise, line(scope, '}')];
  }

  function literal(scope: Scope, size: number): readonly Line[] {
    return called(scope, 'func() {', block(inLiteral(scope, 'literal'), size));
  }

  /** In the run the goroutine comes to its end on the spot. It may take the duty for one of the variables. */
  function goroutine(scope: Scope, size: number): readonly Line[] {
    const body = inLiteral(scope, 'goroutine');
    for (const { name } of scope.holders) shared.add(name);
    const taken = pick(scope.holders.filter((holder) => !holder.outer));
    const takes = taken && !resource.isRangedOver && percent(60);
    const release = takes ? asked(body, unconditional(taken), `defer ${resource.release(taken.name)}`) : [];
    const rest = block(resource.takenByGoroutine ? { ...body, holders: [] } : body, size);
    return called(scope, 'go func() {', [...release, ...rest], 'func() {');
  }

  function inLiteral(scope: Scope, inside: Scope['inside']): Scope {
    return { ...inner(scope), holders: scope.holders.map((holder) => ({ ...holder, outer: true })), around: [], ahead: [], inside };
  }

  /** A block with a label behind it, or in front of it. */
  function jumped(scope: Scope, size: number): readonly Line[] {
    const label = `L${fresh++}`;
    if (percent(70)) {
      const body = { ...inner(scope), ahead: [...scope.ahead, label] };
      return [line(scope, '{'), ...block(body, size), line(scope, '}'), labelled(scope, label), line(scope, 'work()')];
    }
    const again = [line(scope, `if ask(${fresh++}) {`), line(inner(scope), `goto ${label}`), line(scope, '}')];
    const body = [line(inner(scope), 'work()'), ...block(inner(scope), size)];
    return [labelled(scope, label), line(scope, '{'), ...body, line(scope, '}'), ...again];
  }

  function labelled(scope: Scope, label: string): Line {
    return { ...line(scope, `${label}:`), label };
  }

  const top: Scope = { holders: [], here: [], around: [], ahead: [], ranged: false, depth: 1, inside: 'function' };
  const recovers = percent(5) ? [line(top, 'defer func() { _ = recover() }()')] : [];
  const body = [...recovers, ...block(top, 12)];
  return { name, lines: body };
}
