import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { callersOf } from '../../src/facts/callers.ts';
import { implementations } from '../../src/facts/implementations.ts';
import { disk } from '../../src/host/node.ts';
import type { DeclInfo, Func, PackageModel } from '../../src/model/info.ts';
import { packageModel } from '../../src/model/package-model.ts';
import { typeOfName, typeString } from '../../src/model/types/type.ts';
import { calleeOf, funcOf, typeOf, typeOfVar } from '../../src/model/types/type-of.ts';
import type { CallExpr } from '../../src/syntax/ast.ts';
import { tokenFrom } from '../../src/syntax/token/tokens.ts';
import { layout } from '../../src/workspace/layout.ts';
import { surroundingsOf } from '../../src/workspace/surroundings.ts';
import { assetPath } from '../../src/assets.ts';
import { nodesOf, parser } from '../parse-go.ts';

/** The kinds of questions that go/types answers. */
export const questions = ['variable', 'callee', 'result', 'implementations', 'callers'] as const;

/** What go/types says: of one name at one place, counted in bytes. */
interface Answer {
  readonly kind: (typeof questions)[number];
  readonly file: string;
  readonly offset: number;
  readonly name: string;
  readonly says: readonly string[];
}

/** How the module view compares for one kind of question. */
export interface Comparison {
  asked: number;
  /** Each answer that differs: the place, what is said here, and what go/types says. */
  readonly differs: string[];
  /** Each place of which nothing is known. */
  readonly unknown: string[];
}

/** The module of that path and version, from the module cache or the module proxy; undefined where there is neither. */
export function moduleFolder(module: string): string | undefined {
  const { status, stdout } = spawnSync('go', ['mod', 'download', '-json', module], {
    encoding: 'utf8',
    cwd: assetPath('test/workspace/testdata/gotypes'),
  });
  return status === 0 ? JSON.parse(stdout).Dir : undefined;
}

/** Asks go/types and the module view the same questions about the packages of a module. */
export function compareWithGoTypes(root: string): ReadonlyMap<Answer['kind'], Comparison> {
  const around = layout({ seesAll: true, files: disk, show: (path) => path, settings: () => go, ignored: () => () => false });
  const models = new Map<string, PackageModel>();
  const modelOf = (file: string): PackageModel => {
    const dir = dirname(file);
    const known = models.get(dir) ?? openPackage(file, around);
    models.set(dir, known);
    return known;
  };
  const found = new Map(
    questions.map((kind): [Answer['kind'], Comparison] => [kind, { asked: 0, unknown: [], differs: [] }]),
  );
  for (const answer of goTypes(root)) {
    const comparison = found.get(answer.kind);
    if (!comparison) continue;
    const own = ownAnswer(answer, modelOf(answer.file));
    comparison.asked++;
    if (own === undefined)
      comparison.unknown.push(`${answer.file}:${answer.offset} ${answer.name} ${answer.says.join(' ')}`);
    else if (own !== 'agrees')
      comparison.differs.push(
        `${answer.file.slice(root.length + 1)}:${answer.offset} ${answer.name}: ${own}; go/types: ${answer.says.join(' ')}`,
      );
  }
  return found;
}

const go = { version: '1.22', toolchain: undefined, godebug: {} };

