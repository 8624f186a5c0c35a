#!/usr/bin/env bats
# SPDX-License-Identifier: GPL-2.0-only
# metrics: Prometheus' text format, against the answers of the other commands.
# shellcheck disable=SC2013,SC2016,SC2154 # words without blanks; sed's; bats sets $output and $stderr

load common

EXITS=$FIXTURES/emulated-haswell-exits.snapshot

# sample NAME{LABELS}: its value, empty if there is none
sample()
{
	awk -v name="$1" 'index($0, name " ") == 1 { print $NF }' <<<"$output"
}

@test "every line is a comment or a sample, and every sample has its type before it" {
	for fixture in "$FIXTURES"/*.snapshot; do
		nd 0 -q metrics --from "$fixture"
		awk '
			/^# HELP [a-z_]+ [A-Z0-9].*[.]$/ { help[$3] = 1; next }
			/^# TYPE [a-z_]+ (gauge|counter|histogram)$/ { type[$3] = $4; next }
			{
				name = $0
				sub(/[ {].*/, "", name)
				base = name
				sub(/_(bucket|sum|count)$/, "", base)
				if (type[base] != "histogram")
					base = name
				if (!(base in type) || !(base in help) || seen[$0]++ ||
				    $0 !~ /^[a-z_]+({[a-z_]+="[^"]*"(,[a-z_]+="[^"]*")*})? [0-9.]+$/ ||
				    (type[base] == "counter") != (name ~ /_total$/)) {
					print
					bad = 1
				}
			}
			END { exit bad }' <<<"$output"
	done
}

@test "the reference has every metric, and no other" {
	for fixture in "$FIXTURES"/*.snapshot; do
		"$NESTDIAG" -q metrics --from "$fixture"
	done | sed -n 's/^# TYPE \([a-z_]*\) .*/\1/p' | sort -u >"$BATS_TEST_TMPDIR/printed"
	sed -n 's/^| `\(nestdiag_[a-z_]*\)` | .*/\1/p' "$TESTS/../docs/metrics.md" | sort |
		grep -v 'timestamp\|guest_feature' >"$BATS_TEST_TMPDIR/documented"
	grep -v 'timestamp\|guest_feature' "$BATS_TEST_TMPDIR/printed" |
		diff - "$BATS_TEST_TMPDIR/documented"
	[ "$(wc -l <"$BATS_TEST_TMPDIR/printed")" -ge 20 ]
}

@test "exits are those of nestdiag exits" {
	nd 0 exits --json --from "$EXITS"
	exits=$(jq '[.exits[].count] | add' <<<"$output")
	nd 0 metrics --from "$EXITS"
	[ "$(sample 'nestdiag_exits_total{level="guest",reason="CPUID"}')" = 20000 ]
	[ "$exits" = "$(awk '/^nestdiag_exits_total/ { n += $NF } END { print n }' <<<"$output")" ]
	[ "$(sample 'nestdiag_exit_handling_seconds_total{level="guest",reason="CPUID"}')" = 0.291624900 ]
	# buckets only grow, and the last one is all
	awk '/_bucket\{level="guest"/ { if ($NF < last) exit 1; last = $NF } END { exit last != 20003 }' <<<"$output"
	[ "$(sample 'nestdiag_exit_duration_seconds_count{level="guest"}')" = 20003 ]
}

@test "what was not counted has no sample" {
	nd 0 metrics --from "$FIXTURES/intel-haswell-l1-kvm.snapshot"
	[[ $output != *nestdiag_exits_total* && $output != *nestdiag_failed_launches* ]]
	[ "$(sample nestdiag_module_loaded)" = 0 ]
	# without times
	sed '/^exits/ { s/\( [0-9]*\) [0-9]* [0-9]* [0-9]* [0-9,]*$/\1 0 0 0 0/ }' "$EXITS" >"$BATS_TEST_TMPDIR/counts"
	nd 0 metrics --from "$BATS_TEST_TMPDIR/counts"
	[ "$(sample 'nestdiag_exits_total{level="guest",reason="CPUID"}')" = 20000 ]
	[[ $output != *exit_duration* && $output != *exit_handling* ]]
}

