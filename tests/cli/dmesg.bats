#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# nestdiag dmesg: logs in all forms, what it says of them, and what it makes of bad ones.

# Variables that bats and common.bash set; each test is a subshell; '$1' is another shell's.
# shellcheck disable=SC2154,SC2030,SC2031,SC2016

load common

LOGS=$TESTS/logs

# log LINE...: nestdiag dmesg --json on these lines
log() {
	local status=$1
	shift
	printf '%s\n' "$@" >"$BATS_TEST_TMPDIR/log"
	nd "$status" dmesg --json "$BATS_TEST_TMPDIR/log"
}

# first_ids FILE: the ids in the first column, each once, in the order in which they come
first_ids() {
	cut -f1 "$1" | awk '!seen[$0]++'
}

# explains_all FILE: every line of the second column is known by the id of the first
explains_all() {
	# Far from each other: some continue others.
	cut -f2 "$1" | awk '{ print; for (i = 0; i < 30; i++) print "" }' >"$BATS_TEST_TMPDIR/all"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/all"
	json ".log.known == $(wc -l <"$1") and .log.unknown == 0"
	[ "$(jq -r '.messages[].id' <<<"$output" | awk '!seen[$0]++')" = "$(first_ids "$1")" ]
	json '[.messages[] | .meaning, .severity, .origin] | all(. != null)'
	json '[.messages[] | select(.severity == "error") | .cause // .remedy] | all(. != null)'
}

@test "every message that people meet is known by its own entry, and explained" {
	explains_all "$LOGS/messages.tsv"
}

# The list of messages as printf() has them, with a value put for each %.
@test "every message of the list of facts is explained" {
	facts=${NESTDIAG_FACTS:-$TESTS/../../shared/facts}/messages.md
	[ -r "$facts" ] || skip "no such file: $facts (NESTDIAG_FACTS= names its folder)"
	# The third column is the message; pieces of lines that stand there by themselves are left out.
	awk -F ' [|] ' '/^[|] *[0-9]+ [|]/ { print $3 }' "$facts" | grep -oE '`[^`]+`' | tr -d '`' | grep -vE '^(inside TXT|SMM=1|Permission denied|error: failed to set MSR 0x480 \.\.|rcu: \.\.\.)' |
		sed -e 's/%p/00000000e7f0dbb3/g; s/%ll\?x\|%lx/1000/g; s/0x%x/0x1000/g; s/%x/1000/g' \
			-e 's/%d\|%u/3/g; s/%s/kvm_intel/g; s/0x\.\.$/0x1000/; s/: \.\.$/: 0x1000 data 0x1/' \
			-e 's/0x\.\. vmx/0x1000 vmx/; s/\bPID\b/123/' >"$BATS_TEST_TMPDIR/facts"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/facts")" -ge 60 ]
	while read -r line; do
		nd_status=0
		printf '%s\n' "$line" | "$NESTDIAG" dmesg - >/dev/null || nd_status=$?
		printf '%s\n' "$line" | "$NESTDIAG" dmesg --json - |
			jq -e '.log.known == 1' >/dev/null || { echo "not known: $line"; return 1; }
		((nd_status <= 1))
	done <"$BATS_TEST_TMPDIR/facts"
}

@test "the time is found in every form of log" {
	while IFS= read -r line; do
		log 1 "${line#*$'\t'}"
		json ".messages[0].id == \"kvm-no-hardware\" and .messages[0].first_time == \"${line%%$'\t'*}\""
	done <"$LOGS/forms.tsv"
}

@test "a line without a time is known too, also indented and with a carriage return" {
	for line in 'kvm: no hardware support' '   kvm: no hardware support' \
		$'kvm: no hardware support\r'; do
		log 1 "$line"
		json '.messages[0].id == "kvm-no-hardware" and .messages[0].first_time == null'
	done
}

