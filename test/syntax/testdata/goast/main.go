// Command goast prints what go/parser says about Go files: for every file below the given folders that it accepts, one
// line with the path, the functions (Recv.Name for methods) and a hash of each top-level declaration's tree, imports
// left out. With -dump it prints the trees of one file instead.
package main

import (
	"crypto/sha1"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strings"
	"unicode/utf8"
)

func main() {
	if len(os.Args) == 3 && os.Args[1] == "-dump" {
		for _, d := range read(os.Args[2]) {
			fmt.Println(d.name, d.tree)
		}
		return
	}
	for _, root := range os.Args[1:] {
		filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() && strings.HasSuffix(path, ".go") {
				report(path)
			}
			return nil
		})
	}
}

type decl struct{ name, tree string }

func report(path string) {
	decls := read(path)
	if decls == nil {
		return
	}
	var fields []string
	for _, d := range decls {
		fields = append(fields, fmt.Sprintf("%s:%x", d.name, sha1.Sum([]byte(d.tree))))
	}
	fmt.Printf("%s\t%s\n", path, strings.Join(fields, " "))
}

// read returns nil for a file that go/parser rejects.
func read(path string) []decl {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil
	}
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, path, text, parser.SkipObjectResolution)
	if err != nil {
		return nil
	}
	d := &dumper{set.File(file.FileStart).Base(), utf16Offsets(text), map[ast.Stmt][]ast.Expr{}}
	decls := []decl{}
	for _, top := range file.Decls {
		if group, ok := top.(*ast.GenDecl); ok && group.Tok == token.IMPORT {
			continue
		}
		decls = append(decls, decl{name(top), d.dump(top)})
	}
	return decls
}

func name(top ast.Decl) string {
	f, ok := top.(*ast.FuncDecl)
	if !ok {
		return top.(*ast.GenDecl).Tok.String()
	}
	if f.Recv == nil || len(f.Recv.List) == 0 {
		return f.Name.Name
	}
	if receiver := base(f.Recv.List[0].Type); receiver != "" {
		return receiver + "." + f.Name.Name
	}
	return f.Name.Name
}

// base returns the name of a receiver's type, or "" where there is none, which only the type checker rejects.
func base(t ast.Expr) string {
	switch t := t.(type) {
	case *ast.Ident:
		return t.Name
	case *ast.StarExpr:
		return base(t.X)
	case *ast.ParenExpr:
		return base(t.X)
	case *ast.IndexExpr:
		return base(t.X)
	case *ast.IndexListExpr:
		return base(t.X)
	case *ast.SelectorExpr:
		return t.Sel.Name
	}
	return ""
}

func utf16Offsets(text []byte) []int {
	units := make([]int, len(text)+1)
	n := 0
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		for k := 0; k < size; k++ {
			units[i+k] = n
		}
		i += size
		n++
		if r > 0xffff {
			n++
		}
	}
	units[len(text)] = n
	return units
}

type dumper struct {
	base  int
	units []int
	// The variable that a clause of a type switch declares, and the names of a signature, which share the scope of its body.
	symbols map[ast.Stmt][]ast.Expr
}

func (d *dumper) offset(p token.Pos) int { return d.units[int(p)-d.base] }

