import { plainEvidence } from '../../findings/evidence.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import { step } from '../../findings/step.ts';
import { lineOf } from '../../model/line-of.ts';
import { shownText, textOf } from '../../model/text-of.ts';
import type { DeclInfo, ModelFile } from '../../model/info.ts';
import type { Node } from '../../syntax/ast.ts';
import { isTryingOut } from './container/short-lived.ts';
import type { Container } from './container/container.ts';
import { heldBy, namesContainer } from './container/containers.ts';
import { declarationsAround } from './container/declarations-around.ts';
import type { Context } from './context.ts';
import type { Effect, Insertion } from './effect/effect.ts';
import type { Growing } from './effect/growing.ts';
import { toldOfFew } from './effect/growing.ts';
import { effectsAt } from './effect/effects.ts';
import { startsUp } from './starts-up.ts';
import { mayComeAnew } from './key/key-source.ts';
import { mapGrowth, mapGrowthByName } from './map-growth.ts';
import { sliceGrowth } from './slice-growth.ts';
import { visibleReleases } from './effect/visible-releases.ts';
import { sameExpr } from '../../model/same-expr.ts';

interface Grown {
  readonly insertion: Insertion;
  readonly growing: Growing;
}

/** Judges one container: at most one finding, at the insertion that shows it best. What reads least is asked first. */
export function judge(found: Container, context: Context): readonly Draft[] {
  const { model } = context;
  for (const info of declarationsAround(visibleReleases(found.word, model), model))
    if (!effectsIn(info, found, context)) return [];
  const container = isPutInto(found, context) ? heldBy(found, context) : undefined;
  const effects = container && effectsOf(container, context);
  if (!effects) return [];
  const shrinksInside = effects.some(({ kind }) => kind === 'inner-release');
  const insertions = distinct(effects.filter((effect) => effect.kind === 'insertion'))
    .filter((each) => each.info.file.report && !(shrinksInside && (each.nested || each.manner === 'appends')))
    .filter(({ info, node }) => !triesOut(info.file) && !isStoredAgain(node, info));
  const finalizers = finalizersOf(effects);
  const grown = insertions.flatMap((insertion): Grown[] => {
    const judged = growthBy(insertion, container, context);
    const growing = judged && (shrinksInside ? toldOfFew : finalizers.has(insertion.info) ? kept : judged);
    const isWanted = growing?.beliefs.every(context.seeks) && !startsUp(insertion.node, insertion.info, context);
    return growing && isWanted ? [{ insertion, growing }] : [];
  });
  const [first] = grown.toSorted((a, b) => rank(b) - rank(a));
  return first ? [draft(first, grown, container, finalizers.get(first.insertion.info), context)] : [];
}

/** A file is asked for each of its insertions, and its text is read to answer. */
const known = new WeakMap<ModelFile, boolean>();

function triesOut(file: ModelFile): boolean {
  const answer = known.get(file) ?? isTryingOut(file);
  known.set(file, answer);
  return answer;
}

/** Somebody wanted entries to go, by a finalizer that never runs. */
const kept: Growing = plainEvidence;

/** The calls that set a finalizer, by their declarations; of several in one the first. */
function finalizersOf(effects: readonly Effect[]): ReadonlyMap<DeclInfo, Node> {
  return new Map(
    effects
      .toReversed()
      .flatMap((effect) => (effect.kind === 'finalizer' ? [[effect.info, effect.node] as const] : [])),
  );
}

function growthBy(insertion: Insertion, container: Container, context: Context): Growing | undefined {
  return (container.form === 'slice' ? sliceGrowth : mapGrowth)(insertion, container, context);
}

/**
 * Whether a declaration that, by its tokens, puts something into the container makes it grow. What goes in by way of a
 * method of the container's own type does not show in the text.
 */
function isPutInto(container: Container, context: Context): boolean {
  const { places, word, form, ownType } = container;
  if (!places || ownType) return true;
  for (const info of declarationsAround(places, context.model)) {
    const puts = context
      .places(word, info)
      .some(
        ({ expr }) =>
          namesContainer(expr, info, container, context)
          && effectsAt(expr, form, info, context).some(
            (effect) => effect.kind === 'insertion' && mayBeWanted(effect, container, context),
          ),
      );
    if (puts) return true;
  }
  return false;
}