@test "repeated lines are one answer with a count and the last time" {
	log 1 '[    1.0] kvm_intel: vmread failed: field=2400' \
		'[    2.0] kvm_intel: vmread failed: field=2400' \
		'[    3.0] kvm_intel: vmread failed: field=2402' \
		'[    4.0] kvm_intel: vmread failed: field=2400'
	json '[.messages[] | [.count, .first_time, .last_time]] == [[3, "1.0", "4.0"], [1, "3.0", "3.0"]]'
	nd 1 dmesg "$BATS_TEST_TMPDIR/log"
	[[ $output == *"[1.0] 3 times, last [4.0] VMCS field 0x2400"* ]]
}

@test "harmless lines are called so, folded whatever their values, and no finding" {
	log 0 'kvm [1]: ignored rdmsr: 0x619 data 0x0' 'kvm [1]: ignored rdmsr: 0x641 data 0x0'
	json '.messages | length == 1 and .[0].severity == "harmless" and .[0].count == 2'
	log 0 'Hyper-V: Nested features: 0x3e0101'
	json '.messages[0].severity == "note"'
	log 1 'kvm [1]: ignored rdmsr: 0x619 data 0x0' 'kvm: disabled by bios'
	log 1 'kvm: SMP vm created on host with unstable TSC; guest TSC will not be reliable'
	json '.messages[0].severity == "warning"'
}

@test "lines that are not known are counted and not shown" {
	log 0 'usb 1-1: new high-speed USB device' 'sound: no hardware support' ''
	json '.messages == [] and .log.lines == 3 and .log.known == 0'
	nd 0 dmesg "$BATS_TEST_TMPDIR/log"
	[ "$output" = "Log                3 lines read, 0 known" ]
}

@test "lines about virtualization that are not known are shown, five of them, and the status says so" {
	log 3 'kvm: a line that nobody wrote down' 'usb 1-1: new device'
	json '[.messages[].id] == ["not-known"] and .messages[0].severity == "not-known" and .log.unknown == 1'
	for i in 1 2 3 4 5 6 7; do echo "vmx: line $i"; done >"$BATS_TEST_TMPDIR/log"
	nd 3 dmesg "$BATS_TEST_TMPDIR/log"
	[ "$(grep -c '^  not known: vmx: line' <<<"$output")" = 5 ]
	[[ $output == *"7 about virtualization not known"* && $output == *"report"* ]]
	log 1 'kvm: a line that nobody wrote down' 'kvm: disabled by bios'
	json '.log.known == 1 and .log.unknown == 1'
	# Words that only look like one of ours, and frames of call traces.
	log 0 'next-ept-id assigned' 'svmap: 3' $'kvm \001 bytes' ' ? kvm_vcpu_ioctl+0x1f2/0x5d0 [kvm]'
	json '.log.unknown == 0'
}

@test "what programs wrap around a line is taken off" {
	while IFS= read -r line; do
		log 1 "$line"
		json '[.messages[].id] == ["kvm-no-hardware"] and .log.unknown == 0'
	done <"$LOGS/wrapped.txt"
}

@test "a log in UTF-16, as PowerShell and wsl.exe write it" {
	local text='Failed to start the virtual machine ü😀 because one of the Hyper-V components is not running.'

	for to in UTF-16LE UTF-16BE; do
		for mark in '' $'\xef\xbb\xbf'; do
			printf '%s%s\r\nnext\r\n' "$mark" "$text" | iconv -f UTF-8 -t "$to" >"$BATS_TEST_TMPDIR/log"
			nd 1 dmesg --json "$BATS_TEST_TMPDIR/log"
			json '[.messages[].id] == ["hyperv-not-running"] and .log.lines == 2'
			json ".messages[0].label == \"$text\""
		done
	done
	# Cut within a unit, and a half of a character.
	head -c 101 "$BATS_TEST_TMPDIR/log" >"$BATS_TEST_TMPDIR/cut"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/cut"
	printf '\xff\xfek\0v\0m\0:\0 \0\x3d\xd8x\0\x00\xde!\0' >"$BATS_TEST_TMPDIR/half"
	nd 3 dmesg --json "$BATS_TEST_TMPDIR/half"
	json '[.messages[].label] == ["kvm: \ufffdx\ufffd!"]'
	# NULs that a crash left in a log do not make one of it.
	printf 'a\0\0\0\0\0\0\0\0\0\nkvm: disabled by bios\n' >"$BATS_TEST_TMPDIR/holes"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/holes"
	json '[.messages[].id] == ["kvm-disabled-by-bios"]'
}

