#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# Guests with 4 vCPUs on 4 CPUs with SVM, while CPUs go and come back and KVM is
# unloaded and loaded: each vCPU's exits, reason by reason, are what the guest
# made and what the kernel's hist trigger counted.

# shellcheck source=tests/vm/tcg-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/tcg-lib.sh"
# shellcheck source=tests/vm/vcpus-lib.sh
. "$TOP/tests/vm/vcpus-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}
RUNS=3
CPUIDS=6000
CPUS=4
VCPUS=4
EXIT_CPUID=$((0x72))
NATURAL=vmcb
SOURCES=vmcb,record

boot()
{
	local parts

	parts=$(view_parts "$SERIES" ccp irqbypass kvm kvm-amd)
	mapfile -t parts <<<"$parts"
	tcg_run "$VCPUS vCPUs while CPUs and KVM come and go, Debian $SERIES" vcpus \
		"$(kernel_image "$SERIES")" vcpus "${parts[@]}" -- \
		cpu=EPYC,+svm,+npt smp=$CPUS \
		append="VENDOR=kvm-amd SOURCES=$SOURCES RUNS=$RUNS \
FIRST_CPUIDS=$FIRST_CPUIDS CPUIDS=$CPUIDS VCPUS=$VCPUS"
}

prepare_views
work_dir tcg-vcpus
boot

check_vcpus
finish "vcpus machine ends"
