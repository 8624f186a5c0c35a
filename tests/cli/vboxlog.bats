#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# --from VBox.log: the registers that VirtualBox lists of its host.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

# From github.com/myspaghetti/macos-virtualbox/issues/357.
setup() {
	cat >"$BATS_TEST_TMPDIR/VBox.log" <<-'END'
	00:00:11.659041 HM: MSR_IA32_FEATURE_CONTROL          = 0x5
	00:00:11.659042 HM:   LOCK
	00:00:11.659043 HM: MSR_IA32_VMX_BASIC                = 0xda040000000004
	00:00:11.659054 HM: MSR_IA32_VMX_PINBASED_CTLS        = 0x7f00000016
	00:00:11.659058 HM:   POSTED_INT (must be cleared)
	00:00:11.659087 HM: MSR_IA32_VMX_PROCBASED_CTLS       = 0xfff9fffe0401e172
	END
}

@test "the registers are facts, and a note says that there is no more" {
	nd 0 caps --json --from "$BATS_TEST_TMPDIR/VBox.log"
	json '[.msrs[] | select(.state == "ok") | .value] == ["0x5", "0xda040000000004", "0x7f00000016", "0xfff9fffe0401e172"]'
	json '.controls[] | select(.id == "vmx-posted-intr") | .state == "no"'
	json '.controls[] | select(.id == "vmx-preemption-timer") | .state == "yes"'
	json '.notes[0].text | contains("4 VMX registers of VirtualBox")'
}

@test "a refused value is compared with them" {
	echo 'error: failed to set MSR 0x48d to 0xff00000016' >"$BATS_TEST_TMPDIR/log"
	echo '00:00:11.7 HM: MSR_IA32_VMX_TRUE_PINBASED_CTLS   = 0x7f00000016' >>"$BATS_TEST_TMPDIR/VBox.log"
	sed -i 's/^00:00:11.7 /00:00:11.700000 /' "$BATS_TEST_TMPDIR/VBox.log"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/log" --from "$BATS_TEST_TMPDIR/VBox.log"
	json '.messages[0].decoded | contains("vmx-posted-intr")'
}

@test "a log without registers, and one with bad ones, is no machine" {
	echo '00:00:01.000000 VirtualBox VM 7.1.0' >"$BATS_TEST_TMPDIR/log"
	nd 64 caps --from "$BATS_TEST_TMPDIR/log"
	one_error "nestdiag: $BATS_TEST_TMPDIR/log: a log of VirtualBox without the host's VMX registers"
	printf '%s\n' '00:00:11.659043 HM: MSR_IA32_VMX_BASIC = 0x' '00:00:11.659043 HM: MSR_IA32_VMX_BASIC = 0xzz' \
		'00:00:11.659043 HM: MSR_IA32_NONE = 0x5' '00:00:11.659043 HM: MSR_IA32_VMX_MISC 0x5' >"$BATS_TEST_TMPDIR/log"
	nd 64 caps --from "$BATS_TEST_TMPDIR/log"
}
