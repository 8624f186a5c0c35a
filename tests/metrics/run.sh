#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-only
#
# The metrics with Debian's own Prometheus: promtool reads those of every fixture, the alert rules
# pass their unit tests, and on loopback node_exporter and Prometheus collect a file, so that a query
# gives the figures of "nestdiag exits" and an alert fires and resolves. One line a check.
#
#	tests/metrics/run.sh
#
# NESTDIAG is the tool, by default the one in this tree.

# shellcheck source=lab/packages.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../lab/packages.sh"
# shellcheck source=tests/check.sh
. "$TOP/tests/check.sh"

# shellcheck disable=SC2034 # for tests/check.sh
stage=metrics

cd "$TOP"
tool=${NESTDIAG:-$TOP/tools/nestdiag}
rules=$TOP/packaging/prometheus/nestdiag-alerts.yml
tmp=$(mktemp -d)
pids=()

finish()
{
	((${#pids[@]} == 0)) || kill "${pids[@]}" 2>/dev/null || true
	wait 2>/dev/null || true
	rm -rf "$tmp"
}
trap finish EXIT

for command in promtool prometheus prometheus-node-exporter; do
	command -v "$command" >/dev/null && continue
	mapfile -t packages < <(packages_of metrics)
	need_packages "${packages[@]}" >&2
	break
done

# readable FIXTURE: promtool has nothing to say, and there is something to read
readable()
{
	"$tool" -q metrics --from "$1" >"$tmp/metrics" || return 1
	[[ $(grep -c '^nestdiag_' "$tmp/metrics") -gt 20 ]] || return 1
	promtool check metrics <"$tmp/metrics" >"$tmp/said" 2>&1 && [[ ! -s $tmp/said ]] && return 0
	cat "$tmp/said"
	return 1
}

for fixture in tests/fixtures/*.snapshot; do
	check "${fixture##*/}" readable "$fixture"
done
check "alert rules" promtool check rules "$rules"
check "unit tests of the alert rules" promtool test rules "${rules%.yml}-test.yml"

# free_port: a port of loopback on which nobody listens
free_port()
{
	python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# value QUERY: the first value of its answer, empty if there is none
value()
{
	curl -sfG "http://127.0.0.1:$port/api/v1/query" --data-urlencode "query=$1" |
		jq -r '.data.result[0].value[1] // empty'
}

# becomes QUERY VALUE: it does, within a hundred looks
becomes()
{
	local i now=

	for ((i = 0; i < 100; i++)); do
		now=$(value "$1") || now=
		[[ $now != "$2" ]] || return 0
		sleep 0.5
	done
	echo "$1: ${now:-no answer}, expected ${2:-none}"
	return 1
}

# shown_by_exits FIXTURE: level, reason, count and nanoseconds of each row of "nestdiag exits". The time of a
# reason of which no exit has a time yet is null there, and the counter of such times stands at 0.
shown_by_exits()
{
	"$tool" -q exits --json --from "tests/fixtures/$1" |
		jq -r '.exits[] | "\(.level) \(.label) \(.count) \(.total_ns // 0)"' | sort
}

# shown_by_prometheus: the same from what Prometheus has now, whose numbers are those that were exported
shown_by_prometheus()
{
	local metric

	for metric in nestdiag_exits_total nestdiag_exit_handling_seconds_total; do
		curl -sfG "http://127.0.0.1:$port/api/v1/query" --data-urlencode "query=$metric"
	done | jq -rs '[.[].data.result[]] | group_by([.metric.level, .metric.reason])[] |
		(map({(.metric.__name__): (.value[1] | tonumber)}) | add) as $of | .[0].metric |
		"\(.level) \(.reason) \($of.nestdiag_exits_total) \(
			($of.nestdiag_exit_handling_seconds_total // 0) * 1e9 | round)"' | sort
}

# same_as_exits FIXTURE: every row, within a hundred looks
same_as_exits()
{
	local i

	export_fixture "$1"
	shown_by_exits "$1" >"$tmp/exits"
	[[ $(wc -l <"$tmp/exits") -ge 4 ]] || { echo "$1 has hardly any exits"; return 1; }
	for ((i = 0; i < 100; i++)); do
		shown_by_prometheus >"$tmp/stored"
		! cmp -s "$tmp/exits" "$tmp/stored" || return 0
		sleep 0.5
	done
	diff "$tmp/exits" "$tmp/stored"
}

export_fixture()
{
	"$tool" -q metrics --from "tests/fixtures/$1" --textfile "$tmp/textfile/nestdiag.prom"
}

mkdir "$tmp/textfile" "$tmp/data"
node=$(free_port)
port=$(free_port)
cat >"$tmp/prometheus.yml" <<END
global: {scrape_interval: 1s, evaluation_interval: 1s}
rule_files: ["$rules"]
scrape_configs:
  - job_name: node
    static_configs: [{targets: ["127.0.0.1:$node"]}]
END
export_fixture emulated-haswell-exits.snapshot
prometheus-node-exporter --web.listen-address="127.0.0.1:$node" --collector.disable-defaults \
	--collector.textfile --collector.textfile.directory="$tmp/textfile" >"$tmp/node.log" 2>&1 &
pids+=($!)
prometheus --config.file="$tmp/prometheus.yml" --storage.tsdb.path="$tmp/data" \
	--web.listen-address="127.0.0.1:$port" >"$tmp/prometheus.log" 2>&1 &
pids+=($!)

counted=$("$tool" -q exits --json --from tests/fixtures/emulated-haswell-exits.snapshot |
	jq -r '[.exits[] | select(.level == "guest").count] | add')
check "Prometheus has the exits that nestdiag exits shows ($counted)" \
	becomes 'sum(nestdiag_exits_total{level="guest"})' "$counted"
# One of a lab run, one with nested guests.
for fixture in emulated-haswell-exits synthetic-nested; do
	check "Prometheus has every row of nestdiag exits: $fixture" same_as_exits "$fixture.snapshot"
done
export_fixture emulated-haswell-exits.snapshot
check "the histogram has those whose time is known" \
	becomes 'nestdiag_exit_duration_seconds_count{level="guest"}' 20003
check "node_exporter read the file without an error" becomes node_textfile_scrape_error 0
check "no alert for a hole where none is known" \
	becomes 'count(ALERTS{alertname="NestdiagNestedHole"}) or vector(0)' 0
export_fixture synthetic-host-troubled.snapshot
check "the alert for a hole fires" \
	becomes 'count(ALERTS{alertname="NestdiagNestedHole",alertstate="firing"}) or vector(0)' 1
export_fixture emulated-haswell-l0.snapshot
check "and resolves" becomes 'count(ALERTS{alertname="NestdiagNestedHole"}) or vector(0)' 0
