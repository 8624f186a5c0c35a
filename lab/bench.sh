#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# `make bench`: what counting VM exits costs, in ticks an exit: nestdiag's ways and
# those of its peers, one after the other in one boot of each machine. A tick of
# the TSC is an instruction there, so that figures repeat. Fails when nestdiag
# misses a budget, on whichever machine. Launches that fail are measured, too:
# their cost must not grow with the table of vCPUs.
#
#	lab/bench.sh [MACHINE]...	(default: all)
#
#	vmx		bare metal with VMX (Bochs)
#	shadow		a guest of KVM on it, whose VMREADs the processor answers
#	neither		the same without VMCS shadowing: each VMREAD is an exit
#	evmcs		a guest of "Hyper-V" on it, with an enlightened VMCS
#	svm		bare metal with SVM (QEMU)
#
# The figures go to docs/bench.csv, and from there into README.md.

# shellcheck source=lab/machines.sh
. "$(dirname "${BASH_SOURCE[0]}")/machines.sh"
# shellcheck source=lab/qemu.sh
. "$(dirname "${BASH_SOURCE[0]}")/qemu.sh"
# shellcheck source=lab/benchtable.sh
. "$(dirname "${BASH_SOURCE[0]}")/benchtable.sh"

SERIES=6.1
MISSED=0
# Before its rounds begin (lab/guest/bench).
WARM_CPUIDS=1000

# --- what is measured -------------------------------------------------------

# have_command COMMAND PACKAGE: it is there, installed by us where we may
have_command()
{
	! command -v "$1" >/dev/null || return 0
	command -v apt-get >/dev/null && ((!EUID)) || return 1
	step "install $2" install_packages "$2" || return 1
	command -v "$1" >/dev/null
}

# commands: those of the peers that can be had
commands()
{
	! have_command perf linux-perf || echo perf
	! have_command bpftrace bpftrace || echo bpftrace
}

# counters_of MACHINE COMMAND...: with commas; those that need no other command
counters_of()
{
	local machine=$1 name command names=()
	shift

	while IFS='|' read -r name _ command _; do
		is_measured "$name" "$machine" || continue
		[[ $command == - || " $* " == *" $command "* ]] || continue
		names+=("$name")
	done < <(counter_table)
	(IFS=,; echo "${names[*]}")
}

# --- figures ----------------------------------------------------------------

# rounds MACHINE NAME EXPRESSION: of awk, from the medians of the guest's rounds;
# nothing where it did not run
rounds()
{
	between "$LOG" "$1 $2" | awk '$1 == "ticks:" {
		cpuids = $3; rounds = $5; median = $7; single = $9; mean = $11; error = $13
		printf "%.2f\n", '"$3"'
	}'
}

ticks()
{
	rounds "$1" "$2" "(median - single) / (cpuids - 1)"
}

# error MACHINE NAME: of the medians, by chance
error()
{
	rounds "$1" "$2" "error / (cpuids - 1)"
}

# largest NUMBER...: without signs
largest()
{
	printf '%s\n' "${@#-}" | sort -g | tail -n 1
}

# counted MACHINE NAME: the CPUID exits that it counted
counted()
{
	{ between "$LOG" "$1 $2 counted"; between "$LOG" "$1 $2"; } | awk '
		$1 != "exits" { next }
		$2 == "vmx" && $4 == "0xa" || $2 == "svm" && $4 == "0x72" { sum += $5 }
		END { print sum + 0 }'
}

# executed MACHINE NAME: the guest's CPUIDs in its section
executed()
{
	between "$LOG" "$1 $2" | awk '
		$1 == "ticks:" { single = $5 }
		$1 == "kvmguest:" { print $2 * $4 + single }'
}

# due_source MACHINE NAME: where reasons have to come from; nothing if it has none
due_source()
{
	case $2 in
	count | times | recorder) if [[ $1 == svm ]]; then echo vmcb; else echo cached; fi ;;
	*_count | *_times) echo "${2%_*}" ;;
	bpf) echo bpf ;;
	esac
}

# check_counted MACHINE NAME: a counter that does not count costs little
check_counted()
{
	local due source want

	due=$(due_source "$1" "$2")
	source=$(between "$LOG" "$1 $2 counted" | awk '$1 == "trace" { print $2 }')
	[[ -z $due || $source == "$due" ]] ||
		die "$1: nestdiag ($2) took reasons from '$source', not from '$due'"
	want=$(executed "$1" "$2")
	case $2 in
	off) want=0 ;;
	bpf | bpfcount) ;;
	*) if [[ -n $due ]]; then want=$((want + WARM_CPUIDS)); else return 0; fi ;;
	esac
	(($(counted "$1" "$2") == want)) ||
		die "$1: $2 counted $(counted "$1" "$2") of $want CPUIDs"
}