@test "what nestdiag wrote itself is named, and not read as a log" {
	local snapshot

	snapshot=$(realpath "$BATS_TEST_DIRNAME/../fixtures/emulated-haswell-exits.snapshot")
	nd 64 dmesg "$snapshot"
	one_error "nestdiag: $snapshot: line 1: a snapshot of nestdiag, not a log: name it with --from"
	"$NESTDIAG" --from "$snapshot" --json check >"$BATS_TEST_TMPDIR/json" || true
	nd 64 dmesg "$BATS_TEST_TMPDIR/json"
	one_error "nestdiag: $BATS_TEST_TMPDIR/json: line 1: JSON of nestdiag, not a log"
	# Its checks that passed have words of failures in their titles.
	log 0 '  No VM entry failed                                  PASS' \
		'  Every control that kvm_intel requires is available  PASS'
	json '.messages == []'
	log 1 'kvm: disabled by bios' 'nestdiag-snapshot 1'
}

@test "a line that continues one that was found adds nothing" {
	log 1 'Could not access KVM kernel module: Permission denied' \
		'qemu-system-x86_64: failed to initialize kvm: Permission denied'
	json '[.messages[].id] == ["qemu-kvm-denied"] and .log.known == 2'
	log 1 'Could not access KVM kernel module: No such file or directory' \
		'qemu-system-x86_64: failed to initialize kvm: No such file or directory'
	json '[.messages[].id] == ["qemu-no-kvm"] and .log.known == 2'
	log 1 'qemu-system-x86_64: failed to initialize kvm: Permission denied'
	json '[.messages[].id] == ["qemu-kvm-init"]'
	nd 0 explain --json $'Could not access KVM kernel module: Permission denied\nqemu-system-x86_64: failed to initialize kvm: Permission denied'
	json '[.readings[].id] == ["qemu-kvm-denied"]'
}

@test "what nestdiag itself says is not taken for anybody's complaint" {
	log 1 'nestdiag: eVMCS not offered: no Hyper-V interface' \
		'nestdiag: VMX unusable: disabled by the firmware' \
		'nestdiag: badlaunch[343] vcpu 0, guest: guest ended by a triple fault (KVM_EXIT_SHUTDOWN), last exit TRIPLE_FAULT' \
		'nestdiag: badlaunch[356] vcpu 0, guest: KVM stopped the guest (KVM_EXIT_INTERNAL_ERROR, suberror 1)' \
		'nestdiag: 3 more failed launches (refused); see "nestdiag failures"'
	json '[.messages[] | [.id, .count]] == [["nestdiag-report", 2], ["nestdiag-failure", 3]] and .log.unknown == 0'
	log 1 "nestdiag: version magic '6.1.0 SMP' should be '6.12.0 SMP'"
	json '[.messages[].id] == ["module-format"]'
}

@test "names that a repeated line has beside the first one's are kept" {
	log 1 "qemu: warning: host doesn't support requested feature: MSR(48BH).vmx-apicv-register [bit 8]" \
		"qemu: warning: host doesn't support requested feature: MSR(48BH).vmx-apicv-vid [bit 9]" \
		"qemu: warning: host doesn't support requested feature: MSR(48BH).vmx-apicv-vid [bit 9]"
	json '.messages | length == 1 and (.[0].decoded | endswith("also vmx-apicv-vid"))'
}

@test "one letter wrong, missing or too many is forgiven, two are not" {
	for line in 'kvm: no hardwere support' 'kvm: no hardwar support' 'kvm: no harddware support'; do
		log 1 "$line"
		json '[.messages[].id] == ["kvm-no-hardware"]'
	done
	for line in 'kvm: no hardwere suport' 'kvm: no hardware' 'kvm: hardware support'; do
		log 3 "$line"
		json '[.messages[].id] == ["not-known"]'
	done
	# A short text could be anything.
	log 3 'KVM not avaolable'
}

