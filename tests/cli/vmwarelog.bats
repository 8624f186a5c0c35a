#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# --from vmware.log: the CPUID leaves that VMware lists of its host.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

# From two logs of VMware Player 2 and Workstation 26.
setup() {
	cat >"$BATS_TEST_TMPDIR/vmware.log" <<-'END'
	2024-03-01T10:00:00.000Z In(05) vmx Log for VMware Workstation pid=8976 version=26.0.1 build=25688693 option=Release
	2024-03-01T10:00:00.000Z In(05) vmx hostCPUID vendor: GenuineIntel
	2024-03-01T10:00:00.000Z In(05) vmx hostCPUID level 00000000, 0: 0x0000000a 0x756e6547 0x6c65746e 0x49656e69
	Aug 18 10:01:57.546: vmx| hostCPUID level 00000001, 0: 0x000b06a2 0x11800800 0x7ffafbff 0xbfebfbff
	2024-03-01T10:00:00.000Z In(05) vmx hostCPUID level 00000001, 0: 0x000006f2 0x00020800 0x0000e39d 0xbfebfbff
	END
}

@test "the leaves are facts, and a note says that there is no more" {
	nd 0 explain vmx --json --from "$BATS_TEST_TMPDIR/vmware.log"
	json '.notes[0].text | contains("2 CPUID leaves and 0 registers of VMware")'
	[[ $output == *'"available"'* ]]
	nd 3 status --from "$BATS_TEST_TMPDIR/vmware.log"
	[[ $output == *"GenuineIntel family 6 model 186 stepping 2"* ]]
}

@test "registers that all CPUs have in common are facts, if the log lists them" {
	printf '%s\n' '2024-03-01T10:00:00.000Z In(05) vmx Common: MSR       0x3a =                0x5' \
		'vmx| I125: Common: MSR      0x480 =   0xda040000000004' \
		'vmx| I125: Common: MSR      0x481 =   -' 'vmx| I125: MSR      0x482 = 0x1' \
		'vmx| I125: Common: MSR 0x48b 0x2' 'vmx| I125: Common: MSR      0x999 = 0x1' \
		>>"$BATS_TEST_TMPDIR/vmware.log"
	nd 0 caps --json --from "$BATS_TEST_TMPDIR/vmware.log"
	json '[.msrs[] | select(.state == "ok") | [.index, .value]] == [["0x3a", "0x5"], ["0x480", "0xda040000000004"]]'
	json '.notes[0].text | contains("2 registers")'
}

@test "a log without leaves, and one with bad ones, is no machine" {
	echo 'Aug 18 10:01:57.546: vmx| Log for VMware Player pid=1' >"$BATS_TEST_TMPDIR/log"
	nd 64 caps --from "$BATS_TEST_TMPDIR/log"
	one_error "nestdiag: $BATS_TEST_TMPDIR/log: a log of VMware without the host's CPUID leaves"
	printf '%s\n' 'vmx| hostCPUID level ' 'vmx| hostCPUID level 00000001, 0: 0x1 0x2 0x3' \
		'vmx| hostCPUID level 1: 0x1 0x2 0x3 0x4' 'vmx| hostCPUID level 00000001, 0: 1 2 3 4' \
		'vmx| hostCPUID level 000000001, x: 0x1 0x2 0x3 0x4' \
		'vmx| hostCPUID level 1, 0: 0x111111111 0x2 0x3 0x4' 'vmx| hostCPUID level 1, 0: 0x1 0x2 0x3 0x4 0x5' \
		>"$BATS_TEST_TMPDIR/log"
	nd 64 caps --from "$BATS_TEST_TMPDIR/log"
}
