import type { Finding } from '../../src/findings/finding.ts';
import type { Resource, WayOut } from '../../src/findings/resource.ts';

/**
 * Lines of a file, changed as somebody would who takes advice by its word; undefined where it names no place that a
 * program can find.
 */
export type Lines = readonly string[];

/** Does what the advice of a finding says, by the lines that it names. */
export function applyAdvice(finding: Finding, lines: Lines): Lines | undefined {
  const { fact, location: { line } } = finding;
  if (fact.kind === 'overwritten') {
    if (fact.derived || fact.resource.holder === undefined) return undefined;
    const before = inserted(lines, [fact.line], releaseOf(fact.resource));
    return fact.covered
      ? before
      : behindCheck(before, line, `defer func() { ${releaseOf(fact.resource)} }()`, fact.resource);
  }
  if (fact.kind === 'blocked-send') {
    const made = new RegExp(
      String.raw`\b${fact.channel}(\s*(?::=|=)\s*make\(chan\s+[^,()]*(?:\([^()]*\))?[^,()]*)(?:,\s*\d+)?\)`,
    );
    const at = fact.made - 1;
    if (fact.values === undefined || fact.many || fact.again || !made.test(lines[at] ?? '')) return undefined;
    return lines.with(at, (lines[at] ?? '').replace(made, `${fact.channel}$1, ${fact.values})`));
  }
  if (fact.kind !== 'missed-exit' || fact.resource.holder === undefined) return undefined;
  const { remedy, resource } = fact;
  switch (remedy.kind) {
    case 'defer':
      return behindCheck(lines, line, `defer ${releaseOf(resource)}`, resource);
    case 'move-defer':
      return behindCheck(lines.toSpliced(remedy.line - 1, 1), line, (lines[remedy.line - 1] ?? '').trim(), resource);
    case 'ways-out':
    case 'beside-defer':
    case 'in-pass':
      return onWays(lines, remedy.ways, releaseOf(resource));
    case 'in-goroutine':
      return inserted(lines, [remedy.line + 1], `defer ${releaseOf(resource)}`);
    case 'with-owner':
      return undefined;
  }
}

function releaseOf({ holder = '', part, release, held, argument = '' }: Resource): string {
  return held === 'function'
    ? `${holder}(${argument})`
    : `${[holder, ...(part === undefined ? [] : [part]), release].join('.')}(${argument})`;
}

/** Only plain ways: of the others the advice says what to look at first. */
function onWays(lines: Lines, ways: readonly WayOut[], code: string): Lines | undefined {
  return ways.some(({ uses, shared }) => uses || shared)
    ? undefined
    : inserted(
        lines,
        ways.map(({ line }) => line),
        code,
      );
}

/** Puts code in front of lines, the last one first, so that their numbers hold. */
function inserted(lines: Lines, at: readonly number[], code: string): Lines {
  return at.toSorted((a, b) => b - a).reduce<Lines>((all, line) => all.toSpliced(line - 1, 0, code), lines);
}

/**
 * Behind the statement that begins in a line, and the `if err != nil { … }` that follows it; undefined where that is
 * missing.
 */
function behindCheck(lines: Lines, line: number, code: string, { withError }: Resource): Lines | undefined {
  let at = line - 1;
  // A statement of its own, and no line of a group.
  if (!/^\t+(?:var )?[\w.]+(?:, [\w.]+)* :?= /.test(lines[at] ?? '') || isInGroup(lines, at)) return undefined;
  for (let open = depth(lines[at]); open > 0 && at + 1 < lines.length; open += depth(lines[at])) at++;
  const isCheck = /^\s*if \w+ != nil \{$/.test(lines[at + 1] ?? '');
  if (withError && !isCheck) return undefined;
  if (withError || isCheck) for (at++; lines[at]?.trim() !== '}';) at++;
  return lines.toSpliced(at + 1, 0, code);
}

/** Whether a line is one of `var ( … )`: the nearest line above that is indented less opens it. */
function isInGroup(lines: Lines, at: number): boolean {
  const indentation = (line = ''): number => line.length - line.trimStart().length;
  const above = lines.slice(0, at).findLast((line) => line.trim() !== '' && indentation(line) < indentation(lines[at]));
  return above?.endsWith('(') ?? false;
}

function depth(line = ''): number {
  return [...line].reduce((sum, char) => sum + ('({'.includes(char) ? 1 : ')}'.includes(char) ? -1 : 0), 0);
}