@test "a log of an ordinary virtual machine has nothing that is not known" {
	log 0 'DMI: QEMU Standard PC (Q35 + ICH9, 2009), BIOS 1.16' 'Booting paravirtualized kernel on KVM' \
		'Nov 21 03:21:06 host systemd[1]: Detected virtualization kvm.' \
		'Command line: BOOT_IMAGE=/vmlinuz kvm_intel.nested=1' \
		'audit: type=1400 audit(1.2:3): apparmor="STATUS" name="libvirt-1"'
	json '.messages == [] and .log.known == 5 and .log.unknown == 0'
}

# decoded LINE TEXT...: the values of this line are put into these words
decoded() {
	local line=$1 text
	shift
	printf '%s\n' "$line" >"$BATS_TEST_TMPDIR/log"
	run --separate-stderr "$NESTDIAG" dmesg --json "$BATS_TEST_TMPDIR/log"
	for text; do
		json ".messages[0].decoded | contains(\"$text\")"
	done
}

@test "numbers are put into words" {
	decoded 'KVM: entry failed, hardware error 0xc' 'VM-instruction error 12' 'unsupported VMCS component'
	decoded 'KVM: entry failed, hardware error 0x80000029' 'VMX exit reason 41 MCE_DURING_VMENTRY' 'bit 31'
	decoded 'x: hardware_entry_failure_reason = 0xffffffffffffffff' 'SVM exit code 0xffffffff' 'VMRUN failed'
	decoded 'kvm [1]: vcpu0, guest rIP: 0x1 vmx: unexpected exit reason 0x43' 'exit reason 67 UMWAIT'
	decoded 'kvm [1]: vcpu0, guest rIP: 0x1 svm: unexpected exit reason 0x400' '0x400 npf'
	decoded 'kvm [1]: vcpu0, guest rIP: 0x1 unexpected exit reason 0x400' '0x400 npf'
	decoded 'kvm [1]: vcpu0, guest rIP: 0x1 unexpected exit reason 0x43' 'exit reason 67 UMWAIT'
	decoded 'KVM: unknown exit, hardware reason 402' 'SVM exit code 0x402'
	decoded 'KVM: entry failed, hardware error 0x1' 'CPU_UNSUPPORTED'
	decoded 'kvm_intel: vmwrite failed: field=2012 val=1 err=13' 'virtual-APIC' 'VM-instruction error 13'
	decoded 'kvm_intel: vmread failed: field=2801' 'VMCS field 0x2801 (VMCS link pointer), a 64-bit guest-state field'
	decoded 'kvm_intel: vmread failed: field=4401' 'VMCS field 0x4401, a 32-bit read-only field'
	decoded 'kvm_intel: vmread failed: field=6c00' '(host CR0), a natural-width host-state field'
	decoded 'KVM: exception 13 exit (error code 0x0)' '#GP'
	decoded 'Hyper-V: Nested features: 0xa0101' 'eVMCS versions 1 to 1' 'direct virtual flush' 'MSR bitmap'
	decoded 'kvm_intel: cpu_based_2nd_exec_ctrl unsupported with eVMCS: 0x4100' 'vmx-apicv-register vmx-shadow-vmcs'
	decoded 'kvm [1]: ignored rdmsr: 0x619 data 0x0' 'MSR_DRAM_ENERGY_STATUS'
	decoded 'KVM internal error. Suberror: 9' 'Suberror: unknown'
}

