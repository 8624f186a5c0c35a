#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# check: words, JSON, exit statuses; and the facts of the host, of machines played by trees of files.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

EVMCS=$FIXTURES/synthetic-l1-evmcs-in-use.snapshot
SECOND=$FIXTURES/synthetic-l1-evmcs-second-signature.snapshot

# state WANTED ID: check --json says so of that rule
state() {
	local found
	found=$(jq -r --arg id "$2" '.checks[] | select(.id == $id).verdict' <<<"$output")
	[ "$found" = "$1" ] || { echo "$2: '$found' instead of $1"; return 1; }
}

# tree: the machine is the files that put makes
tree() {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root
	mkdir -p "$NESTDIAG_SYSROOT"
	cd "$NESTDIAG_SYSROOT" || return
	mkdir -p sys/kernel/debug/nestdiag sys/module
	grep -v '^param ' "$FIXTURES/$1" >sys/kernel/debug/nestdiag/raw
	put sys/kernel/nestdiag/interface_version 1
}

# put PATH TEXT: a file of the machine.
put() {
	mkdir -p "$(dirname "$1")"
	printf '%s\n' "$2" >"$1"
}

# host KEY VALUE: the snapshot of this tree has that fact
host() {
	nd 0 snapshot -q
	grep -qxF "host $1 $2" <<<"$output" || {
		echo "no 'host $1 $2' among"
		grep '^host ' <<<"$output"
		return 1
	}
}

@test "check: bare metal with nothing wrong, but not everything known" {
	nd 3 check --from "$FIXTURES/intel-alderlake-12900hk-bare-metal.snapshot"
	[[ $output =~ Every\ control\ that\ kvm_intel\ requires\ is\ available\ +PASS ]]
	[[ $output =~ Firmware\ does\ not\ lock\ virtualization\ off\ +UNKNOWN\ +IA32_FEATURE_CONTROL\ was\ not\ read ]]
	[[ $output != *FAIL* && $output != *WARN* ]]
	[ "$(grep -c 'N/A' <<<"$output")" = 2 ]	# the host around KVM, and exits
	[ "$(grep -cE '.{101}' <<<"$output")" = 0 ]
}

@test "check: eVMCS in use is a note that says what it costs" {
	nd 0 check --json --from "$EVMCS"
	state NOTE evmcs-costs
	state PASS evmcs-unused
	state PASS nested-off
	json '.checks[] | select(.id == "evmcs-costs") | (.evidence | contains("VMCS shadowing"))
		and (.evidence | contains("TSC scaling") | not) and (.cause | length > 0)
		and (.remedy | length > 0) and (.see | contains("TLFS"))'
	json '[.checks[] | select(.verdict == "WARN" or .verdict == "FAIL")] == []'
}

@test "check: with a second signature eVMCS is offered and not used, and the remedy is QEMU's" {
	nd 1 check --json --from "$SECOND"
	state WARN evmcs-unused
	json '.checks[] | select(.id == "evmcs-unused").remedy | contains("kvm=off")'
	nd 1 check -q --from "$SECOND"
	[[ $output == *WARN*evmcs-unused*evidence*cause*remedy*"kvm=off"*see* ]]
	[[ $output != *PASS* && $output != *UNKNOWN* && $output != *NOTE* ]]
}

@test "check: no virtualization is a failure, and nobody misses /dev/kvm" {
	nd 2 check --json --from "$FIXTURES/synthetic-no-virtualization.snapshot"
	state FAIL virt-absent
	json '[.checks[].id] | index("nested-off") == null and index("regs-basic") == null'
}

@test "check: AMD has its own rules, and Intel's are not asked" {
	nd 0 check --json --from "$FIXTURES/synthetic-amd-svm.snapshot"
	state PASS virt-locked
	state PASS svm-disabled
	state NOTE amd-migration
	json '[.checks[].id] | index("regs-basic") == null'
	nd 0 check --all --from "$FIXTURES/synthetic-amd-svm.snapshot"
	[[ $output =~ IA32_VMX_BASIC\ describes\ a\ usable\ VMCS\ +N/A ]]
}

@test "check: locked by the firmware, and by a hypervisor that poses as firmware" {
	nd 2 check -q --from "$FIXTURES/synthetic-vmx-locked.snapshot"
	[[ $output == *FAIL*virt-locked*0x1*firmware* ]]
	sed 's/^\(cpuid . 0x00000001 .* .* .* \)7\(.*\) /\1f\2 /' \
		"$FIXTURES/synthetic-vmx-locked.snapshot" >"$BATS_TEST_TMPDIR/guest"
	nd 2 check --json --from "$BATS_TEST_TMPDIR/guest"
	state FAIL virt-locked-below
	json '[.checks[].id] | index("virt-locked") == null'
}

