/**
 * What each shell needs to ask this program for what may come next. The words go there as arguments and are never
 * evaluated: a half-typed `$(…)` is not run by a press of Tab. No package such as bash-completion is needed.
 */
export const COMPLETION_SCRIPTS: Readonly<Record<string, string>> = {
  bash: `# bash completion of planhat-sync. Add to ~/.bashrc:  eval "$(planhat-sync completion bash)"
_planhat_sync() {
  local line quoted current="\${COMP_WORDS[COMP_CWORD]}"
  [ "$current" = "=" ] && current=""
  COMPREPLY=()
  while IFS= read -r line; do
    if [ "$line" = ":files" ]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
    else
      printf -v quoted '%q' "\${line%%$'\\t'*}"
      COMPREPLY+=("$quoted")
    fi
  done < <(planhat-sync completion --words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _planhat_sync planhat-sync
`,
  zsh: `#compdef planhat-sync
# zsh completion of planhat-sync. Add to ~/.zshrc, behind compinit:  eval "$(planhat-sync completion zsh)"
_planhat_sync() {
  local line
  local -a values shown
  while IFS= read -r line; do
    if [[ "$line" == ":files" ]]; then
      _files
      return
    fi
    values+=("\${line%%$'\\t'*}")
    shown+=("\${line/$'\\t'/  -- }")
  done < <(planhat-sync completion --words -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  compadd -l -d shown -a values
}
if [[ "\${funcstack[1]}" == "_planhat_sync" ]]; then
  _planhat_sync "$@"
else
  compdef _planhat_sync planhat-sync
fi
`,
  fish: `# fish completion of planhat-sync. Run once:  planhat-sync completion fish > ~/.config/fish/completions/planhat-sync.fish
function __planhat_sync_words
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct)
    set -l found (planhat-sync completion --words -- $words "$current" 2>/dev/null)
    if test "$found[1]" = ":files"
        __fish_complete_path "$current"
    else
        string join \\n -- $found
    end
end
complete -c planhat-sync -f -a '(__planhat_sync_words)'
`,
};
