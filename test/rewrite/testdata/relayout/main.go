// Command relayout rewrites Go files so that they mean the same: it reads a JSON list of texts and prints a list with the
// rewritten ones. Its argument is one of the styles below.
package main

import (
	"encoding/json"
	"fmt"
	"go/ast"
	"go/format"
	"go/parser"
	"go/token"
	"os"
	"sort"
	"strings"
)

// A style collects the edits that rewrite a file.
type style func(*file)

var styles = map[string]style{
	"lists":      lists,
	"groups":     groups,
	"parameters": parameters,
	"literals":   literals,
}

func main() {
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(name string) error {
	change, ok := styles[name]
	if !ok {
		return fmt.Errorf("no such style: %s", name)
	}
	var texts []string
	if err := json.NewDecoder(os.Stdin).Decode(&texts); err != nil {
		return err
	}
	for i, text := range texts {
		rewritten, err := rewrite(text, change)
		if err != nil {
			return fmt.Errorf("text %d: %w", i, err)
		}
		texts[i] = rewritten
	}
	return json.NewEncoder(os.Stdout).Encode(texts)
}

// A file is a text with its tree and what is to be changed in it.
type file struct {
	text  string
	set   *token.FileSet
	tree  *ast.File
	edits []edit
}

// An edit replaces text[from:to].
type edit struct {
	from, to int
	with     string
}

func rewrite(text string, change style) (string, error) {
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, "", text, parser.ParseComments|parser.SkipObjectResolution)
	if err != nil {
		return "", err
	}
	f := &file{text: text, set: set, tree: tree}
	change(f)
	sort.SliceStable(f.edits, func(i, j int) bool { return f.edits[i].from > f.edits[j].from })
	for _, each := range f.edits {
		text = text[:each.from] + each.with + text[each.to:]
	}
	out, err := format.Source([]byte(text))
	return string(out), err
}

func (f *file) offset(pos token.Pos) int { return f.set.Position(pos).Offset }

func (f *file) source(node ast.Node) string { return f.text[f.offset(node.Pos()):f.offset(node.End())] }

func (f *file) replace(from, to token.Pos, with string) {
	f.edits = append(f.edits, edit{f.offset(from), f.offset(to), with})
}

// hasComment tells whether a comment stands between two places: then lines stay as they are.
func (f *file) hasComment(from, to token.Pos) bool {
	for _, group := range f.tree.Comments {
		if group.Pos() < to && from < group.End() {
			return true
		}
	}
	return false
}

// lists puts arguments, parameters and elements on lines of their own, with a comma behind the last one.
func lists(f *file) {
	spread := func(open, close token.Pos, nodes []ast.Node, isVariadic bool) {
		if len(nodes) == 0 || !open.IsValid() || !close.IsValid() || f.hasComment(open, close) {
			return
		}
		f.replace(open+1, open+1, "\n")
		for _, node := range nodes[1:] {
			f.replace(node.Pos(), node.Pos(), "\n")
		}
		end := nodes[len(nodes)-1].End()
		if isVariadic {
			end = close
		}
		if strings.Contains(f.text[f.offset(end):f.offset(close)], ",") {
			return // it is there
		}
		f.replace(end, end, ",\n")
	}
	ast.Inspect(f.tree, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.CallExpr:
			spread(node.Lparen, node.Rparen, nodes(node.Args), node.Ellipsis.IsValid())
		case *ast.CompositeLit:
			spread(node.Lbrace, node.Rbrace, nodes(node.Elts), false)
		case *ast.FuncDecl:
			spread(node.Type.Params.Opening, node.Type.Params.Closing, nodes(node.Type.Params.List), false)
		}
		return true
	})
}

func nodes[N ast.Node](list []N) []ast.Node {
	all := make([]ast.Node, len(list))
	for i, each := range list {
		all[i] = each
	}
	return all
}

// groups puts each declaration of variables, constants and types into brackets.
func groups(f *file) {
	ast.Inspect(f.tree, func(node ast.Node) bool {
		decl, ok := node.(*ast.GenDecl)
		if ok && decl.Tok != token.IMPORT && !decl.Lparen.IsValid() && !f.hasComment(decl.TokPos, decl.End()) {
			from := decl.Specs[0].Pos()
			f.replace(from, from, "(\n")
			f.replace(decl.End(), decl.End(), "\n)")
		}
		return true
	})
}

// parameters gives each parameter, result and field a type of its own: a int, b int for a, b int.
func parameters(f *file) {
	ast.Inspect(f.tree, func(node ast.Node) bool {
		list, ok := node.(*ast.FieldList)
		if !ok || list == nil {
			return true
		}
		for _, field := range list.List {
			isInterface := f.text[f.offset(field.Pos())] == '~'
			if len(field.Names) < 2 || isInterface || f.hasComment(field.Pos(), field.End()) || hasFunction(field.Type) {
				continue
			}
			for i, name := range field.Names[:len(field.Names)-1] {
				separator := ","
				if f.text[f.offset(list.Opening)] == '{' {
					separator = ";"
				}
				f.replace(name.End(), field.Names[i+1].Pos(), " "+f.source(field.Type)+separator+" ")
			}
		}
		return true
	})
}

// hasFunction tells whether a type holds lists of its own, which would be rewritten a second time.
func hasFunction(expr ast.Expr) bool {
	found := false
	ast.Inspect(expr, func(node ast.Node) bool {
		_, isList := node.(*ast.FieldList)
		found = found || isList
		return !found
	})
	return found
}

// literals spells the types of elements out that a literal of a slice, an array or a map implies.
func literals(f *file) {
	ast.Inspect(f.tree, func(node ast.Node) bool {
		literal, ok := node.(*ast.CompositeLit)
		if !ok {
			return true
		}
		var element ast.Expr
		switch typ := literal.Type.(type) {
		case *ast.ArrayType:
			element = typ.Elt
		case *ast.MapType:
			element = typ.Value
		}
		if element == nil {
			return true
		}
		for _, each := range literal.Elts {
			if pair, ok := each.(*ast.KeyValueExpr); ok {
				each = pair.Value
			}
			inner, ok := each.(*ast.CompositeLit)
			if !ok || inner.Type != nil {
				continue
			}
			with := f.source(element)
			if pointer, ok := element.(*ast.StarExpr); ok {
				with = "&" + f.source(pointer.X)
			}
			f.replace(inner.Lbrace, inner.Lbrace, with)
		}
		return true
	})
}