@test "check: real registers of a KVM guest that lack what kvm_intel requires" {
	nd 2 check --json --from "$FIXTURES/intel-haswell-l1-kvm.snapshot"
	state FAIL regs-required
	json '[.checks[] | select(.verdict == "FAIL").id] == ["regs-required"]'
	json '.checks[] | select(.id == "regs-required").evidence |
		. == "no Host address-space size (IA32_VMX_EXIT_CTLS bit 41)"'
}

@test "check: the emulated machines, level 0 and level 1, have nothing wrong" {
	for level in l0 l1-evmcs; do
		run --separate-stderr "$NESTDIAG" check --json \
			--from "$FIXTURES/emulated-haswell-$level.snapshot"
		json '[.checks[] | select(.verdict == "WARN" or .verdict == "FAIL").id] == []'
		state PASS regs-required
		state PASS nested-off
	done
	# of the second one, which is what is left in output
	state NOTE evmcs-costs
	state PASS evmcs-unused
}

@test "check: no real machine has inconsistent registers" {
	for file in "$FIXTURES"/intel-*-bare-metal.snapshot "$FIXTURES"/intel-azure*.snapshot \
		"$FIXTURES"/intel-gcp*.snapshot "$FIXTURES"/intel-virtualbox*.snapshot; do
		run --separate-stderr "$NESTDIAG" check --json --from "$file"
		json '[.checks[] | select(.id | startswith("regs-")) |
			select(.verdict == "FAIL" or .verdict == "WARN")] == []'
	done
}

@test "check: what was counted is judged, what was not is no question" {
	nd 3 check --json --from "$FIXTURES/emulated-haswell-exits.snapshot"
	state UNKNOWN entry-without-exit	# this snapshot does not say
	json '[.checks[] | select(.verdict == "UNKNOWN").id] ==
		["guest-starved", "guest-exit-bound", "entry-without-exit"]'
	state PASS exit-storm
	nd 0 check --all --json --from "$EVMCS"
	state N/A exit-storm
	nd 0 check --from "$EVMCS"
	[ "$(grep -c 'N/A  they were not counted' <<<"$output")" = 1 ]
	[[ $output == *"find out  nestdiag check --interval 10 while KVM runs guests, or load"* ]]
	nd 0 check --all --from "$EVMCS"
	[ "$(grep -c ' N/A$' <<<"$output")" -gt 20 ]
}

