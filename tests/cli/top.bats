#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# nestdiag top without a screen: lines, CSV and JSON of two recorded samples; names of VMs.

# Variables that bats and common.bash set; each test is a subshell.
# shellcheck disable=SC2154,SC2030,SC2031

load common

PAIR=("$FIXTURES/synthetic-top-1.snapshot" "$FIXTURES/synthetic-top-2.snapshot")

setup() {
	export NESTDIAG_SYSROOT=$BATS_TEST_TMPDIR/root
	mkdir -p "$NESTDIAG_SYSROOT"
	cd "$NESTDIAG_SYSROOT" || return
}

# process PID PROGRAM ARGUMENT...: a process that has a VM open
process() {
	local pid=$1 program=$2
	shift
	mkdir -p "proc/$pid/fd"
	printf '%s\0' "$@" >"proc/$pid/cmdline"
	ln -sfn "/usr/bin/$program" "proc/$pid/exe"
	ln -sfn /dev/null "proc/$pid/fd/0"
	ln -sfn anon_inode:kvm-vm "proc/$pid/fd/9"
}

# name PID NAME: the VM of the process has that name in every form of the table, "" for none
name() {
	nd 0 top --json "${PAIR[@]}"
	[ "$(jq -r ".top[] | select(.pid == $1) | .vm // \"\"" <<<"$output")" = "$2" ] || {
		echo "not '$2': $(jq -c ".top[] | select(.pid == $1) | .vm" <<<"$output")"
		return 1
	}
}

@test "JSON: rates are what the counters differ by, in the time between" {
	nd 0 top --json "${PAIR[@]}"
	json '.interval_ns == 2000000000 and (.top | length) == 6'
	json '.top[] | select(.pid == 1000) | .exit_count == 11010 and .exits_per_second == 5505 and
		.guest_percent == 38 and .handling_percent == 12.5 and .waiting_percent == 49.5'
	json '.top[] | select(.pid == 2000) | .nested_count == 2000 and .per_reflected_exit == 9 and
		.reflected_percent == 75 and .judgement == "costly"'
	json '[.top[] | select(.judgement == "starved") | .pid] == [3000]'
	# The same by the counters of the two snapshots.
	for file in "${PAIR[@]}"; do
		"$NESTDIAG" exits --by vcpu --json --from "$file" >"${file##*/}.json"
	done
	nd 0 top --by vcpu --json "${PAIR[@]}"
	jq -s --argjson now "$output" '
		(.[1].exits | map({key: "\(.pid)/\(.vcpu)", value: .count}) | from_entries) as $after |
		(.[0].exits | map({key: "\(.pid)/\(.vcpu)", value: .count}) | from_entries) as $before |
		$now.top | map(select(.exit_count > 0)) | length == 5 and
		all(.exit_count == $after["\(.pid)/\(.vcpu)"] - $before["\(.pid)/\(.vcpu)"])' -e \
		synthetic-top-1.snapshot.json synthetic-top-2.snapshot.json
}

@test "lines, CSV and JSON have the same rows" {
	nd 0 top --json "${PAIR[@]}"
	pids=$(jq -r '.top[].pid' <<<"$output")
	nd 0 top --batch "${PAIR[@]}"
	[ "$(awk 'NR > 1 { print $1 }' <<<"$output")" = "$pids" ]
	[[ ${lines[0]} == VM*exits/s*nested/s*guest*host*wait*mult*refl*fail/s*verdict ]]
	[[ ${lines[3]} == 1000*5505*" 38% "*" 12% "*" 49% "*ok ]]
	nd 0 top --csv "${PAIR[@]}"
	[ "$(awk -F, 'NR > 1 { print $2 }' <<<"$output")" = "$pids" ]
	[[ ${lines[0]} == time,pid,vm,vcpu_count,exit_count,exits_per_second,* ]]
	[[ ${lines[3]} == 2026-11-28T12:00:02Z,1000,,2,11010,5505.000,0,0.000,38.000,12.500,49.500,* ]]
}

