#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# baseline: what nested guests may use on all hosts, as QEMU and libvirt read it, and who costs what.
# shellcheck disable=SC2016,SC2046,SC2154 # jq's variables; numbers; bats sets $output and $stderr

load common

L0=$FIXTURES/emulated-haswell-l0.snapshot

setup()
{
	cd "$BATS_TEST_TMPDIR" || return
	# KVM there gives to guests what the host has, register by register.
	offer "$L0" >a
	cp a b
	cp a c
}

# offer FILE: the snapshot, with what KVM gives being what the host has
offer()
{
	awk '{ print } $1 == "msr" && $3 ~ /^0x4[89]/ { print "guest_msr", $3, $4 }
		$1 == "cpuid" { print "guest_cpuid", $3, $4, $5, $6, $7, $8 }' "$1"
}

# given FILE REGISTER VALUE: give that value instead
given()
{
	sed -i "s/^guest_msr $2 .*/guest_msr $2 $3/" "$1"
	grep -q "^guest_msr $2 $3\$" "$1"
}

# feature ID FILTER: the row of a feature, for which FILTER is true
feature()
{
	json "[.pooled[] | select(.id == \"$1\")] | length == 1 and (.[0] | $2)"
}

@test "three hosts that are alike: everything, and nobody costs anything" {
	nd 0 baseline --json a b c
	json '.pool.hosts == 3 and .source.offered == 3 and .source.guessed == 0 and .costs == []'
	feature vmx-ept '.state == "yes" and .lacked_by == []'
	feature vmx-shadow-vmcs '.state == "yes"'
	json '.qemu[0] | startswith("-cpu Haswell-noTSX,+vmx,") and endswith(",enforce")'
	json '.libvirt[0] == "<cpu mode='\''custom'\'' match='\''exact'\'' check='\''full'\''>" and .libvirt[-1] == "</cpu>"'
}

@test "what one host lacks is off for all, and comes back without that host" {
	# without EPT for execution only, and without VMCS shadowing
	given c 0x48b 0x$(printf %016x $(($(awk '$1 == "guest_msr" && $2 == "0x48b" { print $3 }' a) & ~(1 << 46))))
	nd 1 baseline --json a b c
	feature vmx-shadow-vmcs '.state == "no" and .lacked_by == ["c"] and .sign == "-"'
	json '.costs == [{"files": ["c"], "come_back": ["vmx-shadow-vmcs"]}]'
	json '.qemu[0] | contains(",-vmx-shadow-vmcs,") and (contains("+vmx-shadow-vmcs") | not)'
	json '.libvirt | index("  <feature policy='\''disable'\'' name='\''vmx-shadow-vmcs'\''/>")'
	nd 1 baseline a b c
	[[ $output == *"Hosts without which features come back"*"c  "*"vmx-shadow-vmcs"* ]]
	nd 0 baseline --json a b
	feature vmx-shadow-vmcs '.state == "yes"'
}

@test "features that two hosts lack come back without both" {
	for host in b c; do
		given "$host" 0x48b 0x$(printf %016x $(($(awk '$1 == "guest_msr" && $2 == "0x48b" { print $3 }' a) & ~(1 << 46))))
	done
	given c 0x485 0x0000000020000020
	nd 1 baseline --json a b c
	json '.costs | map(.files) == [["c"], ["b", "c"]]'
	json '.costs[1].come_back == ["vmx-shadow-vmcs"]'
	json '.costs[0].come_back | index("vmx-activity-hlt")'
}

@test "a control that has to be 1 on one host is no feature of the pool: QEMU sets what may be 0" {
	# TRUE pin-based controls: NMI exiting has to be 1, and may be
	given c 0x48d 0x0000007f0000001e
	nd 1 baseline --json a b c
	feature vmx-nmi-exit '.state == "no" and .lacked_by == ["c"]'
	feature vmx-intr-exit '.state == "yes"'
}

