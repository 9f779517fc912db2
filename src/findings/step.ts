import type { Span } from '../syntax/span.ts';
import type { SourceFile } from '../syntax/source-file.ts';
import type { Step } from './finding.ts';
import { locate } from './locate.ts';

/** One step of a finding at the place of a node; `where` is the context the node was found in. */
export function step(kind: Step['kind'], span: Span, where: { readonly file: { readonly source: SourceFile } }): Step {
  return { kind, location: locate(where.file.source, span) };
}

/** A function, in whatever file, that a finding rests on. */
export function functionStep(
  kind: Step['kind'],
  func: Span,
  where: { readonly file: { readonly source: SourceFile } },
): Step {
  return { ...step(kind, func, where), lastLine: where.file.source.lines.position(func.end).line };
}