@test "check: healthy machines are status 0, and status agrees with check on every machine" {
	for name in emulated-haswell-l0 emulated-haswell-l1-evmcs synthetic-amd-svm \
		synthetic-l1-evmcs-in-use; do
		nd 0 check --from "$FIXTURES/$name.snapshot"
		[[ ${lines[-1]} == "0 problems, 0 unknown, "*" passed"* ]]
		nd 0 check -q --from "$FIXTURES/$name.snapshot"
		[[ $output == "0 problems, 0 unknown, "*" passed"* ]]
	done
	for file in "$FIXTURES"/*.snapshot; do
		run --separate-stderr "$NESTDIAG" check --from "$file"
		nd "$status" status --from "$file"
	done
}

@test "check --check: one rule, also one that does not apply" {
	nd 0 check --check nested-off --from "$EVMCS"
	[ "$output" = "  Nested virtualization is on                         PASS" ]
	nd 0 check -k svm-disabled --from "$EVMCS"
	[[ $output =~ N/A$ ]]
	nd 3 check -k regs-basic --json --from "$FIXTURES/intel-gcp-n1-l1-kvm.snapshot"
	json '.checks | length == 1'
	state UNKNOWN regs-basic
	json '.checks[0].remedy | contains("module")'
}

@test "check: the exit status is that of the worst, unknown advice is no question" {
	troubled=$FIXTURES/synthetic-host-troubled.snapshot
	while read -r status id verdict; do
		nd "$status" check --json --check "$id" --from "$troubled"
		state "$verdict" "$id"
	done <<-'EOF'
		0 virt-absent PASS
		0 memory-low NOTE
		2 kvm-denied FAIL
		1 params-asked WARN
		0 svm-disabled N/A
		3 cpus-differ UNKNOWN
		EOF
	nd 2 check --check virt-locked --from "$FIXTURES/synthetic-vmx-locked.snapshot"
	# Of the host around KVM nothing was recorded: nobody asks. With one fact, others are missing:
	# a note about them is no loss, an error is.
	nd 0 check --json --check kvm-device --from "$EVMCS"
	state N/A kvm-device
	{ cat "$EVMCS"; echo 'host modules kvm\040kvm_intel'; } >"$BATS_TEST_TMPDIR/one"
	nd 0 check --json --check memory-low --from "$BATS_TEST_TMPDIR/one"
	state UNKNOWN memory-low
	nd 3 check --json --check kvm-device --from "$BATS_TEST_TMPDIR/one"
	state UNKNOWN kvm-device
	# What fires counts more than what is unknown, and a failure more than a warning.
	nd 2 check -q --from "$troubled"
	nd 1 check -q --from "$FIXTURES/synthetic-nested.snapshot"
	nd 2 check -q --from "$FIXTURES/emulated-haswell-failures.snapshot"
}

@test "check --check: an identifier that there is not" {
	nd 64 check --check nested-of --from "$EVMCS"
	one_error "nestdiag: there is no check 'nested-of'; did you mean 'nested-off'?"
	nd 64 check --check zzz --json --from "$EVMCS"
	one_error "nestdiag: there is no check 'zzz'; see nestdiag check --list"
	nd 64 status --check nested-off
	one_error "nestdiag: option '--check' does not apply to 'status'"
}

@test "check --list: every identifier, each of which can be asked" {
	nd 0 check --list --json --from "$EVMCS"
	json '.rules | length > 40 and all(.[]; .id and .title and .see and .asks)'
	json '(.rules | map(.id) | unique | length) == (.rules | length)'
	for id in $(jq -r '.rules[].id' <<<"$output"); do
		run --separate-stderr "$NESTDIAG" check --check "$id" --from "$EVMCS"
		[ "$status" -le 3 ]
		[ -n "$output" ]
	done
}

@test "check --list: the same without facts of any machine" {
	nd 0 check --list --from "$EVMCS"
	wanted=$output
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR
	nd 0 check --list
	[ "$output" = "$wanted" ]
	[ -z "$stderr" ]
	nd 3 check
}

# kvm_intel had it off by default before 4.20, kvm_amd never.
@test "nesting that is off is nobody's default on AMD" {
	sed 's/^param kvm_amd nested 1$/param kvm_amd nested 0/' \
		"$FIXTURES/synthetic-amd-svm.snapshot" >"$BATS_TEST_TMPDIR/snapshot"
	nd 1 check --json -k nested-off --from "$BATS_TEST_TMPDIR/snapshot"
	json '.checks[0].cause | contains("4.20") | not'
	sed 's/^param kvm_intel nested Y$/param kvm_intel nested N/' \
		"$FIXTURES/emulated-haswell-l0.snapshot" >"$BATS_TEST_TMPDIR/snapshot"
	nd 1 check --json -k nested-off --from "$BATS_TEST_TMPDIR/snapshot"
	json '.checks[0].cause | contains("4.20")'
	# A kernel that has it on by default did not switch it off itself.
	printf '%s\n' 'nestdiag-snapshot 1' 'kernel 7.3.4 x86_64' 'param kvm_intel nested N' \
		'cpuid 0 0x00000001 0x0 00040651 00100800 7ffafbff bfebfbff' >"$BATS_TEST_TMPDIR/snapshot"
	nd 1 check --json -k nested-off --from "$BATS_TEST_TMPDIR/snapshot"
	json '.checks[0].cause | contains("set on this host") and contains("since Linux 4.20")'
	sed -i 's/7\.3\.4/4.18.0-553.el8_10.x86_64/' "$BATS_TEST_TMPDIR/snapshot"
	nd 1 check --json -k nested-off --from "$BATS_TEST_TMPDIR/snapshot"
	json '.checks[0].cause | contains("default before 4.20")'
}

# vendor WORDS: no finding of a machine without virtualization speaks of the other vendor
vendor() {
	printf '%s\n' 'nestdiag-snapshot 1' "$1" 'cpuid 0 0x80000000 0x0 80000008 00000000 00000000 00000000' \
		'cpuid 0 0x80000001 0x0 00000000 00000000 00000001 00000000' "$2" >"$BATS_TEST_TMPDIR/snapshot"
	nd 2 check --json -k virt-absent --from "$BATS_TEST_TMPDIR/snapshot"
	json '.checks[0] | [.cause, .remedy, .see] | join(" ") | test("'"$3"'") | not'
	nd 2 check -k virt-absent --from "$BATS_TEST_TMPDIR/snapshot"
	[[ $output != *"$4"* ]]
}

@test "causes, remedies and references are those of the machine's vendor" {
	leaf='cpuid 0 0x00000001 0x0 000906ea 00100800 7ffafbdf bfebfbff'
	intel='cpuid 0 0x00000000 0x0 00000016 756e6547 6c65746e 49656e69'
	vendor "$intel" "$leaf" 'SVM|AMD' 'AMD'
	vendor "$intel" "${leaf/7ffafbdf/fffafbdf}
cpuid 0 0x40000000 0x0 40000001 4b4d564b 564b4d56 0000004d" 'SVM|AMD|kvm_amd' 'AMD'
	leaf='cpuid 0 0x00000001 0x0 00a20f10 00100800 7ef8320b 178bfbff'
	amd='cpuid 0 0x00000000 0x0 00000010 68747541 444d4163 69746e65'
	vendor "$amd" "$leaf" 'VMX|VT-x|Intel' 'Intel'
	vendor "$amd" "${leaf/7ef8320b/fef8320b}
cpuid 0 0x40000000 0x0 40000001 4b4d564b 564b4d56 0000004d" 'VMX|VT-x|Intel|kvm_intel' 'Intel'
	# Of no vendor: of both.
	vendor '# nothing' "$leaf" 'nothing' 'nothing'
	[[ $output == *"Intel SDM"*"AMD APM"* ]]
}

@test "status: SVM that is disabled is called so" {
	sed 's/^msr 0 0xc0010114 .*/msr 0 0xc0010114 0x0000000000000010/' \
		"$FIXTURES/synthetic-amd-svm.snapshot" >"$BATS_TEST_TMPDIR/snapshot"
	nd 2 status --from "$BATS_TEST_TMPDIR/snapshot"
	[[ $output == *"VM_CR 0x10: SVM is disabled"* ]]
}

