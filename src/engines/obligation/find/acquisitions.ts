import type { CallExpr, FuncType } from '../../../syntax/ast.ts';
import { walk } from '../../../syntax/walk.ts';
import { resultTargets } from '../../../model/code/assignment.ts';
import type { DeclInfo, Func } from '../../../model/info.ts';
import { importsAny, packageOf } from '../../../model/names/imports.ts';
import { fieldType, methodOf } from '../../../model/types/members.ts';
import { matchesName } from '../../../model/names/name-pattern.ts';
import { signatureOf } from '../../../model/types/signature-of.ts';
import { dereferenced, typeFromExpr, typeNameOf, typeString, underlying } from '../../../model/types/type.ts';
import { calleeOf, funcOf, typeOf } from '../../../model/types/type-of.ts';
import { candidates, isThirdParty, lastName } from './candidates.ts';
import type { Acquisition } from './acquisition.ts';
import type { Context } from '../context.ts';
import { shownText } from '../../../model/text-of.ts';
import type { Helper } from '../helper/helper.ts';
import { identOf } from '../hold/ident-of.ts';
import { helperOf } from '../helper/helper.ts';
import { mayEnd } from '../hold/owner.ts';
import { isGivenReleased, resultTypes } from '../helper/implementations.ts';
import { acquiringDeclarations, callersOf } from './acquiring-declarations.ts';
import { toldByUse } from './told-by-use.ts';
import { typedNames } from './typed-names.ts';
import { calledName } from '../../../syntax/last-word.ts';

/** How deep helpers that hand out what helpers handed out are followed. */
const helperDepth = 2;

/**
 * The acquisitions of the package: direct ones, look-alikes, and calls of the package's own helpers that hand a
 * resource out.
 */
export function acquisitions(context: Context): readonly Acquisition[] {
  const { rule } = context;
  if (rule.withError) {
    const given = givenByOthers(context);
    // What a function of the workspace shows is no look-alike.
    const isGiven = new Set(given.map(({ call }) => call));
    const own = acquisitionsWithError(context).filter(({ call, lookalike }) => !lookalike || !isGiven.has(call));
    const known = [...own, ...given];
    const helped = viaHelpers(known, context, helperDepth);
    const isSure = new Set([...known, ...helped].filter(({ lookalike }) => !lookalike).map(({ call }) => call));
    const told = toldByUse(context).filter(({ call }) => !isSure.has(call));
    const isTold = new Set(told.map(({ call }) => call));
    const more = viaHelpers(told, context, helperDepth).filter(({ call }) => !isSure.has(call) && !isTold.has(call));
    return [...known.filter(({ call }) => !isTold.has(call)), ...helped, ...told, ...more];
  }
  // Third parties are imported by few; time is imported by all, and known by its words.
  if (
    rule.lookalikes.length === 0
    && rule.acquire.every(isThirdParty)
    && !importsAny(context.model.files, rule.acquire)
  )
    return [];
  const words = new Set([...rule.acquire.map(lastName), ...rule.lookalikes]);
  const infos = candidates(context);
  const sites = infos.flatMap(callsIn);
  const renamedThere = new Set(
    sites.filter(
      ({ call, info }) => call.fun.kind === 'Ident' && calleeOf(call, info, context.model)?.kind === 'Foreign',
    ),
  );
  const direct = [...words].flatMap((word) =>
    acquiring(sites.filter((site) => calledName(site.call) === word || renamedThere.has(site)), word, word, context));
  const renamed = [...words].flatMap((word) =>
    aliases(word, infos).flatMap((alias) =>
      acquiring(context.model.declarationsUsing(alias).flatMap(callsIn), alias, word, context),
    ),
  );
  const found = [...direct, ...renamed];
  return [...found, ...viaHelpers(found, context, helperDepth)];
}

/**
 * The acquisitions by the function named `word` among the calls of `spelled`: the same, or a package variable that
 * holds it.
 */
function acquiring(sites: readonly Site[], spelled: string, word: string, context: Context): readonly Acquisition[] {
  return sites.flatMap(({ call, info }) => classify(call, info, spelled, word, context));
}

/**
 * The package variables that hold a function of that name from their declaration on: `var newTicker = time.NewTicker`.
 */
function aliases(word: string, infos: readonly DeclInfo[]): readonly string[] {
  return infos.flatMap(({ decl }) =>
    (decl.kind === 'GenDecl' ? decl.specs : []).flatMap((spec) => {
      if (spec.kind !== 'ValueSpec') return [];
      const holds = spec.values.some((value) => value.kind === 'SelectorExpr' && value.sel.name === word);
      return holds ? spec.names.map((name) => name.name) : [];
    }),
  );
}