@test "findings and features are those of check and features" {
	snapshot=$FIXTURES/synthetic-host-troubled.snapshot
	nd 2 check --json --from "$snapshot"
	fire=$(jq -r '.checks[] | select(.verdict | IN("FAIL", "WARN", "NOTE")).id' <<<"$output" | sort)
	unknown=$(jq -r '.checks[] | select(.verdict == "UNKNOWN").id' <<<"$output" | sort)
	nd 0 features --json --from "$snapshot"
	states=$(jq -r '.features[] | "\(.id) \(.state)"' <<<"$output" | sort)
	nd 0 metrics --from "$snapshot"
	[ "$fire" = "$(sed -n 's/^nestdiag_finding_active{finding="\(.*\)"} 1$/\1/p' <<<"$output" | sort)" ]
	[ "$fire" = "$(sed -n 's/^nestdiag_finding_info{finding="\([^"]*\)".*} 1$/\1/p' <<<"$output" | sort)" ]
	[ "$unknown" = "$(sed -n 's/^nestdiag_finding_unknown{finding="\(.*\)"} 1$/\1/p' <<<"$output" | sort)" ]
	[ "$states" = "$(sed -n 's/^nestdiag_feature_info{feature="\([^"]*\)",state="\([^"]*\)".*/\1 \2/p' <<<"$output" | sort)" ]
}

@test "an unknown feature is neither available nor missing" {
	sed '/^msr 0 0x48b /d' "$FIXTURES/emulated-haswell-l0.snapshot" >"$BATS_TEST_TMPDIR/unread"
	nd 0 metrics --from "$BATS_TEST_TMPDIR/unread"
	[ -z "$(sample 'nestdiag_feature_available{feature="vmx-ept"}')" ]
	[ "$(sample 'nestdiag_feature_available{feature="vmx-hlt-exit"}')" = 1 ]
}

@test "what KVM gives to guests has samples of its own" {
	{ cat "$FIXTURES/emulated-haswell-l0.snapshot"; echo "guest_msr 0x485 0x0000000020000040"; } >"$BATS_TEST_TMPDIR/offer"
	nd 0 metrics --from "$BATS_TEST_TMPDIR/offer"
	[ "$(sample 'nestdiag_guest_feature_available{feature="vmx-activity-hlt"}')" = 1 ]
	[ "$(sample 'nestdiag_guest_feature_available{feature="vmx-store-lma"}')" = 0 ]
	[ -z "$(sample 'nestdiag_guest_feature_available{feature="vmx-ept"}')" ]
}

@test "when the facts were read, where that is recorded" {
	sed '2i taken 2026-11-28T19:20:00Z 0.1.0 web1' "$EXITS" >"$BATS_TEST_TMPDIR/taken"
	nd 0 metrics --from "$BATS_TEST_TMPDIR/taken"
	[ "$(sample nestdiag_facts_timestamp_seconds)" = "$(date -d 2026-11-28T19:20:00Z +%s)" ]
}

@test "a host's text cannot leave its label" {
	sed 's/^kernel [^ ]*/kernel 6"}\\134\\012x\\033[31m/' "$EXITS" >"$BATS_TEST_TMPDIR/evil"
	nd 0 metrics --from "$BATS_TEST_TMPDIR/evil"
	[[ $output == *'nestdiag_host_info{kernel="6\"}\\?x?[31m",machine='* ]]
}

@test "--textfile replaces a file as a whole, readable by all" {
	cd "$BATS_TEST_TMPDIR"
	echo old >nestdiag.prom
	exec 5<nestdiag.prom
	nd 0 metrics --from "$EXITS" --textfile nestdiag.prom
	[ -z "$output" ]
	[ "$(cat <&5)" = old ]
	[ "$(stat -c %a nestdiag.prom)" = 644 ]
	nd 0 metrics --from "$EXITS"
	[ "$output" = "$(cat nestdiag.prom)" ]
	[ "$(echo *.prom*)" = nestdiag.prom ]
}

@test "--textfile that cannot be written leaves nothing behind" {
	cd "$BATS_TEST_TMPDIR"
	nd 3 metrics --from "$EXITS" --textfile missing/nestdiag.prom
	[[ $stderr == *"missing/nestdiag.prom: No such file"* ]]
	mkdir folder.prom
	nd 3 metrics --from "$EXITS" --textfile folder.prom
	[ "$(echo *.prom*)" = folder.prom ] && [ ! -e missing ]
}

@test "alerts and dashboard use metrics that exist" {
	cd "$TESTS/.."
	sed -n 's/^| `\(nestdiag_[a-z_]*\)` | .*/\1/p' docs/metrics.md | sort >"$BATS_TEST_TMPDIR/names"
	grep -oh 'nestdiag_[a-z_]*' packaging/prometheus/*.yml packaging/prometheus/*.json |
		sed 's/_bucket$//' | sort -u | comm -23 - "$BATS_TEST_TMPDIR/names" >"$BATS_TEST_TMPDIR/unknown"
	[ ! -s "$BATS_TEST_TMPDIR/unknown" ]
	jq -e '.schemaVersion and .uid and (.panels | length > 8 and all(.gridPos and .title and
		(.type == "row" or (.targets[0].expr | length > 0)))) and
		([.panels[].id] | length == (unique | length))' packaging/prometheus/nestdiag-dashboard.json
	# findings that alerts look for are rules
	nd 0 check --list --json
	for id in $(sed -n 's/.*finding="\([a-z-]*\)".*/\1/p' packaging/prometheus/nestdiag-alerts.yml); do
		jq -e --arg id "$id" 'any(.rules[]; .id == $id)' <<<"$output" >/dev/null
	done
}
