// Gotypes prints what go/types says about the packages of the module in the working directory, as lines of JSON: the types
// of package variables, what calls call and give, and which methods implement which.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"sort"
	"strings"
)

type listed struct {
	ImportPath, Dir, Export string
	GoFiles                 []string
	Module                  *struct{ Main bool }
	Incomplete              bool
}

// An answer is one line: a kind of question, where it is asked, and what go/types says.
type answer struct {
	Kind   string   `json:"kind"`
	File   string   `json:"file"`
	Offset int      `json:"offset"`
	Name   string   `json:"name"`
	Says   []string `json:"says"`
}

func main() {
	log.SetFlags(0)
	packages := list()
	exports := map[string]string{}
	for _, each := range packages {
		exports[each.ImportPath] = each.Export
	}
	fset := token.NewFileSet()
	w := &world{fset: fset, out: json.NewEncoder(os.Stdout), checked: map[string]*types.Package{}, own: map[string]listed{}}
	w.outside = importer.ForCompiler(fset, "gc", func(path string) (io.ReadCloser, error) { return os.Open(exports[path]) })
	for _, each := range packages {
		if each.Module != nil && each.Module.Main {
			w.own[each.ImportPath] = each
		}
	}
	for _, each := range packages {
		if _, ok := w.own[each.ImportPath]; ok {
			if _, err := w.Import(each.ImportPath); err != nil {
				log.Fatal(err)
			}
		}
	}
	w.implementations()
	w.callers()
}

