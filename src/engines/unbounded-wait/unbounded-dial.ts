import type { Evidence } from '../../findings/evidence.ts';
import { plainEvidence } from '../../findings/evidence.ts';
import type { Fact } from '../../findings/fact.ts';
import type { Draft } from '../../findings/finding.ts';
import { locate } from '../../findings/locate.ts';
import type { DeclInfo } from '../../model/info.ts';
import { runsOnce } from '../../model/code/lifetime.ts';
import { loopAround } from '../../model/code/loop-around.ts';
import type { PackageModel } from '../../model/package-model.ts';
import { shownText, textOf } from '../../model/text-of.ts';
import type { Use } from '../../model/code/use.ts';
import { useOf } from '../../model/code/use.ts';
import type { UnboundedWait } from './rule.ts';
import { fieldLiteral } from './field-literal.ts';
import type { Expr } from '../../syntax/ast.ts';
import type { ForeignCall } from '../../facts/foreign-calls.ts';
import { foreignCalls } from '../../facts/foreign-calls.ts';
import { setsDeadline } from './deadline-calls.ts';
import { literalOf, setFields } from '../../facts/set-fields.ts';
import { calledName } from '../../syntax/last-word.ts';

/** Dials without a timeout: by the configuration they are given, which the package shows, or for want of any. */
export function unboundedDials(rule: UnboundedWait, model: PackageModel): readonly Draft[] {
  const configured = foreignCalls(Object.keys(rule.configured), model)
    .filter((call) => isRecurring(call, model))
    .flatMap((each) => byConfiguration(each, rule, model));
  // Programs that dial once end with the dial. Of others another tool may say it: a note, and in the strict set unless
  // more hangs on it than this one dial.
  const plain = foreignCalls(rule.dials, model)
    .filter((each) => model.name !== 'main' && isRecurring(each, model) && !isNear(each))
    .map((each) => {
      const fact: Fact = { kind: 'dial-unbounded', call: spelled(each), field: undefined, connectOnly: false };
      return draft(
        each,
        rule,
        { ...plainEvidence, relief: 'system-timeout', beliefs: holdsUpMore(each) ? [] : ['used-to-dial'] },
        fact,
      );
    });
  return [...configured, ...plain];
}

/**
 * Whether a loop redials, which one silent host holds up, or a handshake follows that the peer may hold up for ever.
 */
function holdsUpMore({ call, info }: ForeignCall): boolean {
  if (loopAround(call, info) !== undefined) return true;
  const use = useOf(call, info);
  const object = use.kind === 'stored' && use.target.kind === 'Ident' ? info.objectOf(use.target) : undefined;
  if (object?.kind !== 'Var' || setsDeadline(info.decl, info.decl.end)) return false;
  return info.usesOf(object).some((ident) => shakesHands(useOf(ident, info)));
}

function shakesHands(use: Use): boolean {
  return use.kind === 'argument' && /handshake|^New(?:Client|Server)Conn$/i.test(calledName(use.call));
}

function isRecurring({ call, info }: ForeignCall, model: PackageModel): boolean {
  const func = info.enclosingFunc(call);
  return func !== undefined && !runsOnce(func, info, model);
}

function byConfiguration(each: ForeignCall, rule: UnboundedWait, model: PackageModel): readonly Draft[] {
  const wanted = rule.configured[each.name];
  const argument = wanted && each.call.args[wanted.argument];
  const made = argument && (literalOf(argument, each.info) ?? fieldLiteral(argument, each.info, model));
  const set = made && setFields(made.literal, made.info);
  if (!wanted || !argument || !set || isChanged(argument, each)) return [];
  const connectOnly = set.has(wanted.field) || isSetLater(argument, wanted.field, each.info);
  const fact: Fact = { kind: 'dial-unbounded', call: spelled(each), field: wanted.field, connectOnly };
  return [
    draft(
      each,
      rule,
      connectOnly ? { ...plainEvidence, relief: 'rare-peer', beliefs: ['deadline-elsewhere'] } : plainEvidence,
      fact,
    ),
  ];
}

/** `config := newConfig(); config.Timeout = limit` */
function isSetLater(argument: Expr, field: string, info: DeclInfo): boolean {
  const object = argument.kind === 'Ident' ? info.objectOf(argument) : undefined;
  return object?.kind === 'Var' && info.usesOf(object).some((ident) => {
    const use = useOf(ident, info);
    return use.kind === 'selected' && use.name === field;
  });
}

/** Whether the variable with the configuration is handed to anybody else before the call, who may complete it. */
function isChanged(argument: Expr, { call, info }: ForeignCall): boolean {
  const object = argument.kind === 'Ident' ? info.objectOf(argument) : undefined;
  if (object?.kind !== 'Var') return false;
  return info.usesOf(object).some((ident) => ident.pos < call.pos && useOf(ident, info).kind !== 'selected');
}

/** Networks without a handshake, and hosts that answer at once or refuse: nobody waits long for them. */
function isNear({ call: { args: [network, address] }, info }: ForeignCall): boolean {
  const text = (expr: Expr | undefined): string => (expr ? textOf(expr, info) : '');
  return /^["`](?:udp|unix|ip)/.test(text(network)) || /127\.0\.0\.1|localhost|\[::1\]/.test(text(address));
}

function spelled({ call, info }: ForeignCall): string {
  return shownText(call.fun, info);
}

function draft({ call, info }: ForeignCall, rule: UnboundedWait, evidence: Evidence, fact: Fact): Draft {
  return { rule: rule.id, evidence, location: locate(info.file.source, call), fact, steps: [] };
}