# QEMU's value of register 0x48b on Azure asks for VMCS shadowing and RDSEED exiting, which the
# registers of that VM do not have: qemu-devel, 2020-03-31.
@test "a refused value of a capability register is compared with a snapshot" {
	echo 'qemu-system-x86_64: error: failed to set MSR 0x48b to 0x1582e00000000' >"$BATS_TEST_TMPDIR/log"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/log" --from "$FIXTURES/intel-azure-l1-hyperv.snapshot"
	json '.messages[0].decoded | endswith("does not allow to be 1: vmx-shadow-vmcs vmx-rdseed-exit")'
	json '.messages[0].decoded | contains("IA32_VMX_PROCBASED_CTLS2")'
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/log"
	json '.messages[0].decoded | contains("use --from with a snapshot")'
	# As 0 it may have what this CPU wants as 1: the low half.
	echo 'error: failed to set MSR 0x48f to 0x36000' >"$BATS_TEST_TMPDIR/log"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/log" --from "$FIXTURES/synthetic-l1-evmcs-in-use.snapshot"
	json '.messages[0].decoded | endswith(": bit 0 bit 1 bit 3 bit 4 bit 5 bit 6 bit 7 bit 8 x-vmx-exit-host-addr-space-size bit 10 bit 11") and (split("does not allow") | length == 2)'
	# No pair: each bit counts.
	echo 'error: failed to set MSR 0x485 to 0x8000000000000041' >"$BATS_TEST_TMPDIR/log"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/log" --from "$FIXTURES/synthetic-l1-evmcs-in-use.snapshot"
	json '.messages[0].decoded | endswith(": bit 0 bit 63")'
	echo 'error: failed to set MSR 0x48b to 0x182e00000000' >"$BATS_TEST_TMPDIR/log"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/log" --from "$FIXTURES/intel-azure-l1-hyperv.snapshot"
	json '.messages[0].decoded | contains("allows all of it")'
}

@test "a dump of a VMCS is one answer that points to its autopsy" {
	log 1 'kvm_intel: VMCS 00000000e7f0dbb3, last attempted VM-entry on CPU 5' \
		'kvm_intel: *** Guest State ***' \
		'kvm_intel: CR0: actual=0x0000000000000030, shadow=0x0000000060000010, gh_mask=fffffffffffefff7' \
		'kvm_intel: *** Host State ***'
	json '.messages | length == 1 and (.[0].remedy | contains("nestdiag autopsy"))'
}

@test "the log is a file, --file, standard input, or /dev/kmsg" {
	echo 'kvm: disabled by bios' >"$BATS_TEST_TMPDIR/log"
	nd 1 dmesg "$BATS_TEST_TMPDIR/log"
	one=$output
	nd 1 dmesg --file "$BATS_TEST_TMPDIR/log"
	[ "$output" = "$one" ]
	run --separate-stderr -1 bash -c '"$1" dmesg - <"$2"' - "$NESTDIAG" "$BATS_TEST_TMPDIR/log"
	[ "$output" = "$one" ]
	mkdir -p "$BATS_TEST_TMPDIR/root/dev"
	printf '%s\n' '3,100,5678901,-;kvm: disabled by bios' ' SUBSYSTEM=x' \
		>"$BATS_TEST_TMPDIR/root/dev/kmsg"
	NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root nd 1 dmesg --json
	json '.messages[0].id == "kvm-disabled-by-bios" and .messages[0].first_time == "5.678901"'
}

@test "a log that is piped in without the \"-\" is told of" {
	mkdir -p "$BATS_TEST_TMPDIR/root/dev"
	printf '%s\n' '3,100,5678901,-;kvm: disabled by bios' >"$BATS_TEST_TMPDIR/root/dev/kmsg"
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root
	run --separate-stderr -1 bash -c 'echo line | "$1" dmesg' - "$NESTDIAG"
	[ "$stderr" = "nestdiag: this is about the kernel's log; for standard input: nestdiag dmesg -" ]
	echo line >"$BATS_TEST_TMPDIR/log"
	run --separate-stderr -1 bash -c '"$1" dmesg <"$2"' - "$NESTDIAG" "$BATS_TEST_TMPDIR/log"
	[ "$stderr" = "nestdiag: this is about the kernel's log; for standard input: nestdiag dmesg -" ]
	for input in '</dev/null' '<&-'; do
		run --separate-stderr -1 bash -c '"$1" dmesg '"$input" - "$NESTDIAG"
		[ -z "$stderr" ]
	done
	run --separate-stderr -1 bash -c ': | "$1" dmesg' - "$NESTDIAG"
	[ -z "$stderr" ]
}

