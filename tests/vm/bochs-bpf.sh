#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Exits counted without the module on a CPU with VMX (Bochs), Debian 6.12: on bare
# metal, and on a guest of "Hyper-V" whose KVM uses the enlightened VMCS. Both are
# locked down (integrity). The counts are those of the kernel's own hist triggers,
# reason by reason and level by level; before lockdown, the module's, too. And the
# rules about exits go by them.

# shellcheck disable=SC2317 # functions are called by check
# shellcheck source=tests/vm/bochs-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs-lib.sh"
# shellcheck source=tests/vm/bpf-lib.sh
. "$TOP/tests/vm/bpf-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}
# As in lab/guest/bpf.
CPUIDS=1000
REFUSED=3

# exits_as_kernel SECTION: of "nestdiag exits --json"; of one guest without a nested one
exits_as_kernel()
{
	same "reason, count" "$(section "$1" | jq -r '.exits[] | "\(.reason) \(.count)"' | sort)" \
		"$(of_hist "$1.hist")"
}

# nested_exits_as_kernel SECTION: of "nestdiag nested --json"
nested_exits_as_kernel()
{
	same "reason, count" "$(section "$1" | jq -r '.nested_reasons[] | select(.count > 0) |
		"\(.reason) \(.count)"' | sort)" "$(of_hist "$1.nested-hist")"
}

# instructions_as_kernel SECTION: those of the guest hypervisor, which its nested guest has none of
instructions_as_kernel()
{
	local ours

	ours=$(section "$1" | jq -r '.instructions[] | "\(.reason) \(.count)"' | sort)
	same "reason, count" "$ours" "$(of_hist "$1.hist" |
		awk 'NR == FNR { ours[$1]; next } $1 in ours' <(printf '%s\n' "$ours") -)"
}

# check_machine NAME
check_machine()
{
	check "$1: lockdown is integrity" shows "$1 lockdown" '\[integrity\]'
	check "$1: there is no module" shows "$1 module" '^0$'
	check "$1: exits --interval 5 says that BPF counted" holds "$1-exits" '.exit_source.state == "bpf"'
	check "$1: exits: the guest's CPUIDs" holds "$1-exits" \
		"[.exits[] | select(.level == \"guest\" and .reason == 10).count] | add == $CPUIDS"
	check "$1: exits: reason by reason as the kernel" exits_as_kernel "$1-exits"
	check "$1: nested: reason by reason as the kernel" nested_exits_as_kernel "$1-nested"
	check "$1: nested: the hypervisor's instructions as the kernel" \
		instructions_as_kernel "$1-nested"
	check "$1: snapshot: reason by reason as the kernel" as_kernel "$1-snapshot"
	check "$1: snapshot: nested exits as the kernel" nested_as_kernel "$1-snapshot"
	check "$1: check: what it finds in order" holds "$1-check" \
		'[.checks[] | select(.verdict == "PASS" and (.id == "guest-starved" or .id == "entry-failed" or
			.id == "entry-without-exit"))] | length == 3'
	check "$1: check: nested entries that KVM refused" holds "$1-check" \
		"[.checks[] | select(.id == \"nested-refused\" and .verdict == \"WARN\" and
			.figures.count == $REFUSED)] | length == 1"
	check "$1: nothing is left behind" same "what is there" "$(section "$1 before"; echo .)" \
		"$(section "$1 after"; echo .)"
}

need bpf
bochs_prepare bochs-bpf
badlaunch=$(badlaunch_built)
nested_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/bpf" "bin=$(command -v bpftool)" \
	"bin=$badlaunch/badlaunch" \
	"file=$TOP/lab/init/counts.sh:/lib/counts.sh"
bochs_boot "$SERIES" "boot Debian $SERIES on bare metal (Bochs), and a guest of Hyper-V" \
	memory=2048 ips=100000000

check "bare metal: as the module, level by level and reason by reason" as_module module
check "bare metal: as the kernel" as_kernel module
check "bare metal: nested exits as the kernel" nested_as_kernel module
check "KVM of the guest uses eVMCS" shows "evmcs parameters" '^Y$'
check_machine bare-metal
check_machine evmcs
check "the guest got to its end" has_token "evmcs: done"
finish "bare-metal: done"
