import type { FileSystem } from '../../../host/file-system.ts';
import { byteLimits } from '../../../host/limits.ts';
import { treeOf } from '../../../syntax/parse/read-declaration.ts';
import type { Parser } from '../../../syntax/parse/parser.ts';
import type { Declaration, SourceFile } from '../../../syntax/source-file.ts';
import { openFile } from '../../../syntax/source-file.ts';
import type { FunctionName } from '../profile/function-name.ts';
import type { Operations } from './operations.ts';
import { operationsOf } from './operations.ts';

/** A function of a source file: its lines, both included, and what is in it. */
export interface SourceFunction {
  readonly from: number;
  readonly to: number;
  /** Read when first asked for. */
  readonly operations: () => Operations;
}

/** The sources that frames lead to, each opened once. */
export interface Sources {
  /** The functions of a file (absolute) that may have this name: those of package variables where it is undefined. */
  readonly functions: (file: string, name: FunctionName) => readonly SourceFunction[];
  /** The last line of the loop that begins on a line (from 1) of a file; undefined where none does. */
  readonly loopEnd: (file: string, line: number) => number | undefined;
  /** The file as it is now; undefined where it cannot be read. */
  readonly open: (file: string) => SourceFile | undefined;
}

/** Opens sources with a parser; reads no more of them than frames lead to. */
export function openSources(parser: Parser, files: FileSystem): Sources {
  const known = new Map<string, SourceFile | undefined>();
  const functions = new Map<Declaration, SourceFunction>();
  const open = (file: string): SourceFile | undefined => {
    if (!known.has(file)) known.set(file, opened(file, files));
    return known.get(file);
  };
  const functionOf = (declaration: Declaration, source: SourceFile): SourceFunction => {
    const known = functions.get(declaration) ?? sourceFunction(declaration, source, parser);
    functions.set(declaration, known);
    return known;
  };
  return {
    open,
    loopEnd(file, line) {
      const source = open(file);
      const around = source?.declarations.find(
        (each) => each.kind === 'func' && source.lines.position(each.end).line >= line,
      );
      if (source === undefined || around === undefined) return undefined;
      return functionOf(around, source).operations().loops.find(({ from }) => from === line)?.to;
    },
    functions(file, name) {
      const source = open(file);
      return (source?.declarations ?? [])
        .filter((each) => isNamed(each, name))
        .map((each) => functionOf(each, source ?? unopened(file)));
    },
  };
}

function opened(file: string, files: FileSystem): SourceFile | undefined {
  const read = files.readText(file, byteLimits.go);
  return read.kind === 'text' ? openFile(file, read.text) : undefined;
}

function unopened(file: string): never {
  throw new Error(`${file} is not open`);
}

function isNamed(declaration: Declaration, { receiver, name }: FunctionName): boolean {
  if (name === undefined) return declaration.kind === 'var';
  return declaration.kind === 'func' && declaration.name === name && declaration.receiver === receiver;
}

function sourceFunction(declaration: Declaration, { lines }: SourceFile, parser: Parser): SourceFunction {
  let operations: Operations | undefined;
  return {
    from: lines.position(declaration.pos).line,
    to: lines.position(declaration.end - 1).line,
    operations: () => (operations ??= operationsOf(treeOf(declaration, parser), lines)),
  };
}