/**
 * Whether an insertion makes the container grow, or may by where its key comes from, and is wanted as far as that is
 * believed; a finalizer may end all doubt.
 */
function mayBeWanted(insertion: Insertion, container: Container, context: Context): boolean {
  const { key, info } = insertion;
  if (key && mayComeAnew(key, info, container, context)) return true;
  const growing =
    container.form === 'slice'
      ? sliceGrowth(insertion, container, context)
      : mapGrowthByName(insertion, container, context);
  return growing !== undefined && (context.seeksDoubtful || growing.beliefs.every(context.seeks));
}

/** What all uses of the container do; undefined where one of them may take entries out, which ends the question. */
function effectsOf(container: Container, context: Context): readonly Effect[] | undefined {
  const found: Effect[] = [];
  for (const info of context.declarationsUsing(container)) {
    const effects = effectsIn(info, container, context);
    if (!effects) return undefined;
    found.push(...effects);
  }
  return found;
}

/** The same of its uses in one declaration. */
function effectsIn(info: DeclInfo, container: Container, context: Context): readonly Effect[] | undefined {
  const found: Effect[] = [];
  for (const { expr } of context.places(container.word, info)) {
    const names = namesContainer(expr, info, container, context);
    if (names === false) continue;
    const effects = effectsAt(expr, container.form, info, context);
    if (effects.some(({ kind }) => kind === 'release')) return undefined;
    if (names) found.push(...effects);
  }
  return found;
}

function distinct(insertions: readonly Insertion[]): readonly Insertion[] {
  return [...new Map(insertions.map((each) => [each.node, each])).values()];
}

/** `for k := range m { m[k] = v }`: no new key. */
function isStoredAgain(node: Node, info: DeclInfo): boolean {
  if (node.kind !== 'IndexExpr') return false;
  const [key] = node.indices;
  const object = key?.kind === 'Ident' ? info.objectOf(key) : undefined;
  return (
    object?.kind === 'Var'
    && object.origin?.kind === 'range'
    && object.origin.index === 0
    && sameExpr(object.origin.range.x, node.x, info)
  );
}

function rank({ growing, insertion }: Grown): number {
  return (isSure(growing) ? 4 : 0) + (growing.relief === undefined ? 2 : 0) + (storesRest(insertion) ? 0 : 1);
}

/** What is left of an entry is stored again: `left := m[k][:0]; …; m[k] = left`. */
function storesRest({ node, value, info }: Insertion): boolean {
  const variable = value?.kind === 'Ident' ? info.objectOf(value) : undefined;
  return (
    variable?.kind === 'Var'
    && variable.origin?.kind === 'value'
    && textOf(variable.origin.value, info).includes(textOf(node, info))
  );
}

/** Whether nobody need tell it of its keys. */
function isSure({ beliefs }: Growing): boolean {
  return !beliefs.includes('keys-are-told');
}

function draft(
  { insertion, growing }: Grown,
  all: readonly Grown[],
  container: Container,
  finalizer: Node | undefined,
  { rule }: Context,
): Draft {
  const { node, info, manner, key } = insertion;
  return {
    rule: rule.id,
    evidence: growing,
    location: locate(info.file.source, node),
    fact: {
      kind: 'only-grows',
      container: { noun: container.form === 'slice' ? 'slice' : 'map', name: container.name },
      by: functionName(info),
      manner,
      key: key && shownText(key, info),
      // What only a strict run shows says nothing in another one.
      more: all.filter((each) => each.insertion !== insertion && isSure(each.growing)).length,
      finalizer: finalizer && lineOf(finalizer.pos, info),
      exported: container.exported,
    },
    steps: [
      step('declared', container.declared.ident, container.declared.info),
      step('inserted', node, info),
      ...(finalizer ? [step('finalizer', finalizer, info)] : []),
    ],
  };
}

/** The function around, as Go people call it: `GetUser`, `Cache.Get`. */
function functionName({ decl, file }: DeclInfo): string {
  if (decl.kind !== 'FuncDecl') return 'this package';
  const receiver = file.source.declarations.find(({ pos }) => pos === decl.pos)?.receiver;
  return receiver === undefined ? decl.name.name : `${receiver}.${decl.name.name}`;
}