@test "CR3-load exiting: may be 1 everywhere, may be 0 on two of three" {
	given c 0x48e 0x$(printf %016x $(($(awk '$1 == "guest_msr" && $2 == "0x48e" { print $3 }' a) | 1 << 15)))
	nd 1 baseline --json a b c
	feature vmx-cr3-load-noexit '.state == "no" and .lacked_by == ["c"] and .sign == "-"'
}

@test "what was not recorded is not known, neither given nor lacking" {
	sed -i '/^guest_msr 0x485 /d; /^guest_msr 0x48c /d' c
	nd 0 baseline --json a b c
	feature vmx-activity-hlt '.state == "unknown" and .unknown_of == ["c"] and .lacked_by == [] and .sign == "-"'
	json '.costs == []'
	# one that is known to lack it decides
	given b 0x485 0x0000000020000020
	nd 0 baseline --json a b c
	feature vmx-activity-hlt '.state == "no" and .lacked_by == ["b"] and .unknown_of == ["c"]'
}

@test "without what KVM gives the host's own registers answer, and that is said" {
	cp "$L0" own
	nd 1 baseline --json a own
	json '.source.offered == 1 and .source.guessed == 1 and (.source.text | contains("own registers") and contains("own"))'
	feature vmx-ept '.state == "yes"'
	# KVM keeps PAUSE-loop exiting for itself
	feature vmx-ple '.lacked_by == ["own"]'
	nd 0 baseline own
	[[ $output == *"the host's own registers"* ]]
}

@test "what KVM emulates is not known from registers that lack it" {
	nd 0 baseline --json "$FIXTURES/emulated-haswell-l1-evmcs.snapshot"
	feature vmx-shadow-vmcs '.state == "unknown" and (.unknown_of | length) == 1'
	feature vmx-vmfunc '.state == "no"'
}

@test "two INVVPID types that QEMU calls by names of INVEPT: both bits, or neither" {
	# bit 41 is gone, bit 25 stays
	given c 0x48c 0x$(printf %016x $(($(awk '$1 == "guest_msr" && $2 == "0x48c" { print $3 }' a) & ~(1 << 41))))
	nd 1 baseline --json a b c
	feature vmx-invept-single-context '.state == "yes"'
	feature vmx-invvpid-single-context '.state == "no" and .qemu_name == "vmx-invept-single-context"'
	json '.qemu[0] | contains("+vmx-invept-single-context,") | not'
	json '.qemu[0] | contains("-vmx-invept-single-context,")'
	json '.qemu[0] | contains("invvpid-single-context") | not'
}

@test "vendors mixed: no baseline" {
	nd 2 baseline a "$FIXTURES/synthetic-amd-svm.snapshot"
	output=$(tr -s ' \n' ' ' <<<"$output")
	[[ $output == *"No baseline:"*"vendor than"* && $output != *"-cpu"* ]]
	nd 2 baseline --json a "$FIXTURES/synthetic-amd-svm.snapshot"
	json 'has("qemu") | not'
}

@test "a host that gives no VMX to guests ends it, and is named" {
	sed -i 's/^\(guest_cpuid \(0x\)\?0*1 0x\?0* [0-9a-f]* [0-9a-f]*\) [0-9a-f]* /\1 00000000 /' c
	grep -q '^guest_cpuid .* 00000000 ' c
	nd 2 baseline --json a b c
	feature vmx '.state == "no" and .lacked_by == ["c"]'
	json '(has("qemu") | not) and (.costs | any(.files == ["c"] and (.come_back | index("vmx"))))'
	json '.notes | any(.text | contains("gives no vmx to guests on c"))'
}

@test "the model is one that every host has" {
	# RDSEED and ADX are Broadwell's; a host without AVX2 has no Haswell
	awk '$1 == "guest_cpuid" && $2 ~ /^(0x)?0*7$/ { $5 = sprintf("%08x", 0) } { print }' a >c
	nd 0 baseline --json a b c
	json '.cpu_model.qemu_name | IN("SandyBridge", "Westmere", "Nehalem")'
	# and what that model cannot have is not asked of it
	feature vmx-invpcid-exit '.state == "yes" and .model_lacks == "invpcid" and .sign == null'
}

