#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# This machine, played by a tree of files; and snapshots written of it.

# Variables that bats and common.bash set; each test is a subshell; '$1' is another shell's.
# shellcheck disable=SC2154,SC2030,SC2031,SC2016

load common

RAW=sys/kernel/debug/nestdiag/raw

setup() {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root
	mkdir -p "$NESTDIAG_SYSROOT"
	cd "$NESTDIAG_SYSROOT" || return
}

# put PATH TEXT: a file of the machine.
put() {
	mkdir -p "$(dirname "$1")"
	printf '%s\n' "$2" >"$1"
}

# The module is loaded and says what a fixture says.
module() {
	mkdir -p "$(dirname $RAW)"
	grep -v '^param ' "$FIXTURES/$1" >$RAW
	put sys/kernel/nestdiag/interface_version 1
	put proc/sys/kernel/osrelease 6.12.117+deb12-amd64
	put sys/module/kvm_intel/parameters/nested Y
	put sys/module/kvm_intel/parameters/enlightened_vmcs Y
	put dev/kvm ''
	chmod 0666 dev/kvm
}

@test "with the module: its facts and the kernel's parameters" {
	module synthetic-l1-evmcs-in-use.snapshot
	nd 0 --json
	[ -z "$stderr" ]
	json '.vmx.state == "usable" and .nesting.state == "yes"'
	nd 0 evmcs --json
	json '.evmcs_cpus[0].state == "current"'
}

@test "the module is loaded, and its facts cannot be read" {
	module synthetic-l1-evmcs-in-use.snapshot
	rm -r sys/kernel/debug/nestdiag
	put proc/mounts 'none /sys/kernel/tracing tracefs rw 0 0'
	put proc/filesystems $'nodev\tsysfs\nnodev\tdebugfs\n\text4'
	nd 3
	[[ $stderr == *"debugfs is not mounted: mount -t debugfs"* ]]
	# What cannot be mounted is not to be mounted.
	put proc/filesystems $'nodev\tsysfs\nnodev\tmydebugfs\nnodev\tdebugfs2\n\text4'
	nd 3
	[[ $stderr == *"no debugfs (CONFIG_DEBUG_FS"*/sys/kernel/nestdiag* && $stderr != *mount* ]]
	# What is not known is not said.
	rm proc/filesystems
	nd 3
	[[ $stderr == *"debugfs is not mounted"* ]]
}

@test "without the module: says so and how to load it" {
	put proc/sys/kernel/osrelease 6.1.0
	put proc/sys/kernel/modules_disabled 0
	nd 3
	[[ $stderr == *"module is not loaded"*"ring-0 facts are missing"*"insmod nestdiag.ko"* ]]
	nd 3 -q
	[ -z "$stderr" ]
	nd 3 --json
	json '.notes[] | select(.text | contains("not loaded"))'
	# A kernel without CONFIG_MODULES has no such file, and nothing to be told to load.
	rm proc/sys/kernel/modules_disabled
	nd 3
	[[ $stderr == *"built without module support"*"nestdiag check -k module-refused"* && $stderr != *insmod* ]]
	put proc/sys/kernel/modules_disabled 1
	nd 3
	[[ $stderr == *"will not load it"*"modules_disabled is 1"* && $stderr != *insmod* ]]
	put proc/sys/kernel/modules_disabled 0
	put sys/module/module/parameters/sig_enforce Y
	nd 3
	[[ $stderr == *"will not load it"*"sig_enforce is Y"*"without it: sudo nestdiag exits"* && $stderr != *insmod* ]]
}

@test "with the module but without debugfs: says what to run" {
	put sys/kernel/nestdiag/interface_version 1
	put proc/mounts "proc /proc proc rw 0 0"
	nd 3
	[[ $stderr == *"mount -t debugfs none /sys/kernel/debug"* ]]
	put proc/mounts "none /sys/kernel/debug debugfs rw 0 0"
	nd 3
	[[ $stderr == *"/sys/kernel/debug/nestdiag/raw: No such file"* ]]
}

