#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# fleet: many machines, groups of them, and the one fact that makes one odd.
# shellcheck disable=SC2016,SC2154 # jq's variables; bats sets $output and $stderr

load common

L0=$FIXTURES/emulated-haswell-l0.snapshot

setup()
{
	cd "$BATS_TEST_TMPDIR" || return
	mkdir pool
	for i in 1 2 3 4 5 6 7 8; do
		cp "$L0" "pool/same-$i.snapshot"
	done
}

# group WHERE FILTER: the group that has the file WHERE, for which FILTER is true
group()
{
	json "[.groups[] | select(.files | any(endswith(\"$1\")))] | length == 1 and (.[0] | $2)"
}

@test "hosts that are alike are one group" {
	nd 0 fleet --json pool
	json '(.fleet | del(.text)) == {"hosts": 8, "nr_groups": 1, "nr_unread": 0}'
	json '.unlike == [] and .unread_files == [] and .groups[0].odd == false and
		(.groups[0].files | length) == 8 and .groups[0].like == null'
}

@test "when and by whom a snapshot was taken does not matter" {
	sed '2i taken 2026-11-28T19:20:00Z 0.1.0 web1' "$L0" >pool/named.snapshot
	nd 0 fleet pool
}

@test "the odd one out is named with the one fact that makes it odd" {
	sed 's/^param kvm_intel nested Y/param kvm_intel nested N/' "$L0" >pool/odd.snapshot
	nd 1 fleet --json pool
	group odd.snapshot '.odd and .like == 1 and .hosts == 1'
	json '.unlike[0] == {"group": 2, "like": 1, "fact_kind": "parameter",
		"fact": "kvm_intel nested", "fact_value": "N", "usual_value": "Y"}'
	# what follows from it is there, too, and none of it is an independent fact
	json '.groups[1].differing > 1 and
		([.unlike[1:][].fact_kind] | unique - ["feature", "finding"] == [])'
	nd 1 fleet pool
	[[ $output == *"Odd ones out"*"as group 1 but for parameter kvm_intel nested: N (Y)"* ]]
	[[ ${output%%Odd ones*} != *odd.snapshot* ]]
}

@test "a kernel comes before the parameters that only it has" {
	sed -e 's/^kernel [^ ]*/kernel 5.10.0-30-amd64/' -e '/^param kvm eager_page_split/d' "$L0" >pool/old.snapshot
	nd 1 fleet --json pool
	json '.unlike | length >= 2 and .[0].fact == "kernel" and .[0].fact_value == "5.10.0-30-amd64" and
		any(.fact == "kvm eager_page_split" and .fact_value == null and .usual_value == "Y")'
}

@test "a group is odd up to a third of the one that it resembles" {
	for i in 1 2; do
		sed 's/^kernel [^ ]*/kernel 6.1.0/' "$L0" >"pool/few-$i.snapshot"
	done
	nd 1 fleet --json pool
	group few-1.snapshot '.odd and .hosts == 2'
	sed 's/^kernel [^ ]*/kernel 6.1.0/' "$L0" >pool/few-3.snapshot
	nd 1 fleet --json pool
	group few-1.snapshot '(.odd | not) and .hosts == 3'
}

@test "a difference goes to the group that is nearest, not to the biggest" {
	for i in 1 2 3 4; do
		sed 's/^kernel [^ ]*/kernel 6.1.0/' "$L0" >"pool/other-$i.snapshot"
	done
	sed -e 's/^kernel [^ ]*/kernel 6.1.0/' -e 's/^param kvm_intel nested Y/param kvm_intel nested N/' \
		"$L0" >pool/odd.snapshot
	nd 1 fleet --json pool
	group odd.snapshot '.odd and .like == 2'
	json '[.unlike[] | select(.group == 3)][0].fact == "kvm_intel nested"'
}

@test "what is not recorded is not the same as what is not there" {
	sed '/^msr 0 0x48b /d' "$L0" >pool/unread.snapshot
	sed 's/^\(msr 0 0x48b\) .*/\1 0x0000000000000000/' "$L0" >pool/without.snapshot
	nd 1 fleet --json pool
	json '[.unlike[] | select(.fact == "vmx-ept" and .fact_kind == "capability").fact_value] | sort == ["no", "unknown"]'
}