/** As above for resources that come with an error: calls that cannot give two values are not looked at. */
function acquisitionsWithError(context: Context): readonly Acquisition[] {
  const { rule, model } = context;
  const typed = rule.byType ? typedNames(model.files, [rule.type].flat()) : [];
  const words = new Set([...rule.acquire.map(lastName), ...rule.lookalikes, ...(rule.declared ?? []), ...typed]);
  return acquiringDeclarations(rule, typed, model).flatMap((info) =>
    callsIn(info).flatMap(({ call }): readonly Acquisition[] => {
      const word = calledName(call);
      if (word === undefined || !words.has(word)) return [];
      const known = classify(call, info, word, word, context);
      if (known.some((each) => !each.lookalike) || !typed.includes(word)) return known;
      const byType = classifyByType(call, info, context);
      return byType.length > 0 ? byType : known;
    }),
  );
}

/** A call of a function value or interface method that gives the resource and an error. */
function classifyByType(call: CallExpr, info: DeclInfo, context: Context): readonly Acquisition[] {
  const { rule, model } = context;
  const signature = signatureOf(call, info, model);
  const types = signature ? resultTypes(signature.type, signature.info) : [];
  const result = types.findIndex((type) => matchesName(type, [rule.type].flat()));
  if (result === -1 || !types.includes('error') || (signature && isCarried(signature.type, signature.info, rule)))
    return [];
  if (isSettledThere(call, types, result, info, context)) return [];
  return [{ call, info, name: sourceOf(call, info), result, beliefs: ['declared-type'], lookalike: false }];
}

/**
 * Whether what is called is given something with which the resource ends: a connection that a response is read from.
 */
function isCarried(type: FuncType, info: DeclInfo, { carriedBy = [] }: Context['rule']): boolean {
  return (
    carriedBy.length > 0
    && type.params.some((field) => matchesName(typeString(typeFromExpr(field.type, info)), carriedBy))
  );
}

/**
 * Whether a callee out of sight has released what it gives: the methods behind the interface show it, or, where there
 * are none, it gives what it has read from a part, as bytes or decoded, beside the whole.
 */
function isSettledThere(
  call: CallExpr,
  types: readonly string[],
  result: number,
  info: DeclInfo,
  context: Context,
): boolean {
  const method = call.fun.kind === 'SelectorExpr' ? isGivenReleased(call.fun, types, result, info, context) : undefined;
  return method ?? (context.rule.part !== undefined && types.length > 2);
}

function viaHelpers(found: readonly Acquisition[], context: Context, depth: number): readonly Acquisition[] {
  // Of what comes without an error helpers are believed to hand it out, and no more.
  if (depth === 0 || (!context.rule.withError && !context.seeks('helper-hands-out'))) return [];
  const helpers = found.flatMap((each) => (each.lookalike ? [] : helperOf(each, context)));
  const more = helpers.flatMap((helper) => helperCalls(helper, context));
  return more.length === 0 ? [] : [...more, ...viaHelpers(more, context, depth - 1)];
}

/** Functions of other packages that hand out what others handed out are followed so deep. */
const othersDepth = 3;

/** The calls of functions of other packages of the workspace that hand the resource out. */
function givenByOthers(context: Context): readonly Acquisition[] {
  const { rule, model } = context;
  const types = [rule.type].flat();
  const names = new Set(model.others.imported().flatMap((each) => [
    ...types.flatMap((type) => [...each.naming(packageOf(type).replace(/^\*/, ''), lastName(type))]),
    ...(rule.part === undefined ? each.making(rule.acquire) : []),
  ]));
  return [...names].filter((name) => model.files.some(({ source }) => source.mayName(name))).flatMap((name) =>
    callersOf(name, rule, model).flatMap(callsIn).flatMap(({ call, info }): readonly Acquisition[] => {
      const func = calledName(call) === name ? funcOf(calleeOf(call, info, model)) : undefined;
      if (!func || func.file.package === model) return [];
      return handedOut(func, context, othersDepth).filter(({ beliefs }) => !beliefs.includes('shown-to-others')).map((helper) =>
        ({ call, info, name: sourceOf(call, info), ...handed(helper), lookalike: false, giver: model.infoOf(func) }));
    }));
}

/** As which result a function of the workspace hands the resource out, as what acquires it there shows. */
function handedOut(func: Func, context: Context, depth: number): readonly Helper[] {
  const info = context.model.infoOf(func);
  if (depth === 0 || info.decl.kind !== 'FuncDecl') return [];
  const { results } = info.decl.type;
  const mayHandOut =
    resultTypes(info.decl.type, info).some((type) => matchesName(type, [context.rule.type].flat()))
    || (context.rule.part === undefined && results.some(({ type }) => mayEnd(typeFromExpr(type, info))));
  if (!mayHandOut) return [];
  const words = new Set(context.rule.acquire.map(lastName));
  return callsIn(info).flatMap(({ call }): readonly Acquisition[] => {
    const word = calledName(call);
    const listed =
      word !== undefined && words.has(word)
        ? classify(call, info, word, word, context).filter((each) => !each.lookalike)
        : [];
    const callee = listed.length > 0 ? undefined : funcOf(calleeOf(call, info, context.model));
    const given = callee && callee.declaration !== func.declaration ? handedOut(callee, context, depth - 1) : [];
    return [
      ...listed,
      ...given.map((helper) => ({ call, info, name: sourceOf(call, info), ...handed(helper), lookalike: false })),
    ];
  }).flatMap((acquisition) => helperOf(acquisition, context));
}

