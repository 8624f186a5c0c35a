#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Exits counted without the module, on a CPU with SVM and a kernel of Debian's: by BPF programs and by
# histograms in tracefs, reason by reason and level by level, as the module and the kernel's own hist
# triggers count them in the same run. Sessions that are ended at any moment leave nothing behind.
# lockdown=integrity allows both, lockdown=confidentiality neither.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"
# shellcheck source=tests/vm/launch-lib.sh
. "$TOP/tests/vm/launch-lib.sh"
# shellcheck source=tests/vm/bpf-lib.sh
. "$TOP/tests/vm/bpf-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}
CPUIDS=3000
# As in lab/init/bpf.
NESTED_CPUIDS=40
STOPS=4

# records NAME RECORD: lines of one kind in the snapshot, without times
same_records()
{
	same "$2" "$(section "$1" | grep "^$2 " | sort; echo .)" \
		"$(section "$1.module" | grep "^$2 " | sort; echo .)"
}

# per_vcpu SECTION: exits of the vCPUs, by process
per_vcpu()
{
	section "$1" | grep '^vcpu_exits ' | sort
}

vcpus_as_module()
{
	same "vCPU, reason, count" "$(per_vcpu "$1")" "$(per_vcpu "$1.module")"
}

# failures SECTION: how many of each kind, level, error and message. What tells them from each other
# beside that is the check, which only the module knows.
failures()
{
	section "$1" | jq -r '[.failures[] | select(.number == .first_failure) |
		{ key: [.kind, .level, .error, .message, .exit_reason] | map(tostring) | join(" "), count }] |
		group_by(.key)[] | "\([.[].count] | add) \(.[0].key)"' | sort
}

failures_as_module()
{
	same "count, kind, level, error, message, reason" "$(failures failed)" "$(failures failed.module)"
}

# hot_as_kernel KIND SOURCE FIELD...: "INDEX OP COUNT" of both, in decimal, whatever the level
hot_as_kernel()
{
	local kind=$1 source=$2 ours theirs
	shift 2

	ours=$(section "hot.$kind.$source" | jq -r '.hot[] | "\(.index) \(.access) \(.count)"' |
		while read -r index op count; do printf '%d %s %d\n' "$index" "$op" "$count"; done |
		awk '{ sum[$1 " " $2] += $3 } END { for (key in sum) print key, sum[key] }' | sort)
	theirs=$(section "hot.$kind.$source.hist" | hot_of_hist "$@" | sort)
	same "index, access, count" "$ours" "$theirs"
}

# hot_of_hist FIELD...: what the words of nestdiag are for the fields of the kernel's histogram
hot_of_hist()
{
	grep '^{' | tr -d '{},:' | awk -v fields="$*" '
		{
			for (i = 1; i < NF; i += 2)
				value[$i] = $(i + 1)
			op = "cpuid"
			if (fields ~ /rw/)
				op = value["rw"] ? "out" : "in"
			if (fields ~ /write/)
				op = (value["write"] ? "write" : "read") (value["exception"] ? ",#GP" : "")
			split(fields, names, " ")
			print value[names[1]], op, value["hitcount"]
		}'
}

# per_cpu SECTION: exits of each CPU and level
per_cpu()
{
	section "$1" | awk '$1 == "exits_cpu" && $4 { print $2, $3, $4 }' | sort
}

cpus_as_module()
{
	same "CPU, level, count" "$(per_cpu "$1")" "$(per_cpu "$1.module")"
}

# came_back NAME CPU: of its exits there are those of the guest that ran there afterwards
came_back()
{
	per_cpu "$1" | awk -v cpu="$2" -v due="$CPUIDS" '
		$1 == cpu && $2 == "guest" { exits = $3 }
		END { print exits + 0, "exits of CPU", cpu; exit exits < due }'
}

totals_as_module()
{
	same "failures" "$(section failed | jq -c .failed_launches)" \
		"$(section failed.module | jq -c .failed_launches)"
}

known()
{
	holds "$1" "[.exits[] | select(.level == \"guest\" and .label == \"cpuid\").count] | add >= $CPUIDS"
}

boot()
{
	local parts

	parts=$(view_parts "$SERIES" ccp irqbypass kvm kvm-amd)
	mapfile -t parts <<<"$parts"
	tcg_run "count without the module, Debian $SERIES" bpf "$(kernel_image "$SERIES")" bpf \
		"${parts[@]}" "bin=$(badlaunch_built)/badlaunch" "bin=$(command -v bpftool)" \
		"bin=$(command -v setpriv):/bin/as" "file=$TOP/lab/init/counts.sh:/lib/counts.sh" -- \
		cpu=EPYC,+svm,+npt smp=2 memory=768 icount=4 append="CPUIDS=$CPUIDS STOPS=$STOPS"
}

need bpf
prepare_views
work_dir tcg-bpf
boot

check "BPF: exits of a guest, of which the CPUIDs are known" known alone
check "BPF: they have times" holds alone 'all(.exits[]; .total_ns > 0 or .label == "hlt")'
check "BPF: nested, without a word about the source" holds alone-nested \
	'.nested_exits.count > 0 and .nested_exits.reflected > 0 and .multiplier.per_reflected_exit >= 1'