@test "a file that cannot be read is named, with the reason, and the rest is compared" {
	echo rubbish >pool/rubbish.snapshot
	: >pool/empty.snapshot
	nd 3 fleet --json pool pool/missing
	json '(.fleet | del(.text)) == {"hosts": 8, "nr_groups": 1, "nr_unread": 3}'
	json '.unread_files | map(.file) == ["pool/empty.snapshot", "pool/rubbish.snapshot", "pool/missing"]'
	json '.unread_files[2].why_unread == "No such file or directory" and (.unread_files[1].why_unread | startswith("line 1: not a snapshot"))'
	nd 3 fleet pool
	[[ $output == *"8 hosts in 1 group; 2 files could not be read"* ]]
	[[ $output == *"Could not be read"*"pool/empty.snapshot: empty"* ]]
}

@test "every bad snapshot is unread, and none of them ends the run" {
	nd 3 fleet --json "$BAD" pool
	json '.fleet.hosts == 8'
	[ "$(jq .fleet.nr_unread <<<"$output")" = "$(find "$BAD" -type f | wc -l)" ]
}

@test "compressed files and a list on standard input" {
	gzip pool/same-1.snapshot
	xz pool/same-2.snapshot
	zstd -q --rm pool/same-3.snapshot
	nd 0 fleet --json pool
	json '.fleet.hosts == 8'
	printf '%s\n' pool/same-1.snapshot.gz '' pool/same-4.snapshot >list
	run --separate-stderr -0 bash -c "'$NESTDIAG' fleet --json - <list"
	json '.groups[0].files == ["pool/same-1.snapshot.gz", "pool/same-4.snapshot"]'
}

@test "folders within a folder are read, hidden files are not, links are followed once" {
	mkdir pool/more pool/more/most
	mv pool/same-1.snapshot pool/more/most
	echo rubbish >pool/.hidden
	ln -s .. pool/more/up
	nd 0 fleet --json pool
	json '.fleet.hosts == 8 and (.groups[0].files | index("pool/more/most/same-1.snapshot"))'
}

@test "no file at all is a wrong command line" {
	mkdir nothing
	nd 64 fleet nothing
	one_error '*no files to read'
	nd 64 fleet
	[[ $stderr == *"needs DIR|FILE..."* ]]
}

@test "more files than any other command takes words" {
	for i in {1..300}; do
		ln -s "$L0" "pool/n-$i"
	done
	nd 0 fleet --json pool/n-*
	json '.fleet.hosts == 300'
}

@test "--by kernel and cpu: the biggest group first" {
	cp "$FIXTURES/synthetic-amd-svm.snapshot" pool
	nd 1 fleet --by kernel --json pool
	json '.groups | map([.fact_value, .hosts]) == [["6.12.117+deb12-amd64", 8], ["6.1.0-56-amd64", 1]]'
	json '.groups | map(.odd) == [false, true]'
	nd 1 fleet --by cpu --json pool
	json '.groups[0].fact_value == "GenuineIntel family 6 model 60 stepping 3" and .groups[0].hosts == 8'
	json '.groups[1].fact_value | startswith("AuthenticAMD family 23 ")'
}

