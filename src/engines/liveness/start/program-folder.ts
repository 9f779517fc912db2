import { passingFolders } from '../../../knowledge/folders.ts';
import type { DeclInfo } from '../../../model/info.ts';

/** Whether a declaration stands in a folder of a program, by the conventions of Go repositories. */
export function inProgramFolder(info: DeclInfo): boolean {
  return passingFolders.test(info.file.inProject);
}