@test "a log that is not there is an error of one line" {
	nd 64 dmesg "$BATS_TEST_TMPDIR/none"
	one_error "nestdiag: $BATS_TEST_TMPDIR/none: No such file or directory"
	nd 64 dmesg "$BATS_TEST_TMPDIR"
	one_error "nestdiag: $BATS_TEST_TMPDIR: Is a directory"
	nd 64 dmesg --file /dev/null /dev/null
	one_error "nestdiag: 'dmesg' takes one log, not '/dev/null' and '/dev/null'"
	nd 64 dmesg a b
	one_error "nestdiag: 'dmesg' takes no argument 'b'"
	mkdir -p "$BATS_TEST_TMPDIR/root"
	NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root nd 3 dmesg
	one_error "nestdiag: /dev/kmsg: No such file or directory; *"
}

@test "a kernel log that may not be read says what would help" {
	command -v setpriv >/dev/null || [ "$(id -u)" != 0 ] || skip "no setpriv"
	# bats's own directory is for its user only.
	open=$(mktemp -d)
	mkdir "$open/dev"
	echo x >"$open/dev/kmsg"
	chmod 0 "$open/dev/kmsg"
	cp "$NESTDIAG" "$open/nestdiag"
	chmod 755 "$open" "$open/nestdiag"
	NESTDIAG_SYSROOT=$open run --separate-stderr -3 as_nobody "$open/nestdiag" dmesg
	rm -rf "$open"
	one_error "nestdiag: /dev/kmsg: Permission denied; run as root*kernel.dmesg_restrict*"
}

@test "no bytes and no length of a line do harm" {
	nd 0 dmesg /dev/null
	head -c 200000 /dev/urandom >"$BATS_TEST_TMPDIR/log"
	run --separate-stderr "$NESTDIAG" dmesg "$BATS_TEST_TMPDIR/log"
	[ "$status" -le 1 ]
	{ head -c 5000000 /dev/zero | tr '\0' 'k'; printf '\nkvm: disabled by bios'; } >"$BATS_TEST_TMPDIR/log"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/log"
	json '.log.lines == 2 and .log.known == 1'
	printf 'kvm: \0disabled by bios\nKVM: entry failed, hardware error 0x7\n' >"$BATS_TEST_TMPDIR/log"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/log"
	json '.log.known == 1'
	printf 'Hypervisor detected: \033[31mx\n' >"$BATS_TEST_TMPDIR/log"
	nd 0 dmesg "$BATS_TEST_TMPDIR/log"
	[[ $output != *$'\033'* ]]
}

@test "complaints in anybody's words get the answer for what is missing, others none" {
	while IFS=$'\t' read -r id line; do
		run --separate-stderr "$NESTDIAG" dmesg --json - <<<"$line"
		got=$(jq -r '[.messages[] | select(.id != "not-known") | .id] | join(" ")' <<<"$output")
		[ "$got" = "${id#-}" ] || { echo "$line: $got, expected $id"; return 1; }
	done <"$LOGS/complaints.tsv"
}

@test "a fault of KVM's code is one answer, with its function and the kernel" {
	log 1 'BUG: unable to handle page fault for address: ffffc90000c55000' \
		'#PF: supervisor read access in kernel mode' \
		'CPU: 3 PID: 77 Comm: CPU 0/KVM Tainted: G        W  O      6.8.0-45-generic #45-Ubuntu' \
		'RIP: 0010:__list_add_valid+0x3f/0xa0' \
		'Call Trace:' ' <TASK>' ' ? show_regs+0x1/0x2' \
		' kvm_mmu_page_fault+0x12/0x34 [kvm]' ' vmx_handle_exit+0x12/0x34 [kvm_intel]'
	json '[.messages[].id] == ["kvm-bug"]'
	json '.messages[0].decoded == "in kvm_mmu_page_fault of kvm, on Linux 6.8.0-45-generic"'
}