/** What of a helper goes on to the calls of it. */
function handed({ result, beliefs, owner, hold }: Helper): Pick<Acquisition, 'result' | 'beliefs' | 'owner' | 'hold'> {
  return { result, beliefs, owner, hold };
}

function helperCalls(helper: Helper, { model, rule }: Context): readonly Acquisition[] {
  const { name } = helper.decl.name;
  const callers = rule.withError
    ? callersOf(name, rule, model)
    : model.declarationsUsing(name, helper.info.file);
  return callers.flatMap(callsIn).flatMap(({ call, info }): Acquisition[] => {
    if (calledName(call) !== name) return [];
    const callee = calleeOf(call, info, model);
    const isHelper = callee?.kind === 'Func' && model.infoOf(callee.func) === helper.info;
    return isHelper ? [{ call, info, name, ...handed(helper), lookalike: false }] : [];
  });
}

function classify(
  call: CallExpr,
  info: DeclInfo,
  spelled: string,
  word: string,
  context: Context,
): readonly Acquisition[] {
  const { rule, model, seeks } = context;
  const isSpelled = calledName(call) === spelled;
  if (!isSpelled && call.fun.kind !== 'Ident') return [];
  const callee = calleeOf(call, info, model);
  if (
    callee?.kind === 'Foreign'
    && matchesName(listedName(callee.name, rule.acquire), rule.acquire)
    && lastName(callee.name) === word
  ) {
    const { name } = callee;
    return (rule.results?.[name] ?? [0]).map((result) => ({ call, info, name, result, beliefs: [], lookalike: false }));
  }
  const isListed = [...rule.lookalikes, ...(rule.declared ?? [])].includes(word);
  const isLookalike = isSpelled && callee?.kind !== 'Func' && call.fun.kind === 'SelectorExpr' && isListed;
  if (
    !isLookalike
    || !mayBeReleased(call, info, context)
    || matchesName(callee?.name, [...rule.acquire, ...(rule.others ?? [])])
  )
    return [];
  if (isDeclared(call, info, context))
    return [{ call, info, name: sourceOf(call, info), result: 0, beliefs: ['declared-type'], lookalike: false }];
  if (!rule.lookalikes.includes(word)) return [];
  const belief = rule.sure?.[word] === call.args.length ? 'sure-lookalike' : 'lookalike';
  if (!seeks(belief)) return [];
  return [{ call, info, name: sourceOf(call, info), result: 0, beliefs: [belief], lookalike: true }];
}

/** Whether what takes the first result of a call is declared with the type of the rule: `var conn net.Conn`. */
function isDeclared(call: CallExpr, info: DeclInfo, { rule }: Context): boolean {
  const [target, ...others] = resultTargets(call, info);
  const variable = target && others.length > 0 ? identOf(target, info) : undefined;
  return (
    variable?.type !== undefined
    && matchesName(typeString(typeFromExpr(variable.type, variable.info)), [rule.type].flat())
  );
}

/** Whether a look-alike may give something that has a method that releases it; its type may say that it does not. */
function mayBeReleased(call: CallExpr, info: DeclInfo, { rule, model }: Context): boolean {
  const type = typeOf(call, info, model);
  const struct = typeNameOf(dereferenced(type)) && underlying(dereferenced(type));
  if (struct?.kind !== 'Struct') return true;
  const isPlain = struct.type.fields.every(({ names }) => names.length > 0);
  return (
    !isPlain
    || (rule.part !== undefined
      ? fieldType(type, rule.part) !== undefined
      : rule.release.some((name) => methodOf(type, name)))
  );
}

/** `(http.Client).Do` calls what is listed as `(*http.Client).Do`: the receiver's address is taken. */
function listedName(name: string, acquire: readonly string[]): string {
  const ofPointer = name.replace(/^\((?!\*)/, '(*');
  return acquire.includes(ofPointer) ? ofPointer : name;
}

/** A call with its declaration. */
interface Site {
  readonly call: CallExpr;
  readonly info: DeclInfo;
}

function callsIn(info: DeclInfo): readonly Site[] {
  const found: Site[] = [];
  walk(info.decl, (node) => {
    if (node.kind === 'CallExpr') found.push({ call: node, info });
  });
  return found;
}

function sourceOf(call: CallExpr, info: DeclInfo): string {
  return shownText(call.fun, info);
}