check "BPF: and it says which source it was" holds alone '.exit_source.state == "bpf"'
check "check judges by them" holds alone-check \
	'[.checks[] | select(.id == "entry-without-exit" and .verdict == "PASS")] | length == 1'
for name in bpf tracefs; do
	check "$name: as the module, level by level and reason by reason" as_module $name
	check "$name: as the kernel's hist trigger" as_kernel $name
	check "$name: nested exits as the kernel's hist trigger" nested_as_kernel $name
done
for name in hotplug reload; do
	check "$name: as the module, level by level and reason by reason" as_module $name
	check "$name: as the kernel's hist trigger" as_kernel $name
	check "$name: nested exits as the kernel's hist trigger" nested_as_kernel $name
	check "$name: each CPU's exits as the module" cpus_as_module $name
	check "$name: no exit was missed" shows $name '^missed 0 0 0 0$'
done
check "hotplug: a guest ran while the CPU was away" succeeded hotplug.away
check "hotplug: the CPU's exits before and after are there" came_back hotplug 1
check "reload: kvm.ko cannot be unloaded meanwhile, kvm_amd can" succeeded reload.kvm 1
for record in nested reflected userspace runs missed; do
	check "bpf: the same records as the module: $record" same_records bpf $record
done
check "bpf: each vCPU's exits as the module" vcpus_as_module bpf
check "failed launches: the same kinds, levels, errors and messages as the module" failures_as_module
check "failed launches: as many of each kind" totals_as_module
check "failed launches: at least 12 causes" holds failed '[.failures[] | select(.number == .first_failure)] | length >= 12'
check "failed launches: it says that only the module captures the state" \
	holds failed '[.failures[] | select(.kind == "entry" and .capture == "no-module")] | length > 0'
check "watch shows a failed launch while it runs" shows watch.before 'triple fault'
check "watch says what it looks by" says watch "by bpf"
check "and ends with the status of failures" succeeded watch 1
for source in bpf tracefs; do
	check "hot $source: CPUID leaves as the kernel's hist trigger" hot_as_kernel cpuid $source function
	check "hot $source: ports as the kernel's hist trigger" hot_as_kernel port $source port rw
	check "hot $source: MSRs as the kernel's hist trigger" hot_as_kernel msr $source ecx write exception
done
# Each tick writes both of them once.
check "hot facts: the register that most accesses are to is the timer's deadline, or EOI" \
	shows hotfacts '^host hot_msr 0x(6e0|80b)\\040write\\040[1-9]'
for msr in 6e0 80b; do
	check "hot facts: and how often 0x$msr was written" shows hotfacts "^host hot_msr\.0x$msr\.write [1-9]"
done
check "hot bpf: the CPUIDs are the guest's own" holds hot.cpuid.bpf "[.hot[] | select(.level == \"guest\").count] | add >= $CPUIDS"
check "hot bpf: a nested guest's are told from them" holds hot.cpuid.bpf \
	"[.hot[] | select(.level == \"nested\").count] | add == $NESTED_CPUIDS"
check "hot bpf: of each it is known whose it is" holds hot.cpuid.bpf 'all(.hot[]; .level != "unknown")'
check "hot apicv: AVIC is off here, and it says so" holds hot.apicv \
	'(.vms | length > 0) and all(.vms[]; .state == "inhibited" and (.inhibited_by | index("DISABLED")))'
check "what is pinned counts without the tool" known pin.exits
check "and is not begun twice" says pin.again "'lab' is counting already"
check "its vCPUs, while they are there" shows pin.alive '^ +[0-9]+/0 +[0-9]+ .* cpuid '
check "and not when they are gone" shows_not pin.vcpus '^ +[0-9]+/0 '
check "its failed launches" shows pin.failures 'triple fault'
check "its metrics" shows pin.metrics '^nestdiag_exits_total\{.*reason="cpuid".*\} 3010$'
check "check judges by it" holds pin.check '.exit_source.state == "bpf"'
check "an interval of it has what came in it" holds pin.interval '[.exits[].count] | add // 0 < 100'
check "pinned: kvm.ko cannot be unloaded meanwhile, kvm_amd can" succeeded pin.kvm 1
check "what was pinned ends" succeeded pin.end
check "and is gone" says pin.gone "nothing is counting as 'lab'"
check "what was pinned leaves nothing" nothing_left pin.left
check "$((3 * STOPS)) sessions of each kind, ended by signals, leave nothing" nothing_left after
check "watch --pin, interrupted before it has begun, begins nothing" \
	says stopped-pin "interrupted, so nothing counts as 'stopped'"
check "nor did those before them" nothing_left during
check "a user without rights is told the capabilities" says nobody "CAP_BPF and CAP_PERFMON"
check "or the one that is missing: CAP_PERFMON" says only.bpf "lacks CAP_PERFMON: run as root"
check "or the one that is missing: CAP_BPF" says only.perfmon "lacks CAP_BPF: run as root"
check "both are enough" known caps
check "lockdown=integrity: BPF counts" known integrity
check "lockdown=integrity: tracefs counts" known integrity-tracefs
check "lockdown=confidentiality: it says why not" says confidentiality \
	"lockdown is confidentiality, which forbids BPF"
check "nothing is left" nothing_left left
finish "bpf machine ends"
