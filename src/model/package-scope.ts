import type { GenDecl } from '../syntax/ast.ts';
import { isExported } from '../syntax/is-exported.ts';
import type { Compatible } from './build/build-constraint.ts';
import type { DeclInfo, Func, ModelFile, Obj, PackageModel } from './info.ts';
import { declaringIndex } from './names/declaring-index.ts';
import { functionIndex } from './names/function-index.ts';
import { dotImports, importedPath } from './names/imports.ts';
import { universe } from './names/universe.ts';
import type { Declarations } from './read-declarations.ts';

/** What names mean outside of all functions. */
export type PackageScope = Pick<PackageModel, 'lookup' | 'member' | 'method' | 'hasMethod' | 'functionsNamed'>;

/** Finds declarations by their tokens before it reads them. */
export function packageScope(
  files: readonly ModelFile[], compatible: Compatible, { info }: Pick<Declarations, 'info'>,
): PackageScope {
  const objects = new Map<string, readonly Obj[]>();
  const declaring = declaringIndex(files);
  const functions = functionIndex(files);

  /** Several of one name are of files that exclude each other, or the package is broken. */
  const visibleFunc = (receiver: string | undefined, name: string, from: ModelFile): Func | undefined => {
    const visible = functions(name).filter(({ declaration, file }) =>
      declaration.receiver === receiver && compatible(file.constraint, from.constraint));
    return visible.length === 1 ? visible[0] : undefined;
  };

  /** Variables, constants and types of that name, from all files. */
  const declared = (name: string): readonly Obj[] => {
    const known = objects.get(name);
    if (known) return known;
    objects.set(name, []); // a declaration that mentions its own name finds itself on the second look
    const fresh = declaring(name).flatMap(({ declaration, file }) => declaredBy(info(declaration, file), name));
    objects.set(name, fresh);
    return fresh;
  };

  const member = (name: string, from: ModelFile): Obj | undefined => {
    const func = visibleFunc(undefined, name, from);
    if (func) return func;
    const [object, ...twins] = declared(name).filter(
      (each) => !('info' in each) || compatible(each.info.file.constraint, from.constraint),
    );
    return twins.length === 0 || from.package === files[0]?.package ? object : undefined;
  };

  function lookup(name: string, from: ModelFile): Obj | undefined {
    const path = importedPath(from.source, name);
    if (path !== undefined) return { kind: 'PkgName', path };
    return (
      member(name, from)
      ?? (universe.has(name) ? { kind: 'Universe', name } : (dotImported(name, from) ?? importedByClause(name, from)))
    );
  }

  return {
    lookup,
    member,
    method: (type, name, from) => visibleFunc(type, name, from),
    hasMethod: (type, name) => functions(name).some(({ declaration }) => declaration.receiver === type),
    functionsNamed: functions,
  };
}

function declaredBy(info: DeclInfo, name: string): readonly Obj[] {
  return info.decl.kind === 'GenDecl' ? specObjects(info.decl, info, name) : [];
}

function specObjects(group: GenDecl, info: DeclInfo, name: string): readonly Obj[] {
  return group.specs.flatMap((spec): Obj[] => {
    if (spec.kind === 'TypeSpec') return spec.name.name === name ? [{ kind: 'TypeName', spec, info }] : [];
    return spec.names.flatMap((ident, index): Obj[] => {
      if (ident.name !== name) return [];
      if (group.tok === 'const') return [{ kind: 'Const', name, value: spec.values[index], info }];
      const single = spec.values.length === 1 && spec.names.length > 1;
      const value = single ? spec.values[0] : spec.values[index];
      const origin = value && {
        kind: 'value' as const,
        value,
        index: single ? index : 0,
        count: single ? spec.names.length : 1,
      };
      return [
        { kind: 'Var', name, role: 'package', ident, func: undefined, info, type: spec.type, origin, variadic: false },
      ];
    });
  });
}

/** A dot import of one package is believed to declare every exported name that nothing else does; of several, none. */
function dotImported(name: string, from: ModelFile): Obj | undefined {
  const paths = dotImports(from.source);
  const path = paths.length === 1 ? paths[0] : undefined;
  return path !== undefined && isExported(name) ? { kind: 'Imported', path, name } : undefined;
}

/** The package of the workspace that a file imports without a name, and whose path does not tell what it is called. */
function importedByClause(name: string, from: ModelFile): Obj | undefined {
  const found = from.source.imports.find(
    (spec) => spec.name === undefined && from.package.others.package(spec.path, from.package)?.name === name,
  );
  return found && { kind: 'PkgName', path: found.path };
}