@test "three samples are two intervals; --count ends earlier" {
	nd 3 top --json "${PAIR[@]}" "${PAIR[1]}"
	[[ $stderr == *"was not recorded"* ]]
	nd 0 top --json --delay 1 "${PAIR[@]}" "${PAIR[1]}"
	[ "$(jq -s 'map(.interval_ns) == [2000000000, 1000000000]' <<<"$output")" = true ]
	nd 0 top --json --count 1 "${PAIR[@]}" "${PAIR[1]}"
	json '.top | length == 6'
	nd 0 top --csv --delay 1 "${PAIR[@]}" "${PAIR[1]}"
	[ "$(grep -c ^time, <<<"$output")" = 1 ]
}

@test "raw records without times take the time that is given" {
	for i in 1 2; do
		grep -v -e '^taken' -e '^vcpu' "$FIXTURES/synthetic-top-$i.snapshot" >raw$i
	done
	nd 3 top --by reason --json raw1 raw2
	[[ $stderr == *"the time between raw1 and raw2 was not recorded: give it with --delay"* ]]
	nd 0 top --by reason --json --delay 0.5 raw1 raw2
	json '.interval_ns == 500000000'
	json '.top[] | select(.name == "VMREAD") | .exits_per_second == 16000'
	# The vCPUs' own times tell more than the clock, and it more than nothing.
	for i in 1 2; do
		grep -v -e '^vcpu' "$FIXTURES/synthetic-top-$i.snapshot" >raw$i
	done
	nd 0 top --by reason --json raw1 raw2
	json '.interval_ns == 2000000000'
	for i in 1 2; do
		grep -v -e '^taken' "$FIXTURES/synthetic-top-$i.snapshot" >raw$i
	done
	nd 0 top --json --delay 77 raw1 raw2
	json '.interval_ns == 2000000000'
}

@test "what is picked, and its order" {
	nd 0 top --by vcpu --pid 1000 --json "${PAIR[@]}"
	json '[.top[] | [.pid, .vcpu]] == [[1000, 0], [1000, 1]]'
	nd 0 top --by vcpu --vcpu 1 --json "${PAIR[@]}"
	json '[.top[].pid] == [1000]'
	nd 0 top --min 1600 --json "${PAIR[@]}"
	json '[.top[].pid] == [5000, 2000, 1000]'
	nd 0 top --sort guest --json "${PAIR[@]}"
	json '.top | map(.guest_percent // -1) | . == (sort | reverse)'
	nd 0 top --by reason --reason vmr --sort mean --json "${PAIR[@]}"
	json '[.top[].name] == ["VMRESUME", "VMREAD"]'
	nd 0 top --by reason --pid 2000 --json "${PAIR[@]}"
	json '[.top[] | [.name, .level]] == [["VMREAD", "guest"], ["VMWRITE", "guest"], ["VMRESUME", "guest"],
		["CPUID", "nested"], ["EPT_VIOLATION", "nested"]]'
	nd 64 top --sort gust "${PAIR[@]}"
	one_error "nestdiag: --sort does not accept 'gust'; did you mean 'guest'?"
}

@test "slow exits end with status 1 and are counted" {
	nd 1 top --by reason --longer-than 700us --json "${PAIR[@]}"
	json '.top[] | select(.name == "INTERRUPT_WINDOW") | .slow_count == 1'
	json '.top[] | select(.name == "HLT") | .slow_count == null'
	[[ $stderr == *"to "*" exits took 700.00 us or longer"* ]]
	nd 0 top --by reason --longer-than 3ms --json "${PAIR[@]}"
	nd 64 top --longer-than 3 "${PAIR[@]}"
	one_error "nestdiag: --longer-than needs a time such as 500us, 1ms or 2s, not '3'"
}