@test "with the module but without permission: says who may" {
	[ "$(id -u)" = 0 ] || skip "needs root to become another user"
	setpriv --reuid 65534 --clear-groups "$NESTDIAG" --version >/dev/null ||
		skip "the tool is out of another user's reach"
	module synthetic-l1-evmcs-in-use.snapshot
	chmod 0700 sys/kernel/debug
	chmod 0755 "$BATS_RUN_TMPDIR" "$BATS_TEST_TMPDIR"/.. "$BATS_TEST_TMPDIR" "$NESTDIAG_SYSROOT"
	run --separate-stderr setpriv --reuid 65534 --clear-groups "$NESTDIAG"
	[ "$status" = 3 ]
	[[ $stderr == *"run as root"* ]]
}

@test "a newer module: says so" {
	module synthetic-l1-evmcs-in-use.snapshot
	put sys/kernel/nestdiag/interface_version 2
	nd 0
	[[ $stderr == *"interface version 2 is newer than this tool's 1"* ]]
}

@test "a module that writes what is no snapshot" {
	put $RAW nonsense
	nd 64
	one_error "nestdiag: /sys/kernel/debug/nestdiag/raw:1: *"
}

@test "a tree of files is never mixed with the machine underneath" {
	put sys/devices/system/cpu/online 0-1
	nd 3 snapshot
	[[ $output != *cpuid* && $output != *kernel* ]]
}

