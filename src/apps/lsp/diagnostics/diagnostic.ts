import type { Diagnostic, Range } from 'vscode-languageserver/node';
import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import type { Finding, Location } from '../../../findings/finding.ts';
import { message, stepText } from '../../../findings/message.ts';
import type { NotesMode } from '../../../folder/folder-choice.ts';
import { pageAddress, tool } from '../../../report/tool.ts';
import type { Client } from '../client/client.ts';

/** Where diagnostics are shown: what turns places of findings into those of an editor. */
export interface Places {
  readonly uri: (shown: string) => string;
  readonly range: (location: Location) => Range;
}

/** What an editor shows of a finding. `isBuiltIn` says whether its rule has a page on the web. */
export function diagnosticOf(
  finding: Finding,
  notes: NotesMode,
  isBuiltIn: boolean,
  places: Places,
  { shows }: Client,
): Diagnostic {
  const { rule, location, steps } = finding;
  const related = steps.filter((step) => !isAt(step.location, location));
  return {
    range: places.range(location),
    severity: severityOf(finding, notes),
    source: tool.name,
    code: rule,
    message: message(finding),
    ...(shows.link && isBuiltIn && { codeDescription: { href: pageAddress(rule) } }),
    ...(shows.unnecessary && finding.fact.kind === 'unused-suppression' && { tags: [DiagnosticTag.Unnecessary] }),
    ...(shows.related
      && related.length > 0 && {
        relatedInformation: related.map((step) => ({
          location: { uri: places.uri(step.location.path), range: places.range(step.location) },
          message: stepText(step),
        })),
      }),
  };
}

function isAt(one: Location, other: Location): boolean {
  return one.path === other.path && one.line === other.line && one.column === other.column;
}

/** Notes that are told in short are hints: a mark in the text, and no line in a list of problems. */
function severityOf({ level }: Finding, notes: NotesMode): DiagnosticSeverity {
  if (level === 'error') return DiagnosticSeverity.Error;
  if (level === 'warning') return DiagnosticSeverity.Warning;
  return notes === 'full' ? DiagnosticSeverity.Information : DiagnosticSeverity.Hint;
}
