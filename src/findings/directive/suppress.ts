import type { Span } from '../../syntax/span.ts';
import { plainEvidence } from '../evidence.ts';
import type { Directive } from './directive.ts';
import { directiveText } from './directive.ts';
import { meantName, TOOL } from './directive-names.ts';
import type { Finding, Location } from '../finding.ts';
import { lineFingerprints } from './fingerprint.ts';
import type { DirectiveContext, LineRange, PlacedDirective } from './place-directives.ts';
import { placeDirectives } from './place-directives.ts';


/** One file with its findings. */
export interface SuppressionInput extends DirectiveContext {
  readonly path: string;
  /** All findings in the file, also those that confidence or level will hide: what they use is not unused. */
  readonly findings: readonly Finding[];
  /** The ids of the rules that ran. What another rule would have found is not known. */
  readonly rules: ReadonlySet<string>;
  /** The ids of all rules there are, whether they ran or not. */
  readonly known: readonly string[];
  /** Names of others' linters that stand for a rule as well, by its id. */
  readonly peers: ReadonlyMap<string, readonly string[]>;
  /** Whether those are all rules there are. */
  readonly allRules: boolean;
  /** What could not be analysed. No directive that reaches into it is called unused. */
  readonly unread: readonly Span[];
}

/** A finding that the source suppresses. */
export interface Suppressed {
  readonly finding: Finding;
  /** The reason its directive gives. */
  readonly justification: string | undefined;
}

/** What is left of the findings, with a note for each directive that suppresses nothing, and what was taken out. */
export interface Suppression {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly Suppressed[];
}

/**
 * Applies the `//nolint` and `//lint:ignore` directives of one file. A directive is reported as unused when it names
 * rules of this tool and matches none of their findings; names of other linters are none of our business, nor is a
 * directive that names nothing. A `//lint:` directive without a reason suppresses nothing and is reported.
 */
export function applySuppressions(input: SuppressionInput): Suppression {
  const placed = placeDirectives(input);
  const effective = placed.filter(({ directive }) => isEffective(directive));
  const suppressed: Suppressed[] = [];
  const kept: Finding[] = [];
  for (const finding of input.findings) {
    const matching = effective.filter((candidate) => suppresses(candidate, finding, input.peers));
    if (matching.length === 0) kept.push(finding);
    else
      suppressed.push({ finding, justification: matching.find(({ directive }) => directive.reason)?.directive.reason });
  }
  return { kept: [...kept, ...unusedNotes(placed, input)], suppressed };
}

function isEffective({ kind, reason }: Directive): boolean {
  return kind === 'nolint' || reason !== undefined;
}

function suppresses(
  { directive: { names }, scope }: PlacedDirective,
  finding: Finding,
  peers: SuppressionInput['peers'],
): boolean {
  if (!isInside(finding, scope)) return false;
  return names === undefined || names.some((name) => covers(name, finding) || peers.get(finding.rule)?.includes(name));
}

function isInside({ location: { line } }: Finding, { from, to }: LineRange): boolean {
  return from <= line && line <= to;
}

function covers(name: string, { rule }: Finding): boolean {
  return name === rule || name === TOOL;
}

function unusedNotes(placed: readonly PlacedDirective[], input: SuppressionInput): readonly Finding[] {
  const unused = placed.flatMap((candidate) => {
    const at = location(candidate.at, input);
    const names = unusedNames(candidate, input);
    const unused = names.length === 0 ? [] : [{ directive: directiveText(candidate.directive, names), location: at }];
    return [...unused, ...misspelt(candidate, input).map((one) => ({ ...one, location: at }))];
  });
  const fingerprints = lineFingerprints(input.text, new Set(unused.map(({ location: { line } }) => line)));
  return unused.map(({ location: at, ...fact }) => ({
    rule: 'unused-suppression',
    level: 'note',
    confidence: 'high',
    evidence: plainEvidence,
    location: at,
    fact: { kind: 'unused-suppression', ...fact },
    collected: false,
    steps: [],
    fingerprint: fingerprints.get(at.line) ?? '',
  }));
}

/** The names of this tool in a directive that suppress nothing. */
function unusedNames({ directive, scope }: PlacedDirective, input: SuppressionInput): readonly string[] {
  const names = directive.names ?? [];
  if (!isEffective(directive)) return names.filter((name) => input.rules.has(name) || name === TOOL);
  if (reachesUnread(scope, input)) return [];
  const ran = names.filter((name) => input.rules.has(name) || (name === TOOL && input.allRules));
  return ran.filter((name) => !input.findings.some((finding) => isInside(finding, scope) && covers(name, finding)));
}

/** The names that are of no rule, but nearly: they suppress nothing, though somebody believes so. */
function misspelt(
  { directive }: PlacedDirective,
  { known }: SuppressionInput,
): readonly { readonly directive: string; readonly meant: string }[] {
  return (directive.names ?? []).flatMap((name) => {
    const meant = meantName(name, known);
    return meant === undefined ? [] : [{ directive: directiveText(directive, [name]), meant }];
  });
}

function reachesUnread({ from, to }: LineRange, { unread, lines }: SuppressionInput): boolean {
  return unread.some(({ pos, end }) => lines.position(end).line >= from && lines.position(pos).line <= to);
}

/** A line comment ends before the end of its line; the carriage return before that is none of it. */
function location({ pos, end }: Span, { path, text, lines }: SuppressionInput): Location {
  const { line, column } = lines.position(pos);
  const endColumn = column + text.slice(pos, end).trimEnd().length;
  return { path, line, column, endColumn, source: lines.lineText(line) };
}
