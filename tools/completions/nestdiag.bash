# SPDX-License-Identifier: GPL-2.0-only
# shellcheck shell=bash
# Bash completion for nestdiag. Commands and options come from its own --help.

_nestdiag()
{
	local cur=$2 prev=$3 tool=$1 command="" i

	COMPREPLY=()
	case $prev in
	-f | --from | -o | --output | -l | --below)
		mapfile -t COMPREPLY < <(compgen -f -- "$cur")
		compopt -o filenames 2>/dev/null || :
		return
		;;
	-b | --by)
		mapfile -t COMPREPLY < <(compgen -W "reason vcpu cpu level" -- "$cur")
		return
		;;
	-c | --cpu)
		i=$(getconf _NPROCESSORS_CONF 2>/dev/null) || return
		mapfile -t COMPREPLY < <(compgen -W "$(seq -s ' ' 0 $((i - 1)))" -- "$cur")
		return
		;;
	esac

	for ((i = 1; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		-f | --from | -o | --output | --below | -[cbinl] | --cpu | --by | --interval | --count) ((i++)) ;;
		-* | help) ;;
		*)
			command=${COMP_WORDS[i]}
			break
			;;
		esac
	done

	if [[ $cur == -* ]]; then
		# shellcheck disable=SC2086 # no command is no argument
		mapfile -t COMPREPLY < <(compgen -W "$("$tool" $command --help 2>/dev/null |
			grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+')" -- "$cur")
	elif [[ -z $command ]]; then
		mapfile -t COMPREPLY < <(compgen -W "$("$tool" --help 2>/dev/null |
			sed -n '/^Commands/,/^$/s/^  \([a-z]*\) .*/\1/p')" -- "$cur")
	fi
}
complete -F _nestdiag nestdiag
