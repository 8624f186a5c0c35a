#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # called by way of check
#
# A migration pool of two unlike hosts (Bochs): KVM with nested paging, and without. What nestdiag
# baseline prints for both starts a guest in QEMU on either, and QEMU refuses a feature more on the
# one that does not give it.

# shellcheck source=tests/vm/bochs-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}

# starts SECTION: the guest ran, and QEMU missed nothing
starts()
{
	shows "$1" 'VM status: running' && shows_not "$1" "doesn't support"
}

# refused SECTION FEATURE: QEMU names the feature, and ran nothing
refused()
{
	shows "$1" "doesn't support requested feature: .*$2" && shows_not "$1" 'VM status: running'
}

bochs_prepare bochs-pool
listed=$(qemu_parts)
mapfile -t parts <<<"$listed"
machine_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/pool" "${parts[@]}"
bochs_boot "$SERIES" "boot Debian $SERIES with VMX, and QEMU in it (Bochs)" memory=1024 ips=200000000
check "both hosts tell what KVM gives to guests" shows "baseline" 'what KVM gives to guests, on all 2 hosts'
check "the model is one of QEMU's" shows "baseline" '^-cpu [A-Z][A-Za-z0-9-]*[a-z0-9][A-Za-z0-9-]*,\+vmx,'
check "the second host costs EPT" shows "baseline json" '"vmx-ept"'
check "the line starts a guest on the first host" starts "first, baseline"
check "and on the second" starts "second, baseline"
check "EPT more starts on the first host" starts "first, vmx-ept more"
check "and is refused on the second" refused "second, vmx-ept more" vmx-ept
check "the first host's own line starts there" starts "first, all of the first"
check "and is refused on the second" refused "second, all of the first" vmx-
finish "bare-metal: done"