// node writes a node with its parts in the order of their names.
func (d *dumper) node(kind string, pos, end token.Pos, parts map[string]string) string {
	keys := make([]string, 0, len(parts))
	for k := range parts {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	var b strings.Builder
	fmt.Fprintf(&b, "%s@%d-%d(", kind, d.offset(pos), d.offset(end))
	for _, k := range keys {
		b.WriteString(k + ":" + parts[k] + " ")
	}
	b.WriteString(")")
	return b.String()
}

func list[T any](xs []T, dump func(T) string) string {
	var b strings.Builder
	b.WriteString("[")
	for _, x := range xs {
		b.WriteString(dump(x) + " ")
	}
	b.WriteString("]")
	return b.String()
}

func (d *dumper) exprs(xs []ast.Expr) string { return list(xs, d.expr) }
func (d *dumper) stmts(xs []ast.Stmt) string { return list(xs, d.stmt) }
func (d *dumper) expr(x ast.Expr) string {
	if x == nil {
		return "-"
	}
	return d.dump(x)
}

func (d *dumper) stmt(x ast.Stmt) string {
	if x == nil {
		return "-"
	}
	return d.dump(x)
}

func (d *dumper) ident(x *ast.Ident) string {
	if x == nil {
		return "-"
	}
	return d.dump(x)
}

func (d *dumper) fields(l *ast.FieldList) string {
	if l == nil {
		return "[]"
	}
	return list(l.List, func(f *ast.Field) string { return d.dump(f) })
}

// endOf is the end of a statement without the implicit empty statement behind a label.
func endOf(s ast.Stmt) token.Pos {
	if l, ok := s.(*ast.LabeledStmt); ok {
		if e, ok := l.Stmt.(*ast.EmptyStmt); ok && e.Implicit {
			return l.Colon + 1
		}
		return endOf(l.Stmt)
	}
	return s.End()
}

func clauseEnd(colon token.Pos, body []ast.Stmt) token.Pos {
	if len(body) == 0 {
		return colon + 1
	}
	return endOf(body[len(body)-1])
}

func (d *dumper) dump(n ast.Node) string {
	// Our trees have no parentheses: what they say is in the shape of the tree.
	if x, ok := n.(ast.Expr); ok {
		n = ast.Unparen(x)
	}
	type m = map[string]string
	kind := strings.TrimPrefix(fmt.Sprintf("%T", n), "*ast.")
	end := n.End()
	var parts m
	switch n := n.(type) {
	case *ast.Ident:
		parts = m{"name": n.Name}
	case *ast.BasicLit:
		parts = m{"tok": n.Kind.String(), "value": n.Value}
	case *ast.CompositeLit:
		parts = m{"type": d.expr(n.Type), "elts": d.exprs(n.Elts)}
	case *ast.FuncLit:
		d.symbols[n.Body] = namesOf(n.Type.TypeParams, n.Type.Params, n.Type.Results)
		parts = m{"type": d.dump(n.Type), "body": d.dump(n.Body)}
	case *ast.SelectorExpr:
		parts = m{"x": d.expr(n.X), "sel": d.ident(n.Sel)}
	case *ast.IndexExpr:
		parts = m{"x": d.expr(n.X), "indices": d.exprs([]ast.Expr{n.Index})}
	case *ast.IndexListExpr:
		kind = "IndexExpr"
		parts = m{"x": d.expr(n.X), "indices": d.exprs(n.Indices)}
	case *ast.SliceExpr:
		parts = m{"x": d.expr(n.X), "low": d.expr(n.Low), "high": d.expr(n.High), "max": d.expr(n.Max)}
	case *ast.TypeAssertExpr:
		parts = m{"x": d.expr(n.X), "type": d.expr(n.Type)}
	case *ast.CallExpr:
		parts = m{"fun": d.expr(n.Fun), "args": d.exprs(n.Args), "ellipsis": fmt.Sprint(n.Ellipsis.IsValid())}
	case *ast.StarExpr:
		parts = m{"x": d.expr(n.X)}
	case *ast.UnaryExpr:
		parts = m{"op": n.Op.String(), "x": d.expr(n.X)}
	case *ast.BinaryExpr:
		parts = m{"op": n.Op.String(), "x": d.expr(n.X), "y": d.expr(n.Y)}
	case *ast.KeyValueExpr:
		parts = m{"key": d.expr(n.Key), "value": d.expr(n.Value)}
	case *ast.ArrayType:
		parts = m{"len": d.expr(n.Len), "elt": d.expr(n.Elt)}
	case *ast.StructType:
		parts = m{"fields": d.fields(n.Fields)}
	case *ast.FuncType:
		parts = m{"typeParams": d.fields(n.TypeParams), "params": d.fields(n.Params), "results": d.fields(n.Results)}
	case *ast.InterfaceType:
		parts = m{"methods": d.fields(n.Methods)}
	case *ast.MapType:
		parts = m{"key": d.expr(n.Key), "value": d.expr(n.Value)}
	case *ast.ChanType:
		parts = m{"dir": map[ast.ChanDir]string{ast.SEND: "send", ast.RECV: "recv", ast.SEND | ast.RECV: "both"}[n.Dir], "value": d.expr(n.Value)}
	case *ast.Ellipsis:
		parts = m{"elt": d.expr(n.Elt)}
	case *ast.Field:
		parts = m{"names": list(n.Names, d.ident), "type": d.expr(n.Type)}
	case *ast.DeclStmt:
		parts = m{"decl": d.dump(n.Decl)}
	case *ast.EmptyStmt:
		return "EmptyStmt"
	case *ast.LabeledStmt:
		end = endOf(n)
		parts = m{"label": d.ident(n.Label), "stmt": d.stmt(n.Stmt)}
	case *ast.ExprStmt:
		parts = m{"x": d.expr(n.X)}
	case *ast.SendStmt:
		parts = m{"chan": d.expr(n.Chan), "value": d.expr(n.Value)}
	case *ast.IncDecStmt:
		parts = m{"x": d.expr(n.X), "tok": n.Tok.String()}
	case *ast.AssignStmt:
		parts = m{"lhs": d.exprs(n.Lhs), "tok": n.Tok.String(), "rhs": d.exprs(n.Rhs)}
	case *ast.GoStmt:
		parts = m{"call": d.expr(n.Call)}
	case *ast.DeferStmt:
		parts = m{"call": d.expr(n.Call)}
	case *ast.ReturnStmt:
		parts = m{"results": d.exprs(n.Results)}
	case *ast.BranchStmt:
		parts = m{"tok": n.Tok.String(), "label": d.ident(n.Label)}
	case *ast.BlockStmt:
		parts = m{"list": d.stmts(withoutPlainBlocks(n.List, d.symbols[n]))}
	case *ast.IfStmt:
		parts = m{"init": d.stmt(n.Init), "cond": d.expr(n.Cond), "body": d.dump(n.Body), "else": d.stmt(n.Else)}
	case *ast.CaseClause:
		end = clauseEnd(n.Colon, n.Body)
		parts = m{"list": d.exprs(n.List), "body": d.stmts(withoutPlainBlocks(n.Body, d.symbols[n]))}
		if n.List == nil {
			parts["list"] = "-"
		}
	case *ast.SwitchStmt:
		parts = m{"init": d.stmt(n.Init), "tag": d.expr(n.Tag), "body": d.stmts(n.Body.List)}
	case *ast.TypeSwitchStmt:
		label, x := "-", ast.Expr(nil)
		switch assign := n.Assign.(type) {
		case *ast.AssignStmt:
			label, x = d.expr(assign.Lhs[0]), assign.Rhs[0]
			for _, clause := range n.Body.List {
				d.symbols[clause] = assign.Lhs
			}
		case *ast.ExprStmt:
			x = assign.X
		}
		parts = m{"init": d.stmt(n.Init), "name": label, "x": d.expr(x.(*ast.TypeAssertExpr).X), "body": d.stmts(n.Body.List)}
	case *ast.CommClause:
		end = clauseEnd(n.Colon, n.Body)
		var received []ast.Expr
		if comm, ok := n.Comm.(*ast.AssignStmt); ok && comm.Tok == token.DEFINE {
			received = comm.Lhs
		}
		parts = m{"comm": d.stmt(n.Comm), "body": d.stmts(withoutPlainBlocks(n.Body, received))}
	case *ast.SelectStmt:
		parts = m{"body": d.stmts(n.Body.List)}
	case *ast.ForStmt:
		parts = m{"init": d.stmt(n.Init), "cond": d.expr(n.Cond), "post": d.stmt(n.Post), "body": d.dump(n.Body)}
	case *ast.RangeStmt:
		parts = m{"key": d.expr(n.Key), "value": d.expr(n.Value), "tok": n.Tok.String(), "x": d.expr(n.X), "body": d.dump(n.Body)}
		if n.Key == nil {
			parts["tok"] = "-"
		}
	case *ast.ValueSpec:
		parts = m{"names": list(n.Names, d.ident), "type": d.expr(n.Type), "values": d.exprs(n.Values)}
	case *ast.TypeSpec:
		parts = m{"name": d.ident(n.Name), "typeParams": d.fields(n.TypeParams), "alias": fmt.Sprint(n.Assign.IsValid()), "type": d.expr(n.Type)}
	case *ast.GenDecl:
		parts = m{"tok": n.Tok.String(), "specs": list(n.Specs, func(s ast.Spec) string { return d.dump(s) })}
	case *ast.FuncDecl:
		parts = m{"recv": "-", "name": d.ident(n.Name), "type": d.dump(n.Type), "body": "-"}
		if n.Recv != nil && len(n.Recv.List) > 0 {
			parts["recv"] = d.dump(n.Recv.List[0])
		}
		if n.Body != nil {
			d.symbols[n.Body] = namesOf(n.Recv, n.Type.TypeParams, n.Type.Params, n.Type.Results)
			parts["body"] = d.dump(n.Body)
		}
	default:
		panic(kind)
	}
	return d.node(kind, n.Pos(), end, parts)
}

// withoutPlainBlocks leaves out blocks that change nothing, as our trees do: those that declare nothing, and one that
// is all there is, unless it declares one of the names around anew.
func withoutPlainBlocks(stmts []ast.Stmt, around []ast.Expr) []ast.Stmt {
	kept := []ast.Stmt{}
	for _, s := range stmts {
		block, ok := s.(*ast.BlockStmt)
		if !ok {
			kept = append(kept, s)
			continue
		}
		within := withoutPlainBlocks(block.List, nil)
		names := declared(within)
		clashes := false
		for _, x := range around {
			if id, ok := x.(*ast.Ident); ok && names[id.Name] {
				clashes = true
			}
		}
		if len(names) == 0 || len(stmts) == 1 && !clashes {
			kept = append(kept, within...)
		} else {
			kept = append(kept, s)
		}
	}
	return kept
}

// declared gives the names that statements add to the scope that they stand in.
func declared(stmts []ast.Stmt) map[string]bool {
	names := map[string]bool{}
	add := func(ids ...*ast.Ident) {
		for _, id := range ids {
			names[id.Name] = true
		}
	}
	for _, s := range stmts {
		switch s := s.(type) {
		case *ast.AssignStmt:
			for _, x := range s.Lhs {
				if id, ok := x.(*ast.Ident); ok && s.Tok == token.DEFINE {
					add(id)
				}
			}
		case *ast.DeclStmt:
			for _, spec := range s.Decl.(*ast.GenDecl).Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					add(spec.Name)
				case *ast.ValueSpec:
					add(spec.Names...)
				}
			}
		}
	}
	return names
}

func namesOf(lists ...*ast.FieldList) []ast.Expr {
	names := []ast.Expr{}
	for _, l := range lists {
		if l == nil {
			continue
		}
		for _, f := range l.List {
			for _, id := range f.Names {
				names = append(names, id)
			}
		}
	}
	return names
}
