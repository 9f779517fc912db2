// Package cli declares what fixtures use of github.com/urfave/cli/v2.
package cli

type Context struct{ Command *Command }

type Command struct{ Name string }
