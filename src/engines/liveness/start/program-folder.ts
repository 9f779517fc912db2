import { passingFolders, programFolders } from '../../../knowledge/folders.ts';
import type { DeclInfo } from '../../../model/info.ts';

/**
 * Whether a declaration is part of a program in a folder of programs, or of tests and tools, by the conventions of Go
 * repositories.
 */
export function inProgramFolder({ file: { inProject, package: { name } } }: DeclInfo): boolean {
  return passingFolders.test(inProject) || (name === 'main' && programFolders.test(inProject));
}
