import { sourceText } from '../../src/syntax/source-text.ts';
import type { DeclInfo } from '../../src/model/info.ts';
import type { PackageModel } from '../../src/model/package-model.ts';
import { packageModel } from '../../src/model/package-model.ts';
import type { PackageText } from '../../src/package-text.ts';
import type { Node } from '../../src/syntax/ast.ts';
import type { SourceFile } from '../../src/syntax/source-file.ts';
import { walk } from '../../src/syntax/walk.ts';
import { parser } from '../parse-go.ts';
import type { Change } from './rewriting.ts';
import { changed } from './rewriting.ts';

/** A declaration with what its names mean. */
export interface Place {
  readonly info: DeclInfo;
  readonly source: SourceFile;
  readonly model: PackageModel;
}

/** The package changed by what is said of each of its declarations; undefined where nothing is. */
export function eachDeclaration(
  text: PackageText,
  changesIn: (place: Place) => readonly Change[],
): PackageText | undefined {
  const model = packageModel(parser, text);
  let isChanged = false;
  const files = model.files.map((file) => {
    const { source, report } = file;
    const changes = source.declarations.flatMap((declaration) => {
      const info = model.declarationAt(file, declaration.first);
      return info === undefined || info.decl.kind === 'BadDecl' ? [] : changesIn({ info, source, model });
    });
    isChanged ||= changes.length > 0;
    return { path: source.path, text: changed(sourceText(source), changes), report };
  });
  return isChanged ? { ...text, files } : undefined;
}

/** What is said of each node of a declaration. */
export function eachNode(info: DeclInfo, changesAt: (node: Node) => readonly Change[]): readonly Change[] {
  const changes: Change[] = [];
  walk(info.decl, (node) => void changes.push(...changesAt(node)));
  return changes;
}
