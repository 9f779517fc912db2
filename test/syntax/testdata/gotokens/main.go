// Command gotokens prints, for each file below the folders that it is given, a hash of its tokens as go/scanner reads them:
// `path<TAB>count<TAB>hash`. With -mutate N it first writes N mutated files into the folder -into and prints those.
package main

import (
	"bufio"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"go/scanner"
	"go/token"
	"io/fs"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
)

var pieces = []string{"`", "\"", "'", "/*", "*/", "//", "\n", "\r\n", "{", "}", "(", "\\", "0x", "1e", ".5i", "..", "<-", "&^=", "é", "\u0660", "“", "\ufeff", "\x00", "func f(", ";", "return\n"}

func main() {
	mutate := flag.Int("mutate", 0, "how many mutated files to write")
	into := flag.String("into", "", "where they go")
	flag.Parse()
	paths := goFiles(flag.Args())
	if *mutate > 0 {
		paths = mutated(paths, *mutate, *into)
	}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, path := range paths {
		count, hash := tokens(path)
		fmt.Fprintf(out, "%s\t%d\t%s\n", path, count, hash)
	}
}

func goFiles(roots []string) (paths []string) {
	for _, root := range roots {
		filepath.WalkDir(root, func(path string, entry fs.DirEntry, err error) error {
			if err == nil && entry.Type().IsRegular() && strings.HasSuffix(path, ".go") {
				paths = append(paths, path)
			}
			return nil
		})
	}
	return paths
}

func mutated(paths []string, count int, into string) (made []string) {
	random := rand.New(rand.NewSource(1))
	for i := 0; i < count; i++ {
		text, err := os.ReadFile(paths[random.Intn(len(paths))])
		if err != nil || len(text) == 0 {
			continue
		}
		if len(text) > 20000 {
			at := random.Intn(len(text) - 20000)
			text = text[at : at+20000]
		}
		for n := 1 + random.Intn(6); n > 0; n-- {
			at := random.Intn(len(text))
			end := min(len(text), at+random.Intn(8))
			piece := pieces[random.Intn(len(pieces))]
			text = append(text[:at:at], append([]byte(piece), text[end:]...)...)
		}
		path := filepath.Join(into, fmt.Sprintf("m%05d.go", i))
		if err := os.WriteFile(path, []byte(strings.ToValidUTF8(string(text), "?")), 0o644); err != nil {
			panic(err)
		}
		made = append(made, path)
	}
	return made
}

func tokens(path string) (count int, hash string) {
	text, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	file := token.NewFileSet().AddFile(path, -1, len(text))
	var s scanner.Scanner
	s.Init(file, text, func(token.Position, string) {}, 0)
	sum := sha256.New()
	for {
		pos, tok, lit := s.Scan()
		if tok == token.EOF {
			return count, hex.EncodeToString(sum.Sum(nil))
		}
		count++
		name := tok.String()
		if tok == token.SEMICOLON && lit == "\n" {
			name = "newline"
		}
		fmt.Fprintf(sum, "%d %s\n", file.Offset(pos), name)
	}
}
