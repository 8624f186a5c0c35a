#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # called by way of check
#
# Bare metal with VMX and two CPUs (Debian 13's Bochs): guests with four vCPUs while
# CPUs and KVM come and go; nested guests on both CPUs, while nestdiag attaches and
# detaches, a CPU goes and comes back, and nestdiag is unloaded.

# shellcheck source=tests/vm/bochs-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs-lib.sh"
# shellcheck source=tests/vm/vcpus-lib.sh
. "$TOP/tests/vm/vcpus-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}
RUNS=2
CPUIDS=5000
CPUS=2
VCPUS=4
EXIT_CPUID=$((0xa))
NATURAL=cached
SOURCES=cached,vmx,record
MACHINE=(cpu=tigerlake "cpus=$CPUS" ips=100000000)

# by_hist SECTION EVENT, by_us SECTION LEVEL...: "REASON COUNT" in decimal
by_hist()
{
	section "$1.hist" |
		sed -nE "s/^$2 \{ exit_reason: +([0-9a-fx]+) *\} hitcount: +([0-9]+).*/\1 \2/p" |
		while read -r reason count; do printf '%d %d\n' "$reason" "$count"; done | sort
}

by_us()
{
	section "$1.raw" | awk -v levels=" ${*:2} " \
		'$1 == "exits" && index(levels, " " $3 " ") { print $4, $5 }' |
		while read -r reason count; do printf '%d %d\n' "$reason" "$count"; done |
		awk '{ sum[$1] += $2 } END { for (reason in sum) print reason, sum[reason] }' | sort
}

# counted_as_kernel NAME: on both levels, and nothing was missed
counted_as_kernel()
{
	same "exits" "$(by_us "$1" guest nested)" "$(by_hist "$1" kvm_exit)" &&
		same "nested exits" "$(by_us "$1" nested)" "$(by_hist "$1" kvm_nested_vmexit)" &&
		shows "$1.raw" '^missed 0 0 0 0$'
}

# none_failed NAME: no entry was called a failed one
none_failed()
{
	section "$1.raw" | awk '
		$1 == "exits" { exits += $5 }
		$1 == "missed" { no_exit += $2; line = $0 }
		END { print exits + 0 " exits; " line; exit !(exits && !no_exit) }'
}

# works NAME PROBES: each found that nested guests run
works()
{
	local found

	found=$(section "$1.probe" | grep -cE '^  Guest with a nested guest +ok' || true)
	((found == $2)) || { echo "$found of $2"; return 1; }
}

# often NAME
often()
{
	(($(section "$1.times") >= 2)) || { echo "$(section "$1.times") times"; return 1; }
}

# boot INIT TOKEN TITLE [WORD...]: LOG is what the machine said
boot()
{
	local init=$1 token=$2 title=$3 kernel
	shift 3

	kernel=$(kernel_image "$SERIES")
	machine_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/$init"
	bochs_run "$WORK" "$kernel" "$WORK/initramfs" "$MACHINE_APPEND machine=bare-metal $*" "$title" \
		"$token" "${MACHINE[@]}" || true
	rm -f "$WORK/initramfs"
}

bochs_prepare bochs-smp
boot init/vcpus "vcpus machine ends" "$VCPUS vCPUs while CPUs and KVM come and go (Bochs, 2 CPUs)" \
	VENDOR=kvm-intel "SOURCES=$SOURCES" "RUNS=$RUNS" \
	"FIRST_CPUIDS=$FIRST_CPUIDS" "CPUIDS=$CPUIDS" "VCPUS=$VCPUS"
check_vcpus
end_of_machine "vcpus machine ends" vcpus

boot guest/smp "bare-metal: done" "nested guests on two CPUs (Bochs)"
check "nested guests on both CPUs at once" works alone 2
check "each exit and nested exit is counted as the kernel does" counted_as_kernel alone
check "nestdiag detaches and attaches: guests do not mind" works control 2
check "nestdiag detaches and attaches: no entry is called failed" none_failed control
check "nestdiag detached and attached often" often control
check "a CPU goes and comes back: the guest does not mind" works hotplug 1
check "a CPU goes and comes back: each exit is counted as the kernel does" counted_as_kernel hotplug
check "a CPU went and came back often" often hotplug
check "nestdiag goes: guests do not mind" works unload 2
check "nothing is left after unloading, with nested guests" shows_nothing leftovers
finish "bare-metal: done"