@test "check: a machine that is no x86 is told what holds there" {
	lines 'kernel 6.12.1 s390x' 'param kvm nested 0'
	nd 0 check --json --from "$snapshot"
	state NOTE arch-z
	json '[.checks[].id] | index("virt-absent") == null and index("nested-off") == null'
	lines 'kernel 6.12.1 ppc64le'
	nd 0 check --from "$snapshot" -k arch-power
	[[ $output == *cap-nested-hv=true* ]]
	lines 'kernel 6.12.1 aarch64'
	nd 0 check --from "$snapshot" -k arch-arm
	[[ $output == *kvm-arm.mode=nested* ]]
	lines 'kernel 6.12.1 riscv64'
	nd 0 check --from "$snapshot" -k arch-riscv
	[[ $output == *"SBI nested acceleration"* ]]
}

@test "no x86: every command answers in a sentence, and none asks for the module" {
	lines 'kernel 6.12.1 aarch64'
	for command in caps hyperv evmcs features exits nested vcpus failures; do
		nd 3 "$command" --from "$snapshot"
		[[ ${output//$'\n'/ } == "This machine is aarch64: \"nestdiag $command\" shows what only x86 has. \"nestdiag check\" covers what applies here." ]]
		nd 3 "$command" --json --from "$snapshot"
		json '.notes | length == 1'
	done
	nd 0 status --from "$snapshot"
	[[ ${output//$'\n'/ } == *"no x86"*"nestdiag check"* ]]
}

@test "check: colour only on a terminal" {
	script -qec true /dev/null >/dev/null 2>&1 || skip "no pseudo-terminal can be had here"
	colored=$(TERM=xterm script -qec "'$NESTDIAG' check --from '$SECOND'" /dev/null </dev/null) || true
	[[ $colored == *$'\033[33mWARN\033[0m'* && $colored == *$'\033[32mPASS\033[0m'* ]]
	nd 1 check --from "$SECOND"
	[[ $output != *$'\033'* ]]
}

@test "check: a host in whose surroundings everything is wrong" {
	troubled=$FIXTURES/synthetic-host-troubled.snapshot
	nd 2 check --json --from "$troubled"
	for id in microcode-differs nested-paging-off nested-shadow-off params-asked \
		other-hypervisor vfio-group tunnel-mtu nested-exposed; do
		state WARN $id
	done
	state FAIL kvm-denied
	for id in kernel-migration memory-low huge-pages-off clocksource-slow tsc-varies \
		vcpus-wait pages-small tool-cost; do
		state NOTE $id
	done
	json '[.checks[] | select(.verdict == "WARN" or .verdict == "NOTE")] | length == 16'
	json '[.checks[] | select(.verdict == "FAIL")] | length == 1'
	# status has room for three warnings and tells how many there are
	nd 2 --from "$troubled"
	[ "$(grep -c '^  warning: ' <<<"$output")" = 3 ]
	[[ ${lines[-1]} == "  and 5 more warnings: nestdiag check -q" ]]
	nd 2 --json --from "$troubled"
	json '.findings | length == 9 and all(.[]; .remedy and .see and .evidence)'
}

@test "host: /dev/kvm, its group by name, and modules" {
	tree synthetic-l1-evmcs-in-use.snapshot
	put dev/kvm ''
	chmod 0640 dev/kvm
	put etc/group "root:x:0:
kvm:x:$(id -g):
last:x:99:"
	put sys/module/kvm/parameters/halt_poll_ns 200000
	put sys/module/kvm_intel/parameters/nested Y
	put sys/module/vboxdrv/version 7
	host kvm_mode 0640
	host modules 'kvm\040kvm_intel\040vboxdrv'
	grep -qE '^host kvm_group (kvm|root)$' <<<"$output"
	nd 1 check -k other-hypervisor
	[[ $output == *"vboxdrv beside kvm"* ]]
	put sys/module/kvm/parameters/enable_virt_at_load Y
	nd 1 check -k other-hypervisor
	[[ $output == *"kvm.enable_virt_at_load=0"* ]]
}

@test "host: /dev/kvm that is missing" {
	tree synthetic-l1-evmcs-in-use.snapshot
	mkdir dev
	put sys/module/kvm_intel/parameters/nested Y
	host kvm_mode absent
	nd 2 check -k kvm-device
	[[ $output == *"there is no /dev/kvm"* ]]
}

@test "host: /dev/kvm that is not for this user" {
	[ "$(id -u)" = 0 ] || skip "needs root to become another user"
	setpriv --reuid 65534 --clear-groups "$NESTDIAG" --version >/dev/null ||
		skip "the tool is out of another user's reach"
	tree synthetic-l1-evmcs-in-use.snapshot
	put dev/kvm ''
	chmod 0660 dev/kvm
	chmod 0755 "$BATS_RUN_TMPDIR" "$BATS_TEST_TMPDIR"/.. "$BATS_TEST_TMPDIR" "$NESTDIAG_SYSROOT" \
		dev sys
	run --separate-stderr setpriv --reuid 65534 --regid 65534 --clear-groups "$NESTDIAG" \
		check -k kvm-access
	[ "$status" = 2 ]
	[[ $output == *"mode 0660"*"usermod -aG kvm"* ]]
}

@test "host: memory, huge pages, clocks" {
	tree synthetic-l1-evmcs-in-use.snapshot
	put proc/meminfo "MemTotal:        2048000 kB
MemFree:           50000 kB
MemAvailable:     102400 kB
HugePages_Total:       0
HugePages_Free:        0
Hugepagesize:       2048 kB"
	put sys/kernel/mm/transparent_hugepage/enabled 'always madvise [never]'
	put sys/devices/system/clocksource/clocksource0/current_clocksource hpet
	put sys/devices/system/clocksource/clocksource0/available_clocksource 'hpet acpi_pm'
	put sys/devices/system/cpu/vulnerabilities/vmscape 'Not affected'
	put sys/devices/system/cpu/vulnerabilities/spec_rstack_overflow 'Mitigation: Safe RET'
	put proc/cpuinfo "processor	: 0
flags		: fpu constant_tsc_not nonstop_tsc vmx"
	put proc/stat "cpu  100 5 40 800 10 3 2 240 60 5
cpu0 100 5 40 800 10 3 2 240 60 5
intr 1"
	host thp never
	host mem_available_kb 102400
	host cpu_stolen_ticks 240
	host cpu_ticks 1200
	host tsc_flags nonstop_tsc
	host vmscape 'Not\040affected'
	host srso 'Mitigation:\040Safe\040RET'
	nd 3 check --json
	state NOTE memory-low
	state NOTE huge-pages-off
	state NOTE clocksource-slow
	state NOTE tsc-varies
	state NOTE steal
	put sys/devices/system/clocksource/clocksource0/current_clocksource tsc
	nd 0 check -k clocksource-slow
}

@test "host: trace events that somebody has on" {
	tree synthetic-l1-evmcs-in-use.snapshot
	tracing=sys/kernel/tracing
	mkdir -p $tracing
	put sys/module/kvm_intel/parameters/nested Y
	nd 0 snapshot -q
	[[ $output != *kvm_traced* ]]	# tracefs is not mounted there
	put $tracing/trace_clock local
	host kvm_traced absent
	put $tracing/events/kvm/kvm_exit/enable 0
	put $tracing/events/kvm/kvm_entry/enable 0
	put $tracing/events/kvm/kvm_msr/enable 1
	put $tracing/instances/nestdiag-12/events/kvm/kvm_exit/enable '0*'
	host kvm_traced none
	nd 0 check -k tool-cost
	put $tracing/events/kvm/kvm_exit/enable 1
	put $tracing/instances/mine/events/kvm/kvm_entry/enable '0*'
	host kvm_traced 'kvm_exit\040mine:kvm_entry'
	nd 0 check -k tool-cost
	[[ $output == *NOTE*"kvm_exit mine:kvm_entry"* ]]
}

@test "host: vCPUs that wait for a CPU" {
	tree synthetic-l1-evmcs-in-use.snapshot
	stats=sys/kernel/debug/kvm
	put sys/module/kvm_intel/parameters/nested Y
	put $stats/exits 5
	put $stats/100-9/exits 5
	host vcpu_threads 0
	put $stats/100-9/vcpu0/pid 101
	put $stats/100-9/vcpu1/pid 102
	put proc/101/schedstat '30000000000 10000000000 7'
	nd 0 snapshot -q
	[[ $output != *vcpu_threads* ]]	# one is not known
	nd 0 check -k vcpus-wait
	[[ $output == *UNKNOWN* ]]
	put proc/102/schedstat '30000000000 0 7'
	put $stats/100-9/vcpu2/pid 0	# has never run
	host vcpu_threads 2
	host vcpu_run_ms 60000
	host vcpu_wait_ms 10000
	nd 0 check -k vcpus-wait
	[[ $output == *NOTE*"14 % of the time that 2 vCPUs"* ]]
}

@test "host: memory of guests that is not the kernel's" {
	tree synthetic-l1-evmcs-in-use.snapshot
	put proc/cmdline 'root=/dev/sda memmap=2G$4G quiet'
	host boot_mem absent
	put proc/cmdline 'root=/dev/sda mem=4G mem=8G quiet'
	host boot_mem 8G
	nd 0 check -k memory-unmanaged
	[[ $output == *UNKNOWN* ]]
	put sys/kernel/debug/kvm/nested_run 5
	put sys/kernel/debug/kvm/100-9/nested_run 5
	put sys/kernel/debug/kvm/200-9/nested_run 0
	nd 0 snapshot -q
	[[ $output != *vms_devmem_nested* ]]	# their maps are not known
	put proc/100/maps '7f0000000000-7f4000000000 rw-s 00000000 00:05 7 /dev/mem.img'
	put proc/200/maps '7f0000000000-7f4000000000 rw-s 240000000 00:05 7                  /dev/mem'
	host vms_devmem_nested 0
	nd 0 check -k memory-unmanaged
	[[ $output == *PASS* ]]
	put sys/kernel/debug/kvm/200-9/nested_run 7
	host vms_devmem_nested 1
	nd 0 check -k memory-unmanaged
	[[ $output == *NOTE*"mem=8G, and 1 VM that has run"* ]]
}

@test "host: a device to pass through that shares its group" {
	tree synthetic-l1-evmcs-in-use.snapshot
	pci=sys/bus/pci/devices
	for device in 0000:01:00.0 0000:01:00.1 0000:00:01.0; do
		mkdir -p "$pci/$device" "sys/kernel/iommu_groups/13/devices/$device"
		ln -s ../../../kernel/iommu_groups/13 "$pci/$device/iommu_group"
	done
	mkdir -p sys/bus/pci/drivers/vfio-pci/0000:01:00.0
	touch sys/bus/pci/drivers/vfio-pci/{bind,new_id}
	ln -s ../../drivers/vfio-pci "$pci/0000:01:00.0/driver"
	ln -s ../../drivers/pcieport "$pci/0000:00:01.0/driver"
	host vfio_devices 1
	host iommu_groups 1
	nd 0 check -k vfio-group
	ln -s ../../drivers/snd_hda_intel "$pci/0000:01:00.1/driver"
	host vfio_mixed '13\0400000:01:00.1\040snd_hda_intel'
	nd 1 check -k vfio-group
}

# flat: $output in one line.
flat() {
	tr -s ' \n' ' ' <<<"$output"
}

@test "host: Secure Boot, lockdown, signatures: will nestdiag.ko load?" {
	tree synthetic-l1-evmcs-in-use.snapshot
	rm -r sys/kernel/debug sys/kernel/nestdiag
	put proc/sys/kernel/osrelease 6.12.1
	put proc/sys/kernel/modules_disabled 0
	mkdir -p sys/firmware/efi/efivars
	variable=sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c
	printf '\x06\0\0\0\x01' >$variable
	put sys/kernel/security/lockdown 'none [integrity] confidentiality'
	host secure_boot on
	host lockdown integrity
	nd 0 check -q -k module-refused
	[[ $output == *NOTE*"lockdown is integrity, Secure Boot is on"* ]]
	[[ $(flat) == *"make sign"*"mokutil --import"*"modprobe msr"* ]]
	printf '\x06\0\0\0\0' >$variable
	put sys/kernel/security/lockdown '[none] integrity confidentiality'
	host secure_boot off
	put sys/module/module/parameters/sig_enforce N
	host modules_disabled 0
	nd 0 check -q -k module-refused
	[[ $output == *PASS* ]]
	rm proc/sys/kernel/modules_disabled
	host modules_disabled absent
	nd 0 check -q -k module-refused
	[[ $output == *NOTE*"without module support"* ]]
	put proc/sys/kernel/modules_disabled 1
	nd 0 check -q -k module-refused
	[[ $output == *NOTE*"kernel.modules_disabled is 1"*reboot* ]]
	rm -r sys/firmware/efi
	host secure_boot absent
}

@test "host: without Secure Boot no key can be enrolled, and without securityfs lockdown is not known" {
	tree synthetic-l1-evmcs-in-use.snapshot
	rm -r sys/kernel/debug sys/kernel/nestdiag
	put proc/sys/kernel/osrelease 6.12.1
	put proc/sys/kernel/modules_disabled 0
	put proc/mounts 'sysfs /sys sysfs rw 0 0'
	put sys/module/module/parameters/sig_enforce Y
	nd 0 check -q -k module-refused
	[[ $(flat) == *NOTE*"sig_enforce is Y"*"make sign"*module.sig_enforce=1*"modprobe msr"* ]]
	[[ $output != *mokutil* ]]
	put sys/module/module/parameters/sig_enforce N
	host lockdown absent
	nd 0 check -q -k module-refused
	[[ $output == *PASS* ]]
	mkdir -p sys/kernel/security
	host lockdown unmounted
	nd 0 check -q -k module-refused
	[[ $(flat) == *UNKNOWN*"securityfs is not mounted"*"mount -t securityfs none"* ]]
	put proc/mounts 'securityfs /sys/kernel/security securityfs rw 0 0'
	host lockdown absent
}

@test "host: parameters that were asked for and are not in force" {
	tree synthetic-l1-evmcs-in-use.snapshot
	put sys/module/kvm_intel/parameters/nested N
	put sys/module/kvm_intel/parameters/enable_apicv N
	put etc/modprobe.d/kvm.conf "# options kvm_intel nested=9
options kvm-intel \\
  enable-apicv=N nested=0
options kvm_intel nested=1
options other nested=1"
	put etc/modprobe.d/ignored.txt "options kvm_intel nested=0"
	put lib/modprobe.d/kvm.conf "options kvm_intel nested=0"
	put proc/cmdline "quiet kvm-intel.ept=0 kvm.nothing"
	host asked.kvm_intel.nested '1\040/etc/modprobe.d/kvm.conf'
	host boot.kvm_intel.ept 0
	host boot.kvm.nothing 1
	nd 1 check -k params-asked
	[[ $output == *"kvm_intel.nested=1 was requested in /etc/modprobe.d/kvm.conf, but N is"* ]]
	[[ $output != *enable_apicv* ]]
	put sys/module/kvm_intel/parameters/nested Y
	nd 0 check -k params-asked
}

@test "host: tunnels that do not fit" {
	tree synthetic-l1-evmcs-in-use.snapshot
	put sys/class/net/eth0/mtu 1500
	put sys/class/net/eth0/uevent "INTERFACE=eth0"
	put sys/class/net/lo/mtu 65536
	put sys/class/net/vxlan0/mtu 1500
	put sys/class/net/vxlan0/uevent "DEVTYPE=vxlan
INTERFACE=vxlan0"
	ln -s ../eth0 sys/class/net/vxlan0/lower_eth0
	put sys/class/net/gnv0/mtu 1450
	put sys/class/net/gnv0/uevent DEVTYPE=geneve
	host tunnel.vxlan0 'vxlan\0401500\040eth0\0401500'
	host tunnel.gnv0 'geneve\0401450\040-\0401500'
	nd 1 check -k tunnel-mtu
	[[ $output == *"vxlan0 (vxlan) has MTU 1500 on eth0 with 1500: at most 1450 fits"* ]]
	[[ $output != *gnv0* ]]
	put sys/class/net/vxlan0/mtu 1450
	nd 0 check -k tunnel-mtu
}

@test "host: facts that are in the snapshot say the same offline" {
	tree synthetic-l1-evmcs-in-use.snapshot
	put sys/class/net/vxlan0/mtu 1500
	put sys/class/net/vxlan0/uevent "DEVTYPE=vxlan"
	put sys/class/net/eth0/mtu 1500
	put sys/devices/system/clocksource/clocksource0/current_clocksource jiffies
	nd 1 check --json
	live=$(jq 'del(.time)' <<<"$output")
	nd 0 snapshot -o "$BATS_TEST_TMPDIR/written"
	nd 1 check --json --from "$BATS_TEST_TMPDIR/written"
	[ "$(jq 'del(.time)' <<<"$output")" = "$live" ]
}

@test "nested-exposed: a guest that has been given vmx makes it a failure" {
	tree synthetic-nested.snapshot
	sed -i 's/^kernel .*/kernel 6.12.94 x86_64/; /^nested /d; /^reflected /d' sys/kernel/debug/nestdiag/raw
	put sys/module/kvm_intel/parameters/nested Y
	nd 1 check --check nested-exposed --json
	state WARN nested-exposed
	mkdir -p proc/{12,13,14,15,16,17}
	printf '%s\0' qemu-system-x86_64 -name a -cpu host,migratable=on -accel kvm >proc/12/cmdline
	printf '%s\0' qemu-system-x86_64 -enable-kvm -cpu host,vmx=off >proc/13/cmdline
	printf '%s\0' qemu-system-x86_64 -accel kvm -cpu Skylake-Server,+vmx,-svm >proc/14/cmdline
	printf '%s\0' /usr/libexec/qemu-kvm -cpu Skylake-Server >proc/15/cmdline
	printf '%s\0' qemu-system-x86_64 -accel tcg -cpu max >proc/16/cmdline
	printf '%s\0' grep -cpu host kvm >proc/17/cmdline
	nd 2 check --check nested-exposed --json
	state FAIL nested-exposed
	json '.checks[0].severity == "error" and (.checks[0].evidence | contains("2 guests have vmx"))'
	host guests_qemu 4
	host guests_given 2
	rm -r proc/12 proc/14
	host guests_given 0
	put sys/kernel/debug/kvm/nested_run 31
	host nested_runs 31
	nd 2 check --check nested-exposed --json
	put sys/kernel/debug/kvm/nested_run 0
	nd 1 check --check nested-exposed --json
}

@test "windows-vbs: guests with Hyper-V's interface that have run nested guests" {
	tree synthetic-nested.snapshot
	put sys/module/kvm_intel/parameters/nested Y
	mkdir -p proc/{12,13,14,15,16}
	printf '%s\0' qemu-system-x86_64 -accel kvm -cpu host,hv-relaxed,hv_time=on >proc/12/cmdline
	printf '%s\0' qemu-system-x86_64 -accel kvm -cpu host,hv_vapic,vmx=off >proc/13/cmdline
	printf '%s\0' qemu-system-x86_64 -accel kvm -cpu host,hv-vendor-id=abc,hv_time=off >proc/14/cmdline
	printf '%s\0' qemu-system-x86_64 -accel kvm -cpu host,hv-passthrough >proc/15/cmdline
	printf '%s\0' qemu-system-x86_64 -accel kvm -cpu host >proc/16/cmdline
	host guests_given 4
	host guests_hyperv 2
	[[ $output != *guests_hyperv_nested* ]]	# KVM's statistics are root's
	nd 0 check -k windows-vbs
	[[ $output == *UNKNOWN*nested_run* ]]
	put sys/kernel/debug/kvm/nested_run 9
	put sys/kernel/debug/kvm/15-9/nested_run 0
	put sys/kernel/debug/kvm/16-9/nested_run 5
	put sys/kernel/debug/kvm/122-9/nested_run 4
	host guests_hyperv_nested 0
	nd 0 check -k windows-vbs
	put sys/kernel/debug/kvm/12-11/nested_run 9
	host guests_hyperv_nested 1
	nd 0 check -k windows-vbs
	[[ $output == *NOTE*"1 guest with"* ]]
	host guests_hyperv_plain 1
	printf '%s\0' qemu-system-x86_64 -accel kvm -cpu host,hv-vapic,hv-evmcs=on >proc/12/cmdline
	host guests_hyperv_plain 0
	printf '%s\0' qemu-system-x86_64 -accel kvm -cpu host,hv-vapic,hv-evmcs=off >proc/12/cmdline
	host guests_hyperv_plain 1
}

@test "nested-exposed: nothing of a command line but counts is kept" {
	tree synthetic-nested.snapshot
	put sys/module/kvm_intel/parameters/nested Y
	mkdir -p proc/12
	printf '%s\0' qemu-system-x86_64 -name secret-guest -cpu host -accel kvm >proc/12/cmdline
	nd 0 snapshot -q
	[[ $output == *guests_given* && $output != *secret* && $output != *qemu-system* ]]
}
