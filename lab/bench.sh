#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# `make bench`: what counting VM exits costs, in instructions an exit: nestdiag's
# way and those of its peers, one after the other in one boot of one emulated
# machine with VMX, then in a guest of "Hyper-V" with an enlightened VMCS, and then
# on a machine with SVM. There a tick of the TSC is an instruction, so that figures
# repeat. Fails when nestdiag costs more on VMX than its budget. There is none on
# SVM, where an exit takes longer without it, nor with an enlightened VMCS, where
# each exit takes the hypervisor below ten times as long as all of its handling.
# On SVM launches that fail are measured, too: their cost must not grow with the
# table of vCPUs.
#
#	lab/bench.sh [vmx|evmcs|svm]...

# shellcheck source=lab/machines.sh
. "$(dirname "${BASH_SOURCE[0]}")/machines.sh"
# shellcheck source=lab/qemu.sh
. "$(dirname "${BASH_SOURCE[0]}")/qemu.sh"

SERIES=6.1
OUT=$TOP/build
LOG=
MISSED=0

# What is measured, in the order of the table, with its budget in ticks added to
# an exit; lab/guest/bench knows how. Peers have the command that they need.
measured_table()
{
	cat <<-END
	off		0	-		nestdiag, detached
	count		40	-		nestdiag, by reason and level
	times		90	-		nestdiag, with times, histogram, vCPUs
	record		-	-		nestdiag, reasons from trace records
	perf_stat	-	perf		perf stat -e kvm:kvm_exit
	ftrace_event	-	-		ftrace event kvm:kvm_exit
	ftrace_hist	-	-		ftrace hist:keys=exit_reason
	perf_kvm	-	perf		perf kvm stat record
	bpftrace	-	bpftrace	bpftrace, count by reason
	END
}

# --- peers ------------------------------------------------------------------

# have_command COMMAND PACKAGE: it is there, installed by us where we may
have_command()
{
	! command -v "$1" >/dev/null || return 0
	command -v apt-get >/dev/null && ((!EUID)) || return 1
	step "install $2" install_packages "$2" || return 1
	command -v "$1" >/dev/null
}

# peer_commands: those that can be had
peer_commands()
{
	! have_command perf linux-perf || echo perf
	! have_command bpftrace bpftrace || echo bpftrace
}

# peers_with COMMAND...: the peers that need no other command, with commas
peers_with()
{
	measured_table | awk -v commands="- $*" '
		BEGIN { split(commands, list, " "); for (i in list) have[list[i]] = 1 }
		!/nestdiag/ && $3 in have { peers = peers "," $1 }
		END { print substr(peers, 2) }'
}

# --- figures ----------------------------------------------------------------

# ticks NAME: per exit, the median of the rounds; nothing where it did not run
ticks()
{
	between "$LOG" "$1" | awk '
		$1 == "ticks:" { print $2 }
		$1 == "kvmguest:" { exits = $4; print "exits", $4 }' |
		sort -n | awk '
		$1 == "exits" { exits = $2; next }
		{ round[++n] = $1 }
		END { if (n && exits) printf "%.2f\n", round[int((n + 1) / 2)] / exits }'
}

# counted NAME: the CPUID exits that nestdiag counted
counted()
{
	between "$LOG" "$1 counted" | awk '
		$2 == "vmx" && $4 == "0xa" || $2 == "svm" && $4 == "0x72" { sum += $5 }
		END { print sum + 0 }'
}

# executed NAME: the guest's CPUIDs in its section
executed()
{
	between "$LOG" "$1" | awk '$1 == "kvmguest:" { print $2 * $4 }'
}

# check_counted: a counter that does not count costs little
check_counted()
{
	local name

	for name in count times record; do
		[[ -n $(ticks "$name") ]] || continue
		(($(counted "$name") >= $(executed "$name"))) ||
			die "nestdiag ($name) counted $(counted "$name") of $(executed "$name") exits"
	done
	(($(counted off) == 0)) || die "nestdiag counted although it was off"
}

