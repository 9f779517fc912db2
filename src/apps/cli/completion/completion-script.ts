import type { shells } from './shells.ts';

/**
 * A script that lets a shell ask `golint-leaks --complete WORDS`, so that all shells offer the same. The last line of
 * the answer may be `:files`: then the shell offers names of files, which it knows how to quote.
 */
export function completionScript(shell: (typeof shells)[number]): string {
  return scripts[shell];
}

const bash = `_golint_leaks() {
  local IFS=$'\\n'
  COMPREPLY=($(golint-leaks --complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
  local last=$((\${#COMPREPLY[@]} - 1))
  if [ "$last" -ge 0 ] && [ "\${COMPREPLY[$last]}" = ':files' ]; then
    unset "COMPREPLY[$last]"
    compopt -o default 2>/dev/null
  fi
}
complete -F _golint_leaks golint-leaks
`;

const zsh = `#compdef golint-leaks
_golint_leaks() {
  local -a offered
  offered=("\${(@f)$(golint-leaks --complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ "\${offered[-1]}" == ':files' ]]; then
    offered[-1]=()
    _files
  fi
  offered=("\${(@)offered:#}")
  (( \${#offered} )) && compadd -- "\${offered[@]}"
}
if [[ "\${funcstack[1]}" == '_golint_leaks' ]]; then
  _golint_leaks "$@"
else
  compdef _golint_leaks golint-leaks
fi
`;

const fish = `function __golint_leaks_complete
  set -l words (commandline -opc)
  set -l current (commandline -ct)
  set -l offered (golint-leaks --complete $words[2..-1] "$current" 2>/dev/null)
  if test "$offered[-1]" = ':files'
    set -e offered[-1]
    __fish_complete_path "$current"
  end
  printf '%s\\n' $offered
end
complete -c golint-leaks -f -a '(__golint_leaks_complete)'
`;

const scripts = { bash, zsh, fish } as const;
