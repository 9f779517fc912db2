import type { Finding, Fix, Location, Step } from '../../findings/finding.ts';
import { fixText, messageParts, stepText } from '../../findings/message.ts';
import type { Part } from '../../findings/prose/prose.ts';
import type { Seen } from '../meta.ts';
import type { Bases } from '../uri.ts';
import { artifactLocation } from '../uri.ts';

/**
 * A finding as a SARIF result: one primary location, on one line; the way to the leak as code flow and related
 * locations; what profiles show of it as rank and properties.
 */
export function sarifResult(finding: Finding, bases: Bases, ruleIds: readonly string[], seen?: Seen): object {
  const related = finding.steps.filter(({ kind }) => kind !== 'acquired');
  return {
    ruleId: finding.rule,
    ruleIndex: ruleIds.indexOf(finding.rule),
    level: finding.level,
    message: { text: messageText(finding, related) },
    locations: [{ physicalLocation: shownLocation(finding.location, bases) }],
    ...(related.length > 0 && {
      relatedLocations: related.map((step, i) => ({ id: i + 1, ...stepLocation(step, bases) })),
    }),
    ...(finding.steps.length > 0 && { codeFlows: [codeFlow(finding.steps, bases)] }),
    ...(finding.fix && { fixes: [sarifFix(finding.fix, finding.location.path, bases)] }),
    ...(seen && { rank: seen.rank }),
    properties: {
      level: finding.level,
      confidence: finding.confidence,
      ...(finding.evidence.relief !== undefined && { bounded: finding.evidence.relief }),
      ...(seen && { evidence: seen.properties, seen: seen.lines }),
    },
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
  };
}

/** All edits of a fix are in the file of its finding. */
function sarifFix(fix: Fix, path: string, bases: Bases): object {
  const replacements = fix.edits.map(({ line, column, endLine, endColumn, text }) => ({
    deletedRegion: { startLine: line, startColumn: column, endLine, endColumn },
    insertedContent: { text },
  }));
  return {
    description: { text: fixText(fix) },
    artifactChanges: [{ artifactLocation: artifactLocation(path, bases), replacements }],
  };
}

/** The message as a sentence; places that are related locations become links to them: `[returns at line 31](1)`. */
function messageText(finding: Finding, related: readonly Step[]): string {
  return `${messageParts(finding).map((part) => linked(part, finding.location.path, related)).join('')}.`;
}

function linked(part: Part, path: string, related: readonly Step[]): string {
  if (typeof part === 'string') return plain(part);
  const index = related.findLastIndex(({ location }) => location.path === path && location.line === part.line);
  return index === -1 ? plain(part.words) : `[${escapeBrackets(part.words)}](${index + 1})`;
}

/** Words taken from source, such as `m[f](x)`, must not turn into links. Other brackets stay as they are. */
function plain(words: string): string {
  return words.includes('](') ? escapeBrackets(words) : words;
}

/** As SARIF 2.1.0, section 3.11.6, wants the text of a link. */
function escapeBrackets(words: string): string {
  return words.replace(/[\\[\]]/g, '\\$&');
}

function codeFlow(steps: readonly Step[], bases: Bases): object {
  return { threadFlows: [{ locations: steps.map((step) => ({ location: stepLocation(step, bases) })) }] };
}

function stepLocation(step: Step, bases: Bases): object {
  return { physicalLocation: physicalLocation(step.location, bases), message: { text: plain(stepText(step)) } };
}

function physicalLocation({ path, line, column, endColumn }: Location, bases: Bases): object {
  return {
    artifactLocation: artifactLocation(path, bases),
    region: { startLine: line, startColumn: column, endLine: line, endColumn },
  };
}

/** Longer lines are not repeated in a log, in UTF-16 code units. */
const longestSnippet = 500;

/** A place with what stands there, and in its line, for viewers that do not have the source. */
function shownLocation(location: Location, bases: Bases): object {
  const { path, line, column, endColumn, source } = location;
  if (source.length > longestSnippet) return physicalLocation(location, bases);
  return {
    artifactLocation: artifactLocation(path, bases),
    region: {
      startLine: line,
      startColumn: column,
      endLine: line,
      endColumn,
      snippet: { text: source.slice(column - 1, endColumn - 1) },
    },
    contextRegion: { startLine: line, endLine: line, snippet: { text: source } },
  };
}