@test "without CPUID no model is guessed, and it is said how to get one" {
	sed -i '/^guest_cpuid/d; /^cpuid/d; /^cpu /d' a
	nd 3 baseline --json a
	sed '/^cpuid\|^cpu /d' "$L0" >bare
	run --separate-stderr "$NESTDIAG" baseline bare
	[[ $output != *"-cpu Haswell"* ]]
	grep '^guest_msr\|^guest_cpuid 0x0*1 \|^guest_cpuid 1 \|^guest_cpuid 00000001 ' b >few || :
	{ echo "nestdiag-snapshot 1"; grep '^cpu \|^msr ' b; cat few; } >b2
	nd 0 baseline --json b2
	json '.cpu_model.qemu_name == null and (.qemu[0] | startswith("-cpu MODEL,+vmx,"))'
	json '.cpu_model.text | contains("hypervisor-cpu-baseline") and contains("cpu-models")'
}

@test "AMD: svm, npt and what KVM gives" {
	offer "$FIXTURES/synthetic-amd-svm.snapshot" >amd
	nd 0 baseline --json amd
	json '.qemu[0] | contains(",+svm,") and contains("vmx") == false'
	feature npt '.state == "yes"'
	json '.pooled | all(.id | startswith("vmx") | not)'
	# from registers: AVIC stays with the host, the rest depends on KVM's version
	nd 0 baseline --json "$FIXTURES/synthetic-amd-svm.snapshot"
	feature avic '.state == "no"'
	feature npt '.state == "yes"'
	feature vgif '.state == "unknown"'
}

@test "names are QEMU's and libvirt's alone" {
	nd 0 baseline --json a
	json '[.qemu[0] | split(",")[] | select(test("^[+-]x-|mbec|cet|ept-uc|ept-wb"))] == []'
	folder=${NESTDIAG_GROUNDTRUTH:-$TESTS/../../shared/groundtruth}
	[ -d "$folder/names" ] || skip "no table of names"
	jq -r '.qemu[0] | split(",")[1:][] | select(. != "enforce") | .[1:]' <<<"$output" |
		grep -vx vmx | sort >ours
	jq -r '.features[].name' "$folder/names/qemu_vmx_features.json" | sort >theirs
	[ -z "$(comm -23 ours theirs)" ]
	# libvirt's table has one of them by another name, and QEMU's as its alias
	jq -r '.features[].name' "$folder/names/feature_map.json" | sort >theirs
	[ "$(comm -23 ours theirs | grep -vx vmx-invept-single-context-noglobals)" = "" ]
}

@test "a pool of which a host cannot be read has no baseline" {
	nd 3 baseline a missing
	one_error '*missing: No such file*'
	echo rubbish >rubbish
	nd 64 baseline a rubbish
	nd 64 baseline
}

@test "a folder, and a list" {
	mkdir pool
	mv a b c pool
	nd 0 baseline --json pool
	json '.pool.hosts == 3'
	ls pool/* >list
	run --separate-stderr -0 bash -c "'$NESTDIAG' baseline --json - <list"
	json '.pool.hosts == 3'
}

@test "libvirt gets its own name of the feature for which QEMU has another" {
	nd 0 baseline --json a
	json '.qemu[0] | contains(",+vmx-invept-single-context-noglobals,")'
	json '.libvirt | index("  <feature policy='\''require'\'' name='\''vmx-invvpid-single-context-noglobals'\''/>")'
	json '.libvirt | map(select(contains("vmx-invept-single-context-noglobals"))) == []'
	folder=${NESTDIAG_GROUNDTRUTH:-$TESTS/../../shared/groundtruth}
	[ -d "$folder/names" ] || skip "no table of names"
	jq -r '.libvirt[] | capture("feature .* name='\''(?<name>[^'\'']+)").name' <<<"$output" | grep -vx vmx | sort >ours
	jq -r '.features[].name' "$folder/names/feature_map.json" | sort >theirs
	[ "$(comm -23 ours theirs)" = "" ]
}