# check_machine MACHINE: it is the one that it should be
check_machine()
{
	local shadow evmcs=N host

	case $1 in
	svm) return ;;
	vmx | shadow) shadow=Y ;;
	neither) shadow=N ;;
	evmcs) shadow=Y evmcs=Y ;;
	esac
	host="$1 host"
	[[ $1 != vmx ]] || host="vmx parameters"
	between "$LOG" "$host" | grep -q "enable_shadow_vmcs:$shadow\$" ||
		die "$1: enable_shadow_vmcs is not $shadow below"
	between "$LOG" "$1 parameters" | grep -q "enlightened_vmcs:$evmcs\$" ||
		die "$1: enlightened_vmcs is not $evmcs"
}

# verdict ADDED NOISE BUDGET: figures tell no more than the noise allows
verdict()
{
	awk -v added="$1" -v noise="$2" -v budget="$3" 'BEGIN {
		# Two figures of two digits behind the point.
		rounding = 0.02
		if (budget != "-")
			print (noise > 3 ? "NOISY" : added <= budget + noise + rounding ? "ok" : "MISSED")
	}'
}

# exit_rows MACHINE: of the CSV
exit_rows()
{
	local machine=$1 first last base noise name budget command figure added said

	first=$(ticks "$machine" baseline_first) last=$(ticks "$machine" baseline_last)
	[[ -n $first && -n $last ]] || die "$machine: no baseline in $LOG"
	base=$(awk "BEGIN { printf \"%.2f\", ($first + $last) / 2 }")
	noise=$(largest "$(awk "BEGIN { printf \"%.2f\", $first - $last }")" \
		"$(error "$machine" baseline_first)" "$(error "$machine" baseline_last)")
	row "$machine" baseline "$base" "" "$noise" "" ""
	while IFS='|' read -r name budget command _; do
		is_measured "$name" "$machine" || continue
		figure=$(ticks "$machine" "$name")
		if [[ -z $figure ]]; then
			said=FAILED
			! [[ $command != - ]] || command -v "$command" >/dev/null || said=SKIP
			row "$machine" "$name" "" "" "" "$budget" "$said"
			continue
		fi
		check_counted "$machine" "$name"
		added=$(awk "BEGIN { printf \"%.2f\", $figure - $base }")
		row "$machine" "$name" "$figure" "$added" "$noise" "$budget" \
			"$(verdict "$added" "$noise" "$budget")"
	done < <(counter_table)
}

# launch_ticks MACHINE NAME: per launch that failed
launch_ticks()
{
	between "$LOG" "$1 $2" | awk -F '\t' '$1 == "wrong" && $3 == 9 { print $5 }'
}

# launch_rows MACHINE: what taking down a failed launch adds to it. It must not
# depend on the size of the table of vCPUs.
launch_rows()
{
	local first last plain table

	first=$(launch_ticks "$1" failed_first) plain=$(launch_ticks "$1" failed)
	table=$(launch_ticks "$1" failed_table) last=$(launch_ticks "$1" failed_last)
	[[ -n $first && -n $plain && -n $table && -n $last ]] ||
		die "$1: launches that fail were not measured: see $LOG"
	awk -v first="$first" -v plain="$plain" -v table="$table" -v last="$last" 'BEGIN {
		base = (first + last) / 2
		off = first > last ? first - last : last - first
		# A twentieth, or what two runs without it differ by.
		limit = (plain - base) / 20 + off
		print "failed", plain, plain - base, off, "-"
		print "failed_table", table, table - base, off, (table - plain > limit ? "MISSED" : "ok")
	}' | while read -r name figure added noise said; do
		row "$1" "$name" "$figure" "$added" "$noise" "-" "${said#-}"
	done
}

# row MACHINE COUNTER TICKS ADDED NOISE BUDGET VERDICT
row()
{
	printf '%s,%s,%s,%s,%s,%s,%s,%s,%s\n' "$1" "$2" "$3" "$4" "$5" "${6#-}" "$7" \
		"$(kernel_release "$SERIES")" "$(date +%F)"
}

# --- the machines -----------------------------------------------------------