# figures MACHINE: a line of tab-separated fields each: name, label, budget,
# ticks (nothing where it was skipped, 0 where it failed)
figures()
{
	local name budget command label figure

	while read -r name budget command label; do
		[[ $1 == vmx ]] || budget=-
		[[ $1 == vmx || $command == - && $name != record ]] || continue
		figure=$(ticks "$name")
		[[ -n $figure ]] || ! grep -aq -- "^--- BEGIN $name" "$LOG" || figure=0
		printf '%s\t%s\t%s\t%s\n' "$name" "$label" "$budget" "$figure"
	done < <(measured_table)
}

# table BASELINE NOISE CSV <figures: prints the table, writes it to the file CSV.
# Fails where a budget is missed.
table()
{
	awk -F '\t' -v OFS=, -v base="$1" -v noise="$2" -v csv="$3" '
	function ratio(of) { return of > noise ? sprintf("%.1f", added / of) : "-" }

	BEGIN {
		print "name", "label", "ticks", "added", "ratio_count", "ratio_times", \
			"budget", "verdict" >csv
		printf "%-42s %8s %8s %8s %8s %7s\n", "", "ticks", "added", "x count", "x times",
			"budget"
	}
	$4 != "" { cost[$1] = $4 - base }
	{ line[NR] = $0 }
	END {
		for (i = 1; i <= NR; i++) {
			split(line[i], f, "\t")
			verdict = limit = ""
			if (f[4] == "") {
				printf "%-42s SKIP: cannot be installed\n", f[2]
				print f[1], "\"" f[2] "\"", "", "", "", "", "", "SKIP" >csv
				continue
			}
			if (f[4] == 0) {
				printf "%-42s FAILED: see the serial log\n", f[2]
				print f[1], "\"" f[2] "\"", "", "", "", "", f[3], "FAILED" >csv
				missed++
				continue
			}
			added = cost[f[1]]
			if (f[3] != "-") {
				limit = f[3]
				verdict = added <= (limit > 0 ? limit : noise) ? "ok" : "MISSED"
			}
			missed += verdict == "MISSED"
			count = times = ""
			if (f[2] !~ /^nestdiag/) {
				count = ratio(cost["count"])
				times = ratio(cost["times"])
			}
			printf "%-42s %8.1f %8.1f %8s %8s %7s %s\n", f[2], f[4], added, count,
				times, limit, verdict
			print f[1], "\"" f[2] "\"", f[4], sprintf("%.2f", added), count, times, limit,
				verdict >csv
		}
		exit missed > 0
	}'
}

# launch_ticks NAME: per launch that failed
launch_ticks()
{
	between "$LOG" "$1" | awk -F '\t' '$1 == "wrong" && $3 == 9 { print $5 }'
}

# launch_table CSV: what taking down a failed launch adds to it. It must not depend on the
# size of the table of vCPUs.
launch_table()
{
	local first last plain table

	first=$(launch_ticks failed_first) plain=$(launch_ticks failed)
	table=$(launch_ticks failed_table) last=$(launch_ticks failed_last)
	[[ -n $first && -n $plain && -n $table && -n $last ]] ||
		die "launches that fail were not measured: see $LOG"
	awk -v first="$first" -v plain="$plain" -v table="$table" -v last="$last" -v csv="$1" '
	function row(name, label, ticks) {
		printf "%-42s %8d %8d\n", label, ticks, ticks - base
		printf "%s,\"%s\",%d,%d\n", name, label, ticks, ticks - base >csv
	}

	BEGIN {
		base = (first + last) / 2
		off = first > last ? first - last : last - first
		print "name,label,ticks,added" >csv
		printf "%-42s %8s %8s\n", "a launch that fails", "ticks", "added"
		row("failed", "nestdiag", plain)
		row("failed_table", "nestdiag, vcpus=65536", table)
		# A twentieth, or what two runs without it differ by.
		more = table - plain
		limit = (plain - base) / 20 + off
		if (more > limit)
			printf "MISSED: the larger table costs %d ticks more, of %d that may be\n", more, limit
		exit more > limit
	}'
}

# --- the machines -----------------------------------------------------------

# bench_initramfs OUT [PART...]
bench_initramfs()
{
	local out=$1
	shift

	machine_initramfs "$out.cpio" "$SERIES" "$TOP/lab/guest/bench" \
		"bin=$(badlaunch_built)/badlaunch" "$@"
	# bpftrace brings 200 MB of libraries, and the BIOS reads them slowly.
	lz4 -lq9 "$out.cpio" "$out"
	rm -f "$out.cpio"
}