@test "a WARNING of eVMCS code says how to keep out of it" {
	log 1 'WARNING: CPU: 31 PID: 4974 at arch/x86/kvm/vmx/evmcs.h:85 evmcs_write64+0x65/0x70 [kvm_intel]' \
		'CPU: 31 PID: 4974 Comm: qemu-system-x86 Not tainted 5.4.0-1048-azure #50~18.04.1-Ubuntu' \
		'RIP: 0010:evmcs_write64+0x65/0x70 [kvm_intel]'
	json '[.messages[].id] == ["kvm-bug-evmcs"]'
	json '.messages[0].decoded == "in evmcs_write64 of kvm_intel, on Linux 5.4.0-1048-azure"'
	json '.messages[0].remedy | contains("enlightened_vmcs=0")'
}

@test "faults elsewhere, and of a guest's side, are none of KVM's" {
	log 1 'BUG: unable to handle page fault for address: ffffc90000c55000' \
		'CPU: 3 PID: 77 Comm: bash Not tainted 6.8.0-45-generic #45-Ubuntu' \
		'RIP: 0010:ext4_foo+0x3f/0xa0 [ext4]' 'Call Trace:' ' ext4_bar+0x1/0x2 [ext4]' \
		' a+0x1/0x2' ' b+0x1/0x2' ' c+0x1/0x2' ' d+0x1/0x2' ' kvm_foo+0x1/0x2 [kvm]'
	json '[.messages[].id] == ["kernel-fault"] and .log.unknown == 0'
	json '.messages[0].decoded == "in ext4_foo, on Linux 6.8.0-45-generic"'
	log 1 'watchdog: BUG: soft lockup - CPU#1 stuck for 23s! [swapper/1:0]' \
		'CPU: 1 PID: 0 Comm: swapper/1 Not tainted 6.8.0-45-generic #45-Ubuntu' \
		'RIP: 0010:kvm_wait+0x1/0x20' 'Call Trace:' ' pv_wait_head_or_lock+0x1/0x2'
	json '[.messages[].id] == ["soft-lockup"]'
}

@test "two faults are two answers" {
	log 1 'kernel BUG at arch/x86/kvm/mmu/mmu.c:100!' 'RIP: 0010:kvm_a+0x1/0x2 [kvm]' ' kvm_b+0x1/0x2 [kvm]' \
		'' '' '' '' '' 'general protection fault: 0000 [#2] SMP' \
		'CPU: 1 PID: 2 Comm: x Not tainted 6.9.1 #1' 'RIP: 0010:svm_c+0x1/0x2 [kvm_amd]'
	json '[.messages[].decoded] == ["in kvm_a of kvm", "in svm_c of kvm_amd, on Linux 6.9.1"]'
	log 1 'watchdog: BUG: soft lockup - CPU#0 stuck for 22s! [qemu-kvm:1]' \
		'CPU: 0 PID: 1 Comm: qemu-kvm Not tainted 4.4.180+ #1'
	json '.messages[0].decoded == "on Linux 4.4.180+"'
}

@test "a fault of KVM comes with the known holes of that kernel" {
	log 1 'BUG: kernel NULL pointer dereference, address: 0000000000000010' \
		'CPU: 1 PID: 2 Comm: x Not tainted 6.1.0-56-amd64 #1 Debian 6.1.170-1' \
		'RIP: 0010:nested_vmx_run+0x1/0x2 [kvm_intel]'
	json '.messages[0].holes | contains("6.1.170-1 has holes") and contains("CVE-2026-53359")'
	log 1 'kernel BUG at arch/x86/kvm/mmu/mmu.c:100!' 'RIP: 0010:kvm_a+0x1/0x2 [kvm]'
	json '.messages[0].holes == null'
	log 1 'watchdog: BUG: soft lockup - CPU#0 stuck for 22s! [swapper/0:1]' \
		'CPU: 0 PID: 1 Comm: swapper/0 Not tainted 6.1.20 #1' 'RIP: 0010:smp_call_function_many+0x205/0x270'
	json '.messages[0].holes == null'
}

