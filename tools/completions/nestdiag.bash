# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=bash
# Bash completion for nestdiag; the tool itself knows what may follow.

_nestdiag()
{
	local candidates

	candidates=$("$1" --complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
	if [[ $candidates == :file ]]; then
		mapfile -t COMPREPLY < <(compgen -f -- "$2")
		compopt -o filenames 2>/dev/null || :
	else
		mapfile -t COMPREPLY < <(cut -f 1 <<<"$candidates" | sed '/^$/d')
	fi
}

complete -F _nestdiag nestdiag