boot_vmx()
{
	local commands command parts=()

	commands=$(peer_commands | xargs)
	for command in $commands; do
		parts+=("bin=$(command -v "$command")")
	done
	bench_initramfs "$WORK/initramfs" "${parts[@]}"
	bochs_run "$WORK" "$(kernel_image "$SERIES")" "$WORK/initramfs" \
		"$MACHINE_APPEND machine=vmx peers=$(peers_with "$commands")" \
		"boot Debian $(kernel_release "$SERIES") on an Intel CPU (Bochs)" \
		"vmx: done" memory=2048 ips=200000000
	rm -f "$WORK/initramfs"
}

# With those peers that are in the kernel: the others' libraries would be read by
# an emulated BIOS on an emulated processor.
boot_evmcs()
{
	MACHINE_APPEND="$MACHINE_APPEND peers=$(peers_with)" \
		nested_initramfs "$WORK/initramfs.cpio" "$SERIES" "$TOP/lab/guest/bench"
	lz4 -lq9 "$WORK/initramfs.cpio" "$WORK/initramfs"
	rm -f "$WORK/initramfs.cpio"
	bochs_run "$WORK" "$(kernel_image "$SERIES")" "$WORK/initramfs" \
		"$MACHINE_APPEND machine=hyperv" \
		"boot Debian $(kernel_release "$SERIES") as a guest of \"Hyper-V\" (QEMU in Bochs)" \
		"hyperv: done" memory=2048 ips=400000000
	rm -f "$WORK/initramfs"
}

boot_svm()
{
	local modules parts=()

	modules=$(kernel_module "$SERIES" ccp kvm-amd)
	mapfile -t parts <<<"$modules"
	bench_initramfs "$WORK/initramfs" "${parts[@]/#/ko=}"
	step "boot Debian $(kernel_release "$SERIES") on an AMD CPU (QEMU), and measure there" \
		qemu_boot "$(kernel_image "$SERIES")" "$WORK/initramfs" "$LOG" \
		cpu=EPYC,+svm,+npt memory=1024 icount=0 \
		append="machine=svm peers=$(peers_with)"
	rm -f "$WORK/initramfs"
}

# bench MACHINE: boot, and print and judge what was measured there. MISSED is how
# often that was not within the budget.
bench()
{
	local isa=$1 first last base noise

	LOG=$WORK/serial.log
	[[ $isa != svm ]] || LOG=$WORK/svm.log
	"boot_$isa"

	check_counted
	first=$(ticks baseline_first)
	last=$(ticks baseline_last)
	[[ -n $first && -n $last ]] || die "no baseline in $LOG"
	base=$(awk "BEGIN { printf \"%.2f\", ($first + $last) / 2 }")
	# Two baselines tell how far a figure can be off, but not that it cannot.
	noise=$(awk "BEGIN { d = $first - $last; d = d < 0 ? -d : d; m = $base / 1000
		printf \"%.2f\", (d > m ? d : m) }")

	printf 'Ticks (instructions) per VM exit with %s, over %s CPUID exits of a guest; Linux %s\n' \
		"${isa^^}" "$(executed baseline_first)" "$(kernel_release "$SERIES")"
	printf 'Without a counter: %s at the start, %s at the end; what is off may add %s.\n\n' \
		"$first" "$last" "$noise"
	mkdir -p "$OUT"
	figures "$isa" | table "$base" "$noise" "$OUT/bench-$isa.csv" ||
		MISSED=$((MISSED + 1))
	if [[ $isa == svm ]]; then
		printf '\n'
		launch_table "$OUT/bench-$isa-launch.csv" || MISSED=$((MISSED + 1))
	fi
	printf '\n'
	say "figures: $OUT/bench-$isa.csv"
}

main()
{
	local isa

	need module tool lab
	step "build the tool" make -C "$TOP" tools
	work_dir bench
	for isa; do
		bench "$isa"
	done
	((!MISSED)) || die "a budget is missed"
}

(($#)) || set -- vmx evmcs svm
main "$@"
