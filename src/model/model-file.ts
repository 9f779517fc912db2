import type { SourceFile } from '../syntax/source-file.ts';
import type { Constraint } from './build-constraint.ts';

/** A file of the package with what the model knows of it before any declaration is parsed. */
export interface ModelFile {
  readonly source: SourceFile;
  /** Its path below the root of its project, as far as that is known. */
  readonly inProject: string;
  /** Who can be built together with it: twins for other systems cannot see each other. */
  readonly constraint: Constraint;
  /** Whether findings in it are wanted. */
  readonly report: boolean;
}
