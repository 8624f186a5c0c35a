#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# `make bench`: what counting VM exits costs, in instructions an exit: nestdiag's
# way and those of its peers, one after the other in one boot of one emulated
# machine. There a tick of the TSC is an instruction, so that figures repeat.
# Fails when nestdiag costs more than its budget.
#
#	lab/bench.sh

# shellcheck source=lab/machines.sh
. "$(dirname "${BASH_SOURCE[0]}")/machines.sh"

SERIES=6.1
CSV=$TOP/build/bench.csv

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
	between "$WORK/serial.log" "$1" | awk '
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
	between "$WORK/serial.log" "$1 counted" | awk '$4 == "0xa" { sum += $5 } END { print sum + 0 }'
}

# executed NAME: the guest's CPUIDs in its section
executed()
{
	between "$WORK/serial.log" "$1" | awk '$1 == "kvmguest:" { print $2 * $4 }'
}

# check_counted: a counter that does not count costs little
check_counted()
{
	local name

	for name in count times record; do
		(($(counted "$name") >= $(executed "$name"))) ||
			die "nestdiag ($name) counted $(counted "$name") of $(executed "$name") exits"
	done
	(($(counted off) == 0)) || die "nestdiag counted although it was off"
}

# figures: a line of tab-separated fields each: name, label, budget,
# ticks (nothing where it was skipped)
figures()
{
	local name budget command label

	while read -r name budget command label; do
		printf '%s\t%s\t%s\t%s\n' "$name" "$label" "$budget" "$(ticks "$name")"
	done < <(measured_table)
}

# report BASELINE NOISE <figures: the table; writes CSV. Fails where a budget is
# missed.
report()
{
	awk -F '\t' -v OFS=, -v base="$1" -v noise="$2" -v csv="$CSV" '
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

# --- the machine ------------------------------------------------------------

boot()
{
	local commands=$1 command parts=()

	for command in $commands; do
		parts+=("bin=$(command -v "$command")")
	done
	machine_initramfs "$WORK/cpio" "$SERIES" "$TOP/lab/guest/bench" "${parts[@]}"
	# bpftrace brings 200 MB of libraries, and the BIOS reads them slowly.
	lz4 -lq9 "$WORK/cpio" "$WORK/initramfs"
	rm -f "$WORK/cpio"
	bochs_run "$WORK" "$(kernel_image "$SERIES")" "$WORK/initramfs" \
		"$MACHINE_APPEND machine=bare-metal peers=$(peers_with "$commands")" \
		"boot Debian $(kernel_release "$SERIES") on an Intel CPU (Bochs)" \
		"bare-metal: done" memory=2048 ips=200000000 timeout=1200
	rm -f "$WORK/initramfs"
}

main()
{
	local commands first last base noise status=0

	need module tool lab
	step "build the tool" make -C "$TOP" tools
	commands=$(peer_commands | xargs)
	work_dir bench
	boot "$commands"

	check_counted
	first=$(ticks baseline_first)
	last=$(ticks baseline_last)
	[[ -n $first && -n $last ]] || die "no baseline in $WORK/serial.log"
	base=$(awk "BEGIN { printf \"%.2f\", ($first + $last) / 2 }")
	# Two baselines tell how far a figure can be off, but not that it cannot.
	noise=$(awk "BEGIN { d = $first - $last; d = d < 0 ? -d : d; m = $base / 1000
		printf \"%.2f\", (d > m ? d : m) }")

	mkdir -p "${CSV%/*}"
	printf 'Ticks (instructions) per VM exit, over %s CPUID exits of a guest; Linux %s\n' \
		"$(executed baseline_first)" "$(kernel_release "$SERIES")"
	printf 'Without a counter: %s at the start, %s at the end; what is off may add %s.\n\n' \
		"$first" "$last" "$noise"
	figures | report "$base" "$noise" || status=$?
	say "figures: $CSV"
	return "$status"
}

main
