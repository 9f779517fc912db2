import type { Rule } from '../engines/kinds.ts';

/** The text of a new configuration file: every key explained and commented out, so that it changes nothing as it is. */
export function template(rules: readonly Rule[]): string {
  return `# yaml-language-server: $schema=https://raw.githubusercontent.com/golint-leaks/golint-leaks/main/docs/golint-leaks.schema.json
#
# Settings of golint-leaks for this folder and all below it. A file further down wins over this one, a flag over both.
# "golint-leaks config PATH" prints what is in force for PATH, and where it comes from.

# The level of a rule's findings: off (the rule does not run), note, warning or error. Notes keep theirs unless "notes" is on.
#rules:
${rules.map(({ id }) => `#  ${id}: warning\n`).join('')}
# Levels in some files only: they win over the ones above. Globs as in exclude.
#overrides:
#  - files: ["cmd/**", "*_gen.go"]
#    rules:
#      goroutine-without-exit: off

# Files and folders that are not reported on, relative to this file: * and ? within a name, ** for any folders.
# A glob without a slash matches a name at any depth.
#exclude:
#  - third_party
#  - "**/*_mock.go"

# The Go version to assume, instead of the one of go.mod.
#go-version: "1.22"

# Whether findings of medium confidence are shown too.
#strict: false

# Whether notes are shown in full (on) or not at all (off); without the key, text has one line for each.
#notes: on

# Whether test files (_test.go) are reported on.
#tests: off

# The level from which findings make a run fail: error, warning, note or never.
#fail-on: warning

# The form of the report where no flag names one, as for --format; the file of the working directory counts.
#format: text

# Pairs of acquire and release of your own. Each becomes a rule with the name "id".
#resources:
#  - id: conn-not-returned
#    noun: connection
#    released: returned
#    acquire: (*example.com/pool.Pool).Get
#    type: "*example.com/pool.Conn"
#    release: Release
#    uses: [Exec, Query]
`;
}