func list() []listed {
	out, err := exec.Command("go", "list", "-e", "-deps", "-export", "-json=ImportPath,Dir,Export,GoFiles,Module,Incomplete", "./...").Output()
	if err != nil {
		log.Fatal(err)
	}
	var all []listed
	for d := json.NewDecoder(strings.NewReader(string(out))); d.More(); {
		var one listed
		if err := d.Decode(&one); err != nil {
			log.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}

type world struct {
	fset    *token.FileSet
	out     *json.Encoder
	own     map[string]listed
	outside types.Importer
	checked map[string]*types.Package
	calls   map[string][]string
}

// Import checks packages of the module from their source, so that all objects are the same ones.
func (w *world) Import(path string) (*types.Package, error) {
	one, ok := w.own[path]
	if !ok {
		return w.outside.Import(path)
	}
	if known := w.checked[path]; known != nil {
		return known, nil
	}
	var files []*ast.File
	for _, name := range one.GoFiles {
		file, err := parser.ParseFile(w.fset, filepath.Join(one.Dir, name), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Uses: map[*ast.Ident]types.Object{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
	config := types.Config{Importer: w, Error: func(error) {}}
	pkg, _ := config.Check(path, w.fset, files, info)
	w.checked[path] = pkg
	w.variables(pkg)
	for _, file := range files {
		ast.Inspect(file, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok {
				w.call(pkg, info, call)
			}
			return true
		})
	}
	return pkg, nil
}

func (w *world) print(kind string, pos token.Pos, name string, says ...string) {
	at := w.fset.Position(pos)
	if err := w.out.Encode(answer{kind, at.Filename, at.Offset, name, says}); err != nil {
		log.Fatal(err)
	}
}

func (w *world) variables(pkg *types.Package) {
	for _, name := range pkg.Scope().Names() {
		if v, ok := pkg.Scope().Lookup(name).(*types.Var); ok {
			w.print("variable", v.Pos(), name, spelled(v.Type(), pkg))
		}
	}
}

// Calls of functions of other packages of the module are asked about: what they call, and what they give.
func (w *world) call(pkg *types.Package, info *types.Info, call *ast.CallExpr) {
	fun := ast.Unparen(call.Fun)
	if index, ok := fun.(*ast.IndexExpr); ok {
		fun = index.X
	}
	var object types.Object
	switch fun := fun.(type) {
	case *ast.Ident:
		object = info.Uses[fun]
	case *ast.SelectorExpr:
		object = info.Uses[fun.Sel]
	}
	callee, ok := object.(*types.Func)
	if !ok || callee.Pkg() == nil {
		return
	}
	callee = callee.Origin()
	signature := callee.Type().(*types.Signature)
	if recv := signature.Recv(); recv != nil && types.IsInterface(recv.Type()) {
		return
	}
	if _, ok := w.own[callee.Pkg().Path()]; !ok {
		return
	}
	at, decl := w.fset.Position(call.Pos()), w.fset.Position(callee.Pos())
	if w.calls == nil {
		w.calls = map[string][]string{}
	}
	key := fmt.Sprintf("%s:%d:%s", decl.Filename, decl.Offset, callee.Name())
	w.calls[key] = append(w.calls[key], fmt.Sprintf("%s:%d", at.Filename, at.Offset))
	if callee.Pkg() == pkg {
		return
	}
	w.print("callee", call.Pos(), callee.Name(), fmt.Sprintf("%s:%d", decl.Filename, decl.Offset))
	if results := signature.Results(); results.Len() > 0 && signature.TypeParams() == nil && signature.RecvTypeParams() == nil {
		w.print("result", call.Pos(), callee.Name(), spelled(results.At(0).Type(), pkg))
	}
}

func (w *world) callers() {
	for key, calls := range w.calls {
		parts := strings.Split(key, ":")
		var offset int
		fmt.Sscan(parts[1], &offset)
		if err := w.out.Encode(answer{"callers", parts[0], offset, parts[2], calls}); err != nil {
			log.Fatal(err)
		}
	}
}

// The methods of the module's types that implement the methods of its interfaces.
func (w *world) implementations() {
	for _, home := range w.checked {
		for _, name := range home.Scope().Names() {
			object, ok := home.Scope().Lookup(name).(*types.TypeName)
			if !ok || object.IsAlias() {
				continue
			}
			contract, ok := object.Type().Underlying().(*types.Interface)
			named, isNamed := object.Type().(*types.Named)
			if !ok || !isNamed || named.TypeParams().Len() > 0 {
				continue
			}
			for i := range contract.NumExplicitMethods() {
				method := contract.ExplicitMethod(i)
				if found := w.behind(contract, method); len(found) > 0 {
					w.print("implementations", object.Pos(), name+"."+method.Name(), found...)
				}
			}
		}
	}
}

func (w *world) behind(contract *types.Interface, method *types.Func) []string {
	var found []string
	for _, pkg := range w.checked {
		for _, name := range pkg.Scope().Names() {
			object, ok := pkg.Scope().Lookup(name).(*types.TypeName)
			if !ok || object.IsAlias() || types.IsInterface(object.Type()) {
				continue
			}
			if named, ok := object.Type().(*types.Named); !ok || named.TypeParams().Len() > 0 {
				continue
			}
			if !types.Implements(types.NewPointer(object.Type()), contract) {
				continue
			}
			selected, _, _ := types.LookupFieldOrMethod(types.NewPointer(object.Type()), true, method.Pkg(), method.Name())
			// What is promoted from an interface, or from outside of the module, has no body here.
			if selected == nil || w.checked[selected.Pkg().Path()] == nil {
				continue
			}
			if signature, ok := selected.Type().(*types.Signature); !ok || types.IsInterface(signature.Recv().Type()) {
				continue
			}
			at := w.fset.Position(selected.Pos())
			found = append(found, fmt.Sprintf("%s:%d", at.Filename, at.Offset))
		}
	}
	sort.Strings(found)
	return found
}

// As the program under test spells types: no type arguments, parameters, fields or lengths.
func spelled(t types.Type, home *types.Package) string {
	switch t := types.Unalias(t).(type) {
	case *types.Named:
		object := t.Obj()
		if object.Pkg() == nil || object.Pkg() == home {
			return object.Name()
		}
		return object.Pkg().Path() + "." + object.Name()
	case *types.Pointer:
		return "*" + spelled(t.Elem(), home)
	case *types.Slice:
		return "[]" + spelled(t.Elem(), home)
	case *types.Array:
		return "[...]" + spelled(t.Elem(), home)
	case *types.Map:
		return "map[" + spelled(t.Key(), home) + "]" + spelled(t.Elem(), home)
	case *types.Chan:
		return map[types.ChanDir]string{types.SendRecv: "chan ", types.SendOnly: "chan<- ", types.RecvOnly: "<-chan "}[t.Dir()] + spelled(t.Elem(), home)
	case *types.Signature:
		return "func"
	case *types.Struct:
		return "struct"
	case *types.Interface:
		return "interface"
	case *types.Basic:
		return t.Name()
	}
	return "?"
}
