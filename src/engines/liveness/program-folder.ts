import type { DeclInfo } from '../../model/info.ts';

/** Folders of programs and of what is written to try things out: what runs there ends with the process. */
const programs = /(?:^|\/)(?:cmd|_?examples?|tools?|testdata|testutils?)\//;

/** Whether a declaration stands in a folder of a program, by the conventions of Go repositories. */
export function inProgramFolder(info: DeclInfo): boolean {
  return programs.test(info.file.inProject);
}
