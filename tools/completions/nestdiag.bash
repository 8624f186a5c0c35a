# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=bash
# Bash completion for nestdiag. Commands, options and what they take come from its own --help.

# _nestdiag_takes HELP OPTION: what the option takes (FILE, N, ...), nothing where it takes nothing
_nestdiag_takes()
{
	sed -nE "s/^ +(-[a-zA-Z], )?--[a-z-]+ ([A-Z]+) .*/& \2/
		/^ +${2//[^a-zA-Z-]/}[ ,]|, ${2//[^a-zA-Z-]/} /s/.* ([A-Z]+)\$/\1/p" <<<"$1" | head -n 1
}

_nestdiag()
{
	local cur=$2 prev=$3 tool=$1 command="" help i

	COMPREPLY=()
	help=$("$tool" --help 2>/dev/null)
	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-*) [[ -z $(_nestdiag_takes "$help" "${COMP_WORDS[i]}") ]] || ((i++)) ;;
		help) ;;
		*)
			command=${COMP_WORDS[i]}
			help=$("$tool" "$command" --help 2>/dev/null)
			break
			;;
		esac
	done

	case $prev,$(_nestdiag_takes "$help" "$prev") in
	-*,FILE)
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		compopt -o filenames 2>/dev/null || :
		return
		;;
	-b,* | --by,*)
		mapfile -t COMPREPLY < <(compgen -W "reason vcpu cpu level" -- "$cur")
		return
		;;
	-c,* | --cpu,*)
		i=$(getconf _NPROCESSORS_CONF 2>/dev/null) || return
		mapfile -t COMPREPLY < <(compgen -W "$(seq -s ' ' 0 $((i - 1)))" -- "$cur")
		return
		;;
	-*,[A-Z]*) return ;;
	esac

	if [[ $cur == -* ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$(grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' <<<"$help" |
			grep -oE -- '--[a-z-]+')" -- "$cur")
	elif [[ $command == explain ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$("$tool" explain --list 2>/dev/null)" -- "$cur")
	elif [[ -z $command ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$(sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p' <<<"$help")" \
			-- "$cur")
	elif [[ ${help%%$'\n'*} == *@(FILE| A )* ]]; then
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		compopt -o filenames 2>/dev/null || :
	fi
}
complete -F _nestdiag nestdiag
