#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The table of `make bench` in README.md, from docs/bench.csv. To be sourced, or:
#
#	lab/benchtable.sh write		into README.md
#	lab/benchtable.sh check		says what differs there

# shellcheck source=lab/lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

BENCH_CSV=$TOP/docs/bench.csv
BENCH_HEAD=machine,counter,ticks,added,noise,budget,verdict,kernel,measured

# machine, title of its column
bench_machine_table()
{
	cat <<-'END'
	vmx|VMX, bare metal
	shadow|VMX in a guest, VMCS shadowing
	neither|VMX in a guest, neither
	evmcs|VMX in a guest, eVMCS
	svm|SVM, bare metal
	END
}

bench_machines()
{
	bench_machine_table | cut -d '|' -f 1
}

# counter, budget in ticks added to an exit, command that it needs, machines, title of its row
counter_table()
{
	cat <<-'END'
	off|0|-|all|nestdiag, loaded and detached
	count|30|-|all|**nestdiag, by reason and level** (`times=0`)
	times|90|-|all|**nestdiag, with times, histogram and vCPUs** (`recorder=0`)
	recorder|102|-|all|**the same, and each vCPU's last exits are recorded**
	vmx_count|-|-|intel|the same by reason, from the VMCS (`source=vmx times=0`)
	vmx_times|-|-|intel|the same with times, from the VMCS (`source=vmx recorder=0`)
	record_count|-|-|all|the same by reason, from trace records (`source=record times=0`)
	record_times|-|-|all|the same with times, from trace records (`source=record recorder=0`)
	bpf|-|-|all|nestdiag without the module (`exits --source bpf`)
	bpfcount|-|-|all|BPF program that counts by reason, no more
	perf_stat|-|perf|all|`perf stat -e kvm:kvm_exit`, without reasons
	ftrace_event|-|-|all|ftrace event `kvm:kvm_exit`
	ftrace_hist|-|-|all|ftrace `hist:keys=exit_reason`
	bpftrace|-|bpftrace|flat|bpftrace, count by reason
	perf_kvm|-|perf|all|`perf kvm stat record`
	END
}

# is_measured COUNTER MACHINE
is_measured()
{
	local where

	where=$(counter_table | awk -F '|' -v name="$1" '$1 == name { print $4 }')
	case $where in
	all) ;;
	intel) [[ $2 != svm ]] ;;
	flat) [[ $2 == vmx || $2 == svm ]] ;;
	*) return 1 ;;
	esac
}

# bench_csv_replace MACHINE <ROWS: its rows, in the order of the table of machines
bench_csv_replace()
{
	local machine rows old

	rows=$(cat)
	old=$(tail -n +2 "$BENCH_CSV" 2>/dev/null || true)
	{
		echo "$BENCH_HEAD"
		for machine in $(bench_machines); do
			if [[ $machine == "$1" ]]; then
				printf '%s\n' "$rows"
			else
				grep "^$machine," <<<"$old" || true
			fi
		done
	} >"$BENCH_CSV.new"
	mv "$BENCH_CSV.new" "$BENCH_CSV"
}

# rows_of_table: counter|title, in the order of the table
rows_of_table()
{
	echo 'baseline|no counter: ticks per exit'
	counter_table | cut -d '|' -f 1,5
	echo 'failed|nestdiag, per launch that fails'
	echo 'noise|a figure may be off by'
	echo 'measured|measured'
}

# bench_table: in Markdown
bench_table()
{
	awk -F , -v OFS=' | ' '
	function cell(value) { return value == "" ? "-" : value }
	function number(value) {
		if (value == "")
			return "-"
		# Never "-0.0".
		if (value > -0.05 && value < 0.05)
			return 0
		return sprintf(value < 10 ? "%.1f" : "%.0f", value)
	}

	FILENAME == ARGV[1] { split($0, part, "|"); machine[++machines] = part[1]; title[machines] = part[2]; next }
	FILENAME == ARGV[2] { split($0, part, "|"); counter[++counters] = part[1]; label[counters] = part[2]; next }
	FNR == 1 { next }
	{
		figure[$1, $2] = $2 == "baseline" ? number($3) : number($4)
		if ($2 == "baseline")
			figure[$1, "noise"] = $5 < 0.05 ? "0" : sprintf("%.1f", $5)
		figure[$1, "measured"] = $9
	}
	END {
		line = "| added ticks per exit"
		rule = "|---"
		for (m = 1; m <= machines; m++) {
			line = line OFS title[m]
			rule = rule "|---:"
		}
		print line " |"
		print rule "|"
		for (c = 1; c <= counters; c++) {
			line = "| " label[c]
			for (m = 1; m <= machines; m++)
				line = line OFS cell(figure[machine[m], counter[c]])
			print line " |"
		}
	}' <(bench_machine_table) <(rows_of_table) "$BENCH_CSV"
}

# with_bench_table <README: what it has to be
with_bench_table()
{
	awk -v table="$(bench_table)" '
		/^<!-- end of bench -->$/ { inside = 0 }
		!inside
		/^<!-- bench -->$/ { print table; inside = 1 }'
}

bench_into_readme()
{
	with_bench_table <"$TOP/README.md" >"$TOP/README.md.new"
	# As it is the same file, with its rights.
	cat "$TOP/README.md.new" >"$TOP/README.md"
	rm "$TOP/README.md.new"
}

bench_check()
{
	grep -q '^<!-- bench -->$' "$TOP/README.md" || { echo "README.md: no table of the bench"; return 1; }
	# shellcheck disable=SC2094 # it is only read
	with_bench_table <"$TOP/README.md" | diff "$TOP/README.md" - ||
		{ echo "README.md: lab/benchtable.sh write"; return 1; }
}

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then
	case ${1-} in
	write) bench_into_readme ;;
	check) bench_check ;;
	*) die "usage: lab/benchtable.sh write|check" ;;
	esac
fi
