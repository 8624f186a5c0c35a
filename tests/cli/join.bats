#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# Snapshots of machines that run on each other: the same exits, and pairs that are none.

# shellcheck disable=SC2154 # variables of bats and common.bash

load common

# Its files have short names.
setup() {
	cd "$BATS_TEST_TMPDIR" || return
}

# flat: the output without its line breaks
flat() {
	tr -s ' \n' ' ' <<<"$output"
}

HYPERVISOR=80000000 # bit 31 of ECX of leaf 1

# machine NAME ECX RECORD...: a snapshot in the file NAME
machine() {
	local name=$1 ecx=$2
	shift 2
	lines 'kernel 6.12.0 x86_64' 'cpu 0 GenuineIntel 6 60 3 0x0' \
		"cpuid 0 0x00000001 0x0 000306c3 00010800 $ecx bfebfbff" "$@"
	cp "$snapshot" "$name"
}

# A CPUID of the nested guest: 3 us, then 9 exits of L1, 1 us each; L1 sees 12 us.
low() {
	machine "$1" 00000020 'trace vmx 64 0 2000000 vmx' 'nested 1000 1000' \
		'exits vmx guest 0x17 6000 6000000 1000 6000 6000' 'exits vmx guest 0x18 1000 1000000 1000 1000 1000' \
		'exits vmx nested 0xa 1000 3000000 3000 1000 1000' 'reflected 0xa 1000 9000'
}

high() {
	machine "$1" $HYPERVISOR 'trace vmx 64 0 2000000 vmx' "exits vmx guest 0xa $2 $(($2 * 12000)) 12000 $2 $2"
}

@test "the same exits on both levels, with their times" {
	low l0; high l1 1000
	nd 0 nested --join --json l0 l1
	json '.joined | length == 1 and .[0] == {"lower": 0, "isa": "vmx", "reason": 10, "count": 1000,
		"reflected": 1000, "counted_above": 1000, "label": "CPUID"}'
	json '[.chain[] | [.lower, .exit_ns, .total_ns]] == [[0, 3000, 12000], [1, 12000, null]]'
	json '.chain[0].per_reflected_exit == 9'
	nd 0 nested --join l0 l1
	[[ $(flat) == *"the same exits, within 1 %"* ]]
}

@test "figures that were read a moment apart are the same, others are not" {
	low l0; high l1 990
	nd 0 nested --join l0 l1
	high l1 989
	nd 3 nested --join l0 l1
	[[ $(flat) == *"not the same exits."* && $(flat) != *"One nested exit that is handed on"* ]]
}

@test "exits of deeper guests count, too" {
	low l0
	machine l1 $HYPERVISOR 'trace vmx 64 0 2000000 vmx' 'exits vmx guest 0xa 400 4000000 12000 400 400' \
		'exits vmx nested 0xa 600 6000000 12000 600 600' 'nested 600 600' 'reflected 0xa 600 1200'
	high l2 600
	nd 0 nested --join --json l0 l1 l2
	json '[.joined[] | [.lower, .reflected, .counted_above]] == [[0, 1000, 1000], [1, 600, 600]]'
}

@test "what cannot be one above the other says why" {
	low l0
	machine metal 00000020 'trace vmx 64 0 2000000 vmx' 'exits vmx guest 0xa 1000 1000000 1000 1000 1000'
	nd 3 nested --join l0 metal
	[[ $(flat) == *"L0 and L1 cannot be joined: the upper one runs under no hypervisor; the lowest comes first."* ]]
	machine amd $HYPERVISOR 'trace vmcb 64 0 2000000 svm' 'exits svm guest 0x72 1000 1000000 1000 1000 1000'
	nd 3 nested --join l0 amd
	[[ $(flat) == *"one has VMX and the other SVM"* ]]
	high l1 1000
	cp l1 copy
	nd 3 nested --join l1 copy
	[[ $(flat) == *"the lower one counted no nested exits"* ]]
	nd 3 nested --join l1 l1
	[[ $(flat) == *"L0 and L1 cannot be joined: they are the same file."* ]]
	machine unread $HYPERVISOR 'trace unavailable 0 0 2000000 vmx 1'
	nd 3 nested --join l0 unread
	[[ $(flat) == *"one of them has no counted exits"* ]]
	grep -v ^reflected l0 >kept
	machine idle $HYPERVISOR 'trace vmx 64 0 2000000 vmx'
	nd 3 nested --join kept idle
	[[ $(flat) == *"the lower one handed on none of its nested exits, or did not count that"* ]]
	machine none $HYPERVISOR
	nd 3 nested --join l0 none
	[[ $(flat) == *"one of them has no counted exits"* ]]
}

