import { testFolders } from '../knowledge/folders.ts';
import type { DeclInfo, Func, ModelFile, PackageModel, TypeName } from '../model/info.ts';
import type { Signature } from '../model/types/members.ts';
import { interfaceMethod, methodOf } from '../model/types/members.ts';
import { helpsTests } from '../model/helps-tests.ts';
import type { Type } from '../model/types/type.ts';
import { typeFromExpr, typeNameOf, typeOfName, typeString } from '../model/types/type.ts';
import type { Expr, Field } from '../syntax/ast.ts';
import { hasMethodsOf } from './has-methods-of.ts';
import { isExported } from '../syntax/is-exported.ts';

/** So many methods of one name are looked at. */
const mostMethods = 100;

/**
 * The methods of the workspace that may stand behind a method of an interface: those of types that have all methods of
 * the interface, with the same parameters and results. Test helpers, mocks and types that embed the interface do not
 * count. Undefined where the interface is declared outside of the workspace, where there is none, and where there are
 * too many.
 */
export function implementations(type: Type | undefined, method: string): readonly Func[] | undefined {
  const contract = typeNameOf(type);
  const wanted = interfaceMethod(type, method);
  if (!contract || !wanted) return undefined;
  const own = contract.info.file.package;
  const packages = isExported(method) ? own.others.holding(method, own) ?? [] : [own];
  const named = [...new Set([own, ...packages])].flatMap((model) => methodsNamed(method, model));
  if (named.length > mostMethods) return undefined;
  const found = named.filter((func) => isOne(func, contract, wanted));
  return found.length === 0 ? undefined : found;
}

function methodsNamed(method: string, model: PackageModel): readonly Func[] {
  return model.files.filter((file) => !isForTests(file)).flatMap((file) =>
    file.source.declarations
      .filter(({ name, receiver, kind }) => kind === 'func' && name === method && receiver !== undefined)
      .map((declaration): Func => ({ kind: 'Func', declaration, file })));
}

/** Mocks, fakes and stubs say nothing about what runs in earnest. */
function isForTests({ inProject, source }: ModelFile): boolean {
  return (
    testFolders.test(inProject)
    || /(?:^|[/_])(?:mocks?|fakes?|stubs?)[_.]|_(?:mocks?|fakes?|stubs?|test)\.go$/i.test(inProject)
    || helpsTests(source)
  );
}

function isOne(
  { declaration: { receiver = '', name = '' }, file }: Func,
  contract: TypeName,
  wanted: Signature,
): boolean {
  if (/^(?:mock|fake|stub|nop|noop)|(?:mock|fake|stub)$/i.test(receiver)) return false;
  const object = file.package.member(receiver, file);
  const type = object?.kind === 'TypeName' ? typeOfName(object) : undefined;
  if (object?.kind !== 'TypeName' || embeds(object, contract)) return false;
  if (type === undefined || !hasMethodsOf(contract, type)) return false;
  const func = methodOf(type, name);
  const info = func && file.package.infoOf(func);
  return info?.decl.kind === 'FuncDecl' && signatureText({ type: info.decl.type, info }) === signatureText(wanted);
}

function embeds({ spec, info }: TypeName, contract: TypeName): boolean {
  const fields = spec.type.kind === 'StructType' ? spec.type.fields : [];
  return fields.some(
    (field) => field.names.length === 0 && typeNameOf(typeFromExpr(field.type, info))?.spec === contract.spec,
  );
}

function signatureText({ type, info }: Signature): string {
  return [type.params, type.results]
    .map((fields) => fields.flatMap((field) => typesOf(field, info)).join())
    .join(' -> ');
}

function typesOf({ names, type }: Field, info: DeclInfo): readonly string[] {
  return Array<string>(Math.max(1, names.length)).fill(typeText(type, info));
}

/** Types of the package under analysis have no qualifier when seen from there, so all are spelled as seen from it. */
function typeText(type: Expr, info: DeclInfo): string {
  return type.kind === 'Ellipsis'
    ? `...${type.elt ? typeText(type.elt, info) : ''}`
    : typeString(typeFromExpr(type, info));
}