@test "--by finding: who has which, and no one else" {
	cp "$FIXTURES/synthetic-vmx-locked.snapshot" pool
	nd 1 fleet --by finding --json pool
	group locked.snapshot true || json '[.groups[] | select(.fact == "virt-locked")] |
		length == 1 and .[0].fact_value == "FAIL" and .[0].hosts == 1'
	# the same as check says of each
	for file in pool/*.snapshot; do
		nd 1 fleet --by finding --json pool
		ours=$(jq -r --arg file "$file" '.groups[] | select(.files | index($file)) |
			select(.fact_value != "UNKNOWN").fact' <<<"$output" | sort)
		run --separate-stderr "$NESTDIAG" check --json --from "$file"
		[ "$ours" = "$(jq -r '.checks[] | select(.verdict | IN("FAIL", "WARN", "NOTE")).id' \
			<<<"$output" | sort)" ]
	done
}

@test "--by feature: only what is not the same everywhere" {
	cp "$FIXTURES/emulated-haswell-l1-evmcs.snapshot" pool/evmcs.snapshot
	nd 1 fleet --by feature --json pool
	json '.groups | any(.fact == "vmx-shadow-vmcs" and .hosts == 1 and .fact_value == "no-field")'
	json '.groups | all(.fact != "vmx-hlt-exit")'
	json '[.groups[] | select(.fact == "vmx-shadow-vmcs").hosts] | add == 9'
}

@test "--csv: a line for each host of each group" {
	sed 's/^kernel [^ ]*/kernel 6.1.0/' "$L0" >'pool/a, "b".snapshot'
	nd 1 fleet --by kernel --csv pool
	[ "${lines[0]}" = $'group,by,fact,fact_value,hosts,odd,like,differing,files\r' ]
	[ "${#lines[@]}" = 10 ]
	[ "${lines[9]}" = $'2,kernel,kernel,6.1.0,1,true,,0,"pool/a, ""b"".snapshot"\r' ]
	nd 64 fleet --csv --json pool
	one_error '*exclude each other'
}

@test "--csv names unread files on standard error" {
	nd 3 fleet --csv pool pool/missing
	[[ $stderr == *"pool/missing: No such file"* ]]
	[ "${#lines[@]}" = 9 ]
}

@test "the answer does not depend on the number of CPUs, nor on chance" {
	cp "$FIXTURES"/*.snapshot pool
	nd 1 fleet --json pool
	jq 'del(.time)' <<<"$output" >first
	for i in 1 2 3; do
		nd 1 fleet --json pool
		jq 'del(.time)' <<<"$output" | cmp - first
	done
	run --separate-stderr -1 taskset -c 0 "$NESTDIAG" fleet --json pool
	jq 'del(.time)' <<<"$output" | cmp - first
}

@test "a host's text does not reach the terminal as control characters" {
	sed 's/^kernel [^ ]*/kernel 6.1\\033[31m/' "$L0" >$'pool/e\e[31mvil.snapshot'
	nd 1 fleet pool
	[[ $output != *$'\e'* && $output == *"evil.snapshot"* || $output == *"e?[31mvil"* ]]
	nd 1 fleet --by kernel --csv pool
	[[ $output != *$'\e'* ]]
}

@test "--by takes its own words" {
	nd 64 fleet --by reason pool
	one_error "*needs host, finding, feature, kernel or cpu, not 'reason'"
	nd 64 fleet --by kernle pool
	one_error "*did you mean 'kernel'?"
	nd 0 --complete fleet --by ''
	[ "$(cut -f 1 <<<"$output" | xargs)" = "host finding feature kernel cpu" ]
	nd 0 --complete exits --by ''
	[ "$(cut -f 1 <<<"$output" | xargs)" = "reason vcpu cpu level" ]
}

@test "a process that dies costs the file that it reads, and no other" {
	[ "$(nproc)" -gt 1 ] || skip "one CPU: one process"
	mkfifo pipe
	# With a writer, opening does not wait, but reading does. A process that is left over must keep no file of ours.
	exec 7<>pipe
	"$NESTDIAG" fleet --json pipe pool 3>&- 7>&- >out &
	pid=$!
	for ((i = 0; i < 600; i++)); do
		reader=$(for child in $(pgrep -P "$pid"); do
			find "/proc/$child/fd" -lname '*/pipe' -printf "$child\n" 2>/dev/null
		done)
		[ -z "$reader" ] || break
		sleep 0.1
	done
	[ -n "$reader" ]
	kill -SEGV "$reader"
	wait "$pid" || status=$?
	[ "$status" = 3 ]
	output=$(<out)
	json '.fleet.hosts == 8 and (.unread_files | length) == 1'
	json '.unread_files[0].file == "pipe" and (.unread_files[0].why_unread | contains("signal 11"))'
}