# The host that the advice is for may be another one: only its owner knows that kernel.
@test "advice to switch nesting on comes with a word on known holes" {
	no_vmx="host doesn't support requested feature: CPUID.01H:ECX.vmx [bit 5]"
	log 1 "$no_vmx"
	json '.messages[0] | (.remedy | contains("nested=1")) and (.holes | contains("explain Januscape"))'
	nd 1 --from "$FIXTURES/synthetic-cpus-differ.snapshot" dmesg --json "$BATS_TEST_TMPDIR/log"
	json '.messages[0].holes | contains("6.12.117-1~deb12u1 has the fixes")'
	nd 1 --from "$FIXTURES/synthetic-amd-svm.snapshot" dmesg --json "$BATS_TEST_TMPDIR/log"
	json '.messages[0].holes | contains("6.1.192-2") and contains("does not know") and contains("CVE-2026-98720")'
	sed 's/6\.1\.192-2/6.1.170-1/' "$FIXTURES/synthetic-amd-svm.snapshot" >"$BATS_TEST_TMPDIR/old"
	nd 1 --from "$BATS_TEST_TMPDIR/old" dmesg --json "$BATS_TEST_TMPDIR/log"
	json '.messages[0].holes | contains("6.1.170-1 has holes") and contains("CVE-2026-53359")'
	nd 0 --from "$BATS_TEST_TMPDIR/old" explain --json "$no_vmx"
	json '.readings[0].for_nesting | contains("6.1.170-1 has holes")'
	log 1 'kvm: disabled by bios'
	json '.messages[0] | (.remedy | contains("nested=1") | not) and .holes == null'
}

@test "a log of an Arm machine gets no advice for x86" {
	log 1 'CPU: All CPU(s) started at EL1' 'Could not access KVM kernel module: No such file or directory'
	json '[.messages[] | .cause, .remedy | select(. != null) | test("kvm_intel|kvm_amd|VMX|VT-x")] | any | not'
	json '.messages[1].cause | contains("EL2")'
	log 1 'Could not access KVM kernel module: No such file or directory' 'qemu-system-x86_64 failed'
	json '.messages[0].remedy | contains("kvm_intel")'
	log 1 "Host doesn't support requested features" 'Linux version 6.12.1 aarch64'
	json ".messages[0].remedy == null"
	printf '%s\n' 'nestdiag-snapshot 1' 'kernel 6.12.1 aarch64' >"$BATS_TEST_TMPDIR/arm"
	echo "Host doesn't support requested features" >"$BATS_TEST_TMPDIR/log"
	nd 1 dmesg --json "$BATS_TEST_TMPDIR/log" --from "$BATS_TEST_TMPDIR/arm"
	json ".messages[0].remedy == null"
}

@test "what is not ASCII is shown as it is, unless it hides or reorders text" {
	log 3 $'hyper-v \xe8\x99\x9a \xe2\x80\xae x'
	json '.messages[0].label == "hyper-v 虚 \\xe2\\x80\\xae x"'
}

@test "of many lines that are not known, those that tell of a failure are shown, each once" {
	{ for i in 1 2 3 4 5 6 7; do echo "kvm: thing $i happened"; done
	  for i in 1 2; do echo 'kvm: widget failed badly'; done; } >"$BATS_TEST_TMPDIR/log"
	nd 3 dmesg --json "$BATS_TEST_TMPDIR/log"
	json '[.messages[].label] == ["kvm: thing 1 happened", "kvm: thing 2 happened", "kvm: thing 3 happened",
		"kvm: thing 4 happened", "kvm: widget failed badly"] and .log.unknown == 9'
}

@test "lines of one answer in different words are counted as lines, the same line as times" {
	printf 'kvm [1]: ignored rdmsr: 0x140 data 0x0\nkvm [2]: ignored rdmsr: 0x140 data 0x7\n' >"$BATS_TEST_TMPDIR/log"
	nd 0 dmesg "$BATS_TEST_TMPDIR/log"
	[[ $output == *"2 times"* ]]
	printf "NEM: VERR_NEM_NOT_AVAILABLE\nHM: VERR_VMX_NO_VMX\n" >"$BATS_TEST_TMPDIR/log"
	nd 1 dmesg "$BATS_TEST_TMPDIR/log"
	[[ $output == *"2 lines"* && $output != *"2 times"* ]]
}