function goTypes(root: string): readonly Answer[] {
  const tool = assetPath('test/workspace/testdata/gotypes');
  const built = spawnSync('go', ['build', '-o', join(tool, 'gotypes.out'), '.'], { cwd: tool, encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stderr);
  const { status, stdout, stderr } = spawnSync(join(tool, 'gotypes.out'), [], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, GOFLAGS: '-mod=mod' },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout.trimEnd().split('\n').map((line) => JSON.parse(line));
}

function openPackage(file: string, around: ReturnType<typeof layout>): PackageModel {
  const dir = dirname(file);
  const clause = /^package (\w+)/m.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
  const names = readdirSync(dir).filter((name) => name.endsWith('.go') && !name.endsWith('_test.go'));
  const files = names.map((name) => ({
    path: join(dir, name),
    text: readFileSync(join(dir, name), 'utf8'),
    report: true,
  }));
  const own = files.filter(({ text }) => new RegExp(`^package ${clause}\\b`, 'm').test(text));
  return packageModel(
    parser,
    { name: clause, files: own, go },
    { surroundings: surroundingsOf(dir, around, { folders: new Set(), trees: new Set() }) },
  );
}

/** Undefined where nothing is known; else `agrees`, or what is said instead. */
function ownAnswer({ kind, file: path, offset, name, says }: Answer, model: PackageModel): string | undefined {
  const file = model.files.find(({ source }) => source.path === path);
  if (!file) return undefined;
  const at = readFileSync(path).subarray(0, offset).toString().length;
  const compared = (own: string | undefined): string | undefined =>
    own === undefined || own.includes('?') ? undefined : own === spelled(says[0] ?? '') ? 'agrees' : own;
  switch (kind) {
    case 'variable': {
      const object = model.member(name, file);
      return compared(object?.kind === 'Var' ? spelled(typeString(typeOfVar(object, model))) : undefined);
    }
    case 'implementations': {
      const [type = '', method = ''] = name.split('.');
      const object = model.member(type, file);
      const own = object?.kind === 'TypeName' ? implementations(typeOfName(object), method) : undefined;
      const places = own?.map(placeOf).toSorted();
      const counting = says.filter((each) => !/\/(?:mock|fake|test)s?\/|_mock\.go:/.test(each)); // those do not vote
      if (counting.length === 0) return 'agrees';
      return places && (places.join() === counting.join() ? 'agrees' : places.join(' '));
    }
    case 'callers': {
      const func = file.source.declarationAt(tokenFrom(file.source.tokens, at));
      const own = func ? callersOf({ kind: 'Func', declaration: func, file }) : undefined;
      if (!own || own.calls.length === 0) return undefined;
      const places = new Set(own.calls.map(({ call, info }) => placeAt(call.pos, info)));
      const missing = says.filter((each) => !places.has(each));
      const certain = own.calls.filter(
        ({ call, info }) => funcOf(calleeOf(call, info, info.file.package))?.declaration === func,
      );
      const surplus = certain.map(({ call, info }) => placeAt(call.pos, info)).filter((each) => !says.includes(each));
      return missing.length === 0 && surplus.length === 0
        ? 'agrees'
        : `missing ${missing.join(' ')}, surplus ${surplus.join(' ')}`;
    }
    default: {
      const info = model.declarationAt(file, tokenFrom(file.source.tokens, at));
      const call = info && nodesOf(info.decl, 'CallExpr').find((each) => each.pos === at && lastName(each) === name);
      if (!info || !call) return undefined;
      if (kind === 'result') return compared(spelled(typeString(typeOf(call, info, model))));
      const callee = funcOf(calleeOf(call, info, model));
      return compared(callee && placeOf(callee));
    }
  }
}

function lastName({ fun }: CallExpr): string | undefined {
  const called = fun.kind === 'IndexExpr' ? fun.x : fun;
  return called.kind === 'SelectorExpr' ? called.sel.name : called.kind === 'Ident' ? called.name : undefined;
}

/** go/types knows one name for each basic type. */
function spelled(type: string): string {
  return type.replace(/\bany\b/g, 'interface').replace(/\bbyte\b/g, 'uint8').replace(/\brune\b/g, 'int32');
}

function placeOf(func: Func): string {
  const info = func.file.package.infoOf(func);
  return info.decl.kind === 'FuncDecl' ? placeAt(info.decl.name.pos, info) : '';
}

function placeAt(pos: number, { file: { source: { path } } }: DeclInfo): string {
  return `${path}:${Buffer.byteLength(readFileSync(path, 'utf8').slice(0, pos))}`;
}
