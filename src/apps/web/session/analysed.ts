import { rules } from '../../../../rules/index.ts';
import type { Analysis } from '../../../analyze.ts';
import type { Finding } from '../../../findings/finding.ts';
import type { FileSystem } from '../../../host/file-system.ts';
import { memoryFiles } from '../../../host/memory.ts';
import { joined, parentOf } from '../../../host/paths.ts';
import type { Parser } from '../../../syntax/parse/parser.ts';
import { workspaceOver } from '../../../workspace-over.ts';
import type { Project } from '../project.ts';
import { goMod } from '../project.ts';

/** Where the files of a project lie in memory. */
export const root = '/play';

/** What the analysis says of a project. */
export interface Analysed {
  readonly files: FileSystem;
  readonly analyses: readonly Analysis[];
  /** What is shown: findings and warnings in the order of reports, then notes, where they are wanted. */
  readonly findings: readonly Finding[];
}

/** Analyses all packages of a project. */
export function analysed(project: Project, parser: Parser): Analysed {
  const files = filesOf(project);
  const { strict, notes, off } = project.options;
  const workspace = workspaceOver(files, {
    root, parser,
    rules: rules.filter(({ id }) => !off.includes(id)),
    ...(off.length > 0 && { known: rules.map(({ id }) => id) }),
    confidence: strict ? 'medium' : 'high',
  });
  const folders = new Set(project.files.map(({ path }) => parentOf(joined(root, path))));
  const analyses = [...folders].sort().flatMap((dir) => workspace.analyses(dir));
  const all = analyses.flatMap(({ findings }) => findings);
  const isNote = ({ level }: Finding): boolean => level === 'note';
  return { files, analyses, findings: [...all.filter((each) => !isNote(each)), ...(notes ? all.filter(isNote) : [])] };
}

function filesOf(project: Project): FileSystem {
  const texts = project.files.map(({ path, text }): [string, string] => [joined(root, path), text]);
  return memoryFiles(Object.fromEntries([[joined(root, 'go.mod'), goMod(project)], ...texts]));
}