@test "a snapshot without figures, one alone, none at all" {
	nd 3 top --batch "${PAIR[0]}" "$FIXTURES/synthetic-amd-svm.snapshot"
	[[ $stderr == *"synthetic-amd-svm.snapshot: no exits were counted there"* ]]
	nd 3 top --batch "${PAIR[1]}" "${PAIR[0]}"
	one_error "nestdiag: ${PAIR[0]} was taken before ${PAIR[1]}: give them in their order"
	nd 64 top "${PAIR[0]}"
	nd 64 top --batch --from "${PAIR[0]}"
	((${#stderr} <= 100))
	one_error "nestdiag: top takes this machine, or two or more snapshots of one, in their order"
	nd 64 top --source bpf "${PAIR[@]}"
	nd 64 top --source stats
	nd 64 top "${PAIR[@]}"
	one_error "nestdiag: top needs a terminal; top --batch prints lines instead"
	nd 3 top --batch
	[ -z "$output" ]
	[[ $stderr == *"exits cannot be counted without the module"* ]]
}

@test "live with the module: interval by interval" {
	mkdir -p sys/kernel/debug/nestdiag
	grep -v ^taken "${PAIR[1]}" >sys/kernel/debug/nestdiag/raw
	nd 0 top --json --count 2 --delay 0.01
	[ "$(jq -s 'length == 2 and all(.[]; .interval_ns > 0 and .schema == "nestdiag.top.1")' <<<"$output")" = true ]
	nd 0 exits --json --interval 0.01 --count 2
	[ "$(jq -s length <<<"$output")" = 2 ]
}

@test "names: QEMU's, with commas and equal signs; the last one counts" {
	process 1000 qemu-system-x86_64 -enable-kvm -name guest=web-1,debug-threads=on -m 512
	name 1000 web-1
	process 1000 qemu-system-x86_64 -name 'a,,b,debug-threads=on'
	name 1000 'a,b'
	process 1000 qemu-system-x86_64 --name 'debug-threads=on,guest=late'
	name 1000 late
	process 1000 'qemu-system-x86_64 (deleted)' -name first -name second
	name 1000 second
	process 1000 qemu-kvm -name 'one two' -uuid 7d9c1c36-0000-4000-8000-000000000001
	name 1000 'one two'
	process 1000 qemu-system-x86_64 -name process=x -uuid 7d9c1c36-0000-4000-8000-000000000001
	name 1000 7d9c1c36-0000-4000-8000-000000000001
	# The value of another option is no option.
	process 1000 qemu-system-x86_64 -append -name
	name 1000 ''
}

@test "names: Firecracker's, crosvm's, Cloud Hypervisor's" {
	process 1000 firecracker --id vm-7 --api-sock /run/x
	name 1000 vm-7
	process 1000 firecracker-v1.7.0-x86_64 --api-sock /run/x --id=vm-8
	name 1000 vm-8
	process 1000 firecracker --api-sock /run/x
	name 1000 ''
	process 1000 crosvm run --name android -c 4
	name 1000 android
	process 1000 cloud-hypervisor --platform num_pci_segments=1,uuid=7d9c1c36-0000-4000-8000-000000000002 --api-socket /x
	name 1000 7d9c1c36-0000-4000-8000-000000000002
	process 1000 cloud-hypervisor --api-socket /run/web.sock
	name 1000 ''
}

@test "names: libvirt's, from the cgroup; another container's is not the VM's" {
	process 1000 qemu-system-x86_64 -m 512
	echo '0::/machine.slice/machine-qemu\x2d3\x2dweb\x2d1.scope/libvirt/emulator' >proc/1000/cgroup
	name 1000 qemu-3-web-1
	printf '%s\n' '9:memory:/machine/qemu-4-db.libvirt-qemu/emulator' '1:name=systemd:/x' >proc/1000/cgroup
	name 1000 qemu-4-db
	echo '0::/machine.slice/machine-debian.scope/payload' >proc/1000/cgroup
	name 1000 ''
	echo '0::/machine.slice/machine-qemu\x2d3\x2dweb\x2d1.scope' >proc/1000/cgroup
	process 1000 qemu-system-x86_64 -name mine -uuid 7d9c1c36-0000-4000-8000-000000000001
	name 1000 mine
	process 1000 qemu-system-x86_64 -uuid 7d9c1c36-0000-4000-8000-000000000001
	name 1000 qemu-3-web-1
}

@test "names: never a guess" {
	# A process that has no VM open, whatever it is called with.
	process 1000 qemu-system-x86_64 -name web
	rm proc/1000/fd/9
	name 1000 ''
	# Another program that has one.
	process 1000 my-vmm -name web --id x
	name 1000 ''
	# A recorded machine's processes are not here.
	process 1000 qemu-system-x86_64 -name web
	unset NESTDIAG_SYSROOT
	name 1000 ''
}

@test "names: no control character reaches the terminal" {
	process 1000 qemu-system-x86_64 -name $'e\e[2J\x9b\xc2\x9bvil'
	for form in --batch --csv --json; do
		nd 0 top "$form" "${PAIR[@]}"
		[[ $output == *vil* ]]
		! LC_ALL=C grep -qP '[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]|\xc2[\x80-\x9f]' <<<"$output"
	done
}

@test "a process that is gone is called so; one that cannot be seen is not" {
	mkdir -p proc
	process 1000 qemu-system-x86_64 -name web
	nd 0 top --json "${PAIR[@]}"
	json '.top[] | select(.pid == 2000) | .judgement == "gone"'
	json '.top[] | select(.pid == 1000) | .judgement == "ok"'
}

@test "exits, vcpus, nested: the VM of a name or process, a reason, an order" {
	file=${PAIR[1]}
	nd 0 exits --pid 1000 --json --from "$file"
	json '[.exits[] | [.label, .count]] == [["EPT_VIOLATION", 1050], ["HLT", 60], ["MSR_WRITE", 10050]] or
		([.exits[].count] | add) == 11160'
	nd 0 exits --pid 1000 --vcpu 1 --json --from "$file"
	json '[.exits[] | [.label, .count, .total_ns]] == [["HLT", 60, 11880000000]]'
	nd 0 exits --reason 0x17 --json --from "$file"
	json '[.exits[].label] == ["VMREAD"]'
	nd 0 exits --sort name --json --from "$file"
	json '[.exits[] | select(.level == "guest") | .label] | . == sort'
	nd 0 exits --sort count --min 2000 --json --from "$file"
	json '[.exits[].count] | all(. >= 2000) and .[0] == 1200050'
	nd 0 exits --by vcpu --sort count --json --from "$file"
	json '[.exits[].count] | . == (sort | reverse)'
	nd 0 vcpus --sort exits --json --from "$file"
	json '[.vcpus[].exit_count] | . == (sort | reverse)'
	nd 0 vcpus --pid 1000 --from "$file"
	[[ $output == *1000/1*"last exit HLT for 100.00 ms"*1000/0*"last exit EPT"* && $output != *2000/0* ]]
	nd 0 nested --pid 2000 --json --from "$file"
	json '.multiplier.per_reflected_exit == 9 and .nested_exits.count == 2100'
	nd 0 nested --pid 1000 --from "$file"
	[[ $output == *"No nested exits of these vCPUs"* && $output != *reflected* ]]
	nd 64 exits --vm web --from "$file"
	[[ $stderr == *"a snapshot does not have the names"* ]]
	nd 64 exits --sort counts --from "$file"
	[[ $stderr == *"did you mean 'count'?"* ]]
	nd 64 exits --pid x --from "$file"
}

@test "nested: of one among several that nest it is not told" {
	sed 's/^vcpu_exits 5000 0 guest 0xa .*/&\nvcpu_exits 5000 0 nested 0xa 10/;
		s/^exits vmx nested 0xa 1550/exits vmx nested 0xa 1560/' "${PAIR[1]}" >two
	nd 3 nested --pid 2000 --from two
	[[ $output == *"2100 nested exits. How many were reflected"* && $output != *Multiplier* ]]
	nd 0 nested --from two
	[[ $output == *Multiplier* ]]
}

@test "exits --vm: by name, live" {
	mkdir -p sys/kernel/debug/nestdiag
	grep -v ^taken "${PAIR[1]}" >sys/kernel/debug/nestdiag/raw
	process 2000 qemu-system-x86_64 -name nest
	nd 0 exits --vm nest --json
	json '[.exits[].label] | index("VMREAD") and (index("HLT") | not)'
	nd 0 vcpus --vm nest --json
	json '[.vcpus[].pid] == [2000]'
	nd 0 exits --vm nest --timestamps
	[[ ${lines[0]} =~ ^20..-..-..T..:..:..Z$ || $output == *20??-??-??T??:??:??Z* ]]
}

@test "exits --longer-than: which reasons, how many, whose" {
	file=${PAIR[1]}
	nd 1 exits --longer-than 1ms --json --from "$file"
	json '[.slow[] | [.label, .at_least, .at_most, .pid, .max_ns]] == [["EPT_VIOLATION", 1, 1, 1000, 2500000]]'
	nd 0 exits --longer-than 1s --json --from "$file"
	json '.slow == null'
	nd 0 exits --longer-than 1ms --reason VMREAD --from "$file"
}
