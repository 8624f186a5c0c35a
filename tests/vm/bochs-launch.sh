#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
# shellcheck disable=SC2317 # called by way of check
#
# Launches that fail on bare metal with VMX (Bochs): nested guests with one wrong
# field after another, then guests that are wrong themselves, each in a process of
# its own. Each has to be captured once, logged once, and what nestdiag names has
# to be what KVM's own message or the emulated processor's log names.

# shellcheck source=tests/vm/bochs-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/bochs-lib.sh"
# shellcheck source=tests/vm/launch-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/launch-lib.sh"
# shellcheck source=tests/vm/report-lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/report-lib.sh"

SERIES=${NESTDIAG_LAB_SERIES:-6.12}
OUT=$TOP/build/launch

# wrong NAME EXIT [REASON [SECTION]]: how KVM ended a guest that is wrong itself
wrong()
{
	shows "${4-$1}" "^wrong	$1	$2	${3-}"
}

# logged: each failed launch has its line in the kernel log
logged()
{
	local lines total

	lines=$(section log | grep -cE 'nestdiag: .*\[[0-9]+\].*, (nested )?guest: ')
	total=$(($(section log-total)))
	((lines == total && total)) || { echo "$lines lines on $total failed launches"; return 1; }
}

# no_addresses: nothing in the log is an address of the kernel's
no_addresses()
{
	shows_not log '0xffff[0-9a-f]{12}'
}

# badentry_built KDIR: folder with the module that spoils VMCSs
badentry_built()
{
	cached module "badentry-$(key_of "$TOP/tests/vm/badentry" "$1/Module.symvers")" \
		"build badentry" build_badentry "$1"
}

build_badentry()
{
	cp "$TOP"/tests/vm/badentry/* . &&
		make -C "$1" M="$PWD" modules &&
		strip --strip-debug ./*.ko &&
		find . -mindepth 1 ! -name '*.ko' -delete
}

# archive_names TEXT: so do the other commands, of the archive
archive_names()
{
	local text

	text=$("$TOP/tools/nestdiag" -q --from "$archive" failures | tr -s ' \n' ' ' || true)
	[[ $text == *"$1"* ]] || { echo "no '$1' in $archive"; return 1; }
}

# The guest that is wrong has code whose type is that of data, and kvm_intel was told not to emulate it.
check_report()
{
	local archive page=$OUT/launch.html

	archive=$(report_archive bare-metal)
	check "report: made where the launch failed" succeeded "bare-metal report"
	check "report: the archive answers, too" archive_names "guest CS has a type (bits 3:0) other than 9, 11, 13, 15"
	check "report: the archive has the page" report_page "$archive" "$page"
	check "report: it is sound" is_sound "$page"
	check "report: the verdict has the failure" page_says "$page" verdict \
		"VM entry failed: invalid guest state (0x80000021)"
	check "report: and who failed" page_says "$page" verdict ": badlaunch["
	check "report: and the check" page_says "$page" verdict "guest CS has a type (bits 3:0) other than 9, 11, 13, 15"
	check "report: and why KVM let it come to that" page_says "$page" verdict \
		"as kvm_intel has emulate_invalid_guest_state=N"
	check "report: and the setting to change" page_says "$page" verdict \
		"options kvm_intel emulate_invalid_guest_state=1"
	check "report: it tells that this is L0" page_says "$page" levels "L0: this machine"
	check "report: the kernel log is in it, explained" page_says "$page" log "badlaunch["
}

bochs_prepare bochs-launch
badlaunch=$(badlaunch_built)
kdir=$(kernel_headers "$SERIES")
badentry=$(badentry_built "$kdir")
machine_initramfs "$WORK/initramfs" "$SERIES" "$TOP/lab/guest/launch" \
	"bin=$badlaunch/badlaunch" "ko=$badentry/badentry.ko"
bochs_boot "$SERIES" "boot Debian $SERIES on bare metal (Bochs), where launches fail" \
	ips=50000000

mkdir -p "$OUT"
agreement "$WORK/bochs.log" controls guest >"$OUT/agreement.csv"
column -s , -t "$OUT/agreement.csv" >"$OUT/agreement.txt" 2>/dev/null || true

check "launches without a wrong field succeed" valid_launches_succeed controls guest
check "the autopsy names what KVM or the processor names: 38 of 40 at least" \
	agree_at_least 38 "$OUT/agreement.csv"
# In the order of the SDM's checks those of segments come first, and they fail in virtual-8086 mode.
check "and so in each case but that of RFLAGS.VM" all_agree "$OUT/agreement.csv" rflags-vm
check "each failed launch has one line in the kernel log" logged
check "the kernel log has no addresses" no_addresses
check "triple fault: KVM ended the guest" wrong triple 8
check "triple fault: captured" one_failure "triple failures" '.kind == "shutdown" and .exit_reason == "0x2"'
check "internal error: KVM gave up" wrong internal 17 0x1
check "internal error: captured" one_failure "internal failures" '.kind == "internal-error" and .error == 1'
check "VMfail on controls: KVM hands on the error" wrong none 9 0x7 vmfail-controls
check "VMfail on controls: captured, with the check that failed" one_failure "vmfail-controls failures" \
	'.kind == "vmfail" and .level == "guest" and .error == 7 and .vcpu == 0 and
	.capture == "vmcs" and .check == "ctl-cr3-target-count"'
check "VMfail on host state: KVM hands on the error" wrong none 9 0x8 vmfail-host
check "VMfail on host state: captured, with the check that failed" one_failure "vmfail-host failures" \
	'.kind == "vmfail" and .error == 8 and .capture == "vmcs" and .check == "host-tr-null"'
check "VMfail: the kernel log says so" shows log \
	'vcpu 0, guest: VM entry failed: VM-instruction error 8: .*: the host TR selector is 0'
check "invalid state: the processor refused" wrong state 9 0x80000021
check "invalid state: captured, with the check that failed" one_failure "state failures" \
	'.kind == "entry" and .level == "guest" and .exit_reason == "0x80000021" and .check == "guest-cs-type"'
check "invalid state: the kernel log says so" shows log \
	'badlaunch\[[0-9]+\] vcpu 0, guest: VM entry failed: invalid guest state \(0x80000021\).*guest CS'
check "storm: three lines at once" shows "storm log soon" '^3$'
check "storm: and the others later" shows "storm log" '^8$'
check "storm: all are kept" shows "storm view" '^Failed launches +8 entry$'
check "one cause again and again: one paragraph" one_failure "again failures" \
	'.kind == "shutdown" and .count == 20 and .latest_failure == .number + 19'
check "one cause again and again: one line" shows "again log" '^1$'
check "one cause again and again: and their number" shows "again sum" \
	'19 more failed launches \(shutdown\)'
check_report
check "nothing is left after unloading" shows_nothing leftovers
finish "bare-metal: done"