# bench_parts COMMAND...: beside what each machine has
bench_parts()
{
	local command bpfcount badlaunch

	bpfcount=$(bpfcount_built)
	badlaunch=$(badlaunch_built)
	printf '%s\n' "bin=$badlaunch/badlaunch" "bin=$bpfcount/bpfcount" \
		"file=$bpfcount/count.bpf.o:/lib/count.bpf.o"
	for command; do
		printf 'bin=%s\n' "$(command -v "$command")"
	done
}

# compressed FILE: bpftrace brings 200 MB of libraries, and a BIOS reads slowly
compressed()
{
	lz4 -lq9 "$1" "$1.lz4"
	mv "$1.lz4" "$1"
}

# boot_vmx, boot_host GUEST..., boot_svm: leave what the machine said in LOG
boot_vmx()
{
	local parts

	parts=$(bench_parts "${COMMANDS[@]}")
	mapfile -t parts <<<"$parts"
	machine_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/bench" "${parts[@]}"
	compressed "$WORK/initramfs"
	LOG=$WORK/serial.log
	bochs_run "$WORK" "$(kernel_image "$SERIES")" "$WORK/initramfs" \
		"$MACHINE_APPEND machine=vmx counters=$(counters_of vmx "${COMMANDS[@]}")" \
		"boot Debian $(kernel_release "$SERIES") on an Intel CPU (Bochs)" \
		"vmx: done" memory=2048 ips=200000000
}

# Without bpftrace, as the guests have not the memory for its libraries.
boot_host()
{
	local parts commands=()

	[[ " ${COMMANDS[*]} " != *" perf "* ]] || commands=(perf)

	parts=$(bench_parts "${commands[@]}")
	mapfile -t parts <<<"$parts"
	MACHINE_APPEND="$MACHINE_APPEND counters=$(counters_of "$1" "${commands[@]}")" \
		nested_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/bench" \
		"${parts[@]/#/inner:}"
	compressed "$WORK/initramfs"
	LOG=$WORK/serial.log
	bochs_run "$WORK" "$(kernel_image "$SERIES")" "$WORK/initramfs" \
		"$MACHINE_APPEND machine=host guests=$(IFS=,; echo "$*")" \
		"boot Debian $(kernel_release "$SERIES") with guests: $*" \
		"host: done" memory=2048 ips=400000000
}

boot_svm()
{
	local modules parts

	modules=$(kernel_module "$SERIES" ccp kvm-amd)
	parts=$(bench_parts "${COMMANDS[@]}")
	mapfile -t parts <<<"$parts"
	mapfile -t modules <<<"$modules"
	parts+=("${modules[@]/#/ko=}")
	machine_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/bench" "${parts[@]}"
	LOG=$WORK/svm.log
	step "boot Debian $(kernel_release "$SERIES") on an AMD CPU (QEMU), and measure there" \
		qemu_boot "$(kernel_image "$SERIES")" "$WORK/initramfs" "$LOG" \
		cpu=EPYC,+svm,+npt memory=2048 icount=0 \
		append="machine=svm counters=$(counters_of svm "${COMMANDS[@]}")"
}

# judge MACHINE...: print what was measured there, and keep it
judge()
{
	local machine rows

	rm -f "$WORK/initramfs"
	for machine; do
		check_machine "$machine"
		rows=$(exit_rows "$machine" && launch_rows "$machine")
		bench_csv_replace "$machine" <<<"$rows"
		awk -F , '{ printf "%-8s %-14s %12s ticks, added %10s %s %s\n", $1, $2, $3, $4,
			$6 == "" ? "" : "of " $6, $7 }' <<<"$rows"
		! grep -E ',(MISSED|NOISY|FAILED),' <<<"$rows" || MISSED=$((MISSED + 1))
	done
}

main()
{
	local machine nested=()

	need module tool lab bpf
	step "build the tool" make -C "$TOP" tools
	mapfile -t COMMANDS < <(commands)
	work_dir bench
	for machine; do
		case $machine in
		vmx | svm) "boot_$machine" && judge "$machine" ;;
		shadow | neither | evmcs) nested+=("$machine") ;;
		*) die "no machine '$machine': it is one of $(bench_machines | xargs)" ;;
		esac
	done
	((!${#nested[@]})) || { boot_host "${nested[@]}" && judge "${nested[@]}"; }
	bench_into_readme
	bench_table
	((!MISSED)) || die "a budget is missed, or a figure says nothing"
}

# shellcheck disable=SC2046 # words
(($#)) || set -- $(bench_machines)
main "$@"