@test "snapshot: when, facts, parameters; read back they say the same" {
	module synthetic-l1-evmcs-in-use.snapshot
	put sys/module/kvm/parameters/halt_poll_ns 200000
	put sys/module/kvm/parameters/odd "a b	c"
	nd 0 snapshot
	[ "${lines[0]}" = "nestdiag-snapshot 1" ]
	[[ ${lines[1]} =~ ^#\ written\ by\ nestdiag\ .*\ at\ [0-9]{4}-[0-9]{2}-[0-9]{2}T.*Z$ ]]
	[[ ${lines[2]} == "# contains kernel addresses"* ]]
	[[ $output == *"param kvm halt_poll_ns 200000"* ]]
	[[ $output == *"param kvm odd a\\040b\\011c"* ]]
	[[ $output == *"param kvm_intel nested Y"* ]]
	nd 0 snapshot -o "$BATS_TEST_TMPDIR/written"
	[ -z "$output" ]
	[ "$(stat -c %a "$BATS_TEST_TMPDIR/written")" = 600 ]
	for command in status caps hyperv evmcs; do
		nd 0 $command --json
		live=$(jq 'del(.time)' <<<"$output")
		nd 0 $command --json --from "$BATS_TEST_TMPDIR/written"
		[ "$(jq 'del(.time)' <<<"$output")" = "$live" ]
	done
}

@test "snapshot: when, by what and where it was taken; the name is left out on request" {
	module synthetic-l1-evmcs-in-use.snapshot
	put proc/sys/kernel/hostname "node 7"
	before=$(date -u +%FT%TZ)
	nd 0 snapshot -o "$BATS_TEST_TMPDIR/named"
	after=$(date -u +%FT%TZ)
	version=$("$NESTDIAG" --version --json | jq -r .tool.version)
	read -r _ time tool name < <(grep '^taken ' "$BATS_TEST_TMPDIR/named")
	[ "$tool $name" = "$version node\\0407" ]
	[[ ! $time < $before && ! $time > $after ]]
	for command in status check caps exits; do
		run --separate-stderr "$NESTDIAG" $command --json --from "$BATS_TEST_TMPDIR/named"
		json ".hostname == \"node 7\" and .time == \"$time\" and .tool_version == \"$version\""
		json ".schema == \"nestdiag.$command.1\" and .module_version == \"0.1.0\""
	done
	nd 0 snapshot --anonymous -o "$BATS_TEST_TMPDIR/anonymous"
	run ! grep node "$BATS_TEST_TMPDIR/anonymous"
	nd 0 snapshot --anonymous --json --from "$BATS_TEST_TMPDIR/named"
	json '.hostname == null and .time == "'"$time"'"'
	[[ $output != *node* ]]
	nd 0 --json --from "$BATS_TEST_TMPDIR/anonymous"
	json '.hostname == null and .time != null'
	nd 0 --json --from "$FIXTURES/synthetic-l1-evmcs-in-use.snapshot"
	json '.hostname == null and .time == null'
}

@test "exits --interval: one JSON object a line" {
	module emulated-haswell-exits.snapshot
	nd 0 exits --json --interval 1 --count 2
	[ "${#lines[@]}" = 2 ]
	for line in "${lines[@]}"; do
		jq -e '.schema == "nestdiag.exits.1" and .time != null and .exits == []' <<<"$line"
	done
	nd 0 exits --json --interval 1 --by vcpu
	[ "${#lines[@]}" = 1 ]
	json '.exits | type == "array"'
}

@test "snapshot: no word of addresses where there are none" {
	module synthetic-cpus-differ.snapshot
	nd 0 snapshot
	[[ $output != *addresses* ]]
}

@test "snapshot: what could not be read is a comment" {
	module synthetic-cpus-differ.snapshot
	mkdir -p sys/module/kvm/parameters/directory
	put sys/module/kvm/parameters/long "$(head -c 200 /dev/zero | tr '\0' x)"
	nd 0 snapshot
	[[ $output == *"# parameter kvm.directory could not be read: Is a directory"* ]]
	[[ $output == *"# parameter kvm.long left out"* ]]
	[[ $output != *"param kvm "* ]]
}

@test "snapshot: a file that cannot be written is status 3" {
	module synthetic-cpus-differ.snapshot
	nd 3 snapshot -o "$BATS_TEST_TMPDIR/none/file"
	one_error "nestdiag: $BATS_TEST_TMPDIR/none/file: No such file or directory"
	nd 3 snapshot -o /dev/full
	one_error "nestdiag: /dev/full: No space left on device"
	run --separate-stderr -3 bash -c '"$1" caps >/dev/full' - "$NESTDIAG"
	[[ $stderr == *"standard output: No space left on device" ]]
}

@test "snapshot --json holds the same lines" {
	module synthetic-cpus-differ.snapshot
	nd 0 snapshot --json
	json '.snapshot[0] == "nestdiag-snapshot 1"'
	jq -r '.snapshot[]' <<<"$output" >"$BATS_TEST_TMPDIR/lines"
	nd 1 caps --from "$BATS_TEST_TMPDIR/lines"
}

@test "a snapshot of a snapshot is the same but for its comments" {
	for file in "$FIXTURES"/*.snapshot; do
		nd 0 snapshot -q --from "$file"
		grep -v '^#' <<<"$output" >"$BATS_TEST_TMPDIR/first"
		nd 0 snapshot --from "$BATS_TEST_TMPDIR/first"
		diff <(grep -v '^#' <<<"$output") "$BATS_TEST_TMPDIR/first"
	done
}

@test "the real machine, whatever it is: an answer and a snapshot that says the same" {
	unset NESTDIAG_SYSROOT
	run --separate-stderr "$NESTDIAG" --json
	[ "$status" -le 3 ]
	json 'type == "object"'
	run --separate-stderr -0 "$NESTDIAG" snapshot
	grep -q '^kernel ' <<<"$output"
	grep -q '^cpuid 0 0x00000001 0x0 ' <<<"$output"
}

@test "/proc/version: recorded, and read back" {
	put proc/version 'Linux version 6.12.117+deb12-amd64 (debian-kernel@lists.debian.org) (gcc-12 (Debian 12.2.0-14) 12.2.0) #1 SMP PREEMPT_DYNAMIC Debian 6.12.117-1~deb12u1 (2026-11-16)'
	put proc/sys/kernel/osrelease 6.12.117+deb12-amd64
	nd 0 snapshot -o -
	[[ $output == *'proc_version Linux\040version\0406.12.117+deb12-amd64\040(debian-kernel@lists.debian.org)'*'Debian\0406.12.117-1~deb12u1\040(2026-11-16)'* ]]
	printf '%s\n' "$output" >again.snapshot
	nd 0 snapshot --from again.snapshot -o -
	[[ $output == *'Debian\0406.12.117-1~deb12u1\040(2026-11-16)'* ]]
}

@test "--anonymous: who built the kernel, and where, is left out" {
	put proc/version 'Linux version 6.12.95 (hans@myhost) (gcc 12.2.0) #3 SMP'
	put proc/sys/kernel/osrelease 6.12.95
	nd 0 snapshot --anonymous -o -
	[[ $output == *'proc_version Linux\040version\0406.12.95\040()\040(gcc'* && $output != *myhost* ]]
	nd 0 snapshot -o -
	[[ $output == *hans@myhost* ]]
}

# Statistics of KVM: of all VMs, of one, and of a vCPU of it; and what is none among their files.
statistics() {
	put proc/sys/kernel/osrelease 6.12.0
	put sys/kernel/debug/kvm/exits 41
	put sys/kernel/debug/kvm/nested_run 0
	put sys/kernel/debug/kvm/halt_wait_hist 3
	put sys/kernel/debug/kvm/tsc-offset 4
	put sys/kernel/debug/kvm/812-9/exits 40
	put sys/kernel/debug/kvm/812-9/mmu_rmaps_stat 'Rmap_Count: 0 1 2-3'
	put sys/kernel/debug/kvm/812-9/vcpu0/guest_mode 1
	put sys/kernel/debug/kvm/812-9/vcpu0/pid 815
	put sys/kernel/debug/kvm/812-9/vcpu0/tsc-offset -77
}

@test "vcpus --stats: KVM's own statistics, without the module" {
	statistics
	nd 0 vcpus --stats --json
	json '[.statistics[] | [.pid, .vm_fd, .vcpu, .name, .count]] == [
		[null, null, null, "exits", 41], [null, null, null, "nested_run", 0],
		[812, 9, null, "exits", 40], [812, 9, 0, "guest_mode", 1]]'
	json '.statistics[0].meaning == "VM exits"'
	nd 0 vcpus --stats
	[[ $output == *"all VMs that exist"*"exits "*41*"VM 812-9: process 812"*"VM 812-9, vCPU 0"* ]]
	[[ $output != *nested_run* ]]
	nd 0 vcpus --stats --all
	[[ $output == *nested_run* ]]
	nd 3 vcpus
	[[ $output != *"exits"*41* ]]
}

@test "vcpus --stats: they come back from a snapshot" {
	statistics
	nd 0 snapshot
	[[ $output == *"host kvm_stats ok"* && $output == *"kvm_stat 812-9 0 guest_mode 1"* ]]
	printf '%s\n' "$output" >"$BATS_TEST_TMPDIR/stats.snapshot"
	nd 0 vcpus --stats --json
	printf '%s\n' "$output" | jq .statistics >"$BATS_TEST_TMPDIR/live"
	nd 0 vcpus --stats --json --from "$BATS_TEST_TMPDIR/stats.snapshot"
	[ "$(printf '%s\n' "$output" | jq .statistics)" = "$(<"$BATS_TEST_TMPDIR/live")" ]
}

@test "vcpus --stats: none, not readable and partly readable are three answers" {
	nd 3 vcpus --stats
	[[ $output == *"There are no statistics of KVM"* ]]
	statistics
	# Where a user who is not root finds it all.
	local open
	open=$(mktemp -d)
	cp -r "$NESTDIAG" "$PWD" "$open" && chmod -R a+rX "$open"
	chmod 0 "$open"/root/sys/kernel/debug/kvm/exits
	run -0 as_nobody "$open/nestdiag" --sysroot "$open/root" vcpus --stats
	[[ $output == *"Some of KVM's statistics could not be read"* ]]
	run -0 as_nobody "$open/nestdiag" --sysroot "$open/root" check --check l1d-flushed -q --json
	json '.checks[0].verdict == "UNKNOWN" and (.checks[0].evidence | contains("could not be read"))'
	chmod 0 "$open"/root/sys/kernel/debug/kvm
	run -3 as_nobody "$open/nestdiag" --sysroot "$open/root" vcpus --stats
	[[ $output == *"KVM's statistics could not be read: root may"* ]]
	chmod 755 "$open"/root/sys/kernel/debug/kvm
	rm -r "$open"
}