@test "as many for another reason are not the same exits" {
	low l0
	machine l1 $HYPERVISOR 'trace vmx 64 0 2000000 vmx' 'exits vmx guest 0xa 994 11928000 12000 994 994' \
		'exits vmx guest 0xc 4 48000 12000 4 4'
	nd 0 nested --join l0 l1
	[[ $(flat) == *"L0 handed on 1000 exits and L1 counted 998: the same exits, within 1 %"* ]]
	sed -i 's/guest 0xa 994/guest 0xa 993/; s/guest 0xc 4 /guest 0xc 7 /' l1
	nd 3 nested --join l0 l1
	[[ $(flat) == *"L0 handed on 1000 exits and L1 counted 1000, 14 apart by their reasons: not the same exits."* ]]
}

@test "times that are not known are left out, and are not 0" {
	low l0
	sed -i 's/^\(exits vmx guest 0x[0-9a-f]* [0-9]*\) .*/\1 0 0 0 0/' l0
	machine l1 $HYPERVISOR 'trace hist 0 0 1000000 vmx' 'exits vmx guest 0xa 1000 0 0 0 0'
	nd 0 nested --join --json l0 l1
	json '[.chain[] | [.lower, .exit_ns, .total_ns, .per_reflected_exit]] == [[0, 3000, null, 9], [1, null, null, null]]'
	nd 0 nested --join l0 l1
	[[ $(flat) == *"L0 3.00 us for the exit itself, then 9.0 exits of L1 L1 an unknown time"* ]]
}

@test "the clock of the upper one leaves out the exit and the entry, and that is said" {
	low l0; high l1 1000
	nd 0 nested --join l0 l1
	[[ $(flat) == *"its exits to L0 in between are in it, that exit itself and the entry are not"* ]]
	[[ $(flat) != *"there may be levels below"* ]]
	machine deep $HYPERVISOR 'trace vmx 64 0 2000000 vmx' 'nested 1000 1000' \
		'exits vmx nested 0xa 1000 3000000 3000 1000 1000' 'reflected 0xa 1000 9000'
	nd 0 nested --join deep l1
	[[ $(flat) == *"L0 stands for the lowest of these machines; there may be levels below it."* ]]
}

@test "forged counters: no sum is small again, and columns stay apart" {
	local most=18446744073709551615

	machine l0 00000020 'trace vmx 64 0 2000000 vmx' "exits vmx guest 0xa $most $most $most 1 1" \
		"exits vmx nested 0xa $most $most $most 1 1" "reflected 0xa $most $most" "reflected 0xc 5 0"
	machine l1 $HYPERVISOR 'trace vmx 64 0 2000000 vmx' "exits vmx guest 0xa 3 9 3 3 3" "exits vmx guest 0xc 2 9 3 3 3"
	nd 3 nested --join l0 l1
	[[ $(flat) == *"CPUID $most $most 3 18446744073709551612"*"L0 handed on $most exits and L1 counted 5"* ]]
}

@test "wrong arguments" {
	low l0
	nd 64 nested --join l0
	one_error "*--join needs 2 to 8 snapshots*"
	for option in '--pid 5' '--interval 2' '--sort name' '--reason cpuid' '--min 5' '--timestamps' '--from l0'; do
		# shellcheck disable=SC2086
		nd 64 nested --join $option l0 l0
		one_error "*--join takes snapshots as they are, and no ${option%% *}"
	done
	nd 64 nested l0
	one_error "*snapshots are read with --join"
	nd 3 nested --join l0 absent
	one_error "*absent: No such file or directory"
}

@test "a report with a snapshot of the level below has it, too" {
	low l0; high l1 1000
	nd 0 -q report --from l1 --below l0 -o r.html
	python3 "$TESTS/report/page.py" r.html
	run "$TESTS/report/pagetext.py" r.html join
	[[ $output == *"Exit Count below Handed on Counted here CPUID 1000 1000 1000 "* ]]
	[[ $output == *"the same exits, within 1 %"* && $output == *"L0 3.00 us for the exit itself"* ]]
	[[ $output == *"L1 12.00 us from its exit to its entry"* ]]
	# what does not fit together is said, and what has not counted is no part
	high other 500
	nd 0 -q report --from other --below l0 -o r.html
	run "$TESTS/report/pagetext.py" r.html join
	[[ $output == *"not the same exits."* && $output != *"One nested exit that is handed on"* ]]
	machine none $HYPERVISOR
	nd 0 -q report --from none --below l0 -o r.html
	run "$TESTS/report/pagetext.py" r.html join
	[ "$status" = 1 ]
	# below the machine below is something else: its number is not known
	machine deep $HYPERVISOR 'trace vmx 64 0 2000000 vmx' 'nested 1000 1000' \
		'exits vmx nested 0xa 1000 3000000 3000 1000 1000' 'reflected 0xa 1000 9000'
	nd 0 -q report --from l1 --below deep -o r.html
	run "$TESTS/report/pagetext.py" r.html join
	[[ $output == *"L0 stands for the machine below, L1 for this one"* ]]
}
